import type { Composition } from './name-rule.ts';

const YEAR = String.raw`20\d{2}`;
/** Words that only a target-date fund puts beside a year; after the year, or before it. */
const SERIES = String.raw`\b(?:(?:target|trgt|tgt|trg)[- ]?(?:date|dt|retire\w*|ret)|tdf|retire(?:ment)?|smart ?retire(?:ment)?|retire ?smart|life ?path|l ?path|real ?path|life ?cycle|lifestyle|life ?time|freedom)\b`;
/** Series that are called by one short word, which stands right before a year that ends in 0 or 5. */
const ROUND_YEAR = String.raw`20\d[05]`;
const SHORT = String.raw`\b(?:target|tgt|trgt)(?: portfolio)? (${ROUND_YEAR})\b|^l[- ]?(${ROUND_YEAR})\b|\b(?:tsp|thrift savings(?: plan)?|fed(?:eral)? l|l fund)\b.*\bl?[- ]?(${ROUND_YEAR})\b`;
/** "Target Retirement 2045", "Freedom Index 2050 Fund", "LifePath 2060", "2035 Target Date", "TSP L 2050". */
const TARGET_DATE = new RegExp(`${SERIES}.*\\b(${YEAR})\\b|\\b(${YEAR})\\b.*${SERIES}|${SHORT}`);

/** What has a year and is something else: a debt, savings for a school, a partnership, a company. */
const OTHERWISE =
  /\bdue\b|\bbonds?\b|\bbds?\b|\bnotes?\b|\bnts?\b|\btreasur|\bmaturity\b|\btarget term\b|\bfixed income\b|\bcredit\b|\bcorporate\b|\bmunicipal\b|\bmuni\b|\bdebt\b|\bcds?\b|\benrollment\b|\bcollege\b|\b529\b|\beducation\b|\bl\.?p\b|\bpartners\b|\bprivate\b|\bventures?\b|\d{1,2}\/\d{1,2}\/\d{2}|\d{4}-\d{2}-\d{2}/;
const COMPANY = /\b(?:inc|corp|corporation|llc|ltd|plc|bancorp|bank)\b/;
const FUND = /\bfunds?\b|\bfds?\b|\betf\b|\bindex\b|\btrust\b|\btr\b|\bcit\b|\bpool\b|\bportfolio\b|\bcollective\b/;

/** The year a target-date fund's name is built on; null for any other name. Lower case in. */
export function targetYear(name: string): number | null {
  if (OTHERWISE.test(name) || (COMPANY.test(name) && !FUND.test(name))) return null;
  const year = TARGET_DATE.exec(name)?.slice(1).join('') ?? '';
  return year === '' ? null : Number(year);
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
