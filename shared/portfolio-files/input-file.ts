import type { IsoDate } from '../schemas/decimal.ts';
import type { TickerByName } from './reference-names.ts';
import type { CompaniesByName } from './short-names.ts';
import type { StatedRate } from './with-exchange-rates.ts';

/** A file as it was handed over: from a disk, or chosen in a browser. */
export interface InputFile {
  /** Without its folder, e.g. "my.csv", unless another has that name: it is shown in messages and stored as the source of prices. */
  name: string;
  bytes: Uint8Array;
  /** The day the file was last changed: the date of prices in a file that states none. */
  modifiedOn: IsoDate;
  /** The day the analysis is for; no price may be dated after it. */
  asOf: IsoDate;
  /** Dated exchange rates known from elsewhere (a prices file), for what a list of transactions does not tell. */
  rates?: readonly StatedRate[];
  /** Tickers of what the file names but gives no ticker of; without it such a line is kept under a code made of its name. */
  tickers?: TickerByName;
  /** Companies that the file calls by their short names; without it such a line is kept likewise. */
  companies?: CompaniesByName;
  /** What is called by a ticker, of which a list may say nothing but the value; null where it is not known. */
  nameOf?: (ticker: string) => string | null;
  /** Whether a ticker is that of a fund on Europe's exchanges, and of nothing in America: VUSA. */
  isOfEurope?: (ticker: string) => boolean;
}

/** Bytes. A household's positions are some kilobytes; what is larger is another kind of file. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Lines that hold a position or a balance. */
export const MAX_POSITIONS = 10_000;
/** Lines of a delimited text, whatever they hold. */
export const MAX_LINES = 100_000;
/** As many as a portfolio holds (shared/schemas/portfolio.ts). */
export const MAX_TRANSACTIONS = 20_000;
/** Dated prices and exchange rates; as many as a portfolio holds. */
export const MAX_QUOTES = 20_000;
