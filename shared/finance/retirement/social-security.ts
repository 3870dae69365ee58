/**
 * Share of the full benefit that is paid from a claiming age on, for a full retirement age of 67 (born 1960 or later):
 * 5/9 % less for each of the first 36 months before it, 5/12 % for each further one, 2/3 % more for each month after it up
 * to 70. US Social Security Administration, 20 CFR 404.410 and 404.313. `claimAt` 62 to 70; whole months count.
 */
export function claimingFactor(claimAt: number): number {
  const months = Math.floor((claimAt - 67) * 12 + 1e-9);
  if (months >= 0) return 1 + (months * 2) / 300;
  const early = -months;
  return 1 - (Math.min(early, 36) * 5) / 900 - (Math.max(0, early - 36) * 5) / 1200;
}
