import type { DatedValue } from './series.ts';

export interface Drawdown {
  /** Largest fall from a peak, a fraction of the peak: 0.25 is a quarter lost. 0 where it never fell. */
  depth: number;
  peak: string;
  trough: string;
  /** The first day on which the peak was reached again; null if it has not been. */
  recovered: string | null;
  /** Fall from the highest peak to the last day. */
  current: number;
}

/**
 * The deepest fall of an index (growth of 1: with deposits taken out, or a deposit would hide a loss): max over time of
 * 1 - value / highest value before (Bacon, 2nd ed., ch. 4; Magdon-Ismail and Atiya, "Maximum Drawdown", Risk, 2004).
 * Null for an empty series.
 */
export function maxDrawdown(index: readonly DatedValue[]): Drawdown | null {
  const first = index[0];
  if (first === undefined) return null;
  let peak = first;
  let worst: Drawdown = { depth: 0, peak: first.date, trough: first.date, recovered: first.date, current: 0 };
  let waitingFor = Number.NaN;
  for (const point of index) {
    if (worst.recovered === null && point.value >= waitingFor) worst = { ...worst, recovered: point.date };
    if (point.value >= peak.value) peak = point;
    const depth = peak.value > 0 ? 1 - point.value / peak.value : 0;
    if (depth > worst.depth) {
      worst = { depth, peak: peak.date, trough: point.date, recovered: null, current: 0 };
      waitingFor = peak.value;
    }
  }
  const last = index.at(-1) ?? first;
  return { ...worst, current: peak.value > 0 ? 1 - last.value / peak.value : 0 };
}
