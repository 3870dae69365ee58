import type { Field } from '../column-names.ts';
import { readDate } from '../date-text.ts';
import { isMissing } from '../missing-text.ts';
import type { Row } from '../split-rows.ts';
import { isOptionAction } from './action-words.ts';
import { readAction } from './transaction-kind.ts';

/** The column of a table that says what each of its rows did, found by what stands in it. */
export interface TradeColumn {
  position: number;
  /** Something was sold in it: no list of what is held has that. */
  sells: boolean;
}

/** Rows under a header that are looked at. */
const LOOKED_AT = 50;
const LONGEST_WORDS = 80;
/** Fields whose cells are never what was done, whatever they look like: a ticker may be B, S or BUY. */
const NEVER: readonly Field[] = [
  ...(['symbol', 'quantity', 'price', 'costBasis', 'costPerUnit', 'marketValue', 'currency', 'identifier'] as const),
  ...(['amount', 'amountCurrency', 'fee', 'commission', 'account', 'accountNumber', 'accountType'] as const),
];
/** Letters that brokers abbreviate purchase and sale by: buy and sell; Kauf, koop; achat; compra; with Verkauf, vente, venta. */
const LETTERS: readonly (readonly [string, string])[] = [
  ['B', 'S'],
  ['K', 'V'],
  ['A', 'V'],
  ['C', 'V'],
];
/** A cell that begins so says a purchase or a sale, and is no name of a security. */
const TRADED =
  /^(?:ausführung |order |auftrag |wertpapier|you |market |limit |stop |recurring |advanced trade |trade )*(?:(?:re)?bought|buy|purchased?|sold|sell|sale|bot|sld|bto|btc|sto|stc|\w*(?:kauf|verkauf|ankauf)|koop|verkoop|aankoop|achat|vente|rachat|compra|venta|venda|acquisto|vendita|köp|sälj|kjøp|salg|køb)\b/i;

const textsIn = (rows: readonly Row[], position: number): string[] =>
  rows
    .slice(0, LOOKED_AT)
    .map(({ cells }) => (cells[position] ?? '').trim())
    .filter((text) => !isMissing(text));

const most = (some: readonly string[], all: readonly string[]): boolean => some.length * 2 > all.length;

/** A column that no header calls one of actions says of nearly each row what it did: a remark in some of them ("sell in 2027?") does not. */
const sayMost = (rows: readonly Row[], texts: readonly string[]): boolean =>
  texts.length * 2 > rows.slice(0, LOOKED_AT).filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1).length; // prettier-ignore

function reading(texts: readonly string[], isAction: boolean): { trades: number; sells: boolean } | null {
  if (texts.length === 0 || texts.some((text) => text.length > 400)) return null;
  const letters = LETTERS.find((pair) => texts.every((text) => pair.includes(text.toUpperCase())));
  if (letters !== undefined) {
    const sells = texts.some((text) => text.toUpperCase() === letters[1]);
    return texts.length > 1 || isAction ? { trades: texts.length, sells } : null;
  }
  const traded = texts.filter((text) => text.length <= LONGEST_WORDS && TRADED.test(text));
  // Beside purchases and sales a history lists dividends and transfers, which alone would say little.
  const known = texts.filter(
    (text) => isOptionAction(text) || (isAction ? readAction(text) !== null : tradedOrPlain(text)),
  );
  if (traded.length === 0 || !most(known, texts)) return null;
  return { trades: traded.length, sells: traded.some((text) => readAction(text) === 'sell') };
}

/** Of a column that is not headed as one of actions: short words alone, so that a name such as "Dividend Fund" is none. */
const tradedOrPlain = (text: string): boolean =>
  (text.length <= LONGEST_WORDS && TRADED.test(text)) ||
  (text.split(/\s+/).length <= 3 && readAction(text) !== null && !/\b(?:fund|etf|trust|inc|corp)\b/i.test(text));

/**
 * The column whose cells mostly say bought and sold, in any language that is read and whatever its header; null where there is
 * none. One that is headed as actions comes first, then the one with the most purchases and sales.
 */
export function tradeColumn(
  headers: readonly string[],
  positions: ReadonlyMap<Field, number>,
  below: readonly Row[],
): TradeColumn | null {
  const headed = positions.get('action');
  const never = new Set(NEVER.map((field) => positions.get(field)));
  const found = headers.flatMap((_, position) => {
    const isAction = position === headed;
    const texts = never.has(position) ? [] : textsIn(below, position);
    const isOfRemarks = !isAction && (!sayMost(below, texts) || (position === positions.get('notes') && !isDated(positions))); // prettier-ignore
    const read = isOfRemarks ? null : reading(texts, isAction);
    return read === null ? [] : [{ position, sells: read.sells, weight: read.trades + (isAction ? LOOKED_AT : 0) }];
  });
  const best = found.toSorted((a, b) => b.weight - a.weight)[0];
  return best === undefined ? null : { position: best.position, sells: found.some(({ sells }) => sells) };
}

const isDated = (positions: ReadonlyMap<Field, number>): boolean =>
  (['tradeDate', 'priceDate', 'acquired'] as const).some((field) => positions.has(field));

const OTHER_DAY = /settle|valuta|value date|expir|matur|payment|record/i;

/** The column of days of a table that heads none as such: the first whose cells mostly are dates; -1 where there is none. */
export function dayColumn(headers: readonly string[], taken: Iterable<number>, below: readonly Row[]): number {
  const used = new Set(taken);
  const isDay = (text: string): boolean => readDate(text, 'mdy') !== null || readDate(text, 'dmy') !== null;
  const days = headers.flatMap((_, position) => {
    const texts = used.has(position) ? [] : textsIn(below, position);
    return most(texts.filter(isDay), texts) ? [position] : [];
  });
  return days.find((position) => !OTHER_DAY.test(headers[position] ?? '')) ?? days[0] ?? -1;
}
