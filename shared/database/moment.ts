/** The Data API answers timestamps as "2026-03-31 09:30:00.123" in UTC; this is the same moment in ISO 8601. */
export function toIso(moment: string): string;
export function toIso(moment: string | null): string | null;
export function toIso(moment: string | null): string | null {
  if (moment === null) return null;
  const zoned = /(Z|[+-]\d\d(:?\d\d)?)$/.test(moment) ? moment : `${moment}Z`;
  return new Date(zoned.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString();
}
