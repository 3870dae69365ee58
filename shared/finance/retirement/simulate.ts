import { assetClasses } from '../../schemas/classification.ts';
import type { AssetClass } from '../../schemas/classification.ts';
import type { MarketAssumptions } from '../market-assumptions/model.ts';
import { ruinYear, sustainableIncome, traceBalances } from './ledger.ts';
import type { Flows } from './ledger.ts';
import { lognormalReturns } from './returns/lognormal.ts';
import { horizon } from './scenario.ts';
import type { Scenario } from './scenario.ts';

/** Growth factors kept at a time: about half a megabyte, so that a block stays in the processor's cache. */
const BLOCK = 2 ** 16;

export interface SimulationInput {
  balance: number;
  plan: Scenario;
  /** Run on the very same markets as the plan, path by path. */
  alternatives: readonly Scenario[];
  assumptions: MarketAssumptions;
  seed: number;
  paths: number;
}

export interface Simulation {
  /** Real balance at the start of year y on path p, at [y * paths + p]; years + 1 rows. */
  balances: Float64Array;
  /** Year in which the money runs out on each path, -1 where it lasts. */
  ruin: Int32Array;
  /** Largest real yearly income that each path sustains. */
  sustainable: Float64Array;
  /** Per alternative: paths that last only with it, and paths that last only without it. */
  changes: { gained: number; lost: number }[];
}

/** Runs the plan and its alternatives over the same paths, a block of paths at a time. */
export function simulate(input: SimulationInput): Simulation {
  const { balance, plan, alternatives, assumptions, seed, paths } = input;
  const scenarios = [plan, ...alternatives];
  const classes = assetClasses.filter((key) => scenarios.some((scenario) => scenario.weights[key] > 0));
  const longest = Math.max(...scenarios.map((scenario) => horizon(scenario.goals).years));
  const { years } = horizon(plan.goals);
  const fill = lognormalReturns(assumptions, classes, seed);
  const flows = scenarios.map((scenario) => flowsOf(scenario, balance));
  const mixes = [...new Set(scenarios.map((scenario) => scenario.weights))];
  const blockPaths = Math.max(1, Math.floor(BLOCK / (longest * classes.length)));
  const classGrowth = new Float64Array(blockPaths * longest * classes.length);
  const growth = new Float64Array(blockPaths * longest);

  const balances = new Float64Array((years + 1) * paths);
  const ruin = new Int32Array(paths);
  const sustainable = new Float64Array(paths);
  const changes = alternatives.map(() => ({ gained: 0, lost: 0 }));

  for (let first = 0; first < paths; first += blockPaths) {
    const count = Math.min(blockPaths, paths - first);
    fill(classGrowth, first, count, longest);
    for (const weights of mixes) {
      blend(classGrowth, classes, weights, growth, count * longest);
      scenarios.forEach((scenario, index) => {
        const flow = flows[index];
        if (flow === undefined || scenario.weights !== weights) return;
        const change = changes[index - 1];
        if (change !== undefined) {
          compare(flow, growth, longest, count, ruin, first, change);
          return;
        }
        for (let path = 0; path < count; path++) {
          ruin[first + path] = traceBalances(flow, growth, path * longest, balances, paths, first + path);
          sustainable[first + path] = sustainableIncome(flow, growth, path * longest);
        }
      });
    }
  }
  return { balances, ruin, sustainable, changes };
}

function flowsOf(scenario: Scenario, balance: number): Flows {
  const { contribute, income } = scenario.goals;
  return { balance, contribute, income, scale: scenario.scale, ...horizon(scenario.goals) };
}

/** Growth of the whole mix, rebalanced every year: the weighted mean of its classes' growth. */
function blend(
  classGrowth: Float64Array,
  classes: readonly AssetClass[],
  weights: Record<AssetClass, number>,
  growth: Float64Array,
  length: number,
): void {
  const size = classes.length;
  const share = Float64Array.from(classes, (key) => weights[key]);
  for (let index = 0, at = 0; index < length; index++) {
    let sum = 0;
    for (let column = 0; column < size; column++) sum += (share[column] ?? 0) * (classGrowth[at++] ?? 0);
    growth[index] = sum;
  }
}

function compare(
  flow: Flows,
  growth: Float64Array,
  stride: number,
  count: number,
  ruin: Int32Array,
  first: number,
  change: { gained: number; lost: number },
): void {
  for (let path = 0; path < count; path++) {
    const before = ruin[first + path] === -1;
    const after = ruinYear(flow, growth, path * stride) === -1;
    if (after && !before) change.gained++;
    else if (before && !after) change.lost++;
  }
}
