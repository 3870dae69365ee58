import { plannerSummaryPrompt } from '../prompts/planner-summary.ts';
import type { Fact } from '../schemas/fact.ts';
import { executiveSummary } from '../schemas/text.ts';
import type { ExecutiveSummary } from '../schemas/text.ts';
import type { AgentOptions, AgentResult } from './agent-run.ts';
import { runAgent } from './run.ts';

/**
 * The executive summary: a headline, a few paragraphs, three observations.
 *
 * @throws {ConfigurationError | AgentError} see `runAgent`
 */
export function writeSummary(
  facts: readonly Fact[],
  options: AgentOptions = {},
): Promise<AgentResult<ExecutiveSummary>> {
  return runAgent(
    {
      agent: 'planner',
      prompt: plannerSummaryPrompt(facts),
      answer: executiveSummary,
      texts: ({ headline, body, observations }) => [
        { at: 'headline', text: headline },
        { at: 'body', text: body },
        ...observations.map((text, index) => ({ at: `observations.${index}`, text })),
      ],
      facts,
    },
    options,
  );
}
