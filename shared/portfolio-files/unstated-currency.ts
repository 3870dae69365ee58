import type { Position } from '../schemas/portfolio.ts';
import { canonical, product, shifted } from './decimal-number.ts';
import { isHeaderAbroad, type Field } from './column-names.ts';
import type { DecimalMark } from './decimal-mark.ts';
import {
  dollarLine,
  exchangesIn,
  marketCurrency,
  otherDollars,
  saysAmericanDollars,
  type DollarLine,
} from './dollar-country.ts';
import { currencyAtEnd } from './currency-mentions.ts';
import { isWrittenWithDollar } from './currency-text.ts';
import { quotation } from './file-problem.ts';
import { EUROPEAN_FORMS } from './european-fund.ts';
import type { Findings } from './findings.ts';
import { isIsinAbroad, isOfLondon, listingCurrency } from './listing-currency.ts';
import type { Table } from './find-sections.ts';
import type { InputFile } from './input-file.ts';
import type { Row } from './split-rows.ts';
import { isKnownTicker } from './known-codes.ts';
import { isAmountAlone } from './household-line.ts';
import { isMissing } from './missing-text.ts';
import type { CellReader } from './read-cells.ts';
import { looksLikeSymbol, readSymbol } from './symbol-text.ts';
import type { TableRow } from './table-row.ts';
import { isCoin } from './transactions/coin-names.ts';
import type { StatedRow } from './transactions/read-transaction.ts';

/** What of a line that was taken to be in dollars speaks against that. */
interface InDollars {
  symbol: string;
  /** A code that is not American; null where there is none. */
  doubt: string | null;
  /** Whether the symbol, the name or the account is of a kind that is not surely American. */
  isStrange: boolean;
  /** Whether it is a fund of Europe's exchanges, by its ticker or its name. */
  isEuropean: boolean;
}

/** How the currency of a position was settled whose row and file state none. */
export interface UnstatedCurrency extends InDollars {
  /** `listing`: by the exchange that its ticker names; `market`: by the country that a column names; `assumed`: taken to be dollars. */
  by: 'listing' | 'market' | 'assumed';
  currency: string;
  line: number;
  /** What its row says of where it is traded. */
  dollars: DollarLine;
  /** Whether its amounts have the sign "$", which is many countries'. */
  hasSign: boolean;
}

/** What is known of where things are traded. */
type KnownListings = Pick<InputFile, 'isOfEurope' | 'nameOf'>;

/** Share by which a value may miss quantity times price. */
const TOLERANCE = 0.01;

/** A mutual fund, which only America gives five letters ending in X, or a class of shares as it is written there. */
const AMERICAN_TICKER = /^[A-Z]{4}X\**$|^[A-Z]{1,4}[./-][AB]$|^[A-Z]{1,5}-USD$/;
const AMERICAN_NAME =
  /\b(?:vanguard|fidelity|schwab|spdr|ishares|t\.? rowe|pimco|invesco|inc|incorporated|corp|corporation|co|company|com|s&p|us|u\.s|usa|treas\w*|united states)\b|\d\s?%/i;
const AMERICAN_ACCOUNT = /\b(?:ira|roth|401 ?\(?k\)?|403 ?\(?b\)?|457|529|hsa|tod|tsp|utma|ugma)\b/i;
const TICKER = /^(?:[A-Z][A-Z0-9&-]*|\d{3,6})$/;

/** So many tickers of a file are named in doubt. */
const TOLD = 3;

/** Whether a row has a ticker that nothing shows to be an American one; those that Alex comes with by a plain ticker are. */
function isStrange(row: TableRow, { nameOf, isOfEurope }: KnownListings): boolean {
  const symbol = row.text('symbol');
  // BRKB is BRK.B.
  const read = readSymbol(symbol) ?? symbol;
  if (nameOf !== undefined && nameOf(read) !== null && isOfEurope?.(read) !== true) return false;
  if (!TICKER.test(symbol) || isKnownTicker(symbol) || isCoin(symbol) || AMERICAN_TICKER.test(symbol)) return false;
  const account = `${row.text('account')} ${row.text('accountType')}`.replaceAll('_', ' ');
  return !AMERICAN_NAME.test(row.text('name')) && !AMERICAN_ACCOUNT.test(account);
}

const EUROPEAN_NAME = new RegExp(`\\b(?:${EUROPEAN_FORMS})\\b`, 'i');

