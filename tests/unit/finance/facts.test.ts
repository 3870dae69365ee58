import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { analysis as analysisSchema } from '../../../shared/schemas/analysis.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { facts as factsSchema } from '../../../shared/schemas/fact.ts';
import type { RetirementGoals } from '../../../shared/schemas/goals.ts';
import { anyLines, AS_OF, cash, exchangeRates, instruments, line } from './portfolios.ts';

const factsFor = (lines: readonly SnapshotLine[], goals?: RetirementGoals) =>
  factsOf(
    analysisSchema.parse(
      analyze({ asOf: AS_OF, baseCurrency: 'USD', lines, instruments, exchangeRates, goals, seed: 1, paths: 40 }),
    ),
  );
const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 80_000, contribute: 20_000 };
const valueOf = (facts: ReturnType<typeof factsOf>, name: string) => facts.find((fact) => fact.name === name)?.value;

describe('facts', () => {
  test('fit the schema, each name once, for any portfolio', () => {
    fc.assert(
      fc.property(anyLines, fc.boolean(), (lines, asked) => {
        const facts = factsSchema.parse(factsFor(lines, asked ? goals : undefined));
        expect(new Set(facts.map(({ name }) => name)).size).toBe(facts.length);
      }),
      { numRuns: 60 },
    );
  });

  test('have names for any account and symbol a file may hold', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 100 });
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { maxLength: 12 }), (pairs) => {
        const lines = pairs.map(([accountName, symbol], index) =>
          line(symbol, 1, index % 3 === 0 ? null : 1, { accountName, name: accountName }),
        );
        const facts = factsSchema.parse(factsFor(lines));
        expect(new Set(facts.map(({ name }) => name)).size).toBe(facts.length);
      }),
    );
  });

  test('keep every number finite', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        for (const { value } of factsFor(lines, goals))
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('stay under 150 KB for the largest portfolio with the longest names', () => {
    const long = '長い名前'.repeat(50);
    const lines = Array.from({ length: 10_000 }, (_, index) =>
      line(`S${index % 3000}`, 1, index % 5 === 0 ? null : index, {
        accountName: `${index % 200} ${long}`.slice(0, 100),
        name: long,
        priceAsOf: index % 5 === 0 ? null : '2020-01-01',
        priceSource: long,
        costBasis: 1,
      }),
    );
    const json = JSON.stringify(factsFor([...lines, cash(-5)], goals));
    expect(new TextEncoder().encode(json).length).toBeLessThan(150_000);
  });

  test('name what a person asks about', () => {
    const facts = factsFor(
      [line('STOX', 3, 100, { costBasis: 200 }), line('BRK.B', 1, 100), line('NONE', 1, null), cash(100)],
      goals,
    );
    expect(valueOf(facts, 'portfolio.value')).toBe(500);
    expect(valueOf(facts, 'portfolio.cash.weight')).toBe(0.2);
    expect(valueOf(facts, 'portfolio.gain.ratio')).toBeCloseTo(0.5, 12);
    expect(valueOf(facts, 'allocation.assetClass.equity.weight')).toBe(0.6);
    expect(valueOf(facts, 'allocation.account.main.value')).toBe(500);
    expect(valueOf(facts, 'holding.STOX.gain')).toBe(100);
    expect(valueOf(facts, 'holding.BRK_B.weight')).toBe(0.2);
    expect(valueOf(facts, 'cash.USD.value')).toBe(100);
    expect(valueOf(facts, 'excluded.1.symbol')).toBe('NONE');
    expect(valueOf(facts, 'unclassified.weight')).toBe(0.2);
    expect(valueOf(facts, 'drift.assetClass.equity.target')).toBe(0.82);
    expect(valueOf(facts, 'goals.yearsToRetirement')).toBe(20);
    expect(typeof valueOf(facts, 'retirement.success')).toBe('number');
    expect(typeof valueOf(facts, 'retirement.balance.p50.65')).toBe('number');
    expect(valueOf(facts, 'retirement.missing')).toBeUndefined();
  });

  test('two accounts whose names look alike keep their own facts', () => {
    const facts = factsFor([
      line('STOX', 1, 100, { accountName: 'IRA' }),
      line('STOX', 2, 100, { accountName: 'I.R.A.' }),
      line('BOND', 1, 1, { accountName: 'ira!' }),
    ]);
    expect(facts.filter(({ name }) => /^allocation\.account\..*\.value$/.test(name)).map(({ name }) => name)).toEqual([
      'allocation.account.i-r-a.value',
      'allocation.account.ira.value',
      'allocation.account.ira-2.value',
    ]);
  });

  test('without goals one fact says why there is no projection', () => {
    expect(valueOf(factsFor([line('STOX', 1, 1)]), 'retirement.missing')).toContain('goals');
  });

  test('state returns over time where transactions were given, and nothing of them otherwise', () => {
    const transactions = [
      { date: '2024-03-31', accountName: 'Main', kind: 'buy', symbol: 'STOX', quantity: 1, price: 100 } as const,
    ];
    const prices = new Map([['STOX', [{ date: AS_OF, price: 121 }]]]);
    const given = { asOf: AS_OF, baseCurrency: 'USD', lines: [line('STOX', 1, 121)], instruments, seed: 1, paths: 40 };
    const facts = factsSchema.parse(
      factsOf(analysisSchema.parse(analyze({ ...given, history: { transactions, prices } }))),
    );
    expect(valueOf(facts, 'performance.whole.timeWeighted.total')).toBeCloseTo(0.21, 12);
    expect(valueOf(facts, 'performance.whole.moneyWeighted')).toBeCloseTo(0.1, 12);
    expect(valueOf(facts, 'performance.whole.moneyWeighted.total')).toBeCloseTo(0.21, 12);
    const later = transactions.map((one) => ({ ...one, date: '2026-03-13' }));
    const short = factsOf(analyze({ ...given, history: { transactions: later, prices } }));
    // 21 % in 18 days is no 4,680 % a year.
    expect(valueOf(short, 'performance.whole.moneyWeighted.total')).toBeCloseTo(0.21, 12);
    expect(
      short.some(({ name }) => /^performance\.whole\.(?:moneyWeighted|timeWeighted\.annualized)$/.test(name)),
    ).toBe(false);
    expect(valueOf(facts, 'performance.account.main.from')).toBe('2024-03-31');
    expect(factsOf(analyze(given)).some(({ name }) => name.startsWith('performance.'))).toBe(false);
  });
});
