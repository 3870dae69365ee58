import type { IsoDate } from '../schemas/decimal.ts';
import type { AccountType } from '../schemas/portfolio.ts';
import { columnMap, has, type ColumnMap } from './column-map.ts';
import type { Field } from './column-names.ts';
import { quotation } from './file-problem.ts';
import { withGroupsAbove } from './grouped-headers.ts';
import type { Findings } from './findings.ts';
import { MAX_LINES } from './input-file.ts';
import type { Unheld } from './unheld-words.ts';
import { firstRows, separators, splitRows, type Row, type Separator } from './split-rows.ts';

/** A table in a file: a header and the rows under it. Brokers write one for each account, or one for all. */
export interface Section {
  /** The line of text above the header, e.g. an account's name; "" where there is none. */
  title: string;
  headerLine: number;
  columns: ColumnMap;
  rows: Row[];
  /** Accounts that rows of their own name between those of what is held. */
  headed?: HeadedAccounts;
  /** Headings such as "Sold positions", and the rows below them. */
  unheld?: { headings: ReadonlySet<Row>; rows: ReadonlyMap<Row, UnheldRow> };
}

/** What says of a row that it is not held: the heading above it. */
export interface UnheldRow {
  label: string;
  how: Unheld;
}

/** Rows that name the account of those below them; those that end an account, which they do too; what they say of each row below. */
export interface HeadedAccounts {
  headings: ReadonlySet<Row>;
  ends: ReadonlySet<Row>;
  says: ReadonlyMap<Row, Readonly<Partial<Record<Field, string>>>>;
}

export interface Table {
  separator: Separator;
  /** Lines above the first header. */
  preamble: Row[];
  sections: Section[];
  /** The rows below, from the header of a table of transactions on; empty where there is none. */
  transactions: Row[];
  /** What the account is called that the whole table belongs to, where its rows do not say. */
  account?: string;
  /** How that account is taxed, where the file says so beside the table. */
  accountType?: StatedAccountType;
  /** The day that the header of its prices or values states. */
  statedDay?: IsoDate;
}

/** How an account is taxed by what a file says: the text under a header. */
export interface StatedAccountType {
  value: AccountType;
  column: string;
  text: string;
}

/** Rows above a header: an address, a title, some accounts' totals. */
const DEEPEST_HEADER = 200;
/** Rows under a header by which it is understood. */
const ROWS_BELOW = 50;

/** A cell that is a number, a date or an amount, and no name of a column. */
const isFigure = (cell: string): boolean => /^[^\p{L}]*\d[^\p{L}]*$/u.test(cell);

/**
 * Whether a row may be a header. A row of figures is none, whatever words stand beside them: the codes STK and ISIN, which brokers
 * write in their rows, are headers elsewhere. A year may head a column of the first one; below it a single figure is enough.
 */
function mayBeHeader({ cells }: Row, { positions, headers }: ColumnMap, earlier: readonly Section[]): boolean {
  const figures = cells.filter(isFigure).length;
  if (figures === 0 || earlier.length === 0) return figures < Math.max(2, positions.size);
  return earlier.some(({ columns }) => columns.headers.join('\n') === headers.join('\n'));
}

export const isBlank = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === '');
export const textOf = ({ cells }: Row): string => cells.filter((cell) => cell.trim() !== '').join(' ');

/** What a row must have to be the header of one kind of table. */
export interface TableKind {
  fits: (columns: ColumnMap) => boolean;
  /** Names of columns that are not there, for the person. */
  lacks: (columns: ColumnMap) => string[];
}

const NOUN: Partial<Record<Field, string>> = { symbol: 'symbol (or ticker)', quantity: 'quantity (or shares, units)' };

/** What to change in a file that lacks a column. */
const REMEDY: readonly (readonly [noun: string, remedy: string])[] = [
  [NOUN.symbol ?? '', 'head the column of tickers, ISINs or names "Symbol"'],
  [
    NOUN.quantity ?? '',
    'head the column that says how many are held "Quantity", or where only a value is known "Value"',
  ],
];

const DATED = '; values beside days may be the history of one holding, and are not added up';
const mayBeHistory = ({ positions }: ColumnMap): boolean =>
  positions.has('marketValue') && (positions.has('tradeDate') || positions.has('priceDate'));

/** What an account is worth in all. */
const IN_ALL = /^(?:.* )?(?:balance|value|worth|total|amount)s?\b/i;
/** A list of accounts, each with its balance: nothing tells what is in them. */
const listsAccounts = ({ positions, headers }: ColumnMap): boolean =>
  positions.has('account') &&
  !positions.has('symbol') &&
  !positions.has('name') &&
  !positions.has('quantity') &&
  headers.some((header) => IN_ALL.test(header.trim()));
const INSIDE =
  '; that is what each account is worth and not what it holds: write a line for each fund, share and sum of money in it, in the columns Account, Symbol (a ticker, a name or Cash) and Value';

