import { LONGEST_NOTE } from '../schemas/input-notes.ts';
import type { AccountType } from '../schemas/portfolio.ts';
import { UNNAMED, type AccountReference } from './account-names.ts';
import { readTypeOfName } from './account-type.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';

/**
 * An account as a file has it, and how it was found to be taxed: `funds` where all that it holds is of the Thrift
 * Savings Plan, `hint` where its name hints at more than it says, `assumed` where
 * nothing says it, `debt` of a mortgage or the like, which is not taxed at all.
 */
export interface AccountOrigin {
  reference: AccountReference;
  name: string;
  type: AccountType;
  typeFrom: 'column' | 'name' | 'funds' | 'hint' | 'assumed' | 'debt';
}

const WORDS: Record<AccountType, string> = {
  taxable: 'taxable',
  tax_deferred: 'tax-deferred',
  tax_free: 'tax-free',
  other: 'other',
};

/** So many accounts are named, the rest counted. */
const NAMED = 20;
/** So many characters of names in one note: a report cuts off what is longer than `LONGEST_NOTE`, file's name and all. */
const LONGEST = LONGEST_NOTE - 150;

/** The first of them in lists that are short enough for a note each; the last list counts what is not named. */
function listsOf(all: readonly string[]): string[] {
  const lists: string[][] = [];
  for (const one of all.slice(0, NAMED)) {
    const last = lists.at(-1);
    if (last !== undefined && [...last, one].join(', ').length <= LONGEST) last.push(one);
    else lists.push([one]);
  }
  const more = all.length > NAMED ? ` and ${all.length - NAMED} more` : '';
  return lists.map((list, at) => `${list.join(', ')}${at === lists.length - 1 ? more : ''}`);
}

/** `stated` is what a column or a field says of how the account is taxed; null where none does. */
export function originOf(reference: AccountReference, name: string, stated: AccountType | null): AccountOrigin {
  if (stated !== null) return { reference, name, type: stated, typeFrom: 'column' };
  const { type, plain } = readTypeOfName(name) ?? { type: 'taxable', plain: false };
  // A hint at what is assumed of every account says nothing.
  return { reference, name, type, typeFrom: plain ? 'name' : type === 'taxable' ? 'assumed' : 'hint' };
}

/**
 * Says how accounts are taxed where no column does: what their names say, and what is assumed of the others, one by one. A column that
 * says it of some lines and was not read (`unread`) is named: nothing may be said to be silent that was not heard.
 */
export function noteOrigins(
  origins: readonly AccountOrigin[],
  findings: Findings,
  unread: () => string | null = () => null,
): void {
  const named = origins
    .filter(({ typeFrom }) => typeFrom === 'name')
    .map(({ name, type }) => `"${quotation(name)}" ${WORDS[type]}`);
  for (const list of listsOf(named)) {
    findings.note('account', `how accounts are taxed was taken from their names: ${list}`);
  }
  for (const { name, type, typeFrom } of origins) {
    if (typeFrom !== 'funds') continue;
    const why =
      'all that it holds is of the Thrift Savings Plan; a Roth balance in it is told apart by an account of its own';
    findings.note('account', `"${quotation(name)}" is ${WORDS[type]}: ${why}`);
  }
  for (const { name, type, typeFrom } of origins) {
    if (typeFrom !== 'hint') continue;
    const hints = 'its name hints at it, and does not say it plainly';
    findings.note(
      'account',
      `"${quotation(name)}" is assumed to be ${WORDS[type]}: ${hints}; a column with its type would`,
    );
  }
  const column = origins.some(({ typeFrom }) => typeFrom === 'assumed') ? unread() : null;
  const nothing =
    column === null
      ? 'nothing says how it is taxed'
      : `the column "${quotation(column)}" was not read, as not all that stands in it says how an account is taxed; a column "Account type" would`;
  for (const { reference, name, type, typeFrom } of origins) {
    if (typeFrom !== 'assumed') continue;
    const assumed = `assumed to be ${WORDS[type]}`;
    const account = `"${quotation(name)}"`;
    const isOfSome = origins.some((other) => other.reference.key !== UNNAMED && other.typeFrom !== 'debt');
    const unnamed = isOfSome
      ? `some lines are under no account: they are in one called ${account}, ${assumed} as ${nothing}`
      : `the file names no account: everything is in one called ${account}, ${assumed} as ${nothing}`;
    findings.note('taxation', reference.key === UNNAMED ? unnamed : `${account} is ${assumed}: ${nothing}`);
  }
}
