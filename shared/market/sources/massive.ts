import * as z from 'zod';
import { daysBetween } from '../../finance/staleness.ts';
import { decimalOf } from '../decimal-of.ts';
import { eachApart } from '../each-apart.ts';
import { jsonBody } from '../json-body.ts';
import { MarketError } from '../market-error.ts';
import type { Asked, Batch, MarketQuote, MarketSource } from '../market-source.ts';
import type { Call } from '../source-call.ts';
import { addDays, inNewYork, isTradingDay, tradingDayBefore } from '../trading-day.ts';
import { bySourceSymbol, isUsListed } from '../us-symbol.ts';

/**
 * Massive, until 2025 Polygon.io: https://massive.com/docs/rest/stocks/aggregates. One grouped call has the closes of every US
 * stock and fund of a day. The key travels in a header, never in a URL. Closes are asked for as they were quoted
 * (`adjusted=false`).
 */

const TITLE = 'Massive';
/** Calendar days in which something that is rarely traded is looked for. */
const WINDOW = 10;
/** A day without any close is taken for one on which the exchange was closed only once its closes must be out. */
const SETTLED_DAYS = 3;

const bar = z.object({ T: z.string().optional(), c: z.number(), t: z.number() });
export type Bar = z.infer<typeof bar>;
const answer = z.object({
  status: z.string().default(''),
  error: z.string().optional(),
  message: z.string().optional(),
  results: z.array(bar).default([]),
});

/** Of a whole market a row of another form is left out: the others are as good as ever. */
const marketAnswer = answer.extend({ results: z.array(bar.nullable().catch(null)).default([]) });

export interface MassiveOptions {
  url: string;
  key: () => Promise<string>;
  call: Call;
  /** How many years back the plan goes. */
  years: number;
  /** Whole markets that were answered in this job, by day: not asked for again by whoever goes on. */
  markets?: Map<string, Bar[]>;
  now: () => Date;
}

export function massive({ url, key, call, years, now, markets = new Map() }: MassiveOptions): MarketSource {
  const get = async (path: string, read = barsIn): Promise<Bar[]> =>
    call(`${url}${path}`, { authorization: `Bearer ${await key()}` }, read);
  const grouped = async (day: string) => {
    const known = markets.get(day);
    if (known !== undefined) return known;
    const bars = await get(`/v2/aggs/grouped/locale/us/market/stocks/${day}?adjusted=false`, marketIn);
    markets.set(day, bars);
    return bars;
  };
  const range = (ticker: string, from: string, to: string) =>
    get(`/v2/aggs/ticker/${ticker}/range/1/day/${from}/${to}?adjusted=false&sort=asc&limit=50000`);

  async function* latest(asked: readonly Asked[], day: string): AsyncGenerator<Batch> {
    const unknown = new Set(asked.filter((one) => one.unknown).map(({ symbol }) => symbol));
    const [batch, left] = await wholeMarket(
      asked.map(({ symbol }) => symbol),
      day,
    );
    yield batch;
    const missing = left.filter((symbol) => !unknown.has(symbol));
    const newest = day === tradingDayUntilNow(now());
    yield* eachApart(bySourceSymbol(missing, '.'), async function* ([ticker, mine]) {
      const from = addDays(day, -WINDOW);
      const bars = newest ? await get(`/v2/aggs/ticker/${ticker}/prev?adjusted=false`) : await range(ticker, from, day);
      const quotes = quotesOf(bars, mine, { from, to: day });
      // The previous close says nothing of the days before it.
      yield { symbols: mine, from: newest ? (quotes[0]?.day ?? from) : from, to: day, quotes };
    });
  }

  /** Of the day, or where it has no closes at all of the trading day before; and what is missing in it. */
  async function wholeMarket(symbols: string[], day: string): Promise<[Batch, string[]]> {
    const settled = daysBetween(day, inNewYork(now()).day) > SETTLED_DAYS;
    let of = day;
    let bars = await grouped(of).catch((error: unknown) => {
      // "before end of day": its closes are not out yet on this plan.
      if (error instanceof MarketError && /end of day|not yet/iu.test(error.said)) return [];
      throw error;
    });
    if (bars.length === 0) {
      of = tradingDayBefore(day);
      bars = await grouped(of);
    }
    const byTicker = Map.groupBy(bars, ({ T = '' }) => T);
    const quotes = [...bySourceSymbol(symbols, '.')].flatMap(([ticker, mine]) =>
      quotesOf(byTicker.get(ticker) ?? [], mine, { from: of, to: of }),
    );
    const priced = new Set(quotes.map(({ symbol }) => symbol));
    const missing = symbols.filter((symbol) => !priced.has(symbol));
    // What is missing has not been asked about for good: the calls that follow do that.
    return [{ symbols: [...priced], from: of, to: settled ? day : of, quotes }, missing];
  }

  return {
    name: 'massive',
    serves: isUsListed,
    latest,
    history: {
      earliest: (today) =>
        addDays(`${Number(today.slice(0, 4)) - years}${today.slice(4)}`.replace('-02-29', '-02-28'), 1),
      closes: (symbols, from, to) =>
        eachApart(bySourceSymbol(symbols, '.'), async function* ([ticker, mine]) {
          yield { symbols: mine, from, to, quotes: quotesOf(await range(ticker, from, to), mine, { from, to }) };
        }),
    },
    // The day itself.
    ratesBack: 0,
    rates: async function* (currencies, day) {
      const weekday = new Date(day).getUTCDay();
      const of = addDays(day, weekday === 0 ? -2 : weekday === 6 ? -1 : 0);
      const bars = await get(`/v2/aggs/grouped/locale/global/market/fx/${of}?adjusted=false`);
      const closes = new Map(bars.map(({ T = '', c }) => [T, c]));
      const quotes = currencies.flatMap((currency): MarketQuote[] => {
        const direct = closes.get(`C:${currency}USD`);
        const inverse = closes.get(`C:USD${currency}`);
        const price = decimalOf(direct ?? (inverse === undefined ? Number.NaN : 1 / inverse));
        return price === undefined ? [] : [{ symbol: `${currency}/USD`, day: of, currency: 'USD', price }];
      });
      yield { symbols: currencies.map((currency) => `${currency}/USD`), from: of, to: day, quotes };
    },
  };
}

