import { daysBetween } from '../staleness.ts';
import { byDay, dayBefore, YEAR } from './series.ts';
import type { DatedFlow, DatedValue } from './series.ts';

export interface TimeWeighted {
  /** Over the whole time, a fraction, nominal. */
  total: number;
  /** A year of the time in which there was money; null where that is below a year, which GIPS forbids to annualize. */
  annualized: number | null;
  /** Days in which there was money. */
  days: number;
  /** Days between the first valuation and the last in which there was none. */
  gapDays: number;
  /** Growth of 1 since the first day, at each valuation; where that day has a return of its own, since the close before it. */
  index: DatedValue[];
  /** Return of each stretch between two closes. */
  returns: number[];
  /** Days on which much money came or went while the value before it was not known, so that it is an estimate. */
  estimatedDays: number;
  /** By how much a return hangs on values that nobody knows: of each flow, its share of what was there then, times the share of that at prices of long ago. */
  doubt: number;
}

/**
 * When a day's net flow counts: it was there for the whole day (`start`), came at the close (`end`), or, as most systems
 * do where the hour is not known, money in at the start and money out at the end (`in_start_out_end`): no division by
 * what a large withdrawal left, and a first purchase has its first day.
 */
export type FlowTiming = 'start' | 'end' | 'in_start_out_end';

/**
 * What there was before the first close: the portfolio whose `close` it is, so that the return is of what follows; or
 * `nothing`, so that the first day's money came at its start and what became of it on that day (a fee, a price above the
 * day's close) is a return as any other.
 */
export type Opening = 'close' | 'nothing';

/** A first day's return below it is the rounding of none. */
const ROUNDING = 1e-9;

/** A share of the largest value below which nothing is left but cents: its returns would be of them. */
const DUST = 1e-8;

/** What counts as no money: the value of a day that is not more. */
export const dustOf = (values: readonly DatedValue[]): number =>
  DUST * values.reduce((most, { value }) => Math.max(most, value), 0);

/** A smaller flow, and a smaller part without a price, cannot move a return by a hundredth of a percentage point. */
const MUCH = 0.01;

/**
 * Time-weighted return: each stretch between two valuations has its own return with the flows taken out, and they are
 * linked, so that when money came or went does not matter: prod(1 + r) - 1 (GIPS Standards 2020, 2.A.29-2.A.32 and the
 * Handbook's "Time-Weighted Return"; Bacon, "Practical Portfolio Performance Measurement and Attribution", 2nd ed., ch.
 * 2). A day that tells its value just before its flows ends one stretch there and begins another with the flows in, which is
 * exact; of any other day `timing` assumes when they came, and a flow between two valuations counts at the next one. A
 * stretch that starts with nothing has no return and is passed over; null where no stretch has one. GIPS lets no record be linked
 * across such a gap, for a reader would take it for one of the whole time: here what lies before and after is linked, for it is all one
 * person's money, and the time without money counts neither to the year nor to `days`; `gapDays` is there to be said beside it.
 *
 * @param values closes by day, each once, earliest first
 * @param flows money in (+) and out (-); where the portfolio opens with a close, those until then are part of it
 */
export function timeWeightedReturn(
  values: readonly DatedValue[],
  flows: readonly DatedFlow[],
  timing: FlowTiming = 'in_start_out_end',
  opening: Opening = 'close',
): TimeWeighted | null {
  const first = values[0];
  const last = values.at(-1);
  if (first === undefined || last === undefined || first.date === last.date) return null;
  const fromNothing = opening === 'nothing';
  const pending = byDay(flows).filter(({ date }) => fromNothing || date > first.date);
  const dust = dustOf(values);
  const index: DatedValue[] = [{ date: first.date, value: 1 }];
  const returns: number[] = [];
  let growth = 1;
  let next = 0;
  let [estimatedDays, doubt] = [0, 0];
  let before = fromNothing ? 0 : first.value;
  let days = 0;
  let since = first.date;
  for (const [at, day] of values.entries()) {
    const { date, value } = day;
    if (at === 0 && !fromNothing) continue;
    if (before > dust) days += daysBetween(since, date);
    since = date;
    let flow = 0;
    for (; (pending[next]?.date ?? '9999') <= date; next += 1) flow += pending[next]?.amount ?? 0;
    const stretches = stretchesOf(before, day, flow, at === 0 ? 'start' : timing);
    const factors = stretches.filter(([start]) => start > dust).map(([start, end]) => Math.max(0, end / start));
    if (before > dust && isEstimate(before, day, flow, stretches.length)) estimatedDays += 1;
    if (before > dust) doubt += doubtOf(day, flow);
    before = value;
    if (factors.length === 0) continue;
    const factor = factors.reduce((product, one) => product * one, 1);
    if (at === 0 && Math.abs(factor - 1) < ROUNDING) continue;
    if (at === 0) index[0] = { date: dayBefore(date), value: 1 };
    growth *= factor;
    returns.push(factor - 1);
    index.push({ date, value: growth });
  }
  if (returns.length === 0) return null;
  const gapDays = daysBetween(first.date, last.date) - days;
  const annualized = days >= YEAR ? growth ** (YEAR / days) - 1 : null;
  return { total: growth - 1, annualized, days, gapDays, index, returns, estimatedDays, doubt };
}

/**
 * From the close before to the flows, and from there to the close; one stretch where nothing flowed, where the value before is
 * not told, or where debts ate up all there was, of which no return can be told.
 */
function stretchesOf(close: number, day: DatedValue, flow: number, timing: FlowTiming): [number, number][] {
  const { value, before } = day;
  if (flow === 0) return [[close, value]];
  if (before === undefined || before < 0) {
    const atStart = timing === 'start' || (timing === 'in_start_out_end' && flow > 0);
    return [atStart ? [close + flow, value] : [close, value - flow]];
  }
  // Within a day the order is not known: money in was there for what followed, money out until all was done.
  return [[close, before], flow > 0 ? [before + flow, value] : [before, value - flow]];
}

/** Whether the return of a day hangs on a value that is not known. */
function isEstimate(close: number, { before, stale }: DatedValue, flow: number, stretches: number): boolean {
  if (before === undefined || Math.abs(flow) <= MUCH * close) return false;
  return stretches === 1 || (stale ?? 0) > MUCH * before;
}

/** A price of long ago that is off by a tenth puts the return off by a tenth of this. */
function doubtOf({ before = 0, aged = 0 }: DatedValue, flow: number): number {
  return before <= 0 ? 0 : (Math.min(1, Math.abs(flow) / (before + Math.max(0, flow))) * aged) / before;
}

/**
 * Geometric mean return of one period from the periods' own figures: prod((ending + income) / beginning)^(1/n) - 1, with
 * income paid out at each end (the money-manager form: DeFusco et al., "Quantitative Investment Analysis", CFA Institute).
 * Null without a period or where one begins with nothing.
 */
export function linkedReturn(
  periods: readonly { beginning: number; ending: number; income?: number }[],
): number | null {
  if (periods.length === 0 || periods.some(({ beginning }) => beginning <= 0)) return null;
  const growth = periods.reduce((sum, { beginning, ending, income = 0 }) => (sum * (ending + income)) / beginning, 1);
  return growth >= 0 ? growth ** (1 / periods.length) - 1 : null;
}
