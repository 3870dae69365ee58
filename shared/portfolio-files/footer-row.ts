import { readDate } from './date-text.ts';
import type { DecimalMark } from './decimal-mark.ts';
import { quotation } from './file-problem.ts';
import { textOf, type Section } from './find-sections.ts';
import type { Findings } from './findings.ts';
import { isKnownTicker } from './known-codes.ts';
import { readNumber } from './number-text.ts';
import type { KnownNames } from './security-code.ts';
import type { Row } from './split-rows.ts';
import { looksLikeSymbol } from './symbol-text.ts';
import type { TableRow } from './table-row.ts';

/** What a file says of itself below its table: "As of, 11/20/2026", "Exported by, Jane". */
const OF_THE_FILE =
  /^(?:as (?:of|at|on)|date|time|(?:last )?(?:updated|downloaded|exported|generated|printed|created|refreshed)|report(?:ed)?|source|data|notes?|disclaimer|important|footnotes?|prepared|account (?:number|name|type|owner|holder)|client|customer|user|page|(?:base |reporting )?currency|prices?|quotes?|exchange rates?|fx|period|statement|valuation|benchmark|contact|copyright|rows?|number of|count|\(\d+\)|\*+|stand|datum|erstellt|quelle|hinweis)(?![\p{L}\d])/iu;
/** What a footer states with an amount. */
const OF_MONEY =
  /\b(?:cash|sweep|available|dollars|balances?|money|pending|(?:un)?settled|buying power|bp|margin|net|liq\w*|totals?|sum|value|p\s?[/&]\s?l|gains?|loss(?:es)?|interest|dividends?|income|fees?|credit|debit|worth|withdraw\w*|deposits?|change|returns?|requirements?|excess|guthaben|saldo|solde)\b/i;
/** Amounts of which nobody has the money: what was earned, could be borrowed or is asked for, and sums. */
const NO_MONEY =
  /\b(?:buying power|bp|margin|net|liq\w*|totals?|sum|p\s?[/&]\s?l|gains?|loss(?:es)?|interest|dividends?|income|fees?|change|returns?|requirements?|excess|account value|value of|page|number|count|rows?|id)\b|#/i;
/** What is held is called so; a footer that begins so may be a damaged line. */
const OF_A_HOLDING = /\b(?:funds?|etfs?|index|idx|trust|inc|corp|plc|ltd|bonds?|treas\w*|shares?|stock|class)\b/i;
const CODE = /^(?=.*\d)(?:[A-Z]{2})?[A-Z0-9]{9,10}$/;

const last = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1;
const filledIn = (row: Row): string[] => row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
const isNumber = (cell: string): boolean => readNumber(cell, '.').kind === 'number' || readNumber(cell, ',').kind === 'number'; // prettier-ignore
const isDay = (cell: string): boolean => readDate(cell, 'mdy') !== null || readDate(cell, 'dmy') !== null;

/** So few fields are a label and what it says; a line that lacks one field alone is a line. */
const MOST_FIELDS = 3;
const FEWER = 2;

const ends = new WeakMap<readonly Row[], number>();

/** The file's line of the last row of a table that has all of its fields. */
function lastLine({ columns, rows }: Section): number {
  const known = ends.get(rows);
  if (known !== undefined) return known;
  const width = last(columns.headers);
  const end = rows.findLast((row) => row.cells.length >= width && filledIn(row).length >= MOST_FIELDS)?.line ?? 0;
  ends.set(rows, end);
  return end;
}

/** Whether a row is of a label and what stands beside it, in far fewer fields than the header of its table has. */
export function isLabelled({ columns }: Section, row: Row): boolean {
  const fields = filledIn(row).length;
  return row.cells.length <= last(columns.headers) - FEWER && fields > 1 && fields <= MOST_FIELDS;
}

/** Whether a label and what stands beside it are words of a footer, and no name with what is held of it. */
function saysFooter(label: string, beside: readonly string[], { tickers, companies }: KnownNames): boolean {
  if (isKnownTicker(label) || /^\P{L}*$/u.test(label)) return false;
  if (OF_THE_FILE.test(label) || label.endsWith(':')) return true;
  const isHeld = (tickers?.(label) ?? null) !== null || (companies?.(label) ?? []).length > 0;
  const isCode = (cell: string): boolean => looksLikeSymbol(cell) && /\p{L}/u.test(cell);
  if (isHeld || isCode(label) || beside.some((cell) => isCode(cell) || CODE.test(cell))) return false;
  const numbers = beside.filter((cell) => isNumber(cell) && !isDay(cell));
  if (numbers.length > 0) return numbers.length === 1 && OF_MONEY.test(label) && !OF_A_HOLDING.test(label);
  return beside.some((cell) => isDay(cell) || cell.split(/\s+/).length >= 4);
}

/**
 * Whether a row is a line of text below a table, whose fields are not those of its header: "As of, 11/20/2026", "Cash & Sweep Vehicle,
 * 5,321.00". What may be a line of the table that lost its end is none.
 */
export function isFooter({ section, row }: TableRow, known: KnownNames = {}): boolean {
  if (!isLabelled(section, row) || row.line < lastLine(section)) return false;
  const [label = '', ...beside] = filledIn(row);
  const at = row.cells.findIndex((cell) => cell.trim() === label);
  // "Roth IRA" in a column of accounts is that of a line.
  const isListed = section.rows.some((one) => one !== row && one.line < row.line && one.cells.length > row.cells.length && (one.cells[at] ?? '').trim() === label); // prettier-ignore
  return !isListed && saysFooter(label, beside, known);
}

/** Says which amounts of rows that were passed over may be money that was not counted: it may be in the table's lines, too. */
export function noteMoneyBeside(rows: readonly Row[], mark: DecimalMark, findings: Findings): void {
  for (const row of rows) {
    const [label = '', ...beside] = filledIn(row);
    const amount = beside.find((cell) => {
      const read = readNumber(cell, mark);
      return read.kind === 'number' && !read.percent && Number(read.value) !== 0 && !isDay(cell);
    });
    if (amount === undefined || OF_THE_FILE.test(label) || NO_MONEY.test(label) || !OF_MONEY.test(label)) continue;
    const what = `"${quotation(textOf(row))}" is no line of the table and was left out`;
    findings.note('left_out', `${what}; if it is money that no line holds, add a line CASH`, row.line);
  }
}
