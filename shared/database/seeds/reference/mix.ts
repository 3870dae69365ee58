import type { Weights } from '../../../schemas/classification.ts';

/** What a fund or a company is spread over, and who says so as of when. */
export interface Mix extends Weights {
  citation: string;
  asOf: string;
}

const part = <K extends string>(weights: Partial<Record<K, number>>, share: number): [K, number][] =>
  (Object.entries(weights) as [K, number][]).map(([key, weight]) => [key, weight * share]);

function blended<K extends string>(parts: readonly [Partial<Record<K, number>>, number][]): Partial<Record<K, number>> {
  const sums = new Map<K, number>();
  for (const [weights, share] of parts) {
    for (const [key, weight] of part(weights, share)) sums.set(key, (sums.get(key) ?? 0) + weight);
  }
  const rounded = [...sums].map(([key, weight]): [K, number] => [key, Math.round(weight * 1e6) / 1e6]);
  const rest = 1 - rounded.reduce((total, [, weight]) => total + weight, 0);
  const largest = rounded.reduce((a, b) => (b[1] > a[1] ? b : a));
  largest[1] += rest;
  return Object.fromEntries(rounded) as Partial<Record<K, number>>;
}

/** A fund of funds: its parts' mixes in the proportions it states (fractions that sum to 1). */
export function blend(parts: readonly [Mix, number][], { citation, asOf }: { citation: string; asOf: string }): Mix {
  return {
    assetClasses: blended(parts.map(([mix, share]) => [mix.assetClasses, share])),
    regions: blended(parts.map(([mix, share]) => [mix.regions, share])),
    sectors: blended(parts.map(([mix, share]) => [mix.sectors, share])),
    citation,
    asOf,
  };
}
