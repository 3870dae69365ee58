import type { AgentName } from '../../shared/agents/agent-names.ts';
import { costOf } from '../../shared/agents/models/prices.ts';
import { usd } from './price-table.ts';

/** Tokens of one piece of work of a language model. */
export interface Tokens {
  inputTokens: number;
  outputTokens: number;
}

/** Who writes in an analysis. */
export const WRITERS = [
  'planner',
  'tagger',
  'reporter',
  'charter',
  'retirement',
] as const satisfies readonly AgentName[];
export type Writer = (typeof WRITERS)[number];

/**
 * An analysis with a repair of each text, as long as usual: the rows of "What a job may use" in shared/agents/models/README.md, the planner's
 * two in one, without the judge's part. With that, 100,000 in and 26,000 out.
 */
export const WRITING: Readonly<Record<Writer, Tokens>> = {
  planner: { inputTokens: 16_200, outputTokens: 3_800 },
  tagger: { inputTokens: 3_600, outputTokens: 7_600 },
  reporter: { inputTokens: 23_500, outputTokens: 6_000 },
  charter: { inputTokens: 16_800, outputTokens: 1_400 },
  retirement: { inputTokens: 11_100, outputTokens: 4_000 },
};

/** The judge's part of each text that a model wrote; what the tagger writes is none. */
export const JUDGING: Tokens = { inputTokens: 7_200, outputTokens: 800 };
export const isJudged = (writer: Writer): boolean => writer !== 'tagger';

/** A note of the researcher: the choice of some pages, the note from them and its repair. Reckoned from prompts; no model was asked. */
export const RESEARCH_TOKENS: Tokens = { inputTokens: 40_000, outputTokens: 4_000 };

/** Characters of a token, as measured with the agents' prompts: shared/agents/models/README.md. */
const CHARACTERS = 3.25;

export const narrated = (model: string): boolean => model === 'narrator';

export const countOf = ({ inputTokens, outputTokens }: Tokens): number => inputTokens + outputTokens;

/** US dollars of the tokens; null where the model's price is not known. */
export const tokensUsd = (model: string, tokens: Tokens): number | null =>
  narrated(model) ? 0 : costOf(model, tokens);

/**
 * US dollars of Bedrock's guardrail, which reads questions and answers: by text units of 1,000 characters, each for its filters of
 * content and for personal data. Only models on Bedrock have it.
 */
export function guardrailUsd(model: string, tokens: Tokens): number {
  if (!model.startsWith('bedrock:')) return 0;
  const units = (countOf(tokens) * CHARACTERS) / 1000;
  return (units / 1000) * (usd('guardrailContentThousand') + usd('guardrailPersonalThousand'));
}

/** The most that one piece of work may use of models; what a limit forbids, the narrator does. */
export interface Limit {
  /** Tokens, in and out. */
  tokens: number;
  /** US dollars; no limit where no price is known. */
  usd: number;
}

/**
 * The part of some use that a limit lets happen, 0 to 1.
 *
 * @param knownUsd what of it has a known price, US dollars
 */
export const allowed = (tokens: number, knownUsd: number, limit: Limit): number =>
  Math.min(1, tokens === 0 ? 1 : limit.tokens / tokens, knownUsd === 0 ? 1 : limit.usd / knownUsd);
