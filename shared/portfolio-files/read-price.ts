import { canonical, product, quotient, shifted } from './decimal-number.ts';
import { currencyOf, isInPence } from './column-names.ts';
import { securityOf } from './debt-of-row.ts';
import { debtEvidence, quotedFor } from './debt-security.ts';
import { quotation } from './file-problem.ts';
import { isMissing } from './missing-text.ts';
import type { Amount, CellReader } from './read-cells.ts';
import { securityCode } from './security-code.ts';
import type { TableRow } from './table-row.ts';

/** Relative difference up to which quantity times price agrees with a broker's rounded value. */
const TOLERANCE = 0.01;
const close = (left: number, right: number): boolean => Math.abs(left - right) <= Math.abs(right) * TOLERANCE;

/** What is quoted for a hundred: bonds by their names or CUSIPs, options by theirs. */
const QUOTED_FOR_A_HUNDRED = /\b(?:bonds?|notes?|bills?|treas\w*|muni\w*|cds?|calls?|puts?|options?)\b|%/i;

export interface PriceReading {
  /** Of one unit. */
  price: string | null;
  /** Currency that the price's own cell states, or the value's where the price was reckoned from it. */
  currency: string | null;
  /** It was reckoned from a value whose currency its header or cell states, whatever the row's own currency is. */
  ofValue?: true;
  /** It was stated for 100 of face value, as the costs of such rows are. */
  forAHundred?: true;
  /** The price is in hundredths of the currency (pence), and the row's value in whole units, as its costs are. */
  valueIsWhole?: true;
}

const NONE: PriceReading = { price: null, currency: null };

/**
 * The price of one unit of a row. Where there is no price it is the market value divided by the quantity; where the value
 * shows that a price is for 100 of face value (bonds), or for one of 100 in a contract (options), it is put right; where
 * the value disagrees otherwise, a note says so. Of a single bond without a value the price is taken as for 100 of face value,
 * which a note says, too. `quantity` is positive, or null where it could not be read.
 */
export function readPrice(row: TableRow, cells: CellReader, quantity: string | null): PriceReading {
  const stated = cells.number('price', { percent: true, canLack: true });
  const value = inHeadersCurrency(cells.number('marketValue'), row);
  if (stated === undefined) return NONE;
  if (stated === null) {
    const reckoned = derived(row, cells, value ?? null, quantity);
    // "NaN", "#N/A": whoever wrote the file may have meant a price. A blank or dashes say by themselves that there is none, and of other words the reader of the cell has told.
    const text = row.text('price');
    if (reckoned.price === null && isMissing(text) && /\p{L}/u.test(text)) {
      cells.note('left_out', 'price', `"${quotation(text)}" is not a number, and was taken as none`);
    }
    return reckoned;
  }
  const { currency } = stated;
  if (stated.value.startsWith('-')) {
    cells.problem('price', `the price is negative (${stated.value})`);
    return { price: null, currency };
  }
  if (Number(stated.value) === 0) {
    cells.note(
      'price',
      'price',
      stated.vanished
        ? 'the price is below 0.00000001, the least that is kept, and was read as no price'
        : 'the price is 0, which was read as no price',
    );
    return { price: null, currency };
  }
  const price = row.text('price').includes('%') ? canonical(shifted(stated.value, -2)) : stated.value;
  const byValue = inValuesCurrency(row, cells, price, { value: value ?? null, quantity });
  if (byValue !== null) return byValue;
  if (isInWholeUnits(cells, price, value ?? null, quantity)) return { price, currency, valueIsWhole: true };
  const comparable = comparableValue(cells, { price, currency, quantity }, inPence(cells, value ?? null));
  const one = reconciled(row, cells, price, comparable, quantity);
  return { price: one, currency, ...(Number(one) < Number(stated.value) && { forAHundred: true as const }) };
}

/** An amount whose currency only its header says. */
const inHeadersCurrency = (value: Amount | null | undefined, row: TableRow): Amount | null | undefined =>
  value && { ...value, currency: value.currency ?? currencyOf(row.header('marketValue') ?? '') };

/** Whether the price is in pence and the value in pounds, as British brokers write them. */
function isInWholeUnits(cells: CellReader, price: string, value: Amount | null, quantity: string | null): boolean {
  const { code, perUnit } = cells.currency();
  if (perUnit !== 100 || value === null || quantity === null || (value.currency ?? code) !== code) return false;
  return close(Number(product(quantity, price)) / perUnit, Number(value.value));
}

