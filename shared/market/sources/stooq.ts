import { csvTable } from '../csv-table.ts';
import { decimalOf } from '../decimal-of.ts';
import { eachApart } from '../each-apart.ts';
import { MarketError } from '../market-error.ts';
import type { Batch, MarketQuote, MarketSource } from '../market-source.ts';
import type { MarketSettings } from '../settings.ts';
import type { Call } from '../source-call.ts';
import { addDays } from '../trading-day.ts';
import { bySourceSymbol, isUsListed } from '../us-symbol.ts';

/**
 * Stooq, and servers that answer as it does: a CSV of daily rows, one symbol a call. Its errors are texts with status 200. Its
 * older closes are changed for later splits and dividends, which returns from transactions must not be measured with: its
 * history is used only where a setting says that it is raw.
 */

const TITLE = 'Stooq';
const WINDOW = 10;
/** The daily allowance comes back at midnight in Warsaw; until then it is asked a few times at most. */
const EXHAUSTED_MS = 6 * 3_600_000;

export interface StooqOptions {
  url: string;
  call: Call;
  history: MarketSettings['stooqHistory'];
}

export function stooq({ url, call, history }: StooqOptions): MarketSource {
  const closes = (symbols: readonly string[], from: string, to: string): AsyncIterable<Batch> =>
    eachApart(bySourceSymbol(symbols, '-'), async function* ([ticker, mine]) {
      const [d1, d2] = [from, to].map((day) => day.replaceAll('-', ''));
      const path = `/q/d/l/?s=${ticker.toLowerCase()}.us&d1=${d1 ?? ''}&d2=${d2 ?? ''}&i=d`;
      const rows = await call(`${url}${path}`, {}, rowsIn);
      const quotes = rows.flatMap(({ Date: day, Close: close }): MarketQuote[] => {
        const price = decimalOf(Number(close));
        if (price === undefined || !/^\d{4}-\d\d-\d\d$/u.test(day) || day < from || day > to) return [];
        return mine.map((symbol) => ({ symbol, day, currency: 'USD', price }));
      });
      yield { symbols: mine, from, to, quotes };
    });
  return {
    name: 'stooq',
    serves: isUsListed,
    latest: (asked, day) =>
      closes(
        asked.filter(({ unknown }) => unknown !== true).map(({ symbol }) => symbol),
        addDays(day, -WINDOW),
        day,
      ),
    ...(history === 'raw' && { history: { closes } }),
  };
}

function rowsIn(body: string): Record<'Date' | 'Close', string>[] {
  const text = body.trim();
  if (/^no data/iu.test(text)) return [];
  if (/exceeded the daily hits limit/iu.test(text)) {
    throw new MarketError('limited', `${TITLE}'s allowance for today is used up.`, {
      retryAfterMs: EXHAUSTED_MS,
      said: text.slice(0, 200),
    });
  }
  if (text.startsWith('<')) {
    throw new MarketError('garbled', `${TITLE} sent a page instead of a table.`, { said: text.slice(0, 200) });
  }
  return csvTable(TITLE, body, ['Date', 'Close']);
}
