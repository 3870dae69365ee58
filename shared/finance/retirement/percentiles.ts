/**
 * Quantiles of `values` at ascending `probabilities` (0 to 1), by linear interpolation between order statistics (type 7 of
 * Hyndman & Fan, The American Statistician 50(4), 1996: what R and numpy do by default). Reorders `values`; takes linear
 * time. `values` must not be empty.
 */
export function quantiles(values: Float64Array, probabilities: readonly number[]): number[] {
  const last = values.length - 1;
  let from = 0;
  return probabilities.map((probability) => {
    const position = probability * last;
    const rank = Math.floor(position);
    const low = select(values, from, last, rank);
    const high = rank < last ? select(values, rank, last, rank + 1) : low;
    from = rank;
    return low === high ? low : low + (position - rank) * (high - low);
  });
}

/** The value of rank `rank` among those of ranks `from..to`, which stand in their places: Hoare's quickselect. */
function select(values: Float64Array, from: number, to: number, rank: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const pivot = median(values[low] ?? 0, values[(low + high) >> 1] ?? 0, values[high] ?? 0);
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left++;
      while ((values[right] ?? 0) > pivot) right--;
      if (left <= right) {
        const swap = values[left] ?? 0;
        values[left++] = values[right] ?? 0;
        values[right--] = swap;
      }
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank] ?? NaN;
}

const median = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
