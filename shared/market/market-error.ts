import { AlexError } from '../errors.ts';

/**
 * Why a source gave no answer. `unauthorized`: its key is missing, wrong or its plan does not include this; `limited`: it wants
 * fewer calls; `unavailable`: no answer, 5xx; `refused`: any other 4xx; `garbled`: an answer that makes no sense.
 */
export type MarketFailure = 'unauthorized' | 'limited' | 'unavailable' | 'refused' | 'garbled';

const passing: ReadonlySet<MarketFailure> = new Set(['limited', 'unavailable', 'garbled']);

/** One sentence for a person; it holds no URL and no key. */
export class MarketError extends AlexError {
  override readonly name = 'MarketError';
  readonly failure: MarketFailure;
  /** How long the source asks to be left alone, milliseconds; undefined where it does not say. */
  readonly retryAfterMs: number | undefined;
  /** What the source said, shortened, for code that looks for a reason in it. Not for a log: it may quote a key. */
  readonly said: string;

  constructor(
    failure: MarketFailure,
    message: string,
    { retryAfterMs, said = '', cause }: { retryAfterMs?: number | undefined; said?: string; cause?: unknown } = {},
  ) {
    super(message, { code: `market_${failure}`, status: 502, retryable: passing.has(failure), cause });
    this.failure = failure;
    this.retryAfterMs = retryAfterMs;
    this.said = said;
  }
}
