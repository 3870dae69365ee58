import type { ClosingPrice } from '../../schemas/performance.ts';
import { pairOf } from './in-dollars.ts';
import type { SharesSince } from './later-splits.ts';
import type { Quote } from './quotes.ts';

/** What a portfolio's value rests on: one price an instrument, base currency, and its day. */
export interface StatedPrice {
  price: number;
  asOf: string;
}

/** Prices nearer than this, as a fraction, are the same: they were converted and rounded on different ways. */
const SAME = 1e-4;

interface Newer {
  stated: ReadonlyMap<string, StatedPrice>;
  currencies: ReadonlyMap<string, string>;
  asOf: string;
  since: SharesSince;
}

/**
 * The quotes with what the value rests on where that is newer than all that is quoted of a symbol: a quote as any other. A price in
 * another currency is in dollars at the newest rate, so it is of that rate's day where that is later. It is of a share of today, and a quote of one of its day.
 */
export function withNewer(quotes: readonly Quote[], { stated, currencies, asOf, since }: Newer): Quote[] {
  const newest = new Map(quotes.map(({ symbol, date }) => [symbol, date]));
  const newer = [...stated].flatMap(([symbol, own]): Quote[] => {
    const [known, currency] = [newest.get(symbol), currencies.get(symbol)];
    if (known === undefined || own.asOf <= known || own.asOf > asOf) return [];
    const rated = currency === undefined ? undefined : stated.get(pairOf(currency))?.asOf;
    const date = rated !== undefined && rated > own.asOf && rated <= asOf ? rated : own.asOf;
    return [{ symbol, date, price: own.price * since(symbol, date), ...(date > own.asOf && { of: own.asOf }) }];
  });
  if (newer.length === 0) return [...quotes];
  return [...quotes, ...newer].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/**
 * Where what is held would end at another price than the one that the value rests on: the person's own beside a market's newer
 * close, or two closes of one day. Returns must end at the value that is stated; such a step is no move of the market.
 *
 * @param ends what each symbol held at the end was last quoted at, with the day
 */
export function otherwiseStated(
  ends: readonly ReadonlyMap<string, Quote>[],
  stated: ReadonlyMap<string, StatedPrice>,
): ClosingPrice[] {
  const last = new Map(ends.flatMap((end) => [...end]));
  return [...last]
    .flatMap(([symbol, { price, date }]): ClosingPrice[] => {
      const value = stated.get(symbol);
      if (value === undefined || Math.abs(price - value.price) <= SAME * Math.abs(value.price)) return [];
      return [{ symbol, stated: { price: value.price, asOf: value.asOf }, last: { price, asOf: date } }];
    })
    .sort((one, other) => (one.symbol < other.symbol ? -1 : 1));
}

/** The quotes with those prices on the last day, so that what is held ends at its stated value. */
export function endingAt(closing: readonly ClosingPrice[], quotes: readonly Quote[], asOf: string): Quote[] {
  const prices = closing.map(({ symbol, stated }) => ({ symbol, date: asOf, price: stated.price }));
  return [...quotes, ...prices];
}