/** A value in pounds as one in pence, where the row is in pence. */
const inPence = (cells: CellReader, value: Amount | null): Amount | null =>
  value?.isWhole === true && cells.currency().perUnit === 100
    ? { ...value, value: canonical(shifted(value.value, 2)) }
    : value;

/** The value where it is in the price's currency; in another one it says nothing of the price, and a note tells so. */
function comparableValue(
  cells: CellReader,
  { price, currency: inCell, quantity }: { price: string; currency: string | null; quantity: string | null },
  value: Amount | null,
): string | null {
  if (value === null) return null;
  const currency = inCell ?? cells.currency().code;
  if (value.currency === null || value.currency === currency) return value.value;
  const agree = quantity !== null && close(Number(product(quantity, price)), Number(value.value));
  const what = `the value is in ${value.currency} and the price in ${currency}`;
  const why = agree
    ? ', though quantity times price is the value: one of the two is wrong'
    : ', so they were not compared';
  cells.note(agree ? 'in_doubt' : 'price', 'marketValue', `${what}${why}; the price was used`);
  return null;
}

/** Whether a row says what its price is in: in the price's cell or header, or in a column of currencies. */
const saysCurrency = (row: TableRow): boolean =>
  !isMissing(row.text('currency')) ||
  /[\p{L}\p{Sc}]/u.test(row.text('price')) ||
  currencyOf(row.header('price') ?? '') !== null ||
  isInPence(row.header('price') ?? '');

/** How many of one currency another one is worth, at most: a gap beyond it is no exchange rate. */
const RATES = { least: 1 / 50_000, most: 50_000 };

/**
 * The price of a row that says no currency for it, but one for its value. Where the two agree it is in the value's currency.
 * Where they do not, it must be in another one, or of another day: the value and its currency are what the file states
 * for certain, and a note says so. Null where the row's price can be taken as it is, or may be for a hundred.
 */
function inValuesCurrency(
  row: TableRow,
  cells: CellReader,
  price: string,
  { value, quantity }: { value: Amount | null; quantity: string | null },
): PriceReading | null {
  const worth = Number(value?.value ?? 0);
  const computed = quantity === null ? 0 : Number(product(quantity, price));
  const currency = value?.currency ?? null;
  if (value === null || currency === null || quantity === null || worth <= 0 || saysCurrency(row)) return null;
  if (close(computed, worth) || Math.abs(computed - worth) < 1) return { price, currency, ofValue: true };
  const ratio = computed / worth;
  if (close(ratio, 100) || close(ratio, 0.01) || ratio < RATES.least || ratio > RATES.most) return null;
  const one = quotient(value.value, quantity);
  if (Number(one) === 0) return null;
  const says = `quantity times price is ${computed.toFixed(2)}, but the value is ${worth.toFixed(2)} ${currency}`;
  const why = 'no column says what currency the price is in, and it seems to be another one';
  cells.note('price', 'price', `${says}; ${why}: the value was used, ${one} ${currency} for one`);
  return { price: one, currency, ofValue: true };
}

function derived(row: TableRow, cells: CellReader, value: Amount | null, quantity: string | null): PriceReading {
  if (value === null || quantity === null || Number(value.value) <= 0) return NONE;
  const price = quotient(value.value, quantity);
  if (Number(price) === 0) return NONE;
  cells.note('price', 'marketValue', `there is no price; it was taken as the value divided by the quantity, ${price}`);
  // Beside a column of currencies a header of another one is that of the value alone; so are pounds beside one of pence.
  const ofHeader = currencyOf(row.header('marketValue') ?? '');
  const ofValue = (ofHeader !== null && ofHeader === value.currency) || (value.isWhole && value.currency !== null);
  return { price, currency: value.currency, ...(ofValue && { ofValue: true }) };
}

function reconciled(
  row: TableRow,
  cells: CellReader,
  price: string,
  value: string | null,
  quantity: string | null,
): string {
  const stated = Number(value ?? 0);
  if (quantity === null) return price;
  if (stated <= 0) return ofFaceValue(row, cells, price, quantity);
  const computed = Number(product(quantity, price));
  if (close(computed, stated) || Math.abs(computed - stated) < 1) return price;
  const byValue = scaledTo(row, cells, price, stated / computed);
  if (byValue !== null) return byValue;
  cells.note(
    'in_doubt',
    'marketValue',
    `quantity times price is ${computed.toFixed(2)}, but the file says ${stated.toFixed(2)}; the price was used`,
  );
  return price;
}

