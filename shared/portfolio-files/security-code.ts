import { BY_NAME, codeOfName, markOf } from './code-of-name.ts';
import { stockSaid } from './company-stock.ts';
import { securityOf } from './debt-of-row.ts';
import { debtEvidence, wordsOfBond } from './debt-security.ts';
import { isAmountAlone } from './household-line.ts';
import type { InputFile } from './input-file.ts';
import { isKnownTicker, tickerOf } from './known-codes.ts';
import { isMissing } from './missing-text.ts';
import { readPair } from './pair-text.ts';
import type { TickerByName } from './reference-names.ts';
import type { CompaniesByName, NamedCompany } from './short-names.ts';
import { looksLikeSymbol, readSymbol } from './symbol-text.ts';
import type { TableRow } from './table-row.ts';
import { isWordToo, tickerInName } from './ticker-in-name.ts';
import { thriftFund } from './thrift-savings-plan.ts';

/** What an instrument of a row is kept under, and where that stands. */
export interface SecurityCode {
  code: string;
  /** `words`: made of what stands in place of a ticker, as brokers write a bond: "T 4 1/4 11/15/34"; `name`: of what it is called. */
  from: 'symbol' | 'identifier' | 'words' | 'name';
  /** The CUSIP, ISIN or whole name that it is the ticker of, or the cell in which it stands beside a name. */
  stands?: string;
  /** It stands in that cell itself. */
  isBesideName?: true;
  /** The company whose ticker it is by its short name. */
  company?: NamedCompany;
  /** Its coupon and the day that it is due stand in columns of their own. */
  isBond?: true;
  /** Tickers of companies that the name may stand for, of which it does not say that it does, or which one. */
  couldBe?: readonly string[];
}

/** The names that are known. */
export type KnownNames = Pick<InputFile, 'tickers' | 'companies' | 'nameOf'>;

/** A bond as brokers name it where others have a ticker: issuer, coupon and the day that it is due. */
const BOND_WORDS = /^(?=.*[A-Z])[\x20-\x7e]*\d[\x20-\x7e]*\s\d{1,2}\/\d{1,2}\/(?:\d{2}|\d{4})$/i;
const LONGEST = 24;

/**
 * The ticker of a row; where it has none, its CUSIP or ISIN, which bonds have alone; or a code made of a bond's own words.
 * Null where there is none of them. A CUSIP or ISIN that is known for certain gives its ticker, and so does a fund of the Thrift
 * Savings Plan that `tickers` knows.
 */
export function securityCode(row: TableRow, tickers?: TickerByName): SecurityCode | null {
  const ofPlan = thriftFund(row, tickers);
  if (ofPlan !== null) return { ...ofPlan, from: 'name' };
  const text = row.text('symbol');
  const pair = pairOf(row);
  if (pair !== null) return { code: pair.base, from: 'symbol' };
  const symbol = isMissing(text) || isNameAlone(row) ? null : readSymbol(text);
  if (symbol !== null) return withTicker({ code: symbol, from: 'symbol' }, row);
  const other = row.text('identifier');
  const identifier = isMissing(other) || !/\d/.test(other) ? null : readSymbol(other);
  if (identifier !== null) return withTicker({ code: identifier, from: 'identifier' }, row);
  const code = BOND_WORDS.test(text) ? readSymbol(joined(text)) : null;
  return code === null ? null : { code, from: 'words' };
}

/** The coin and the currency of a column of pairs ("BTC/USD"); null where there is no such column. */
export const pairOf = (row: TableRow): ReturnType<typeof readPair> =>
  /\bpair\b/i.test(row.header('symbol') ?? '') ? readPair(row.text('symbol')) : null;

/**
 * The same; and where a line has neither, the ticker of what it calls its holding, if `tickers` knows it, one beside the name, or a code
 * made of that, as trusts of a 401(k) have no ticker.
 */
