import { AlexError } from '../../../shared/errors.ts';
import type { AddressKind } from '../../../shared/knowledge/public-address/address-kind.ts';

/** Why a page was not read; stable, for logs and for the agent. The README of this folder says what each one means. */
export type RefusalReason =
  // The address, before anything is sent
  | 'invalid_url'
  | 'scheme_not_allowed'
  | 'credentials_in_url'
  | 'port_not_allowed'
  | 'host_not_allowed'
  | 'local_name'
  | 'disguised_address'
  | Exclude<AddressKind, 'public'>
  // The way to it
  | 'name_not_found'
  | 'connection_failed'
  | 'certificate_invalid'
  | 'redirect_invalid'
  | 'too_many_redirects'
  | 'timed_out'
  // The site's own wish
  | 'robots_disallowed'
  | 'robots_unreachable'
  // What came back
  | 'http_status'
  | 'content_type_not_allowed'
  | 'bad_response'
  | 'too_large'
  | 'no_text'
  // The browser and the folder
  | 'method_not_allowed'
  | 'too_many_requests'
  | 'browser_unavailable'
  | 'browser_failed'
  | 'not_in_folder'
  | 'folder_invalid';

/** Those where the same page may be readable later. */
const passing: ReadonlySet<RefusalReason> = new Set<RefusalReason>([
  'name_not_found',
  'connection_failed',
  'timed_out',
  'robots_unreachable',
  'browser_failed',
]);

/**
 * A page that was not read. `reason` is the code; the message says it for a person and is made of our own words and
 * the page's address, never of the page's text. `httpStatus` is set where the reason is `http_status`.
 */
export class PageRefusedError extends AlexError {
  override readonly name = 'PageRefusedError';
  readonly reason: RefusalReason;
  readonly url: string;
  readonly httpStatus: number | undefined;

  constructor(
    reason: RefusalReason,
    url: string,
    message: string,
    more: { httpStatus?: number; cause?: unknown } = {},
  ) {
    const busy = more.httpStatus === 429 || (more.httpStatus ?? 0) >= 500;
    super(message, { code: 'page_refused', status: 422, retryable: passing.has(reason) || busy, cause: more.cause });
    this.reason = reason;
    this.url = url;
    this.httpStatus = more.httpStatus;
  }
}

/** The address as it may stand in a message: short, on one line, without credentials, query or fragment. */
export function nameOf(url: string | URL): string {
  const parsed = typeof url === 'string' ? URL.parse(url) : url;
  const text = parsed === null ? String(url) : `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
  const line = text.replace(/\p{Cc}/gu, ' ');
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
