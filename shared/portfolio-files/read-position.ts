import type { InputFile } from './input-file.ts';
import { priceSource } from './price-dates.ts';
import type { IsoDate } from '../schemas/decimal.ts';
import type { Position } from '../schemas/portfolio.ts';
import { pastDue } from './bond-due.ts';
import { doubtCost } from './cost-of-one.ts';
import { canonical, product, quotient, shifted } from './decimal-number.ts';
import { nameWithClass } from './asset-class-words.ts';
import { securityOf } from './debt-of-row.ts';
import { nameWithKind } from './debt-security.ts';
import { currencyOf, isInPence } from './column-names.ts';
import { isMissing } from './missing-text.ts';
import { quotation } from './file-problem.ts';
import type { Amount, CellReader } from './read-cells.ts';
import { readPrice, type PriceReading } from './read-price.ts';
import { holdingCode, type SecurityCode } from './security-code.ts';
import type { TableRow } from './table-row.ts';

const LONGEST_NAME = 200;
/** Behind the ticker of what a list says the value of alone: it is no share of it, and has no price but 1. */
const BY_VALUE = '-BY-VALUE';
/** So many tickers of what a name may stand for are told. */
const TOLD = 3;

export interface PriceOrigin {
  file: InputFile;
  /** The date that the file states for prices whose row states none; null where it states none either. */
  statedDate: IsoDate | null;
}

function symbolOf(row: TableRow, cells: CellReader, found: SecurityCode | null, isValue: boolean): string | null {
  const text = row.text('symbol');
  if (found?.company !== undefined) {
    const { company, code, stands = '' } = found;
    const others = company.symbols.filter((symbol) => symbol !== code && company.isListedOnce);
    const besides = others.length === 0 ? '' : `, and not ${others.join(' or ')}`;
    cells.note(
      'reading',
      'symbol',
      `"${quotation(stands)}" was taken for ${code} (${company.name}) by its name${besides}`,
    );
  } else if (found?.stands !== undefined) {
    const stands = found.from === 'name' ? `"${quotation(found.stands)}"` : found.stands;
    cells.note('reading', 'symbol', `${stands} is ${found.code}`);
  } else if (found !== null && found.from !== 'symbol') {
    const of = found.from === 'identifier' ? `its ${row.header('identifier') ?? 'identifier'}` : 'a code made of that';
    const why = found.isBond
      ? `"${quotation(row.text('name') || text)}" is a bond of a coupon and a day here, and no share`
      : isMissing(text)
        ? `there is no symbol${found.from === 'name' ? ` for "${quotation(row.text('name'))}"` : ''}`
        : `"${quotation(text)}" is not a ticker`;
    const meant =
      found.couldBe === undefined ? '' : `; if ${found.couldBe.slice(0, TOLD).join(' or ')} is meant, write that`;
    cells.note('reading', 'symbol', `${why}; the line is kept under ${of}, ${found.code}${meant}`);
  }
  if (found !== null)
    return isValue && (found.from !== 'name' || found.stands !== undefined) ? `${found.code}${BY_VALUE}` : found.code;
  const remedy = 'correct it, or give it a short code of your own, such as MYFUND';
  cells.problem('symbol', `"${quotation(text)}" is not a ticker such as VTI; ${remedy}`);
  return null;
}

/** How much of it there is; `unit` where a line states its value alone, of which each dollar is then a unit. */
interface HeldQuantity {
  quantity: string;
  unit?: string;
}

/** How much is held. `none` where the line holds nothing that counts, which a note says; null, with a problem, where it is wrong. */
function quantityOf(row: TableRow, cells: CellReader): HeldQuantity | 'none' | null {
  const read = cells.number('quantity');
  const quantity = read === null ? null : read?.value;
  if (quantity === undefined) return null;
  const what = quotation(row.text('name') || row.text('symbol'));
  if (quantity === null) return byValueAlone(row, cells, what);
  if (quantity.startsWith('-')) {
    const debt = 'what is owed is a line CASH with a negative quantity';
    cells.problem('quantity', `${quantity} is negative; short positions are not supported (${debt})`);
    return null;
  }
  if (quantity !== '0') return { quantity };
  const why =
    read?.vanished === true
      ? 'less than 0.00000001 of it is held, the least that is kept (8 decimals)'
      : 'none of it is held';
  cells.note('left_out', 'quantity', `"${what}" was left out: ${why}`);
  return 'none';
}

