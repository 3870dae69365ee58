/**
 * Funds of European domicile, by the ISIN that brokers there write and by the tickers of their exchanges, as far as no fund or share
 * of the US is listed under the same letters. Yearly cost: a fraction, from the fund's key information document in force in 2025.
 */
import type { InstrumentType } from '../../../schemas/classification.ts';
import * as other from './bonds-and-others.ts';
import * as europe from './european-indices.ts';
import type { FundRow } from './funds.ts';
import type { Mix } from './mix.ts';
import * as stock from './stock-indices.ts';

type EuropeanRow = [isin: string, tickers: string, name: string, expenseRatio: number, mix: Mix, type?: InstrumentType];

const rows: EuropeanRow[] = [
  ['IE00B4L5Y983', 'IWDA SWDA EUNL', 'iShares Core MSCI World UCITS ETF', 0.002, europe.developedWorld],
  ['IE00B0M62Q58', 'IWRD IQQW', 'iShares MSCI World UCITS ETF (Dist)', 0.005, europe.developedWorld],
  ['IE00BJ0KDQ92', 'XDWD', 'Xtrackers MSCI World UCITS ETF 1C', 0.0012, europe.developedWorld],
  ['IE00BFY0GT14', 'SPPW SWRD', 'SPDR MSCI World UCITS ETF', 0.0012, europe.developedWorld],
  ['LU1681043599', 'CW8', 'Amundi MSCI World UCITS ETF', 0.0038, europe.developedWorld],
  ['LU1781541179', 'LCWD LCUW', 'Amundi Core MSCI World UCITS ETF', 0.0012, europe.developedWorld],
  ['IE00BKX55T58', 'VEVE VGVE VDEV', 'Vanguard FTSE Developed World UCITS ETF (Dist)', 0.0012, europe.developedWorld],
  ['IE00BK5BQV03', 'VHVG VGVF VHVE', 'Vanguard FTSE Developed World UCITS ETF (Acc)', 0.0012, europe.developedWorld],
  ['GB00BJS8SJ34', '', 'Fidelity Index World Fund', 0.0012, europe.developedWorld, 'mutual_fund'],
  ['IE00B3RBWM25', 'VWRL VGWL VWRD', 'Vanguard FTSE All-World UCITS ETF (Dist)', 0.0019, stock.world],
  ['IE00BK5BQT80', 'VWCE VWRA VWRP', 'Vanguard FTSE All-World UCITS ETF (Acc)', 0.0019, stock.world],
  ['IE00B6R52259', 'SSAC ISAC IUSQ', 'iShares MSCI ACWI UCITS ETF', 0.002, stock.world],
  ['IE00B44Z5B48', '', 'SPDR MSCI ACWI UCITS ETF', 0.0012, stock.world],
  ['IE00B3YLTY66', '', 'SPDR MSCI ACWI IMI UCITS ETF', 0.0017, stock.world],
  ['GB00BMJJJF91', '', 'HSBC FTSE All-World Index Fund', 0.0013, stock.world, 'mutual_fund'],
  [
    'IE00B8GKDB10',
    'VHYL VGWD VHYD',
    'Vanguard FTSE All-World High Dividend Yield UCITS ETF',
    0.0029,
    europe.worldHighDividend,
  ],
  ['IE00BF4RFH31', 'IUSN WSML', 'iShares MSCI World Small Cap UCITS ETF', 0.0035, europe.worldSmallCap],
  ['IE00B5BMR087', 'CSPX SXR8 CSSPX', 'iShares Core S&P 500 UCITS ETF (Acc)', 0.0007, stock.sp500],
  ['IE0031442068', 'IUSA', 'iShares Core S&P 500 UCITS ETF (Dist)', 0.0007, stock.sp500],
  ['IE00B3XXRP09', 'VUSA VUSD', 'Vanguard S&P 500 UCITS ETF (Dist)', 0.0007, stock.sp500],
  ['IE00BFMXXD54', 'VUAA VUAG', 'Vanguard S&P 500 UCITS ETF (Acc)', 0.0007, stock.sp500],
  ['IE00B6YX5C33', 'SPY5', 'SPDR S&P 500 UCITS ETF', 0.0003, stock.sp500],
  ['IE00B3YCGJ38', '', 'Invesco S&P 500 UCITS ETF', 0.0005, stock.sp500],
  ['IE00B53SZB19', 'CNDX SXRV CSNDX', 'iShares Nasdaq 100 UCITS ETF', 0.003, stock.nasdaq100],
  ['IE0032077012', 'EQQQ', 'Invesco EQQQ Nasdaq-100 UCITS ETF', 0.003, stock.nasdaq100],
  ['IE00BKM4GZ66', 'EIMI EMIM IS3N', 'iShares Core MSCI EM IMI UCITS ETF', 0.0018, stock.emergingMarkets],
  ['IE00B4L5YC18', '', 'iShares MSCI EM UCITS ETF (Acc)', 0.0018, stock.emergingMarkets],
  ['IE00B0M63177', 'IEEM IQQE', 'iShares MSCI EM UCITS ETF (Dist)', 0.0018, stock.emergingMarkets],
  ['IE00B3VVMM84', 'VFEM VDEM', 'Vanguard FTSE Emerging Markets UCITS ETF (Dist)', 0.0017, stock.emergingMarkets],
  ['IE00BK5BR733', 'VFEA VFEG', 'Vanguard FTSE Emerging Markets UCITS ETF (Acc)', 0.0017, stock.emergingMarkets],
  ['IE00BTJRMP35', 'XMME', 'Xtrackers MSCI Emerging Markets UCITS ETF 1C', 0.0018, stock.emergingMarkets],
  ['IE00B4K48X80', 'IMAE SMEA EUNK', 'iShares Core MSCI Europe UCITS ETF (Acc)', 0.0012, stock.europe],
  ['IE00B1YZSC51', 'IMEU IQQY', 'iShares Core MSCI Europe UCITS ETF (Dist)', 0.0012, stock.europe],
  ['IE00B945VV12', 'VEUR VGEU', 'Vanguard FTSE Developed Europe UCITS ETF (Dist)', 0.001, stock.europe],
  ['LU0908500753', 'LYP6', 'Amundi Core Stoxx Europe 600 UCITS ETF', 0.0007, stock.europe],
  ['IE00B4L5YX21', 'SJPA IJPA EUNN', 'iShares Core MSCI Japan IMI UCITS ETF', 0.0012, stock.japan],
  ['IE00B95PGT31', 'VJPN VDJP', 'Vanguard FTSE Japan UCITS ETF (Dist)', 0.0015, stock.japan],
  ['IE00B53L3W79', 'CSX5 CSSX5E SXRT', 'iShares Core EURO STOXX 50 UCITS ETF', 0.001, europe.euroStoxx50],
  ['DE0005933931', 'EXS1', 'iShares Core DAX UCITS ETF (DE)', 0.0016, europe.dax],
  ['LU0274211480', 'DBXD XDAX', 'Xtrackers DAX UCITS ETF 1C', 0.0009, europe.dax],
  ['IE0005042456', '', 'iShares Core FTSE 100 UCITS ETF (Dist)', 0.0007, europe.ftse100],
  ['IE00B53HP851', 'CUKX', 'iShares Core FTSE 100 UCITS ETF (Acc)', 0.0007, europe.ftse100],
  ['IE00B810Q511', 'VUKE', 'Vanguard FTSE 100 UCITS ETF (Dist)', 0.0009, europe.ftse100],
  ['IE00BDBRDM35', 'EUNA', 'iShares Core Global Aggregate Bond UCITS ETF EUR Hedged', 0.001, europe.globalAggregate],
  ['IE00BG47KH54', 'VAGF', 'Vanguard Global Aggregate Bond UCITS ETF EUR Hedged', 0.001, europe.globalAggregate],
  [
    'LU0378818131',
    'DBZB XG7S',
    'Xtrackers II Global Government Bond UCITS ETF EUR Hedged',
    0.0025,
    europe.globalGovernment,
  ],
  ['IE00B4WXJJ64', 'IEGA EUNH', 'iShares Core Euro Government Bond UCITS ETF', 0.0007, europe.euroGovernment],
  ['LU0290355717', 'DBXN XGLE', 'Xtrackers II Eurozone Government Bond UCITS ETF 1C', 0.0007, europe.euroGovernment],
  ['IE00B3F81R35', 'IEAC EUN5', 'iShares Core Euro Corporate Bond UCITS ETF', 0.002, europe.euroCorporate],
  ['IE00B14X4S71', '', 'iShares USD Treasury Bond 1-3yr UCITS ETF', 0.0007, other.usTreasuries],
  ['LU0290358497', 'XEON', 'Xtrackers II EUR Overnight Rate Swap UCITS ETF 1C', 0.001, europe.euroOvernight],
  ['IE00B4ND3602', 'SGLN IGLN PPFB', 'iShares Physical Gold ETC', 0.0012, other.preciousMetal],
  ['DE000A0S9GB0', '4GLD', 'Xetra-Gold', 0, other.preciousMetal],
  ['JE00B1VS3770', 'PHAU', 'WisdomTree Physical Gold', 0.0039, other.preciousMetal],
  ['IE00BMVB5K07', 'V20A', 'Vanguard LifeStrategy 20% Equity UCITS ETF (Acc)', 0.0025, europe.lifeStrategy(0.2)],
  ['IE00BMVB5M21', 'V40A', 'Vanguard LifeStrategy 40% Equity UCITS ETF (Acc)', 0.0025, europe.lifeStrategy(0.4)],
  ['IE00BMVB5P51', 'V60A', 'Vanguard LifeStrategy 60% Equity UCITS ETF (Acc)', 0.0025, europe.lifeStrategy(0.6)],
  ['IE00BMVB5R75', 'V80A', 'Vanguard LifeStrategy 80% Equity UCITS ETF (Acc)', 0.0025, europe.lifeStrategy(0.8)],
];

/** Each fund once for each name that a file may call it by: its ISIN, and the tickers of its exchanges. */
export const europeanFunds: FundRow[] = rows.flatMap(([isin, tickers, name, expenseRatio, mix, type = 'etf']) =>
  [isin, ...tickers.split(' ')]
    .filter((symbol) => symbol !== '')
    .map((symbol): FundRow => [symbol, name, type, expenseRatio, mix]),
);
