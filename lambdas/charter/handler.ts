import { chooseCharts } from '../../shared/agents/choose-charts.ts';
import { buildCharts } from '../../shared/charts/build.ts';
import type { StepOutcome } from '../../shared/database/job-steps.ts';
import { agentStepOnFacts, outcomeOf } from '../../shared/middleware/agent-step.ts';
import { captioned } from './captioned.ts';

const nothingToDraw: StepOutcome = {
  result: {
    charts: [],
    author: { agent: 'charter', model: 'code' },
    check: { figures: 0, grounded: 0, strays: [], outcome: 'passed' },
  },
  degraded: false,
  detail: 'There is nothing to draw.',
};

export const handler = agentStepOnFacts('charts', async ({ analysis, facts }, options) => {
  const menu = buildCharts(analysis);
  if (menu.length === 0) return nothingToDraw;
  const chosen = await chooseCharts(facts, menu, options);
  const charts = captioned(menu, chosen.output);
  return outcomeOf(chosen, { charts }, `${charts.length} of ${menu.length} charts`);
});
