import { columnMap, has, type ColumnMap } from './column-map.ts';
import type { Field } from './column-names.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';
import { MAX_LINES } from './input-file.ts';
import { firstRows, separators, splitRows, type Row, type Separator } from './split-rows.ts';

/** A table in a file: a header and the rows under it. Brokers write one for each account, or one for all. */
export interface Section {
  /** The line of text above the header, e.g. an account's name; "" where there is none. */
  title: string;
  headerLine: number;
  columns: ColumnMap;
  rows: Row[];
}

export interface Table {
  separator: Separator;
  /** Lines above the first header. */
  preamble: Row[];
  sections: Section[];
}

/** Rows above a header: an address, a title, some accounts' totals. */
const DEEPEST_HEADER = 200;

export const isBlank = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === '');
export const textOf = ({ cells }: Row): string => cells.filter((cell) => cell.trim() !== '').join(' ');

interface Candidate {
  separator: Separator;
  known: number;
  row: Row | null;
}

/** The row that makes the best header under one separator: all of `required` first, then as many known columns. */
function bestHeader(text: string, separator: Separator, required: readonly Field[]): Candidate {
  let best: Candidate = { separator, known: 0, row: null };
  for (const row of firstRows(text, separator, DEEPEST_HEADER)) {
    const columns = columnMap(row.cells);
    if (has(columns, required)) return { separator, known: 1000 + columns.positions.size, row };
    const known = columns.positions.size + (row.cells.length > 1 ? 0.5 : 0);
    if (!isBlank(row) && known > best.known) best = { separator, known, row };
  }
  return best;
}

const NOUN: Partial<Record<Field, string>> = { symbol: 'symbol (or ticker)', quantity: 'quantity (or shares, units)' };

function complainOfHeader({ row }: Candidate, required: readonly Field[], findings: Findings): void {
  const columns = columnMap(row?.cells ?? []);
  const absent = required.filter((field) => !columns.positions.has(field)).map((field) => NOUN[field] ?? field);
  const found = columns.headers.filter((header) => header !== '').map((header) => `"${quotation(header)}"`);
  const seen = found.length === 0 ? 'no columns were found' : `the columns found are ${found.slice(0, 40).join(', ')}`;
  findings.problem(`there is no column ${absent.join(' and no column ')}; ${seen}`, row?.line ?? null);
}

/** Splits a delimited text into its tables. Null, with a problem, where no row is a header with the `required` fields. */
export function findTable(text: string, required: readonly Field[], findings: Findings): Table | null {
  const lines = text.split('\n').length;
  if (lines > MAX_LINES) {
    findings.problem(`the file has ${lines} lines; at most ${MAX_LINES} are read`);
    return null;
  }
  const candidates = separators.map((separator) => bestHeader(text, separator, required));
  const best = candidates.reduce((left, right) => (right.known > left.known ? right : left));
  const rows = splitRows(text, best.separator, findings);
  if (best.row === null || best.known < 1000) {
    complainOfHeader(best, required, findings);
    return null;
  }
  if (columnMap(best.row.cells).trades) {
    findings.problem('this is a list of trades, not of what is held; export the positions instead', best.row.line);
    return null;
  }
  const start = best.row.line;
  const preamble = rows.filter(({ line }) => line < start);
  const sections = sectionsOf(
    rows.filter(({ line }) => line >= start),
    preamble,
    required,
    findings,
  );
  return { separator: best.separator, preamble, sections };
}

/** The text of a row that holds nothing else. */
const titleIn = (row: Row): string => (row.cells.filter((cell) => cell !== '').length === 1 ? textOf(row) : '');

function sectionsOf(
  rows: readonly Row[],
  preamble: readonly Row[],
  required: readonly Field[],
  findings: Findings,
): Section[] {
  const sections: Section[] = [];
  let above = preamble.filter((row) => !isBlank(row)).at(-1);
  for (const row of rows) {
    const columns = columnMap(row.cells);
    const current = sections.at(-1);
    if (columns.trades && columns.positions.size >= 2) {
      findings.note('from here on the file lists trades, which were not read', row.line);
      break;
    }
    if (has(columns, required)) {
      const own = above === undefined ? '' : titleIn(above);
      if (above !== undefined && own !== '') current?.rows.splice(current.rows.lastIndexOf(above), 1);
      sections.push({ title: own === '' ? (current?.title ?? '') : own, headerLine: row.line, columns, rows: [] });
    } else current?.rows.push(row);
    if (!isBlank(row)) above = row;
  }
  return sections;
}
