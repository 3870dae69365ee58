import type { ExchangeRate } from '../schemas/analysis.ts';
import type { HistorySearch } from './find-histories.ts';
import type { PriceSearch } from './find-prices.ts';
import { NEWEST_WITHIN, type SourcedQuote } from './memory.ts';
import { daysBetween } from '../finance/staleness.ts';
import type { WantedPrice } from './wanted.ts';

/** So many symbols are named. */
const NAMED = 8;
/** So many prices that were not believed are told one by one. */
const DOUBTS = 4;

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

function named(symbols: readonly string[]): string {
  const more = symbols.length - NAMED;
  return more > 0 ? `${symbols.slice(0, NAMED).join(', ')} and ${more} more` : symbols.join(', ');
}

/** From which source and of which days so many prices are, which of the person's own gave way, and what nobody has. */
export function tellPrices<One extends WantedPrice>(
  wanted: readonly One[],
  { found, doubted, apart }: PriceSearch,
  sourceOf: (quote: SourcedQuote) => string,
  unaskedOf: (one: One) => Unasked = () => null,
): string[] {
  const bySource = Map.groupBy(found, ({ quote }) => sourceOf(quote));
  const replaced = found.filter((one) => one.wanted.own !== null).map((one) => one.wanted.symbol);
  const answered = new Set([...found, ...doubted, ...apart].map((one) => one.wanted.symbol + one.wanted.currency));
  const without = wanted.filter(({ symbol, currency }) => !answered.has(symbol + currency));
  // Of what was asked of a source that failed nobody has said that there is no price.
  const of = (unasked: Unasked) => without.filter((one) => unaskedOf(one) === unasked);
  const unserved = of('nobody').filter(({ own }) => own === null).map(({ symbol }) => symbol); // prettier-ignore
  const nowhere = of(null).filter(({ own }) => own === null).map(({ symbol }) => symbol); // prettier-ignore
  const stale = of(null).filter(({ own }) => own !== null).map(({ symbol }) => symbol); // prettier-ignore
  const left = of('nobody').filter(({ own }) => own !== null).map(({ symbol }) => symbol); // prettier-ignore
  return [
    ...[...bySource].map(([source, all]) => {
      const days = all.map(({ quote }) => quote.day).sort();
      return `${count(all.length, 'price')} from ${source}, of ${span(days)}.`;
    }),
    ...(replaced.length === 0 ? [] : [`Your own older price gave way to a newer one: ${named(replaced)}.`]),
    ...doubted.slice(0, DOUBTS).map(({ wanted: { symbol, own }, quote }) => {
      const market = `${quote.price} of ${quote.day} from ${sourceOf(quote)}`;
      return `${symbol}: the market's price (${market}) is far from your own (${own?.price ?? ''} of ${own?.asOf ?? ''})${isOfSplit(own, quote) ? ', as after a split of the shares' : ''}, so yours stands.`;
    }),
    ...(doubted.length > DOUBTS ? [`So it is for ${doubted.length - DOUBTS} more.`] : []),
    ...tellApart(apart, sourceOf),
    ...(stale.length === 0 ? [] : [`No source has a newer price than your own: ${named(stale)}.`]),
    ...(left.length === 0
      ? []
      : [`No source was asked for a newer price of ${named(left)}: none of those set has such instruments.`]),
    ...(nowhere.length === 0 ? [] : [`No source that was asked has a price: ${named(nowhere)}.`]),
    ...(unserved.length === 0
      ? []
      : [`No source was asked for a price of ${named(unserved)}: none of those set has such instruments.`]),
    ...(['later', 'never'] as const).flatMap((unasked) => {
      const symbols = of(unasked).map(({ symbol }) => symbol);
      return symbols.length === 0 ? [] : [`The price could not be asked for: ${named(symbols)}. ${AGAIN[unasked]}`];
    }),
  ];
}

/** Which lines keep their own price though the market has a newer one by their symbol, and why. */
function tellApart(apart: PriceSearch['apart'], sourceOf: (quote: SourcedQuote) => string): string[] {
  const all = apart.flatMap(({ quote, kept, listing }) =>
    kept.map(({ newest, accounts }) => {
      const market = `${quote.price} of ${quote.day} from ${sourceOf(quote)}`;
      const own = `${quote.symbol} in ${named(accounts)} keeps your own price of ${newest.price} (${newest.asOf})`;
      if (listing === null) return `${own}: the market's (${market}) can be of several things that go by the symbol.`;
      return `${own}: the market's (${market}) is nearer to your ${listing.newest.price} in ${named(listing.accounts)}, and no one listing has both.`;
    }),
  );
  return [...all.slice(0, DOUBTS), ...(all.length > DOUBTS ? [`So it is for ${all.length - DOUBTS} more.`] : [])];
}

