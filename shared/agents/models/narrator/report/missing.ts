import type { Section } from '../../../../schemas/text.ts';
import type { Reading } from '../reading/reading.ts';
import { count, verb } from '../wording/count.ts';
import { inputDoubts } from '../reading/input-doubts.ts';
import { unknownShare } from './breakdown-words.ts';
import { coveredPart } from './covered-part.ts';
import { paragraph, sentence } from '../wording/list.ts';
import { percent } from '../wording/percent.ts';

/** What the figures leave out or rest on, in two or three sentences; the report lists every case below them. */
export function missing(reading: Reading): Section {
  const gaps = [
    // What is counted twice or taken in the wrong currency may make a total many times too large.
    ...inputDoubts(reading).map(({ clause }) => clause),
    doubted(reading),
    excluded(reading),
    leftOut(reading),
    unclassified(reading),
    guessed(reading),
    stale(reading),
    undated(reading),
    taxation(reading),
    interest(reading),
    conflicts(reading),
    notMeasured(reading),
  ].filter((gap) => gap !== null);
  const unknown = [costsUnknown(reading), gainsUnknown(reading), sectorsNotSaid(reading)].filter((one) => one !== null);
  const text =
    gaps.length === 0 && unknown.length === 0
      ? nothingMissing(reading)
      : paragraph(
          gaps.length > 0 && `${sentence(gaps.join('; '))}.`,
          unknown.length > 0 && `${sentence(unknown.slice(0, 2).join('; '))}.`,
          gaps.length > 0 && 'Each case is listed below.',
        );
  return { id: 'missing-or-uncertain', title: 'What is missing or uncertain', body: text };
}

function nothingMissing({ holdingCount, cash }: Reading): string {
  if (holdingCount === 0 && cash === 0)
    return 'There was no position to price or to classify, and no cash: what a report would say is missing until something is held.';
  const settled =
    holdingCount === 0
      ? 'There was no position to price or to classify.'
      : 'Every position was priced and classified, and no price is old.';
  return `${settled} What remains uncertain is what no data can settle: what markets will do.`;
}

function doubted({ book }: Reading): string | null {
  const [total, weight] = [book.number('doubted.count') ?? 0, book.number('doubted.weight')];
  if (total === 0) return null;
  const share = weight === null ? '' : `, ${percent(weight)} of the portfolio,`;
  return `${count(total, 'holding')}${share} ${verb(total, 'counts', 'count')} at a price far from the market’s, as after a split of the shares`;
}

function excluded({ excludedCount: total }: Reading): string | null {
  if (total === 0) return null;
  return `${count(total, 'position')} could not be valued and ${verb(total, 'is', 'are')} left out of every total`;
}

function leftOut({ book }: Reading): string | null {
  const total = book.number('leftOut.count') ?? 0;
  if (total === 0) return null;
  return `${count(total, 'entry', 'entries')} of the input ${verb(total, 'was', 'were')} left out when it was read`;
}

function unclassified({ unclassifiedCount: total, unclassifiedWeight }: Reading): string | null {
  if (total === 0) return null;
  const share = unclassifiedWeight > 0 ? `, ${percent(unclassifiedWeight)} of the portfolio,` : '';
  return `${count(total, 'holding')}${share} ${verb(total, 'is', 'are')} counted but not classified`;
}

function guessed({ book }: Reading): string | null {
  const total = book.number('guessed.count') ?? 0;
  return total === 0
    ? null
    : `${count(total, 'holding')} ${verb(total, 'is', 'are')} classified only by name, which is a guess`;
}

function undated({ book }: Reading): string | null {
  const total = book.number('undated.count') ?? 0;
  return total === 0 ? null : `${count(total, 'price')} ${verb(total, 'has', 'have')} no date but that of the file`;
}

function taxation({ book }: Reading): string | null {
  const total = book.number('taxation.assumed.count') ?? 0;
  if (total === 0) return null;
  return `nothing that was read says how ${count(total, 'account')} ${verb(total, 'is', 'are')} taxed, so ${verb(total, 'it is', 'they are')} assumed to be taxable`;
}

/** The rate of a debt decides when it is gone. */
function interest({ book }: Reading): string | null {
  const total = book.number('interest.assumed.count') ?? 0;
  if (total === 0) return null;
  return `nothing says what ${count(total, 'debt')} ${verb(total, 'is', 'are')} charged, so a usual rate is assumed until you state the lender’s`;
}

function stale({ staleCount: total }: Reading): string | null {
  return total === 0 ? null : `${count(total, 'holding')} ${verb(total, 'is', 'are')} valued at an old price`;
}

function conflicts({ book }: Reading): string | null {
  const total = book.number('portfolio.prices.conflicts') ?? 0;
  return total === 0
    ? null
    : `${count(total, 'instrument')} came with prices that disagree, of which the latest was used`;
}

function notMeasured(reading: Reading): string | null {
  const covered = coveredPart(reading);
  if (covered === null) return null;
  const which = covered.name ?? count(covered.accounts, 'account');
  return `returns over time are known for ${which} only, ${covered.sum}, as there is no whole list of transactions of the rest`;
}

function costsUnknown({ book, holdingCount }: Reading): string | null {
  const coverage = book.number('costs.coverage');
  if (coverage === null || coverage >= 0.995 || holdingCount === 0) return null;
  return coverage === 0
    ? 'the yearly cost of what you hold is not known'
    : `the yearly cost is known for ${percent(coverage)} of what is invested`;
}

function gainsUnknown({ book, holdingCount }: Reading): string | null {
  if (holdingCount === 0 || book.number('portfolio.gain') !== null) return null;
  return 'what was paid is not known, so gains, and the tax that a sale could bring, are not shown';
}

function sectorsNotSaid({ breakdown }: Reading): string | null {
  const unsaid = unknownShare(breakdown.sector);
  // Of what is not classified at all it goes without saying.
  if (unsaid - unknownShare(breakdown.assetClass) < 0.25) return null;
  return `the sector is not known for ${percent(unsaid)} of the portfolio, as names seldom say it, so the shares of the sectors named are the least they can be`;
}
