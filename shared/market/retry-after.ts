/**
 * How long a server asks to wait, milliseconds: `Retry-After` in seconds or as a date (RFC 9110, section 10.2.3), or the moment
 * that Alpaca names in `X-RateLimit-Reset`, seconds since 1970. Undefined where it does not say.
 */
export function retryAfterMs(header: (name: string) => string | null, now: number): number | undefined {
  const after = header('retry-after')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/u.test(after)) return Number(after) * 1000;
  const date = /^[A-Za-z]{3}/u.test(after) ? Date.parse(after) : Number.NaN;
  if (!Number.isNaN(date)) return Math.max(0, date - now);
  const reset = header('x-ratelimit-reset')?.trim() ?? '';
  return /^\d{9,11}$/u.test(reset) ? Math.max(0, Number(reset) * 1000 - now) : undefined;
}
