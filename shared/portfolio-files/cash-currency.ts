import { currenciesIn } from './currency-mentions.ts';
import { isWrittenWithDollar } from './currency-text.ts';
import type { Field } from './column-names.ts';
import { quotation } from './file-problem.ts';
import { householdLabel } from './household-line.ts';
import { isMissing } from './missing-text.ts';
import type { CellReader } from './read-cells.ts';
import type { TableRow } from './table-row.ts';

/** What a balance is in. `unstated` where nothing says it: whether its amount has the sign of many dollars. */
export interface CashCurrency {
  code: string;
  unstated?: 'bare' | 'dollar';
}

/** What its own words say a line of cash is in: its name, or what stands in place of a ticker. */
const namedIn = (row: TableRow): string[] =>
  currenciesIn([row.text('symbol'), row.text('name')].filter((text) => !isMissing(text)).join(' | '));

/** The one currency that a line of cash names ("Cash (EUR)"), unless a column of currencies says otherwise; null where it names none or several. */
export function currencyNamedBy(row: TableRow, cells: CellReader): string | null {
  const [first, ...others] = namedIn(row);
  const { code, from } = cells.currency();
  return first === undefined || others.length > 0 || (from === 'column' && code !== first) ? null : first;
}

/** An amount of cash as it was read, and the cell that it stands in. */
interface CashAmount {
  field: Field;
  currency: string | null;
}

/**
 * What a balance is in whose label is no currency: what a column, the amount's own cell or a header says, the words beside it
 * ("Savings account (EUR)"), or its account ("Bank (EUR)"). What contradicts the one that counts, and what could be either, is told.
 */
export function currencyOfCash(row: TableRow, cells: CellReader, amount: CashAmount, account: string): CashCurrency {
  const { code, from } = cells.currency();
  const own = namedIn(row);
  const [named] = own;
  const hasDollar = row.text(amount.field).includes('$');
  const inCell = amount.currency ?? (hasDollar && named !== undefined && !isWrittenWithDollar(named) ? 'USD' : null);
  const stated = from === 'column' ? code : inCell;
  const label = `"${quotation(householdLabel(row))}"`;
  const remedy = 'a column Currency settles it';
  if (stated !== null) {
    const against = named !== undefined && !own.includes(stated);
    if (against) cells.note('unsure', amount.field, `${label} names ${own.join(' and ')}, and its amount says ${stated}: it was counted in ${stated}; ${remedy}`); // prettier-ignore
    return { code: stated };
  }
  const ofAccount = named === undefined && from === null ? currenciesIn(account) : [];
  const [first, ...others] = named === undefined ? ofAccount : own;
  if (first === undefined) return from === null ? { code, unstated: hasDollar ? 'dollar' : 'bare' } : { code };
  const by = named === undefined ? `its account "${quotation(account)}"` : label;
  if (others.length > 0) {
    cells.note('unsure', 'symbol', `${by} names ${[first, ...others].join(' and ')}: the cash was counted in ${code}; ${remedy}`); // prettier-ignore
    return { code };
  }
  if (named === undefined) {
    if (hasDollar && !isWrittenWithDollar(first)) return { code };
    if (first !== code) cells.note('reading', 'symbol', `${label} was counted in ${first}, as ${by} names that currency`); // prettier-ignore
  }
  return { code: first };
}
