import { adviceOn, DAILY_QUOTA, isDailyQuota } from './advice.ts';
import type { ModelFailureKind, TokenUsage } from './model-call-error.ts';

export interface FailedTryOptions {
  /** Throttling, a 5xx or a lost connection: the same try may succeed later. */
  again: boolean;
  /** How long the provider asks to wait first, milliseconds. */
  retryAfterMs?: number | undefined;
  usage?: TokenUsage | undefined;
  /** What a person can do about it, in words of our own, without a full stop. */
  advice?: string | undefined;
  /** The provider's own words, where they can hold neither what it was sent nor a key. */
  loggable?: string | undefined;
  cause?: unknown;
}

interface StatusOptions {
  answered?: number;
  code?: string;
  isBedrock?: boolean;
  loggable?: string | undefined;
  retryAfterMs?: number | undefined;
  usage?: TokenUsage | undefined;
  cause?: unknown;
}

/** One try of a call that failed, in the words of either wire. */
export class FailedTry extends Error {
  override readonly name = 'FailedTry';
  readonly kind: ModelFailureKind;
  readonly again: boolean;
  readonly retryAfterMs: number | undefined;
  readonly usage: TokenUsage | undefined;
  readonly advice: string | undefined;
  readonly loggable: string | undefined;

  constructor(kind: ModelFailureKind, message: string, options: FailedTryOptions) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.kind = kind;
    this.again = options.again;
    this.retryAfterMs = options.retryAfterMs;
    this.usage = options.usage;
    this.advice = options.advice;
    this.loggable = options.loggable;
  }
}

/** Of connections that were never made, so that nothing was asked: Node's codes and those of its fetch. */
const NEVER_MADE =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_HAS_EXPIRED|DEPTH_ZERO_SELF_SIGNED_CERT)$/;

/**
 * A connection that was not made or was lost. What was never asked has used nothing; of what was lost on the way nobody knows.
 *
 * @param server the address that a person set, without path and credentials
 */
export function lostConnection(cause: unknown, server?: string): FailedTry {
  const code = neverMade(cause);
  return new FailedTry('unavailable', `The provider was not reached (${shortly(deepest(cause))}).`, {
    again: true,
    usage: code === undefined ? undefined : { inputTokens: 0, outputTokens: 0 },
    advice: code === undefined || server === undefined ? undefined : unreached(server, code),
    cause,
  });
}

/** Where the machine is there and nothing listens, the program that has to may be a person's own. */
const unreached = (server: string, code: string): string =>
  `${server} was not reached (${code})${code === 'ECONNREFUSED' ? ', so it may not be running' : ''}`;

/** The system's code of an error, or of what it was caused by, where it says so. */
function neverMade(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  if (NEVER_MADE.test(code)) return code;
  return 'cause' in error ? neverMade(error.cause) : undefined;
}

/**
 * What an HTTP status means for a try; `said` is what the provider says about it.
 *
 * @param options.answered the status that it had, where another says what it means: an error in an answer of status 200
 * @param options.code the provider's own word for it
 * @param options.isBedrock whether Bedrock itself says it
 */
export function failedStatus(
  status: number,
  said: string,
  { answered = status, code, isBedrock = false, ...options }: StatusOptions,
): FailedTry {
  const because = `HTTP ${answered}${code === undefined ? '' : `, ${code}`}${said === '' ? '' : `: ${said}`}`;
  if (status === 429 && isDailyQuota(said))
    return new FailedTry('refused', `The provider refused (${because}).`, {
      ...options,
      advice: DAILY_QUOTA,
      again: false,
    });
  if (status === 429)
    return new FailedTry('throttled', `The provider is throttling (${because}).`, { ...options, again: true });
  // A server that says itself that it failed (500), or is overloaded or under repair (503), has answered nothing (RFC 9110, 15.6.1 and
  // 15.6.4). That it charges for nothing then is assumed; what a gateway lost on the way (502, 504) may have been answered behind it.
  if (status === 500 || status === 503)
    return new FailedTry('unavailable', `The provider failed (${because}).`, {
      ...options,
      usage: options.usage ?? { inputTokens: 0, outputTokens: 0 },
      again: true,
    });
  if (status >= 500)
    return new FailedTry('unavailable', `The provider failed (${because}).`, { ...options, again: true });
  if (status === 408)
    return new FailedTry('timed_out', `The provider gave up (${because}).`, { ...options, again: false });
  const advice = adviceOn(status, `${code ?? ''} ${said}`, isBedrock);
  return new FailedTry('refused', `The provider refused (${because}).`, { ...options, advice, again: false });
}

/** One line of at most 200 characters, for messages that quote what a provider or a library said. */
export function shortly(said: unknown): string {
  const text = said instanceof Error ? said.message || said.name : String(said);
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= 200 ? line : `${line.slice(0, 199)}…`;
}

/** fetch says only "fetch failed" and keeps what failed in its cause. */
function deepest(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? deepest(error.cause) : error;
}
