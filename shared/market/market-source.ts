import type { InstrumentType } from '../schemas/classification.ts';
import type { SourceName } from './source-names.ts';

/** The close of one unit on a day. An exchange rate is a close too: of EUR/USD, in USD. */
export interface MarketQuote {
  symbol: string;
  /** ISO date of the close. */
  day: string;
  currency: string;
  /** A positive decimal, at most 8 places. */
  price: string;
  /** Where it is from, as a report says it, when that is not the source's title. */
  from?: string;
}

/** One answer of a source: what it was asked for, and what it had of that. A symbol without a quote is one that it has not. */
export interface Batch {
  symbols: readonly string[];
  /** ISO dates, the first and the last day that were asked for. */
  from: string;
  to: string;
  quotes: readonly MarketQuote[];
}

/** What is known of an instrument that a source may have a price of. */
export interface Asked {
  symbol: string;
  currency: string;
  /** Null where nobody has classified it. */
  type: InstrumentType | null;
  /** The source had nothing of it lately: worth no call of its own. */
  unknown?: boolean;
}

/**
 * A source of prices. Each method gives its answers one by one, so that what came before a failure is kept; it throws a
 * MarketError for the first call that fails for good, once it has asked for what else it can (`eachApart`). None makes up what it was not told.
 */
export interface MarketSource {
  readonly name: SourceName;
  /** The same, asked once for each thing and never waited for: for where another source can be asked meanwhile. */
  readonly atOnce?: MarketSource;
  /** Whether it is worth asking about: an exchange's source knows nothing of bonds and coins by their symbol. */
  serves(asked: Asked): boolean;
  /** The newest closes not after `day`, a trading day, and not much before it. */
  latest?(asked: readonly Asked[], day: string): AsyncIterable<Batch>;
  /** Closes as they were quoted on their day (not changed for later splits), from one day to another. */
  history?: {
    /** The first day that the source goes back to, from `today`; undefined: all that there is. */
    earliest?(today: string): string;
    closes(symbols: readonly string[], from: string, to: string): AsyncIterable<Batch>;
  };
  /** What one unit of each currency cost in US dollars, newest not after `day`. */
  rates?(currencies: readonly string[], day: string): AsyncIterable<Batch>;
  /** How many calendar days before that day `rates` looks back, where it is fewer than a close counts as the newest. */
  readonly ratesBack?: number;
}
