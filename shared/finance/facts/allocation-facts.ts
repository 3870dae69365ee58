import type { Allocation, Analysis } from '../../schemas/analysis.ts';
import { breakdowns } from '../../schemas/analysis.ts';
import type { FactDraft } from './fact-list.ts';
import { NAME, shortened } from './shortened.ts';
import { slugs, symbolSlug, wordSlug } from './slug.ts';

/** So many rows of a breakdown become facts; there may be 200 accounts. */
const ROWS = 20;

const HOW: Record<keyof Allocation, string> = {
  assetClass: 'Look-through: sum over holdings of value x share in this asset class.',
  region: 'Look-through: sum over holdings of value x share in this region; cash and gold belong to none.',
  sector: 'Look-through: sum over holdings of value x share in this sector (GICS for stocks, issuer type for bonds).',
  account: "Sum of the account's lines.",
  accountType: 'Sum over the accounts taxed in this way.',
  currency: 'Sum over the lines quoted in this currency, in base currency.',
};
const WHAT: Record<keyof Allocation, string> = {
  assetClass: 'asset class',
  region: 'region',
  sector: 'sector',
  account: 'account',
  accountType: 'account type',
  currency: 'currency',
};

/** Value and weight of each row of each breakdown. */
export function allocationFacts({ allocation }: Analysis): FactDraft[] {
  return breakdowns.flatMap((breakdown) => {
    const slug = slugs(breakdown === 'account' ? wordSlug : symbolSlug);
    return allocation[breakdown].slice(0, ROWS).flatMap(({ key, label, value, weight }): FactDraft[] => {
      const name = `allocation.${breakdown}.${slug(key)}`;
      const what = `${shortened(label, NAME)} (${WHAT[breakdown]})`;
      return [
        { name: `${name}.value`, label: `${what}, value`, value, unit: 'usd', how: HOW[breakdown] },
        {
          name: `${name}.weight`,
          label: `${what}, share of the portfolio`,
          value: weight,
          unit: 'fraction',
          how: HOW[breakdown],
        },
      ];
    });
  });
}
