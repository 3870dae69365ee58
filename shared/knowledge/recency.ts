const DAY = 86_400_000;

/**
 * What is left of a score at an age: it loses up to `weight` of itself, half of that at an age of `halfLifeDays`. What is
 * dated ahead of now is as young as what is of today.
 */
export function recencyFactor(
  day: string,
  now: Date,
  { halfLifeDays, weight }: { halfLifeDays: number; weight: number },
): number {
  const age = Math.max(0, (now.getTime() - Date.parse(day)) / DAY);
  return 1 - weight * (1 - 0.5 ** (age / halfLifeDays));
}
