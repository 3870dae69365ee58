import { exp } from '../../random/exponential.ts';
import { log } from '../../random/logarithm.ts';
import { EARLY_YEARS } from '../ledger/recorder.ts';

/** How the plan fares by what its first years of spending bring. */
export interface SequenceRow {
  /** 1 is the worst fifth of the paths by their return over those years. */
  fifth: number;
  /** Median real return a year of the mix over those years in that fifth, as a fraction. */
  earlyReturn: number;
  success: number;
}

const FIFTHS = 5;

/**
 * Sequence-of-returns risk: success by fifths of the paths, ordered by the real return of the first five years of
 * spending. Paths too short to live them are left out; empty where there are fewer than one a fifth.
 */
export function sequenceStress(early: Float64Array, ruin: Int32Array): SequenceRow[] {
  const order = Array.from(early.keys()).filter((path) => !Number.isNaN(early[path]));
  order.sort((one, other) => (early[one] ?? 0) - (early[other] ?? 0));
  if (order.length < FIFTHS) return [];
  return Array.from({ length: FIFTHS }, (_, index) => {
    const from = Math.floor((index * order.length) / FIFTHS);
    const to = Math.floor(((index + 1) * order.length) / FIFTHS);
    const members = order.slice(from, to);
    const middle = early[members[members.length >> 1] ?? 0] ?? 1;
    const lasting = members.filter((path) => (ruin[path] ?? 0) < 0).length;
    return { fifth: index + 1, earlyReturn: exp(log(middle) / EARLY_YEARS) - 1, success: lasting / members.length };
  });
}
