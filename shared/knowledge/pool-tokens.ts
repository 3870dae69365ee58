/**
 * The vector of a text: the mean of the vectors of its tokens, brought to length 1. Not the first token's: this model was trained
 * by the mean. Null where the mean is zero or not finite.
 * https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2 (usage)
 */
export function poolTokens(tokens: readonly (readonly number[])[]): number[] | null {
  const sum = new Float64Array(tokens[0]?.length ?? 0);
  for (const token of tokens) {
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (token[at] ?? 0);
  }
  const length = Math.hypot(...sum);
  if (!Number.isFinite(length) || length === 0) return null;
  return [...sum].map((value) => value / length);
}
