/** Funds that people really hold: symbol, name, kind, yearly cost (fraction, from the prospectus in force in 2025), mix. */
import type { InstrumentType } from '../../../schemas/classification.ts';
import * as other from './bonds-and-others.ts';
import { blend, type Mix } from './mix.ts';
import { usSectorFund } from './single-sector.ts';
import * as stock from './stock-indices.ts';

export type FundRow = [symbol: string, name: string, type: InstrumentType, expenseRatio: number, mix: Mix];

const MID_2025 = '2025-06-30';

/** Vanguard Target Retirement: four index funds in the proportions of its glide path. */
function targetDate(
  usStocks: number,
  otherStocks: number,
  usBonds: number,
  otherBonds: number,
  inflationProtected = 0,
): Mix {
  return blend(
    [
      [stock.usTotalMarket, usStocks],
      [stock.worldExUs, otherStocks],
      [other.usAggregate, usBonds],
      [other.internationalBonds, otherBonds],
      [other.usInflationProtected, inflationProtected],
    ],
    { citation: "The fund's underlying index funds in its published proportions, rounded", asOf: MID_2025 },
  );
}

/** A fund of a fixed mix of stocks (60 % US) and bonds (70 % US), as its provider publishes it. */
const lifeStrategy = (stocks: number): Mix =>
  targetDate(stocks * 0.6, stocks * 0.4, (1 - stocks) * 0.7, (1 - stocks) * 0.3);

