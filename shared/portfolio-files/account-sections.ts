import type { AccountColumns } from './account-columns.ts';
import type { Field } from './column-names.ts';
import { figureReadings } from './count-columns.ts';
import { quotation } from './file-problem.ts';
import type { HeadedAccounts, Section } from './find-sections.ts';
import type { Findings } from './findings.ts';
import type { Row } from './split-rows.ts';

/** What a line states of all accounts together; a column of each account is beside it. */
const OF_ALL: readonly Field[] = ['marketValue', 'accountValue', 'costBasis', 'amount'];
/** How far a sum may be off, for its parts are rounded. */
const ROUNDED = 0.005;

/**
 * A table with one column for each account as a table of each of them, where a column of all together, if there is one, is their
 * sum; else the table as it is, read by that column, and a note says that the accounts were not told apart.
 */
export function byAccount(section: Section, findings: Findings): Section[] {
  const { accounts, headers } = section.columns;
  if (accounts === null) return [section];
  const quoted = (places: readonly number[]): string =>
    places.map((at) => `"${quotation(headers[at] ?? '')}"`).join(', ');
  const own = quoted(accounts.columns.map(({ position }) => position));
  if (!isSummed(section.rows, accounts)) {
    const told = `${own} look like columns of accounts, and do not add up to ${quoted([accounts.total ?? -1])} on each line`;
    findings.note(
      'in_doubt',
      `${told}: that was read, as one account; write a line for each account to tell them apart`,
      section.headerLine,
    );
    return [section];
  }
  findings.note('account', `${own} were read as what each of these accounts holds`, section.headerLine);
  noteCosts(section, findings);
  return accounts.columns.map((_, at) => ofAccount(section, accounts, at));
}

/** A cost of all accounts together is of none of them. */
function noteCosts({ rows, columns: { headers, positions }, headerLine }: Section, findings: Findings): void {
  const place = positions.get('costBasis') ?? -1;
  if (!rows.some(({ cells }) => /\d/.test(cells[place] ?? ''))) return;
  const why =
    'is of all accounts together, and was left out, so there is no gain: state what one unit cost, or a line for each account';
  findings.note('left_out', `"${quotation(headers[place] ?? '')}" ${why}`, headerLine);
}

const figure = (row: Row, place: number, way: 0 | 1): number => figureReadings(row.cells[place] ?? '')[way];
const isNothing = ({ cells }: Row, place: number): boolean => !/[1-9]/.test(cells[place] ?? '');

/** Whether the columns of accounts add up, line by line, to what a column says of all; true where there is none. */
function isSummed(rows: readonly Row[], { columns, total }: AccountColumns): boolean {
  if (total === null) return true;
  const fits = (way: 0 | 1): boolean =>
    rows.every((row) => {
      const all = figure(row, total, way);
      const parts = columns.map(({ position }) => (isNothing(row, position) ? 0 : figure(row, position, way)));
      const sum = parts.reduce((one, other) => one + other, 0);
      return isNothing(row, total) ? sum === 0 : Math.abs(sum - all) <= Math.max(ROUNDED * all, 0.01 * columns.length);
    });
  return fits(0) || fits(1);
}

/** The table of one of the accounts: what others hold alone stands in theirs, and what none holds in the first. */
function ofAccount(section: Section, { field, columns }: AccountColumns, at: number): Section {
  const { headed, rows } = section;
  const column = columns[at];
  if (column === undefined) return section;
  const positions = new Map(section.columns.positions);
  for (const one of OF_ALL) positions.delete(one);
  positions.set(field, column.position);
  if (column.value !== null) positions.set('marketValue', column.value);
  const isPriced = positions.has('price');
  // A value beside a price says how many are held, though no column does.
  if (field === 'marketValue' && isPriced) positions.set('quantity', section.columns.headers.length);
  else if (field === 'marketValue') positions.delete('quantity');
  const held = rows.filter(
    (row) =>
      !isNothing(row, column.position) || (at === 0 && columns.every(({ position }) => isNothing(row, position))),
  );
  const named = (row: Row): string => {
    const above = headed?.says.get(row)?.account;
    return above === undefined ? column.account : `${above} ${column.account}`;
  };
  const own: HeadedAccounts = {
    headings: headed?.headings ?? new Set(),
    ends: headed?.ends ?? new Set(),
    says: new Map(held.map((row) => [row, { ...headed?.says.get(row), account: named(row) }])),
  };
  const valued = field === 'marketValue' && !isPriced;
  return { ...section, columns: { ...section.columns, positions, valued }, rows: held, headed: own };
}
