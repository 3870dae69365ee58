/**
 * How long a provider asks to wait, milliseconds, out of its headers: `retry-after-ms`, or `Retry-After` in seconds or as a
 * date (RFC 9110, section 10.2.3). Undefined where it does not say, or nothing that can be read.
 */
export function retryAfterMs(header: (name: string) => string | null | undefined, now: number): number | undefined {
  const milliseconds = amount(header('retry-after-ms'));
  if (milliseconds !== undefined) return milliseconds;
  const value = header('retry-after');
  const seconds = amount(value);
  if (seconds !== undefined) return seconds * 1000;
  const date = typeof value === 'string' && /^\s*[A-Za-z]{3}/u.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function amount(value: string | null | undefined): number | undefined {
  return typeof value === 'string' && /^\s*\d+(\.\d+)?\s*$/u.test(value) ? Number(value) : undefined;
}
