import type { InputFile } from './input-file.ts';
import { plainWords } from './reference-names.ts';
import { readSymbol } from './symbol-text.ts';

const TICKER = '\\$?[A-Z][A-Z0-9]{0,4}(?:[./-][A-Z]{1,2})?';
/** An exchange and a ticker: "NASDAQ: AAPL". */
const LISTED = `(?:[A-Z]{3,8}\\s?:\\s?)?${TICKER}`;
const DASH = '\\s*(?:\\s[-–—]|[–—:|,])\\s+';

interface Form {
  form: RegExp;
  ticker: 1 | 2;
  /** Nothing but a blank parts the two. */
  isBare?: true;
}

/** "Costco (COST)", "(COST) Costco", "AAPL - Apple Inc.", "Apple Inc. - AAPL", "AAPL (Apple)", "MSFT Microsoft Corp", "Apple AAPL". */
const FORMS: readonly Form[] = [
  { form: new RegExp(`^(.+?)\\s*[([]\\s*(${LISTED})\\s*[)\\]]\\*{0,2}$`), ticker: 2 },
  { form: new RegExp(`^[([]\\s*(${LISTED})\\s*[)\\]]\\s*(.+)$`), ticker: 1 },
  { form: new RegExp(`^(${LISTED})\\s*[([]([^)\\]]+)[)\\]]$`), ticker: 1 },
  { form: new RegExp(`^(${LISTED})${DASH}(.+)$`), ticker: 1 },
  { form: new RegExp(`^(.+?)${DASH}(${LISTED})$`), ticker: 2 },
  { form: new RegExp(`^(${LISTED})\\s+(.+)$`), ticker: 1, isBare: true },
  { form: new RegExp(`^(.+?)\\s+(${LISTED})$`), ticker: 2, isBare: true },
];

/**
 * Tickers that are also words, kinds of shares, countries or what people put behind a name, besides those of one or two letters: "500
 * Index (ADM)", "Stocks (ALL)", "Software (TECH)".
 */
const WORDS = new Set(
  (
    'ADM ALL ARE ARM BALL BEN BIL BILS BOND CAT CASH COIN CORE COST DAY DOW EAT ELF FAST FIVE FLEX FOX FOXA GAP GEN GOLD GOVT HAS HOOD ICE INT ' +
    'INV IRA IRM IRON JOB KEY KEYS LINE LOVE LOW MAIN MAR MAS MET MID NET NEW NOW NUE OPEN PAID PAY PLAN POOL PRE PRO PRU QUAL REAL ROOT RUN ' +
    'SEE SHOP SITE SNOW STIP SUB TAN TECH TOTL TRUE USD WELL WISE WORK ' +
    'ADR ADS CAD COM ETF ETN EUR GBP HSA IPO ISA NAV REIT RSU TFSA UIT USA CDN CHF JPY AUD HKD NOK SEK DKK SGD'
  ).split(' '),
);

export const isWordToo = (ticker: string): boolean => WORDS.has(ticker);

/** What says in a name that a thing is owed by a company, or is a right to its shares, and no share of it. */
const NO_SHARE = /\d\s?%|\b(?:calls?|puts?|options?|warrants?|preferred|pfd|notes?|debentures?|bonds?|cds?)\b/i;

/** Words that names of all kinds have. */
const COMMON = new Set(
  'the of and & inc corp co company plc ltd fund funds etf trust class shares share stock stocks index a b c'.split(
    ' ',
  ),
);

/** What tells a name from others. */
const tellingWords = (name: string): string[] =>
  plainWords(name)
    .split(' ')
    .filter((word) => !COMMON.has(word));

type Known = Pick<InputFile, 'nameOf' | 'tickers' | 'companies'>;

/**
 * The ticker that stands beside a name in one cell, where it is known; null where there is none, where what stands there may be
 * something else ("Growth (R6)", "Fund (USD)", "Siemens (DE)"), or where the name is another's.
 */
export function tickerInName(text: string, known: Known): string | null {
  if (known.nameOf === undefined) return null;
  for (const { form, ticker, isBare } of FORMS) {
    const [, first = '', second = ''] = form.exec(text) ?? [];
    const [stated, rest] = ticker === 1 ? [first, second] : [second, first];
    const symbol = stated === '' ? null : readSymbol(stated.replace('$', ''));
    const name = symbol === null ? null : known.nameOf(symbol);
    if (symbol === null || name === null || !/\p{L}{2}|\d{3}/u.test(rest)) continue;
    if (isMeant(symbol, { rest, name, isBare: isBare === true }, known)) return symbol;
  }
  return null;
}

/** Whether a ticker is what is held, by the rest of its cell and by what is called by it. */
function isMeant(
  symbol: string,
  { rest, name, isBare }: { rest: string; name: string; isBare: boolean },
  { tickers, companies }: Known,
): boolean {
  const owed = NO_SHARE.exec(rest)?.[0].toLowerCase();
  if (owed !== undefined && !name.toLowerCase().includes(owed.replace(/s$/, ''))) return false;
  const byName = [tickers?.(rest) ?? [], (companies?.(rest) ?? []).flatMap(({ symbols }) => symbols)].flat();
  if (byName.length > 0) return byName.includes(symbol);
  const telling = new Set(tellingWords(name));
  if (isBare) {
    // "Vanguard Total Stock VTSAX": five letters of a fund, or a name whose every word is in that of the ticker.
    const words = tellingWords(rest);
    const shared = words.filter((word) => telling.has(word));
    const isFund = /^[A-Z]{4}X$/.test(symbol) && shared.length > 0;
    return isFund || (shared.length > 1 && shared.length === words.length && symbol.length > 2 && !WORDS.has(symbol));
  }
  if (tellingWords(rest).some((word) => telling.has(word))) return true;
  return symbol.length > 2 && !WORDS.has(symbol);
}