/** A line without a quantity: it is kept as its value where it states one ("TIAA Traditional"). */
function byValueAlone(row: TableRow, cells: CellReader, what: string): HeldQuantity | 'none' | null {
  const value = cells.number('marketValue');
  const price = cells.number('price', { percent: true, canLack: true });
  if (value === undefined || price === undefined) return null;
  const worth = value === null ? 0 : Number(value.value);
  if (value !== null && worth > 0 && price !== null && Number(price.value) > 0) {
    const quantity = quotient(value.value, price.value);
    cells.note(
      'reading',
      'quantity',
      `"${what}" has no quantity; it was taken as the value divided by the price, ${quantity}`,
    );
    return { quantity };
  }
  if (value !== null && worth > 0) {
    const kept = `"${what}" states no quantity; it is kept as its value of ${value.value}, at a price of 1`;
    // Of a table that states none at all that is told once.
    if (!row.section.columns.valued) cells.note('reading', 'quantity', kept);
    return { quantity: value.value, unit: '1' };
  }
  if (worth !== 0) cells.problem('quantity', 'the quantity is missing');
  else cells.note('left_out', 'quantity', `"${what}" was left out: the line states neither a quantity nor a value`);
  return worth !== 0 ? null : 'none';
}

/** A cost as its row states it; `isWhole` where it says that it is in pounds, whatever the row is quoted in. */
interface Cost {
  amount: string;
  isTotal: boolean;
  isWhole: boolean;
}

/**
 * What was paid for the whole holding: the total, or the cost of one unit times the quantity. In another currency than the
 * holding's it is no cost that a gain could be reckoned from, and left out.
 */
function costOf(
  cells: CellReader,
  { quantity, currency, perUnit }: { quantity: string | null; currency: string; perUnit: 1 | 100 },
): Cost | null {
  const total = cells.number('costBasis');
  const each = cells.number('costPerUnit');
  // What a bond cost is stated for 100 of face value where its price is.
  const one = each && perUnit === 100 && Number(each.value) >= 2 ? canonical(shifted(each.value, -2)) : each?.value;
  const reckoned = one !== undefined && quantity !== null ? product(one, quantity) : null;
  const currencyIn = (field: 'costBasis' | 'costPerUnit', read: Amount | null | undefined): string | null =>
    read?.currency ?? currencyOf(cells.header(field) ?? '');
  const fits = (code: string | null): boolean => code === null || code === currency;
  // Of a total in the account's currency and a cost of one unit in the holding's, the latter is what a gain is reckoned from.
  const [ofAll, ofOne] = [currencyIn('costBasis', total), currencyIn('costPerUnit', each)];
  const isTotal = !!total && (fits(ofAll) || reckoned === null || !fits(ofOne));
  const cost = isTotal ? total.value : reckoned;
  const field = isTotal ? 'costBasis' : 'costPerUnit';
  const stated = isTotal ? ofAll : ofOne;
  if (cost === null) return null;
  if (cost.startsWith('-')) {
    // What a partnership pays out can lower its cost for taxes below nothing; without a value it may as well be what a short sale brought in.
    const isValued = !!cells.number('marketValue');
    const doubt = isValued ? '' : '; if that is what a short sale brought in, take the line out of the file';
    cells.note('left_out', field, `the cost is negative (${cost}): it was left out, so there is no gain${doubt}`);
  } else if (fits(stated)) return { amount: cost, isTotal, isWhole: isTotal && total.isWhole };
  else {
    const why = `the cost is in ${stated} and the holding in ${currency}`;
    cells.note('left_out', field, `${why}: the cost was left out, so there is no gain; state it in ${currency}`);
  }
  return null;
}

/** A value stands for the price and the quantity. */
const valueAsPrice = (cells: CellReader, price: string): PriceReading => ({
  price,
  currency: cells.number('marketValue')?.currency ?? null,
});

/** Robinhood writes the CUSIP behind the name. */
export const plainName = (name: string): string =>
  name.replace(/\s*\b(?:CUSIP|ISIN):?\s*[0-9A-Z]{9,12}\b.*$/i, '').trim();

/** What a ticker is called that a list gives no name of. */
const nameOf = (found: SecurityCode | null, { nameOf: known }: InputFile): string | null =>
  found === null || (found.from === 'name' && found.stands === undefined) ? null : (known?.(found.code) ?? null);

