import { invalidParameter } from './action.ts';

/** A page's end as an opaque token: the last name or id of it. */
export function nextToken(last: string): string {
  return Buffer.from(JSON.stringify({ after: last })).toString('base64url');
}

/**
 * Where the page before ended; undefined at the beginning.
 *
 * @throws {ServiceException} InvalidParameterException for a token that was never given out
 */
export function readToken(token: string | undefined): string | undefined {
  if (token === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (typeof value === 'object' && value !== null && 'after' in value && typeof value.after === 'string') {
      return value.after;
    }
  } catch {
    // Refused below.
  }
  throw invalidParameter('The specified nextToken is invalid.');
}
