import { valueAt } from '../schemas/issue-message.ts';
import type { Portfolio } from '../schemas/portfolio.ts';
import { noteOrigins, originOf, type AccountOrigin } from './account-origin.ts';
import type { Findings } from './findings.ts';

/**
 * The portfolio of a JSON document with the type of each account that states none taken from its name, or assumed, and told of;
 * `origins` are those accounts. `value` is the document, whose accounts are in the portfolio's order.
 */
export function withAccountTypes(
  portfolio: Portfolio,
  value: unknown,
  findings: Findings,
): { portfolio: Portfolio; origins: AccountOrigin[] } {
  const origins: AccountOrigin[] = [];
  const accounts = portfolio.accounts.map((account, index) => {
    if (valueAt(value, ['accounts', index, 'type']) !== undefined) return account;
    const { name } = account;
    const origin = originOf({ key: name, name, number: '' }, name, null);
    origins.push(origin);
    return { ...account, type: origin.type };
  });
  noteOrigins(origins, findings);
  return { portfolio: { ...portfolio, accounts }, origins };
}
