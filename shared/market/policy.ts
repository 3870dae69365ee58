/** Whether the market is asked at all, and from which age of a person's own price on. The pricer checks all settings. */
export interface MarketPolicy {
  /** Empty: only what the person gave. */
  sources: readonly string[];
  /** A price or rate of the person's own stands until it is older than so many calendar days. */
  maxAgeDays: number;
}

/** As the reports' own notion of an old price. */
export const MAX_AGE_DAYS = 7;

/** The little of the settings that whoever asks the pricer needs: it carries none of the pricer's code. */
export function marketPolicy({
  MARKET_SOURCES: names = '',
  MARKET_MAX_AGE_DAYS: days = '',
}: Readonly<Record<string, string | undefined>>): MarketPolicy {
  const sources = names.split(',').filter((name) => name.trim() !== '');
  return { sources, maxAgeDays: days.trim() === '' ? MAX_AGE_DAYS : Number(days) };
}
