import { isWrittenWithDollar } from './currency-text.ts';
import type { Findings } from './findings.ts';
import type { Entry } from './gather-accounts.ts';

const currencyOf = ({ held }: Entry): string => (held.kind === 'cash' ? held.cash.currency : held.position.currency);

const isHolding = ({ held }: Entry): boolean => held.kind === 'position';

const distinct = (entries: readonly Entry[]): string[] => [...new Set(entries.map(currencyOf))];

/**
 * Cash whose currency nothing says, in that of all else in its account, or where its account has no holdings in the file: beside
 * holdings in euros alone it is no dollars. It is told as a doubt, as is a line whose column of currencies is blank beside holdings in several.
 */
export function settleUnstatedCash(entries: readonly Entry[], findings: Findings): Entry[] {
  const stated = entries.filter(({ unstated }) => unstated === undefined);
  const byAccount = Map.groupBy(stated, ({ account }) => account.key);
  return entries.map((entry) => {
    if (entry.unstated === undefined || entry.held.kind !== 'cash') return entry;
    const inAccount = byAccount.get(entry.account.key) ?? [];
    const own = inAccount.some(isHolding) ? inAccount : undefined;
    const beside = own ?? stated;
    if (!beside.some(isHolding)) return entry;
    const [code, ...others] = distinct(beside);
    const where = own === undefined ? 'the file' : 'its account';
    const { sign, isBlank } = entry.unstated;
    const { cash } = entry.held;
    const remedy = 'a column Currency settles it';
    if (code !== undefined && others.length === 0) {
      if (code === cash.currency || (sign === 'dollar' && !isWrittenWithDollar(code))) return entry;
      const why = `nothing says what this cash is in: it was taken to be in ${code}, as all else in ${where} is`;
      findings.note('unsure', `${why}; ${remedy}`, entry.line, entry.column);
      return { ...entry, held: { kind: 'cash', cash: { ...cash, currency: code } } };
    }
    const ofHoldings = distinct(beside.filter(isHolding));
    if (isBlank && sign === 'bare' && ofHoldings.some((one) => one !== cash.currency)) {
      const why = `nothing says what this cash is in: it was taken to be in ${cash.currency}, though ${where} holds ${ofHoldings.join(' and ')}`;
      findings.note('unsure', `${why}; ${remedy}`, entry.line, entry.column);
    }
    return entry;
  });
}
