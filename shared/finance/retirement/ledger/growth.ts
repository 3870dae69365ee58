import type { Compiled } from '../compile/compile.ts';
import type { Market } from '../returns/market.ts';

/** Plans that share a market's draws, and among them those that share a mix. `members` are places in the list of plans. */
export interface MarketGroup {
  market: Market;
  mixes: { weights: Float64Array; members: number[] }[];
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
    const mix = group.mixes.get(plan.mixKey) ?? { weights: weightsOf(plan, steps), members: [] };
    group.mixes.set(plan.mixKey, mix);
    mix.members.push(index);
  });
  return [...groups.values()].map(({ market, mixes }) => ({ market, mixes: [...mixes.values()] }));
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
 * Growth of the whole mix, rebalanced once a year, written to `growth[path * stride + step]`. With one step a year that is
 * the weighted mean of the assets' growth, taken an asset at a time; with several the shares drift until the year is over.
 * One asset alone needs no mixing: its block is returned as it is.
 */
export function blend(
  { columns, assets }: Market,
  block: Float64Array,
  weights: Float64Array,
  growth: Float64Array,
  paths: number,
  stride: number,
  lengths: Int32Array,
  stepsPerYear: number,
): Float64Array {
  if (columns === 1) return block;
  const held = new Float64Array(assets.length);
  for (let path = 0; path < paths; path++) {
    const length = lengths[path] ?? 0;
    if (stepsPerYear === 1) rebalanced(block, columns, weights, growth, path * stride, stride, length, assets.length);
    else drifting(block, columns, weights, growth, path * stride, stride, length, held, stepsPerYear);
  }
  return growth;
}

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
  const from = to * columns;
  for (let step = 0; step < length; step++) {
    growth[to + step] = (weights[step] ?? 0) * (block[from + step * columns] ?? 0);
  }
  for (let asset = 1; asset < assets; asset++) {
    for (let step = 0; step < length; step++) {
      const part = (weights[asset * stride + step] ?? 0) * (block[from + step * columns + asset] ?? 0);
      growth[to + step] = (growth[to + step] ?? 0) + part;
    }
  }
}

/** `held` is what a dollar at the start of the year has become, by asset. */
function drifting(
  block: Float64Array,
  columns: number,
  weights: Float64Array,
  growth: Float64Array,
  to: number,
  stride: number,
  length: number,
  held: Float64Array,
  stepsPerYear: number,
): void {
  let before = 1;
  for (let step = 0; step < length; step++) {
    const from = (to + step) * columns;
    const fresh = step % stepsPerYear === 0;
    let after = 0;
    for (let asset = 0; asset < held.length; asset++) {
      const share = fresh ? (weights[asset * stride + step] ?? 0) : (held[asset] ?? 0);
      const value = share * (block[from + asset] ?? 0);
      held[asset] = value;
      after += value;
    }
    growth[to + step] = after / (fresh ? 1 : before);
    before = after;
  }
}
