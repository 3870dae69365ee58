import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readPricesFile, type PricesFile } from '../../portfolio-files/read-prices-file.ts';
import type { FileProblem } from '../../portfolio-files/file-problem.ts';
import { MAX_FILE_BYTES } from '../../portfolio-files/input-file.ts';
import { MarketError } from '../market-error.ts';
import type { Batch, MarketQuote, MarketSource } from '../market-source.ts';

/** Problems of a file that are told one by one. */
const TOLD = 3;

export interface PriceFileOptions {
  path: string;
  /** The job's day: a price of a Saturday counts too, for not everything is traded on an exchange. */
  asOf: string;
  /** A date after it is a mistake in the file. */
  today: string;
}

/**
 * A CSV of symbol, price and date, exchange rates as EUR/USD among them: what --prices of the command line takes. It is read
 * anew for each job, so a change counts at once.
 */
export function priceFile({ path, asOf, today }: PriceFileOptions): MarketSource {
  let reading: Promise<PricesFile> | undefined;
  const read = (): Promise<PricesFile> => (reading ??= load(path, today));
  const closes = async function* (symbols: readonly string[], from: string, to: string): AsyncGenerator<Batch> {
    const { quotes } = await read();
    const wanted = new Set(symbols);
    yield {
      ...{ symbols, from, to },
      quotes: quotes.flatMap(({ symbol, currency, price, asOf: day, source }): MarketQuote[] =>
        wanted.has(symbol) && (currency ?? 'USD') === 'USD' && day >= from && day <= to
          ? [{ symbol, day, currency: 'USD', price, from: source }]
          : [],
      ),
    };
  };
  return {
    name: 'file',
    serves: () => true,
    latest: async function* (asked) {
      const { quotes } = await read();
      const currencies = Map.groupBy(asked, ({ symbol }) => symbol);
      yield {
        symbols: [...currencies.keys()],
        ...{ from: '1900-01-01', to: asOf },
        quotes: quotes.flatMap(({ symbol, currency, price, asOf: of, source }): MarketQuote[] => {
          const held = (currencies.get(symbol) ?? []).map((one) => one.currency);
          // Without a currency it is a price in the position's own, which two listings of one symbol do not share.
          const meant = currency === null ? (held.length === 1 ? held : []) : held.filter((one) => one === currency);
          return of > asOf ? [] : meant.map((one) => ({ symbol, day: of, currency: one, price, from: source }));
        }),
      };
    },
    history: { closes },
    rates: async function* (currencies) {
      const { rates } = await read();
      yield {
        symbols: currencies.map((code) => `${code}/USD`),
        ...{ from: '1900-01-01', to: asOf },
        quotes: rates.flatMap(({ from, to, rate, asOf: of, source }): MarketQuote[] => {
          const inverse = from === 'USD';
          const code = inverse ? to : from;
          if ((inverse ? from : to) !== 'USD' || of > asOf || !currencies.includes(code)) return [];
          const price = inverse ? (1 / Number(rate)).toFixed(8) : rate;
          return [
            { symbol: `${code}/USD`, day: of, currency: 'USD', price, ...(source !== undefined && { from: source }) },
          ];
        }),
      };
    },
  };
}

async function load(path: string, today: string): Promise<PricesFile> {
  const name = basename(path);
  const about = await stat(path).catch((cause: unknown) => {
    throw new MarketError('refused', `The file of prices, ${name}, is not there or cannot be read.`, { cause });
  });
  if (about.size > MAX_FILE_BYTES) {
    throw new MarketError('refused', `The file of prices, ${name}, is larger than ${MAX_FILE_BYTES / 2 ** 20} MiB.`);
  }
  const bytes = await readFile(path);
  const modifiedOn = about.mtime.toISOString().slice(0, 10);
  const read = readPricesFile({ name, bytes, modifiedOn, asOf: today });
  if (read.ok) return read;
  throw new MarketError('refused', `The file of prices, ${name}, could not be read: ${told(read.problems)}.`);
}

/** The first problems with their places, and how many more there are: all of them are to be mended before it is read. */
function told(problems: readonly FileProblem[]): string {
  const more = problems.length - TOLD;
  const first = problems.slice(0, TOLD).map(({ line, column, message }) => {
    return [...(line === null ? [] : [`line ${line}`]), ...(column === null ? [] : [column]), message].join(': ');
  });
  return [...first, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
