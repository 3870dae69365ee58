/**
 * Funds of European domicile, by the ISIN that brokers there write and by the tickers of their exchanges: with the exchange as
 * Yahoo writes it (VWCE.DE), and alone as far as no fund or share of the US is listed under the same letters. Yearly cost: a
 * fraction, from the fund's key information document in force in 2025.
 */
import type { InstrumentType } from '../../../schemas/classification.ts';
import * as other from './bonds-and-others.ts';
import * as europe from './european-indices.ts';
import type { FundRow } from './funds.ts';
import type { Mix } from './mix.ts';
import * as stock from './stock-indices.ts';

/** Tickers: each with the exchanges that it is listed at, "VUSA.L.AS"; with a hyphen before it where its letters alone are another's. */
type EuropeanRow = [isin: string, tickers: string, name: string, expenseRatio: number, mix: Mix, type?: InstrumentType];

const rows: EuropeanRow[] = [
  ['IE00B4L5Y983', 'IWDA.AS.L SWDA.L.MI.SW EUNL.DE', 'iShares Core MSCI World UCITS ETF', 0.002, europe.developedWorld],
  ['IE00B0M62Q58', 'IWRD.L.AS IQQW.DE', 'iShares MSCI World UCITS ETF (Dist)', 0.005, europe.developedWorld],
  ['IE00BJ0KDQ92', 'XDWD.DE.L.MI.SW', 'Xtrackers MSCI World UCITS ETF 1C', 0.0012, europe.developedWorld],
  ['IE00BFY0GT14', 'SPPW.DE SWRD.L', 'SPDR MSCI World UCITS ETF', 0.0012, europe.developedWorld],
  ['LU1681043599', 'CW8.PA', 'Amundi MSCI World UCITS ETF', 0.0038, europe.developedWorld],
  ['LU1781541179', 'LCWD.L.MI LCUW.DE', 'Amundi Core MSCI World UCITS ETF', 0.0012, europe.developedWorld],
  [
    'IE00BKX55T58',
    'VEVE.L.AS.SW VGVE.DE VDEV.L',
    'Vanguard FTSE Developed World UCITS ETF (Dist)',
    0.0012,
    europe.developedWorld,
  ],
  [
    'IE00BK5BQV03',
    'VHVG.L VGVF.DE VHVE.L',
    'Vanguard FTSE Developed World UCITS ETF (Acc)',
    0.0012,
    europe.developedWorld,
  ],
  ['GB00BJS8SJ34', '', 'Fidelity Index World Fund', 0.0012, europe.developedWorld, 'mutual_fund'],
  ['IE00B3RBWM25', 'VWRL.L.AS.SW.MI VGWL.DE VWRD.L', 'Vanguard FTSE All-World UCITS ETF (Dist)', 0.0019, stock.world],
  ['IE00BK5BQT80', 'VWCE.DE.MI VWRA.L VWRP.L', 'Vanguard FTSE All-World UCITS ETF (Acc)', 0.0019, stock.world],
  ['IE00B6R52259', 'SSAC.L.AS ISAC.L IUSQ.DE', 'iShares MSCI ACWI UCITS ETF', 0.002, stock.world],
  ['IE00B44Z5B48', '-ACWI.PA -SPYY.DE', 'SPDR MSCI ACWI UCITS ETF', 0.0012, stock.world],
  ['IE00B3YLTY66', '-IMID.L -SPYI.DE', 'SPDR MSCI ACWI IMI UCITS ETF', 0.0017, stock.world],
  ['GB00BMJJJF91', '', 'HSBC FTSE All-World Index Fund', 0.0013, stock.world, 'mutual_fund'],
  [
    'IE00B8GKDB10',
    'VHYL.L.AS.SW.MI VGWD.DE VHYD.L',
    'Vanguard FTSE All-World High Dividend Yield UCITS ETF',
    0.0029,
    europe.worldHighDividend,
  ],
  ['IE00BF4RFH31', 'IUSN.DE WSML.L', 'iShares MSCI World Small Cap UCITS ETF', 0.0035, europe.worldSmallCap],
  ['IE00B5BMR087', 'CSPX.L.AS SXR8.DE CSSPX.MI.SW', 'iShares Core S&P 500 UCITS ETF (Acc)', 0.0007, stock.sp500],
  ['IE0031442068', 'IUSA.L.AS.DE.MI', 'iShares Core S&P 500 UCITS ETF (Dist)', 0.0007, stock.sp500],
  ['IE00B3XXRP09', 'VUSA.L.AS.DE.SW.MI VUSD.L', 'Vanguard S&P 500 UCITS ETF (Dist)', 0.0007, stock.sp500],
  ['IE00BFMXXD54', 'VUAA.DE.L.MI VUAG.L', 'Vanguard S&P 500 UCITS ETF (Acc)', 0.0007, stock.sp500],
  ['IE00B6YX5C33', 'SPY5.DE.L', 'SPDR S&P 500 UCITS ETF', 0.0003, stock.sp500],
  ['IE00B3YCGJ38', '-SPXS.L', 'Invesco S&P 500 UCITS ETF', 0.0005, stock.sp500],
  ['IE00B53SZB19', 'CNDX.L SXRV.DE CSNDX.MI.SW', 'iShares Nasdaq 100 UCITS ETF', 0.003, stock.nasdaq100],
  ['IE0032077012', 'EQQQ.L.DE.MI.PA', 'Invesco EQQQ Nasdaq-100 UCITS ETF', 0.003, stock.nasdaq100],
  ['IE00BKM4GZ66', 'EIMI.L.MI EMIM.L.AS IS3N.DE', 'iShares Core MSCI EM IMI UCITS ETF', 0.0018, stock.emergingMarkets],
  ['IE00B4L5YC18', '', 'iShares MSCI EM UCITS ETF (Acc)', 0.0018, stock.emergingMarkets],
  ['IE00B0M63177', 'IEEM.L.AS.MI IQQE.DE', 'iShares MSCI EM UCITS ETF (Dist)', 0.0018, stock.emergingMarkets],
  [
    'IE00B3VVMM84',
    'VFEM.L.AS.DE.SW.MI VDEM.L',
    'Vanguard FTSE Emerging Markets UCITS ETF (Dist)',
    0.0017,
    stock.emergingMarkets,
  ],
  [
    'IE00BK5BR733',
    'VFEA.DE.L.MI VFEG.L',
    'Vanguard FTSE Emerging Markets UCITS ETF (Acc)',
    0.0017,
    stock.emergingMarkets,
  ],
  ['IE00BTJRMP35', 'XMME.DE.MI', 'Xtrackers MSCI Emerging Markets UCITS ETF 1C', 0.0018, stock.emergingMarkets],
  ['IE00B4K48X80', 'IMAE.AS SMEA.L.MI EUNK.DE', 'iShares Core MSCI Europe UCITS ETF (Acc)', 0.0012, stock.europe],
  ['IE00B1YZSC51', 'IMEU.L.AS IQQY.DE', 'iShares Core MSCI Europe UCITS ETF (Dist)', 0.0012, stock.europe],
  ['IE00B945VV12', 'VEUR.L.AS.SW.MI VGEU.DE', 'Vanguard FTSE Developed Europe UCITS ETF (Dist)', 0.001, stock.europe],
  ['LU0908500753', 'LYP6.DE', 'Amundi Core Stoxx Europe 600 UCITS ETF', 0.0007, stock.europe],
  ['IE00B4L5YX21', 'SJPA.L.MI IJPA.AS.L EUNN.DE', 'iShares Core MSCI Japan IMI UCITS ETF', 0.0012, stock.japan],
  ['IE00B95PGT31', 'VJPN.L.AS VDJP.L', 'Vanguard FTSE Japan UCITS ETF (Dist)', 0.0015, stock.japan],
  ['IE00B53L3W79', 'CSX5.AS CSSX5E.MI.SW SXRT.DE', 'iShares Core EURO STOXX 50 UCITS ETF', 0.001, europe.euroStoxx50],
  ['DE0005933931', 'EXS1.DE', 'iShares Core DAX UCITS ETF (DE)', 0.0016, europe.dax],
  ['LU0274211480', 'DBXD.DE XDAX.L', 'Xtrackers DAX UCITS ETF 1C', 0.0009, europe.dax],
  ['IE0005042456', '-ISF.L', 'iShares Core FTSE 100 UCITS ETF (Dist)', 0.0007, europe.ftse100],
  ['IE00B53HP851', 'CUKX.L', 'iShares Core FTSE 100 UCITS ETF (Acc)', 0.0007, europe.ftse100],
  ['IE00B810Q511', 'VUKE.L', 'Vanguard FTSE 100 UCITS ETF (Dist)', 0.0009, europe.ftse100],
  ['IE00BDBRDM35', 'EUNA.DE', 'iShares Core Global Aggregate Bond UCITS ETF EUR Hedged', 0.001, europe.globalAggregate],
  ['IE00BG47KH54', 'VAGF.DE.MI', 'Vanguard Global Aggregate Bond UCITS ETF EUR Hedged', 0.001, europe.globalAggregate],
  [
    'LU0378818131',
    'DBZB.DE XG7S',
    'Xtrackers II Global Government Bond UCITS ETF EUR Hedged',
    0.0025,
    europe.globalGovernment,
  ],
  ['IE00B4WXJJ64', 'IEGA.AS.MI EUNH.DE', 'iShares Core Euro Government Bond UCITS ETF', 0.0007, europe.euroGovernment],
  [
    'LU0290355717',
    'DBXN.DE XGLE.MI',
    'Xtrackers II Eurozone Government Bond UCITS ETF 1C',
    0.0007,
    europe.euroGovernment,
  ],
  ['IE00B3F81R35', 'IEAC.AS.MI EUN5.DE', 'iShares Core Euro Corporate Bond UCITS ETF', 0.002, europe.euroCorporate],
  ['IE00B14X4S71', '-IBTS.L', 'iShares USD Treasury Bond 1-3yr UCITS ETF', 0.0007, other.usTreasuries],
  ['LU0290358497', 'XEON.DE.MI', 'Xtrackers II EUR Overnight Rate Swap UCITS ETF 1C', 0.001, europe.euroOvernight],
  ['IE00B4ND3602', 'SGLN.L.MI IGLN.L PPFB.DE', 'iShares Physical Gold ETC', 0.0012, other.preciousMetal],
  ['DE000A0S9GB0', '4GLD.DE', 'Xetra-Gold', 0, other.preciousMetal],
  ['JE00B1VS3770', 'PHAU.L.MI', 'WisdomTree Physical Gold', 0.0039, other.preciousMetal],
  ['IE00BMVB5K07', 'V20A.DE', 'Vanguard LifeStrategy 20% Equity UCITS ETF (Acc)', 0.0025, europe.lifeStrategy(0.2)],
  ['IE00BMVB5M21', 'V40A.DE', 'Vanguard LifeStrategy 40% Equity UCITS ETF (Acc)', 0.0025, europe.lifeStrategy(0.4)],
  ['IE00BMVB5P51', 'V60A.DE', 'Vanguard LifeStrategy 60% Equity UCITS ETF (Acc)', 0.0025, europe.lifeStrategy(0.6)],
  ['IE00BMVB5R75', 'V80A.DE', 'Vanguard LifeStrategy 80% Equity UCITS ETF (Acc)', 0.0025, europe.lifeStrategy(0.8)],
];

