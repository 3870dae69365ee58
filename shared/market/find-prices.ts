import { isUndated } from '../finance/staleness.ts';
import { askInTurn, type Asking } from './ask-sources.ts';
import type { Asked } from './market-source.ts';
import { NEWEST_WITHIN, type SourcedQuote } from './memory.ts';
import { isPlausible } from './plausible.ts';
import { settleApart, type Settled } from './settle-apart.ts';
import { addDays } from './trading-day.ts';
import type { WantedPrice } from './wanted.ts';

export interface PriceSearch {
  /** `accounts`: where the price is of the lines of these alone. */
  found: { wanted: WantedPrice; quote: SourcedQuote; accounts?: readonly string[] }[];
  /** Far from the person's own price, so not used. */
  doubted: { wanted: WantedPrice; quote: SourcedQuote }[];
  /** Of another thing than the lines that keep their own price, though they go by its symbol. */
  apart: ({ quote: SourcedQuote } & Settled)[];
}

/**
 * The newest close of each instrument, from the first source that has it. A source is only asked about what those before it
 * have no close of the day of, and what it has not been asked about already. A close that is not newer than the person's own
 * price is none.
 */
export async function findPrices(
  asking: Asking,
  wanted: readonly (WantedPrice & Pick<Asked, 'type'>)[],
  asOf: string,
): Promise<PriceSearch> {
  const { sources, memory, close } = asking;
  const newest = (one: WantedPrice): SourcedQuote | undefined => {
    const from = addDays(close, -NEWEST_WITHIN);
    const quotes = sources.flatMap(({ name }) =>
      memory.closes(name, one.symbol, name === 'file' ? '0000' : from, name === 'file' ? asOf : close),
    );
    const mine = quotes.filter(({ currency, day }) => currency === one.currency && day > (one.own?.asOf ?? ''));
    // One that is dated; the newest; of equal days the source that is named first.
    const dated = mine.filter(({ from }) => !isUndated(from ?? null));
    return (dated.length > 0 ? dated : mine).reduce<SourcedQuote | undefined>((best, quote) => {
      return best === undefined || quote.day > best.day ? quote : best;
    }, undefined);
  };
  await askInTurn(asking, 'prices', (source) => {
    if (source.latest === undefined) return null;
    const asked = wanted
      .filter((one) => (one.own?.asOf ?? '') < close && (newest(one)?.day ?? '') < close && source.serves(one))
      .filter(({ symbol }) => !memory.isAnswered(source.name, symbol, close))
      .map(({ symbol, currency, type }) => {
        return { symbol, currency, type, unknown: memory.isUnknown(source.name, symbol, close) };
      });
    return asked.every(({ unknown }) => unknown) ? null : source.latest(asked, close);
  });
  const search: PriceSearch = { found: [], doubted: [], apart: [] };
  for (const one of wanted) {
    const quote = newest(one);
    if (quote === undefined) continue;
    if (one.apart !== undefined) {
      const settled = settleApart(one, one.apart, quote);
      const { accounts, wanted: own } = settled;
      if (accounts === null) search.doubted.push({ wanted: own, quote });
      else search.apart.push({ ...settled, quote });
      if (accounts !== null && accounts.length > 0) search.found.push({ wanted: own, quote, accounts });
      continue;
    }
    (isPlausible(quote, one.own) ? search.found : search.doubted).push({ wanted: one, quote });
  }
  return search;
}
