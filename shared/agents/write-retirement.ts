import { AgentError } from '../errors.ts';
import { retirementPrompt } from '../prompts/retirement.ts';
import type { Fact } from '../schemas/fact.ts';
import { agentText } from '../schemas/text.ts';
import type { AgentText } from '../schemas/text.ts';
import type { AgentOptions, AgentResult } from './agent-run.ts';
import { retirementPart } from './models/narrator/parts/retirement.ts';
import { textsOfSections } from './review.ts';
import { runAgent } from './run.ts';

/**
 * The sections about retirement, as Markdown. Only where the facts hold a simulation ("retirement.success"): without goals
 * or without a priced holding there is nothing to explain, and the step is to be skipped.
 *
 * @throws {AgentError} not retryable where there is no simulation; see also `runAgent`
 */
export function writeRetirement(facts: readonly Fact[], options: AgentOptions = {}): Promise<AgentResult<AgentText>> {
  if (!facts.some(({ name }) => name === 'retirement.success')) {
    throw new AgentError('The facts hold no retirement simulation to explain.', { retryable: false });
  }
  return runAgent(
    {
      agent: 'retirement',
      prompt: retirementPrompt(facts),
      answer: agentText,
      texts: textsOfSections,
      facts,
      play: retirementPart,
    },
    options,
  );
}