export function holdingCode(row: TableRow, known: KnownNames = {}): SecurityCode | null {
  const { tickers, companies } = known;
  const found = tickerOrCompany(row, known);
  const bond = bondOfColumns(row, found);
  if (bond !== null) return bond;
  if (found !== null) return found;
  const text = row.text('symbol');
  const words = isMissing(text) ? row.text('name') : text;
  const isShare = !DEBT.test(row.text('instrumentType')) && debtEvidence(securityOf(row, '')) === null;
  const own = isMissing(text) ? readSymbol(words) : null;
  if (own !== null && isPlainTicker(words, known)) return { code: own, from: 'symbol' };
  const beside = isShare && words.length <= LONGEST_NAME ? tickerInName(words, known) : null;
  if (beside !== null) return { code: beside, from: 'name', stands: words, isBesideName: true };
  if (!(/\p{L}{3}/u.test(words) || LIFECYCLE.test(words)) || !/^[\p{L}\d]/u.test(words) || words.length > LONGEST_NAME)
    return null;
  const behind = LISTED.exec(words)?.[1];
  if (behind !== undefined) return { code: behind, from: 'symbol' };
  const ticker = isShare ? (tickers?.(words) ?? null) : null;
  if (ticker !== null) return { code: ticker, from: 'name', stands: words };
  const named = isShare && !ACCOUNT.test(row.text('instrumentType')) ? companiesCalled(words, row, companies) : [];
  const [company] = named;
  const listed = named.length === 1 && company !== undefined ? listingOf(row, company) : null;
  if (company !== undefined && listed !== null) return { code: listed, from: 'name', stands: words, company };
  const made = codeOfName(words);
  const code = readSymbol(TICKER_LIKE.test(made) ? `${made}${BY_NAME}` : made);
  const couldBe = named.flatMap(({ symbols }) => symbols).filter((symbol) => symbol.length < ISIN_LENGTH);
  return code === null ? null : { code, from: 'name', ...(couldBe.length > 0 && { couldBe }) };
}

/**
 * A code of a bond whose coupon and day stand in columns of their own, as those of two bonds of one issuer do: they have its ticker or its
 * name alone beside them, which is that of its shares. Null where there are no such columns, or a CUSIP or ISIN tells it.
 */
function bondOfColumns(row: TableRow, found: SecurityCode | null): SecurityCode | null {
  const ticker = found?.code ?? '';
  if (/\d/.test(ticker)) return null;
  const security = securityOf(row, ticker);
  const words = wordsOfBond({ ...security, name: security.name || row.text('symbol') });
  return words === null ? null : { code: codeOfName(words), from: 'name', isBond: true };
}

/** Whether a ticker that is known stands in the column of names, beside a blank column of CUSIPs or ISINs. */
const isPlainTicker = (words: string, { nameOf }: KnownNames): boolean =>
  looksLikeSymbol(words) &&
  words.length > 2 &&
  !isWordToo(words) &&
  (isKnownTicker(words) || (nameOf?.(words) ?? null) !== null || /^[A-Z]{4}X$/.test(words));

/** Shorter words are tickers too often: COKE and FORD are other companies'. So are five capitals of a fund or of a share from abroad. */
const WORD = /^(?![A-Z]{4}[XYF]$)\p{L}{5,}$/u;

/** The share of a company that stands in a column of tickers by its name ("Apple", "TESLA"); null where it may be a ticker after all. */
function companyInPlaceOf({ code, from, stands }: SecurityCode, row: TableRow, known: KnownNames): SecurityCode | null {
  const { nameOf, companies } = known;
  const words = row.text('symbol');
  const isTicker = isKnownTicker(code) || (nameOf?.(code) ?? null) !== null;
  if (from !== 'symbol' || stands !== undefined || isTicker || !WORD.test(words) || !isMissing(row.text('name')))
    return null;
  const named = DEBT.test(row.text('instrumentType')) ? [] : (companies?.(words) ?? []);
  const [company] = named;
  const listed = named.length === 1 && company !== undefined ? listingOf(row, company) : null;
  return company === undefined || listed === null ? null : { code: listed, from: 'name', stands: words, company };
}

/** `securityCode`, or the ticker of a company whose name stands in its place. */
export function tickerOrCompany(row: TableRow, known: KnownNames): SecurityCode | null {
  const found = securityCode(row, known.tickers);
  return found === null ? null : (companyInPlaceOf(found, row, known) ?? found);
}

