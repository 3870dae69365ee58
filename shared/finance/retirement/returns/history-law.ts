import { oldestFirst } from '../../../schemas/retirement-plan/history-periods.ts';
import type { History, MarketPlan } from '../../../schemas/retirement-plan/market.ts';
import type { Laws } from './laws.ts';

/**
 * The yearly figures of a record, as those of a drawn market are given: arithmetic means and standard deviations of nominal
 * returns, correlations of the periods. Months are taken as independent: the mean growth of twelve is (1 + m)^12 and its
 * mean square (s^2 + (1 + m)^2)^12.
 */
export function historyLaw(history: History, market: MarketPlan): Laws {
  const periods = history.frequency === 'month' ? 12 : 1;
  // In one order: the same record has the same figures to the last bit.
  const rows = oldestFirst(history);
  const columns = market.assets.map(({ name }) => rows.map((row) => row.returns[name] ?? 0));
  const inflation = moments(rows.map((row) => row.inflation));
  const own = columns.map((column) => moments(column));
  return {
    assets: market.assets.map(({ name }, index) => ({ name, ...yearly(own[index], periods), real: false })),
    inflation: { ...yearly(inflation, periods), persistence: 0 },
    correlation: (one, other) => (one === other ? 1 : correlation(columns[one] ?? [], columns[other] ?? [])),
    given: () => true,
  };
}

interface Moments {
  mean: number;
  variance: number;
}

function moments(values: readonly number[]): Moments {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) };
}

function yearly({ mean, variance }: Moments = { mean: 0, variance: 0 }, periods: number) {
  let growth = 1;
  let square = 1;
  for (let period = 0; period < periods; period++) {
    growth *= 1 + mean;
    square *= variance + (1 + mean) ** 2;
  }
  return { mean: growth - 1, volatility: Math.sqrt(Math.max(0, square - growth * growth)) };
}

/** Pearson's; 0 where one of them never changes. */
function correlation(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [moments(one), moments(other)];
  const spread = Math.sqrt(a.variance * b.variance);
  if (spread === 0) return 0;
  const sum = one.reduce((total, value, index) => total + (value - a.mean) * ((other[index] ?? 0) - b.mean), 0);
  return Math.max(-1, Math.min(1, sum / (one.length - 1) / spread));
}
