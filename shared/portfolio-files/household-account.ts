import { debtRateOf } from '../finance/market-assumptions/debt-rates.ts';
import { ONLY_ACCOUNT, type AccountReference } from './account-names.ts';
import { householdLabel, type NamedDebt } from './household-line.ts';
import { quotation } from './file-problem.ts';
import type { CellReader } from './read-cells.ts';
import type { TableRow } from './table-row.ts';
import { valueInFile } from './unsupported.ts';

/**
 * The account that a household's debt is: its own, for a mortgage beside a balance at the same bank is not paid by it, has a rate of
 * its own, and is none of a broker's loans. An account that is called after such a debt is it already.
 */
export function debtAccount(account: AccountReference, { label, rate }: NamedDebt): AccountReference {
  if (rate === null || debtRateOf(account.name) === rate) return account;
  const name = account.name === ONLY_ACCOUNT || account.name === '' ? label : `${account.name}: ${label}`;
  return { ...account, key: `${account.key}\n${label}`.toLowerCase(), name: name.slice(0, 100) };
}

/** Says that what is owed on a home is no debt of the portfolio, of which the home is no part. */
export function noteHomeLoan(row: TableRow, cells: CellReader): void {
  const what = quotation(householdLabel(row));
  const amount = [row.text('marketValue'), row.text('quantity'), row.text('price')].find((text) => /[1-9]/.test(text));
  const said = amount === undefined ? '' : ` (${quotation(amount)})`;
  cells.note(
    'left_out',
    'symbol',
    `"${what}"${said} was left out of every total, as the home is that it is owed on: count its payments in what you save and spend. A loan on what is let counts under another name, such as Rental mortgage`,
  );
}

/** Says that a house that is lived in, or a car, is no part of what could pay for a retirement. */
export function noteBelonging(row: TableRow, cells: CellReader): void {
  const what = quotation(householdLabel(row));
  const why = 'what is lived in or used pays for nothing while it is';
  cells.note(
    'left_out',
    'symbol',
    `"${what}" was left out of every total: ${why}${valueInFile(row)}; what is let or is to be sold counts under another name, such as Rental property`,
  );
}
