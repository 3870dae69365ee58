import { HELD_AS, isCalledByType, readAccountType, readTypeOfName } from './account-type.ts';
import { fieldOf, type Field } from './column-names.ts';
import type { Section } from './find-sections.ts';
import { isMissing } from './missing-text.ts';
import type { Row } from './split-rows.ts';

/** Headers of columns that may say how accounts are taxed and in other files say something else. */
const MAY_SAY =
  /\b(?:type|kind|wrapper|bucket|category|class|status|treatment|registration|plan|tax|taxation|taxed|taxability)\b/i;
/** What else in such a header makes it another thing: of a fund's income, of a lot, of an order. */
const OF_SOMETHING_ELSE = /income|dividend|interest|yield|gain|loss|lots?\b|order|trade|bond|cost|basis|rate|%|\bid\b/i;

/** Words of securities, which beside a word such as "trust" or "savings" are no kind of account: "Investment trust", "Savings bond". */
const SECURITY =
  /\b(?:e[tr][fcn]s?|funds?|stocks?|shares?|bonds?|equit(?:y|ies)|treasur(?:y|ies)|notes?|options?|crypto\w*|coins?|reits?|metals?|commodit(?:y|ies)|cds?|certificates?|(?:investment|unit|estate) trusts?|annuit(?:y|ies)|property)\b/i;

/** Words of banks' accounts, which a list of what is held uses of its cash as well. */
const OF_A_BANK =
  /^(?:(?:high[- ]yield |joint )?(?:savings?|checking|current|money market|banks?|bank deposits?|trusts?|margin|regular)(?: accounts?)?)$/i;

/** Whether a cell may say how an account is taxed. */
const maySay = (text: string): boolean =>
  !HELD_AS.test(text) && readAccountType(text) !== null && (isCalledByType(text) || !SECURITY.test(text));

/** Classes of assets with cash among them, which are no account: J.P. Morgan's "Fixed Income & Cash". */
const OF_ASSETS =
  /\bfixed income\b|(?:\band|&|,|\/)\s*cash\b|\bcash (?:and|&|equivalents?|alternatives?|investments?)/i;

/** Whether a cell says it and can mean nothing else. */
const says = (text: string): boolean =>
  maySay(text) &&
  !OF_A_BANK.test(text) &&
  !OF_ASSETS.test(text) &&
  (/^tax[-_ ]/i.test(text) || readTypeOfName(text)?.plain === true);

const TOTAL = /^\W*(?:sub|grand )?totals?\b/i;

/** What stands in a column, in the rows that are no headings, notes or totals. */
const cellsAt = (rows: readonly Row[], position: number): string[] =>
  rows
    .filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1)
    .map(({ cells }) => (cells[position] ?? '').trim())
    .filter((text) => !isMissing(text) && !TOTAL.test(text));

/** Fields of headers such as "Type" and "Asset class", which is what they mean unless all their cells are kinds of accounts. */
const OF_KINDS: readonly Field[] = ['action', 'instrumentType'];

/**
 * The column that says how accounts are taxed by what stands in it, whatever its header: each of its cells is a word of that, and one
 * can be nothing else; -1 where there is none. Without any account types it is the table's own column of them.
 */
export function accountTypeColumn(headers: readonly string[], rows: readonly Row[]): number {
  return headers.findIndex((header, position) => {
    if (!mayBeOfTypes(header)) return false;
    const texts = cellsAt(rows, position);
    return texts.some(says) && texts.every(maySay);
  });
}

function mayBeOfTypes(header: string): boolean {
  const field = fieldOf(header)?.field ?? null;
  if (field !== null) return OF_KINDS.includes(field);
  return MAY_SAY.test(header) && !OF_SOMETHING_ELSE.test(header);
}

/** Whether a column of account types was found by its cells, and not by its header. */
export const isFoundByCells = (header: string | null): boolean => fieldOf(header ?? '')?.field !== 'accountType';

/** Longer texts are remarks. */
const LONGEST = 40;

/** The header of a column that says of some lines how they are taxed, and was not read as one that says it; null where there is none. */
export function unreadTypeColumn({ columns: { headers, positions }, rows }: Section): string | null {
  const read = new Set([...positions].filter(([field]) => !OF_KINDS.includes(field)).map(([, position]) => position));
  const saysSome = (position: number): boolean =>
    cellsAt(rows, position).some((text) => text.length <= LONGEST && says(text));
  return headers.find((header, position) => header !== '' && !read.has(position) && saysSome(position)) ?? null;
}
