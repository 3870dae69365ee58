/**
 * A number of a source as a decimal of at most 8 places; undefined where it is not above zero, not finite, or larger than what
 * can be stored.
 */
export function decimalOf(value: number): string | undefined {
  if (!Number.isFinite(value) || value <= 0 || value >= 1e12) return undefined;
  const text = value.toFixed(8).replace(/\.?0+$/u, '');
  return Number(text) > 0 ? text : undefined;
}
