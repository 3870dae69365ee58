import { cite } from '../../shared/agents/research/citations.ts';
import { findResearch } from '../../shared/agents/research/find-research.ts';
import { writeReport } from '../../shared/agents/write-report.ts';
import { invokeFunction } from '../../shared/aws/lambda.ts';
import { agentRequest, agentStep, outcomeOf, requireFacts } from '../../shared/middleware/agent-step.ts';

export const handler = agentStep('report', agentRequest, async (db, { jobId }, options) => {
  const { facts } = await requireFacts(db, jobId);
  const began = performance.now();
  const found = await findResearch(facts, (question) => invokeFunction('search', question), options);
  const { deadlineMs = Number.POSITIVE_INFINITY } = options;
  const left = { deadlineMs: Math.max(1, deadlineMs - (performance.now() - began)) };
  const written = await writeReport(facts, { ...options, ...left }, found);
  const { sections, research } = cite(written.output, found);
  const cited = research.sources.length === 0 ? '' : `, ${research.sources.length} sources cited`;
  const detail = `${sections.length} sections, ${written.check.figures} figures checked${cited}`;
  return outcomeOf(written, { sections, research }, detail);
});
