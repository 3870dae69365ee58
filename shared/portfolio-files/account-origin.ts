import type { AccountType } from '../schemas/portfolio.ts';
import { UNNAMED, type AccountReference } from './account-names.ts';
import { typeInName } from './account-type.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';

/** An account as a file has it, and how it was found to be taxed; `assumed` where nothing says it. */
export interface AccountOrigin {
  reference: AccountReference;
  name: string;
  type: AccountType;
  typeFrom: 'column' | 'name' | 'assumed';
}

const WORDS: Record<AccountType, string> = {
  taxable: 'taxable',
  tax_deferred: 'tax-deferred',
  tax_free: 'tax-free',
  other: 'other',
};

/** So many accounts are named in one note. */
const NAMED = 20;

/** `stated` is what a column or a field says of how the account is taxed; null where none does. */
export function originOf(reference: AccountReference, name: string, stated: AccountType | null): AccountOrigin {
  if (stated !== null) return { reference, name, type: stated, typeFrom: 'column' };
  const inName = typeInName(name);
  return { reference, name, type: inName ?? 'taxable', typeFrom: inName === null ? 'assumed' : 'name' };
}

/** Says how accounts are taxed where no column does: what their names say, and what is assumed of the others, one by one. */
export function noteOrigins(origins: readonly AccountOrigin[], findings: Findings): void {
  const named = origins
    .filter(({ typeFrom }) => typeFrom === 'name')
    .map(({ name, type }) => `"${quotation(name)}" ${WORDS[type]}`);
  if (named.length > 0) {
    findings.note('account', `how accounts are taxed was taken from their names: ${named.slice(0, NAMED).join(', ')}`);
  }
  for (const { reference, name, type, typeFrom } of origins) {
    if (typeFrom !== 'assumed') continue;
    const assumed = `assumed to be ${WORDS[type]}`;
    const [account, nothing] = [`"${quotation(name)}"`, 'nothing says how it is taxed'];
    findings.note(
      'taxation',
      reference.key === UNNAMED
        ? `the file names no account: everything is in one called ${account}, ${assumed} as ${nothing}`
        : `${account} is ${assumed}: ${nothing}`,
    );
  }
}
