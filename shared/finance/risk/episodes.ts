import type { AssetClass } from '../../schemas/classification.ts';

/** What asset classes returned from the start to the end of a bad time; nominal fractions, income included. */
export interface Episode {
  key: string;
  label: string;
  /** Its first year. */
  began: number;
  returns: Partial<Record<AssetClass, number>>;
  source: string;
}

/**
 * What a class returned in an episode, a nominal fraction: where no figure was published real assets and alternatives are taken to have
 * done as stocks did, cash and bonds not to have changed.
 */
export const returnIn = ({ returns }: Episode, one: AssetClass): number =>
  returns[one] ?? (one === 'cash' || one === 'fixed_income' ? 0 : (returns.equity ?? 0));

const SHILLER =
  "Robert Shiller's annual data (econ.yale.edu/~shiller): S&P composite with dividends, ten-year Treasury bonds, one-year rate; January to January, compounded";

/** Bad times with figures that somebody published. A class without a figure is absent: what it is taken to have done `returnIn` says. */
export const EPISODES: readonly Episode[] = [
  {
    key: 'great_depression',
    label: 'Great Depression, 1929-1932',
    began: 1929,
    returns: { equity: -0.628, fixed_income: 0.1707, cash: 0.1689 },
    source: SHILLER,
  },
  {
    key: 'oil_crisis',
    label: 'Oil crisis, 1973-1974',
    began: 1973,
    returns: { equity: -0.3342, fixed_income: 0.0685, cash: 0.1983 },
    source: SHILLER,
  },
  {
    key: 'dot_com',
    label: 'Dot-com bust, 2000-2002',
    began: 2000,
    returns: { equity: -0.3436, fixed_income: 0.3969, cash: 0.1361 },
    source: SHILLER,
  },
  {
    key: 'financial_crisis',
    label: 'Financial crisis, 2008',
    began: 2008,
    returns: { equity: -0.37, fixed_income: 0.0524, real_estate: -0.377 },
    source:
      'Callan Periodic Table of Investment Returns for 2008: S&P 500 with dividends −37.0%, Barclays Capital Aggregate 5.24%; National Association of Real Estate Investment Trusts: equity REITs −37.7%, a calendar-year total return rounded to a tenth of a percent and quoted second-hand',
  },
  {
    key: 'rate_shock',
    label: 'Stocks and bonds together, 2022',
    began: 2022,
    returns: { equity: -0.181, fixed_income: -0.13, real_estate: -0.251, commodities: 0.161 },
    source:
      'Calendar-year total returns for 2022, rounded to a tenth of a percent: S&P 500 with dividends −18.1%; Bloomberg US Aggregate −13.0% (−13.01% in Hartford Funds’ table); FTSE Nareit All REITs −25.1%, from its index values of 11,556.48 and 8,655.30 at the ends of 2021 and 2022; Bloomberg Commodity 16.1% (16.09% at YCharts)',
  },
];
