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
 * Growth of the whole mix, rebalanced every step: the weighted mean of its assets' growth, written to
 * `growth[path * stride + step]`, an asset at a time. One asset alone needs no mixing: its block is returned as it is.
 */
export function blend(
  { columns, assets }: Market,
  block: Float64Array,
  weights: Float64Array,
  growth: Float64Array,
  paths: number,
  stride: number,
  lengths: Int32Array,
): Float64Array {
  if (columns === 1) return block;
  for (let path = 0; path < paths; path++) {
    const length = lengths[path] ?? 0;
    const to = path * stride;
    const from = to * columns;
    for (let step = 0; step < length; step++) {
      growth[to + step] = (weights[step] ?? 0) * (block[from + step * columns] ?? 0);
    }
    for (let asset = 1; asset < assets.length; asset++) {
      for (let step = 0; step < length; step++) {
        const part = (weights[asset * stride + step] ?? 0) * (block[from + step * columns + asset] ?? 0);
        growth[to + step] = (growth[to + step] ?? 0) + part;
      }
    }
  }
  return growth;
}