/** The companies that a name may stand for, with a word for their stock or without one. */
function companiesCalled(words: string, row: TableRow, companies?: CompaniesByName): readonly NamedCompany[] {
  const alone = companies?.(words) ?? [];
  const said = alone.length > 0 ? null : stockSaid(words);
  // A unit of a plan's fund is no share, and follows another price.
  if (said === null || (said.isFund && !isMissing(row.text('quantity')))) return alone;
  const whole = companies?.(said.company) ?? [];
  const named = whole.length > 0 ? whole : (companies?.(said.company.replace(/['’]s$/, '')) ?? []);
  // Whoever writes "stock" means no card and no account, but may well mean another fund of stocks.
  return said.isFund ? named : named.map((one) => ({ ...one, isOthersToo: one.isEveryday }));
}

/** Which of a company's listings a row is of; null where it does not say so, or may be of something else that is called so. */
function listingOf(row: TableRow, { symbols, isListedOnce, isOthersToo }: NamedCompany): string | null {
  if (isOthersToo && isAmountAlone(row)) return null;
  // What is kept as its value is of the company, wherever that is listed.
  const isValue = isMissing(row.text('quantity'));
  const isDear = symbols.length > 1 && DEAR.test(row.text('price').replace(/[.,]\d{1,2}$|\.\d{4,}$|[^\d.,]/g, ''));
  return isValue || (isListedOnce && !isDear) ? (symbols[0] ?? null) : null;
}

/** Whether nothing of a row says what is held: its symbol is blank, and so is all that a code could be made of. */
export const isNameless = (row: TableRow, known?: KnownNames): boolean =>
  isMissing(row.text('symbol')) && holdingCode(row, known) === null;

/** Kinds of what a company owes, or has beside its common stock: its name alone is then not its ticker. */
const DEBT = /bond|fixed|note|debt|debenture|treasur|municipal|certificate|loan|preferred|option|warrant|right/i;

/** Kinds of what is kept with a company and is no share of it. */
const ACCOUNT = /account|cash|saving|checking|deposit|bank|card|insurance|pension|401|\bira\b/i;

/** A price of six figures: the class of a share that fewer people hold, as Berkshire Hathaway's class A. */
const DEAR = /^(?:\d[.,]?){6,}$/;

/** The Thrift Savings Plan's funds for a year: L 2045. */
const LIFECYCLE = /^L \d{4}$/;

/** AJ Bell writes the exchange and the ticker behind the name. */
const LISTED = /\((?:LSE|LON|NYSE|NASDAQ|ASX|TSX|XETRA|AMS|EPA):\s?([A-Z0-9]{1,10})\)\s*$/;

/** What a name of one word would be taken for. */
const TICKER_LIKE = /^[A-Z]{1,6}$/;
const LONGEST_NAME = 200;
const ISIN_LENGTH = 12;

/** The column of names stands for the symbol, for there is no other. */
export function isNameAlone({ section: { columns, rows }, text }: TableRow): boolean {
  const place = columns.positions.get('symbol');
  if (place === undefined || place !== columns.positions.get('name')) return false;
  // Among names in small letters one in capitals is a ticker: Apple Inc, VTI.
  const stated = text('symbol');
  return (
    !looksLikeSymbol(stated) ||
    (!isKnownTicker(stated) && !rows.some(({ cells }) => /\p{Ll}{2}/u.test(cells[place] ?? '')))
  );
}

function withTicker({ code, from }: SecurityCode, row: TableRow): SecurityCode {
  const ticker = tickerOf(code, row.text('name'));
  return ticker === null ? { code, from } : { code: ticker, from, stands: code };
}

/** Of a long name its end, where the coupon and the day stand that tell one bond of an issuer from another, behind a mark of the whole. */
function joined(text: string): string {
  const whole = text.trim().replace(/[^A-Za-z0-9./]+/g, '-').replace(/^[^A-Za-z0-9]+/, ''); // prettier-ignore
  if (whole.length <= LONGEST) return whole;
  const mark = markOf(whole.toUpperCase());
  return `${mark}-${whole.slice(-(LONGEST - 1 - mark.length)).replace(/^[^A-Za-z0-9]+/, '')}`;
}
