import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InvalidInputError } from '../../../shared/errors.ts';
import { plan, projectPlan, readHistory } from '../../../shared/finance/retirement/engine.ts';
import { outlineOf } from '../../../shared/finance/retirement/portfolio/outline.ts';
import { periodNumber } from '../../../shared/schemas/retirement-plan/history-periods.ts';
import { planFrom } from '../../../scripts/retirement/read-plan.ts';
import { aPlan } from './a-plan.ts';

const text = readFileSync('examples/history-us-annual.csv', 'utf8');
const [header = '', ...years] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const fileOf = (rows: readonly string[], first = header): string => [first, ...rows].join('\n');

/** The plan of thirty years on this record. */
const onHistory = (csv: string) =>
  aPlan({
    market: {
      assets: ['equity', 'fixed_income'].map((name) => ({ name, weight: 1 })),
      returns: { model: 'historical', history: readHistory(csv, 'h.csv') },
    },
    longevity: { model: 'fixed_years', years: 30 },
  });

const problemsOf = (read: () => unknown): string[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof InvalidInputError) return error.problems.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
};
const refusedIn = (csv: string): string[] => problemsOf(() => readHistory(csv, 'h.csv'));

describe('a history in another order than that of time', () => {
  const straight = projectPlan(onHistory(fileOf(years)));

  test('gives the answer of the record newest first, and says that it stood so', () => {
    const reversed = onHistory(fileOf(years.toReversed()));
    const { notes, ...answer } = projectPlan(reversed);
    const { notes: plain, ...expected } = straight;
    expect(answer).toEqual(expected);
    expect(notes.filter((note) => !plain.includes(note))).toEqual([
      'The history stood newest first and was put in the order of time.',
    ]);
    expect(outlineOf(reversed).history).toEqual({ first: '1871', last: '2010' });
  });

  test('shuffled is put in order as well', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(years, { minLength: years.length }), (shuffled) => {
        expect(projectPlan(onHistory(fileOf(shuffled))).success).toBe(straight.success);
      }),
      { numRuns: 3 },
    );
  });

  test('in the plan itself, by months, is run in order too', () => {
    const rows = Array.from({ length: 36 }, (_, at) => ({
      period: `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
      inflation: 0.001,
      returns: { equity: (at % 7) / 100 },
    }));
    const run = (ordered: typeof rows) =>
      projectPlan(
        aPlan({
          market: {
            assets: [{ name: 'equity', weight: 1 }],
            returns: { model: 'bootstrap', history: { frequency: 'month', rows: ordered } },
          },
        }),
      );
    expect(run(rows.toReversed()).balance).toEqual(run(rows).balance);
  });
});

describe('a record with holes is refused by line', () => {
  test.each([
    [
      'a year twice',
      fileOf([...years.slice(0, 20), ...years.slice(19)]),
      ['h.csv:22, year: 1890 stands in line 21 too'],
    ],
    [
      'years missing',
      fileOf([...years.slice(0, 20), ...years.slice(30)]),
      ['h.csv:22, year: 10 years are missing between 1890 and 1901'],
    ],
    [
      'years missing newest first',
      fileOf([...years.slice(0, 20), ...years.slice(21)].toReversed()),
      ['h.csv:120, year: a year is missing between 1890 and 1892'],
    ],
    [
      'no years, and a figure that is none: all at once',
      fileOf(['foo,0.1,0.1', '2001,x,0.1', '2001-02,0.1,0.1'], 'year,equity,inflation'),
      [
        'h.csv:2, year: "foo" is not a year, such as 1998',
        'h.csv:3, equity: "x" is not a return, which is 0.07 or 7%',
        'h.csv:4, year: "2001-02" is not a year, such as 1998',
      ],
    ],
    [
      'months',
      fileOf(
        ['2000-01,0.1,0.01', '2000-13,0.1,0.01', '2000-03,0,0', '2000-03,0,0', '2001-03,0,0'],
        'month,equity,inflation',
      ),
      [
        'h.csv:3, month: "2000-13" is not a month, such as 1998-04',
        'h.csv:5, month: 2000-03 stands in line 4 too',
        'h.csv:6, month: 11 months are missing between 2000-03 and 2001-03',
      ],
    ],
    [
      'a decimal comma, which shifts the row',
      fileOf(['2000,0,1,0,02', '2001,0.1,0.1'], 'year,equity,inflation'),
      ['h.csv:2, row: has 5 cells, the header 3'],
    ],
  ])('%s', (_, csv, expected) => {
    expect(refusedIn(csv)).toEqual(expected);
  });

  test('at twenty problems, and how many more', () => {
    const said = refusedIn(fileOf(years.map((line) => line.replace(/^\d+/, 'foo'))));
    expect(said).toHaveLength(21);
    expect(said.at(-1)).toBe('h.csv: and 120 more problems');
  });

  test('in the plan itself', () => {
    const row = { inflation: 0, returns: { equity: 0.1 } };
    const rows = ['1999', '2000', '2000', '2003'].map((period) => ({ ...row, period }));
    const parsed = plan.safeParse({
      ...aPlan(),
      market: {
        assets: [{ name: 'equity', weight: 1 }],
        returns: { model: 'bootstrap', history: { frequency: 'year', rows } },
      },
    });
    expect(parsed.error?.issues.map(({ path, message }) => `${path.slice(3).join('.')}: ${message}`)).toEqual([
      'rows.2.period: 2000 stands in rows[1] too',
      'rows.3.period: 2 years are missing between 2000 and 2003',
    ]);
  });
});

test.each([['1998-04'], ['1998-4'], ['1998/04'], ['199804'], ['1998.04'], ['1998-04-30'], ['4/1998'], ['04/1998']])(
  '%s is April of 1998',
  (written) => {
    expect(periodNumber(written, 'month')).toBe(1998 * 12 + 3);
  },
);

test('months as decimals have October with one digit; a month of its own column counts with its year', () => {
  expect(periodNumber('1871.1', 'month')).toBe(1871 * 12 + 9);
  expect(periodNumber('1871.2', 'month')).toBeNull();
  const { frequency, rows } = readHistory('Year,Month,equity,inflation\n1999,12,1%,0\n2000,1,2%,0\n', 'h.csv');
  expect(frequency).toBe('month');
  expect(rows.map(({ period }) => period)).toEqual(['1999-12', '2000-01']);
});

describe('figures in percent without a sign', () => {
  const rows = (figures: readonly string[]) =>
    fileOf(
      figures.map((cells, at) => `${2000 + at},${cells}`),
      'year,equity,fixed_income,inflation',
    );

  test('are refused, a column in one line that says both forms, beside columns of fractions', () => {
    expect(refusedIn(rows(['0.07,5.2,2.5', '-0.1,4.1,3.1', '0.12,-0.8,0.4']))).toEqual([
      'h.csv:2, inflation: "2.5" without a % sign is 250% a year: write 2.5% or 0.025; where 250% is meant, write that; so are the others of this column',
      'h.csv:3, fixed_income: "4.1" without a % sign is 410% a year: write 4.1% or 0.041; where 410% is meant, write that; so are the others of this column',
    ]);
  });

  test('are refused one by one in a column of fractions', () => {
    expect(refusedIn(rows(['0.07,0.05,0.02', '0.1,5.2,0.02', '-3.28,0.05,0.02']))).toEqual([
      'h.csv:3, fixed_income: "5.2" without a % sign is 520% a year: write 5.2% or 0.052; where 520% is meant, write that',
      'h.csv:4, equity: "-3.28" without a % sign is -328% a year: write -3.28% or -0.0328',
    ]);
  });

  test('of months are known too, for they are smaller', () => {
    const months = ['0.9,0.2', '-2.1,0.3', '3.3,0.2'].map((cells, at) => `2000-0${at + 1},${cells}`);
    expect(refusedIn(fileOf(months, 'month,equity,inflation'))).toHaveLength(2);
  });

  test('a hyperinflation is taken with its sign, and noted', () => {
    const csv = rows(['900%,300%,800%', '1200%,400%,700%', '0.5,10%,20%']);
    expect(readHistory(csv, 'h.csv').rows[0]?.inflation).toBe(8);
    const history = readHistory(csv, 'h.csv');
    const { notes } = projectPlan(
      aPlan({
        market: { assets: [{ name: 'equity', weight: 1 }], returns: { model: 'bootstrap', history } },
        simulation: { paths: 20 },
      }),
    );
    expect(notes.join(' ')).toContain('very large in stocks (900%), bonds (300%), inflation (700%)');
  });

  test('no record of fractions is taken for one of percent', () => {
    expect(refusedIn(text)).toEqual([]);
  });
});

describe('a plan', () => {
  const base = {
    people: [{ age: 65, retireAt: 65 }],
    accounts: [{ name: 'Savings', type: 'tax_free', balance: 1 }],
    spending: { amount: 1 },
  };
  const read = (market: unknown) =>
    problemsOf(() => planFrom(JSON.stringify({ ...base, market }), 'plan.json', 'examples'));

  test('that needs a column that the history has not is told so in one line each', () => {
    const assets = ['equity', 'bonds', 'gold'].map((name) => ({ name, weight: 1 }));
    expect(read({ assets, returns: { model: 'historical', history: 'history-us-annual.csv' } })).toEqual([
      'history-us-annual.csv: has no column "bonds", only equity, fixed_income, cash',
      'history-us-annual.csv: has no column "gold", only equity, fixed_income, cash',
    ]);
  });

  test('with rows in percent is refused by column', () => {
    const rows = ['2000', '2001', '2002'].map((period) => ({ period, inflation: 2.5, returns: { equity: 0.07 } }));
    const history = { frequency: 'year', rows };
    expect(read({ assets: [{ name: 'equity', weight: 1 }], returns: { model: 'bootstrap', history } })).toEqual([
      'market.returns.history.rows[].inflation: figures such as 2.5 are fractions here, 250%: 7% is 0.07 (figures that large can be given in a CSV file, with their % sign)',
    ]);
  });

  test('with one row in percent is refused by that row', () => {
    const rows = ['2000', '2001', '2002'].map((period, at) => ({
      ...{ period, inflation: 0.02 },
      returns: { equity: at === 1 ? 5.2 : 0.07 },
    }));
    const returns = { model: 'bootstrap', history: { frequency: 'year', rows } };
    const [problem, ...more] = read({ assets: [{ name: 'equity', weight: 1 }], returns });
    expect(problem).toContain(
      'market.returns.history.rows[1].returns.equity: 5.2 is a fraction here, 520%: 7% is 0.07',
    );
    expect(more).toEqual([]);
  });

  test('with a field twice is refused by its line, not read by the last of them', () => {
    const twice = '{\n "people": [],\n "people": [{ "age": 65, "age": 66 }]\n}';
    expect(problemsOf(() => planFrom(twice, 'plan.json', '.'))).toEqual([
      'plan.json:3, people: this field is written twice in one object',
      'plan.json:3, age: this field is written twice in one object',
    ]);
  });
});
