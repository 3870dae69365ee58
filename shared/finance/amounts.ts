/** Whole dollars in groups of three; the locale's own formatter takes a millisecond. */
export const usd = (amount: number): string => `$${String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ',')}`;

/** A fraction as a percentage of at most one decimal; never all where something lacks, nor nothing where there is some. */
export function percent(fraction: number): string {
  const rounded = Math.round(fraction * 1000) / 10;
  if (rounded === 100 && fraction < 1) return 'more than 99.9%';
  if (rounded === 0 && fraction > 0) return 'less than 0.1%';
  return `${rounded}%`;
}
