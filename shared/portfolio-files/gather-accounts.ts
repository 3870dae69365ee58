import type { Account, AccountType, CashBalance, Position } from '../schemas/portfolio.ts';
import { accountNames, UNNAMED, type AccountReference } from './account-names.ts';
import { inferAccountType } from './account-type.ts';
import { sum } from './decimal-number.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';
import { withoutLots } from './tax-lots.ts';

/** What one row holds, and where. */
export interface Entry {
  account: AccountReference;
  /** What a column says; null where there is none. */
  type: { value: AccountType; column: string | null } | null;
  /** The row states the date of its price. */
  dated: boolean;
  line: number;
  column: string | null;
  /** The row is one tax lot of a holding. */
  lot: boolean;
  held: { kind: 'position'; position: Position } | { kind: 'cash'; cash: CashBalance };
}

export const WORDS: Record<AccountType, string> = {
  taxable: 'taxable',
  tax_deferred: 'tax-deferred',
  tax_free: 'tax-free',
  other: 'other',
};

/** An account as a file has it, and how it was found to be taxed. */
export interface AccountOrigin {
  reference: AccountReference;
  name: string;
  type: AccountType;
  typeFrom: 'column' | 'name';
}

export interface GatheredAccounts {
  accounts: Account[];
  origins: AccountOrigin[];
}

/** Puts rows together by account, in the file's order. Problems: a holding twice in one account, two types of one account. */
export function gatherAccounts(entries: readonly Entry[], findings: Findings): GatheredAccounts {
  const byKey = Map.groupBy(entries, ({ account }) => account.key);
  const names = accountNames([...byKey.values()].flatMap(([first]) => (first === undefined ? [] : [first.account])));
  const origins: AccountOrigin[] = [];
  const accounts = [...byKey].map(([key, rows]) => {
    const name = names.get(key) ?? key;
    if (name.length > 100) findings.problem(`the account's name is longer than 100 characters`, rows[0]?.line);
    const known = typeOf(rows, name, findings);
    const type = known ?? inferAccountType(name);
    const reference = rows[0]?.account ?? { key, name, number: '' };
    origins.push({ reference, name, type, typeFrom: known === null ? 'name' : 'column' });
    return { name, type, cash: cashOf(rows), positions: positionsOf(rows, name, findings) };
  });
  noteInferredTypes(origins, findings);
  return { accounts, origins };
}

/** Says how accounts are taxed that no column speaks of. */
export function noteInferredTypes(origins: readonly AccountOrigin[], findings: Findings): void {
  const inferred: string[] = [];
  for (const { reference, name, type, typeFrom } of origins) {
    if (typeFrom === 'column') continue;
    if (reference.key !== UNNAMED) inferred.push(`"${quotation(name)}" ${WORDS[type]}`);
    else
      findings.note(
        'account',
        `the file names no account: everything is in one called "${name}", taken as ${WORDS[type]}`,
      );
  }
  if (inferred.length > 0) {
    findings.note('account', `how accounts are taxed was taken from their names: ${inferred.slice(0, 20).join(', ')}`);
  }
}

function typeOf(rows: readonly Entry[], name: string, findings: Findings): AccountType | null {
  const first = rows.find(({ type }) => type !== null);
  for (const { type, line } of rows) {
    if (type === null || type.value === first?.type?.value) continue;
    findings.problem(
      `account "${quotation(name)}" is ${type.value} here and ${first?.type?.value ?? ''} on line ${first?.line ?? 0}`,
      line,
      type.column,
    );
  }
  return first?.type?.value ?? null;
}

/** One balance a currency: a core fund and pending activity are both dollars. */
function cashOf(rows: readonly Entry[]): CashBalance[] {
  const totals = new Map<string, string>();
  for (const { held } of rows) {
    if (held.kind !== 'cash') continue;
    const { currency, amount } = held.cash;
    totals.set(currency, sum(totals.get(currency) ?? '0', amount));
  }
  return [...totals].map(([currency, amount]) => ({ currency, amount }));
}

function positionsOf(rows: readonly Entry[], name: string, findings: Findings): Position[] {
  const lines = new Map<string, number>();
  const positions: Position[] = [];
  for (const { held, line, column } of withoutLots(rows, name, findings)) {
    if (held.kind !== 'position') continue;
    const { symbol } = held.position;
    const earlier = lines.get(symbol);
    if (earlier !== undefined) {
      const message = `${symbol} is already on line ${earlier} of account "${quotation(name)}"; add the two into one line`;
      findings.problem(message, line, column);
      continue;
    }
    lines.set(symbol, line);
    positions.push(held.position);
  }
  return positions;
}
