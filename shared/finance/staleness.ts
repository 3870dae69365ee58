/** A price older than this many calendar days is stale: longer than any weekend with holidays on both sides. */
export const STALE_AFTER_DAYS = 7;

const DAY = 86_400_000;

/** Whole calendar days from one ISO date to another, negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

export function isStale(priceAsOf: string | null, asOf: string): boolean {
  return priceAsOf !== null && daysBetween(priceAsOf, asOf) > STALE_AFTER_DAYS;
}

/** Whether the source of a price says that nothing dates it but the file that it came in. */
export const isUndated = (priceSource: string | null): boolean => /\bno dates?\b|\bundated\b/i.test(priceSource ?? '');
