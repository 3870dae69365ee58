import { fieldOf, type Field } from './column-names.ts';
import type { Section } from './find-sections.ts';
import { isMissing } from './missing-text.ts';
import type { Row } from './split-rows.ts';

/** An account as a summary above a table lists it: one row for each, with its number and its kind. */
export interface SummarizedAccount {
  number: string;
  /** What it is called, or the kind that it is: "ROTH IRA". */
  name: string;
}

interface Summary {
  byNumber: ReadonlyMap<string, SummarizedAccount>;
  rows: ReadonlySet<Row>;
}

const NUMBERS: readonly Field[] = ['accountNumber', 'account'];
const KINDS: readonly Field[] = ['registration', 'accountType'];

/** One account's number as different lines write it: " Z12-345678" is Z12345678. */
const numberKey = (text: string): string => text.replace(/[^\p{L}\d]+/gu, '').toUpperCase();
const isNumber = (text: string): boolean => (text.match(/\d/g) ?? []).length >= 4;

/** Where the columns of a header stand that say an account's number, its kind and its name; null where it lacks one of the first two. */
function columnsOf({ cells }: Row): Record<'number' | 'kind' | 'name', number> | null {
  const fields = cells.map((cell) => fieldOf(cell.trim())?.field ?? null);
  const first = (wanted: readonly Field[]): number =>
    wanted.map((field) => fields.indexOf(field)).find((at) => at >= 0) ?? -1;
  const [number, kind] = [first(NUMBERS), first(KINDS)];
  const name = fields.indexOf('account');
  return number < 0 || kind < 0 ? null : { number, kind, name: name === number ? -1 : name };
}

function summaryOf(preamble: readonly Row[]): Summary {
  const byNumber = new Map<string, SummarizedAccount>();
  const rows = new Set<Row>();
  let columns: ReturnType<typeof columnsOf> = null;
  for (const row of preamble) {
    const header = columnsOf(row);
    columns = header ?? columns;
    if (header !== null || columns === null) continue;
    const at = (place: number): string => (row.cells[place] ?? '').trim().replace(/\s+/g, ' ');
    const [number, kind, name] = [at(columns.number), at(columns.kind), at(columns.name)];
    if (!isNumber(number) || isMissing(kind)) continue;
    const isSaid = name.toLowerCase().includes(kind.toLowerCase());
    byNumber.set(numberKey(number), { number, name: isMissing(name) ? kind : isSaid ? name : `${name} (${kind})` });
    rows.add(row);
  }
  if (rows.size > 0) for (const row of preamble) if (columnsOf(row) !== null) rows.add(row);
  return { byNumber: namedApart(byNumber), rows };
}

/** Accounts of one kind get the end of their numbers behind it. */
function namedApart(byNumber: ReadonlyMap<string, SummarizedAccount>): Summary['byNumber'] {
  const alike = Map.groupBy(byNumber.values(), ({ name }) => name.toLowerCase());
  return new Map(
    [...byNumber].map(([key, { number, name }]) => {
      const isShared = (alike.get(name.toLowerCase())?.length ?? 0) > 1;
      return [key, { number, name: isShared ? `${name} (${key.slice(-4)})` : name }];
    }),
  );
}

/** Each row of a table may ask for it. */
const known = new WeakMap<readonly Row[], Summary>();

function summaryAbove(preamble: readonly Row[]): Summary {
  const before = known.get(preamble);
  if (before !== undefined) return before;
  const summary = summaryOf(preamble);
  known.set(preamble, summary);
  return summary;
}

/** The account that a summary above the table lists under a number; null where it lists none. */
export const summarized = (preamble: readonly Row[], number: string): SummarizedAccount | null =>
  summaryAbove(preamble).byNumber.get(numberKey(number)) ?? null;

/** The account of a summary that lists a single one; null of any other. */
export function onlySummarized(preamble: readonly Row[]): SummarizedAccount | null {
  const [first, ...others] = summaryAbove(preamble).byNumber.values();
  return first === undefined || others.length > 0 ? null : first;
}

/** A table whose rows name their accounts by numbers that the summary above it lists: each is called what it is called there. */
export function withSummarized(section: Section, preamble: readonly Row[]): Section {
  const { positions } = section.columns;
  const at = positions.get('account') ?? positions.get('accountNumber') ?? -1;
  if (at < 0 || summaryAbove(preamble).byNumber.size === 0) return section;
  const rows = section.rows.map((row) => {
    const found = summarized(preamble, row.cells[at] ?? '');
    return found === null ? row : { ...row, cells: row.cells.with(at, found.name) };
  });
  return { ...section, rows };
}

/** Whether a row above a table is the header of such a summary, or a line of it. */
export const isOfSummary = (preamble: readonly Row[], row: Row): boolean => summaryAbove(preamble).rows.has(row);
