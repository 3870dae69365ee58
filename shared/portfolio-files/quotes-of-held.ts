import type { Position } from '../schemas/portfolio.ts';
import { readPair } from './pair-text.ts';
import type { Quote } from './read-prices-file.ts';
import { coinCalled, isCoin, isCoinsName } from './transactions/coin-names.ts';

/** Something that is held or was traded: its symbol and currency, and, where its lines tell, its name and the price of one unit. */
export type Known = Pick<Position, 'symbol' | 'currency'> & Partial<Pick<Position, 'name' | 'price'>>;

/** A quote under the symbol of what is held. */
interface Renamed {
  /** As its list has it. */
  from: Quote;
  to: Quote;
}

export interface QuotesOfHeld {
  /** All of them, in their order, under the symbols of what is held where these are known. */
  quotes: Quote[];
  renamed: Renamed[];
  /** Renamed ones that are not among the quotes: another one, which stands, has another price of that thing and day. */
  contradicted: Renamed[];
  /** Of nothing that is known: they price nothing. */
  unmatched: Quote[];
}

/**
 * Quotes of what is held under the symbols that it is held by: a coin's price comes as BTC-USD or as "bitcoin", and what is held is BTC. A
 * symbol that is known itself is never read as another, and no coin's price is put on a fund or company that has its letters.
 */
export function quotesOfHeld(quotes: readonly Quote[], known: readonly Known[]): QuotesOfHeld {
  const bySymbol = Map.groupBy(known, ({ symbol }) => symbol);
  const found: QuotesOfHeld = { quotes: [], renamed: [], contradicted: [], unmatched: [] };
  const dayOf = ({ symbol, currency, asOf }: Quote): string =>
    `${symbol} ${currency ?? bySymbol.get(symbol)?.[0]?.currency ?? ''} ${asOf}`;
  const stated = new Map(quotes.map((quote) => [dayOf(quote), quote]));
  for (const quote of quotes) {
    const to = bySymbol.has(quote.symbol) ? quote : ofCoin(quote, bySymbol);
    if (to === null) found.unmatched.push(quote);
    if (to === null || to === quote) {
      found.quotes.push(quote);
      continue;
    }
    const other = stated.get(dayOf(to));
    if (other === undefined) {
      stated.set(dayOf(to), to);
      found.quotes.push(to);
      found.renamed.push({ from: quote, to });
    } else if (other.price !== to.price) found.contradicted.push({ from: quote, to: other });
  }
  return found;
}

/** A quote of a pair of a coin and a currency, or of a coin by its name, as one of the coin that is held; null where it is none. */
function ofCoin(quote: Quote, bySymbol: ReadonlyMap<string, readonly Known[]>): Quote | null {
  const named = coinCalled(quote.symbol);
  const pair = named === null ? readPair(quote.symbol) : null;
  const symbol = named ?? pair?.base ?? '';
  const lines = bySymbol.get(symbol) ?? [];
  // BTCUSD is a pair for its coin alone; what a hyphen parts is one whatever coin it is of.
  if (lines.length === 0 || !(isCoin(symbol) || /[-/]/.test(quote.symbol))) return null;
  if (pair !== null && quote.currency !== null && quote.currency !== pair.quote) return null;
  const currency = quote.currency ?? pair?.quote ?? lines[0]?.currency ?? null;
  const to = { ...quote, symbol, currency };
  return lines.every((line) => canBeCoin(line, to)) ? to : null;
}

/** Further apart than so many times are no two prices of a coin, but of a coin and of a share with its letters: some years' rise is less. */
const MOST_TIMES = 20;

function canBeCoin({ symbol, name = '', price, currency }: Known, quote: Quote): boolean {
  const isSaid = isCoinsName(name, symbol);
  if (isSaid || price === undefined || currency !== quote.currency) return isSaid || name === '' || name === symbol;
  const times = Number(quote.price) / Number(price);
  return (name === '' || name === symbol) && times <= MOST_TIMES && times >= 1 / MOST_TIMES;
}
