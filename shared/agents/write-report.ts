import { reporterPrompt } from '../prompts/reporter.ts';
import type { Fact } from '../schemas/fact.ts';
import { agentText } from '../schemas/text.ts';
import type { AgentText } from '../schemas/text.ts';
import type { AgentOptions, AgentResult } from './agent-run.ts';
import { textsOfSections } from './review.ts';
import { runAgent } from './run.ts';

/**
 * The sections about the portfolio, as Markdown.
 *
 * @example const { output, author, check, degraded } = await writeReport(facts, { model: process.env['ALEX_MODEL'] });
 * @throws {ConfigurationError | AgentError} see `runAgent`
 */
export function writeReport(facts: readonly Fact[], options: AgentOptions = {}): Promise<AgentResult<AgentText>> {
  return runAgent(
    { agent: 'reporter', prompt: reporterPrompt(facts), answer: agentText, texts: textsOfSections, facts },
    options,
  );
}
