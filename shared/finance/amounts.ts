/** Whole dollars in groups of three; the locale's own formatter takes a millisecond. */
export const usd = (amount: number): string => `$${String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ',')}`;

/** Sums of weights may miss 1 by their last binary digits; the rarest chance that anything here counts is far above it. */
const ROUNDING = 1e-9;

/**
 * What a fraction lies beyond, where so many decimals of a percent would round it to all or to nothing and it is neither:
 * 0.9995 is more than 99.9%, 0.0004 less than 0.1%. Null for any other fraction.
 */
export function nextToAllOrNone(fraction: number, decimals = 1): { than: 'more' | 'less'; percentage: string } | null {
  const rounded = Number((fraction * 100).toFixed(decimals));
  const step = 10 ** -decimals;
  if (rounded === 100 && fraction < 1 - ROUNDING) return { than: 'more', percentage: (100 - step).toFixed(decimals) };
  if (rounded === 0 && fraction > 0) return { than: 'less', percentage: step.toFixed(decimals) };
  return null;
}

/** A fraction as a percentage of at most one decimal; never all where something lacks, nor nothing where there is some. */
export function percent(fraction: number): string {
  const next = nextToAllOrNone(fraction);
  return next === null ? `${Math.round(fraction * 1000) / 10}%` : `${next.than} than ${next.percentage}%`;
}
