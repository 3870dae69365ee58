import { costOf } from '../../shared/agents/models/prices.ts';
import { usd } from './price-table.ts';

/** Tokens of one piece of work of a language model. */
export interface Tokens {
  inputTokens: number;
  outputTokens: number;
}

/** An analysis with a repair and a judgement of each text, as long as usual: shared/agents/models/README.md. */
export const ANALYSIS_TOKENS: Tokens = { inputTokens: 100_000, outputTokens: 26_000 };

/** A note of the researcher: the choice of some pages, the note from them and its repair. Reckoned from prompts; no model was asked. */
export const RESEARCH_TOKENS: Tokens = { inputTokens: 40_000, outputTokens: 4_000 };

/** Characters of a token, as measured with the agents' prompts: shared/agents/models/README.md. */
const CHARACTERS = 3.25;

export const narrated = (model: string): boolean => model === 'narrator';

/** US dollars of the tokens; null where the model's price is not known. */
export const tokensUsd = (model: string, tokens: Tokens): number | null =>
  narrated(model) ? 0 : costOf(model, tokens);

/**
 * US dollars of Bedrock's guardrail, which reads questions and answers: by text units of 1,000 characters, each for its filters of
 * content and for personal data. Only models on Bedrock have it.
 */
export function guardrailUsd(model: string, { inputTokens, outputTokens }: Tokens): number {
  if (!model.startsWith('bedrock:')) return 0;
  const units = ((inputTokens + outputTokens) * CHARACTERS) / 1000;
  return (units / 1000) * (usd('guardrailContentThousand') + usd('guardrailPersonalThousand'));
}
