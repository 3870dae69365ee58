// An amount that a shell cut, or that could be a thousand times as large, makes a plan of nothing that lasts for ever.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amount, askedText, incomeFrom, rate } from '../../../scripts/analysis/flag-values.ts';
import { readOptions } from '../../../scripts/analysis/options.ts';
import { rateIn } from '../../../scripts/analysis/rate-flags.ts';
import { bandsIn, moneyFor } from '../../../scripts/analysis/rebalancing-flags.ts';

/** What is left of a text in double quotes, or in none, where a shell reads $8 and $HOME as variables that have no value. */
const throughShell = (text: string): string => text.replace(/\$(?:\d|[a-z_]\w*)/gi, '');

describe('an amount in a flag', () => {
  test.each([
    ['80000', 80_000],
    ['80,000', 80_000],
    ['$80,000', 80_000],
    ['1,234.50', 1234.5],
    ['1234.567', 1234.567],
    ['80k', 80_000],
    ['1.15m', 1_150_000],
    ['0.5m', 500_000],
    ['0', 0],
  ])('%s is what it says', (text, value) => {
    expect(amount(text)).toEqual({ ok: true, value });
  });

  test.each(['$80,000', '$80000', '$800', '$5,000', '$80.000', '$1.2m', '$8k', '$80.50'])(
    '%s without its beginning is refused with the reason',
    (text) => {
      const left = throughShell(text);
      expect(amount(left)).toMatchObject({ ok: false, problem: expect.stringContaining('without the $') });
      expect(incomeFrom(`${left}@67`)).toMatchObject({
        ok: false,
        problem: expect.stringMatching(/the \$\..*28000@67/),
      });
      expect(moneyFor(`${left}@Roth IRA`)).toMatchObject({ ok: false, problem: expect.stringContaining('20000@Roth') });
    },
  );

  test.each([
    ['80.000', '80000 or 80:'],
    ['1.250', '1250 or 1.25:'],
    ['$28.000', '28000 or 28:'],
    ['1.250k', '1250k or 1.25k:'],
  ])('%s is asked back, not read as a thousandth', (text, either) => {
    expect(amount(text)).toMatchObject({ ok: false, problem: expect.stringContaining(either) });
  });

  test('whatever a shell cut is refused or begins with another digit, and is never nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 99_999_999 }), fc.boolean(), (money, grouped) => {
        const left = amount(throughShell(`$${grouped ? money.toLocaleString('en-US') : money.toString()}`));
        expect(left.ok ? left.value : 1).toBeGreaterThan(0);
      }),
    );
  });

  test('every flag that takes one refuses it, all at once', () => {
    const flags = '--age 45 --retire-at 65 --income 0,000 --contribute 20.000 --pension 000@67 --min-trade 00';
    expect(() => readOptions(['examples/portfolio.csv', ...flags.split(' '), '--question', 'Spend 0,000?'])).toThrow(
      '5 flags are wrong',
    );
  });
});

describe('a question that a shell cut', () => {
  test.each(['Can I spend 0,000 a year?', 'What if I save ,000 more?', 'Can I live on 0000?'])('%s', (text) => {
    expect(askedText(text)).toMatchObject({ ok: false, problem: expect.stringContaining('without the $') });
  });

  test.each(['Is 10:00 late?', 'And 10,000 or 100 or 1,000,000?', 'What of $90,000 from 2030-01-00?', 'Is 0.00% bad?'])(
    '%s is a question',
    (text) => {
      expect(askedText(text)).toEqual({ ok: true, value: text });
    },
  );
});

describe('other numbers', () => {
  test.each(['05', '015%'])('a tax rate of %s may have lost a decimal mark', (text) => {
    expect(rate(text)).toMatchObject({ ok: false, problem: expect.stringContaining('0.15') });
  });

  test.each([
    ['EUR/USD=1,085', false],
    ['EUR/USD=0985', false],
    ['EUR/USD=0,985', true],
    ['EUR/USD=1.085', true],
  ])('the exchange rate %s is read where it can mean one thing only: %s', (text, ok) => {
    expect(rateIn(text).ok).toBe(ok);
  });

  test('bands and mixes with an idle zero', () => {
    expect(bandsIn('05/25').ok).toBe(false);
    expect(() => readOptions(['examples/portfolio.csv', '--targets', 'stocks=060,bonds=40'])).toThrow(
      'A flag is wrong',
    );
  });
});

test('a question with an ISIN or a WKN has lost no amount', () => {
  const text = 'What if I sell IE00B4L5Y983 and A00X2S?';
  expect(askedText(text)).toEqual({ ok: true, value: text });
});
