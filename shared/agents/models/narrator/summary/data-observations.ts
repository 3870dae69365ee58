import type { Reading } from '../reading/reading.ts';
import { goalless } from '../report/against-target.ts';
import { isLeveraged, LEVERAGED } from '../tags/leveraged.ts';
import { count, verb } from '../wording/count.ts';
import { list, sentence } from '../wording/list.ts';
import { percent } from '../wording/percent.ts';
import type { Observation, Observer } from './observation.ts';

/** So many positions are named. */
const NAMED = 5;

function leftOut({ excluded, excludedCount, value, fewValued }: Reading): Observation | null {
  if (excludedCount === 0) return null;
  const named = excluded.slice(0, NAMED).map(({ symbol }) => symbol);
  const more = excludedCount - named.length;
  const which = list([...named, ...(more > 0 ? [count(more, 'other')] : [])]);
  return {
    weight: value > 0 && !fewValued ? 0.6 : 2,
    text: sentence(
      `${count(excludedCount, 'position')} could not be valued and ${verb(excludedCount, 'is', 'are')} in none of these figures: ${which}.`,
    ),
  };
}

/** A share of the portfolio that may be of another size altogether comes before anything that is said of its shares. */
function doubted({ book, held, fewValued }: Reading): Observation | null {
  const [total, weight] = [book.number('doubted.count') ?? 0, book.number('doubted.weight') ?? 0];
  if (total === 0 || fewValued) return null;
  return {
    weight: 0.45 + (2 * weight) / held,
    text: sentence(
      `${count(total, 'holding')}, ${percent(weight)} of the portfolio, ${verb(total, 'counts', 'count')} at a price far from the market’s: if the shares were split or the price is mistyped, every share here is wrong.`,
    ),
  };
}

const needsRate = ({ excluded }: Pick<Reading, 'excluded'>): boolean =>
  excluded.some(({ reason }) => reason !== 'no price');

/** What would give the positions left out a value. */
export function remedy({ excluded, excludedCount }: Pick<Reading, 'excluded' | 'excludedCount'>): string {
  const each = excludedCount === 1 ? 'it' : 'each of them';
  const rates = needsRate({ excluded });
  const prices = excluded.some(({ reason }) => reason === 'no price');
  const pairs = [...new Set(excluded.flatMap(({ reason }) => /[A-Z]{3}\/[A-Z]{3}$/.exec(reason)?.[0] ?? []))];
  const rate = pairs.length === 0 ? 'an exchange rate' : `an exchange rate (${pairs.slice(0, NAMED).join(', ')})`;
  const what = list([...(prices ? ['a price with its date'] : []), ...(rates ? [rate] : [])]);
  return `to be valued, ${each} needs ${what === '' ? 'a price with its date' : what}`;
}

function neededFor(reading: Reading): Observation | null {
  if (reading.excludedCount === 0 || (reading.value > 0 && !reading.fewValued)) return null;
  return {
    weight: 1.5,
    text: `${sentence(remedy(reading))}: in the portfolio’s own file, ${needsRate(reading) ? 'with --rate, ' : ''}or in a CSV that is named with --prices.`,
  };
}

function undated({ book }: Reading): Observation | null {
  const total = book.number('undated.count') ?? 0;
  if (total === 0) return null;
  return {
    weight: 0.45,
    text: sentence(
      `${count(total, 'price')} ${verb(total, 'has', 'have')} no date but that of the file, so the value may be of an earlier day than it seems.`,
    ),
  };
}

function blank({
  fewValued,
  unclassifiedCount,
  unclassifiedWeight,
  unclassified,
  holdings,
  share,
  held,
}: Reading): Observation | null {
  if (unclassifiedCount === 0 || unclassifiedWeight < 0.02 || fewValued) return null;
  const [largest] = unclassified.toSorted((a, b) => b.weight - a.weight);
  if (largest !== undefined && largest.weight >= 0.25) {
    const title = holdings.find(({ symbol }) => symbol === largest.symbol)?.title ?? largest.symbol;
    return {
      weight: 0.45 + largest.weight / held,
      text: isLeveraged(title)
        ? `${title} is ${share(largest.weight)} of the portfolio. ${LEVERAGED}.`
        : `${title} is ${share(largest.weight)} of the portfolio, and could not be classified, so how far it could fall and how soon it could be sold is not known.`,
    };
  }
  return {
    weight: 0.45 + unclassifiedWeight / held,
    text: `${percent(unclassifiedWeight)} of the portfolio could not be classified, so the shares by asset class, region and sector are incomplete.`,
  };
}

function oldPrices({ staleCount }: Reading): Observation | null {
  if (staleCount === 0) return null;
  const text = `${count(staleCount, 'holding')} ${verb(staleCount, 'is', 'are')} valued at an old price, so the total may be out of date.`;
  return { weight: 0.38, text: sentence(text) };
}

/** What a thin portfolio leaves to say: what nobody has told. */
function notAssessed({ retirementMissing, value, fewValued }: Reading): Observation | null {
  if (retirementMissing === null || value <= 0) return null;
  const why = fewValued
    ? 'most positions have no value'
    : goalless(retirementMissing)
      ? 'your age, the age at which you stop working and the income you want then are not known'
      : retirementMissing.includes('make-up')
        ? 'for most of the portfolio there are no figures of return and risk'
        : null;
  return why === null ? null : { weight: 0.12, text: `Whether the money lasts is not worked out: ${why}.` };
}

function assumedTaxes({ book }: Reading): Observation | null {
  if ((book.number('taxation.assumed.count') ?? 0) === 0) return null;
  return { weight: 0.05, text: 'Where nothing that was read says how an account is taxed, it is taken to be taxable.' };
}

function unpaid({ book, holdingCount }: Reading): Observation | null {
  if (holdingCount === 0 || book.number('portfolio.gain') !== null) return null;
  return {
    weight: 0.04,
    text: 'What was paid is not known, so gains and the tax that a sale could bring are not shown.',
  };
}

export const dataObservations: readonly Observer[] = [
  doubted,
  leftOut,
  neededFor,
  undated,
  blank,
  oldPrices,
  notAssessed,
  assumedTaxes,
  unpaid,
];
