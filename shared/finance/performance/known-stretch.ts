import { daysBetween, STALE_AFTER_DAYS } from '../staleness.ts';
import type { Day } from './history.ts';
import { STEP } from './priced-until.ts';
import { YEAR } from './series.ts';
import type { DatedValue } from './series.ts';
import { dustOf } from './time-weighted.ts';
import type { TimeWeighted } from './time-weighted.ts';

/** So much of what is invested may be without a price of the day, a fraction: volatility is off by about as much. */
const LITTLE = 0.05;
/** Fewer known days a year than this hide the falls between them: monthly prices, one of a year missing, are the least. */
export const OFTEN = 11;

/** The days that falls, volatility and ratios are of. */
export interface KnownStretch {
  from: string;
  to: string;
  /** Whether that leaves out more than a week of the whole time, at its start or its end. */
  isPart: boolean;
  /** Days in which there was money. */
  days: number;
  /** Growth at the known days. */
  index: DatedValue[];
  /** Return from each known day to the next. */
  returns: number[];
}

/** Whether nearly all that is invested has a price of the day, or of the three before it, as over a weekend. */
export const isKnown = ({ invested, lagging }: Pick<Day, 'invested' | 'lagging'>): boolean =>
  lagging <= LITTLE * Math.abs(invested);

/**
 * The last stretch of days on which nearly all was priced, near enough to one another to see what lies between: what stands at
 * an old price neither falls nor swings, and its next price is no day's move. GIPS wants valuations monthly at least, and a
 * standard deviation of monthly returns (GIPS Standards 2020); returns between known days are linked, so that a day
 * on which only a part was priced makes none. Null where there is no such stretch, or it does not reach the end.
 *
 * @param values closes by day, earliest first
 */
export function knownStretch(
  values: readonly Day[],
  { index, returns }: Pick<TimeWeighted, 'index' | 'returns'>,
): KnownStretch | null {
  const [first, end] = [values[0], values.at(-1)];
  if (first === undefined || end === undefined) return null;
  const dust = dustOf(values);
  const known = new Set<string>();
  let stretch = null as { from: string; to: string; count: number; days: number; invested: number } | null;
  let [days, invested] = [0, 0];
  for (const [at, day] of values.entries()) {
    const last = values[at - 1];
    const since = last === undefined ? 0 : daysBetween(last.date, day.date);
    if (last !== undefined && last.invested !== 0) invested += since;
    if (last !== undefined && last.value > dust) days += since;
    if (!isKnown(day)) continue;
    known.add(day.date);
    if (stretch === null || invested > STEP) {
      stretch = { from: day.date, to: day.date, count: 1, days: 0, invested: 0 };
    } else {
      stretch.to = day.date;
      stretch.count += 1;
      stretch.days += days;
      stretch.invested += invested;
    }
    [days, invested] = [0, 0];
  }
  if (stretch === null || invested > STEP || stretch.count * YEAR < OFTEN * stretch.invested) return null;
  const { from, to } = stretch;
  const base = Math.max(0, from === first.date ? 0 : index.findLastIndex(({ date }) => date <= from));
  const points = index.slice(base, base + 1);
  const steps: number[] = [];
  let factor = 1;
  for (let at = base + 1; at < index.length; at += 1) {
    const point = index[at];
    if (point === undefined || point.date > to) break;
    factor *= 1 + (returns[at - 1] ?? 0);
    if (!known.has(point.date)) continue;
    points.push(point);
    steps.push(factor - 1);
    factor = 1;
  }
  const isPart = daysBetween(first.date, from) > STALE_AFTER_DAYS || daysBetween(to, end.date) > STALE_AFTER_DAYS;
  return { from, to, isPart, days: stretch.days, index: points, returns: steps };
}
