import type { Composition } from './name-rule.ts';

/** "Target Retirement 2045", "Freedom Index 2050 Fund", "LifePath 2060", "2035 Target Date". */
const TARGET_DATE = /(?:target|retirement|lifepath|lpath|freedom|lifecycle|lifestyle|date|\bl).*\b(20[0-9]{2})\b|\b(20[0-9]{2})\b.*(?:target|retirement|lifepath|freedom|lifecycle)/; // prettier-ignore

/** The year a target-date fund's name is built on; null for any other name. Lower case in. */
export function targetYear(name: string): number | null {
  const match = TARGET_DATE.exec(name);
  return match === null ? null : Number(match[1] ?? match[2]);
}

/**
 * Share in stocks by years to the target date, linear between the points. It follows the shape that the largest index-based
 * series publish in their prospectuses (about 90% until 25 years before, 50% at the date, 30% from 7 years after);
 * single series differ by 10 to 15 percentage points, which is why the confidence is low.
 */
const GLIDE_PATH: readonly (readonly [years: number, stocks: number])[] = [
  [-7, 0.3],
  [0, 0.5],
  [5, 0.6],
  [25, 0.9],
];

/** What a typical target-date fund holds that many years before its date (negative: after it). */
export function targetDateMix(years: number): Composition {
  const stocks = Math.round(stocksAt(years) * 100) / 100;
  const bonds = 1 - stocks;
  return {
    assetClasses: { equity: stocks, fixed_income: bonds },
    // 60% of the stocks and 70% of the bonds at home; the stocks abroad as world markets outside the United States weigh.
    regions: {
      north_america: 0.63 * stocks + 0.72 * bonds,
      europe: 0.16 * stocks + 0.17 * bonds,
      pacific: 0.1 * stocks + 0.08 * bonds,
      emerging_markets: 0.11 * stocks + 0.03 * bonds,
    },
    sectors: { unknown: 1 },
  };
}

function stocksAt(years: number): number {
  const [first, last] = [GLIDE_PATH[0], GLIDE_PATH.at(-1)];
  if (first === undefined || last === undefined || years >= last[0]) return last?.[1] ?? 0;
  if (years <= first[0]) return first[1];
  const above = GLIDE_PATH.findIndex(([at]) => at > years);
  const [from = first, to = last] = [GLIDE_PATH[above - 1], GLIDE_PATH[above]];
  return from[1] + ((to[1] - from[1]) * (years - from[0])) / (to[0] - from[0]);
}