/** A table that has all of these fields. */
export const tableOf = (...required: Field[]): TableKind => ({
  fits: (columns) => has(columns, required),
  lacks: ({ positions }) => required.filter((field) => !positions.has(field)).map((field) => NOUN[field] ?? field),
});

export interface Header {
  separator: Separator;
  /** How many columns are known, and 1000 where the row fits. */
  known: number;
  row: Row | null;
  /** How that row is understood, by itself and by those below it. */
  columns: ColumnMap | null;
}

/** The row that makes the best header under one separator: the first that fits, else the one with most known columns. */
function bestHeader(text: string, separator: Separator, kind: TableKind): Header {
  let best: Header = { separator, known: 0, row: null, columns: null };
  const rows = firstRows(text, separator, DEEPEST_HEADER);
  for (const [index, row] of rows.entries()) {
    const columns = columnMap(row.cells, () => rows.slice(index + 1, index + 1 + ROWS_BELOW));
    if (kind.fits(columns) && mayBeHeader(row, columns, []))
      return { separator, known: FITS + columns.positions.size, row, columns };
    const known = columns.positions.size + (row.cells.length > 1 ? 0.5 : 0);
    if (!isBlank(row) && known > best.known) best = { separator, known, row, columns };
  }
  return best;
}

const FITS = 1000;

/** The header of the first table of a kind under whichever separator makes most of it; its row is null where none fits. */
export function findHeader(text: string, kind: TableKind): Header {
  const candidates = separators.map((separator) => bestHeader(text, separator, kind));
  return candidates.reduce((left, right) => (right.known > left.known ? right : left));
}

export const isFound = ({ row, known }: Header): boolean => row !== null && known >= FITS;

function complainOfHeader({ row, columns: read }: Header, kind: TableKind, findings: Findings): void {
  const columns = read ?? columnMap([]);
  const found = columns.headers.filter((header) => header !== '').map((header) => `"${quotation(header)}"`);
  const seen = found.length === 0 ? 'no columns were found' : `the columns found are ${found.slice(0, 40).join(', ')}`;
  const lacks = kind.lacks(columns);
  const known = lacks.flatMap((name) => REMEDY.filter(([noun]) => noun === name));
  const remedies = known.map(([, remedy]) => remedy).join(', and ');
  const advice = listsAccounts(columns)
    ? INSIDE
    : remedies === '' || found.length === 0
      ? ''
      : `; ${remedies}${read !== null && mayBeHistory(read) ? DATED : ''}`;
  findings.problem(`there is no column ${lacks.join(' and no column ')}; ${seen}${advice}`, row?.line ?? null);
}

/** Whether a text has more lines than are read: a problem. */
function isTooLong(text: string, findings: Findings): boolean {
  const lines = text.split('\n').length;
  if (lines > MAX_LINES) findings.problem(`the file has ${lines} lines; at most ${MAX_LINES} are read`);
  return lines > MAX_LINES;
}

/** The tables of one kind in rows whose first is a header of it. */
export const tablesIn = (rows: readonly Row[], kind: TableKind): Section[] => sectionsOf(rows, [], kind).sections;

/** Splits a delimited text into its tables of one kind. Null, with a problem, where no row is a header of it. */
export function findTable(text: string, kind: TableKind, findings: Findings): Table | null {
  if (isTooLong(text, findings)) return null;
  const header = findHeader(text, kind);
  const rows = splitRows(text, header.separator, findings);
  if (!isFound(header) || header.row === null) {
    complainOfHeader(header, kind, findings);
    return null;
  }
  const start = header.row.line;
  const preamble = rows.filter(({ line }) => line < start);
  const under = rows.filter(({ line }) => line >= start);
  return { separator: header.separator, preamble, ...sectionsOf(under, preamble, kind) };
}

/** The text of a row that holds nothing else. */
const titleIn = (row: Row): string => (row.cells.filter((cell) => cell !== '').length === 1 ? textOf(row) : '');

/** Tables of one kind, and what follows from the first table of transactions on, where that is another kind. */
function sectionsOf(
  rows: readonly Row[],
  preamble: readonly Row[],
  kind: TableKind,
): Pick<Table, 'sections' | 'transactions'> {
  const sections: Section[] = [];
  let above = preamble.filter((row) => !isBlank(row)).at(-1);
  for (const [index, row] of rows.entries()) {
    const columns = columnMap(withGroupsAbove(row, above), () => rows.slice(index + 1, index + 1 + ROWS_BELOW));
    const current = sections.at(-1);
    const isHeader = mayBeHeader(row, columns, sections);
    if (isHeader && kind.fits(columns)) {
      const own = above === undefined ? '' : titleIn(above);
      if (above !== undefined && own !== '') current?.rows.splice(current.rows.lastIndexOf(above), 1);
      sections.push({ title: own === '' ? (current?.title ?? '') : own, headerLine: row.line, columns, rows: [] });
    } else if (isHeader && columns.trades && columns.positions.size >= 2) {
      return { sections, transactions: rows.slice(index) };
    } else current?.rows.push(row);
    if (!isBlank(row)) above = row;
  }
  return { sections, transactions: [] };
}
