import { tellChecked } from '../../shared/agents/tell-checked.ts';
import { writeRetirement } from '../../shared/agents/write-retirement.ts';
import { agentStepOnFacts, outcomeOf } from '../../shared/middleware/agent-step.ts';

export const handler = agentStepOnFacts('retirement', async ({ facts }, options) => {
  const written = await writeRetirement(facts, options);
  const { sections } = written.output;
  return outcomeOf(written, { sections }, tellChecked(written.check, sections));
});
