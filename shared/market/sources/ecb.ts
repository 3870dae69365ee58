import { csvTable } from '../csv-table.ts';
import { decimalOf } from '../decimal-of.ts';
import { MarketError } from '../market-error.ts';
import type { MarketQuote, MarketSource } from '../market-source.ts';
import type { Call } from '../source-call.ts';
import { addDays } from '../trading-day.ts';

/**
 * The European Central Bank's reference rates against the euro, of its Data Portal: https://data.ecb.europa.eu/help/api/data.
 * Another currency in dollars is dollars for a euro over that currency for a euro, both of one day. No key.
 */

const TITLE = 'The European Central Bank';
/** Calendar days: TARGET holidays around Christmas and Easter close it for five at most. */
const WINDOW = 10;

export function ecb({ url, call }: { url: string; call: Call }): MarketSource {
  return {
    name: 'ecb',
    serves: () => false,
    rates: async function* (currencies, day) {
      const from = addDays(day, -WINDOW);
      const codes = [...new Set(['USD', ...currencies.filter((code) => code !== 'EUR')])].sort();
      const path = `/service/data/EXR/D.${codes.join('+')}.EUR.SP00.A`;
      const query = `?startPeriod=${from}&endPeriod=${day}&format=csvdata&detail=dataonly`;
      const rows = await call(`${url}${path}${query}`, {}, (body) =>
        csvTable(TITLE, body, ['CURRENCY', 'TIME_PERIOD', 'OBS_VALUE']),
      ).catch((error: unknown) => {
        // What it has no observation of is a 404.
        if (error instanceof MarketError && error.failure === 'refused' && /no results/iu.test(error.said)) return [];
        throw error;
      });
      const perEuro = new Map(rows.map((row) => [`${row.CURRENCY} ${row.TIME_PERIOD}`, Number(row.OBS_VALUE)]));
      const days = [...new Set(rows.map((row) => row.TIME_PERIOD))].filter((of) => of >= from && of <= day);
      const quotes = currencies.flatMap((code) =>
        days.flatMap((of): MarketQuote[] => {
          const dollars = perEuro.get(`USD ${of}`) ?? Number.NaN;
          const other = code === 'EUR' ? 1 : (perEuro.get(`${code} ${of}`) ?? Number.NaN);
          const price = decimalOf(dollars / other);
          return price === undefined ? [] : [{ symbol: `${code}/USD`, day: of, currency: 'USD', price }];
        }),
      );
      yield { symbols: currencies.map((code) => `${code}/USD`), from, to: day, quotes };
    },
  };
}
