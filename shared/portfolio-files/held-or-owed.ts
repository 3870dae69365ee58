import type { Field } from './column-names.ts';
import { quotation } from './file-problem.ts';
import { isMissing } from './missing-text.ts';
import type { CellReader } from './read-cells.ts';
import type { TableRow } from './table-row.ts';
import { valueInFile } from './unsupported.ts';

/** Headers of columns that say whether a line is owned or owed, whatever words they use for it. */
const SIDE =
  /(?<!\p{L})(?:side|direction|long|l\s?\/\s?s|debit|credit|[cd]r\s?\/\s?[cd]r|richtung|seite|sens|direcci[oó]n|direzione|richting)(?!\p{L})/iu;
/** Columns that may say it among kinds of holdings: Fidelity's "Type" is Cash, Margin or Short. */
const KIND = /(?<!\p{L})(?:type|typ|tipo|art|position|sub[- ]?account|holding|asset class|asset category)(?!\p{L})/iu;
/** Columns of how long something was or will be held, and of names. */
const OF_TIME =
  /term|period|duration|maturit|horizon|gain|tax|style|strategy|date|name|desc|quantity|price|value|cost/i;

const SHORT =
  /^(?:sold[\s-]*)?short(?:ed|s)?(?:[\s-]+(?:positions?|sales?|sold|stocks?|equit(?:y|ies)|shares?|etfs?|margin))?$|^(?:(?:common )?stocks?|equit(?:y|ies)|etfs?|shares?|margin|positions?)\s*[-,/(–:]*\s*short\)?$|^leerverk[aä]uf\w*$|^vente à découvert$/i;
const SHORT_BY_LETTER = /^(?:s|sh|shrt|sht|sell|sold|corto|scoperto|court|découvert)$/i;
const SHORT_BY_NAME = /\((?:sold )?short\)\s*$|\bsold short\b|^short position\b/i;

const OWED = /^(?:debit(?: balance)?|dr\.?|db|owed|liabilit(?:y|ies)|(?:margin )?loan|margin debit|overdraft)$/i;
const OWED_BY_NAME = /(?<!no )\b(?:debit|overdraft|overdrawn|margin loan)\b/i;

/** What says that a line is no part of what is owned. */
export interface Owing {
  column: string | null;
  text: string;
}

/** How a column may say whether a line is owned or owed: its header is of that, or of kinds among which that may stand; null where it cannot. */
export function sideColumn(header: string, positions: ReadonlyMap<Field, number>): 'side' | 'kind' | null {
  if (OF_TIME.test(header)) return null;
  // In a list of purchases "Long/Short" is how long ago they were.
  const isSide = SIDE.test(header) && !(positions.has('acquired') && /\blong\b/i.test(header));
  return isSide ? 'side' : KIND.test(header) ? 'kind' : null;
}

/** The first cell of a row that says so, in a column whose header can. */
function saidIn(row: TableRow, says: (text: string, isSide: boolean) => boolean): Owing | null {
  const { headers, positions } = row.section.columns;
  for (const [at, header] of headers.entries()) {
    const column = sideColumn(header, positions);
    if (column === null) continue;
    const text = (row.row.cells[at] ?? '').trim();
    if (!isMissing(text) && says(text, column === 'side')) return { column: header, text };
  }
  return null;
}

/** What says of a row that it is sold short: a column of sides or kinds, its name, or a value below zero, whatever its quantity's sign. */
export function soldShort(row: TableRow, cells: CellReader): Owing | null {
  const said = saidIn(row, (text, isSide) => SHORT.test(text) || (isSide && SHORT_BY_LETTER.test(text)));
  const name = row.text('name');
  if (said !== null) return said;
  if (SHORT_BY_NAME.test(name)) return { column: row.header('name'), text: name };
  const fields = ['marketValue', 'accountValue'] as const;
  const below = fields.find((field) => cells.number(field)?.value.startsWith('-') === true);
  return below === undefined ? null : { column: row.header(below), text: row.text(below) };
}

/** What says of a line of cash that it is owed, whatever the sign of its amount. */
export function cashOwed(row: TableRow): Owing | null {
  const said = saidIn(row, (text) => OWED.test(text));
  const label = row.text('name') || row.text('symbol');
  return said ?? (OWED_BY_NAME.test(label) ? { column: null, text: label } : null);
}

/** Whether a heading inside a table says that the lines below it are sold short: "Short positions". */
export const isShortHeading = (text: string): boolean => SHORT.test(text.replace(/\s*:$/, '').trim());

/** How a note gives what says it. */
export const sayingSo = ({ column, text }: Owing): string =>
  column === null ? `"${quotation(text)}" says so` : `its ${quotation(column)} says "${quotation(text)}"`;

/** Says that a line was left out, as one with a quantity below zero is. */
export function noteSoldShort(row: TableRow, cells: CellReader, owing: Owing): void {
  const what = quotation(row.text('name') || row.text('symbol'));
  const read = cells.number('quantity')?.value ?? '';
  const quantity = read === '' ? '' : ` (${read})`;
  const by = read.startsWith('-') ? '' : `, as ${sayingSo(owing)}`;
  const why = `it is sold short${by}, which is not supported`;
  cells.note('left_out', 'quantity', `"${what}"${quantity} was left out of every total: ${why}${valueInFile(row)}`);
}
