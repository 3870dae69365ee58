import { allocate } from '../shared/finance/allocation.ts';
import { analyze } from '../shared/finance/analyze.ts';
import { factsOf } from '../shared/finance/facts.ts';
import { rebalance } from '../shared/finance/rebalancing/rebalance.ts';
import { GLOBAL_MARKET } from '../shared/finance/target-mix.ts';
import { valuePortfolio } from '../shared/finance/valuation.ts';
import type { SnapshotLine } from '../shared/schemas/analysis.ts';
import type { Instrument } from '../shared/schemas/classification.ts';

const AS_OF = '2026-03-31';
const RUNS = 9;
const GOAL_MS = 100;

const POSITIONS = 10_000;
const ACCOUNTS = 100;

/** Positions over `count` instruments, each with spreads over classes, regions and sectors. */
function largePortfolio(
  count: number,
  advantagedAccounts: number,
): { lines: SnapshotLine[]; instruments: Map<string, Instrument> } {
  const spread = (keys: readonly string[], first: number) => {
    const share = 1 / 4;
    return Object.fromEntries([0, 1, 2, 3].map((step) => [keys[(first + step) % keys.length] ?? '', share]));
  };
  const classes = ['equity', 'fixed_income', 'real_estate', 'commodities', 'cash'] as const;
  const regions = ['north_america', 'europe', 'pacific', 'emerging_markets'];
  const sectors = ['energy', 'financials', 'health_care', 'industrials', 'materials', 'utilities', 'other'];
  const instruments = new Map<string, Instrument>();
  for (let index = 0; index < count; index += 1) {
    const symbol = `F${index}`;
    instruments.set(symbol, {
      symbol,
      name: `Fund ${index}`,
      type: index % 3 === 0 ? 'stock' : 'etf',
      currency: 'USD',
      expenseRatio: index % 3 === 0 ? null : 0.001,
      classification: {
        assetClasses: index % 7 === 0 ? { equity: 0.6, fixed_income: 0.4 } : { [classes[index % 5] ?? 'equity']: 1 },
        regions: spread(regions, index),
        sectors: spread(sectors, index),
        source: 'reference',
        citation: 'benchmark',
        asOf: AS_OF,
        confidence: 1,
      },
    });
  }
  const lines = Array.from({ length: POSITIONS }, (_, index): SnapshotLine => {
    const instrument = (index * 7) % count;
    return {
      accountName: `Account ${index % ACCOUNTS}`,
      accountType: index % ACCOUNTS < advantagedAccounts ? 'tax_deferred' : 'taxable',
      kind: 'holding',
      symbol: `F${instrument}`,
      name: null,
      quantity: 1 + (index % 97) / 8,
      currency: index % 10 === 0 ? 'EUR' : 'USD',
      price: 10 + (instrument % 300) / 7,
      priceAsOf: AS_OF,
      priceSource: 'benchmark',
      costBasis: index % 2 === 0 ? 150 : null,
    };
  });
  return { lines, instruments };
}

/** Prints the median of several runs of each part, for portfolios of 10,000 positions in 100 accounts. */
export function run(): void {
  measure('400 instruments, half the accounts tax-advantaged', { count: 400, advantagedAccounts: ACCOUNTS / 2 });
  measure('10,000 instruments, every account taxable', { count: POSITIONS, advantagedAccounts: 0 });
  measure('10,000 instruments, every account taxable, trades from 100 dollars on', {
    count: POSITIONS,
    advantagedAccounts: 0,
    minimumTrade: 100,
  });
  measure('10,000 instruments, half the accounts tax-advantaged, parts of shares from 1 dollar on', {
    count: POSITIONS,
    advantagedAccounts: ACCOUNTS / 2,
    minimumTrade: 1,
    shares: 'fractional',
  });
}

interface Case {
  count: number;
  advantagedAccounts: number;
  minimumTrade?: number;
  shares?: 'fractional';
}

function measure(title: string, { count, advantagedAccounts, ...options }: Case): void {
  const { lines, instruments } = largePortfolio(count, advantagedAccounts);
  const rates = [{ from: 'EUR', to: 'USD', rate: 1.0837, asOf: AS_OF, source: 'benchmark' }];
  const own = { assetClasses: { equity: 0.6, fixed_income: 0.3, real_estate: 0.1 } };
  const targets = { ...own, ...options };
  const valuation = valuePortfolio(lines, 'USD', rates);
  const whole = () =>
    analyze({
      asOf: AS_OF,
      baseCurrency: 'USD',
      lines,
      instruments,
      exchangeRates: rates,
      targets: own,
      rebalancing: options,
      seed: 1,
    });
  const analysis = whole();
  const rows: [string, () => unknown][] = [
    ['value', () => valuePortfolio(lines, 'USD', rates)],
    ['allocate', () => allocate(valuation, instruments)],
    ['rebalance', () => rebalance(valuation, instruments, targets)],
    [
      `value + allocate + rebalance (goal: under ${GOAL_MS} ms)`,
      () => {
        const fresh = valuePortfolio(lines, 'USD', rates);
        return [allocate(fresh, instruments), rebalance(fresh, instruments, targets)];
      },
    ],
    [
      'rebalance, with regions',
      () => rebalance(valuation, instruments, { ...targets, regions: GLOBAL_MARKET.weights }),
    ],
    ['analyze, without a projection', whole],
    ['facts', () => factsOf(analysis)],
  ];
  const trades = rebalance(valuation, instruments, targets)?.tradeCount ?? 0;
  console.log(`10,000 positions in 100 accounts, ${title}: ${trades} trades; ${RUNS} runs`);
  console.table(
    rows.map(([part, work]) => {
      const first = timed(work);
      const runs = Array.from({ length: RUNS }, () => timed(work));
      const median = (of: 'clock' | 'processor') =>
        round(runs.map((run) => run[of]).sort((a, b) => a - b)[(RUNS - 1) / 2]);
      return {
        part,
        'first, ms': round(first.clock),
        'median, ms': median('clock'),
        'processor, ms': median('processor'),
      };
    }),
  );
}

/** By the clock, and of the processor, which other programs on the machine change less. Milliseconds. */
function timed(work: () => unknown): { clock: number; processor: number } {
  const before = process.cpuUsage();
  const start = performance.now();
  work();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { clock, processor: (user + system) / 1000 };
}

function round(ms = NaN): number {
  return Math.round(ms * 10) / 10;
}

if (import.meta.main) run();
