import { daysBetween } from '../staleness.ts';
import { byDay, dayBefore, YEAR } from './series.ts';
import type { DatedFlow, DatedValue } from './series.ts';

export interface TimeWeighted {
  /** Over the whole time, a fraction, nominal. */
  total: number;
  /** A year; null below a year, which GIPS forbids to annualize. */
  annualized: number | null;
  days: number;
  /** Growth of 1 since the first day, at each valuation; where that day has a return of its own, since the close before it. */
  index: DatedValue[];
  /** Return of each stretch. */
  returns: number[];
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

/**
 * Time-weighted return: each stretch between two valuations has its own return with the flows taken out, and they are
 * linked, so that when money came or went does not matter: prod(1 + r) - 1 (GIPS Standards 2020, 2.A.29-2.A.32 and the
 * Handbook's "Time-Weighted Return"; Bacon, "Practical Portfolio Performance Measurement and Attribution", 2nd ed., ch.
 * 2). A flow between two valuations counts at the next one; exact when every flow has a valuation on its day. A stretch that starts with
 * nothing has no return and is passed over; null where no stretch has one.
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
  const index: DatedValue[] = [{ date: first.date, value: 1 }];
  const returns: number[] = [];
  let growth = 1;
  let next = 0;
  let before = fromNothing ? 0 : first.value;
  for (const [at, { date, value }] of values.entries()) {
    if (at === 0 && !fromNothing) continue;
    let flow = 0;
    for (; (pending[next]?.date ?? '9999') <= date; next += 1) flow += pending[next]?.amount ?? 0;
    const atStart = at === 0 || timing === 'start' || (timing === 'in_start_out_end' && flow > 0);
    const start = atStart ? before + flow : before;
    const end = atStart ? value : value - flow;
    before = value;
    if (start <= 0) continue;
    const factor = Math.max(0, end / start);
    if (at === 0 && Math.abs(factor - 1) < ROUNDING) continue;
    if (at === 0) index[0] = { date: dayBefore(date), value: 1 };
    growth *= factor;
    returns.push(factor - 1);
    index.push({ date, value: growth });
  }
  if (returns.length === 0) return null;
  const days = daysBetween(first.date, last.date);
  const annualized = days >= YEAR ? growth ** (YEAR / days) - 1 : null;
  return { total: growth - 1, annualized, days, index, returns };
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
