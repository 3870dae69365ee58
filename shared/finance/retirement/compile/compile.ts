import { InvalidInputError } from '../../../errors.ts';
import { defaultAssumptions } from '../../market-assumptions/default.ts';
import type { MarketAssumptions } from '../../market-assumptions/model.ts';
import { exp } from '../../random/exponential.ts';
import { log } from '../../random/logarithm.ts';
import { lifetime } from '../longevity/lifetime.ts';
import type { Lifetime } from '../longevity/lifetime.ts';
import type { History } from '../../../schemas/retirement-plan/market.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { laws } from '../returns/laws.ts';
import type { Market } from '../returns/market.ts';
import { stepFalls } from './falls.ts';
import type { StepFall } from './falls.ts';
import { market } from './market.ts';
import { poolFlows } from './pool.ts';
import type { Pool } from './pool.ts';
import { schedule } from './schedule.ts';
import type { Schedule } from './schedule.ts';
import { stepsOf } from './steps.ts';
import { weightsAtAge } from './glide-path.ts';

/** A plan made ready to run: every decision that is the same on all paths is taken, every sum that is, is done. */
export interface Compiled {
  plan: Plan;
  market: Market;
  /** What the market depends on: plans alike in this share their draws. */
  marketKey: string;
  /** Steps until the last person that can live longest dies. */
  steps: number;
  lifetimes: Lifetime[];
  schedule: Schedule;
  /** Weights of the assets at a step. */
  weightsAt: (step: number) => number[];
  /** Falls of the plan's own, on top of what the market draws. */
  falls: readonly StepFall[];
  /** What the growth of the mix depends on beside the market: plans alike in this share it. */
  mixKey: string;
  /** Steps from one rebalancing to the next; Infinity for never. */
  rebalanceSteps: number;
  /** Factor that makes a growth factor of the market real. */
  deflator: number;
  /** Inflation factor of a step that is expected. */
  expectedInflation: number;
  /** Share of each account that a step's fee leaves. */
  feeFactors: Float64Array;
  /** The flows of all accounts as one, where they can be pooled. */
  pool: Pool | null;
}

/** Prepares a checked plan. Throws InvalidInputError where the market cannot be simulated. */
export function compile(plan: Plan, assumptions: MarketAssumptions = defaultAssumptions): Compiled {
  const { stepsPerYear, seed } = plan.simulation;
  const lifetimes = plan.people.map((person) => lifetime(person.longevity ?? plan.longevity, person));
  const longest = Math.max(...lifetimes.map((one) => one.longest));
  const steps = Math.max(1, stepsOf(longest, stepsPerYear));
  const law = laws(plan.market, assumptions);
  const built = market(plan.market, law, stepsPerYear, seed, steps);
  if (built.sequences === 0) {
    throw new InvalidInputError('The history is shorter than the plan.', [
      { path: 'market.returns.history', message: `needs ${steps / stepsPerYear} years, or "wrap": true` },
    ]);
  }
  const deflator = built.fixedInflation === null ? 1 : 1 / built.fixedInflation;
  const feeFactors = Float64Array.from(plan.accounts, (account) => exp(log(1 - account.fee) / stepsPerYear));
  const table = schedule(plan, steps);
  const age = plan.people[0]?.age ?? 0;
  const { glidePath, assets, rebalanceYears = 1 } = plan.market;
  const constant = weightsAtAge(plan.market, age);
  const { returns, correlations, inflation } = plan.market;
  const falls = stepFalls(plan, steps);
  const fixed = law.inflation.volatility === 0 && !law.assets.some((asset) => asset.real);
  return {
    plan,
    market: built,
    marketKey: JSON.stringify([
      law.assets,
      correlations,
      fixed ? null : [inflation, law.inflation],
      returns.model,
      'history' in returns ? { ...returns, history: historyNumber(returns.history) } : returns,
      [stepsPerYear, seed],
    ]),
    steps,
    lifetimes,
    schedule: table,
    weightsAt: glidePath.length === 0 ? () => constant : (step) => weightsAtAge(plan.market, age + step / stepsPerYear),
    falls,
    mixKey: JSON.stringify([
      rebalanceYears,
      falls,
      ...(glidePath.length === 0 ? [constant] : [glidePath, assets.map((one) => one.name), age]),
    ]),
    rebalanceSteps: rebalanceYears === 0 ? Infinity : rebalanceYears * stepsPerYear,
    deflator,
    expectedInflation: exp(log(1 + law.inflation.mean) / stepsPerYear),
    feeFactors,
    pool: poolFlows(plan, table, built, deflator, feeFactors),
  };
}

/** Histories are told apart by identity: they are long, and the plans of one question share theirs. */
const numbers = new WeakMap<History, number>();
let count = 0;
function historyNumber(history: History | string): number | string {
  if (typeof history === 'string') return history;
  const number = numbers.get(history) ?? ++count;
  numbers.set(history, number);
  return number;
}
