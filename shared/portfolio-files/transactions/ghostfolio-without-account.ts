import { ONLY_ACCOUNT, type AccountReference } from '../account-names.ts';
import { quotation } from '../file-problem.ts';
import type { Findings } from '../findings.ts';
import type { ListedTransaction } from './listed-transaction.ts';

const NOUNS: Partial<Record<ListedTransaction['kind'], string>> = {
  fee: 'fees',
  interest: 'interest',
  dividend: 'dividends',
};

/**
 * Ghostfolio lets an activity be of no account. Where something is held there it is an account like others; money alone that was paid or
 * received there is of the only account that there is, or left out, for an account of nothing else would hold nothing. A note says so.
 */
export function settleWithoutAccount(
  listed: readonly ListedTransaction[],
  accounts: readonly AccountReference[],
  findings: Findings,
): ListedTransaction[] {
  const known = new Set(accounts.map(({ key }) => key));
  const [first, another] = accounts;
  const homeless = listed.filter(({ account }) => !known.has(account.key));
  const isMoney = homeless.every(({ kind }) => NOUNS[kind] !== undefined);
  if (homeless.length === 0 || first === undefined) return [...listed];
  if (!isMoney) {
    // An account beside others has a key of its own: it is not all that the file has.
    const isAlone = homeless.length === listed.length;
    return listed.map((one) =>
      isAlone || known.has(one.account.key) ? one : { ...one, account: { ...one.account, key: ONLY_ACCOUNT } },
    );
  }
  const counts = [...Map.groupBy(homeless, ({ kind }) => NOUNS[kind])];
  const what = `activities without an account: ${counts.map(([noun, of]) => `${noun ?? ''} (${of.length})`).join(', ')}`;
  if (another === undefined) {
    findings.note('account', `${what}, counted in "${quotation(first.name)}", the only account`, homeless[0]?.line);
    return listed.map((one) => (known.has(one.account.key) ? one : { ...one, account: first }));
  }
  findings.note('left_out', `${what}, left out, for nothing is held there`, homeless[0]?.line);
  return listed.filter(({ account }) => known.has(account.key));
}