export const stockFunds: FundRow[] = [
  ['VTI', 'Vanguard Total Stock Market ETF', 'etf', 0.0003, stock.usTotalMarket],
  ['VTSAX', 'Vanguard Total Stock Market Index Fund Admiral', 'mutual_fund', 0.0004, stock.usTotalMarket],
  ['ITOT', 'iShares Core S&P Total U.S. Stock Market ETF', 'etf', 0.0003, stock.usTotalMarket],
  ['SCHB', 'Schwab U.S. Broad Market ETF', 'etf', 0.0003, stock.usTotalMarket],
  ['FSKAX', 'Fidelity Total Market Index Fund', 'mutual_fund', 0.00015, stock.usTotalMarket],
  ['FZROX', 'Fidelity ZERO Total Market Index Fund', 'mutual_fund', 0, stock.usTotalMarket],
  ['SWTSX', 'Schwab Total Stock Market Index Fund', 'mutual_fund', 0.0003, stock.usTotalMarket],
  ['VOO', 'Vanguard S&P 500 ETF', 'etf', 0.0003, stock.sp500],
  ['SPY', 'SPDR S&P 500 ETF Trust', 'etf', 0.000945, stock.sp500],
  ['IVV', 'iShares Core S&P 500 ETF', 'etf', 0.0003, stock.sp500],
  ['SPLG', 'SPDR Portfolio S&P 500 ETF', 'etf', 0.0002, stock.sp500],
  ['VFIAX', 'Vanguard 500 Index Fund Admiral', 'mutual_fund', 0.0004, stock.sp500],
  ['FXAIX', 'Fidelity 500 Index Fund', 'mutual_fund', 0.00015, stock.sp500],
  ['SWPPX', 'Schwab S&P 500 Index Fund', 'mutual_fund', 0.0002, stock.sp500],
  ['QQQ', 'Invesco QQQ Trust', 'etf', 0.002, stock.nasdaq100],
  ['QQQM', 'Invesco NASDAQ 100 ETF', 'etf', 0.0015, stock.nasdaq100],
  ['VUG', 'Vanguard Growth ETF', 'etf', 0.0004, stock.usGrowth],
  ['SCHG', 'Schwab U.S. Large-Cap Growth ETF', 'etf', 0.0004, stock.usGrowth],
  ['IWF', 'iShares Russell 1000 Growth ETF', 'etf', 0.0018, stock.usGrowth],
  ['VTV', 'Vanguard Value ETF', 'etf', 0.0004, stock.usValue],
  ['IWD', 'iShares Russell 1000 Value ETF', 'etf', 0.0018, stock.usValue],
  ['SCHD', 'Schwab U.S. Dividend Equity ETF', 'etf', 0.0006, stock.usDividend],
  ['VIG', 'Vanguard Dividend Appreciation ETF', 'etf', 0.0005, stock.usDividendAppreciation],
  ['VYM', 'Vanguard High Dividend Yield ETF', 'etf', 0.0006, stock.usHighDividend],
  ['VO', 'Vanguard Mid-Cap ETF', 'etf', 0.0004, stock.usMidCap],
  ['IJH', 'iShares Core S&P Mid-Cap ETF', 'etf', 0.0005, stock.usMidCap],
  ['VB', 'Vanguard Small-Cap ETF', 'etf', 0.0005, stock.usSmallCap],
  ['IWM', 'iShares Russell 2000 ETF', 'etf', 0.0019, stock.usSmallCap],
  ['IJR', 'iShares Core S&P Small-Cap ETF', 'etf', 0.0006, stock.usSmallCap],
  ['VXUS', 'Vanguard Total International Stock ETF', 'etf', 0.0005, stock.worldExUs],
  ['VTIAX', 'Vanguard Total International Stock Index Fund Admiral', 'mutual_fund', 0.0009, stock.worldExUs],
  ['VEU', 'Vanguard FTSE All-World ex-US ETF', 'etf', 0.0004, stock.worldExUs],
  ['IXUS', 'iShares Core MSCI Total International Stock ETF', 'etf', 0.0007, stock.worldExUs],
  ['FTIHX', 'Fidelity Total International Index Fund', 'mutual_fund', 0.0006, stock.worldExUs],
  ['FZILX', 'Fidelity ZERO International Index Fund', 'mutual_fund', 0, stock.worldExUs],
  ['VEA', 'Vanguard FTSE Developed Markets ETF', 'etf', 0.0003, stock.developedExUs],
  ['SCHF', 'Schwab International Equity ETF', 'etf', 0.0003, stock.developedExUs],
  ['IEFA', 'iShares Core MSCI EAFE ETF', 'etf', 0.0007, stock.eafe],
  ['EFA', 'iShares MSCI EAFE ETF', 'etf', 0.0032, stock.eafe],
  ['VGK', 'Vanguard FTSE Europe ETF', 'etf', 0.0006, stock.europe],
  ['VPL', 'Vanguard FTSE Pacific ETF', 'etf', 0.0007, stock.pacific],
  ['EWJ', 'iShares MSCI Japan ETF', 'etf', 0.005, stock.japan],
  ['VWO', 'Vanguard FTSE Emerging Markets ETF', 'etf', 0.0007, stock.emergingMarkets],
  ['IEMG', 'iShares Core MSCI Emerging Markets ETF', 'etf', 0.0009, stock.emergingMarkets],
  ['EEM', 'iShares MSCI Emerging Markets ETF', 'etf', 0.0072, stock.emergingMarkets],
  ['VT', 'Vanguard Total World Stock ETF', 'etf', 0.0006, stock.world],
  ['ACWI', 'iShares MSCI ACWI ETF', 'etf', 0.0032, stock.world],
];

export const sectorFunds: FundRow[] = [
  ['XLK', 'Technology Select Sector SPDR Fund', 'etf', 0.0008, usSectorFund('information_technology')],
  ['VGT', 'Vanguard Information Technology ETF', 'etf', 0.0009, usSectorFund('information_technology')],
  ['XLF', 'Financial Select Sector SPDR Fund', 'etf', 0.0008, usSectorFund('financials')],
  ['XLV', 'Health Care Select Sector SPDR Fund', 'etf', 0.0008, usSectorFund('health_care')],
  ['VHT', 'Vanguard Health Care ETF', 'etf', 0.0009, usSectorFund('health_care')],
  ['XLE', 'Energy Select Sector SPDR Fund', 'etf', 0.0008, usSectorFund('energy')],
  ['XLI', 'Industrial Select Sector SPDR Fund', 'etf', 0.0008, usSectorFund('industrials')],
  ['XLY', 'Consumer Discretionary Select Sector SPDR Fund', 'etf', 0.0008, usSectorFund('consumer_discretionary')],
  ['XLP', 'Consumer Staples Select Sector SPDR Fund', 'etf', 0.0008, usSectorFund('consumer_staples')],
  ['XLU', 'Utilities Select Sector SPDR Fund', 'etf', 0.0008, usSectorFund('utilities')],
  ['XLB', 'Materials Select Sector SPDR Fund', 'etf', 0.0008, usSectorFund('materials')],
  ['XLC', 'Communication Services Select Sector SPDR Fund', 'etf', 0.0008, usSectorFund('communication_services')],
  ['XLRE', 'Real Estate Select Sector SPDR Fund', 'etf', 0.0008, usSectorFund('real_estate')],
];

