import type { CashBalance } from '../schemas/portfolio.ts';
import { currencyNamedBy, currencyOfCash, type CashCurrency } from './cash-currency.ts';
import { cashLabel } from './cash-label.ts';
import { currencyOf } from './column-names.ts';
import { cashOwed, sayingSo, type Owing } from './held-or-owed.ts';
import { quotation } from './file-problem.ts';
import { debtOf, householdLabel, isHouseholdCash, isOwedBySaying } from './household-line.ts';
import { readInterestRate } from './interest-rate.ts';
import { product } from './decimal-number.ts';
import type { CellReader } from './read-cells.ts';
import type { TableRow } from './table-row.ts';

/** What a line is called that can only be owed. */
function debtSaid(row: TableRow): Owing | null {
  const debt = debtOf(row);
  return debt !== null && isOwedBySaying(row, debt) ? { column: null, text: debt.label } : null;
}

/** An amount below zero where the line says that it is owed, and its sign does not. */
function owed(amount: string, row: TableRow, cells: CellReader): string {
  const owing = amount.startsWith('-') || Number(amount) === 0 ? null : (cashOwed(row) ?? debtSaid(row));
  if (owing === null) return amount;
  cells.note('reading', 'quantity', `${amount} of cash was taken as owed: ${sayingSo(owing)}`);
  return `-${amount}`;
}

/** A balance, and of one in a currency that nothing states whether its amount has the sign of many dollars. */
export interface CashRead extends Pick<CashCurrency, 'unstated'> {
  cash: CashBalance;
}

/**
 * A balance from a row that `cashLabel` knows. A row for a currency holds its amount as the quantity; others as the value,
 * where there is one. `account` is what its account is called. Null where the row states no amount.
 */
export function readCash(row: TableRow, cells: CellReader, account: string): CashRead | null {
  const label = cashLabel(row) ?? '';
  const quantity = cells.number('quantity');
  const value = cells.number('marketValue');
  const price = cells.number('price');
  // 2500 of "Cash (EUR)" at 1.16 are 2500 euros, as is one of it at 2500; of what is owed the value may have the sign.
  const isCounted = !!quantity && Number(quantity.value) !== 1 && !value?.value.startsWith('-');
  const isOfCurrency = label !== '' || (isCounted && currencyNamedBy(row, cells) !== null);
  const held =
    quantity && price && !isOfCurrency
      ? { value: product(quantity.value, price.value), currency: price.currency }
      : quantity;
  const amount = isOfCurrency ? (held ?? value ?? price) : (value ?? held ?? price);
  const interestRate = readInterestRate(row, cells, debtOf(row) !== null);
  if (cells.failed()) return null;
  if (!amount) {
    cells.note('left_out', 'symbol', 'this cash line states no amount and was left out');
    return null;
  }
  if (isHouseholdCash(row)) cells.note('reading', 'symbol', `"${quotation(householdLabel(row))}" was counted as cash`);
  // "Value in EUR" is in euros, also of a balance in dollars.
  const ofValue = amount === value ? (value.currency ?? currencyOf(row.header('marketValue') ?? '')) : null;
  const field = amount === value ? 'marketValue' : amount === quantity ? 'quantity' : 'price';
  const known = ofValue ?? (label === '' ? null : label);
  const { code, unstated }: CashCurrency =
    known === null ? currencyOfCash(row, cells, { field, currency: amount.currency }, account) : { code: known };
  const cash = {
    currency: code,
    amount: owed(amount.value, row, cells),
    ...(interestRate !== null && { interestRate }),
  };
  return { cash, ...(unstated !== undefined && { unstated }) };
}
