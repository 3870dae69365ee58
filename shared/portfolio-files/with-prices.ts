import { heldThings, listingAmong } from '../finance/held-things.ts';
import type { Portfolio, Position, Quote as StatedQuote, StatedTransaction } from '../schemas/portfolio.ts';
import { quotedFor } from './debt-security.ts';
import { canonical, shifted } from './decimal-number.ts';
import { quotation } from './file-problem.ts';
import type { Quote } from './read-prices-file.ts';

type PlainQuote = Omit<Quote, 'line'>;

/** Whether a quote can price a position: in its currency, or in any where nothing is stated in a currency yet. */
function isFor({ currency }: PlainQuote, position: Position): boolean {
  const free = position.price === undefined && position.costBasis === undefined;
  return currency === null || currency === position.currency || free;
}

/** What is known of something that a list prices: its own price is of one unit. */
type Known = Pick<Position, 'symbol' | 'name' | 'quantity' | 'price'>;

/** Between a bond's own price and one for 100 of its face value; a hundredfold rise of anything else has no such code. */
const A_HUNDREDFOLD = { least: 60, most: 160 };

/** A price of a list says nothing of face values: that of a single bond is for 100 of it, as its name, its code or what was paid for it tell. */
function isForAHundred({ symbol, name = '', quantity, price: own }: Known, { price }: Pick<Quote, 'price'>): boolean {
  if (quotedFor({ symbol, name, kind: '' }, Number(price), Number(quantity)) === 'hundred') return true;
  const times = Number(price) / Number(own ?? price);
  const isOfPart = Number(own ?? price) < 2 && /\d/.test(symbol);
  return isOfPart && times >= A_HUNDREDFOLD.least && times <= A_HUNDREDFOLD.most;
}

const inOne = (price: string): string => canonical(shifted(price, -2));

/** The newest of the quotes that can price a position; of one day the one listed first. */
const newestFor = (position: Position, quotes: readonly PlainQuote[]): PlainQuote | null =>
  quotes
    .filter((quote) => isFor(quote, position))
    .reduce<PlainQuote | null>((left, right) => (left === null || right.asOf > left.asOf ? right : left), null);

const priceFor = (position: Position, quote: PlainQuote): string =>
  isForAHundred(position, quote) ? inOne(quote.price) : quote.price;

function priced(position: Position, quotes: readonly PlainQuote[]): Position {
  const best = newestFor(position, quotes);
  if (best === null || (position.priceAsOf !== undefined && best.asOf < position.priceAsOf)) return position;
  const { currency, asOf, source } = best;
  const price = priceFor(position, best);
  return { ...position, currency: currency ?? position.currency, price, priceAsOf: asOf, priceSource: source };
}

/** A position of which a quote of its symbol is not: another one is nearer to it, or it can be of several of them (null). */
interface KeptApart {
  quote: PlainQuote;
  nearer: { price: number; accountName: string } | null;
}

/** Positions that hold another thing than the listing that quotes of their symbol are of: units of a company's stock fund under its ticker. */
function keptApart({ accounts }: Portfolio, bySymbol: ReadonlyMap<string, readonly PlainQuote[]>) {
  const quoted = accounts.flatMap(({ name: accountName, positions }) =>
    positions.filter(({ symbol }) => bySymbol.has(symbol)).map((position) => ({ accountName, position })),
  );
  const kept = new Map<Position, KeptApart>();
  for (const lines of Map.groupBy(quoted, ({ position: { symbol, currency } }) => `${symbol} ${currency}`).values()) {
    if (lines.length < 2) continue;
    const own = lines.flatMap(({ accountName, position }) => {
      const { price, priceAsOf: asOf } = position;
      return price === undefined || asOf === undefined ? [] : [{ accountName, position, price: Number(price), asOf }];
    });
    const things = heldThings(own);
    const first = own[0]?.position;
    const quote = first === undefined ? null : newestFor(first, bySymbol.get(first.symbol) ?? []);
    if (first === undefined || quote === null || things.length < 2) continue;
    const listing = listingAmong(things, { price: Number(priceFor(first, quote)), asOf: quote.asOf });
    const apart =
      listing === null ? lines : things.filter((thing) => thing !== listing).flatMap((thing) => thing.lines);
    for (const { position } of apart) kept.set(position, { quote, nearer: listing?.newest ?? null });
  }
  return kept;
}

