import { AlexError } from '../../errors.ts';

/**
 * Why a model gave no answer. `throttled`: too many requests; `unavailable`: the provider failed or was not reached;
 * `timed_out`: no answer in time; `refused`: the provider will not do it (key, model, request, quota); `malformed`: an
 * answer that is none; `content_filter`: a filter or the model itself declined; `cancelled`: whoever asked stopped waiting.
 */
export type ModelFailureKind =
  'throttled' | 'unavailable' | 'timed_out' | 'refused' | 'malformed' | 'content_filter' | 'cancelled';

/** Tokens that a call used. */
export interface TokenUsage {
  inputTokens: number;
  outputTokens: number;
}

/** A call of a model that failed for good: whatever could be tried again was. The message is one sentence for a person. */
export class ModelCallError extends AlexError {
  override readonly name = 'ModelCallError';
  readonly kind: ModelFailureKind;
  /** Tries beyond the first. */
  readonly retries: number;
  /** What the provider says the failed answer used; undefined where it does not say. */
  readonly usage: TokenUsage | undefined;
  /** What a person can do about it, in words of our own, without a full stop; the message may quote the provider. */
  readonly advice: string | undefined;
  /** The provider's own words, where they can hold neither what it was sent nor a key. */
  readonly loggable: string | undefined;

  constructor(
    kind: ModelFailureKind,
    message: string,
    options: {
      retries: number;
      usage?: TokenUsage | undefined;
      advice?: string | undefined;
      loggable?: string | undefined;
      cause?: unknown;
    },
  ) {
    const retryable = kind === 'throttled' || kind === 'unavailable';
    super(message, { code: `model_${kind}`, status: 502, retryable, cause: options.cause });
    this.kind = kind;
    this.retries = options.retries;
    this.usage = options.usage;
    this.advice = options.advice;
    this.loggable = options.loggable;
  }
}
