/**
 * A fraction as people write a percentage: whole from 10% up, one decimal below, more where it would read 0% or 100%
 * without being it. A share below zero (a debt) has a minus in front.
 */
export function percent(fraction: number): string {
  return `${fraction < 0 ? '−' : ''}${shown(Math.abs(fraction) * 100)}%`;
}

/** "63%", or "all" where it is all. Weights that sum to 1 may miss it by their last binary digits. */
export function shareOrAll(fraction: number): string {
  return Math.abs(fraction - 1) < 1e-9 ? 'all' : percent(fraction);
}

/** A difference of fractions: "4.2 percentage points". Its sign is dropped: the sentence says which way. */
export function points(difference: number): string {
  const size = shown(Math.abs(difference) * 100);
  return `${size} percentage ${size === '1' ? 'point' : 'points'}`;
}

/** A yearly cost as funds state theirs: two decimals. */
export function ratio(fraction: number): string {
  return `${(fraction * 100).toFixed(fraction > 0 && fraction < 0.0001 ? 3 : 2)}%`;
}

function shown(percentage: number): string {
  if (Math.abs(percentage - 100) < 1e-7) return '100';
  if (percentage === 0 || percentage === 100) return percentage.toString();
  let decimals = percentage < 10 ? 1 : 0;
  // 99.97 is not 100, and 0.004 is not 0.
  while (decimals < 6 && [0, 100].includes(Number(percentage.toFixed(decimals)))) decimals += 1;
  return Number(percentage.toFixed(decimals)).toString();
}
