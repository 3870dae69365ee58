import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { toOne } from '../compile/glide-path.ts';
import { EQUITY_SHIFT as SHIFT } from './equity-shift.ts';
import type { WhatIf } from './what-ifs.ts';

const POINTS = `${SHIFT * 100} points`;
/** Changes below this share are none. */
const LEAST = 0.01;
const percent = (share: number): string => `${Math.round(share * 100)}%`;

/**
 * Stocks up by 20 points out of the rest in proportion, and down by 20 points into bonds (or the rest in proportion): of the
 * mix, or at every point of the glide path, as far as there is room. None for a plan without stocks or with nothing else. Where
 * more is held than is owned the debt stays, and there is room for as much as is held; and what is borrowed can be paid back.
 */
export function equityWhatIfs(plan: Plan): WhatIf[] {
  const { assets, glidePath } = plan.market;
  const names = assets.map((asset) => asset.name);
  const equity = names.indexOf('equity');
  if (equity === -1 || assets.length < 2) return [];
  const bonds = names.indexOf('fixed_income');
  const move = (weights: readonly number[], by: number) => shifted(weights, equity, bonds, by);
  const into = bonds === -1 ? '' : ', the rest in bonds';

  if (glidePath.length > 0) {
    const points = glidePath.map(({ weights }) => toOne(names.map((name) => weights[name] ?? 0)));
    const along = (by: number): Plan => {
      const moved = glidePath.map(({ age }, index) => {
        const weights = move(points[index] ?? [], by);
        return { age, weights: Object.fromEntries(names.map((name, place) => [name, weights[place] ?? 0])) };
      });
      return { ...plan, market: { ...plan.market, glidePath: moved } };
    };
    const held = points.map((weights) => weights[equity] ?? 0);
    const list: WhatIf[] = [];
    if (held.some((share) => 1 - share >= LEAST)) {
      const label = `Hold more in stocks at every age, ${POINTS} above the glide path`;
      list.push({ key: 'more_equity', label, plan: along(SHIFT) });
    }
    if (held.some((share) => share >= LEAST)) {
      const label = `Hold less in stocks at every age, ${POINTS} below the glide path${into}`;
      list.push({ key: 'less_equity', label, plan: along(-SHIFT) });
    }
    return list;
  }

  const weights = toOne(assets.map((asset) => asset.weight));
  const share = weights[equity] ?? 0;
  const held = (by: number): { to: number; plan: Plan } => {
    const moved = move(weights, by);
    const reweighted = assets.map((asset, index) => ({ ...asset, weight: moved[index] ?? 0 }));
    return { to: moved[equity] ?? 0, plan: { ...plan, market: { ...plan.market, assets: reweighted } } };
  };
  const [more, less] = [held(SHIFT), held(-SHIFT)];
  const list: WhatIf[] = repaid(plan, weights);
  if (more.to - share >= LEAST) {
    const label = `Hold more in stocks, ${percent(more.to)} instead of the ${percent(share)} simulated`;
    list.push({ key: 'more_equity', label, plan: more.plan });
  }
  if (share - less.to >= LEAST) {
    const label = `Hold less in stocks, ${percent(less.to)} instead of the ${percent(share)} simulated${into}`;
    list.push({ key: 'less_equity', label, plan: less.plan });
  }
  return list;
}

/** What is borrowed paid back out of all that is held, in proportion: the same mix, without the debt. */
function repaid(plan: Plan, weights: readonly number[]): WhatIf[] {
  if (!weights.some((weight) => weight < 0)) return [];
  const own = toOne(weights.map((weight) => Math.max(0, weight)));
  const assets = plan.market.assets.map((asset, index) => ({ ...asset, weight: own[index] ?? 0 }));
  const label = 'Pay back what is borrowed, out of what is held';
  return [{ key: 'repay_debt', label, plan: { ...plan, market: { ...plan.market, assets } } }];
}

/** Weights, which sum to one, with stocks moved `by` as far as they go. `bonds` is -1 where there are none. */
export function shifted(weights: readonly number[], equity: number, bonds: number, by: number): number[] {
  const held = weights[equity] ?? 0;
  const most = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0);
  const to = Math.min(most, Math.max(0, held + by));
  const rest = held < most ? (most - to) / (most - held) : 0;
  const others = weights.filter((weight, index) => index !== equity && weight >= 0).length;
  return weights.map((weight, index) => {
    if (index === equity) return to;
    if (weight < 0) return weight;
    if (by > 0 || bonds === -1) return held < most ? weight * rest : (most - to) / others;
    return index === bonds ? weight + held - to : weight;
  });
}
