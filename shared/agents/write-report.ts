import { reporterPrompt } from '../prompts/reporter.ts';
import type { Fact } from '../schemas/fact.ts';
import { agentText } from '../schemas/text.ts';
import type { AgentText } from '../schemas/text.ts';
import type { AgentOptions, AgentResult } from './agent-run.ts';
import { reporterPart } from './models/narrator/parts/reporter.ts';
import { citationProblems, citingTexts, groundingPassages, promptPassages } from './research/citations.ts';
import { citedFindings } from './research/cited-findings.ts';
import type { Research } from './research/find-research.ts';
import { narrateWithResearch } from './research/narrate-research.ts';
import { runAgent } from './run.ts';

const NO_RESEARCH: Research = { passages: [], note: null };

/**
 * The sections about the portfolio, as Markdown; one of them may cite passages of `research` (`cite` makes sources of them).
 *
 * @example const { output, author, check, degraded } = await writeReport(facts, { model: process.env['ALEX_MODEL'] });
 * @throws {ConfigurationError | AgentError} see `runAgent`
 */
export async function writeReport(
  facts: readonly Fact[],
  options: AgentOptions = {},
  research: Research = NO_RESEARCH,
): Promise<AgentResult<AgentText>> {
  const { passages } = research;
  const written = await runAgent(
    {
      agent: 'reporter',
      prompt: reporterPrompt(facts, promptPassages(passages)),
      answer: agentText,
      texts: citingTexts,
      facts,
      passages: groundingPassages(passages),
      problems: (text) => citationProblems(text, passages),
      play: passages.length > 0 ? narrateWithResearch : reporterPart,
    },
    options,
  );
  const { findings } = written.check;
  if (findings === undefined || passages.length === 0) return written;
  return { ...written, check: { ...written.check, findings: citedFindings(findings, written.output, passages) } };
}
