import { describe, expect, test } from '@jest/globals';
import { CommandError } from '../../../scripts/analysis/command-error.ts';
import { incomeFrom } from '../../../scripts/analysis/flag-values.ts';
import { readOptions } from '../../../scripts/analysis/options.ts';
import { goalsOf, type GivenGoals } from '../../../scripts/analysis/goal-flags.ts';

const given: GivenGoals = {
  age: 60,
  retireAt: 66,
  income: 70_000,
  contribute: undefined,
  lifeExpectancy: undefined,
  otherIncome: undefined,
  taxRate: undefined,
  confidence: undefined,
};

describe('an income and its age', () => {
  test.each([
    ['28000@67', { amount: 28_000, from: 67 }],
    ['$12,000@62-70', { amount: 12_000, from: 62, to: 70 }],
    ['9k@65', { amount: 9000, from: 65 }],
  ])('%s', (text, value) => {
    expect(incomeFrom(text)).toEqual({ ok: true, value });
  });

  test.each(['28000', '@67', '28000@', '28000@sixty', '28000@67@70', 'lots@67', '28000@67-'])(
    '%s is refused with an example',
    (text) => {
      expect(incomeFrom(text)).toMatchObject({ ok: false, problem: expect.stringContaining('28000@67') });
    },
  );
});

describe('goals from flags', () => {
  test('what does not fit another is told beside what cannot be read', () => {
    const flags = '--age 45 --retire-at 44.5 --income 80k --life-expectancy 40';
    expect(() => readOptions(['examples/portfolio.csv', ...flags.split(' ')])).toThrow(
      expect.objectContaining({
        lines: expect.arrayContaining([
          expect.stringContaining('--retire-at is "44.5"'),
          '--life-expectancy: must be above --age',
        ]),
      }),
    );
  });

  test('an income is counted once for each time it is given', () => {
    const flags = '--age 60 --retire-at 66 --income 90000 --social-security 28000@67 --pension 9k@65 --pension 5k@70';
    expect(readOptions(['examples/portfolio.csv', ...flags.split(' ')]).goals?.otherIncome).toEqual([
      { kind: 'social_security', amount: 28_000, from: 67 },
      { kind: 'pension', amount: 9000, from: 65 },
      { kind: 'pension', amount: 5000, from: 70 },
    ]);
  });

  test('an income alone is no plan: the flags that are missing are named', () => {
    const pension = { kind: 'pension', amount: 1, from: 67 } as const;
    expect(() => goalsOf({ ...given, age: undefined, otherIncome: [pension] })).toThrow('--age');
  });

  test('what does not fit is named by its flag', () => {
    const backwards = { kind: 'other', amount: 1, from: 70, to: 65 } as const;
    const young = { kind: 'social_security', amount: 1, from: 5 } as const;
    expect(() => goalsOf({ ...given, otherIncome: [backwards, young] })).toThrow(
      expect.objectContaining({
        lines: [
          expect.stringMatching(/^--other-income \(its last age\): must be above from/),
          expect.stringMatching(/^--social-security \(its age\): /),
        ],
      }),
    );
  });

  test.each([
    ['--pension 9000@40-58', '--pension (its last age): must be above --age, 60: it has ended already.'],
    ['--other-income 9000@40-60', '--other-income (its last age): must be above --age, 60: it has ended already.'],
  ])('an income that has ended is refused, not dropped: %s', (income, line) => {
    const flags = `--age 60 --retire-at 66 --income 90000 ${income}`;
    const refused = (more: string) =>
      expect(() => readOptions(['examples/portfolio.csv', ...`${flags}${more}`.split(' ')]));
    refused('').toThrow(expect.objectContaining({ lines: [line] }));
    // And beside what cannot be read.
    refused(' --contribute lots').toThrow(expect.objectContaining({ lines: expect.arrayContaining([line]) }));
  });

  test.each(['28000@60', '28000@61', '28000@71'])(
    'Social Security is claimed at 62 to 70, as in a plan: %s',
    (text) => {
      const flags = `examples/portfolio.csv --age 50 --retire-at 66 --income 90000 --social-security ${text}`;
      expect(() => readOptions(flags.split(' '))).toThrow(
        expect.objectContaining({
          lines: expect.arrayContaining([expect.stringMatching(/--social-security .*62 to 70/)]),
        }),
      );
    },
  );

  test.each([
    ['95%', 0.95],
    ['95', 0.95],
    ['.9', 0.9],
    ['99.5%', 0.995],
  ])('how sure it has to be reaches the goals: %s', (text, confidence) => {
    const flags = `examples/portfolio.csv --age 50 --retire-at 66 --income 90000 --confidence ${text}`;
    expect(readOptions(flags.split(' ')).goals).toMatchObject({ confidence });
  });

  test.each(['1', '100%', '100', '0', '0%', '095', 'sure'])('no plan can be as sure as that: %s', (text) => {
    const flags = `examples/portfolio.csv --age 50 --retire-at 66 --income 90000 --confidence ${text}`;
    expect(() => readOptions(flags.split(' '))).toThrow(
      expect.objectContaining({ lines: expect.arrayContaining([expect.stringContaining('--confidence is "')]) }),
    );
  });

  test('Social Security that is paid already is no mistake', () => {
    const flags = 'examples/portfolio.csv --age 75 --retire-at 66 --income 90000 --social-security 28000@62';
    expect(readOptions(flags.split(' ')).goals?.otherIncome).toMatchObject([{ from: 62 }]);
  });

  test.each(['', ' --contribute lots'])('a life that ends before today is one mistake, not two%s', (more) => {
    const flags = `examples/portfolio.csv --age 62 --retire-at 66 --income 90000 --life-expectancy 60${more}`;
    try {
      readOptions(flags.split(' '));
      throw new Error('It was taken.');
    } catch (error) {
      const said = error instanceof CommandError ? error.lines.join('\n') : String(error);
      expect(said).toContain('--life-expectancy: must be above --age');
      expect(said).not.toContain('--retire-at');
    }
  });

  test('a limit is told in plain words, by its flag', () => {
    expect(() => goalsOf({ ...given, age: 200, retireAt: 210 })).toThrow(
      expect.objectContaining({
        message: 'Flags are out of their range:',
        // And nothing of --life-expectancy, which was not given.
        lines: ['--age: must be 110 or less', '--retire-at: must be 110 or less'],
      }),
    );
  });
});

test('what is out of its range is told with what cannot be read, not after it is mended', () => {
  const argv = 'my.csv --age 200 --retire-at 300 --income -5 --bogus 3'.split(' ');
  let said: readonly string[] = [];
  try {
    readOptions(argv);
  } catch (error) {
    said = error instanceof CommandError ? [error.message, ...error.lines] : [String(error)];
  }
  const all = said.join('\n');
  for (const flag of ['--bogus', '--income', '--age', '--retire-at']) expect(all).toContain(flag);
});