/** Whether a row is a fund that is traded in Europe, in several currencies and in London in pence. */
const isEuropean = (row: TableRow, { isOfEurope }: KnownListings): boolean =>
  EUROPEAN_NAME.test(row.text('name')) || isOfEurope?.(row.text('symbol').toUpperCase()) === true;

/** Headers of Indian and British brokers, and of apps of Europe, that no American one writes. */
const HEADER_OF_OTHERS =
  /^(?:ltp|cur\.? ?val(?:ue)?\.?|net chg\.?|day chg\.?|scrip(?: name)?|trading ?symbol|nse(?: code| symbol)?|bse(?: code)?|asx code|epic|tidm|sedol|slice|owned quantity|book cost)$/i;

/** Exchanges of India, Britain, Europe and Japan as a column of them has them, by their names, codes and the codes of DEGIRO; those where dollars are traded are in `dollar-country.ts`. */
const EXCHANGE_ABROAD =
  /^(?:X?NSE|X?BSE|XBOM|MCX|LSE|XLON|LON|LONDON|AIM|XETRA?|XETR|XETA|IBIS2?|GETTEX|TRADEGATE|TDG|XGAT|X?FRA|FRANKFURT|EURONEXT|XPAR|EPA|PARIS|XAMS|AMS|EAM|AEB|EBR|XBRU|SBF|X?MIL|XMAD|BME|SIX|XSWX|SWX|EBS|XWBO|XSTO|XOSL|XCSE|XHEL|TYO|XTKS|JPX|KRX|XKRX)(?![\w/])/i;

/** What says dollars, in a header or in any cell. */
export const DOLLARS = /\$|\bUSD\b|\bUS ?dollars?\b/i;

/** Whether anything in a table says dollars. */
function saysDollars({ sections, preamble }: Pick<Table, 'sections' | 'preamble'>): boolean {
  const inRows = (rows: readonly Row[]): boolean => rows.some(({ cells }) => cells.some((cell) => DOLLARS.test(cell)));
  return (
    inRows(preamble) ||
    sections.some(({ columns, rows }) => columns.headers.some((header) => DOLLARS.test(header)) || inRows(rows))
  );
}

const AMOUNTS: readonly Field[] = ['price', 'marketValue', 'costBasis', 'costPerUnit'];

/** Whether nothing in a row, nor the headers of its amounts, says what currency it is in, but for the sign of many dollars. */
function isUnstated(row: TableRow, cells: CellReader): boolean {
  if (cells.currency().from !== null) return false;
  return AMOUNTS.every((field) => {
    const text = row.text(field).replace('$', '');
    return isMissing(text) || !/[\p{Sc}\p{L}]/u.test(text);
  });
}

/**
 * The position in the currency that its listing tells, where the file states none: SAP.DE is quoted in euros. What London quotes
 * in pence or pounds is known by the value beside it, and has no price where there is none, as a hundredfold error is worse than
 * a gap. All else is taken to be in dollars.
 */
export function withListingCurrency(
  position: Position,
  row: TableRow,
  cells: CellReader,
  file: KnownListings,
): { position: Position; unstated: UnstatedCurrency | null } {
  if (!isUnstated(row, cells)) return { position, unstated: null };
  const { symbol } = position;
  const byTicker = listingCurrency(symbol);
  const listed = byTicker ?? marketCurrency(row, symbol);
  const hasSign = AMOUNTS.some((field) => row.text(field).includes('$'));
  const [line, dollars] = [row.line('symbol'), dollarLine(row, symbol)];
  const common = { symbol, line, dollars, hasSign, doubt: null, isStrange: false, isEuropean: false };
  if (listed !== null && (!hasSign || isWrittenWithDollar(listed))) {
    return {
      position: { ...position, currency: listed },
      unstated: { ...common, by: byTicker === null ? 'market' : 'listing', currency: listed },
    };
  }
  if (position.price === undefined && position.costBasis === undefined) return { position, unstated: null };
  const named = currencyAtEndOf(row, hasSign);
  if (named !== null) return { position: inNamed(position, row, cells, named), unstated: null };
  if (hasSign) return { position, unstated: { ...common, by: 'assumed', currency: 'USD' } };
  if (isOfLondon(symbol)) return { position: inLondon(position, row, cells), unstated: null };
  return { position, unstated: { ...common, ...inDollars(row, symbol, file), by: 'assumed', currency: 'USD' } };
}

