import {
  fieldOf,
  isIdentifierHeader,
  isTimeHeader,
  isTradeHeader,
  mayHoldTickers,
  type Field,
} from './column-names.ts';
import { accountInName } from './account-in-name.ts';
import { accountSectionColumn } from './account-section-column.ts';
import { accountTypeColumn } from './account-type-column.ts';
import { accountColumns, takeAccounts, type AccountColumns } from './account-columns.ts';
import { BALANCE, guessColumns, guessValues, takeEquity, takeNow } from './column-guesses.ts';
import { settleAccountValue, settleCurrency } from './currency-column.ts';
import { isNotVested } from './column-times.ts';
import { isCurrencyCode } from './currency-text.ts';
import { readDate } from './date-text.ts';
import { looseFields, type Rivals } from './loose-headers.ts';
import { lotColumns } from './lot-list.ts';
import { isMissing } from './missing-text.ts';
import { settlePaid } from './paid-prices.ts';
import { settlePlainDate } from './plain-date.ts';
import { plannedTrades } from './planned-trades.ts';
import type { Row } from './split-rows.ts';
import { sellPriceOfToday } from './sold-lines.ts';
import { looksLikeSymbol } from './symbol-text.ts';
import { dayColumn, tradeColumn } from './transactions/trade-column.ts';

/** Where each field stands in a table's rows. */
export interface ColumnMap {
  headers: string[];
  positions: ReadonlyMap<Field, number>;
  /** It lists trades, not what is held. */
  trades: boolean;
  /** Each of its rows is one purchase of what is held. */
  lots: boolean;
  /** It lists trades and no column says what each was, but the sign of the quantity does, or the minus of all that was paid. */
  signed: boolean;
  /** It says what each of its lines is worth, and not how many are held. */
  valued: boolean;
  /** Columns that may hold one field, of different times perhaps; see `settle-rivals.ts`. */
  rivals: ReadonlyMap<Field, Rivals>;
  /** Columns that each hold one field of one account; null where there are none. */
  accounts: AccountColumns | null;
}

