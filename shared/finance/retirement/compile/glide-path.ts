import type { MarketPlan } from '../../../schemas/retirement-plan/market.ts';

/** Weights of the assets at an age of the first person, summing to one: a straight line between the glide path's points. */
export function weightsAtAge(market: MarketPlan, age: number): number[] {
  const names = market.assets.map((asset) => asset.name);
  const path = market.glidePath;
  if (path.length === 0) return toOne(market.assets.map((asset) => asset.weight));
  const after = path.findIndex((point) => point.age > age);
  const next = path[after === -1 ? path.length - 1 : after];
  const last = path[after === -1 ? path.length - 1 : Math.max(0, after - 1)];
  if (next === undefined || last === undefined) return [];
  const to = toOne(names.map((name) => next.weights[name] ?? 0));
  if (next === last) return to;
  const from = toOne(names.map((name) => last.weights[name] ?? 0));
  const share = (age - last.age) / (next.age - last.age);
  return from.map((weight, index) => weight + share * ((to[index] ?? 0) - weight));
}

/** Weights scaled to sum to one. */
export function toOne(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
