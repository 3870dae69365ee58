import type { DatedValue } from './series.ts';

/**
 * At most `most` points of a series (four or more), evenly picked, with its first, its last and those of the days to keep
 * (at most two), in order: enough to draw it.
 */
export function thinned(
  series: readonly DatedValue[],
  most: number,
  keep: ReadonlySet<string | undefined>,
): DatedValue[] {
  if (series.length <= most) return [...series];
  const step = (series.length - 1) / (most - 1 - keep.size);
  const picked = new Set(Array.from({ length: most - keep.size }, (_, at) => Math.round(at * step)));
  return series.filter(({ date }, at) => picked.has(at) || keep.has(date));
}
