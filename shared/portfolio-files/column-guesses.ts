import type { Field } from './column-names.ts';
import { guessCounts } from './count-columns.ts';
import { isKnownTicker } from './known-codes.ts';
import type { Row } from './split-rows.ts';

/** Where each field stands. */
export type Positions = Map<Field, number>;

const at = (headers: readonly string[], form: RegExp): number => headers.findIndex((header) => form.test(header));

/**
 * Columns whose headers mean one thing in one file and another in the next, by what stands beside them: "Amount" and "Balance"
 * are how many beside a symbol and a value, and the value beside a quantity.
 */
export function guessColumns(
  headers: readonly string[],
  positions: Positions,
  below: () => readonly Row[] = () => [],
): void {
  const isList = positions.has('action') || positions.has('tradeDate');
  if (isList) return;
  guessCounts(headers, positions, below);
  const money = at(headers, MONEY);
  const count = money < 0 ? at(headers, /^(?:amount|total|(?:(?:ending|closing) )?balance)$/i) : money;
  if (!positions.has('symbol') || count < 0) return;
  const isNumber = money < 0 && (positions.has('marketValue') || numbersCoins(headers, positions, count, below));
  if (!positions.has('quantity') && isNumber) positions.set('quantity', count);
  else if (positions.has('quantity') && !positions.has('marketValue')) positions.set('marketValue', count);
  else return;
  positions.delete('amount');
}

/** "Equity" above figures is what a line is worth (Robinhood), and above words what is held. */
export function takeEquity(headers: readonly string[], positions: Positions, below: () => readonly Row[]): void {
  const place = positions.has('marketValue') ? -1 : at(headers, /^(?:total |your )?equity$/i);
  if (place < 0) return;
  const texts = below().map(({ cells }) => (cells[place] ?? '').trim());
  const filled = texts.filter((text) => /[\p{L}\d]/u.test(text));
  if (filled.length === 0 || !filled.every((text) => /^[^\p{L}]*\d[^\p{L}]*$/u.test(text))) return;
  for (const [field, position] of positions) if (position === place) positions.delete(field);
  positions.set('marketValue', place);
}

const NOW = /^(?:now|current(?:ly)?|today)$/i;
const PAID_FOR_ONE = /price|\bat\b|\bper\b|each|unit/i;
const PAID_FOR_ALL = /total|invested|basis|value|all/i;
/** What costs so many times what was paid for one is rather what all of it is worth. */
const MOST_TIMES = 20;

/**
 * "Now" and "Current" alone, beside how many and what was paid: behind "Bought at" or "Purchase price" it is the price of one, and behind
 * "Total cost" what all of it is worth. "Cost" alone may be either, and says nothing.
 */
export function takeNow(headers: readonly string[], positions: Positions, below: () => readonly Row[]): void {
  const place = at(headers, NOW);
  const isStated = positions.has('price') || positions.has('marketValue') || !positions.has('quantity');
  if (place < 0 || isStated || [...positions.values()].includes(place)) return;
  const says = (column: number | undefined, form: RegExp): boolean => form.test(headers[column ?? -1] ?? '');
  const one = positions.get('costPerUnit');
  if (one !== undefined && says(one, PAID_FOR_ONE)) {
    const rows = below().map(({ cells }) => [place, one].map((column) => amountIn(cells[column] ?? '')));
    if (rows.some(([now = NaN, paid = NaN]) => now > 0 && now < paid * MOST_TIMES)) positions.set('price', place);
  } else if (says(positions.get('costBasis'), PAID_FOR_ALL)) positions.set('marketValue', place);
}

const amountIn = (text: string): number => numeral(text.replace(/[$€£\s]|,(?=\d{3}(?:\D|$))/g, ''));

const COIN = /^(?:coin|token|crypto(?:currency)?)s?$/i;
const ASSET = /^assets?$/i;
const numeral = (text: string): number => (/^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN);

/**
 * Whether "Amount" beside a price and no value says how many: of coins it does, and of assets where one of them costs more than its
 * amount, which would be less than a unit of it as money.
 */
function numbersCoins(headers: readonly string[], positions: Positions, count: number, below: () => readonly Row[]) {
  const [symbol, price] = [headers[positions.get('symbol') ?? -1] ?? '', positions.get('price')];
  if (price === undefined || !(COIN.test(symbol) || ASSET.test(symbol))) return false;
  const texts = below().map(({ cells }) => [count, price].map((at) => (cells[at] ?? '').trim()));
  if (areAmountsOfMoney(texts.map(([amount = '']) => amount))) return false;
  return COIN.test(symbol) || texts.some(([amount = '', of = '']) => numeral(amount) < numeral(of));
}

