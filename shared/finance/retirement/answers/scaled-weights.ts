import type { MarketPlan } from '../../../schemas/retirement-plan/market.ts';
import { percent } from '../../amounts.ts';
import { wordOf } from '../../labels.ts';
import { listed } from '../../listed.ts';
import { toOne } from '../compile/glide-path.ts';

/** Rounded shares, three times 0.333, are nobody's slip. */
const ROUNDED = 0.005;
/** Of a glide path with a row for every year, so many are named. */
const NAMED = 3;

/** Weights that add up neither to one nor to 100, each by its field, with the mix that they were scaled to. */
export function scaledWeightNotes({ assets, glidePath }: MarketPlan): string[] {
  const stated =
    glidePath.length === 0
      ? [{ field: 'market.assets', weights: assets.map(({ name, weight }) => [name, weight] as const) }]
      : glidePath.map(({ age, weights }) => ({
          field: `market.glidePath at ${age}`,
          weights: Object.entries(weights),
        }));
  const scaled = stated.flatMap(({ field, weights }) => {
    const shares = weights.map(([, weight]) => weight);
    const sum = shares.reduce((total, weight) => total + weight, 0);
    if ([1, 100].some((whole) => Math.abs(sum / whole - 1) <= ROUNDED)) return [];
    const held = toOne(shares).flatMap((share, at) => (share > 0 ? [`${percent(share)} ${wordOf(weights[at]?.[0] ?? '')}`] : [])); // prettier-ignore
    return [`The weights of ${field} add up to ${Number(sum.toPrecision(6))}, not to 1, and were scaled to ${listed(held)}.`]; // prettier-ignore
  });
  const more = scaled.length - NAMED;
  return more <= 0
    ? scaled
    : [...scaled.slice(0, NAMED), `So were those of ${more} more ${more === 1 ? 'row' : 'rows'} of market.glidePath.`];
}
