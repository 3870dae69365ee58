import type { FactIndex } from '../fact-index.ts';
import type { Meaning } from '../fact-meaning.ts';

/** What a fact or a sum of facts comes to. `quotient`: of two of one unit, a part or a number of times. */
export interface Worth {
  /** Fractions are 0 to 1; signed as the facts are. */
  value: number;
  unit: 'usd' | 'fraction' | 'points' | 'ratio' | 'count' | 'years' | 'age' | 'quotient' | 'plain';
  /** What may be added to it. */
  sort: Sort;
}

/** Money is so much a year, so much of a shorter period, or an amount; fractions are parts of a whole, chances, or rates. */
export type Sort =
  | 'yearly'
  | 'periodic'
  | 'amount'
  | 'share'
  | 'chance'
  | 'rate'
  | 'loss'
  | 'gain'
  | 'alone'
  | 'foreign'
  | 'years'
  | 'age'
  | 'plain'
  | 'any';

const RATES: ReadonlySet<string> = new Set(['return', 'volatility', 'cost', 'inflation', 'income', 'riskless', 'growth']); // prettier-ignore
/** Grades, coverages and tax rates have nothing that they go with. */
const ALONE: ReadonlySet<string> = new Set(['diversified', 'trade', 'known', 'taxed', 'sure', 'correlation', 'compared', 'effective']); // prettier-ignore
const CHANCES: ReadonlySet<string> = new Set(['chance', 'confidence', 'sequence', 'error']);

/** The value of one fact with its unit; null where it is no number. */
export function worthOfFact(name: string, { units, values, meanings }: FactIndex): Worth | null {
  const [value, unit] = [values.get(name), units.get(name)];
  if (typeof value !== 'number') return null;
  const meaning = meanings(name);
  switch (unit) {
    case 'usd':
      return { value, unit, sort: meaning.yearly === true ? 'yearly' : 'amount' };
    case 'fraction':
    case 'points':
      return { value, unit, sort: sortOf(meaning) };
    case 'count':
    case 'years':
      return { value, unit, sort: unit === 'years' ? 'years' : 'any' };
    case 'age':
      return { value, unit, sort: 'age' };
    case 'ratio':
      return { value, unit, sort: name.startsWith('exchangeRate.') ? 'rate' : 'any' };
    default:
      return null;
  }
}

/** Shares of the portfolio and shares of the stocks are parts of different wholes. */
function sortOf({ topic }: Meaning): Sort {
  if (topic !== null && CHANCES.has(topic)) return 'chance';
  if (topic !== null && ALONE.has(topic)) return 'alone';
  if (topic === 'loss' || topic === 'drawdown') return 'loss';
  if (topic === 'gain') return 'gain';
  if (topic !== null && RATES.has(topic)) return 'rate';
  return topic === null ? 'any' : 'share';
}
