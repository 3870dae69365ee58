/**
 * Exchange-traded funds that many people hold beside those of funds.ts. Not VCSH: in examples/portfolio.csv it shows what becomes of a
 * fund that is not known.
 */
import * as other from './bonds-and-others.ts';
import * as prospectus from './by-prospectus.ts';
import { fundList } from './fund-list.ts';
import type { FundRow } from './funds.ts';
import { usSectorFund } from './single-sector.ts';
import * as stock from './stock-indices.ts';

export const moreEtfs: readonly FundRow[] = [
  ...fundList('etf', stock.sp500, 'SPYM 0.02 State Street SPDR Portfolio S&P 500 ETF'),
  ...fundList(
    'etf',
    stock.usTotalMarket,
    `SCHX 0.03 Schwab U.S. Large-Cap ETF
    SCHK ? Schwab 1000 Index ETF
    VV 0.04 Vanguard Large-Cap ETF
    VONE ? Vanguard Russell 1000 ETF
    VTHR ? Vanguard Russell 3000 ETF
    IWB 0.15 iShares Russell 1000 ETF
    IWV 0.2 iShares Russell 3000 ETF
    SPTM 0.03 SPDR Portfolio S&P 1500 Composite Stock Market ETF`,
  ),
  ...fundList(
    'etf',
    stock.usGrowth,
    `VONG ? Vanguard Russell 1000 Growth ETF
    IUSG 0.04 iShares Core S&P U.S. Growth ETF
    MGK ? Vanguard Mega Cap Growth ETF`,
  ),
  ...fundList(
    'etf',
    stock.usValue,
    `VONV ? Vanguard Russell 1000 Value ETF
    VOOV ? Vanguard S&P 500 Value ETF
    IUSV 0.04 iShares Core S&P U.S. Value ETF
    SCHV 0.04 Schwab U.S. Large-Cap Value ETF
    MGV ? Vanguard Mega Cap Value ETF`,
  ),
  ...fundList(
    'etf',
    stock.usMidCap,
    `MDY ? SPDR S&P MidCap 400 ETF Trust
    SCHM 0.04 Schwab U.S. Mid-Cap ETF
    SPMD 0.03 SPDR Portfolio S&P 400 Mid Cap ETF
    IWR ? iShares Russell Mid-Cap ETF
    IVOO ? Vanguard S&P Mid-Cap 400 ETF`,
  ),
  ...fundList(
    'etf',
    stock.usSmallCap,
    `SCHA 0.04 Schwab U.S. Small-Cap ETF
    SPSM 0.03 SPDR Portfolio S&P 600 Small Cap ETF
    VTWO ? Vanguard Russell 2000 ETF
    VIOO ? Vanguard S&P Small-Cap 600 ETF`,
  ),
  ...fundList(
    'etf',
    prospectus.usShares,
    `DIA 0.16 SPDR Dow Jones Industrial Average ETF Trust
    RSP 0.2 Invesco S&P 500 Equal Weight ETF
    OEF 0.2 iShares S&P 100 ETF
    XLG 0.2 Invesco S&P 500 Top 50 ETF
    MGC ? Vanguard Mega Cap ETF
    VXF 0.05 Vanguard Extended Market ETF
    VOE 0.05 Vanguard Mid-Cap Value ETF
    VOT 0.05 Vanguard Mid-Cap Growth ETF
    VBR 0.05 Vanguard Small-Cap Value ETF
    VBK 0.05 Vanguard Small-Cap Growth ETF
    IWN ? iShares Russell 2000 Value ETF
    IWO ? iShares Russell 2000 Growth ETF
    IJS 0.18 iShares S&P Small-Cap 600 Value ETF
    IJT 0.18 iShares S&P Small-Cap 600 Growth ETF
    IJJ 0.18 iShares S&P Mid-Cap 400 Value ETF
    IJK 0.17 iShares S&P Mid-Cap 400 Growth ETF
    IWS ? iShares Russell Mid-Cap Value ETF
    IWP ? iShares Russell Mid-Cap Growth ETF
    SLYV 0.15 SPDR S&P 600 Small Cap Value ETF
    DGRO 0.08 iShares Core Dividend Growth ETF
    DGRW 0.28 WisdomTree U.S. Quality Dividend Growth Fund
    DVY 0.38 iShares Select Dividend ETF
    HDV 0.08 iShares Core High Dividend ETF
    SDY 0.35 SPDR S&P Dividend ETF
    NOBL 0.35 ProShares S&P 500 Dividend Aristocrats ETF
    SPYD 0.07 SPDR Portfolio S&P 500 High Dividend ETF
    SPHD 0.3 Invesco S&P 500 High Dividend Low Volatility ETF
    FDVV ? Fidelity High Dividend ETF
    FDL ? First Trust Morningstar Dividend Leaders Index Fund
    COWZ 0.49 Pacer US Cash Cows 100 ETF
    MTUM 0.15 iShares MSCI USA Momentum Factor ETF
    QUAL 0.15 iShares MSCI USA Quality Factor ETF
    USMV 0.15 iShares MSCI USA Min Vol Factor ETF
    VLUE 0.15 iShares MSCI USA Value Factor ETF
    SPLV 0.25 Invesco S&P 500 Low Volatility ETF
    SPHQ 0.15 Invesco S&P 500 Quality ETF
    SPMO 0.13 Invesco S&P 500 Momentum ETF
    MOAT ? VanEck Morningstar Wide Moat ETF
    ESGU 0.15 iShares ESG Aware MSCI USA ETF
    ESGV 0.09 Vanguard ESG U.S. Stock ETF
    GSLC 0.09 Goldman Sachs ActiveBeta U.S. Large Cap Equity ETF
    FNDX 0.25 Schwab Fundamental U.S. Large Company ETF
    FNDA 0.25 Schwab Fundamental U.S. Small Company ETF
    PRF ? Invesco RAFI US 1000 ETF
    DFAC 0.17 Dimensional U.S. Core Equity 2 ETF
    DFUS 0.09 Dimensional U.S. Equity Market ETF
    DFAU 0.12 Dimensional US Core Equity Market ETF
    DFAT 0.28 Dimensional U.S. Targeted Value ETF
    DFAS 0.26 Dimensional U.S. Small Cap ETF
    DFSV ? Dimensional US Small Cap Value ETF
    DFLV ? Dimensional US Large Cap Value ETF
    AVUS 0.15 Avantis U.S. Equity ETF
    AVUV 0.25 Avantis U.S. Small Cap Value ETF
    AVLV 0.15 Avantis U.S. Large Cap Value ETF
    VFQY ? Vanguard U.S. Quality Factor ETF
    CALF 0.59 Pacer US Small Cap Cash Cows 100 ETF
    PAVE 0.47 Global X U.S. Infrastructure Development ETF
    XHB 0.35 SPDR S&P Homebuilders ETF
    XRT 0.35 SPDR S&P Retail ETF
    XME 0.35 SPDR S&P Metals & Mining ETF`,
  ),
  ...fundList(
    'etf',
    prospectus.mostlyUsShares,
    `CGDV 0.33 Capital Group Dividend Value ETF
    CGGR 0.39 Capital Group Growth ETF
    CGUS 0.33 Capital Group Core Equity ETF
    JGRO 0.44 JPMorgan Active Growth ETF
    TCAF ? T. Rowe Price Capital Appreciation Equity ETF
    ARKK 0.75 ARK Innovation ETF
    ARKW ? ARK Next Generation Internet ETF
    ARKG ? ARK Genomic Revolution ETF
    FDN ? First Trust Dow Jones Internet Index Fund
    ONEQ 0.21 Fidelity Nasdaq Composite Index ETF
    QQQE ? Direxion NASDAQ-100 Equal Weighted Index Shares`,
  ),
  ...fundList(
    'etf',
    prospectus.sharesWithOptions,
    `JEPI 0.35 JPMorgan Equity Premium Income ETF
    JEPQ 0.35 JPMorgan Nasdaq Equity Premium Income ETF
    XYLD 0.6 Global X S&P 500 Covered Call ETF
    QYLD ? Global X NASDAQ 100 Covered Call ETF
    DIVO ? Amplify CWP Enhanced Dividend Income ETF`,
  ),
  ...fundList(
    'etf',
    prospectus.mostlyUsSector('information_technology'),
    `SMH 0.35 VanEck Semiconductor ETF
    SOXX ? iShares Semiconductor ETF
    CIBR ? First Trust NASDAQ Cybersecurity ETF`,
  ),
  ...fundList(
    'etf',
    usSectorFund('information_technology'),
    `IYW ? iShares U.S. Technology ETF
    IGV ? iShares Expanded Tech-Software Sector ETF`,
  ),
  ...fundList(
    'etf',
    usSectorFund('health_care'),
    `XBI 0.35 SPDR S&P Biotech ETF
    IBB ? iShares Biotechnology ETF
    IYH ? iShares U.S. Healthcare ETF
    IHI ? iShares U.S. Medical Devices ETF
    FHLC 0.084 Fidelity MSCI Health Care Index ETF`,
  ),
  ...fundList(
    'etf',
    usSectorFund('financials'),
    `KRE 0.35 SPDR S&P Regional Banking ETF
    KBE 0.35 SPDR S&P Bank ETF
    KBWB 0.35 Invesco KBW Bank ETF
    IYF ? iShares U.S. Financials ETF
    FNCL 0.084 Fidelity MSCI Financials Index ETF`,
  ),
  ...fundList(
    'etf',
    usSectorFund('energy'),
    `XOP 0.35 SPDR S&P Oil & Gas Exploration & Production ETF
    OIH 0.35 VanEck Oil Services ETF
    AMLP ? Alerian MLP ETF
    FENY 0.084 Fidelity MSCI Energy Index ETF`,
  ),
  ...fundList(
    'etf',
    usSectorFund('industrials'),
    `ITA ? iShares U.S. Aerospace & Defense ETF
    FIDU 0.084 Fidelity MSCI Industrials Index ETF`,
  ),
  ...fundList('etf', usSectorFund('consumer_discretionary'), `ITB ? iShares U.S. Home Construction ETF`),
  ...fundList(
    'etf',
    usSectorFund('utilities'),
    `FUTY 0.084 Fidelity MSCI Utilities Index ETF
    IDU ? iShares U.S. Utilities ETF`,
  ),
  ...fundList(
    'etf',
    prospectus.sharesOfTheWorld,
    `URTH 0.24 iShares MSCI World ETF
    IOO 0.4 iShares Global 100 ETF
    ACWV 0.2 iShares MSCI Global Min Vol Factor ETF
    CGGO 0.47 Capital Group Global Growth Equity ETF
    GDX 0.51 VanEck Gold Miners ETF
    GDXJ ? VanEck Junior Gold Miners ETF
    SIL 0.65 Global X Silver Miners ETF
    COPX 0.65 Global X Copper Miners ETF
    URA 0.69 Global X Uranium ETF
    LIT 0.75 Global X Lithium & Battery Tech ETF
    BOTZ 0.68 Global X Robotics & Artificial Intelligence ETF
    ICLN ? iShares Global Clean Energy ETF
    TAN ? Invesco Solar ETF
    NLR ? VanEck Uranium and Nuclear ETF
    SHLD 0.5 Global X Defense Tech ETF`,
  ),
  ...fundList(
    'etf',
    {
      ...stock.developedExUs,
      sectors: { unknown: 1 },
      citation: 'Regions as of all developed markets outside the US; its sectors are not known here',
    },
    `IDEV 0.04 iShares Core MSCI International Developed Markets ETF
    EFV ? iShares MSCI EAFE Value ETF
    EFG ? iShares MSCI EAFE Growth ETF
    SCZ 0.4 iShares MSCI EAFE Small-Cap ETF
    SCHC ? Schwab International Small-Cap Equity ETF
    EFAV 0.2 iShares MSCI EAFE Min Vol Factor ETF
    FNDF 0.25 Schwab Fundamental International Equity ETF
    BBIN 0.07 JPMorgan BetaBuilders International Equity ETF`,
  ),
  ...fundList(
    'etf',
    prospectus.sharesAbroad,
    `ACWX ? iShares MSCI ACWI ex U.S. ETF
    VSS ? Vanguard FTSE All-World ex-US Small-Cap ETF
    VYMI ? Vanguard International High Dividend Yield ETF
    VIGI ? Vanguard International Dividend Appreciation ETF
    VSGX ? Vanguard ESG International Stock ETF
    SCHY ? Schwab International Dividend Equity ETF
    IDV ? iShares International Select Dividend ETF
    DFAX ? Dimensional World ex U.S. Core Equity 2 ETF
    DFAI 0.18 Dimensional International Core Equity Market ETF
    DFIV 0.27 Dimensional International Value ETF
    DFIC ? Dimensional International Core Equity 2 ETF
    AVDE 0.23 Avantis International Equity ETF
    AVDV 0.36 Avantis International Small Cap Value ETF
    CGXU 0.54 Capital Group International Focus Equity ETF
    CGIE ? Capital Group International Equity ETF
    IQLT 0.3 iShares MSCI Intl Quality Factor ETF`,
  ),
  ...fundList(
    'etf',
    prospectus.emergingShares,
    `EMXC 0.25 iShares MSCI Emerging Markets ex China ETF
    FNDE 0.39 Schwab Fundamental Emerging Markets Equity ETF
    AVEM 0.33 Avantis Emerging Markets Equity ETF
    DFAE 0.35 Dimensional Emerging Core Equity Market ETF
    INDA ? iShares MSCI India ETF
    MCHI 0.59 iShares MSCI China ETF
    FXI ? iShares China Large-Cap ETF
    KWEB ? KraneShares CSI China Internet ETF
    EWZ ? iShares MSCI Brazil ETF
    EWT ? iShares MSCI Taiwan ETF
    EWY ? iShares MSCI South Korea ETF
    EWW ? iShares MSCI Mexico ETF`,
  ),
  ...fundList(
    'etf',
    prospectus.europeanShares,
    `IEUR ? iShares Core MSCI Europe ETF
    EZU ? iShares MSCI Eurozone ETF
    FEZ 0.29 SPDR EURO STOXX 50 ETF
    EWG ? iShares MSCI Germany ETF
    EWU ? iShares MSCI United Kingdom ETF
    BBEU ? JPMorgan BetaBuilders Europe ETF`,
  ),
  ...fundList(
    'etf',
    prospectus.pacificShares,
    `BBJP 0.19 JPMorgan BetaBuilders Japan ETF
    DXJ 0.48 WisdomTree Japan Hedged Equity Fund
    EWA ? iShares MSCI Australia ETF
    IPAC 0.09 iShares Core MSCI Pacific ETF`,
  ),
  ...fundList(
    'etf',
    prospectus.canadianShares,
    `EWC ? iShares MSCI Canada ETF
    BBCA 0.19 JPMorgan BetaBuilders Canada ETF`,
  ),
  ...fundList(
    'etf',
    other.usTreasuries,
    `USFR 0.15 WisdomTree Floating Rate Treasury Fund
    TFLO 0.15 iShares Treasury Floating Rate Bond ETF
    IEI 0.15 iShares 3-7 Year Treasury Bond ETF
    TLH 0.15 iShares 10-20 Year Treasury Bond ETF
    SPTS 0.03 SPDR Portfolio Short Term Treasury ETF
    SPTI 0.03 SPDR Portfolio Intermediate Term Treasury ETF
    SCHQ 0.03 Schwab Long-Term U.S. Treasury ETF
    EDV ? Vanguard Extended Duration Treasury ETF
    ZROZ 0.15 PIMCO 25+ Year Zero Coupon U.S. Treasury Index ETF`,
  ),
  ...fundList(
    'etf',
    other.moneyMarket,
    `TBIL 0.15 US Treasury 3 Month Bill ETF
    VBIL ? Vanguard 0-3 Month Treasury Bill ETF
    BILS ? SPDR Bloomberg 3-12 Month T-Bill ETF
    CLIP ? Global X 1-3 Month T-Bill ETF`,
  ),
  ...fundList(
    'etf',
    other.usInflationProtected,
    `SPIP ? SPDR Portfolio TIPS ETF
    LTPZ ? PIMCO 15+ Year U.S. TIPS Index ETF`,
  ),
  ...fundList(
    'etf',
    other.usCorporateBonds,
    `VCLT 0.03 Vanguard Long-Term Corporate Bond ETF
    VTC 0.03 Vanguard Total Corporate Bond ETF
    IGIB 0.04 iShares 5-10 Year Investment Grade Corporate Bond ETF
    IGLB 0.04 iShares 10+ Year Investment Grade Corporate Bond ETF
    USIG 0.04 iShares Broad USD Investment Grade Corporate Bond ETF
    SPIB 0.04 SPDR Portfolio Intermediate Term Corporate Bond ETF
    SPSB 0.04 SPDR Portfolio Short Term Corporate Bond ETF
    SPLB 0.04 SPDR Portfolio Long Term Corporate Bond ETF
    SCHI 0.03 Schwab 5-10 Year Corporate Bond ETF
    SCHJ 0.03 Schwab 1-5 Year Corporate Bond ETF
    SLQD 0.06 iShares 0-5 Year Investment Grade Corporate Bond ETF
    FLOT 0.15 iShares Floating Rate Bond ETF`,
  ),
  ...fundList(
    'etf',
    other.usHighYield,
    `SHYG 0.3 iShares 0-5 Year High Yield Corporate Bond ETF
    SJNK 0.4 SPDR Bloomberg Short Term High Yield Bond ETF
    SPHY 0.05 SPDR Portfolio High Yield Bond ETF
    HYLB 0.05 Xtrackers USD High Yield Corporate Bond ETF
    ANGL 0.25 VanEck Fallen Angel High Yield Bond ETF
    FALN 0.25 iShares Fallen Angels USD Bond ETF`,
  ),
  ...fundList(
    'etf',
    other.usMunicipals,
    `VTES ? Vanguard Short-Term Tax-Exempt Bond ETF
    SHM 0.2 SPDR Nuveen ICE Short Term Municipal Bond ETF
    TFI 0.23 SPDR Nuveen ICE Municipal Bond ETF
    HYD ? VanEck High Yield Muni ETF
    CMF ? iShares California Muni Bond ETF
    SCMB 0.03 Schwab Municipal Bond ETF
    JMST 0.18 JPMorgan Ultra-Short Municipal Income ETF`,
  ),
  ...fundList(
    'etf',
    other.usMortgages,
    `VMBS 0.03 Vanguard Mortgage-Backed Securities ETF
    SPMB ? SPDR Portfolio Mortgage Backed Bond ETF
    JMBS ? Janus Henderson Mortgage-Backed Securities ETF`,
  ),
  ...fundList(
    'etf',
    prospectus.mostlyUsBonds,
    `BLV 0.03 Vanguard Long-Term Bond ETF
    IUSB 0.06 iShares Core Universal USD Bond ETF
    ISTB 0.06 iShares Core 1-5 Year USD Bond ETF
    JPST 0.18 JPMorgan Ultra-Short Income ETF
    MINT ? PIMCO Enhanced Short Maturity Active ETF
    ICSH 0.08 iShares Ultra Short Duration Bond Active ETF
    PULS 0.15 PGIM Ultra Short Bond ETF
    VUSB 0.1 Vanguard Ultra-Short Bond ETF
    VCRB 0.1 Vanguard Core Bond ETF
    FBND 0.36 Fidelity Total Bond ETF
    BOND ? PIMCO Active Bond ETF
    TOTL 0.55 SPDR DoubleLine Total Return Tactical ETF
    CGCP 0.34 Capital Group Core Plus Income ETF
    DFCF 0.17 Dimensional Core Fixed Income ETF
    AVIG 0.15 Avantis Core Fixed Income ETF
    BKLN 0.65 Invesco Senior Loan ETF
    SRLN 0.7 SPDR Blackstone Senior Loan ETF
    JAAA ? Janus Henderson AAA CLO ETF`,
  ),
  ...fundList('etf', other.emergingBonds, 'PCY 0.5 Invesco Emerging Markets Sovereign Debt ETF'),
  ...fundList(
    'etf',
    prospectus.bondsOfAnyKind,
    `BNDW 0.05 Vanguard Total World Bond ETF
    PYLD ? PIMCO Multisector Bond Active ETF
    BINC ? iShares Flexible Income Active ETF`,
  ),
  ...fundList(
    'etf',
    other.usRealEstate,
    `USRT 0.08 iShares Core U.S. REIT ETF
    RWR 0.25 SPDR Dow Jones REIT ETF
    ICF ? iShares Select U.S. REIT ETF
    FREL 0.084 Fidelity MSCI Real Estate Index ETF
    DFAR 0.19 Dimensional US Real Estate ETF`,
  ),
  ...fundList(
    'etf',
    other.preciousMetal,
    `BAR ? GraniteShares Gold Trust
    AAAU ? Goldman Sachs Physical Gold ETF
    PPLT 0.6 abrdn Physical Platinum Shares ETF
    PALL 0.6 abrdn Physical Palladium Shares ETF
    GLTR 0.6 abrdn Physical Precious Metals Basket Shares ETF`,
  ),
  ...fundList(
    'etf',
    other.commodityFutures,
    `GSG 0.75 iShares S&P GSCI Commodity-Indexed Trust
    COMT 0.48 iShares GSCI Commodity Dynamic Roll Strategy ETF
    BCI ? abrdn Bloomberg All Commodity Strategy K-1 Free ETF
    USO ? United States Oil Fund, LP
    UNG ? United States Natural Gas Fund, LP
    DBA ? Invesco DB Agriculture Fund
    FTGC ? First Trust Global Tactical Commodity Strategy Fund`,
  ),
  ...fundList(
    'etf',
    other.cryptocurrency,
    `BITB 0.2 Bitwise Bitcoin ETF
    ARKB 0.21 ARK 21Shares Bitcoin ETF
    HODL ? VanEck Bitcoin ETF
    EZBC ? Franklin Bitcoin ETF
    BRRR ? CoinShares Valkyrie Bitcoin Fund
    FETH ? Fidelity Ethereum Fund
    ETHE ? Grayscale Ethereum Trust ETF`,
  ),
];
