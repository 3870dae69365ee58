import type { AssetClass } from '../../schemas/classification.ts';
import { arithmeticFromCompound } from './lognormal.ts';
import type { ClassAssumption, MarketAssumptions } from './model.ts';

/**
 * The default view of the markets, nominal and in US dollars. Publishers print compound returns over ten years or more;
 * a simulation needs arithmetic means, so each is converted with the lognormal identity.
 */
const VANGUARD = 'Vanguard Capital Markets Model, ten-year outlook of 2025-04-30';
const JPMORGAN = 'J.P. Morgan Long-Term Capital Market Assumptions 2026 (published 2025-10)';

function fromCompound(label: string, compound: number, volatility: number, source: string): ClassAssumption {
  return { label, mean: arithmeticFromCompound(compound, volatility), volatility, source };
}

const equity = fromCompound(
  'Stocks',
  0.065,
  0.166,
  `Compound 6.5%: between ${JPMORGAN}, global equity 7.0%, and ${VANGUARD}, midpoints 5.3% (US) and 7.0% ` +
    '(international) at 60/40, 6.0%. Volatility 16.6%: the same Vanguard outlook, 15.1% and 18.9% at 60/40.',
);

const classes: Record<AssetClass, ClassAssumption> = {
  equity,
  fixed_income: fromCompound(
    'Bonds',
    0.044,
    0.062,
    `${VANGUARD}, US aggregate bonds: compound 3.9-4.9%, midpoint 4.4%; volatility 6.2%.`,
  ),
  real_estate: fromCompound(
    'Real estate',
    0.045,
    0.183,
    `${VANGUARD}, US real estate investment trusts: compound 3.5-5.5%, midpoint 4.5%; volatility 18.3%.`,
  ),
  commodities: fromCompound(
    'Commodities',
    0.058,
    0.18,
    `${VANGUARD}, commodities: compound 4.8-6.8%, midpoint 5.8%; volatility 18.0%.`,
  ),
  cash: fromCompound('Cash', 0.035, 0.011, `${VANGUARD}, US cash: compound 3.0-4.0%, midpoint 3.5%; volatility 1.1%.`),
  // What is sold as alternative is too mixed for one published figure; stocks are the cautious reading of its risk.
  alternatives: {
    ...equity,
    label: 'Alternatives',
    source: `No published figure fits all of them: taken as stocks. ${equity.source}`,
  },
};

/**
 * Stocks with bonds and cash, and bonds with cash: US yearly returns 1990-2024, computed once from published calendar-year
 * figures that the project does not hold; the part of them that it holds (Shiller, to 2010) is tested to be near. The rest is the project's own judgement,
 * rounded towards more correlation (less diversification) than long histories show, because correlations rise in crises.
 */
const correlations: Partial<Record<AssetClass, Partial<Record<AssetClass, number>>>> = {
  equity: { fixed_income: -0.1, cash: 0.07, real_estate: 0.7, commodities: 0.3, alternatives: 0.8 },
  fixed_income: { cash: 0.21, real_estate: 0.2, commodities: 0, alternatives: 0 },
  real_estate: { commodities: 0.2, cash: 0, alternatives: 0.6 },
  commodities: { cash: 0, alternatives: 0.3 },
  cash: { alternatives: 0 },
};

/** The assumptions used where a person gives none of their own. */
export const defaultAssumptions: MarketAssumptions = {
  name: 'Alex default 2026',
  asOf: '2025-10-31',
  classes,
  correlation: (one, other) => (one === other ? 1 : (correlations[one]?.[other] ?? correlations[other]?.[one] ?? 0)),
  correlationSource:
    'Stocks, bonds and cash: US yearly returns 1990-2024, rounded (stocks and bonds −0.10, stocks and cash 0.07, bonds and cash 0.21); ' +
    'Shiller’s data, which end in 2010, give −0.12, 0.08 and 0.34 from 1990 on. ' +
    'Real estate, commodities and alternatives: rounded judgement, on the side of less diversification.',
  inflation: {
    mean: 0.026,
    volatility: 0.0177,
    source:
      'J.P. Morgan Long-Term Capital Market Assumptions 2023: US inflation 2.6% a year. Above the ' +
      '1.5-2.5% of Vanguard 2025-04-30: the cautious one for a plan that must last.',
    volatilitySource: 'J.P. Morgan Long-Term Capital Market Assumptions 2023: US inflation, 1.77%.',
    correlation: { equity: -0.02, fixed_income: -0.33, cash: 0.31, alternatives: -0.02 },
    correlationSource:
      'Stocks, bonds and cash with US inflation: yearly returns 1990-2024 (−0.02, −0.33, 0.31); alternatives as stocks; ' +
      'real estate and commodities: none at hand, taken as 0.',
  },
};
