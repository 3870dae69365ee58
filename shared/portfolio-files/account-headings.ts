import { HELD_AS, readAccountType } from './account-type.ts';
import { windowOf } from './brokerage-window.ts';
import { cashLabel } from './cash-label.ts';
import type { Field } from './column-names.ts';
import { currencyNamed, isCurrencyCode } from './currency-text.ts';
import type { DecimalMark } from './decimal-mark.ts';
import { isBlank, type Section } from './find-sections.ts';
import { isGroupOfHoldings } from './group-words.ts';
import { accountInHeading, headingKind, type HeadingKind } from './heading-name.ts';
import { isKnownTicker } from './known-codes.ts';
import { isBelonging } from './household-line.ts';
import { isMissing } from './missing-text.ts';
import { isAccountAlone } from './nameless.ts';
import { rowKind } from './row-kind.ts';
import type { KnownNames } from './security-code.ts';
import type { Row } from './split-rows.ts';
import { rowValue, subtotalRows } from './subtotal-rows.ts';
import { looksLikeSymbol } from './symbol-text.ts';
import { tableRow, type TableRow } from './table-row.ts';

/** What an account's cells say, by field. */
export type AccountWords = Readonly<Partial<Record<Field, string>>>;

/** Columns that say of a row in which account it is. */
const OF_ACCOUNT: readonly Field[] = [
  ...(['account', 'registration', 'accountNumber', 'accountType', 'institution', 'owner'] as const),
];
/** Those that name it by themselves. */
const NAMING: readonly Field[] = ['account', 'registration', 'accountNumber'];

/** A row of words alone, or with the sum of the rows below it. */
export interface Heading {
  row: Row;
  label: string;
  kind: HeadingKind;
  /** What it says of the account; of the rows below it, where it is one. */
  says: AccountWords;
  /** Its words stand in the column of accounts itself. */
  isInColumn: boolean;
  /** What it states that the rows below are worth; null where it states no figure of them. */
  sum: number | null;
  /** The column that its words are in: groups within accounts often have one of their own. */
  column: number;
}

/** What states of a row how many there are, and what they are worth. */
const COUNTED: readonly Field[] = ['quantity', 'marketValue'];

const isFigure = (cell: string): boolean => /\d/.test(cell) && !/\p{L}/u.test(cell.replace(/\b[A-Z]{3}\b/, ''));
const isCurrency = (cell: string): boolean => isCurrencyCode(cell) || currencyNamed(cell) !== null;

/** The words of a row that holds nothing else but what its account is, and figures; null for any other row. */
function wordsOf(table: TableRow): Pick<Heading, 'label' | 'says' | 'column'> | null {
  const { positions } = table.section.columns;
  const fieldsAt = Map.groupBy(positions, ([, at]) => at);
  const says: Partial<Record<Field, string>> = {};
  let label = '';
  let column = -1;
  for (const [at, raw] of table.row.cells.entries()) {
    const cell = raw.trim().replace(/\s+/g, ' ');
    const fields = (fieldsAt.get(at) ?? []).map(([field]) => field);
    const own = fields.find((field) => OF_ACCOUNT.includes(field));
    const isLabels = fields.includes('symbol') || fields.includes('name') || (at === 0 && fields.length === 0);
    if (isMissing(cell)) continue;
    if (own !== undefined) {
      says[own] = cell;
      if (column < 0 || NAMING.includes(own)) column = at;
    } else if (isLabels) {
      if (label !== '' && label !== cell) return null;
      [label, column] = [cell, at];
    } else if (!isFigure(cell) && !(fields.includes('currency') && isCurrency(cell))) return null;
  }
  const isNamed = 'account' in says || 'registration' in says;
  if (column < 0 || (label !== '' && isNamed)) return null;
  return { label, says, column };
}

/** A row as a heading, by itself and by the row below it; null where it is none. */
function headingOf(table: TableRow, next: TableRow | null, mark: DecimalMark, known: KnownNames): Heading | null {
  const words = wordsOf(table);
  if (words === null || /\d/.test(table.text('price')) || rowKind(table, false) === 'total') return null;
  const { label, says, column } = words;
  const isCounted = COUNTED.some((field) => /[1-9]/.test(table.text(field)));
  const common = { row: table.row, says, column, sum: isCounted ? rowValue(table, mark) : null };
  if (label === '') {
    const name = NAMING.map((field) => says[field]).find((text) => text !== undefined) ?? '';
    const isGroup = isGroupOfHoldings(name || (says.accountType ?? ''));
    const kind = isGroup ? 'group' : 'account';
    return { ...common, label: name || Object.values(says).join(' '), kind, isInColumn: true };
  }
  const kind = headingKind(label, known);
  if (kind === null) return null;
  const isSymbol = looksLikeSymbol(table.text('symbol'));
  // A ticker alone is a holding that lacks its figures.
  if (isSymbol && (isKnownTicker(label) || kind !== 'account') && rowKind(table, false) !== 'text') return null;
  // "Joint savings" may be cash of its own, or the account of the cash below it, which is as much.
  const isOfNext = kind === 'account' && next !== null && cashLabel(next) !== null && rowValue(next, mark) === rowValue(table, mark); // prettier-ignore
  if (isCounted && ((cashLabel(table) !== null && !isOfNext) || windowOf(table) !== null || kind !== 'account')) return null; // prettier-ignore
  return { ...common, label, kind, says: { ...says, account: accountInHeading(label) }, isInColumn: false };
}