export const bondFunds: FundRow[] = [
  ['BND', 'Vanguard Total Bond Market ETF', 'etf', 0.0003, other.usAggregate],
  ['AGG', 'iShares Core U.S. Aggregate Bond ETF', 'etf', 0.0003, other.usAggregate],
  ['SCHZ', 'Schwab U.S. Aggregate Bond ETF', 'etf', 0.0003, other.usAggregate],
  ['VBTLX', 'Vanguard Total Bond Market Index Fund Admiral', 'mutual_fund', 0.0004, other.usAggregate],
  ['FXNAX', 'Fidelity U.S. Bond Index Fund', 'mutual_fund', 0.00025, other.usAggregate],
  ['BSV', 'Vanguard Short-Term Bond ETF', 'etf', 0.0003, other.usShortTermBonds],
  ['BIV', 'Vanguard Intermediate-Term Bond ETF', 'etf', 0.0003, other.usIntermediateBonds],
  ['SHY', 'iShares 1-3 Year Treasury Bond ETF', 'etf', 0.0015, other.usTreasuries],
  ['IEF', 'iShares 7-10 Year Treasury Bond ETF', 'etf', 0.0015, other.usTreasuries],
  ['TLT', 'iShares 20+ Year Treasury Bond ETF', 'etf', 0.0015, other.usTreasuries],
  ['GOVT', 'iShares U.S. Treasury Bond ETF', 'etf', 0.0005, other.usTreasuries],
  ['TIP', 'iShares TIPS Bond ETF', 'etf', 0.0018, other.usInflationProtected],
  ['SCHP', 'Schwab U.S. TIPS ETF', 'etf', 0.0003, other.usInflationProtected],
  ['VTIP', 'Vanguard Short-Term Inflation-Protected Securities ETF', 'etf', 0.0003, other.usInflationProtected],
  ['LQD', 'iShares iBoxx $ Investment Grade Corporate Bond ETF', 'etf', 0.0014, other.usCorporateBonds],
  ['VCIT', 'Vanguard Intermediate-Term Corporate Bond ETF', 'etf', 0.0003, other.usCorporateBonds],
  ['HYG', 'iShares iBoxx $ High Yield Corporate Bond ETF', 'etf', 0.0049, other.usHighYield],
  ['JNK', 'SPDR Bloomberg High Yield Bond ETF', 'etf', 0.004, other.usHighYield],
  ['MUB', 'iShares National Muni Bond ETF', 'etf', 0.0005, other.usMunicipals],
  ['VTEB', 'Vanguard Tax-Exempt Bond ETF', 'etf', 0.0003, other.usMunicipals],
  ['MBB', 'iShares MBS ETF', 'etf', 0.0004, other.usMortgages],
  ['BNDX', 'Vanguard Total International Bond ETF', 'etf', 0.0007, other.internationalBonds],
  ['IAGG', 'iShares Core International Aggregate Bond ETF', 'etf', 0.0007, other.internationalBonds],
  ['EMB', 'iShares J.P. Morgan USD Emerging Markets Bond ETF', 'etf', 0.0039, other.emergingBonds],
  ['VWOB', 'Vanguard Emerging Markets Government Bond ETF', 'etf', 0.0015, other.emergingBonds],
];

