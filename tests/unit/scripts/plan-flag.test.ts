import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { CommandError } from '../../../scripts/analysis/command-error.ts';
import { rate } from '../../../scripts/analysis/flag-values.ts';
import { readOptions } from '../../../scripts/analysis/options.ts';
import { readPlanFile } from '../../../scripts/analysis/read-plan-file.ts';
import { readRequest } from '../../../scripts/analysis/read-request.ts';
import { analyzeRequest } from '../../../shared/schemas/job.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-plan-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function complaint(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof CommandError) return [error.message, ...error.lines].join('\n');
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a tax rate', () => {
  test.each([
    ['15%', 0.15],
    ['7.5 %', 0.075],
    ['0.15', 0.15],
    ['15', 0.15],
    ['1', 0.01],
    ['0', 0],
  ])('%s', (text, value) => {
    expect(rate(text)).toEqual({ ok: true, value });
  });

  test.each(['150', '150%', '0.97', '-5%', 'a lot', '%'])('%s is refused with an example', (text) => {
    expect(rate(text)).toMatchObject({ ok: false, problem: expect.stringContaining('15%') });
  });

  test('needs goals to be a rate of', () => {
    expect(complaint(() => readOptions(['examples/portfolio.csv', '--tax-rate', '15%']))).toContain('--age');
    const flags = '--age 50 --retire-at 65 --income 50000 --tax-rate 15%'.split(' ');
    expect(readOptions(['examples/portfolio.csv', ...flags]).goals?.taxRate).toBe(0.15);
  });
});

describe('--plan', () => {
  test('beside flags of goals is one clear error that names them', () => {
    const flags = ['examples/portfolio.csv', '--plan', 'examples/plan.json', '--age', '50', '--pension', '9000@65'];
    expect(complaint(() => readOptions(flags))).toMatch(/A plan says it all: give --plan without --age, --pension/);
  });

  test('stands in the request in the place of goals, with the rows of its history', () => {
    const options = readOptions([
      'examples/portfolio.csv',
      '--plan',
      'examples/plan-history.json',
      '--as-of',
      '2026-11-01',
    ]);
    const { request } = readRequest(options);
    const parsed = analyzeRequest.parse(request);
    expect(parsed.goals).toBeUndefined();
    const returns = parsed.plan?.market.returns;
    expect(returns?.model === 'historical' && typeof returns.history !== 'string' && returns.history.rows.length).toBe(
      140,
    );
    expect(JSON.stringify(request).length).toBeLessThan(60_000);
  });

  test('may be in UTF-16, as Windows PowerShell redirects text, like the files beside it', () => {
    const text = readFileSync('examples/plan.json', 'utf8');
    const file = join(folder, 'wide.json');
    writeFileSync(file, Buffer.from(`\uFEFF${text}`, 'utf16le'));
    expect(readPlanFile(file)).toEqual(readPlanFile('examples/plan.json'));
    writeFileSync(file, Buffer.from('PK\u0003\u0004'));
    expect(complaint(() => readPlanFile(file))).toContain('wide.json cannot be read.');
    writeFileSync(file, ' \n');
    expect(complaint(() => readPlanFile(file))).toContain('There is no plan.');
  });

  test('whatever is wrong with it is told by field, beside what is wrong with the portfolio', () => {
    const file = join(folder, 'plan.json');
    writeFileSync(
      file,
      JSON.stringify({ people: [{ age: 'old', retireAt: 65 }], accounts: [], spending: { amount: 1 } }),
    );
    const text = complaint(() =>
      readRequest({
        files: [join(folder, 'none.csv')],
        plan: file,
        goals: undefined,
        rebalancing: undefined,
        prices: undefined,
        seed: 1,
        asOf: '2026-11-01',
      }),
    );
    expect(text).toContain('people[0].age');
    expect(text).toContain('none.csv');
  });

  test('a history too long to store is refused with what to do', () => {
    const csv = join(folder, 'days.csv');
    const rows = Array.from(
      { length: 8000 },
      (_, at) => `${1300 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')},0.001,0.002,0.001`,
    );
    writeFileSync(csv, ['month,equity,fixed_income,inflation', ...rows].join('\n'));
    const file = join(folder, 'long.json');
    const plan = {
      people: [{ age: 65, retireAt: 65 }],
      accounts: [{ name: 'Savings', type: 'tax_free', balance: 1 }],
      spending: { amount: 1 },
      market: { assets: [{ name: 'equity', weight: 1 }], returns: { model: 'bootstrap', history: 'days.csv' } },
    };
    writeFileSync(file, JSON.stringify(plan));
    expect(complaint(() => readPlanFile(file))).toMatch(/too large to analyse/);
  });
});

describe('a request', () => {
  const plan = readPlanFile('examples/plan.json');

  test('is not taken for small enough by its characters, of which one may take four bytes in the database', () => {
    const asset = '🌍'.repeat(20);
    const years = (count: number) =>
      Array.from({ length: count }, (_, year) => ({
        period: String(1000 + year),
        inflation: 0,
        returns: { [asset]: 0 },
      }));
    const of = (count: number) => ({
      people: [{ age: 65, retireAt: 65 }],
      accounts: [{ name: 'Savings', type: 'tax_free', balance: 1 }],
      spending: { amount: 1 },
      market: {
        assets: [{ name: asset, weight: 1 }],
        returns: { model: 'bootstrap', history: { frequency: 'year', rows: years(count) } },
      },
    });
    const small = of(1000);
    expect(analyzeRequest.safeParse({ plan: small }).error).toBeUndefined();
    const large = of(3500);
    expect(JSON.stringify(large).length).toBeLessThan(399_000);
    expect(analyzeRequest.safeParse({ plan: large }).error?.issues).toEqual([
      expect.objectContaining({ path: ['plan'], message: expect.stringContaining('at most 400000 bytes') }),
    ]);
  });

  test('has a plan or goals, not both', () => {
    const goals = { age: 50, retireAt: 65, income: 1 };
    expect(analyzeRequest.safeParse({ plan }).success).toBe(true);
    expect(analyzeRequest.safeParse({ plan, goals }).error?.issues[0]?.path).toEqual(['plan']);
  });

  test('cannot name a file of the machine that it is sent to', () => {
    const market = { ...plan.market, returns: { model: 'historical', history: '/etc/passwd' } };
    const { error } = analyzeRequest.safeParse({ plan: { ...plan, market } });
    expect(error?.issues[0]?.path).toEqual(['plan', 'market', 'returns', 'history']);
  });
});
