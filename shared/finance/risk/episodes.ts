import type { StressKind } from '../../schemas/risk.ts';

/** What kinds of assets returned from the start to the end of a bad time; nominal fractions, income included. */
export interface Episode {
  key: string;
  label: string;
  /** Its first year. */
  began: number;
  returns: Record<'equity' | 'fixed_income' | 'cash', number> & Partial<Record<StressKind, number>>;
  /** Of stocks and bonds, and of all that `apart` lacks. */
  source: string;
  /** Sources of the rest, told to those who hold it. */
  apart: Partial<Record<StressKind, string>>;
}

/** What a kind returned in an episode, a nominal fraction: where there is no figure it is taken to have done as stocks did. */
export const returnIn = ({ returns }: Episode, one: StressKind): number => returns[one] ?? returns.equity;

const SHILLER =
  "Robert Shiller's annual data (econ.yale.edu/~shiller): S&P composite with dividends, ten-year Treasury bonds, one-year rate; January to January, compounded";
const PINK_SHEET = 'World Bank, commodity prices ("Pink Sheet"), average of December';

/** Bad times with published figures. A kind without one is absent: what it is taken to have done `returnIn` says. */
export const EPISODES: readonly Episode[] = [
  {
    key: 'great_depression',
    label: 'Great Depression, 1929-1932',
    began: 1929,
    returns: { equity: -0.628, fixed_income: 0.1707, cash: 0.1689, gold: 0 },
    source: SHILLER,
    apart: { gold: 'gold by its legal price of $20.67 an ounce, which stood until 1933' },
  },
  {
    key: 'oil_crisis',
    label: 'Oil crisis, 1973-1974',
    began: 1973,
    returns: { equity: -0.3342, fixed_income: 0.0685, cash: 0.1983, commodities: 1.4409, gold: 1.875 },
    source: SHILLER,
    apart: {
      commodities: 'S&P GSCI, total return: 74.96% in 1973 and 39.51% in 1974, reckoned back by its provider',
      gold: `gold from $64 to $184 an ounce (${PINK_SHEET} 1972 and 1974)`,
    },
  },
  {
    key: 'dot_com',
    label: 'Dot-com bust, 2000-2002',
    began: 2000,
    returns: {
      equity: -0.3436,
      fixed_income: 0.3969,
      cash: 0.1361,
      real_estate: 0.4947,
      commodities: 0.3462,
      gold: 0.1731,
    },
    source: SHILLER,
    apart: {
      real_estate: 'FTSE Nareit Equity REITs, total return: 26.37%, 13.93% and 3.82% in the years 2000 to 2002',
      commodities: 'S&P GSCI, total return: 49.74%, −31.93% and 32.07% in the years 2000 to 2002',
      gold: `gold from $283 to $332 an ounce (${PINK_SHEET} 1999 and 2002)`,
    },
  },
  {
    key: 'financial_crisis',
    label: 'Financial crisis, 2008',
    began: 2008,
    returns: {
      equity: -0.37,
      fixed_income: 0.0524,
      cash: 0.0137,
      real_estate: -0.377,
      commodities: -0.3565,
      gold: 0.0432,
    },
    source:
      'Callan Periodic Table of Investment Returns for 2008: S&P 500 with dividends −37.0%, Barclays Capital Aggregate 5.24%; National Association of Real Estate Investment Trusts: equity REITs −37.7%, a calendar-year total return rounded to a tenth of a percent and quoted second-hand',
    apart: {
      cash: 'three-month Treasury bills 1.37% (Aswath Damodaran, "Historical Returns on Stocks, Bonds and Bills", NYU Stern)',
      commodities: 'Dow Jones-AIG Commodity, now Bloomberg Commodity, total return −35.65%',
      gold: 'gold from $833.75 to $869.75 an ounce (London afternoon fixing, ends of 2007 and 2008)',
    },
  },
  {
    key: 'rate_shock',
    label: 'Stocks and bonds together, 2022',
    began: 2022,
    returns: {
      equity: -0.181,
      fixed_income: -0.13,
      cash: 0.0152,
      real_estate: -0.251,
      commodities: 0.161,
      gold: 0.004,
      crypto: -0.6427,
    },
    source:
      'Calendar-year total returns for 2022, rounded to a tenth of a percent: S&P 500 with dividends −18.1%; Bloomberg US Aggregate −13.0% (−13.01% in Hartford Funds’ table); FTSE Nareit All REITs −25.1%, from its index values of 11,556.48 and 8,655.30 at the ends of 2021 and 2022; Bloomberg Commodity 16.1% (16.09% at YCharts)',
    apart: {
      cash: 'Bloomberg 1-3 Month US Treasury Bill 1.52% (YCharts)',
      gold: 'gold 0.4%, to $1,814 an ounce (World Gold Council)',
      crypto:
        'Bitcoin, in the place of every cryptocurrency, from $46,306.45 to $16,547.50 (CoinMarketCap, ends of 2021 and 2022)',
    },
  },
];