/** One position from its row; null, with problems, where anything in it is wrong. */
export function readPosition(row: TableRow, cells: CellReader, { file, statedDate }: PriceOrigin): Position | null {
  const held = quantityOf(row, cells);
  if (held === 'none') return null;
  // Of a line that is kept as its value a unit is a dollar, and no share of what it names.
  const isValue = held?.unit !== undefined;
  const { tickers: _, ...besidesTickers } = file;
  const found = holdingCode(row, isValue ? besidesTickers : file);
  const symbol = symbolOf(row, cells, found, isValue);
  const quantity = held?.quantity ?? null;
  const {
    price,
    currency: inCell,
    forAHundred,
    ofValue,
    valueIsWhole,
  } = held?.unit === undefined ? readPrice(row, cells, quantity) : valueAsPrice(cells, held.unit);
  const { code, perUnit: quoted, from: settledBy } = cells.currency();
  const isOfColumn = settledBy === 'column' && ofValue !== true;
  if (isOfColumn && inCell !== null && inCell !== code) {
    cells.problem('price', `the price is in ${inCell}, but the currency is ${code}`);
  }
  const header = row.header('price') ?? '';
  const inHeader = isInPence(header) ? 'GBP' : currencyOf(header);
  if (settledBy === 'cell' && inHeader !== null) {
    cells.note('price', 'price', `its own cell says ${code} and the header ${inHeader}: it was read as ${code}`);
  }
  const money = isOfColumn ? code : (inCell ?? code);
  // What was reckoned from the value, or says its own currency against a header, is in whole units of it.
  const perUnit = ofValue === true || money !== code ? 1 : quoted;
  const cost = costOf(cells, { quantity, currency: money, perUnit: forAHundred === true ? 100 : 1 });
  const dated = cells.day('priceDate', file.asOf) ?? statedDate;
  if (symbol === null || quantity === null || cells.failed()) return null;
  const inWhole = (amount: string, per: 1 | 100): string => (per === 100 ? canonical(shifted(amount, -2)) : amount);
  // A total is in pounds where the value beside it is; what one unit cost is in what its row is quoted in.
  const isWhole =
    cost !== null && (cost.isWhole || money !== code || (cost.isTotal && (valueIsWhole === true || ofValue === true)));
  const from = holdingCode(row)?.from;
  const words = from === 'words' || from === 'name' ? row.text('symbol') : '';
  // What people call it beside a ticker that is known ("Total Mkt") says less than the ticker's own name.
  const known = isValue || found?.isBesideName === true ? (found?.company?.name ?? nameOf(found, file)) : null;
  // "Cryptocurrency" above the symbols says what all of them are.
  const kind = row.text('instrumentType') || (/crypto|\bcoins?$/i.test(row.header('symbol') ?? '') ? 'Crypto' : '');
  const plain = plainName(known ?? (row.text('name') || words))
    .slice(0, LONGEST_NAME - 30)
    .trim();
  const { coupon = '', maturity = '', isFace = false, name: called } = securityOf(row, symbol);
  const bond = { symbol, name: from === 'words' && plain !== '' ? called : plain, kind, coupon, maturity, isFace };
  const kinded = nameWithKind(bond);
  // A broker's kind "Stocks" is any share; a column of asset classes is the person's own view of what nobody else knows.
  const isOwnClass = /\basset ?class\b/i.test(row.header('instrumentType') ?? '') && nameOf(found, file) === null;
  const name = isOwnClass ? nameWithClass({ symbol, name: kinded, kind }) : kinded;
  const due = pastDue({ symbol, name: kinded || row.text('symbol'), kind, maturity }, file.asOf);
  if (due !== null) {
    const by = due.by === 'name' ? 'its name' : `"${quotation(row.header('maturity') ?? '')}"`;
    const then = 'if it was paid back, the line is no longer held';
    cells.note('reading', 'name', `"${quotation(name || symbol)}" was due on ${due.day}, by ${by}: ${then}`);
  }
  const position: Position = {
    symbol,
    ...(name !== '' && { name }),
    quantity,
    currency: money,
    ...(cost !== null && { costBasis: inWhole(cost.amount, isWhole ? 1 : quoted) }),
    ...(price !== null && {
      price: inWhole(price, perUnit),
      priceAsOf: dated ?? file.modifiedOn,
      priceSource: priceSource(row.text('priceSource'), file, dated === null),
    }),
  };
  if (cost !== null) doubtCost(position, cells, cost.isTotal);
  return position;
}
