import { storeMarket, readMarket, type Answered, type Coverage, type StoredQuote } from '../database/market-cache.ts';
import type { Queryable } from '../database/client.ts';
import type { Batch, MarketQuote, MarketSource } from './market-source.ts';
import { isSourceName, type SourceName } from './source-names.ts';
import { addDays, tradingDayBefore } from './trading-day.ts';

/** A close, and the source that said it. */
export interface SourcedQuote extends MarketQuote {
  source: SourceName;
}

/** A symbol that a source had nothing of is not asked about by itself again for so many days. */
const FORGOTTEN_DAYS = 30;

/** What sources have said and been asked so far: from the database, and in this run. */
export class MarketMemory {
  readonly #quotes = new Map<string, Map<string, MarketQuote>>();
  readonly #coverage = new Map<string, Coverage>();
  #unstored: Answered[] = [];

  /** What the database knows of the symbols, each from its own first day on. */
  static async of(
    db: Queryable,
    wanted: readonly { symbol: string; from: string }[],
    to: string,
  ): Promise<MarketMemory> {
    const memory = new MarketMemory();
    const { quotes, coverage } = await readMarket(db, wanted, to);
    for (const { source, ...quote } of quotes) memory.#put(source, quote);
    for (const one of coverage) memory.#coverage.set(`${one.source} ${one.symbol}`, one);
    return memory;
  }

  /** Notes an answer; what a file says is the person's, changes as they like, and is not kept. */
  add({ name }: Pick<MarketSource, 'name'>, batch: Batch): void {
    for (const quote of batch.quotes) this.#put(name, quote);
    if (name === 'file') return;
    const joins = tradingDayBefore(batch.from);
    const quotes = batch.quotes.map(({ symbol, day, currency, price }) => ({ symbol, day, currency, price }));
    this.#unstored.push({ source: name, symbols: batch.symbols, from: batch.from, to: batch.to, joins, quotes });
  }

  /** Writes what is new to the database. */
  async store(db: Queryable): Promise<void> {
    const answers = this.#unstored;
    this.#unstored = [];
    if (answers.length > 0) await storeMarket(db, answers);
  }

  /** What a source is known to have said of a symbol from one day to another, oldest first. */
  closes(source: SourceName, symbol: string, from: string, to: string): SourcedQuote[] {
    return [...(this.#quotes.get(`${source} ${symbol}`)?.values() ?? [])]
      .filter(({ day }) => day >= from && day <= to)
      .sort((a, b) => (a.day < b.day ? -1 : 1))
      .map((quote) => ({ ...quote, source }));
  }

  /** Whether a source was asked before about all days from one to another; `since`: the last day that it was. */
  coverage(source: SourceName, symbol: string): Coverage | undefined {
    return this.#coverage.get(`${source} ${symbol}`);
  }

  /** Whether a source was asked about a symbol not long before `day`, and had no close of it. */
  isUnknown(source: SourceName, symbol: string, day: string): boolean {
    const asked = this.coverage(source, symbol);
    if (asked === undefined || asked.to < addDays(day, -FORGOTTEN_DAYS)) return false;
    return (this.#quotes.get(`${source} ${symbol}`)?.size ?? 0) === 0;
  }

  #put(source: string, quote: Omit<StoredQuote, 'source'>): void {
    if (!isSourceName(source)) return;
    const key = `${source} ${quote.symbol}`;
    const known = this.#quotes.get(key) ?? new Map<string, MarketQuote>();
    // A symbol has one close a day and currency.
    known.set(`${quote.day} ${quote.currency}`, quote);
    this.#quotes.set(key, known);
  }
}
