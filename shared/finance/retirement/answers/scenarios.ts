import type { MarketAssumptions } from '../../market-assumptions/model.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { compile } from '../compile/compile.ts';
import { pairedStandardError } from '../proportion.ts';
import { simulate } from '../simulate.ts';
import type { Change } from '../simulate.ts';
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

/**
 * Each scenario against the plan, on the very futures that `projectRetirement` simulates for it: the same seed and paths. One that holds
 * an asset which the plan has none of meets futures of more assets; both are run on these, and what changes there is told of the plan's chance.
 */
export function compareScenarios(
  plan: Plan,
  scenarios: readonly Plan[],
  assumptions: MarketAssumptions | undefined,
): ScenarioOutcome[] {
  if (scenarios.length === 0) return [];
  const run = (plans: readonly Plan[]) => {
    const compiled = plans.map((one) => compile(one, assumptions));
    const sequences = compiled[0]?.market.sequences ?? Infinity;
    const paths = Number.isFinite(sequences) ? sequences : plan.simulation.paths;
    const { ruin, changes } = simulate({ plans: compiled, first: 0, paths, all: paths, record: false });
    return { paths, lasting: countLasting(ruin), changes };
  };
  const alike = Map.groupBy(scenarios, (one) => namesIn(one).join('\n'));
  const own = namesIn(plan).join('\n');
  const planned = run([plan, ...(alike.get(own) ?? [])]);
  const outcomes = new Map<Plan, ScenarioOutcome>();
  for (const [names, group] of alike) {
    const tally = names === own ? planned : run([widened(plan, group[0] ?? plan), ...group]);
    group.forEach((one, place) => {
      const change = tally.changes[place];
      if (change !== undefined) outcomes.set(one, outcomeOf(one, change, tally, planned.lasting));
    });
  }
  return scenarios.flatMap((one) => outcomes.get(one) ?? []);
}

const namesIn = ({ market }: Plan): string[] => market.assets.map(({ name }) => name);

/** The plan with all assets of another one, of which it holds no more than it does. */
function widened(plan: Plan, { market }: Plan): Plan {
  const own = new Map(plan.market.assets.map((asset) => [asset.name, asset]));
  const assets = market.assets.map((asset) => own.get(asset.name) ?? { ...asset, weight: 0 });
  return { ...plan, market: { ...plan.market, assets } };
}

/** @param planned futures of the plan's own in which the money lasts */
function outcomeOf(
  scenario: Plan,
  { gained, lost, ruins }: Change,
  tally: { paths: number; lasting: number },
  planned: number,
): ScenarioOutcome {
  const { paths } = tally;
  const lasting = tally.lasting + gained - lost;
  // All and none are what they are, whatever chance the plan has in its own futures.
  const isSure = lasting === 0 || lasting === paths;
  const then = isSure ? lasting : Math.min(paths - 1, Math.max(1, planned + gained - lost));
  return {
    success: then / paths,
    change: (then - planned) / paths,
    standardError: pairedStandardError(gained, lost, paths),
    medianRuinAge: medianAge(scenario, ruins),
  };
}

function medianAge({ people, simulation }: Plan, ruins: Float64Array): number | null {
  const failed = ruins.reduce((sum, count) => sum + count, 0);
  if (failed === 0) return null;
  return (people[0]?.age ?? 0) + stepAt(ruins, Math.ceil(failed / 2) - 1) / simulation.stepsPerYear;
}
