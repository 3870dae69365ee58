import type { InputFile } from './input-file.ts';
import { priceSource } from './price-dates.ts';
import type { IsoDate } from '../schemas/decimal.ts';
import type { Position } from '../schemas/portfolio.ts';
import { canonical, product, shifted } from './decimal-number.ts';
import { nameWithKind } from './debt-security.ts';
import { isMissing } from './missing-text.ts';
import { quotation } from './file-problem.ts';
import type { CellReader } from './read-cells.ts';
import { readPrice } from './read-price.ts';
import { securityCode } from './security-code.ts';
import type { TableRow } from './table-row.ts';

const LONGEST_NAME = 200;

export interface PriceOrigin {
  file: InputFile;
  /** The date that the file states for prices whose row states none; null where it states none either. */
  statedDate: IsoDate | null;
}

function symbolOf(row: TableRow, cells: CellReader): string | null {
  const text = row.text('symbol');
  const found = securityCode(row);
  if (found !== null && found.from !== 'symbol') {
    const of = found.from === 'words' ? 'a code made of that' : `its ${row.header('identifier') ?? 'identifier'}`;
    const why = isMissing(text) ? 'there is no symbol' : `"${quotation(text)}" is not a ticker`;
    cells.note('reading', 'symbol', `${why}; the line is kept under ${of}, ${found.code}`);
  }
  if (found !== null) return found.code;
  const remedy = 'give it a short code of your own, such as MYFUND';
  if (isMissing(text)) {
    const name = row.text('name');
    cells.problem('symbol', `there is no symbol${name === '' ? '' : ` for "${quotation(name)}"`}; ${remedy}`);
  } else cells.problem('symbol', `"${quotation(text)}" is not a ticker such as VTI; correct it, or ${remedy}`);
  return null;
}

function quantityOf(row: TableRow, cells: CellReader): string | null {
  const read = cells.number('quantity');
  const quantity = read === null ? null : read?.value;
  if (quantity === undefined) return null;
  if (quantity === null) cells.problem('quantity', 'the quantity is missing');
  else if (quantity.startsWith('-')) {
    cells.problem('quantity', `${quantity} is negative; short positions are not supported`);
  } else if (quantity === '0') {
    const why =
      read?.vanished === true
        ? 'is smaller than the 0.00000001 that is the least Alex keeps (8 decimals); remove the line'
        : 'is zero; remove the line of what is no longer held';
    cells.problem('quantity', `"${quotation(row.text('quantity'))}" ${why}`);
  } else return quantity;
  return null;
}

/**
 * What was paid for the whole holding: the total, or the cost of one unit times the quantity. In another currency than the
 * holding's it is no cost that a gain could be reckoned from, and left out.
 */
function costOf(
  cells: CellReader,
  { quantity, currency, perUnit }: { quantity: string | null; currency: string; perUnit: 1 | 100 },
): string | null {
  const total = cells.number('costBasis');
  const each = cells.number('costPerUnit');
  // What a bond cost is stated for 100 of face value where its price is.
  const one = each && perUnit === 100 && Number(each.value) >= 2 ? canonical(shifted(each.value, -2)) : each?.value;
  const cost = total?.value ?? (one !== undefined && quantity !== null ? product(one, quantity) : null);
  const field = total ? 'costBasis' : 'costPerUnit';
  const stated = total ? total.currency : (each?.currency ?? null);
  if (cost?.startsWith('-') === true) cells.problem(field, `the cost is negative (${cost})`);
  else if (stated === null || stated === currency) return cost;
  else {
    const why = `the cost is in ${stated} and the holding in ${currency}`;
    cells.note('left_out', field, `${why}: the cost was left out, so there is no gain; state it in ${currency}`);
  }
  return null;
}

/** Its cost is stated for all of it, as its value is, and not for one unit. */
const hasTotalCost = (row: TableRow): boolean => !isMissing(row.text('costBasis'));

/** One position from its row; null, with problems, where anything in it is wrong. */
export function readPosition(row: TableRow, cells: CellReader, { file, statedDate }: PriceOrigin): Position | null {
  const symbol = symbolOf(row, cells);
  const quantity = quantityOf(row, cells);
  const { price, currency: inCell, forAHundred, valueIsWhole } = readPrice(row, cells, quantity);
  const { code, perUnit, stated } = cells.currency();
  if (stated && inCell !== null && inCell !== code) {
    cells.problem('price', `the price is in ${inCell}, but the currency is ${code}`);
  }
  const held = stated ? code : (inCell ?? code);
  const cost = costOf(cells, { quantity, currency: held, perUnit: forAHundred === true ? 100 : 1 });
  const dated = cells.day('priceDate', file.asOf) ?? statedDate;
  if (symbol === null || quantity === null || cells.failed()) return null;
  const pence = (amount: string): string => (perUnit === 100 ? canonical(shifted(amount, -2)) : amount);
  const words = securityCode(row)?.from === 'words' ? row.text('symbol') : '';
  const plain = (row.text('name') || words).slice(0, LONGEST_NAME - 30).trim();
  const name = nameWithKind({ symbol, name: plain, kind: row.text('instrumentType') });
  return {
    symbol,
    ...(name !== '' && { name }),
    quantity,
    currency: held,
    ...(cost !== null && { costBasis: valueIsWhole === true && hasTotalCost(row) ? cost : pence(cost) }),
    ...(price !== null && {
      price: pence(price),
      priceAsOf: dated ?? file.modifiedOn,
      priceSource: priceSource(row.text('priceSource'), file, dated === null),
    }),
  };
}
