/**
 * The funds of the Thrift Savings Plan, the workplace plan of the US government, which have no tickers: TSP-C-FUND is the C Fund. Yearly
 * cost: a fraction, the net administrative and other expenses that tsp.gov listed for 2018, fund by fund.
 */
import * as other from './bonds-and-others.ts';
import type { FundRow } from './funds.ts';
import { blend, type Mix } from './mix.ts';
import * as stock from './stock-indices.ts';

const MID_2025 = '2025-06-30';

const government: Mix = {
  ...other.usTreasuries,
  citation: 'FRTIB, G Fund: US Treasury securities that are issued to the plan alone',
};
const completion = blend(
  [
    [stock.usMidCap, 0.5],
    [stock.usSmallCap, 0.5],
  ],
  { citation: 'Dow Jones US Completion index, as mid and small US companies, rounded', asOf: MID_2025 },
);
const abroad: Mix = {
  ...stock.worldExUs,
  regions: { europe: 0.45, pacific: 0.275, emerging_markets: 0.19, north_america: 0.085 },
  citation: 'MSCI ACWI IMI ex USA, ex China, ex Hong Kong: world ex US all cap without those two, rounded',
};

/** Shares of the G, F, C, S and I Funds: fractions that sum to 1. */
type Shares = readonly [g: number, f: number, c: number, s: number, i: number];

/** What a Lifecycle fund holds of the others. Each quarter changes the dated ones. */
function lifecycle([g, f, c, s, i]: Shares): Mix {
  return blend(
    [
      [government, g],
      [other.usAggregate, f],
      [stock.sp500, c],
      [completion, s],
      [abroad, i],
    ],
    {
      citation: 'FRTIB, schedule of the L Funds’ quarterly allocations as published in 2020, for October 2026, rounded',
      asOf: '2026-10-01',
    },
  );
}

/** 99% in stocks, as the L Funds begin; so did those for 2070 and 2075, which are younger than the schedule. */
const FAR_OFF: Shares = [0.005, 0.005, 0.54, 0.103, 0.347];

const lifecycleFunds: readonly (readonly [of: string, expenseRatio: number, shares: Shares])[] = [
  ['Income', 0.00042, [0.664, 0.054, 0.154, 0.029, 0.099]],
  ['2030', 0.00045, [0.417, 0.058, 0.287, 0.054, 0.184]],
  ['2035', 0.00046, [0.279, 0.062, 0.36, 0.068, 0.231]],
  ['2040', 0.00046, [0.216, 0.066, 0.392, 0.075, 0.251]],
  ['2045', 0.00047, [0.163, 0.069, 0.419, 0.08, 0.269]],
  ['2050', 0.00047, [0.115, 0.068, 0.446, 0.085, 0.286]],
  ['2055', 0.00047, FAR_OFF],
  ['2060', 0.00047, FAR_OFF],
  ['2065', 0.00047, FAR_OFF],
  ['2070', 0.00047, FAR_OFF],
  ['2075', 0.00047, FAR_OFF],
];

export const thriftSavingsPlan: FundRow[] = [
  ['TSP-G-FUND', 'TSP G Fund', 'mutual_fund', 0.0004, government],
  ['TSP-F-FUND', 'TSP F Fund', 'mutual_fund', 0.00057, other.usAggregate],
  ['TSP-C-FUND', 'TSP C Fund', 'mutual_fund', 0.00042, stock.sp500],
  ['TSP-S-FUND', 'TSP S Fund', 'mutual_fund', 0.00061, completion],
  ['TSP-I-FUND', 'TSP I Fund', 'mutual_fund', 0.00051, abroad],
  ...lifecycleFunds.map(([of, expenseRatio, shares]): FundRow => {
    return [`TSP-L-${of.toUpperCase()}-FUND`, `TSP L ${of} Fund`, 'mutual_fund', expenseRatio, lifecycle(shares)];
  }),
];
