import type { Transaction } from '../finance/performance/transactions.ts';
import { daysBetween } from '../finance/staleness.ts';
import { askInTurn, whyUnasked, type Asking } from './ask-sources.ts';
import { eachApart } from './each-apart.ts';
import type { Batch, MarketSource } from './market-source.ts';
import type { SourcedQuote } from './memory.ts';
import { fitTrades } from './plausible.ts';
import type { Unasked } from './tell.ts';
import { addDays, tradingDayBefore } from './trading-day.ts';
import { isSparse, type Wanted } from './wanted.ts';

/** A move from one close to the next that a split explains better than a market: by 1.8 or more. */
const JUMP = 1.8;
/** Between closes further apart than this many days a price may have moved so. */
const NEXT = 7;

export interface HistorySearch {
  /** By symbol, oldest first, in US dollars as quoted on the day. */
  closes: Map<string, SourcedQuote[]>;
  /** Symbols whose closes do not go with the transactions, and why: for a person. */
  doubted: Map<string, string>;
  /** Symbols of which no source has closes of most of the days, and why; what is known of some of their days is in `closes`. */
  wanting: Map<string, Unasked>;
}

type WantedCloses = Wanted['histories'][number];

/**
 * Daily closes for returns over time, of each symbol from the first source that has any. They must be of the shares that the
 * transactions are of: near the prices paid, and without a jump as of a split that no transaction tells. The job's own newest price
 * is no history: what was not answered for its days is asked again, as long as there is time.
 */
export async function findHistories(
  asking: Asking,
  wanted: Wanted['histories'],
  transactions: readonly Transaction[],
  today: string,
): Promise<HistorySearch> {
  const { sources, memory, close } = asking;
  const had = new Set<MarketSource>();
  const answered = new Set<string>();
  await askInTurn(asking, 'past closes', (source) => {
    const { history } = source;
    if (history === undefined) return null;
    const { closes, wanting } = closesOf([...had]);
    had.add(sources.find(({ name }) => name === source.name) ?? source);
    const mine = servedBy(source).filter(
      (one) => !isAnswered(source, one) && (!closes.has(one.symbol) || wanting.has(one.symbol)),
    );
    const missing = mine.flatMap((one) => missingOf(asking, source, one) ?? []);
    return missing.length === 0 ? null : noted(source, askFor(history, missing, close));
  });
  return closesOf([...had]);

  /** What a source can be asked for, each from the first day that it goes back to. */
  function servedBy(source: MarketSource): WantedCloses[] {
    const earliest = source.history?.earliest?.(today) ?? '';
    return wanted
      .filter(({ symbol }) => source.serves({ symbol, currency: 'USD', type: null }))
      .map(({ symbol, from }) => ({ symbol, from: from > earliest ? from : earliest }))
      .filter(({ from }) => from <= close);
  }

  async function* noted({ name }: MarketSource, answers: AsyncIterable<Batch>): AsyncGenerator<Batch> {
    for await (const batch of answers) {
      for (const symbol of batch.symbols) answered.add(`${name} ${symbol}`);
      yield batch;
    }
  }

  /** Whether a source has said what it has of all the days, now or before. */
  function isAnswered(source: MarketSource, one: WantedCloses): boolean {
    return answered.has(`${source.name} ${one.symbol}`) || missingOf(asking, source, one) === null;
  }

  /** From the first source that has closes of most of the days, else what is known of some before the newest. */
  function closesOf(asked: readonly MarketSource[]): HistorySearch {
    const search: HistorySearch = { closes: new Map(), doubted: new Map(), wanting: new Map() };
    const known = asked.flatMap((source) =>
      servedBy(source).map((one) => {
        const { symbol, from } = one;
        const closes = memory.closes(source.name, symbol, from, close).filter(({ currency }) => currency === 'USD');
        return { symbol, from, closes, isWhole: isAnswered(source, one) && !isSparse(closes.length, from, close) };
      }),
    );
    const whole = new Set<string>();
    for (const wholly of [true, false]) {
      for (const { symbol, from, closes } of known.filter(({ isWhole }) => isWhole === wholly)) {
        if (search.closes.has(symbol)) continue;
        if (closes.every(({ day }) => day === close && day > from)) continue;
        const doubt = doubtOf(
          closes,
          transactions.filter((one) => one.symbol === symbol),
        );
        if (doubt !== null) search.doubted.set(symbol, doubt);
        else search.closes.set(symbol, closes);
        if (doubt === null && wholly) whole.add(symbol);
      }
    }
    for (const symbol of search.closes.keys()) search.doubted.delete(symbol);
    for (const { symbol, from } of wanted) {
      if (whole.has(symbol) || from > close || search.doubted.has(symbol)) continue;
      search.wanting.set(symbol, unaskedOf(symbol));
    }
    return search;
  }

  function unaskedOf(symbol: string): Unasked {
    const those = sources.flatMap((source) =>
      source.history === undefined
        ? []
        : servedBy(source).flatMap((one) => (one.symbol === symbol ? [{ source, one }] : [])),
    );
    if (those.length === 0) return 'nobody';
    const left = those.filter(({ source, one }) => !isAnswered(source, one)).map(({ source }) => source);
    return left.length === 0 ? null : whyUnasked(asking, left);
  }
}

/** Only the days that the source had not been asked about before this run; null where it had been about all. */
function missingOf(
  { memory, close }: Asking,
  { name }: MarketSource,
  { symbol, from }: WantedCloses,
): WantedCloses | null {
  const known = memory.coverage(name, symbol);
  if (known === undefined || known.from > from || known.to < tradingDayBefore(from)) return { symbol, from };
  return known.to < close ? { symbol, from: addDays(known.to, 1) } : null;
}

/** Those who want the same days together. */
const askFor = (
  history: NonNullable<MarketSource['history']>,
  missing: readonly WantedCloses[],
  close: string,
): AsyncIterable<Batch> =>
  eachApart(
    Map.groupBy(missing, (one) => one.from),
    ([from, some]) =>
      history.closes(
        some.map(({ symbol }) => symbol),
        from,
        close,
      ),
  );

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
