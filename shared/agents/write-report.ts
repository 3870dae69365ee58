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
import { searchTool } from './research/search-tool.ts';
import { runAgent } from './run.ts';

const NO_RESEARCH: Research = { passages: [], note: null };

/** A report, and the research behind the numbers that it cites: what was given, and after it what its model searched for. */
export interface WrittenReport extends AgentResult<AgentText> {
  research: Research;
}

/**
 * The sections about the portfolio, as Markdown; one of them may cite passages of `research` (`cite` makes sources of them). Its model
 * may search for more; the narrator keeps to what was given.
 *
 * @example const { output, author, check, degraded } = await writeReport(facts, { model: process.env['ALEX_MODEL'] });
 * @throws {ConfigurationError | AgentError} see `runAgent`
 */
export async function writeReport(
  facts: readonly Fact[],
  options: AgentOptions = {},
  given: Research = NO_RESEARCH,
): Promise<WrittenReport> {
  const search = searchTool(given, options);
  const research = () => search?.research() ?? given;
  const promptOn = (passages: Research['passages']) => reporterPrompt(facts, promptPassages(passages));
  const narrate = given.passages.length > 0 ? narrateWithResearch : reporterPart;
  let [read, prompt] = [given, promptOn(given.passages)];
  const written = await runAgent(
    {
      agent: 'reporter',
      get prompt() {
        if (read !== research()) [read, prompt] = [research(), promptOn(research().passages)];
        return prompt;
      },
      offered: search?.offered,
      answer: agentText,
      texts: citingTexts,
      facts,
      get passages() {
        return groundingPassages(research().passages);
      },
      problems: (text) => citationProblems(text, research().passages),
      play: (asked) =>
        narrate(read === given ? asked : promptOn(research().passages.slice(0, given.passages.length)).input),
    },
    options,
  );
  const { passages } = research();
  const { findings } = written.check;
  if (findings === undefined || passages.length === 0) return { ...written, research: research() };
  const cited = citedFindings(findings, written.output, passages);
  return { ...written, check: { ...written.check, findings: cited }, research: research() };
}
