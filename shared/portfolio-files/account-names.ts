import { accountAbove } from './account-above.ts';
import { isCalledByType } from './account-type.ts';
import { fieldOf } from './column-names.ts';
import { isBlank, textOf, type Section, type Table } from './find-sections.ts';
import type { Row } from './split-rows.ts';
import { onlySummarized, summarized } from './summary-accounts.ts';
import type { TableRow } from './table-row.ts';

/** The account of a file that names none. */
export const ONLY_ACCOUNT = 'Portfolio';

/** The key of that account. */
export const UNNAMED = '';

/** An account as a row refers to it. */
export interface AccountReference {
  /** The same for every row of one account. */
  key: string;
  name: string;
  number: string;
  /** What tells it from others of its name: its kind, where it is, whose it is. */
  apart?: readonly string[];
  /** What the cells of its first row say of it. */
  told?: Readonly<Record<'name' | 'number' | 'kind' | 'institution' | 'owner', string>>;
}

const POSITIONS_FOR = /^(?:(?:positions|transactions)\s+for\s+(?:account\s+)?|for account:\s*)(.+?)(?:\s+as of\b.*)?$/i;

/** An account's number as it is safe to show; a name that people gave stays as it is. */
export function masked(number: string): string {
  const isNumber = /^[A-Z]{0,4}[-\s]?[\dX*][\dX*\s.-]{4,}$/i.test(number) && /\d{3,}/.test(number);
  return isNumber ? `Account ending ${number.replace(/\D/g, '').slice(-4)}` : number;
}

/** What a file without a column of accounts says of them: a title above each of several tables, or one above the table. */
export function titleOf({ section }: Pick<TableRow, 'section'>, table: Table): string {
  if (table.account !== undefined) return table.account;
  const { sections, preamble } = table;
  const titles = sections.length > 1 ? [section.title] : preamble.map(textOf);
  const said = titles.map((title) => POSITIONS_FOR.exec(title)?.[1]).find((name) => name !== undefined);
  const named = said === undefined && sections.length === 1 ? accountOfSummary(preamble) : null;
  const hidden = /^[#Xx*]+(\d{3,4})$/.exec(said ?? '')?.[1];
  if (hidden !== undefined) return `Account ending ${hidden}`;
  const titled = sections.length === 1 ? accountInTitle(preamble) : null;
  const above = sections.length === 1 ? accountAbove(preamble) : null;
  const labelled = above && masked(above.name || above.number);
  const listed = summarized(preamble, said ?? (sections.length > 1 ? section.title : (above?.number ?? '')));
  const called = listed?.name ?? said ?? named ?? titled ?? onlySummarized(preamble)?.name ?? labelled;
  return (called ?? (sections.length > 1 ? accountTitled(section) : '')).slice(0, 100);
}

/** What the title above one of several tables calls its account: "Plan name: Acme 401(k)", or the title as it is. */
function accountTitled({ title }: Section): string {
  const said = accountAbove([{ cells: [title] }]);
  return said === null ? title : said.name || masked(said.number);
}

/** Whether a row above a table names an account, whatever its table: "Positions for Joint", "HL Stocks and Shares ISA". */
export const isAccountTitle = (row: Row): boolean => POSITIONS_FOR.test(textOf(row)) || isCalledAfterTax(row);

function isCalledAfterTax(row: Row): boolean {
  const title = textOf(row).trim();
  const isAlone = row.cells.filter((cell) => cell.trim() !== '').length === 1;
  return isAlone && title.length <= LONGEST_TITLE && isCalledByType(title);
}

/** The account that a title above the table names, where it is called after how it is taxed: "HL Stocks and Shares ISA". */
function accountInTitle(preamble: readonly Row[]): string | null {
  const named = preamble.filter(isCalledAfterTax).map((row) => textOf(row).trim());
  const [first, ...others] = [...new Set(named)];
  return others.length === 0 ? (first ?? null) : null;
}

/** Longer ones are prose. */
const LONGEST_TITLE = 60;

/** What a second column of figures is called. */
const FIGURES =
  /(?:^|\s)(?:value|balance|worth|total|assets|amount|gain|saldo|\p{L}*wert|valeur|solde|valor|valore)$/iu;

/** Whether a row has headers and no account: of "Account,Roth IRA" the second cell is what the account is called. */
function isSummaryHeader({ cells }: Row): boolean {
  const [first = '', second = '', ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (fieldOf(first)?.field !== 'account' || second === '') return false;
  if (fieldOf(second) !== null || FIGURES.test(second)) return true;
  return others.length > 0 && ![second, ...others].some((cell) => /\d/.test(cell));
}

/** The account of a summary above the table: a row of headers that begins with one such as "Account", and one row under it. */
function accountOfSummary(preamble: readonly Row[]): string | null {
  const filled = preamble.filter((row) => !isBlank(row));
  const header = filled.findIndex(isSummaryHeader);
  const [first, second] = filled.slice(header + 1).filter(({ cells }) => cells.length > 1 && (cells[1] ?? '') !== '');
  const name = header < 0 || first === undefined ? '' : (first.cells[0] ?? '').trim();
  return name === '' || second?.cells.length === first?.cells.length ? null : masked(name);
}

/** Whether a name has some words in it already: "Ann's 401k" says that it is Ann's. */
function says(name: string, words: string): boolean {
  const plain = (text: string): string =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return plain(name).includes(plain(words));
}

/** One name for each account, no two alike: accounts of one name get what tells them apart, or the end of their numbers. */
export function accountNames(references: readonly AccountReference[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const keys = new Map<string, Set<string>>();
  for (const { key, name } of references) {
    const known = keys.get(name.toLowerCase()) ?? new Set();
    keys.set(name.toLowerCase(), known.add(key));
  }
  const shared = ({ name }: AccountReference): boolean => (keys.get(name.toLowerCase())?.size ?? 0) > 1;
  for (const one of references) {
    const plain = one.name === '' ? masked(one.number) : one.name;
    const apart = (one.apart ?? []).filter((words) => !says(plain, words)).join(', ');
    const end = one.name !== '' && one.number !== '' && shared(one) ? one.number.slice(-4) : apart;
    const short = end === '' ? plain : `${plain} (${end})`;
    const last = one.number === '' ? String(names.size + 1) : one.number;
    const name = taken.has(short.toLowerCase()) ? `${plain} (${last})` : short;
    taken.add(name.toLowerCase());
    names.set(one.key, name);
  }
  return names;
}
