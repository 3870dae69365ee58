import type { Reading } from '../reading/reading.ts';
import { paragraph, sentence } from '../wording/list.ts';
import { percent, points } from '../wording/percent.ts';
import { known, shares, unknownShare } from './breakdown-words.ts';

const places: Record<string, string> = { pacific: 'the Pacific region', emerging_markets: 'the emerging markets' };

/** A region inside a sentence. */
export function placeOf(part: { key: string; label: string } | undefined): string {
  return part === undefined ? '' : (places[part.key] ?? part.label);
}

/** Whether the stocks' regions are those of a part of them: of the others a name does not say where they lie. */
export function placesPartlyKnown({ book, breakdown }: Reading): boolean {
  return knownPlaces({ book, breakdown }) < 0.995;
}

/** The part of the stocks whose region is known, 0 to 1; 1 where nothing is said of it. */
export function knownPlaces({ book, breakdown }: Pick<Reading, 'book' | 'breakdown'>): number {
  const stocks = breakdown.assetClass.find(({ key }) => key === 'equity')?.value ?? 0;
  const placed = book.number('drift.region.value');
  return placed === null || stocks <= 0 ? 1 : placed / stocks;
}

/** Where in the world it is invested; among the stocks where that is what the target is about. */
export function regions(reading: Reading): string | null {
  const { breakdown, drift, isWhole } = reading;
  const table = drift.region;
  const unknown = unknownShare(breakdown.region);
  if (table?.ofStocks === true) {
    const held = table.parts.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
    const [first] = held;
    if (first === undefined) return null;
    const partly = placesPartlyKnown(reading);
    const whose = partly ? ' whose region is known' : '';
    const spread =
      held.length === 1
        ? `The stocks${whose} are all in ${placeOf(first)}.`
        : `Of the stocks${whose}, ${shares(held, 'are in', (at) => placeOf(held[at]))}.`;
    const [far] = table.parts;
    const several = far?.key === 'emerging_markets';
    const against = table.own
      ? `your target for ${several ? 'them' : 'it'}`
      : `${several ? 'their' : 'its'} share of the world’s stock markets`;
    const gap =
      far !== undefined && Math.abs(far.drift) >= 0.05
        ? `${sentence(placeOf(far))} ${several ? 'are' : 'is'} ${points(far.drift)} ${far.drift > 0 ? 'above' : 'below'} ${against}, ${percent(far.target)}.`
        : `That is close to ${table.own ? 'your target' : 'how the world’s stock markets divide by size'}.`;
    return paragraph(
      spread,
      gap,
      partly && unknown > 0 && `For ${percent(unknown)} of the portfolio the region is not known.`,
    );
  }
  const parts = known(breakdown.region).filter(({ key, weight }) => key !== 'global' && weight > 0);
  // Of a portfolio that is nearly all of no region, the crumbs say nothing.
  if (parts.reduce((sum, { weight }) => sum + weight, 0) < 0.1) return null;
  return paragraph(
    parts.length === 1 && isWhole(parts[0]?.weight ?? 0)
      ? `By region, all of it is in ${placeOf(parts[0])}.`
      : `By region, ${shares(parts, 'is in', (at) => placeOf(parts[at]))}.`,
    unknown > 0 && `For ${percent(unknown)} the region is not known.`,
  );
}
