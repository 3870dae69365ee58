import { setImmediate as turn } from 'node:timers/promises';
import { indexFacts } from '../../shared/agents/grounding/fact-index.ts';
import { cite } from '../../shared/agents/research/citations.ts';
import { findResearch } from '../../shared/agents/research/find-research.ts';
import { tellChecked } from '../../shared/agents/tell-checked.ts';
import { writeReport } from '../../shared/agents/write-report.ts';
import { invokeFunction } from '../../shared/aws/lambda.ts';
import type { CitedSource } from '../../shared/schemas/cited-research.ts';
import type { SearchRequest } from '../../shared/schemas/knowledge.ts';
import { agentStepOnFacts, outcomeOf } from '../../shared/middleware/agent-step.ts';

export const handler = agentStepOnFacts('report', async ({ analysis, facts }, options) => {
  const began = performance.now();
  const search = (question: SearchRequest) => invokeFunction('search', question);
  const asked = analysis.question && { question: analysis.question };
  const finding = findResearch(facts, search, { ...options, ...asked, samples: analysis.example === true });
  // While the search is on its way and this function would only wait: the index that the text is checked against.
  await turn();
  indexFacts(facts);
  const found = await finding;
  const { deadlineMs = Number.POSITIVE_INFINITY } = options;
  const left = { deadlineMs: Math.max(1, deadlineMs - (performance.now() - began)) };
  const written = await writeReport(facts, { ...options, ...left }, found);
  const { sections, research } = cite(written.output, written.research);
  const failed = found.note === null ? '' : ', without research: the search of it failed';
  const cited = research.sources.length === 0 ? failed : `, ${citedIn(research.sources)}`;
  const detail = `${tellChecked(written.check, sections)}${cited}`;
  return outcomeOf(written, { sections, research }, detail);
});

/** An invented page is no source. */
function citedIn(sources: readonly CitedSource[]): string {
  const what = sources.some(({ sample }) => sample) ? 'sample page' : 'source';
  return `${sources.length} ${what}${sources.length === 1 ? '' : 's'} cited`;
}
