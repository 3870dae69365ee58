import type { Compiled } from '../compile/compile.ts';
import type { StepFall } from '../compile/falls.ts';
import type { Market } from '../returns/market.ts';
import { fall, restore } from './fall.ts';

/** Plans that share a market's draws, and among them those that share a mix. `members` are places in the list of plans. */
export interface MarketGroup {
  market: Market;
  mixes: {
    weights: Float64Array;
    rebalanceSteps: number;
    borrowed: boolean;
    falls: readonly StepFall[];
    members: number[];
  }[];
}

/** Groups plans by market and mix, in their order. `steps` is the longest of them. */
export function groupByMarket(plans: readonly Compiled[], steps: number): MarketGroup[] {
  interface Group {
    market: Market;
    mixes: Map<string, MarketGroup['mixes'][number]>;
  }
  const groups = new Map<string, Group>();
  plans.forEach((plan, index) => {
    const group: Group = groups.get(plan.marketKey) ?? { market: plan.market, mixes: new Map() };
    groups.set(plan.marketKey, group);
    const mix = group.mixes.get(plan.mixKey) ?? mixOf(plan, steps);
    group.mixes.set(plan.mixKey, mix);
    mix.members.push(index);
  });
  return [...groups.values()].map(({ market, mixes }) => ({ market, mixes: [...mixes.values()] }));
}

function mixOf(plan: Compiled, steps: number): MarketGroup['mixes'][number] {
  const weights = weightsOf(plan, steps);
  const borrowed = weights.some((weight) => weight < 0);
  return { weights, rebalanceSteps: plan.rebalanceSteps, borrowed, falls: plan.falls, members: [] };
}

/** Weights at [asset * steps + step]. */
function weightsOf(plan: Compiled, steps: number): Float64Array {
  const weights = new Float64Array(steps * plan.market.assets.length);
  for (let step = 0; step < steps; step++) {
    plan.weightsAt(step).forEach((weight, asset) => {
      weights[asset * steps + step] = weight;
    });
  }
  return weights;
}

/**
 * Growth of the whole mix, rebalanced every `rebalanceSteps`, written to `growth[path * stride + step]`. Where that is every
 * step, it is the weighted mean of the assets' growth; elsewhere the shares drift in between.
 * One asset alone needs no mixing: its block is returned as it is. What falls by the plan does so while this mix is blended only: the
 * block is shared with plans whose assets do not fall. Who has borrowed can lose all that is owned, and no more:
 * the lender sells before.
 */
export function blend(
  { columns, assets }: Market,
  block: Float64Array,
  { weights, rebalanceSteps, borrowed, falls }: MarketGroup['mixes'][number],
  growth: Float64Array,
  paths: number,
  stride: number,
  lengths: Int32Array,
): Float64Array {
  if (columns === 1 && falls.length === 0) return block;
  const held = new Float64Array(assets.length);
  const drawn = new Float64Array(falls.length * assets.length);
  for (let path = 0; path < paths; path++) {
    const length = lengths[path] ?? 0;
    if (falls.length > 0) fall(block, path * stride * columns, columns, falls, drawn);
    if (rebalanceSteps === 1) rebalanced(block, columns, weights, growth, path * stride, stride, length, assets.length);
    else drifting(block, columns, weights, growth, path * stride, stride, length, held, rebalanceSteps);
    if (borrowed) limitLoss(growth, path * stride, length);
    if (falls.length > 0) restore(block, path * stride * columns, columns, falls, drawn);
  }
  return growth;
}

/** No growth factor below 0. */
function limitLoss(growth: Float64Array, from: number, length: number): void {
  for (let at = from; at < from + length; at++) growth[at] = Math.max(0, growth[at] ?? 0);
}

/** The weighted mean of the assets' growth, in their order, five at a time: as many asset classes as most portfolios hold, in one pass. */
function rebalanced(
  block: Float64Array,
  columns: number,
  weights: Float64Array,
  growth: Float64Array,
  to: number,
  stride: number,
  length: number,
  assets: number,
): void {
  for (let asset = 0; asset < assets; asset += 5) {
    addFive(block, columns, weights, growth, to, stride, length, asset, Math.min(5, assets - asset));
  }
}

function addFive(
  block: Float64Array,
  columns: number,
  weights: Float64Array,
  growth: Float64Array,
  to: number,
  stride: number,
  length: number,
  asset: number,
  count: number,
): void {
  const [second, third] = [(asset + 1) * stride, (asset + 2) * stride];
  const [fourth, fifth] = [(asset + 3) * stride, (asset + 4) * stride];
  for (let step = 0, from = to * columns + asset; step < length; step++, from += columns) {
    let mixed = (weights[asset * stride + step] ?? 0) * (block[from] ?? 0);
    if (asset > 0) mixed += growth[to + step] ?? 0;
    if (count > 1) mixed += (weights[second + step] ?? 0) * (block[from + 1] ?? 0);
    if (count > 2) mixed += (weights[third + step] ?? 0) * (block[from + 2] ?? 0);
    if (count > 3) mixed += (weights[fourth + step] ?? 0) * (block[from + 3] ?? 0);
    if (count > 4) mixed += (weights[fifth + step] ?? 0) * (block[from + 4] ?? 0);
    growth[to + step] = mixed;
  }
}

/** What has drifted beyond this, or below its inverse, is scaled back: products of a wild history's factors would run out of numbers. */
const FAR = 1e100;

/** `held` is what a dollar at the last rebalancing has become, by asset (or at the last rescaling, where that is long ago). */
function drifting(
  block: Float64Array,
  columns: number,
  weights: Float64Array,
  growth: Float64Array,
  to: number,
  stride: number,
  length: number,
  held: Float64Array,
  rebalanceSteps: number,
): void {
  let before = 1;
  let since = 0;
  for (let step = 0; step < length; step++) {
    const from = (to + step) * columns;
    const fresh = step === 0 || since === rebalanceSteps;
    since = fresh ? 1 : since + 1;
    let after = 0;
    for (let asset = 0; asset < held.length; asset++) {
      const share = fresh ? (weights[asset * stride + step] ?? 0) : (held[asset] ?? 0);
      const value = share * (block[from + asset] ?? 0);
      held[asset] = value;
      after += value;
    }
    growth[to + step] = after / (fresh ? 1 : before);
    if (after <= 0) {
      // All is lost: nothing of it is left to grow.
      growth[to + step] = 0;
      held.fill(0);
      before = 1;
      continue;
    }
    before = after;
    if (after > FAR || after < 1 / FAR) {
      for (let asset = 0; asset < held.length; asset++) held[asset] = (held[asset] ?? 0) / after;
      before = 1;
    }
  }
}
