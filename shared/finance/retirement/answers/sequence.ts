import { exp } from '../../random/exponential.ts';
import { log } from '../../random/logarithm.ts';
import { EARLY_YEARS } from '../ledger/recorder.ts';
import { quantiles, withoutGaps } from '../percentiles.ts';

/** How the plan fares by what its first years of spending bring. */
export interface SequenceRow {
  /** 1 is the worst fifth of the paths by their return over those years. */
  fifth: number;
  /** Median real return a year of the mix over those years in that fifth, as a fraction. */
  earlyReturn: number;
  success: number;
}

/** The ends of the fifths and their middles, as probabilities. */
const TENTHS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
const FIFTHS = 5;

const { isNaN } = Number;

/**
 * Sequence-of-returns risk: success by fifths of the paths, ordered by the real return of the first five years of
 * spending. Paths too short to live them are left out; empty where there are fewer than one a fifth, or where those years
 * are the same on all paths.
 */
export function sequenceStress(early: Float64Array, ruin: Int32Array): SequenceRow[] {
  const lived = withoutGaps(early);
  if (lived.length < FIFTHS) return [];
  const tenths = quantiles(lived, TENTHS);
  const ends = [tenths[1] ?? 0, tenths[3] ?? 0, tenths[5] ?? 0, tenths[7] ?? 0];
  if (ends[0] === ends[3]) return [];
  const members = new Float64Array(FIFTHS);
  const lasting = new Float64Array(FIFTHS);
  for (let path = 0; path < early.length; path++) {
    const growth = early[path] ?? NaN;
    if (isNaN(growth)) continue;
    let fifth = 0;
    while (fifth < FIFTHS - 1 && growth > (ends[fifth] ?? 0)) fifth++;
    members[fifth] = (members[fifth] ?? 0) + 1;
    if ((ruin[path] ?? 0) < 0) lasting[fifth] = (lasting[fifth] ?? 0) + 1;
  }
  return Array.from(members, (count, index) => ({
    fifth: index + 1,
    earlyReturn: exp(log(tenths[2 * index] ?? 1) / EARLY_YEARS) - 1,
    success: (lasting[index] ?? 0) / count,
  })).filter((_, index) => (members[index] ?? 0) > 0);
}
