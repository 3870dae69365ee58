import type { Account, AccountType, CashBalance, Position } from '../schemas/portfolio.ts';
import { accountNames, type AccountReference } from './account-names.ts';
import { noteOrigins, originOf, type AccountOrigin } from './account-origin.ts';
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
    const origin = originOf(rows[0]?.account ?? { key, name, number: '' }, name, typeOf(rows, name, findings));
    origins.push(origin);
    return { name, type: origin.type, cash: cashOf(rows), positions: positionsOf(rows, name, findings) };
  });
  noteOrigins(origins, findings);
  return { accounts, origins };
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