/** An amount of money by its header's sign or code: "Amount ($)", "$ Amount", "Total (USD)". */
const MONEY =
  /^(?:[$€£]\s?|(?:USD|EUR|GBP|CHF|CAD) )(?:amount|balance|total)$|^(?:amount|balance|total) (?:in )?\(?(?:[$€£]|USD|EUR|GBP|CHF|CAD|dollars|euros|pounds)\)?$/i;
const AMOUNT = /^(?:amount|total)$/i;
/** What is a worth beside the name of a fund, and a number of units beside a ticker or a coin. */
export const BALANCE = /^(?:(?:ending|closing|end|month-end|year-end) )?balance$/i;
const NAMES_FUNDS = /^(?:investments?|holdings?|funds?|securit(?:y|ies)|(?:fund|investment) (?:name|option))$/i;
/** Whether all that is written in a column has the sign of a currency. */
function areAmountsOfMoney(texts: readonly string[]): boolean {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '');
  return filled.length > 0 && filled.every((text) => /^[-−(]?\s?[$€£]/u.test(text));
}

/** What a household owns or owes, and never so many units of. */
const OF_A_HOUSEHOLD =
  /\b(?:checking|savings?(?! bonds?)|mortgage|loans?|credit cards?|40[13] ?\(?[kb]\)?|ira|hsa|529|pension|house|home|condo|rental|car|emergency fund|bank|months? cds?|certificates? of deposit|(?:i|ee)[- ]bonds?)\b/i;
const GROUPED = /^[-−(]?\d{1,3}(?:,\d{3})+(?:\.\d{2})?\)?$/;

/** Whether the figures of a list are money: by their signs, as most of them are written in thousands, or as a line of it can be nothing else. */
function saysMoney(texts: readonly string[], names: readonly string[]): boolean {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (areAmountsOfMoney(filled)) return true;
  // "DOGE, 10,000" are coins.
  const isMostlyGrouped = filled.filter((text) => GROUPED.test(text)).length * 2 > filled.length && names.some((name) => isKnownTicker(name.trim())); // prettier-ignore
  return filled.length > 0 && (isMostlyGrouped || names.some((name) => OF_A_HOUSEHOLD.test(name)));
}

/** Whether no figure is below a thousand, as amounts of money in funds are, and counts of shares seldom all are. */
function areSums(texts: readonly string[]): boolean {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '');
  return filled.length > 1 && filled.every((text) => /^\d{4,9}(?:\.\d{1,2})?$/.test(text));
}

/** Whether a column names one thing on two lines: beside days they may be of one value after another. */
function holdsTwice(rows: readonly Row[], place: number): boolean {
  const filled = rows.map(({ cells }) => (cells[place] ?? '').trim().toLowerCase()).filter((text) => text !== '');
  return new Set(filled).size < filled.length;
}

/**
 * Finds the two columns of a list that says what is held and what it is worth ("Asset, Value"; "Fund, Balance"), and nothing of how
 * many: the names stand for the symbols where there are none. False where the table is no such list. A list of days is one of what
 * happened, or of one value after another, and would be added up.
 */
export function guessValues(
  headers: readonly string[],
  positions: Positions,
  below: () => readonly Row[] = () => [],
): boolean {
  const names = positions.get('symbol') ?? positions.get('name');
  const isDated = positions.has('tradeDate') || at(headers, /^date$/i) >= 0;
  const isRepeated = positions.has('acquired') && names !== undefined && holdsTwice(below(), names);
  if (names === undefined || isDated || isRepeated || positions.has('quantity') || positions.has('price')) return false;
  const balance = at(headers, BALANCE);
  const isOfFunds = NAMES_FUNDS.test(headers[positions.get('name') ?? names] ?? '');
  const textsAt = (place: number): string[] => below().map(({ cells }) => cells[place] ?? '');
  const isMoney = isOfFunds || (balance >= 0 && saysMoney(textsAt(balance), textsAt(names)));
  const amount = at(headers, AMOUNT);
  const isOfMoney =
    amount >= 0 && (saysMoney(textsAt(amount), textsAt(names)) || (isOfFunds && areSums(textsAt(amount))));
  const stated = positions.get('marketValue') ?? -1;
  const worth = [stated, isMoney ? balance : -1, at(headers, MONEY), isOfMoney ? amount : -1].find(
    (place) => place >= 0 && place !== names,
  );
  if (worth === undefined) return false;
  positions.set('symbol', names);
  positions.set('marketValue', worth);
  if (positions.get('amount') === worth) positions.delete('amount');
  return true;
}
