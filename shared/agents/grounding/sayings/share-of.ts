import type { FactIndex } from '../fact-index.ts';
import type { Mention } from '../mentions.ts';

/** The fact that has the share of a thing of each kind. */
export const NAMES: Readonly<Record<string, (key: string) => string>> = {
  class: (key) => `allocation.assetClass.${key}.weight`,
  region: (key) => `allocation.region.${key}.weight`,
  sector: (key) => `allocation.sector.${key}.weight`,
  account: (key) => `allocation.account.${key}.weight`,
  accountType: (key) => `allocation.accountType.${key}.weight`,
  holding: (key) => `holding.${key}.weight`,
};

export const kindsOf = ({ subjects }: Mention): string[] => subjects.map((one) => one.split(':')[0] ?? '');

/** The shares of the portfolio that a name can stand for, each a reading of it: "gold" is a class and a fund. Empty where one is not known. */
export function sharesOf(mention: Mention, { values }: FactIndex, kind: string | null = null): number[] {
  const own = mention.subjects.filter((one) => kind === null || one.startsWith(`${kind}:`));
  const shares = own.map((one) => {
    const [of = '', key = ''] = one.split(':');
    return values.get(NAMES[of]?.(key) ?? '');
  });
  const known = shares.filter((share) => typeof share === 'number');
  if (known.length < shares.length || known.length === 0) return [];
  // "Stocks and bonds" are both.
  const joined = own.length > 1 && own.every((one) => one.startsWith('class:'));
  return joined ? [known.reduce((sum, share) => sum + share, 0)] : known;
}
