import type { RetirementGoals } from '../../../schemas/goals.ts';
import { normalizeMix } from '../../market-assumptions/mix.ts';
import type { Mix } from '../../market-assumptions/mix.ts';
import type { MarketAssumptions } from '../../market-assumptions/model.ts';
import { compile } from '../compile/compile.ts';
import { pairedStandardError } from '../proportion.ts';
import { simulate } from '../simulate.ts';
import { goalPlan } from './goal-plan.ts';
import { countLasting } from './ranking.ts';

/** A retirement plan as the goals say it, from a balance of today, US dollars. */
export interface Situation {
  goals: RetirementGoals;
  balance: number;
}

export interface ScenarioOutcome {
  /** Share of the futures in which the money lasts. */
  success: number;
  /** Less the plan's own share, and the standard error of that, on the same futures. */
  change: number;
  standardError: number;
}

export interface Futures {
  mix: Mix;
  assumptions: MarketAssumptions;
  seed: number;
  paths: number;
}

/** Each scenario against the plan, on the very futures that `projectRetirement` simulates for it: the same seed and paths. */
export function compareScenarios(
  plan: Situation,
  scenarios: readonly Situation[],
  { mix, assumptions, seed, paths }: Futures,
): ScenarioOutcome[] {
  if (scenarios.length === 0) return [];
  const { weights } = normalizeMix(mix);
  // The confidence is for what is solved for; nothing is here.
  const simulation = { seed, paths, confidence: 0.5, stepsPerYear: 1 } as const;
  const plans = [plan, ...scenarios].map(({ goals, balance }) =>
    compile(goalPlan(balance, weights, goals, simulation), assumptions),
  );
  const tally = simulate({ plans, first: 0, paths, all: paths, record: false });
  const lasting = countLasting(tally.ruin);
  return tally.changes.map(({ gained, lost }) => ({
    success: (lasting + gained - lost) / paths,
    change: (gained - lost) / paths,
    standardError: pairedStandardError(gained, lost, paths),
  }));
}