/** London's other listings are in pounds. */
const LONDON_IN_DOLLARS = new Set(
  (
    'IWDA XDWD SWRD LCWD VDEV VHVE VWRD VWRA ISAC IMID VHYD WSML CSPX VUSD VUAA SPY5 SPXS CNDX EIMI VDEM VFEA IJPA VDJP ' +
    'IGLN PHAU'
  ).split(' '),
);
/** Zurich's other listings are in francs. */
const ZURICH_IN_DOLLARS = new Set(['SWDA', 'XDWD', 'CSSPX', 'CSNDX']);

export interface EuropeanFund {
  fund: FundRow;
  /** Of the exchange; of the first that a ticker alone is listed at; EUR by the ISIN. */
  currency: string;
}

/** Each fund once for each name that a file may call it by: its ISIN, and the tickers of its exchanges. */
export const europeanFunds: EuropeanFund[] = rows.flatMap(([isin, tickers, name, expenseRatio, mix, type = 'etf']) =>
  [{ symbol: isin, currency: 'EUR' }, ...(tickers === '' ? [] : tickers.split(' ').flatMap(listings))].map(
    ({ symbol, currency }): EuropeanFund => ({ fund: [symbol, name, type, expenseRatio, mix], currency }),
  ),
);

/** "VUSA.L.AS" is VUSA, VUSA.L and VUSA.AS; "-ISF.L" is ISF.L alone. */
function listings(text: string): { symbol: string; currency: string }[] {
  const [ticker = '', ...exchanges] = text.replace('-', '').split('.');
  const listed = exchanges.map((exchange) => ({
    symbol: `${ticker}.${exchange}`,
    currency: currencyOf(ticker, exchange),
  }));
  return text.startsWith('-') ? listed : [{ symbol: ticker, currency: listed[0]?.currency ?? 'EUR' }, ...listed];
}

function currencyOf(ticker: string, exchange: string): string {
  if (exchange === 'L') return LONDON_IN_DOLLARS.has(ticker) ? 'USD' : 'GBP';
  if (exchange !== 'SW' || ticker === 'CSSX5E') return 'EUR';
  return ZURICH_IN_DOLLARS.has(ticker) ? 'USD' : 'CHF';
}