export const otherFunds: FundRow[] = [
  ['VNQ', 'Vanguard Real Estate ETF', 'etf', 0.0013, other.usRealEstate],
  ['SCHH', 'Schwab U.S. REIT ETF', 'etf', 0.0007, other.usRealEstate],
  ['VNQI', 'Vanguard Global ex-U.S. Real Estate ETF', 'etf', 0.0012, other.internationalRealEstate],
  ['GLD', 'SPDR Gold Shares', 'etf', 0.004, other.preciousMetal],
  ['IAU', 'iShares Gold Trust', 'etf', 0.0025, other.preciousMetal],
  ['GLDM', 'SPDR Gold MiniShares Trust', 'etf', 0.001, other.preciousMetal],
  ['SLV', 'iShares Silver Trust', 'etf', 0.005, other.preciousMetal],
  ['DBC', 'Invesco DB Commodity Index Tracking Fund', 'etf', 0.0085, other.commodityFutures],
  ['IBIT', 'iShares Bitcoin Trust ETF', 'etf', 0.0025, other.cryptocurrency],
  ['FBTC', 'Fidelity Wise Origin Bitcoin Fund', 'etf', 0.0025, other.cryptocurrency],
  ['BIL', 'SPDR Bloomberg 1-3 Month T-Bill ETF', 'etf', 0.001356, other.moneyMarket],
  ['SGOV', 'iShares 0-3 Month Treasury Bond ETF', 'etf', 0.0009, other.moneyMarket],
  ['VMFXX', 'Vanguard Federal Money Market Fund', 'mutual_fund', 0.0011, other.moneyMarket],
  ['SPAXX', 'Fidelity Government Money Market Fund', 'mutual_fund', 0.0042, other.moneyMarket],
  ['SWVXX', 'Schwab Value Advantage Money Fund', 'mutual_fund', 0.0034, other.moneyMarket],
];

export const allocationFunds: FundRow[] = [
  ['VTTVX', 'Vanguard Target Retirement 2025 Fund', 'mutual_fund', 0.0008, targetDate(0.31, 0.2, 0.29, 0.13, 0.07)],
  ['VTHRX', 'Vanguard Target Retirement 2030 Fund', 'mutual_fund', 0.0008, targetDate(0.37, 0.245, 0.27, 0.115)],
  ['VTTHX', 'Vanguard Target Retirement 2035 Fund', 'mutual_fund', 0.0008, targetDate(0.41, 0.275, 0.22, 0.095)],
  ['VFORX', 'Vanguard Target Retirement 2040 Fund', 'mutual_fund', 0.0008, targetDate(0.455, 0.305, 0.17, 0.07)],
  ['VTIVX', 'Vanguard Target Retirement 2045 Fund', 'mutual_fund', 0.0008, targetDate(0.5, 0.33, 0.12, 0.05)],
  ['VFIFX', 'Vanguard Target Retirement 2050 Fund', 'mutual_fund', 0.0008, targetDate(0.54, 0.36, 0.07, 0.03)],
  ['VFFVX', 'Vanguard Target Retirement 2055 Fund', 'mutual_fund', 0.0008, targetDate(0.54, 0.36, 0.07, 0.03)],
  ['VTTSX', 'Vanguard Target Retirement 2060 Fund', 'mutual_fund', 0.0008, targetDate(0.54, 0.36, 0.07, 0.03)],
  [
    'VTINX',
    'Vanguard Target Retirement Income Fund',
    'mutual_fund',
    0.0008,
    targetDate(0.18, 0.12, 0.37, 0.165, 0.165),
  ],
  ['VASGX', 'Vanguard LifeStrategy Growth Fund', 'mutual_fund', 0.0014, lifeStrategy(0.8)],
  ['VSMGX', 'Vanguard LifeStrategy Moderate Growth Fund', 'mutual_fund', 0.0013, lifeStrategy(0.6)],
  ['AOR', 'iShares Core 60/40 Balanced Allocation ETF', 'etf', 0.0015, lifeStrategy(0.6)],
  ['AOA', 'iShares Core 80/20 Aggressive Allocation ETF', 'etf', 0.0015, lifeStrategy(0.8)],
  [
    'VBIAX',
    'Vanguard Balanced Index Fund Admiral',
    'mutual_fund',
    0.0007,
    blend(
      [
        [stock.usTotalMarket, 0.6],
        [other.usAggregate, 0.4],
      ],
      { citation: 'The fund holds 60 % US stocks and 40 % US bonds (its prospectus)', asOf: MID_2025 },
    ),
  ],
];
