import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fitText, textWidth, wrapText } from '../../../shared/charts/text-fit.ts';

const name = fc.string({ unit: 'grapheme', maxLength: 200 });

test('what is cut to a width fits it, and says that it was cut', () => {
  fc.assert(
    fc.property(name, fc.integer({ min: 40, max: 300 }), (text, width) => {
      expect(textWidth(fitText(text, width, 12), 12)).toBeLessThanOrEqual(width);
    }),
  );
  expect(fitText('A'.repeat(100), 60, 12)).toMatch(/^A+…$/);
});

test('what is wrapped has no line that is too wide, and not more lines than asked for', () => {
  fc.assert(
    fc.property(name, fc.integer({ min: 1, max: 4 }), (text, most) => {
      const lines = wrapText(text, 120, 12, most).split('\n');
      expect(lines.length).toBeLessThanOrEqual(most);
      lines.forEach((line) => {
        expect(textWidth(line, 12)).toBeLessThanOrEqual(120);
      });
    }),
  );
});

test('a family of emoji is not cut in half', () => {
  expect(fitText('👨‍👩‍👧‍👦'.repeat(20), 60, 12)).toMatch(/^(👨‍👩‍👧‍👦)+…$/u);
});
