import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maxDrawdown } from '../../../shared/finance/performance/drawdown.ts';
import { downsideDeviation, volatility } from '../../../shared/finance/performance/deviation.ts';
import { modifiedDietz } from '../../../shared/finance/performance/modified-dietz.ts';
import { moneyWeightedReturn } from '../../../shared/finance/performance/money-weighted.ts';
import { performanceOf } from '../../../shared/finance/performance/performance.ts';
import { sharpeRatio, sortinoRatio } from '../../../shared/finance/performance/ratios.ts';
import { linkedReturn, timeWeightedReturn } from '../../../shared/finance/performance/time-weighted.ts';
import type { Transaction } from '../../../shared/finance/performance/transactions.ts';
import vectors from '../../fixtures/vectors/returns.json' with { type: 'json' };

const day = (number: number) => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
const flowsOf = (amounts: readonly number[], every = 365) =>
  amounts.map((amount, index) => ({ date: day(index * every), amount }));

describe('outside figures', () => {
  test.each(vectors.xirr)('XIRR: $source', ({ flows, rate, tolerance }) => {
    const result = moneyWeightedReturn(flows.map(([date, amount]) => ({ date: String(date), amount: Number(amount) })));
    expect(result.kind).toBe('root');
    if (result.kind === 'root') expect(Math.abs(result.rate - rate)).toBeLessThan(tolerance);
  });

  test.each(vectors.modifiedDietz)('modified Dietz: $source', (given) => {
    const flows = given.flows.map(([at = 0, amount = 0]) => ({ day: at, amount }));
    expect(Math.abs((modifiedDietz(given.begin, given.end, given.days, flows) ?? 0) - given.return)).toBeLessThan(
      given.tolerance,
    );
  });

  test.each(vectors.timeWeighted)(
    'time-weighted: $source ($meaning)',
    ({ ending, beginning, income, returnPerPeriod, tolerance }) => {
      const periods = ending.map((end, index) => ({
        ending: end,
        beginning: beginning[index] ?? 0,
        income: income[index] ?? 0,
      }));
      expect(Math.abs((linkedReturn(periods) ?? 0) - returnPerPeriod)).toBeLessThan(tolerance);
    },
  );
});