/** Powers of ten by which the price of a unit is another than the one that is quoted, and why. */
const SCALES: readonly (readonly [by: number, why: string, ofBondsAlone?: true])[] = [
  [-2, 'for 100 of face value'],
  [2, 'for one of the 100 in a contract'],
  [1, 'for 100 of the face value, and a unit is a bond of 1,000', true],
  [3, 'for 1 of the face value, and a unit is a bond of 1,000', true],
];

/**
 * The price of one unit where the value is a hundredfold of quantity times price or a hundredth of it: prices are quoted so, and what
 * all of it is worth is not. Null where it is something else.
 */
function scaledTo(row: TableRow, cells: CellReader, price: string, times: number): string | null {
  const code = securityCode(row)?.code ?? '';
  const isBond = debtEvidence(securityOf(row, code)) !== null;
  const isQuotedSo = isBond || /\d/.test(code) || QUOTED_FOR_A_HUNDRED.test(row.text('name'));
  for (const [by, why, ofBondsAlone] of SCALES) {
    const scaled = canonical(shifted(price, by));
    if (!close(10 ** by, times) || (ofBondsAlone && !isBond) || !(Number(scaled) > 0)) continue;
    const told = isQuotedSo
      ? `${price} is ${why}, by the market value; the price of one unit is ${scaled}`
      : `quantity times price is ${by < 0 ? 'a hundred times' : 'a hundredth of'} the value, as where prices are in other units than values are; the value was used, ${scaled} for one`;
    cells.note(isQuotedSo ? 'price' : 'in_doubt', 'price', told);
    return scaled;
  }
  return null;
}

/** What a bond cost, of what it is worth now. */
const COSTS = { least: 0.5, most: 2 };
const isCost = (ratio: number): boolean => ratio >= COSTS.least && ratio <= COSTS.most;

/** The price of one unit of a single bond, whose row has no value to tell by: what was paid for it does, or else what it is called. */
function ofFaceValue(row: TableRow, cells: CellReader, price: string, quantity: string): string {
  const security = securityOf(row, securityCode(row)?.code ?? '');
  if (debtEvidence(security) === null) return price;
  const byCost = scaledToCost(cells, price, quantity);
  if (byCost !== null) return byCost;
  const quoted = quotedFor(security, Number(price), Number(quantity));
  if (quoted === 'one') return price;
  if (quoted === 'hundred') {
    const one = canonical(shifted(price, -2));
    const told = `${price} was read as the price for 100 of face value, as bonds are quoted: ${quantity} of face value are ${product(quantity, one)}`;
    cells.note('price', 'price', `${told}. A column with the market value would settle it`);
    return one;
  }
  const doubt =
    'this looks like a bond, which is quoted for 100 of face value, but its quantity or its price does not fit that';
  cells.note('unsure', 'price', `${doubt}; ${price} was used as the price of one unit`);
  return price;
}

/** The price of one unit by what was paid: a bond is worth neither a hundredfold of that nor a hundredth. Null where that tells nothing. */
function scaledToCost(cells: CellReader, price: string, quantity: string): string | null {
  const [total, each] = [cells.number('costBasis'), cells.number('costPerUnit')];
  // What one unit cost is stated for 100 of face value, too, where it is more than a dollar or two.
  const one = each && Number(each.value) < 2 ? each.value : null;
  const paid = total ? Number(total.value) : one === null ? 0 : Number(product(one, quantity));
  if (!(paid > 0)) return null;
  const ratio = paid / Number(product(quantity, price));
  if (isCost(ratio)) return price;
  // Below 2 it is of one unit already.
  const found = SCALES.find(([by]) => by !== 2 && (by > 0 || Number(price) >= 2) && isCost(ratio / 10 ** by));
  if (found === undefined) return null;
  const [by, why] = found;
  const scaled = canonical(shifted(price, by));
  cells.note('price', 'price', `${price} is ${why}, by the cost; the price of one unit is ${scaled}`);
  return scaled;
}
