import type { Section } from '../../../../schemas/text.ts';
import type { Reading } from '../reading/reading.ts';
import { count, verb } from '../wording/count.ts';
import { longDate } from '../wording/date.ts';
import { list } from '../wording/list.ts';
import { bullets } from '../wording/markdown.ts';
import { percent } from '../wording/percent.ts';

/** The report lists every case below; a sentence names the first few. */
const NAMED = 3;

/** What the figures leave out or rest on. */
export function missing(reading: Reading): Section {
  const gaps = [
    excluded(reading),
    unclassified(reading),
    sectorsNotSaid(reading),
    stale(reading),
    conflicts(reading),
    costsUnknown(reading),
    gainsUnknown(reading),
    noProjection(reading),
  ].filter((gap) => gap !== null);
  const text =
    gaps.length === 0
      ? 'Every position was priced and classified, and no price is old. What remains uncertain is what no data can settle: what markets will do.'
      : bullets(gaps);
  return { id: 'missing-or-uncertain', title: 'What is missing or uncertain', body: text };
}

/** The named ones, and that there are more. */
function named(names: readonly string[], total: number): string {
  return total > Math.min(names.length, NAMED) ? `${names.slice(0, NAMED).join(', ')} and others` : list(names);
}

function excluded({ excluded: lines, excludedCount: total }: Reading): string | null {
  if (total === 0) return null;
  const names = named(
    lines.map(({ symbol, account }) => `${symbol} (${account})`),
    total,
  );
  return `**Left out of every total:** ${count(total, 'position')} that could not be valued: ${names}. What ${verb(total, 'it is', 'they are')} worth is not zero; it is not known here.`;
}

function unclassified({ unclassified: lines, unclassifiedCount: total, unclassifiedWeight }: Reading): string | null {
  if (total === 0) return null;
  const names = named(
    lines.map(({ symbol, weight }) => (weight > 0 ? `${symbol} (${percent(weight)})` : symbol)),
    total,
  );
  const share = unclassifiedWeight > 0 ? `, ${percent(unclassifiedWeight)} of the portfolio` : '';
  return `**Not classified:** ${count(total, 'holding')}${share}: ${names}. ${verb(total, 'It counts', 'They count')} in the total and by account, but not in asset classes, regions and sectors.`;
}

function sectorsNotSaid({ breakdown }: Reading): string | null {
  const other = breakdown.sector.find(({ key }) => key === 'other')?.weight ?? 0;
  if (other < 0.25) return null;
  return `**Sectors:** ${percent(other)} is counted under Other, where a fund’s data give no sectors or none fits, so the shares of the sectors named are the least they can be.`;
}

function stale({ stale: lines, staleCount: total }: Reading): string | null {
  if (total === 0) return null;
  const names = named(
    lines.map(({ symbol, priceAsOf }) => `${symbol} (${longDate(priceAsOf)})`),
    total,
  );
  return `**Old prices:** ${count(total, 'holding')} ${verb(total, 'is', 'are')} valued at an old price: ${names}. Today’s value may differ.`;
}

function conflicts({ book }: Reading): string | null {
  const total = book.number('portfolio.prices.conflicts') ?? 0;
  if (total === 0) return null;
  return `**Prices that disagree:** ${count(total, 'instrument')} came with more than one price; the latest was used.`;
}

function costsUnknown({ book, holdingCount }: Reading): string | null {
  const coverage = book.number('costs.coverage');
  if (coverage === null || coverage >= 0.995 || holdingCount === 0) return null;
  return coverage === 0
    ? '**Costs:** the yearly cost of what you hold is not known.'
    : `**Costs:** the yearly cost is known for ${percent(coverage)} of what is invested.`;
}

function gainsUnknown({ book, holdingCount }: Reading): string | null {
  if (holdingCount === 0 || book.number('portfolio.gain') !== null) return null;
  return '**Gains:** what was paid is not known, so gains and losses, and the tax that a sale could bring, are not shown.';
}

function noProjection({ retirementMissing }: Reading): string | null {
  return retirementMissing === null ? null : `**Retirement:** there is no projection. ${retirementMissing}`;
}
