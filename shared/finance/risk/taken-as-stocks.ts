import type { Allocation } from '../../schemas/analysis.ts';
import { stressKinds } from '../../schemas/risk.ts';
import type { StressKind, StressResult } from '../../schemas/risk.ts';
import { labelOf } from '../labels.ts';
import { listed } from '../listed.ts';

/** From this share of what is held on, what a loss rests on without a figure of its own is said beside the loss. */
export const MATERIAL = 0.05;

const OWN: Partial<Record<StressKind, string>> = { gold: 'gold', crypto: 'cryptocurrencies' };

/** Within a sentence: "real estate", "cryptocurrencies". */
export const wordOfKind = (kind: StressKind): string => OWN[kind] ?? labelOf(kind).toLowerCase();

const classOf = (kind: StressKind): string =>
  kind === 'crypto' ? 'alternatives' : kind === 'gold' ? 'commodities' : kind;

/** Those of what a bad time has no figure for that are much of what is held, in words. */
export function muchOf(
  assumed: readonly string[],
  assetClass: readonly Pick<Allocation['assetClass'][number], 'key' | 'weight'>[],
): string[] {
  const held = assetClass.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
  const weightOf = (kind: StressKind) => assetClass.find(({ key }) => key === classOf(kind))?.weight ?? 0;
  return stressKinds.flatMap((kind) => {
    const word = wordOfKind(kind);
    return assumed.includes(word) && weightOf(kind) >= MATERIAL * held ? [word] : [];
  });
}

/** How `returnIn` fills in what has no figure; null where all of it has one. */
export function takenAsStocks(assumed: readonly string[], time: string): string | null {
  const unborn = assumed.filter((word) => word === OWN.crypto);
  const others = assumed.filter((word) => word !== OWN.crypto);
  const be = others.length === 1 && others[0] === 'real estate' ? 'it is' : 'they are';
  const said = [
    ...(others.length > 0
      ? [`Alex has no figure for ${listed(others)} at ${time}: ${be} taken to have done as stocks did.`]
      : []),
    ...(unborn.length > 0
      ? [
          `Cryptocurrencies did not exist at ${time} and are taken to have done as stocks did; they can fall much further.`,
        ]
      : []),
  ];
  return said.length === 0 ? null : said.join(' ');
}

/** The same of a time and what is held; null where it is little. */
export const takenOf = (
  { assumed }: Pick<StressResult, 'assumed'>,
  { assetClass }: Pick<Allocation, 'assetClass'>,
): string | null => takenAsStocks(muchOf(assumed.map(wordOfKind), assetClass), 'that time');
