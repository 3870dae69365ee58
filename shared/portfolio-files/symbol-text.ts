import { symbol } from '../schemas/classification.ts';
import { listedSymbol } from './listed-symbol.ts';

/** Exchanges that spreadsheets put before a ticker ("NYSEARCA:VTI"); those abroad become its ending (listed-symbol.ts), others stay part of it. */
const EXCHANGE = /^(?:NYSE|NYSEARCA|NYSE ARCA|NASDAQ|AMEX|BATS|CBOE|MUTF|OTCMKTS)\s*:\s*/;
/** The United States behind a ticker: AAPL.US, AAPL US Equity; "BND US" in capitals alone, for "Large US" is a name. */
const AMERICAN = /^([A-Z][A-Z0-9./-]{0,7}?)(?:\.US| U[SNQWPR] EQUITY)$/;
const AMERICAN_ALONE =
  /^(?!(?:CASH|GOLD|TOTAL|FUND|BONDS?|OTHER|NONE|LARGE|SMALL|MID|VALUE|GROWTH|STOCKS?|INDEX|TECH|CORE) )([A-Z]{1,5}(?:\/[A-Z])?) US$/;
/** A share class after a slash, blank, hyphen or point: BRK/B, BRK B, BRK-B, BRK.B. */
const SHARE_CLASS = /^([A-Z]{1,5})[/\s-]([A-Z])$/;

/** A ticker with a mark behind it, and what a broker says of its order behind that: "JEPI !  Executed Buy", "VTI †". */
const MARKED = /^([A-Z]{1,5}(?:[./-][A-Z])?)\s*[!†‡§¹²³^#~»•+]+\d*(?:\s.*)?$/u;

/** The ticker before such a mark; the text itself where it has none. */
export const withoutMark = (text: string): string => MARKED.exec(text.trim())?.[1] ?? text;

/** Tickers that some brokers write without any mark before the share class. */
const UNMARKED: Record<string, string> = { BRKA: 'BRK.A', BRKB: 'BRK.B', BFA: 'BF.A', BFB: 'BF.B' };

/**
 * A ticker in the form that Alex uses: capital letters, a point before a share class or an exchange abroad, without the stars that brokers add
 * to core positions. Null where the text is no ticker.
 */
export function readSymbol(text: string): string | null {
  const trimmed = withoutMark(text.trim().replace(/[\s*]+$/, ''));
  if (!/^[\x20-\x7e]+$/.test(trimmed)) return null;
  const plain = trimmed.replace(AMERICAN_ALONE, '$1').toUpperCase().replace(EXCHANGE, '').replace(AMERICAN, '$1');
  const ticker = UNMARKED[plain] ?? listedSymbol(plain) ?? plain.replace(SHARE_CLASS, '$1.$2');
  return symbol.safeParse(ticker).success ? ticker : null;
}

/** Whether a text is written as tickers are, rather than as a word: what tells a position from a footer. */
export const looksLikeSymbol = (text: string): boolean => /^[A-Z0-9]{1,6}(?:[./ -][A-Z])?\**$/.test(text.trim());
