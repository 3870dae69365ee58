import { accountNames } from './account-names.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';
import type { Entry } from './gather-accounts.ts';

/** So many accounts are told one by one, and so many lines of each. */
const TOLD = { accounts: 4, lines: 6 };

/** Says once a file which lines name no account and were put in that of the line above: how they are taxed follows from it. */
export function noteCarried(entries: readonly Entry[], findings: Findings): void {
  const carried = entries.filter(({ isCarried }) => isCarried === true);
  const [first] = carried;
  if (first === undefined) return;
  const all = Map.groupBy(entries, ({ account }) => account.key);
  const names = accountNames([...all.values()].flatMap(([one]) => (one === undefined ? [] : [one.account])));
  const accounts = [...Map.groupBy(carried, ({ account }) => account.key)];
  const told = accounts.slice(0, TOLD.accounts).map(([key, lines]) => inAccount(lines, names.get(key) ?? ''));
  const more = accounts.length - told.length;
  const which = [...told, ...(more > 0 ? [`${more} more ${more === 1 ? 'account' : 'accounts'}`] : [])].join('; ');
  const what =
    carried.length === 1 ? 'one line names no account and was' : `${carried.length} lines name no account and were`;
  findings.note('account', `${what} put in that of the line above: ${which}`);
}

function inAccount(entries: readonly Entry[], name: string): string {
  const lines = entries.slice(0, TOLD.lines).map(({ line }) => line);
  const more = entries.length - lines.length;
  const list = `${entries.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `${list} in "${quotation(name)}"`;
}
