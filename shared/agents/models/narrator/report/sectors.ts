import type { Part, Reading } from '../reading/reading.ts';
import { list, paragraph } from '../wording/list.ts';
import { percent } from '../wording/percent.ts';
import { known, lower, unknownShare } from './breakdown-words.ts';

const industries = new Set('communication_services consumer_discretionary consumer_staples energy financials health_care industrials information_technology materials utilities'.split(' ')); // prettier-ignore

/** The sectors that are industries of companies, largest first. */
export function industriesOf(sectors: readonly Part[]): Part[] {
  return sectors.filter(({ key }) => industries.has(key)).toSorted((a, b) => b.weight - a.weight);
}

/** The largest sectors, and how much has none. */
export function sectors({ breakdown, isWhole }: Reading): string | null {
  const parts = known(breakdown.sector).filter(({ key, weight }) => !['cash', 'other'].includes(key) && weight > 0);
  const other = breakdown.sector.find(({ key }) => key === 'other')?.weight ?? 0;
  const unknown = unknownShare(breakdown.sector);
  const [first] = parts;
  // Beside much that is not known the crumbs say nothing.
  if (first === undefined || parts.reduce((sum, { weight }) => sum + weight, 0) < Math.max(0.1, unknown / 3))
    return null;
  const bonds = parts.some(({ key }) => key.endsWith('_bonds'));
  const shown = parts.slice(0, 4).map(({ label, weight }) => `${lower(label)} (${percent(weight)})`);
  return paragraph(
    parts.length === 1
      ? isWhole(first.weight)
        ? `By sector all of it is in ${lower(first.label)}.`
        : `The one sector named is ${shown.join('')}.`
      : `By sector${bonds ? ', with bonds by who issues them' : ''}, the largest ${parts.length > 4 ? 'are' : 'parts are'} ${list(shown)}.`,
    other > 0.005 && `Another ${percent(other)} is in funds or assets that no single sector describes.`,
    unknown > 0 && `For ${percent(unknown)} the sector is not known.`,
  );
}