/** Rows under a header that are looked at to see whether a column holds tickers. */
const LOOKED_AT = 20;
/** What stands in such a column and is neither a ticker nor a name. */
const NO_HOLDING = /^\W*(?:cash|(?:sub)?totals?)\b/i;
const ISIN = /^[A-Z]{2}[A-Z0-9]{9}\d$/;
const COUNT = /^[\d.,'’\s]*\d$/;
/** The share of them that has to. */
const MOST = 0.8;

/** The column of tickers that is headed as one of names might be ("Stock", "Security"); -1 where there is none. */
const tickersIn = (headers: readonly string[], below: readonly Row[]): number =>
  headers.findIndex((header, position) => mayHoldTickers(header) && areTickers(below, position));

function areTickers(below: readonly Row[], position: number): boolean {
  const texts = below
    .slice(0, LOOKED_AT)
    .map(({ cells }) => (cells[position] ?? '').trim())
    .filter((text) => text !== '' && !NO_HOLDING.test(text));
  const tickers = texts.filter((text) => looksLikeSymbol(text) || ISIN.test(text));
  return tickers.length > 0 && tickers.length >= texts.length * MOST;
}

/** Headers of what is held in one file, and in the next of how much of it, or of what was put into it. */
const HELD_OR_HOW_MUCH = /^(?:(?:current )?(?:holdings?|positions?)|equity|investments?|assets?)$/i;
const FIGURE = /^[^\p{L}]*\d[^\p{L}]*$/u;

/** Whether nearly all that stands in a column has the form. */
function areMostly(below: readonly Row[], position: number, form: RegExp): boolean {
  const filled = below.map(({ cells }) => (cells[position] ?? '').trim()).filter((text) => text !== '');
  const fit = filled.filter((text) => form.test(text));
  return fit.length > 0 && fit.length >= filled.length * MOST;
}

/**
 * The headers by what stands below them: "Position" says how many at one broker, and what is held in sheets of people's own; and beside
 * another column that says what is held, figures under "Holding" are no names, whatever they are: that header is left empty.
 */
function byTheirCells(headers: readonly string[], below: () => readonly Row[]): readonly string[] {
  const figures = headers.flatMap((header, at) =>
    HELD_OR_HOW_MUCH.test(header) && areMostly(below(), at, FIGURE) ? [at] : [],
  );
  const isNaming = (header: string, at: number): boolean =>
    !figures.includes(at) && ['symbol', 'name'].includes(fieldOf(header)?.field ?? '');
  const isNamed = headers.some(isNaming);
  const hasSymbols = headers.some((header) => fieldOf(header)?.field === 'symbol');
  return headers.map((header, at) => {
    if (figures.includes(at)) return isNamed && fieldOf(header)?.field === 'name' ? '' : header;
    return !hasSymbols && /^positions?$/i.test(header) && areTickers(below(), at) ? 'Symbol' : header;
  });
}

/** The column of numbers that is headed as one of names may be: "Holdings" of coins; -1 where there is none. */
const countsIn = (headers: readonly string[], below: () => readonly Row[]): number =>
  headers.findIndex(
    (header, at) => /^(?:current )?(?:holdings?|positions?)$/i.test(header) && areMostly(below(), at, COUNT),
  );

/** Takes such a column for how many there are, where no other says that. */
function takeCounts(headers: readonly string[], positions: Map<Field, number>, below: () => readonly Row[]): void {
  const counts = positions.has('quantity') ? -1 : countsIn(headers, below);
  if (counts < 0) return;
  if (positions.get('name') === counts) positions.delete('name');
  positions.set('quantity', counts);
}

/** The column "Vested" of how many shares are their owner's already, beside their price or those that are not; -1 where there is none. */
function vestedIn(
  headers: readonly string[],
  positions: ReadonlyMap<Field, number>,
  below: () => readonly Row[],
): number {
  const place = headers.findIndex((header) => /^(?:total )?vested(?: to date)?$/i.test(header));
  // A plan says how much money of a balance has vested.
  const isMoney = headers.some((header) => /\bbalance\b/i.test(header));
  const isCounted = !isMoney && (headers.some(isNotVested) || !positions.has('marketValue'));
  if (place < 0 || !positions.has('price') || !isCounted) return -1;
  const filled = below().flatMap(({ cells }) => (isMissing(cells[place] ?? '') ? [] : [(cells[place] ?? '').trim()]));
  return filled.length > 0 && filled.every((text) => COUNT.test(text) || NO_HOLDING.test(text)) ? place : -1;
}

/** What a table has to tell beside names and quantities to be one of holdings. */
const PRICED: readonly Field[] = ['price', 'marketValue'];
const HOW_MUCH: readonly Field[] = ['quantity', 'price', 'amount', 'marketValue'];

/**
 * Reads a row as a header. Any row can be read so; see `has` for whether it makes sense as one. The rows `below` tell whether a
 * column that may hold names or tickers holds tickers, where no other does, and whether one says what was bought and sold.
 */
export function columnMap(cells: readonly string[], below: () => readonly Row[] = () => []): ColumnMap {
  const headers = cells.map((cell) => cell.trim().replace(/\s+/g, ' '));
  const meant = byTheirCells(headers, below);
  const { positions, alike } = namedColumns(meant);
  const rivals = looseFields(meant, positions, alike);
  takeLastPrice(headers, positions);
  takeEquity(headers, positions, below);
  takeCounts(headers, positions, below);
  takeNow(headers, positions, below);
  if (!positions.has('symbol') && HOW_MUCH.some((field) => positions.has(field))) {
    const counts = positions.get('quantity');
    // How many there are of a thing is not its ticker as well.
    const position = tickersIn(
      meant.map((header, at) => (at === counts ? '' : header)),
      below(),
    );
    if (position >= 0) {
      if (positions.get('name') === position) positions.delete('name');
      positions.set('symbol', position);
    }
  }
  // A statement of a 401(k) names its trusts and has no tickers.
  const named = positions.get('name');
  const isPriced = PRICED.some((field) => positions.has(field)) || headers.some((header) => BALANCE.test(header));
  if (!positions.has('symbol') && named !== undefined && positions.has('quantity') && isPriced) {
    positions.set('symbol', named);
  }
  const time = headers.findIndex(isTimeHeader);
  if (time >= 0 && !positions.has('tradeDate') && !positions.has('priceDate')) positions.set('tradeDate', time);
  const ticker = positions.get('symbol');
  const identifier = headers.findIndex((header, position) => position !== ticker && isIdentifierHeader(header));
  if (ticker !== undefined && identifier >= 0) positions.set('identifier', identifier);
  const vested = positions.has('quantity') ? -1 : vestedIn(headers, positions, below);
  if (vested >= 0) positions.set('quantity', vested);
  guessColumns(headers, positions, below);
  settleAcquired(headers, positions, below);
  const planned = plannedTrades(headers, positions, below);
  if (positions.get('action') === planned) positions.delete('action');
  const said = planned < 0 && settleTrades(headers, positions, below);
  const lots = lotColumns(headers, positions);
  const paid = said ? -1 : tradePriceOfHeld(headers, positions);
  const isOfTrades = headers.some((header, at) => at !== paid && at !== planned && isTradeHeader(header));
  const trades = lots === null && (said || isOfTrades);
  if (paid >= 0 && !trades && !positions.has('costBasis') && !positions.has('costPerUnit')) {
    positions.set('costPerUnit', paid);
  }
  const money = positions.get('currency');
  // "Valuta" is the currency in Dutch and the day of value in German.
  if (money !== undefined && holdsDates(money, below())) positions.delete('currency');
  settleNameless(headers, positions, below);
  settleAccounts(headers, positions, below);
  const accounts = trades || lots !== null ? null : accountColumns(headers, positions, below);
  if (accounts !== null) takeAccounts(accounts, positions, headers.length);
  settleAccountsOfNames(positions, below);
  const parts = trades ? -1 : accountSectionColumn(headers, positions, below);
  if (parts >= 0) positions.set('account', parts);
  const valued = !trades && lots === null && guessValues(headers, positions, below);
  const isHeld = valued || (!trades && lots === null && positions.has('symbol') && positions.has('quantity'));
  if (isHeld) settlePlainDate(headers, positions, below);
  if (isHeld) settlePaid(headers, positions, below);
  if (isHeld) settleAccountType(headers, positions, below);
  if (isHeld) settleCurrency(headers, positions, below());
  if (isHeld) settleAccountValue(headers, positions, below());
  if (trades) settleTradePrice(headers, positions);
  if (trades) settleAmount(positions);
  const kind = positions.get('action');
  // Freetrade: "Buy / Sell" of orders, and "Type" of all that happens.
  const beside = headers.findIndex((header, at) => at !== kind && /^(?:transaction |activity )?type$/i.test(header));
  const isFree = ![...positions.values()].includes(beside);
  if (trades && kind !== undefined && beside >= 0 && isFree) positions.set('actionBeside', beside);
  // "Type" of what is held: ETF, Stock, Bond.
  if (!trades && lots === null && kind !== undefined && !positions.has('instrumentType')) {
    positions.set('instrumentType', kind);
  }
  if (trades) settleNamelessAmount(headers, positions, below);
  const signed = trades && kind === undefined && saysBySigns(positions, below());
  return { headers, positions: lots ?? positions, trades, lots: lots !== null, signed, valued, rivals, accounts };
}

/** "Accounts" may say in how many of them something is held: its cells are small counts then, and name none. */
function settleAccounts(headers: readonly string[], positions: Map<Field, number>, below: () => readonly Row[]): void {
  const at = positions.get('account') ?? -1;
  if (!/^accounts$/i.test((headers[at] ?? '').trim())) return;
  if (below().every(({ cells }) => /^(?:\d{1,2})?$/.test((cells[at] ?? '').trim()))) positions.delete('account');
}

/** "Account, Value" is a list of what is held where its accounts' names say that: "401k (Target 2045)". */
function settleAccountsOfNames(positions: Map<Field, number>, below: () => readonly Row[]): void {
  const at = positions.get('account');
  if (at === undefined || positions.has('symbol') || positions.has('name')) return;
  if (!below().some(({ cells }) => (accountInName((cells[at] ?? '').trim())?.held ?? null) !== null)) return;
  positions.delete('account');
  positions.set('symbol', at);
}

/** "Type" of what is held is that of accounts where its cells say so: 401k, Roth IRA, Taxable. */
function settleAccountType(
  headers: readonly string[],
  positions: Map<Field, number>,
  below: () => readonly Row[],
): void {
  const place = positions.has('accountType') ? -1 : accountTypeColumn(headers, below());
  if (place < 0) return;
  for (const [field, position] of positions) if (position === place) positions.delete(field);
  positions.set('accountType', place);
}

/** Headers of what one is worth at this moment, which is of no use beside a trade. */
const PRICE_OF_NOW = /^(?:mark|last|(?:mark|last|current|market|latest|closing) price|ltp)$/i;

/**
 * The column "Trade Price" of what is held: beside another price, a value or a price of now, and no day, it is what was paid (tastytrade,
 * thinkorswim); else -1.
 */
function tradePriceOfHeld(headers: readonly string[], positions: ReadonlyMap<Field, number>): number {
  const price = positions.get('price');
  const isDated = positions.has('tradeDate') || positions.has('priceDate');
  if (price === undefined || isDated) return -1;
  if (!positions.has('marketValue') && !PRICE_OF_NOW.test(headers[price] ?? '')) return -1;
  return headers.findIndex((header, at) => at !== price && /^trade price$/i.test(header));
}

/** What was paid in a trade is its price, and not what one is worth at this moment. */
function settleTradePrice(headers: readonly string[], positions: Map<Field, number>): void {
  const paid = headers.findIndex((header) => /^trade price$/i.test(header));
  if (paid >= 0 && PRICE_OF_NOW.test(headers[positions.get('price') ?? -1] ?? '')) positions.set('price', paid);
}

/** Where no column has a price or a value of today, the one of yesterday's close is the newest that there is (Zerodha), or what a fund could be sold for. */
function takeLastPrice(headers: readonly string[], positions: Map<Field, number>): void {
  const previous = headers.findIndex((header) => /^prev(?:ious|\.)? clos(?:e|ing)(?: price)?$/i.test(header));
  const place = Math.max(previous, sellPriceOfToday(headers, positions));
  if (place >= 0 && !PRICED.some((field) => positions.has(field))) positions.set('price', place);
}

/** "Bought" and "Purchased" are the day of a purchase where days stand below, and elsewhere how many or for how much. */
function settleAcquired(headers: readonly string[], positions: Map<Field, number>, below: () => readonly Row[]): void {
  const place = positions.get('acquired') ?? -1;
  if (!/^(?:bought|purchased|acquired|opened)$/i.test(headers[place] ?? '')) return;
  const texts = below().map(({ cells }) => (cells[place] ?? '').trim());
  if (texts.some((text) => /\d/.test(text)) && !texts.some(isDay)) positions.delete('acquired');
}

const BELOW_ZERO = /^\s*(?:[-−–]\s*\W{0,3}\d|\()/;

/** Whether signs say what was bought and sold: a quantity below zero was sold, and where there is none all is bought that was paid for. */
function saysBySigns(positions: ReadonlyMap<Field, number>, rows: readonly Row[]): boolean {
  const [quantity = -1, amount = -1] = [positions.get('quantity'), positions.get('amount')];
  const all = rows.map(({ cells }) => ({ count: cells[quantity] ?? '', paid: cells[amount] ?? '' }));
  if (all.some(({ count }) => /^\s*[-−–]\s*\d/.test(count))) return true;
  const moved = all.filter(({ paid }) => /[1-9]/.test(paid));
  return moved.length > 0 && moved.every(({ count, paid }) => /[1-9]/.test(count) && BELOW_ZERO.test(paid));
}

const isDay = (text: string): boolean => readDate(text, 'dmy') !== null || readDate(text, 'mdy') !== null;

const holdsDates = (position: number, rows: readonly Row[]): boolean => {
  const texts = rows.map(({ cells }) => (cells[position] ?? '').trim()).filter((text) => text !== '');
  return texts.length > 0 && texts.every(isDay);
};

/** In a list of trades the value of a line is what it did to cash, and an amount beside such a value is how many. */
function settleAmount(positions: Map<Field, number>): void {
  const [value, amount] = [positions.get('marketValue'), positions.get('amount')];
  if (value === undefined) return;
  if (amount !== undefined && !positions.has('quantity') && positions.has('price')) positions.set('quantity', amount);
  else if (amount !== undefined) return;
  positions.set('amount', value);
  positions.delete('marketValue');
}

/** A column without a name behind the price, in which currencies stand, is that of the price. */
function settleNameless(headers: readonly string[], positions: Map<Field, number>, below: () => readonly Row[]): void {
  const place = (positions.get('price') ?? -2) + 1;
  if (positions.has('currency') || headers[place] !== '') return;
  if (areCodes(below(), place)) positions.set('currency', place);
}

/** Whether all that stands in a column are currencies. */
function areCodes(rows: readonly Row[], place: number): boolean {
  const filled = rows.map(({ cells }) => (cells[place] ?? '').trim()).filter((code) => code !== '');
  return filled.length > 0 && filled.every(isCurrencyCode);
}

/** The same behind the amounts of a list of trades (DEGIRO, flatex): what was paid may be in another currency than the price. */
function settleNamelessAmount(
  headers: readonly string[],
  positions: Map<Field, number>,
  below: () => readonly Row[],
): void {
  const place = (positions.get('amount') ?? -2) + 1;
  if (positions.has('amountCurrency') || headers[place] !== '') return;
  if (areCodes(below(), place)) positions.set('amountCurrency', place);
}

/** The columns whose headers name a field; of several the one whose name ranks first, and all whose names do. */
function namedColumns(headers: readonly string[]) {
  const best = new Map<Field, { position: number; rank: number }>();
  const alike = new Map<Field, number[]>();
  headers.forEach((header, position) => {
    const place = fieldOf(header);
    if (place === null) return;
    const known = best.get(place.field);
    if (known === undefined || place.rank < known.rank) {
      best.set(place.field, { position, rank: place.rank });
      alike.set(place.field, [position]);
    } else if (place.rank === known.rank) alike.get(place.field)?.push(position);
  });
  return { positions: new Map([...best].map(([field, { position }]) => [field, position])), alike };
}

/**
 * Whether a table lists trades, by what stands in it: whatever its header, a column whose cells say bought and sold is that of
 * what was done. Without days or sales, beside the value of today, purchases are what is held ("Buy" of open positions).
 */
function settleTrades(headers: readonly string[], positions: Map<Field, number>, below: () => readonly Row[]): boolean {
  const isHeader = positions.size >= 2 && HOW_MUCH.some((field) => positions.has(field));
  const rows = isHeader ? below() : [];
  const trade = rows.length === 0 ? null : tradeColumn(headers, positions, rows);
  if (trade === null) return false;
  for (const [field, position] of positions) if (position === trade.position) positions.delete(field);
  positions.set('action', trade.position);
  const isDated = (): boolean => positions.has('tradeDate') || positions.has('priceDate');
  if (!isDated() && !positions.has('acquired')) {
    const day = dayColumn(headers, positions.values(), rows);
    if (day >= 0) positions.set('tradeDate', day);
  }
  return trade.sells || isDated() || !positions.has('marketValue');
}

export const has = ({ positions }: ColumnMap, fields: readonly Field[]): boolean =>
  fields.every((field) => positions.has(field));