/**
 * The portfolio with quotes put on its positions. The newest quote of a symbol counts; an older one never replaces a
 * position's own price, one of the same day does. A quote in another currency than the position's price or cost is not used.
 * That of a single bond is for 100 of face value, of which a unit is 1. Where the positions of a symbol hold several things, by prices
 * that no one listing has, quotes are of the one that they are nearest to, and of positions that state no price; the others keep their own. A quote that can be of
 * several of them is of none.
 */
export function withPrices(portfolio: Portfolio, quotes: readonly PlainQuote[]): Portfolio {
  const bySymbol = Map.groupBy(quotes, ({ symbol }) => symbol);
  const apart = keptApart(portfolio, bySymbol);
  return {
    ...portfolio,
    accounts: portfolio.accounts.map((account) => ({
      ...account,
      positions: account.positions.map((position) =>
        apart.has(position) ? position : priced(position, bySymbol.get(position.symbol) ?? []),
      ),
    })),
  };
}

/**
 * Every quote with its day, which returns over time need: of one unit, and in the position's currency where it states none. Of what is
 * held no more the transactions tell what a unit is.
 */
export function quotesForReturns(
  { accounts }: Portfolio,
  transactions: readonly StatedTransaction[],
  quotes: readonly PlainQuote[],
): StatedQuote[] {
  const positions = new Map(accounts.flatMap((account) => account.positions.map((one) => [one.symbol, one])));
  const trades = new Map<string, Known>();
  for (const { symbol, quantity, price } of transactions) {
    if (symbol !== undefined && quantity !== undefined && price !== undefined)
      trades.set(symbol, { symbol, quantity, price });
  }
  return quotes.map(({ symbol, price, currency, asOf, source }) => {
    const known = [positions.get(symbol), trades.get(symbol)].filter((one) => one !== undefined);
    const isBond = known.some((one) => isForAHundred(one, { price }));
    return {
      ...{ symbol, price: isBond ? inOne(price) : price, asOf, source },
      currency: currency ?? positions.get(symbol)?.currency ?? 'USD',
    };
  });
}

/** Bonds whose quote was read as for 100 of face value; one sentence each. */
export function quotesForAHundred(portfolio: Portfolio, quotes: readonly PlainQuote[]): string[] {
  const bySymbol = Map.groupBy(quotes, ({ symbol }) => symbol);
  const apart = keptApart(portfolio, bySymbol);
  const said = portfolio.accounts.flatMap(({ positions }) =>
    positions.flatMap((position) => {
      const of = (bySymbol.get(position.symbol) ?? []).filter((quote) => isForAHundred(position, quote));
      const used = of.find((quote) => priced(position, [quote]) !== position);
      if (used === undefined || apart.has(position)) return [];
      return [`${position.symbol}: ${used.price} was read as the price for 100 of face value, as bonds are quoted`];
    }),
  );
  return [...new Set(said)];
}

/**
 * Quotes of what is held that were not put on a position, and why; one sentence each. `forReturns`: older ones serve the
 * returns over time, and are no news.
 */
export function unusedQuotes(portfolio: Portfolio, quotes: readonly PlainQuote[], forReturns = false): string[] {
  const bySymbol = Map.groupBy(quotes, ({ symbol }) => symbol);
  const apart = keptApart(portfolio, bySymbol);
  const said = portfolio.accounts.flatMap(({ name, positions }) =>
    positions.flatMap((position) => {
      const other = apart.get(position);
      if (other !== undefined && priced(position, [other.quote]) !== position) return [whyApart(position, name, other)];
      const [newest] = (bySymbol.get(position.symbol) ?? []).toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1));
      if (newest === undefined || priced(position, [newest]) !== position) return [];
      const { symbol, currency, priceAsOf = '' } = position;
      if (isFor(newest, position) && forReturns) return [];
      if (isFor(newest, position)) return [`${symbol} keeps its own price of ${priceAsOf}, newer than ${newest.asOf}`];
      return [`${symbol} is held in ${currency}, but its price is in ${newest.currency ?? ''}; it was not used`];
    }),
  );
  return [...new Set(said)];
}

function whyApart({ symbol, price, priceAsOf = '' }: Position, account: string, { quote, nearer }: KeptApart): string {
  const where = `${symbol} in "${quotation(account)}"`;
  const own =
    price === undefined ? `${where} stays without a price` : `${where} keeps its own price of ${price} of ${priceAsOf}`;
  const given = `the price of ${quote.price} of ${quote.asOf}`;
  if (nearer === null) return `${own}: ${given} can be of several things that lines with that symbol hold`;
  const other = `the ${nearer.price} of ${symbol} in "${quotation(nearer.accountName)}"`;
  return `${own}: ${given} is nearer to ${other}, and no one listing has both`;
}
