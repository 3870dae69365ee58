/** What a provider charges for a model, on demand. */
export interface ModelPrice {
  /** US dollars per million tokens. */
  input: number;
  output: number;
  /** When the price was last looked up, YYYY-MM-DD. */
  asOf: string;
  source: string;
}

const price =
  (source: string, asOf: string) =>
  (input: number, output: number): ModelPrice => ({ input, output, asOf, source });
// In US regions; some others charge up to a third more.
const gptOss = price('Amazon Bedrock pricing, US West (Oregon)', '2025-08-05');
const nova = price('Amazon Bedrock pricing, US East (N. Virginia)', '2026-03-31');
const claude = price('Amazon Bedrock pricing, global and regional endpoints', '2026-03-31');
const openAi = price('OpenAI API pricing, standard tier', '2026-03-21');

/** By the model's name: `bedrock:ID` without the geography of an inference profile, `openai:MODEL@HOST`. */
const prices: Readonly<Record<string, ModelPrice>> = {
  'bedrock:openai.gpt-oss-120b-1:0': gptOss(0.15, 0.6),
  'bedrock:openai.gpt-oss-20b-1:0': gptOss(0.07, 0.3),
  'bedrock:amazon.nova-micro-v1:0': nova(0.035, 0.14),
  'bedrock:amazon.nova-lite-v1:0': nova(0.06, 0.24),
  'bedrock:amazon.nova-pro-v1:0': nova(0.8, 3.2),
  // Regional endpoints cost a tenth more than the global one.
  'bedrock:global.anthropic.claude-haiku-4-5-20251001-v1:0': claude(1, 5),
  'bedrock:anthropic.claude-haiku-4-5-20251001-v1:0': claude(1.1, 5.5),
  'bedrock:global.anthropic.claude-sonnet-4-5-20250929-v1:0': claude(3, 15),
  'bedrock:anthropic.claude-sonnet-4-5-20250929-v1:0': claude(3.3, 16.5),
  'openai:gpt-5@api.openai.com': openAi(1.25, 10),
  'openai:gpt-5-mini@api.openai.com': openAi(0.25, 2),
  'openai:gpt-5-nano@api.openai.com': openAi(0.05, 0.4),
  'openai:gpt-4.1@api.openai.com': openAi(2, 8),
  'openai:gpt-4.1-mini@api.openai.com': openAi(0.4, 1.6),
  'openai:gpt-4.1-nano@api.openai.com': openAi(0.1, 0.4),
  'openai:gpt-4o@api.openai.com': openAi(2.5, 10),
  'openai:gpt-4o-mini@api.openai.com': openAi(0.15, 0.6),
};

/** The price of a model by the name that `selectModel` gives it; null: not known. */
export function priceOf(name: string): ModelPrice | null {
  const own = Object.hasOwn(prices, name) ? prices[name] : undefined;
  if (own !== undefined) return own;
  const anywhere = name
    .replace(/^openai:(.+)@bedrock-runtime\.[a-z0-9-]+\.amazonaws\.com$/u, 'bedrock:$1')
    .replace(/^bedrock:(?:us|us-gov|eu|apac|au|ca|jp)\./u, 'bedrock:');
  return (Object.hasOwn(prices, anywhere) ? prices[anywhere] : undefined) ?? null;
}

/** What tokens cost with a model, US dollars; null where its price is not known. */
export function costOf(name: string, tokens: { inputTokens: number; outputTokens: number }): number | null {
  if (name === 'narrator') return 0;
  const known = priceOf(name);
  return known === null ? null : (tokens.inputTokens * known.input + tokens.outputTokens * known.output) / 1e6;
}
