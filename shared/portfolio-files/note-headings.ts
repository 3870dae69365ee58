import type { Heading } from './account-headings.ts';
import { masked } from './account-names.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';

/** Headings named in one note; of the rest it says how many. */
const NAMED = 12;

function linesOf(headings: readonly Heading[]): string {
  const named = headings
    .slice(0, NAMED)
    .map(({ row, label }) => `${row.line} ("${quotation(masked(label)).slice(0, 30)}")`);
  const more = headings.length > NAMED ? ` and ${headings.length - NAMED} more` : '';
  return `${headings.length === 1 ? 'line' : 'lines'} ${named.join(', ')}${more}`;
}

/**
 * Says which rows were taken for names of accounts: those that are (`sure`), and of those that may be accounts or groups of
 * holdings the ones that were taken for accounts, and the ones that were `left`.
 */
export function noteHeadings(
  { sure, taken, left }: Record<'sure' | 'taken' | 'left', readonly Heading[]>,
  findings: Findings,
): void {
  if (sure.length > 0) {
    const each = sure.length === 1 ? 'the account' : 'accounts, each that';
    findings.note('account', `${linesOf(sure)} ${sure.length === 1 ? 'names' : 'name'} ${each} of the lines below it`);
  }
  const either = (headings: readonly Heading[]): string =>
    `${linesOf(headings)} may name ${headings.length === 1 ? 'an account or a group' : 'accounts or groups'} of holdings`;
  const [first] = sure;
  if (taken.length > 0) {
    const why =
      first === undefined
        ? 'as the same is listed under two of them'
        : `as "${quotation(first.label)}" on line ${first.row.line} is one`;
    const as = taken.length === 1 ? 'an account, and with it the lines below' : 'accounts, each of the lines below it';
    findings.note('in_doubt', `${either(taken)}: taken for ${as}, ${why}`);
  }
  if (left.length > 0) {
    const as = left.length === 1 ? 'a group' : 'groups';
    findings.note(
      'in_doubt',
      `${either(left)}: taken for ${as}; what is an account is one where each of its lines names it in a column "Account"`,
    );
  }
}
