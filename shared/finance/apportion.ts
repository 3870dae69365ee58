/**
 * Splits a whole number of units over parts so that they sum to the whole exactly: each part is rounded down, and what
 * is left goes, one unit each, to the largest fractions (Hamilton's method of largest remainders; Balinski and Young,
 * "Fair Representation", 1982, ch. 3). Every part is within one unit of its share. Ties go to the earlier part.
 *
 * @param whole the whole, an integer number of units, of any sign
 * @param shares what each part would be, unrounded; they sum to `whole` up to floating-point error
 */
export function apportion(whole: number, shares: readonly number[]): number[] {
  const parts = shares.map(Math.floor);
  let left = whole - parts.reduce((sum, part) => sum + part, 0);
  if (left === 0 || shares.length === 0) return parts;
  const order = shares
    .map((value, index) => ({ index, fraction: value - Math.floor(value) }))
    .sort((a, b) => b.fraction - a.fraction || a.index - b.index);
  // Mathematically `left` is between 0 and the number of parts; floating error may put it a little outside.
  const each = Math.floor(left / parts.length);
  left -= each * parts.length;
  order.forEach(({ index }, rank) => {
    parts[index] = (parts[index] ?? 0) + each + (rank < left ? 1 : 0);
  });
  return parts;
}
