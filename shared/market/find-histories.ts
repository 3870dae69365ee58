import type { Transaction } from '../finance/performance/transactions.ts';
import { daysBetween } from '../finance/staleness.ts';
import { askInTurn, type Asking } from './ask-sources.ts';
import type { MarketSource } from './market-source.ts';
import type { SourcedQuote } from './memory.ts';
import { fitTrades } from './plausible.ts';
import { addDays, tradingDayBefore } from './trading-day.ts';
import type { Wanted } from './wanted.ts';

/** A move from one close to the next that a split explains better than a market: by 1.8 or more. */
const JUMP = 1.8;
/** Between closes further apart than this many days a price may have moved so. */
const NEXT = 7;

export interface HistorySearch {
  /** By symbol, oldest first, in US dollars as quoted on the day. */
  closes: Map<string, SourcedQuote[]>;
  /** Symbols whose closes do not go with the transactions, and why: for a person. */
  doubted: Map<string, string>;
}

/**
 * Daily closes for returns over time, of each symbol from the first source that has any. They must be of the shares that the
 * transactions are of: near the prices paid, and without a jump as of a split that no transaction tells.
 */
export async function findHistories(
  asking: Asking,
  wanted: Wanted['histories'],
  transactions: readonly Transaction[],
  today: string,
): Promise<HistorySearch> {
  const { sources, memory, close } = asking;
  const had = new Set<MarketSource>();
  await askInTurn(asking, (source) => {
    const { history } = source;
    if (history === undefined) return null;
    const { closes } = closesOf([...had]);
    had.add(sources.find(({ name }) => name === source.name) ?? source);
    const mine = servedBy(source).filter(({ symbol }) => !closes.has(symbol));
    return mine.length === 0 ? null : askFor(asking, source, history, mine);
  });
  return closesOf([...had]);

  /** What a source can be asked for, each from the first day that it goes back to. */
  function servedBy(source: MarketSource): { symbol: string; from: string }[] {
    const earliest = source.history?.earliest?.(today) ?? '';
    return wanted
      .filter(({ symbol }) => source.serves({ symbol, currency: 'USD', type: null }))
      .map(({ symbol, from }) => ({ symbol, from: from > earliest ? from : earliest }))
      .filter(({ from }) => from <= close);
  }

  function closesOf(asked: readonly MarketSource[]): HistorySearch {
    const search: HistorySearch = { closes: new Map(), doubted: new Map() };
    for (const source of asked) {
      for (const { symbol, from } of servedBy(source)) {
        if (search.closes.has(symbol)) continue;
        const closes = memory.closes(source.name, symbol, from, close).filter(({ currency }) => currency === 'USD');
        if (closes.length === 0) continue;
        const doubt = doubtOf(
          closes,
          transactions.filter((one) => one.symbol === symbol),
        );
        if (doubt === null) search.closes.set(symbol, closes);
        else search.doubted.set(symbol, doubt);
      }
    }
    for (const symbol of search.closes.keys()) search.doubted.delete(symbol);
    return search;
  }
}

/** Only the days that the source has not been asked about; those who want the same days together. */
async function* askFor(
  { memory, close }: Asking,
  source: MarketSource,
  history: NonNullable<MarketSource['history']>,
  wanted: readonly { symbol: string; from: string }[],
) {
  const missing = wanted.flatMap(({ symbol, from }) => {
    const known = memory.coverage(source.name, symbol);
    if (known === undefined || known.from > from || known.to < tradingDayBefore(from)) return [{ symbol, from }];
    return known.to < close ? [{ symbol, from: addDays(known.to, 1) }] : [];
  });
  for (const [from, some] of Map.groupBy(missing, (one) => one.from)) {
    const symbols = some.map(({ symbol }) => symbol);
    yield* history.closes(symbols, from, close);
  }
}

function doubtOf(closes: readonly SourcedQuote[], transactions: readonly Transaction[]): string | null {
  const trades = transactions.flatMap(({ kind, date, price }) =>
    price !== undefined && (kind === 'buy' || kind === 'sell') ? [{ date, price }] : [],
  );
  const byDay = new Map(closes.map(({ day, price }) => [day, Number(price)]));
  if (!fitTrades(byDay, trades)) return 'they are not near the prices that were paid';
  const splits = transactions.filter(({ kind }) => kind === 'split').map(({ date }) => date);
  for (const [at, next] of closes.entries()) {
    const last = closes[at - 1];
    if (last === undefined || daysBetween(last.day, next.day) > NEXT) continue;
    const ratio = Number(next.price) / Number(last.price);
    const told = splits.some((day) => day > last.day && day <= next.day);
    if (!told && (ratio >= JUMP || ratio <= 1 / JUMP)) {
      return `they jump from ${last.price} to ${next.price} on ${next.day}, as of a split that no transaction tells`;
    }
  }
  return null;
}