/** Money by another name than cash: a deposit, a certificate, a fund of the money market. */
const MONEY =
  /\b(?:cash|money|deposits?|cds?|certificates?|savings?|bills?|treasur(?:y|ies)|festgeld|tagesgeld|dépôts?)\b/i;

/** The foreign currency that the name of what has no ticker ends with: "Money market (GBP)". */
function currencyAtEndOf(row: TableRow, hasSign: boolean): string | null {
  const symbol = row.text('symbol');
  if (!isMissing(symbol) && looksLikeSymbol(symbol)) return null;
  const code = currencyAtEnd(isMissing(symbol) ? row.text('name') : symbol);
  return code === null || code === 'USD' || (hasSign && !isWrittenWithDollar(code)) ? null : code;
}

/** An amount of money in the currency that it is named by; of what is a fund or shares that may be the class, and is told as a doubt. */
function inNamed(position: Position, row: TableRow, cells: CellReader, code: string): Position {
  const label = quotation(isMissing(row.text('symbol')) ? row.text('name') : row.text('symbol'));
  const isMoney = isAmountAlone(row) && MONEY.test(label);
  const taken = `it was taken to be in ${isMoney ? code : position.currency}`;
  const remedy = 'a column Currency settles it';
  cells.note('unsure', 'price', `"${label}" names ${code}, and nothing else says what it is in: ${taken}; ${remedy}`);
  return isMoney ? { ...position, currency: code } : position;
}

const inDollars = (row: TableRow, symbol: string, file: KnownListings): InDollars => ({
  symbol,
  doubt: [symbol, row.text('identifier')].find(isIsinAbroad) ?? null,
  isStrange: isStrange(row, file),
  isEuropean: isEuropean(row, file),
});

function inLondon(position: Position, row: TableRow, cells: CellReader): Position {
  const { price, priceAsOf: _asOf, priceSource: _source, costBasis, ...held } = position;
  if (price === undefined) return { ...position, currency: 'GBP' };
  const value = Number(cells.number('marketValue')?.value ?? 0);
  const computed = Number(product(position.quantity, price));
  const fits = (by: number): boolean => value > 0 && Math.abs(computed / by - value) <= value * TOLERANCE;
  if (fits(100)) {
    const pence = (amount: string): string => canonical(shifted(amount, -2));
    const isTotal = !isMissing(row.text('costBasis'));
    cells.note('price', 'price', `${position.symbol} is listed in London; its price was read as pence, by the value`);
    return {
      ...position,
      currency: 'GBP',
      price: pence(price),
      ...(costBasis !== undefined && { costBasis: isTotal ? costBasis : pence(costBasis) }),
    };
  }
  const remedy = 'a column Currency that says GBX, GBP or USD settles it';
  if (fits(1)) {
    cells.note(
      'unsure',
      'price',
      `${position.symbol} is listed in London, and nothing says in which currency; it was read as pounds: ${remedy}`,
    );
    return { ...position, currency: 'GBP' };
  }
  cells.note(
    'left_out',
    'price',
    `${position.symbol} is listed in London, which quotes in pence, pounds and dollars, and the file does not say which: the price ${price} was left out; ${remedy}`,
  );
  return { ...held, currency: 'GBP' };
}

/** What in a table speaks against the dollars that its lines were taken to be in; null where nothing does. */
function againstDollars(assumed: readonly InDollars[], table: Table, mark: DecimalMark): string | null {
  const code = assumed.find(({ doubt }) => doubt !== null)?.doubt ?? null;
  if (code !== null) return `${code} is no American code`;
  const headers = table.sections.flatMap(({ columns }) => columns.headers);
  const header = headers.find(isHeaderAbroad);
  if (header !== undefined) return `the column ${header} is in another language`;
  if (mark === ',') return 'its decimals are written with a comma';
  if (saysDollars(table)) return null;
  const foreign = headers.find((text) => HEADER_OF_OTHERS.test(text.trim()));
  if (foreign !== undefined) return `the column ${foreign} is not an American broker’s`;
  const exchange = exchangesIn(table.sections).find((text) => EXCHANGE_ABROAD.test(text));
  if (exchange !== undefined) return `it lists the exchange ${exchange}`;
  const european = assumed.find((one) => one.isEuropean);
  if (european !== undefined) return `${european.symbol} is a fund of Europe’s exchanges`;
  const bySymbol = [...new Map(assumed.map((one) => [one.symbol, one])).values()];
  const strange = bySymbol.filter((one) => one.isStrange);
  if (strange.length < 2 || strange.length * 2 <= bySymbol.length) return null;
  const told = strange.slice(0, TOLD).map(({ symbol }) => symbol);
  return `Alex does not know most of its tickers (${told.join(', ')}${strange.length > TOLD ? ', ...' : ''}) as American ones`;
}

