import { plannerSummaryPrompt } from '../prompts/planner-summary.ts';
import type { Fact } from '../schemas/fact.ts';
import { executiveSummary } from '../schemas/text.ts';
import type { ExecutiveSummary } from '../schemas/text.ts';
import type { AgentOptions, AgentResult } from './agent-run.ts';
import { plannerPart } from './models/narrator/parts/planner.ts';
import { runAgent } from './run.ts';

/**
 * The executive summary: a headline, a few paragraphs, three observations; first the answer where a question was asked.
 *
 * @throws {ConfigurationError | AgentError} see `runAgent`
 */
export function writeSummary(
  facts: readonly Fact[],
  options: AgentOptions = {},
  question: string | null = null,
): Promise<AgentResult<ExecutiveSummary>> {
  return runAgent(
    {
      agent: 'planner',
      prompt: plannerSummaryPrompt(facts, question),
      answer: executiveSummary,
      texts: ({ answer, headline, body, observations }) => [
        ...(typeof answer === 'string' ? [{ at: 'answer', text: answer }] : []),
        { at: 'headline', text: headline },
        { at: 'body', text: body },
        ...observations.map((text, index) => ({ at: `observations.${index}`, text })),
      ],
      facts,
      play: plannerPart,
      problems: ({ answer }) =>
        question !== null && typeof answer !== 'string' ? ['"answer" is missing: the client asked a question'] : [],
    },
    options,
  );
}
