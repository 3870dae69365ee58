import { writeRetirement } from '../../shared/agents/write-retirement.ts';
import { agentStepOnFacts, outcomeOf } from '../../shared/middleware/agent-step.ts';

export const handler = agentStepOnFacts('retirement', async ({ facts }, options) => {
  const written = await writeRetirement(facts, options);
  const { sections } = written.output;
  return outcomeOf(written, { sections }, `${sections.length} sections, ${written.check.figures} figures checked`);
});