/** Shares are split, or put together, by a hundred at the most; beyond that somebody is wrong. */
function isOfSplit(own: WantedPrice['own'], quote: SourcedQuote): boolean {
  const times = own === null ? 1 : Number(quote.price) / own.price;
  return times <= 100 && times >= 1 / 100;
}

/**
 * Why something was not asked for: a source that may have it failed, and may answer later, or only when its setting is mended;
 * or no source that is set may have it. Null: each that may have it was asked, now or lately.
 */
export type Unasked = 'later' | 'never' | 'nobody' | null;

const AGAIN = {
  later: 'Run it again later.',
  never: 'Run it again when the source can be asked.',
} as const;

export function tellRates(
  wanted: readonly string[],
  {
    found,
    own,
    sourceOf,
    unasked,
  }: {
    found: ReadonlyMap<string, SourcedQuote>;
    own: readonly ExchangeRate[];
    sourceOf: (quote: SourcedQuote) => string;
    unasked: Unasked;
  },
): string[] {
  const bySource = Map.groupBy(found.values(), sourceOf);
  const nowhere = wanted.filter((code) => !found.has(code) && !own.some(({ from }) => from === code));
  return [
    ...[...bySource].map(([source, all]) => {
      const days = all.map(({ day }) => day).sort();
      return `${count(all.length, 'exchange rate')} from ${source}, of ${span(days)}.`;
    }),
    ...(nowhere.length === 0
      ? []
      : [
          unasked === 'nobody'
            ? `No source was asked for an exchange rate of ${named(nowhere)}: none of those set has any.`
            : unasked === null
              ? `No source that was asked has an exchange rate: ${named(nowhere)}.`
              : `The exchange rate could not be asked for: ${named(nowhere)}. ${AGAIN[unasked]}`,
        ]),
  ];
}

/**
 * A source's failure, and what is used instead of its answer.
 *
 * @param what the others had all of, where the same run may lack something else: "the exchange rates"
 * @param before what is known of an earlier day only, from sources that failed
 */
export const tellMadeGood = (failure: string, what: string, before: readonly string[]): string =>
  before.length === 0
    ? `${failure} Another source had ${what}.`
    : `${failure} What was known from before is used: ${named(before)}.`;

/** Of how many instruments there are all closes that a source has, whose are wanting and why, and whose were left out. */
export function tellHistories(
  { closes, doubted, wanting }: HistorySearch,
  wanted: readonly { symbol: string; from: string }[],
): string[] {
  const whole = new Map([...closes].filter(([symbol]) => !wanting.has(symbol)));
  const days = [...whole.values()].flatMap((all) => [all[0]?.day ?? '', all.at(-1)?.day ?? '']).sort();
  const of = (unasked: Unasked) => [...wanting].filter(([, why]) => why === unasked).map(([symbol]) => symbol);
  const [nobody, nowhere] = [of('nobody'), of(null)];
  const late = wanted.flatMap(({ symbol, from }) => {
    const first = whole.get(symbol)?.[0]?.day;
    return first === undefined || daysBetween(from, first) <= NEWEST_WITHIN ? [] : [`${symbol} (${first})`];
  });
  return [
    ...(whole.size === 0
      ? []
      : [`Daily closes of ${count(whole.size, 'instrument')}, ${span(days)}, for the returns.`]),
    ...(late.length === 0 ? [] : [`They begin later than the transactions: ${named(late)}.`]),
    ...(['later', 'never'] as const).flatMap((unasked) => {
      const symbols = of(unasked);
      return symbols.length === 0
        ? []
        : [`Past closes could not all be asked for: ${named(symbols)}. ${AGAIN[unasked]}`];
    }),
    ...(nowhere.length === 0 ? [] : [`No source that was asked has all past closes: ${named(nowhere)}.`]),
    ...(nobody.length === 0
      ? []
      : [`No source was asked for past closes of ${named(nobody)}: none of those set has them.`]),
    ...[...doubted].slice(0, DOUBTS).map(([symbol, why]) => `${symbol}: its past closes were left out, for ${why}.`),
  ];
}

/** Whose own prices of past days gave way to the close, so that no fall is told that never was. */
export function tellFar(far: readonly SourcedQuote[]): string[] {
  return [...Map.groupBy(far, ({ symbol }) => symbol)].slice(0, DOUBTS).map(([symbol, all]) => {
    const days = span(all.map(({ day }) => day).sort());
    return `${symbol}: your price of ${days} is far from the close of that day; falls and volatility are of the close.`;
  });
}

function span(days: readonly string[]): string {
  const [first = ''] = days;
  const last = days.at(-1) ?? first;
  return first === last ? first : `${first} to ${last}`;
}
