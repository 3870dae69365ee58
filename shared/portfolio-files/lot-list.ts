import type { Field } from './column-names.ts';
import { quotation } from './file-problem.ts';
import { isMissing } from './missing-text.ts';
import type { CellReader } from './read-cells.ts';
import type { TableRow } from './table-row.ts';
import { readAction } from './transactions/transaction-kind.ts';

/** Headers of a price of today. No list of trades has one beside what was paid. */
const TODAYS_PRICE = /^(?:current|last|latest|market)\W*price$/i;
const PAID = /^(?:purchase|buy|average purchase)\W*price$|^price\W*paid$/i;

/**
 * The columns of a table of holdings that lists each purchase, as Yahoo Finance exports a portfolio: it has the day of the
 * trade, and often "BUY", but beside what was paid a price of today. Null for every other table.
 */
export function lotColumns(
  headers: readonly string[],
  positions: ReadonlyMap<Field, number>,
): ReadonlyMap<Field, number> | null {
  const [paid, day] = [positions.get('costPerUnit'), positions.get('tradeDate')];
  const price = headers.findIndex((header) => TODAYS_PRICE.test(header));
  if (paid === undefined || day === undefined || price < 0 || !PAID.test(headers[paid] ?? '')) return null;
  const columns = new Map<Field, number>([...positions, ['price', price], ['acquired', day]]);
  columns.delete('tradeDate');
  return columns;
}

/** What Yahoo Finance writes in place of a ticker for money that was paid in or out. */
const MONEY_MOVED = /^\$\$CASH/i;

/** Whether a row of such a table is a sale: it takes from the purchases of the same symbol. */
export const isSaleOfLots = (row: TableRow): boolean => readAction(row.text('action')) === 'sell';

/**
 * Whether a row of such a table is neither a purchase nor a sale. What is only watched, and money that came or went, is left
 * out with a note.
 */
export function isNoLot(row: TableRow, cells: CellReader): boolean {
  const [words, symbol] = [row.text('action'), row.text('symbol')];
  const did = words === '' ? 'buy' : readAction(words);
  if (did === 'sell') return false;
  const isLot = did === 'buy' || did === 'reinvestment' || did === 'transfer_in';
  if (MONEY_MOVED.test(symbol) || (did !== null && !isLot)) {
    const what = words === '' ? quotation(symbol) : `"${quotation(words)}" of ${quotation(symbol)}`;
    const column = words === '' ? 'symbol' : 'action';
    cells.note('left_out', column, `${what} is no holding and was left out; state cash as a line CASH`);
  } else if (did === null) {
    cells.problem('action', `"${quotation(words)}" is no purchase that Alex knows; list only what is held`);
  } else if (isMissing(row.text('quantity')) && isMissing(row.text('costPerUnit'))) {
    cells.note(
      'left_out',
      'quantity',
      `${quotation(symbol)} has no quantity and no purchase: it was taken as watched, not held`,
    );
  } else return false;
  return true;
}
