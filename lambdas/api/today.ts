/** Today's date in UTC, ISO 8601. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** The latest day that it is anywhere on the earth: east of here it may be tomorrow. */
export const latestToday = (): string => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
