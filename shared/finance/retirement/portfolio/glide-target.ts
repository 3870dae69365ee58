import { assetClasses } from '../../../schemas/classification.ts';
import type { Targets } from '../../../schemas/goals.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { weightsAtAge } from '../compile/glide-path.ts';

/**
 * The mix that a plan's glide path has for today's age of the first person: what the person aims for, as fractions that sum to
 * one. Nothing where there is no glide path, or where it has asset classes of the plan's own.
 */
export function glideTarget({ market, people }: Plan): Pick<Targets, 'assetClasses'> {
  if (market.glidePath.length === 0) return {};
  const weights = weightsAtAge(market, people[0]?.age ?? 0);
  const parts = market.assets.flatMap(({ name }, place) => {
    const weight = weights[place] ?? 0;
    return weight > 0 ? [{ key: assetClasses.find((one) => one === name), weight }] : [];
  });
  if (parts.some(({ key }) => key === undefined)) return {};
  return {
    assetClasses: Object.fromEntries(parts.flatMap(({ key, weight }) => (key === undefined ? [] : [[key, weight]]))),
  };
}
