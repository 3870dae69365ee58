import type { TokenUsage } from './model-call-error.ts';

/** More than any model takes or gives in one call: the longest windows are of a tenth of it. */
const MOST_TOKENS = 100_000_000;

const isCount = (tokens: unknown): tokens is number =>
  Number.isInteger(tokens) && Number(tokens) >= 0 && Number(tokens) <= MOST_TOKENS;

/**
 * What a provider says that a call used; undefined where it does not say, or says what cannot be (less than nothing, a part of a token,
 * more than any model reads): the call then counts with what was reserved for it, and is told as estimated.
 */
export function usageTold(inputTokens: unknown, outputTokens: unknown): TokenUsage | undefined {
  return isCount(inputTokens) && isCount(outputTokens) ? { inputTokens, outputTokens } : undefined;
}