/** A sum is that of the rows below to the rounding of their prices; that of an account may leave out some cash, or be of another day. */
const [EXACTLY, NEARLY] = [0.002, 0.1];

/** A row of a table as it bears on what is held in which account. */
export type Part =
  | { kind: 'heading'; heading: Heading; held: readonly TableRow[] }
  | { kind: 'held'; table: TableRow; isOwn: boolean; ownAccount?: string }
  | { kind: 'total'; table: TableRow };

/** The rows of a table that head others, hold something or end a list, in its order. `held` are the rows under a heading. */
export function partsOf(section: Section, mark: DecimalMark, known: KnownNames): Part[] {
  const subtotals = subtotalRows(section, mark);
  const parts = section.rows.flatMap((row, at): Part[] => {
    if (isBlank(row) || section.unheld?.rows.has(row) === true) return [];
    const table = tableRow(section, row);
    // "Sold positions" names no account, and ends the one above it.
    if (section.unheld?.headings.has(row) === true) return [{ kind: 'total', table }];
    const below = section.rows[at + 1];
    const heading = headingOf(table, below === undefined ? null : tableRow(section, below), mark, known);
    if (heading !== null) return [{ kind: 'heading', heading, held: [] }];
    const kind = rowKind(table, false);
    if (kind === 'total') return [{ kind, table }];
    if (kind === 'text' || subtotals.has(row) || !COUNTED.some((field) => /\d/.test(table.text(field)))) return [];
    return [{ kind: 'held', table, isOwn: saysAccount(table) }];
  });
  const apart = new Map<TableRow, string>();
  const headed = withParts(parts).map((part, at, all) => {
    if (part.kind !== 'heading') return part;
    const held = rowsUnder(all, at);
    if (isOver(part.heading, held, section, mark, known)) return { ...part, held };
    const [own, next] = upToSum(part.heading, held, mark, known);
    if (next === null) return { ...part, held: [] };
    apart.set(next.table, next.account);
    return { ...part, held: own };
  });
  return headed.map((part) => {
    const ownAccount = part.kind === 'held' ? apart.get(part.table) : undefined;
    return ownAccount === undefined || part.kind !== 'held' ? part : { ...part, isOwn: true, ownAccount };
  });
}

/** The rows that come to what the heading above them states, where a line that is an account of its own ("Joint savings") follows them. */
function upToSum(
  { sum, isInColumn }: Heading,
  held: readonly TableRow[],
  mark: DecimalMark,
  known: KnownNames,
): [own: readonly TableRow[], next: { table: TableRow; account: string } | null] {
  let total = 0;
  for (const [at, one] of held.entries()) {
    total += rowValue(one, mark);
    const next = held[at + 1];
    if (sum === null || isInColumn || next === undefined || Math.abs(total - sum) > EXACTLY * Math.abs(sum)) continue;
    const label = next.text('name') || next.text('symbol');
    const isAccount = cashLabel(next) !== null && headingKind(label, known) === 'account';
    return isAccount ? [held.slice(0, at + 1), { table: next, account: accountInHeading(label) }] : [[], null];
  }
  return [[], null];
}

/** Words that stand right below the name of an account, before anything is held in it, head a part of it, and so do others after them. */
function withParts(parts: readonly Part[]): Part[] {
  let isNested = false;
  return parts.map((part, at) => {
    if (part.kind !== 'heading') return part;
    const { heading } = part;
    const next = parts[at + 1];
    if (heading.kind === 'account') isNested = next?.kind === 'heading' && next.heading.kind === 'open';
    return isNested && heading.kind === 'open' ? { ...part, heading: { ...heading, kind: 'part' } } : part;
  });
}

/** A row that names its own account, or says its kind. */
function saysAccount(table: TableRow): boolean {
  const kind = table.text('accountType');
  const isKind = !isMissing(kind) && !HELD_AS.test(kind) && readAccountType(kind) !== null;
  return isKind || NAMING.some((field) => !isMissing(table.text(field)));
}

/** What is held below the heading at a place, until the next account, the end of the list or a row that says its own. */
function rowsUnder(parts: readonly Part[], at: number): TableRow[] {
  const part = parts[at];
  const held: TableRow[] = [];
  if (part?.kind !== 'heading' || part.heading.kind === 'group') return held;
  const { kind, column } = part.heading;
  const ends = (next: Heading): boolean =>
    kind === 'part' || next.kind === 'account' || (next.kind === 'open' && (kind === 'open' || next.column === column));
  for (let below = at + 1; below < parts.length; below += 1) {
    const next = parts[below];
    if (next?.kind === 'held' && !next.isOwn) held.push(next.table);
    else if (next?.kind !== 'heading' || ends(next.heading)) break;
  }
  return held;
}

/** Whether rows are those of the heading above them: what it states beside its words has to be their sum. */
function isOver(
  { row, sum, isInColumn }: Heading,
  held: readonly TableRow[],
  section: Section,
  mark: DecimalMark,
  known: KnownNames,
): boolean {
  if (held.length === 0) return false;
  if (sum === null || isInColumn) return true;
  const own = held.filter((one) => !isBelonging(one)).reduce((total, one) => total + rowValue(one, mark), 0);
  const isLoose = !section.columns.valued && isAccountAlone(tableRow(section, row), known);
  return Math.abs(own - sum) <= (isLoose ? NEARLY : EXACTLY) * Math.abs(sum);
}
