import { muchOf, takenAsStocks } from '../../../../finance/risk/taken-as-stocks.ts';
import type { Reading } from '../reading/reading.ts';
import { paragraph } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';
import { percent, points } from '../wording/percent.ts';

/** From this share of what is held on, what could not be classified is said beside every figure of risk. */
export const MUCH_UNKNOWN = 0.1;

/** What a bad year may cost: value at risk and expected shortfall, without their names. */
export function badYear({ book, money, unclassifiedWeight, held }: Reading): string | null {
  const [share, value, tailShare, tailValue] = ['share', 'value', 'tailShare', 'tailValue'].map((leaf) =>
    book.number(`risk.loss95.${leaf}`),
  );
  if (typeof share !== 'number' || typeof value !== 'number') return null;
  const mix = unclassifiedWeight / held >= MUCH_UNKNOWN ? 'a mix like the part that is classified' : 'a mix like this';
  if (value < 1) return `Even in a bad year, one in twenty, ${mix} would not be expected to lose.`;
  const average =
    typeof tailShare === 'number' && typeof tailValue === 'number'
      ? `; the average over such years is a loss of ${money(tailValue)} (${percent(tailShare)})`
      : '';
  return paragraph(
    `In a bad year, one in twenty, ${mix} would lose about **${money(value)}** (${percent(share)}) or more${average}.`,
    `That is simulated from assumptions about each asset class${sampled(book)}; real years have been worse.`,
  );
}

function sampled(book: Reading['book']): string {
  const error = book.number('risk.loss95.standardError');
  return error === null
    ? ''
    : `, the first figure with a standard error of ${points(error)} for the size of the sample`;
}

/** The worst of the past times tested for this mix, a loss; null where there is none. */
export function worstOf(
  book: Reading['book'],
): { key: string; label: string; returned: number; change: number } | null {
  const [worst] = book
    .keys('risk.stress', 'return')
    .map((key) => ({ key, returned: book.number(`risk.stress.${key}.return`) ?? 0 }))
    .toSorted((a, b) => a.returned - b.returned);
  if (worst === undefined || worst.returned >= 0) return null;
  const label = bracketed(plain(book.text(`risk.stress.${worst.key}.label`) ?? worst.key));
  return { ...worst, label, change: book.number(`risk.stress.${worst.key}.change`) ?? 0 };
}

/** What 2008 would have done to the mix, the worst of the other times tested, and what had no figure of its own. */
export function badTimes(reading: Reading): string | null {
  const { book, money, unclassifiedWeight, held } = reading;
  const times = book.keys('risk.stress', 'return').map((key) => ({
    key,
    label: plain(book.text(`risk.stress.${key}.label`) ?? key),
    returned: book.number(`risk.stress.${key}.return`) ?? 0,
    change: book.number(`risk.stress.${key}.change`) ?? 0,
    assumed: book.text(`risk.stress.${key}.assumed`),
  }));
  const crisis = times.find(({ key }) => key === 'financial_crisis') ?? times[0];
  const [worst] = times.toSorted((a, b) => a.returned - b.returned);
  if (crisis === undefined || worst === undefined || times.every(({ returned }) => returned === 0)) return null;
  const result =
    Math.abs(crisis.returned) < 0.0005
      ? 'hardly changed'
      : `${crisis.returned < 0 ? 'lost' : 'gained'} ${percent(Math.abs(crisis.returned))}, or ${money(Math.abs(crisis.change))}`;
  const alone = book.number('concentration.singleStock.weight') ?? 0;
  const part = unclassifiedWeight / held >= MUCH_UNKNOWN ? 'a mix like the part that is classified' : 'this mix';
  const other = worst !== crisis && worst.returned < 0 ? worst : null;
  // Each time lacks figures of its own; what both lack is said once.
  const [first, second] = [wordsOf(crisis.assumed), wordsOf(other?.assumed ?? null)];
  const both = first.filter((name) => second.includes(name));
  const only = (names: readonly string[]) => names.filter((name) => !both.includes(name));
  return paragraph(
    alone >= 0.5
      ? `Had your stocks done as the stock market did in the ${bracketed(crisis.label)}, ${part} would have ${result}; a single company can fall much further.`
      : `Held through the ${bracketed(crisis.label)}, ${part} would have ${result}.`,
    takenAsStocks(only(first), 'that time'),
    other !== null &&
      `The worst of the times tested, the ${bracketed(other.label)}, would have cost it ${percent(-other.returned)}.`,
    takenAsStocks(only(second), 'that time'),
    takenAsStocks(both, 'either time'),
    alone >= 0.1 &&
      alone < 0.5 &&
      'Single companies are taken to do as the stock market did; any one of them can fall much further.',
  );
}

const wordsOf = (assumed: string | null): string[] => (assumed ?? '').split(', ').filter((name) => name !== '');

/** What had no figure then, and how it is filled in; null where all had one. */
export const filledIn = (assumed: string | null, time: string): string | null => takenAsStocks(wordsOf(assumed), time);

/** The same of a time beside a loss said in short: only where it is much of what is held. */
export const filledInMuch = ({ book, breakdown }: Reading, key: string): string | null =>
  takenAsStocks(muchOf(wordsOf(book.text(`risk.stress.${key}.assumed`)), breakdown.assetClass), 'that time');

/** "Financial crisis, 2008" as "financial crisis (2008)", behind an article. */
export function bracketed(label: string): string {
  return label
    .replace(/, ([\d-]+)$/, ' ($1)')
    .replace(/^(?!Great )./, (first) => first.toLowerCase())
    .replace(/^stocks and bonds together/, 'fall of stocks and bonds together');
}
