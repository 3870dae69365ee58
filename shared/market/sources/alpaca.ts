import * as z from 'zod';
import { decimalOf } from '../decimal-of.ts';
import { jsonBody } from '../json-body.ts';
import { MarketError } from '../market-error.ts';
import type { Batch, MarketQuote, MarketSource } from '../market-source.ts';
import type { MarketSettings } from '../settings.ts';
import type { Call } from '../source-call.ts';
import { addDays, inNewYork } from '../trading-day.ts';
import { bySourceSymbol, isUsListed } from '../us-symbol.ts';

/**
 * Alpaca's daily bars of many symbols: https://docs.alpaca.markets/reference/stockbars. `adjustment=raw`: as they were quoted.
 * The free feed, iex, has the trades of one exchange, so its close may differ from the official one by cents.
 */

const TITLE = 'Alpaca';
/** Symbols a call, so that a URL stays short. */
const SYMBOLS_A_CALL = 100;
/** 10,000 bars each. */
const MOST_PAGES = 100;
const WINDOW = 10;

const bar = z.object({ t: z.iso.datetime({ offset: true }), c: z.number() });
const page = z.object({
  bars: z.record(z.string(), z.array(bar)).nullable().default({}),
  next_page_token: z.string().nullable().optional(),
  message: z.string().optional(),
  code: z.number().optional(),
});
type Page = z.infer<typeof page>;

export interface AlpacaOptions {
  url: string;
  key: () => Promise<{ id: string; secret: string }>;
  call: Call;
  feed: MarketSettings['alpacaFeed'];
}

export function alpaca({ url, key, call, feed }: AlpacaOptions): MarketSource {
  async function* closes(symbols: readonly string[], from: string, to: string): AsyncGenerator<Batch> {
    const all = [...bySourceSymbol(symbols, '.')];
    for (let at = 0; at < all.length; at += SYMBOLS_A_CALL) {
      const some = new Map(all.slice(at, at + SYMBOLS_A_CALL));
      const quotes = await barsOf(some, from, to);
      yield { symbols: [...some.values()].flat(), from, to, quotes };
    }
  }

  async function barsOf(wanted: ReadonlyMap<string, string[]>, from: string, to: string): Promise<MarketQuote[]> {
    const tickers = new Set(wanted.keys());
    const quotes: MarketQuote[] = [];
    for (let token: string | null = null, pages = 0; tickers.size > 0; pages += 1) {
      if (pages === MOST_PAGES) throw new MarketError('garbled', `${TITLE} sent page after page without an end.`);
      const answer: Page | null = await getPage([...tickers], { from, to, token }).catch((error: unknown) => {
        // One symbol that it does not know fails them all: the others are asked about without it.
        const unknown =
          error instanceof MarketError ? /invalid symbol: ([A-Z0-9./-]+)/u.exec(error.said)?.[1] : undefined;
        if (unknown === undefined || !tickers.delete(unknown)) throw error;
        return null;
      });
      if (answer === null) continue;
      for (const [ticker, bars] of Object.entries(answer.bars ?? {})) {
        quotes.push(...quotesOf(bars, wanted.get(ticker) ?? [], { from, to }));
      }
      token = answer.next_page_token ?? null;
      if (token === null) break;
    }
    return quotes;
  }

  async function getPage(
    tickers: readonly string[],
    { from, to, token }: { from: string; to: string; token: string | null },
  ): Promise<Page> {
    const { id, secret } = await key();
    const query = new URLSearchParams({
      symbols: tickers.join(','),
      ...{ timeframe: '1Day', start: from, end: to, adjustment: 'raw', limit: '10000', sort: 'asc', feed },
      ...(token !== null && { page_token: token }),
    });
    return call(
      `${url}/v2/stocks/bars?${query.toString()}`,
      { 'apca-api-key-id': id, 'apca-api-secret-key': secret },
      pageIn,
    );
  }

  return {
    name: 'alpaca',
    serves: isUsListed,
    latest: (asked, day) =>
      closes(
        asked.map(({ symbol }) => symbol),
        addDays(day, -WINDOW),
        day,
      ),
    history: { closes },
  };
}

/** A 200 may hold a message and no bars. */
function pageIn(body: string): Page {
  const answer = jsonBody(TITLE, page, body);
  if (answer.message === undefined) return answer;
  const limited = /too many requests|rate limit/iu.test(answer.message);
  const refused = /forbidden|unauthorized|subscription/iu.test(answer.message);
  throw new MarketError(
    limited ? 'limited' : refused ? 'unauthorized' : 'refused',
    `${TITLE} answered with an error.`,
    { said: answer.message },
  );
}

/** A daily bar begins at midnight in New York. */
function quotesOf(
  bars: readonly z.infer<typeof bar>[],
  symbols: readonly string[],
  { from, to }: { from: string; to: string },
): MarketQuote[] {
  return bars.flatMap(({ t, c }) => {
    const { day } = inNewYork(new Date(t));
    const price = decimalOf(c);
    if (price === undefined || day < from || day > to) return [];
    return symbols.map((symbol) => ({ symbol, day, currency: 'USD', price }));
  });
}
