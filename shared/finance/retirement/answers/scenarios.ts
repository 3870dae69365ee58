import type { MarketAssumptions } from '../../market-assumptions/model.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { compile } from '../compile/compile.ts';
import { pairedStandardError } from '../proportion.ts';
import { simulate } from '../simulate.ts';
import { countLasting } from './ranking.ts';
import { stepAt } from './story.ts';

export interface ScenarioOutcome {
  /** Share of the futures in which the money lasts. */
  success: number;
  /** Less the plan's own share, and the standard error of that, on the same futures. */
  change: number;
  standardError: number;
  /** Age of the first person at which the money runs out, the middle one by nearest rank of where it does; null where it never does. */
  medianRuinAge: number | null;
}

/** Each scenario against the plan, on the very futures that `projectRetirement` simulates for it: the same seed and paths. */
export function compareScenarios(
  plan: Plan,
  scenarios: readonly Plan[],
  assumptions: MarketAssumptions | undefined,
): ScenarioOutcome[] {
  if (scenarios.length === 0) return [];
  const plans = [plan, ...scenarios].map((one) => compile(one, assumptions));
  const sequences = plans[0]?.market.sequences ?? Infinity;
  const paths = Number.isFinite(sequences) ? sequences : plan.simulation.paths;
  const tally = simulate({ plans, first: 0, paths, all: paths, record: false });
  const lasting = countLasting(tally.ruin);
  return tally.changes.map(({ gained, lost, ruins }, index) => ({
    success: (lasting + gained - lost) / paths,
    change: (gained - lost) / paths,
    standardError: pairedStandardError(gained, lost, paths),
    medianRuinAge: medianAge(scenarios[index] ?? plan, ruins),
  }));
}

function medianAge({ people, simulation }: Plan, ruins: Float64Array): number | null {
  const failed = ruins.reduce((sum, count) => sum + count, 0);
  if (failed === 0) return null;
  return (people[0]?.age ?? 0) + stepAt(ruins, Math.ceil(failed / 2) - 1) / simulation.stepsPerYear;
}
