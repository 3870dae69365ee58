/** Digits that a figure is told by; what lies behind them are the last binary digits of a sum. */
const DIGITS = 14;

/**
 * A number with so many decimals, halves away from zero as people round: 14.55 is "14.6" and 11.45 is "11.5", which lie below
 * and above their halves in binary. Every figure is written through this, so that one never stands on a page as two.
 */
export function fixed(value: number, decimals: number): string {
  const unit = 10 ** decimals;
  const scaled = Number((Math.abs(value) * unit).toPrecision(DIGITS));
  const text = (Math.round(scaled) / unit).toFixed(decimals);
  return value < 0 ? `-${text}` : text;
}

/** Whole dollars in groups of three; the locale's own formatter takes a millisecond. */
export const usd = (amount: number): string => `$${String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ',')}`;

/** Sums of weights may miss 1 by their last binary digits; the rarest chance that anything here counts is far above it. */
const ROUNDING = 1e-9;

/**
 * What a fraction lies beyond, where so many decimals of a percent would round it to all or to nothing and it is neither:
 * 0.9995 is more than 99.9%, 0.0004 less than 0.1%. Null for any other fraction.
 */
export function nextToAllOrNone(fraction: number, decimals = 1): { than: 'more' | 'less'; percentage: string } | null {
  const rounded = Number(fixed(fraction * 100, decimals));
  const step = 10 ** -decimals;
  if (rounded === 100 && fraction < 1 - ROUNDING) return { than: 'more', percentage: (100 - step).toFixed(decimals) };
  if (rounded === 0 && fraction > 0) return { than: 'less', percentage: step.toFixed(decimals) };
  return null;
}

/** A fraction as a percentage of at most one decimal; never all where something lacks, nor nothing where there is some. */
export function percent(fraction: number): string {
  const next = nextToAllOrNone(fraction);
  return next === null ? `${String(Number(fixed(fraction * 100, 1)))}%` : `${next.than} than ${next.percentage}%`;
}
