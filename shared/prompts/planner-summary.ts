import type { Fact } from '../schemas/fact.ts';
import { factsFor } from './facts/facts-for.ts';
import { fenceFacts } from './facts/fence-facts.ts';
import { fence } from './fence.ts';
import type { Prompt } from './prompt.ts';
import { WRITING_RULES } from './rules.ts';

/** The executive summary: what a reader with one minute should know. */
export function plannerSummaryPrompt(facts: readonly Fact[], question: string | null = null): Prompt {
  return {
    instructions: `You are the planner of Alex, a financial planner. You write the executive summary that opens a client's report.\n\n${WRITING_RULES}`,
    input: `${fenceFacts(factsFor('planner', facts, question), 'without methods')}${question === null ? '' : `\n${fence('question', { question })}`}

Write the executive summary:
- "answer": ${question === null ? 'null: no question was asked.' : 'the answer to the client’s question from the facts whose names begin with "question." and those the question is about, two to six sentences: each what-if with its chance beside the plan’s, then what of the question is outside of the figures. A figure in the question is a fact only where the facts have it.'}
- "headline": one sentence, the most important thing about this portfolio and, where the facts have it, the retirement plan. Where "retirement.success" is below 0.2, that the plan does not hold and the income that would last; where "unclassified.weight" is 0.5 or more, that share. Where "excluded.count" is a fifth of "excluded.of" or more, it begins with how many of how many positions it leaves out, for it is no verdict on the whole. Where it is more than half, no share of the rest is a share of the portfolio: say neither mix nor risk nor a verdict.
- "body": two to four short paragraphs: the portfolio, its balance against the targets, retirement, what the figures leave out. Put the worst of the past bad times beside the bad year, or it reads as the worst there is. Say beside the chance that the money lasts which other income ("goals.otherIncome") is counted and that "goals.notCounted" is not; where none is, that the income is wanted from the portfolio.
- "observations": three, one sentence each, the most consequential first, none repeating another or the body; fewer only where the facts say too little.`,
  };
}
