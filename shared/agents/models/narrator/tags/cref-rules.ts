import { sp500 } from '../../../../database/seeds/reference/stock-indices.ts';
import { GLOBAL_MARKET } from '../../../../finance/target-mix.ts';
import type { Composition, NameRule } from './name-rule.ts';

/** Not the mutual funds that were called TIAA-CREF. */
const CREF = String.raw`(?<!tiaa[- ])\bcref `;

function account(id: string, says: string, what: string, composition: Composition): NameRule {
  return {
    ...{ id, says: new RegExp(`${CREF}(?:${says})\\b`), composition, type: 'mutual_fund', confidence: 0.7 },
    rationale: `The name says an account of CREF, the teachers’ pension fund: ${what}, by its prospectus of 2025 and the supplements to it.`,
  };
}
const stocks = (regions: Composition['regions']): Composition => ({
  assetClasses: { equity: 1 },
  regions,
  sectors: { unknown: 1 },
});

/** Accounts of CREF, whose names say too little; those of bonds, of money and the S&P 500 say it themselves. */
export const crefRules: readonly NameRule[] = [
  account(
    'cref-world',
    'stock|total global stock|global equit(?:y|ies)',
    'the world’s stocks',
    stocks(GLOBAL_MARKET.weights),
  ),
  account('cref-growth', 'growth', 'growing companies of the United States', stocks({ north_america: 1 })),
  account('cref-equity-index', 'equity index', 'since May 2025 the S&P 500', sp500),
  account('cref-balanced', 'social choice|responsible balanced', 'about 60% stocks and 40% bonds', {
    assetClasses: { equity: 0.6, fixed_income: 0.4 },
    regions: { unknown: 1 },
    sectors: { unknown: 1 },
  }),
];
