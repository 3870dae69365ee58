import { writeReport } from '../../shared/agents/write-report.ts';
import { agentRequest, agentStep, outcomeOf, requireFacts } from '../../shared/middleware/agent-step.ts';

export const handler = agentStep('report', agentRequest, async (db, { jobId }, options) => {
  const { facts } = await requireFacts(db, jobId);
  const written = await writeReport(facts, options);
  const { sections } = written.output;
  return outcomeOf(written, { sections }, `${sections.length} sections, ${written.check.figures} figures checked`);
});