/** What `prev` calls the previous day. */
function tradingDayUntilNow(now: Date): string {
  const { day } = inNewYork(now);
  return tradingDayBefore(addDays(day, isTradingDay(day) ? 0 : 1));
}

function barsIn(body: string): Bar[] {
  const read = jsonBody(TITLE, answer, body);
  refuseError(read);
  return read.results;
}

/** The rows of a whole market; what of it is missing is then asked for by itself, and told where that fails too. */
function marketIn(body: string): Bar[] {
  const read = jsonBody(TITLE, marketAnswer, body);
  refuseError(read);
  const bars = read.results.filter((row) => row !== null);
  // None at all is another answer than is documented, which says where.
  return bars.length === 0 && read.results.length > 0 ? barsIn(body) : bars;
}

/** A 200 may hold an error: the status in the body decides. DELAYED is how free plans say OK. */
function refuseError({ status, error, message }: Pick<z.output<typeof answer>, 'status' | 'error' | 'message'>): void {
  if (status === 'OK' || status === 'DELAYED') return;
  const said = error ?? message ?? '';
  if (/maximum requests|rate limit|too many/iu.test(said)) {
    throw new MarketError('limited', `${TITLE} was asked more often than it allows.`, { said });
  }
  if (status === 'NOT_AUTHORIZED' || /api ?key|not entitled|upgrade/iu.test(said)) {
    throw new MarketError('unauthorized', `${TITLE} refused the key, or the plan does not include this.`, { said });
  }
  throw new MarketError('garbled', `${TITLE} answered with an error (${status === '' ? 'no status' : status}).`, {
    said,
  });
}

/** Bars of one ticker within the days asked for; of each day the last, with a price that can be one. */
function quotesOf(
  bars: readonly Bar[],
  symbols: readonly string[],
  { from, to }: { from: string; to: string },
): MarketQuote[] {
  return bars.flatMap(({ c, t }) => {
    const { day } = inNewYork(new Date(t));
    const price = decimalOf(c);
    if (price === undefined || day < from || day > to) return [];
    return symbols.map((symbol) => ({ symbol, day, currency: 'USD', price }));
  });
}