describe('money-weighted return', () => {
  test('money all one way has no rate, and no money neither', () => {
    expect(moneyWeightedReturn(flowsOf([-1, -2])).kind).toBe('no_root');
    expect(moneyWeightedReturn([]).kind).toBe('no_root');
  });

  test('a flow set with two rates is given both, not one of them', () => {
    // -1 + 2.3/(1+r) - 1.32/(1+r)^2 = 0 at 10 % and 20 % (years of 365 days).
    const result = moneyWeightedReturn(flowsOf([-100, 230, -132]));
    expect(result.kind).toBe('several_roots');
    if (result.kind !== 'several_roots') return;
    expect(result.rates[0]).toBeCloseTo(0.1, 10);
    expect(result.rates[1]).toBeCloseTo(0.2, 10);
  });

  test('the rest of a rounding decides nothing: neither how many rates there are nor which', () => {
    const clean = moneyWeightedReturn(flowsOf([-1000, 1100]));
    for (const dust of [-1e-13, 0]) expect(moneyWeightedReturn(flowsOf([-1000, 1100, dust]))).toEqual(clean);
    expect(moneyWeightedReturn(flowsOf([1e-13, -1000, 1100]))).toEqual(clean);
  });

  test('two rates a hair apart, and a double one, are seen between the points that are looked at', () => {
    const close = moneyWeightedReturn(flowsOf([-100, 100 * (1.1 + 1.101), -100 * 1.1 * 1.101]));
    expect(close.kind === 'several_roots' && close.rates.length).toBe(2);
    const twice = moneyWeightedReturn(flowsOf([-100, 220, -121]));
    expect(twice.kind === 'root' ? twice.rate : twice.kind === 'several_roots' ? twice.rates[0] : null).toBeCloseTo(
      0.1,
      6,
    );
  });

  test('changes of direction that nothing balances have no rate', () => {
    expect(moneyWeightedReturn(flowsOf([-100, 10, -100])).kind).toBe('no_root');
  });

  test.each([
    [[-100, 1e-9], 'all but everything lost'],
    [[-1e-6, 1e9], 'a thousand million million times as much'],
  ])('%j: %s, has its rate', (amounts) => {
    const result = moneyWeightedReturn(flowsOf(amounts));
    const rate = -(amounts[1] ?? 0) / (amounts[0] ?? 1) - 1;
    expect(result.kind === 'root' ? result.rate / rate : null).toBeCloseTo(1, 12);
  });

  const amounts = fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 10_000 })), {
    minLength: 1,
    maxLength: 20,
  });
  const invested = fc
    .tuple(amounts, fc.integer({ min: 1, max: 100_000_000 }))
    .map(([paid, worth]) => [
      ...paid.map(([at, amount]) => ({ date: day(at), amount: -amount })),
      { date: day(4100), amount: worth },
    ]);
  test('one change of direction always has one rate, which balances the flows', () => {
    fc.assert(
      fc.property(invested, (flows) => {
        const result = moneyWeightedReturn(flows);
        expect(result.kind).toBe('root');
        if (result.kind !== 'root') return;
        const start = Math.min(...flows.map(({ date }) => Date.parse(date)));
        const terms = flows.map(
          ({ date, amount }) =>
            amount * Math.exp((-Math.log1p(result.rate) * (Date.parse(date) - start)) / 86_400_000 / 365),
        );
        const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
        expect(Math.abs(terms.reduce((sum, term) => sum + term, 0))).toBeLessThan(1e-9 * size);
      }),
    );
  });

  test('ten times the money is the same rate', () => {
    fc.assert(
      fc.property(invested, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (flows, factor) => {
        const one = moneyWeightedReturn(flows);
        const other = moneyWeightedReturn(flows.map(({ date, amount }) => ({ date, amount: amount * factor })));
        if (one.kind !== 'root' || other.kind !== 'root') throw new Error('one root each');
        expect(Math.abs(Math.log1p(one.rate) - Math.log1p(other.rate))).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('time-weighted return', () => {
  const prices = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 2, maxLength: 40 });
  const moves = fc.array(fc.integer({ min: -300, max: 1000 }), { minLength: 40, maxLength: 40 });

  test.each(['start', 'end'] as const)('is blind to deposits at the %s of any day', (timing) => {
    fc.assert(
      fc.property(prices, moves, (closes, deposits) => {
        let units = 1000;
        const flows: { date: string; amount: number }[] = [];
        const values = closes.map((close, index) => {
          // At the start of a day money buys at the close before, at its end at its own.
          const price = timing === 'end' ? close : (closes[index - 1] ?? close);
          const bought = index === 0 ? 0 : Math.max(-units / 2, (deposits[index] ?? 0) / price);
          units += bought;
          flows.push({ date: day(index), amount: bought * price });
          return { date: day(index), value: units * close };
        });
        const result = timeWeightedReturn(values, flows, timing);
        expect(result?.total).toBeCloseTo((closes.at(-1) ?? 0) / (closes[0] ?? 1) - 1, 9);
      }),
    );
  });

  test('links days and annualizes only what spans a year', () => {
    const values = [
      { date: '2024-01-01', value: 100 },
      { date: '2024-06-01', value: 150 },
      { date: '2025-12-31', value: 242 },
    ];
    const flows = [{ date: '2024-06-01', amount: 40 }];
    const result = timeWeightedReturn(values, flows, 'end');
    expect(result?.total).toBeCloseTo(1.1 * (242 / 150) - 1, 12);
    expect(result?.annualized).toBeCloseTo((1.1 * (242 / 150)) ** (365 / 730) - 1, 12);
    expect(timeWeightedReturn(values.slice(0, 2), flows)?.annualized).toBeNull();
  });

  test('taking nearly everything out on a bad day is no loss of nearly everything', () => {
    const values = [
      { date: day(0), value: 1000 },
      { date: day(1), value: 5 },
    ];
    expect(timeWeightedReturn(values, [{ date: day(1), amount: -985 }])?.total).toBeCloseTo(-0.01, 12);
  });

  test('nothing held has no return', () => {
    expect(timeWeightedReturn([], [])).toBeNull();
    expect(
      timeWeightedReturn(
        [
          { date: day(0), value: 0 },
          { date: day(1), value: 0 },
        ],
        [],
      ),
    ).toBeNull();
  });
});

describe('risk', () => {
  test('drawdown: the deepest fall, its peak, its trough, its recovery', () => {
    const index = [100, 120, 90, 130, 104, 110].map((value, at) => ({ date: day(at), value }));
    const found = maxDrawdown(index);
    expect(found).toMatchObject({ depth: 0.25, peak: day(1), trough: day(2), recovered: day(3) });
    expect(found?.current).toBeCloseTo(1 - 110 / 130, 12);
    expect(maxDrawdown(index.slice(0, 3))?.recovered).toBeNull();
    expect(maxDrawdown([])).toBeNull();
  });

  // By hand: returns 1 %, -1 %, 3 %, mean 1 %, squares 0 + 4 + 4 (x 1e-4), sample variance 4e-4.
  test('volatility divides by n - 1, downside deviation by n', () => {
    expect(volatility([0.01, -0.01, 0.03], 12)).toBeCloseTo(0.02 * Math.sqrt(12), 12);
    expect(downsideDeviation([0.01, -0.01, 0.03], 12)).toBeCloseTo(Math.sqrt(1e-4 / 3) * Math.sqrt(12), 12);
    expect(volatility([0.01], 12)).toBeNull();
  });

  test('Sharpe and Sortino by hand; nothing without variation or shortfall', () => {
    expect(sharpeRatio([0.01, -0.01, 0.03], 12)).toBeCloseTo((0.01 * 12) / (0.02 * Math.sqrt(12)), 12);
    expect(sortinoRatio([0.01, -0.01, 0.03], 12)).toBeCloseTo((0.01 * 12) / (Math.sqrt(1e-4 / 3) * Math.sqrt(12)), 12);
    expect(sharpeRatio([0.01, 0.01], 12)).toBeNull();
    expect(sortinoRatio([0.01, 0.02], 12)).toBeNull();
  });
});

test('the downside deviation that is stated is the one that the Sortino ratio beside it divides by', () => {
  const months = Array.from(
    { length: 36 },
    (_, at) => `20${24 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-28`,
  );
  const prices = months.map((date, at) => ({ date, price: 100 + 8 * Math.sin(at) + at }));
  const transactions: Transaction[] = [
    { accountName: 'A', date: '2024-01-28', kind: 'deposit', amount: 10_000 },
    { accountName: 'A', date: '2024-01-28', kind: 'buy', symbol: 'VTI', quantity: 100, price: 100 },
  ];
  const { risk } = performanceOf({
    transactions,
    prices: new Map([['VTI', prices]]),
    asOf: '2026-12-28',
    riskless: 0.03,
  }).whole;
  if (risk === null) throw new Error('no risk was told');
  const values = prices.map(({ price }, at) => (at === 0 ? 100 : price));
  const returns = values.slice(1).map((price, at) => price / (values[at] ?? 1) - 1);
  const excess = (risk.perYear * returns.reduce((sum, one) => sum + one, 0)) / returns.length - 0.03;
  expect(risk.sortino).toBeCloseTo(excess / risk.downsideDeviation, 6);
});
