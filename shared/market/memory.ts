import { storeMarket, readMarket, type Answered, type Coverage, type StoredQuote } from '../database/market-cache.ts';
import type { Queryable } from '../database/client.ts';
import { daysBetween } from '../finance/staleness.ts';
import type { Batch, MarketQuote, MarketSource } from './market-source.ts';
import { isSourceName, type SourceName } from './source-names.ts';
import { addDays, inNewYork, tradingDayBefore } from './trading-day.ts';

/** A close, and the source that said it. */
export interface SourcedQuote extends MarketQuote {
  source: SourceName;
}

/** Calendar days in which a close counts as the newest: what is older says nothing of the price now. */
export const NEWEST_WITHIN = 10;
/** A symbol that a source had nothing of is not asked about by itself again for so many days. */
const FORGOTTEN_DAYS = 30;
/** Sources have a day's close when this many days have gone by since, at the latest. */
const OUT_AFTER_DAYS = 1;
/** What was traded so many days before is traded still: a weekend with a holiday. */
const STILL_TRADED_DAYS = 4;

/** What sources have said and been asked so far: from the database, and in this run. */
export class MarketMemory {
  readonly #quotes = new Map<string, Map<string, MarketQuote>>();
  readonly #coverage = new Map<string, Coverage>();
  readonly #today: string;
  #unstored: Answered[] = [];

  constructor(now: Date) {
    this.#today = inNewYork(now).day;
  }

  /** What the database knows of the symbols, each from its own first day until a day. */
  static async of(
    db: Queryable,
    wanted: readonly { symbol: string; from: string }[],
    { until, now }: { until: string; now: Date },
  ): Promise<MarketMemory> {
    const memory = new MarketMemory(now);
    const { quotes, coverage } = await readMarket(db, wanted, until);
    for (const { source, ...quote } of quotes) memory.#put(source, quote);
    for (const one of coverage) memory.#coverage.set(`${one.source} ${one.symbol}`, one);
    return memory;
  }

  /** Notes an answer; what a file says is the person's, changes as they like, and is not kept. */
  add({ name }: Pick<MarketSource, 'name'>, batch: Batch): void {
    for (const quote of batch.quotes) this.#put(name, quote);
    if (name === 'file') return;
    const { from } = batch;
    const joins = tradingDayBefore(from);
    const quotes = batch.quotes.map(({ symbol, day, currency, price }) => ({ symbol, day, currency, price }));
    this.#unstored.push({ source: name, symbols: [], from, to: from, joins, quotes });
    for (const [to, symbols] of Map.groupBy(batch.symbols, (symbol) => this.#settledUntil(batch, symbol))) {
      if (to >= from) this.#unstored.push({ source: name, symbols, from, to, joins, quotes: [] });
    }
  }

  /**
   * Until when an answer is final. Of a day that has just ended the close may come later: what is traded and has none of that
   * day is asked about again.
   */
  #settledUntil({ from, to, quotes }: Batch, symbol: string): string {
    if (daysBetween(to, this.#today) > OUT_AFTER_DAYS) return to;
    const days = quotes.filter((quote) => quote.symbol === symbol).map(({ day }) => day);
    const last = days.reduce((latest, day) => (day > latest ? day : latest), addDays(from, -1));
    return last >= addDays(to, -STILL_TRADED_DAYS) ? last : to;
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

  /** The days that a source was asked about a symbol, without a gap. */
  coverage(source: SourceName, symbol: string): Coverage | undefined {
    return this.#coverage.get(`${source} ${symbol}`);
  }

  /**
   * Whether a source can say nothing new of the newest close not after `day`: it was asked about that day, and has a close
   * since the first day it was asked about, or was asked about as many days before as it looks back.
   */
  isAnswered(source: SourceName, symbol: string, day: string, back = NEWEST_WITHIN): boolean {
    const asked = this.coverage(source, symbol);
    if (asked === undefined || asked.from > day || asked.to < day) return false;
    return asked.from <= addDays(day, -back) || this.closes(source, symbol, asked.from, day).length > 0;
  }

  /**
   * Whether a source was asked about a symbol not long before `day`, and had no close of it. What it was asked of later days
   * says nothing of that day, and closes further back say that it knows the symbol.
   */
  isUnknown(source: SourceName, symbol: string, day: string): boolean {
    const asked = this.coverage(source, symbol);
    if (asked === undefined || asked.to < addDays(day, -FORGOTTEN_DAYS)) return false;
    const window = addDays(asked.to < day ? asked.to : day, -NEWEST_WITHIN);
    if (asked.from > window || (asked.last ?? '') >= window) return false;
    return this.closes(source, symbol, window, day).length === 0;
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