/** Says once a file what currencies were settled by; of dollars, where something in the file speaks against them. */
export function noteUnstated(
  all: readonly UnstatedCurrency[],
  { table, mark, fileName }: { table: Table; mark: DecimalMark; fileName: string },
  findings: Findings,
): void {
  noteSettled(all, 'listing', 'the exchange that the ticker names', findings);
  noteSettled(all, 'market', 'the market that the line names', findings);
  const inDollars = all.filter(({ by }) => by === 'assumed');
  const lines = inDollars.map(({ dollars: of }) => of);
  const other = saysAmericanDollars(table) || lines.length === 0 ? null : otherDollars(lines, table, fileName);
  if (other !== null) {
    const but = inDollars.some(({ hasSign }) => hasSign) ? ' but “$”' : '';
    findings.note(
      'unsure',
      `the file states no currency${but}, so its prices were taken to be in US dollars, though ${other.sign}; if they are in ${other.called}, a column Currency that says ${other.code} settles it`,
    );
    return;
  }
  const assumed = inDollars.filter(({ hasSign }) => !hasSign);
  if (assumed.length === 0) return;
  const sign = againstDollars(assumed, table, mark);
  if (sign === null) return;
  findings.note(
    'unsure',
    `the file states no currency, so its prices were taken to be in US dollars, though ${sign}; a column Currency says otherwise (EUR, GBP, or GBX for pence)`,
  );
}

function noteSettled(
  all: readonly UnstatedCurrency[],
  how: UnstatedCurrency['by'],
  what: string,
  findings: Findings,
): void {
  const settled = all.filter(({ by }) => by === how);
  // Of lines in dollars and in another currency the latter is worth the word.
  const first = settled.find(({ currency }) => currency !== 'USD') ?? settled[0];
  if (first === undefined) return;
  const which = settled.length === 1 ? 'one line states' : `${settled.length} lines state`;
  const example = `taken by ${what}: ${first.symbol} in ${first.currency}`;
  findings.note('price', `${which} no currency (the first on line ${settled[0]?.line ?? first.line}); ${example}`);
}

/** A row of a list of transactions, and what it was read as. */
interface TradeRow {
  row: TableRow;
  stated: Pick<StatedRow, 'symbol' | 'isInDollarsUnsaid'>;
}

/** What is in an amount of money, where it has the sign of many dollars. */
const PAID: readonly Field[] = ['price', 'costPerUnit', 'amount', 'fee', 'commission'];

/** Says once a list of transactions that its trades were taken to be in US dollars, where no row says so and the file speaks against it. */
export function noteUnstatedTrades(
  rows: readonly TradeRow[],
  { table, mark, file }: { table: Table; mark: DecimalMark; file: Pick<InputFile, 'name'> & KnownListings },
  findings: Findings,
): void {
  const unstated = rows.flatMap(({ row, stated: { symbol, isInDollarsUnsaid } }) =>
    symbol === null || !isInDollarsUnsaid ? [] : [{ row, symbol }],
  );
  if (unstated.length === 0) return;
  const lines = unstated.map(({ row, symbol }) => dollarLine(row, symbol));
  const abroad = lines.find(({ symbol }) => listingCurrency(symbol) !== null);
  const other = saysAmericanDollars(table) ? null : otherDollars(lines, table, file.name);
  const plain = unstated.filter(({ row }) => !PAID.some((field) => row.text(field).includes('$')));
  const sign =
    abroad !== undefined
      ? `${abroad.symbol} is quoted in ${listingCurrency(abroad.symbol) ?? ''}`
      : (other?.sign ??
        againstDollars(
          plain.map(({ row, symbol }) => inDollars(row, symbol, file)),
          table,
          mark,
        ));
  if (plain.length === 0 && abroad === undefined && other === null) return;
  if (sign === null) return;
  const remedy = 'if they are in another currency, a column Currency settles it';
  findings.note('unsure', `its trades state no currency and were taken to be in US dollars, though ${sign}; ${remedy}`);
}
