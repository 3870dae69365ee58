import { describe, expect, test } from '@jest/globals';
import { colorsFor, darkTheme, hueOfAssetClass, hues, lightTheme } from '../../../shared/charts/palette.ts';
import { labelOf } from '../../../shared/finance/labels.ts';
import { contrast, lab, linear, times, visions } from './color-vision.ts';
import { assetClasses } from '../../../shared/schemas/classification.ts';

describe.each([
  ['light', lightTheme],
  ['dark', darkTheme],
])('the %s palette', (_name, theme) => {
  test.each(Object.entries(visions))('tells any two hues apart with %s', (_vision, rows) => {
    const seen = hues.map((hue) => ({ hue, at: lab(times(rows, linear(theme.hues[hue]))) }));
    const close = seen.flatMap((one, index) =>
      seen.slice(0, index).flatMap((other) => {
        const distance = Math.hypot(...one.at.map((value, axis) => value - (other.at[axis] ?? 0)));
        return distance < 10 ? [`${one.hue}/${other.hue} ${distance.toFixed(1)}`] : [];
      }),
    );
    expect(close).toEqual([]);
  });

  test('every hue stands 3:1 against the page, text 4.5:1 (WCAG 1.4.11, 1.4.3)', () => {
    for (const hue of hues) expect([hue, contrast(theme.hues[hue], theme.surface) >= 3]).toEqual([hue, true]);
    expect(contrast(theme.ink, theme.surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.mutedInk, theme.surface)).toBeGreaterThanOrEqual(4.5);
  });
});

test('an asset class keeps its colour whatever stands beside it', () => {
  const labels = assetClasses.map(labelOf);
  const alone = labels.map((label) => colorsFor([label], lightTheme)[0]);
  expect(colorsFor(['Expected return', ...labels, 'Other (3)'], lightTheme).slice(1, -1)).toEqual(alone);
  expect(new Set(alone).size).toBe(assetClasses.length);
  expect(hueOfAssetClass('Brokerage')).toBeNull();
});

test('what is grouped, unknown or a yardstick is grey, an account called "Other people" is not', () => {
  const [other, unknown, target, people] = colorsFor(
    ['Other (3)', labelOf('unknown'), 'Target', 'Other people'],
    lightTheme,
  );
  expect([other, unknown, target]).toEqual([lightTheme.rest, lightTheme.rest, lightTheme.rest]);
  expect(people).not.toBe(lightTheme.rest);
});
