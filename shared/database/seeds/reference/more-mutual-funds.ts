/**
 * Mutual funds that many people hold beside those of funds.ts, with the classes of shares that workplace plans offer. What an active fund
 * costs follows its results or its size, and is stated only where it is known for certain.
 */
import * as other from './bonds-and-others.ts';
import * as prospectus from './by-prospectus.ts';
import { fundList } from './fund-list.ts';
import type { FundRow } from './funds.ts';
import * as stock from './stock-indices.ts';
import { usSectorFund } from './single-sector.ts';

export const moreMutualFunds: readonly FundRow[] = [
  ...fundList(
    'mutual_fund',
    stock.sp500,
    `VFFSX 0.01 Vanguard 500 Index Fund Institutional Select
    VIIIX 0.02 Vanguard Institutional Index Fund Institutional Plus
    VFINX 0.14 Vanguard 500 Index Fund Investor
    PREIX ? T. Rowe Price Equity Index 500 Fund
    DSPIX ? BNY Mellon Institutional S&P 500 Stock Index Fund
    WFSPX ? iShares S&P 500 Index Fund Class K`,
  ),
  ...fundList(
    'mutual_fund',
    stock.usTotalMarket,
    `VITSX 0.03 Vanguard Total Stock Market Index Fund Institutional
    VSMPX 0.02 Vanguard Total Stock Market Index Fund Institutional Plus
    VTSMX 0.14 Vanguard Total Stock Market Index Fund Investor
    VLCAX 0.05 Vanguard Large-Cap Index Fund Admiral
    SNXFX 0.05 Schwab 1000 Index Fund`,
  ),
  ...fundList(
    'mutual_fund',
    stock.usGrowth,
    `VIGIX 0.04 Vanguard Growth Index Fund Institutional
    SWLGX 0.035 Schwab U.S. Large-Cap Growth Index Fund
    VRGWX ? Vanguard Russell 1000 Growth Index Fund Institutional`,
  ),
  ...fundList(
    'mutual_fund',
    stock.usValue,
    `VIVIX 0.04 Vanguard Value Index Fund Institutional
    SWLVX 0.035 Schwab U.S. Large-Cap Value Index Fund
    FLCOX 0.035 Fidelity Large Cap Value Index Fund`,
  ),
  ...fundList('mutual_fund', stock.usHighDividend, 'VHYAX 0.08 Vanguard High Dividend Yield Index Fund Admiral'),
  ...fundList('mutual_fund', stock.usDividendAppreciation, 'VDADX ? Vanguard Dividend Appreciation Index Fund Admiral'),
  ...fundList(
    'mutual_fund',
    stock.usMidCap,
    `VMCIX 0.04 Vanguard Mid-Cap Index Fund Institutional
    FSMDX 0.025 Fidelity Mid Cap Index Fund
    SWMCX 0.04 Schwab U.S. Mid-Cap Index Fund`,
  ),
  ...fundList(
    'mutual_fund',
    stock.usSmallCap,
    `VSCIX 0.04 Vanguard Small-Cap Index Fund Institutional
    FSSNX 0.025 Fidelity Small Cap Index Fund
    SWSSX 0.04 Schwab Small-Cap Index Fund`,
  ),
  ...fundList('mutual_fund', stock.nasdaq100, 'USNQX ? Victory Nasdaq-100 Index Fund'),
  ...fundList(
    'mutual_fund',
    stock.worldExUs,
    `VTSNX ? Vanguard Total International Stock Index Fund Institutional
    VTPSX ? Vanguard Total International Stock Index Fund Institutional Plus
    VGTSX ? Vanguard Total International Stock Index Fund Investor
    VFWAX ? Vanguard FTSE All-World ex-US Index Fund Admiral
    VFWSX ? Vanguard FTSE All-World ex-US Index Fund Institutional
    FSGGX 0.055 Fidelity Global ex U.S. Index Fund`,
  ),
  ...fundList('mutual_fund', stock.developedExUs, 'VTMNX ? Vanguard Developed Markets Index Fund Institutional'),
  ...fundList('mutual_fund', stock.emergingMarkets, 'VEMIX ? Vanguard Emerging Markets Stock Index Fund Institutional'),
  ...fundList('mutual_fund', stock.europe, 'VEUSX ? Vanguard European Stock Index Fund Admiral'),
  ...fundList('mutual_fund', stock.pacific, 'VPADX ? Vanguard Pacific Stock Index Fund Admiral'),
  ...fundList(
    'mutual_fund',
    prospectus.usShares,
    `VEXAX 0.05 Vanguard Extended Market Index Fund Admiral
    VIEIX ? Vanguard Extended Market Index Fund Institutional
    FSMAX ? Fidelity Extended Market Index Fund
    VSIAX ? Vanguard Small-Cap Value Index Fund Admiral
    VSGAX ? Vanguard Small-Cap Growth Index Fund Admiral
    VMVAX ? Vanguard Mid-Cap Value Index Fund Admiral
    VMGMX ? Vanguard Mid-Cap Growth Index Fund Admiral
    VFTAX ? Vanguard FTSE Social Index Fund Admiral
    DFEOX ? DFA U.S. Core Equity 1 Portfolio
    DFQTX ? DFA U.S. Core Equity 2 Portfolio
    DFSVX ? DFA U.S. Small Cap Value Portfolio
    DFLVX ? DFA U.S. Large Cap Value Portfolio
    FZIPX 0 Fidelity ZERO Extended Market Index Fund
    FNILX 0 Fidelity ZERO Large Cap Index Fund`,
  ),
  ...fundList(
    'mutual_fund',
    prospectus.mostlyUsShares,
    `FCNTX ? Fidelity Contrafund
    FCNKX ? Fidelity Contrafund Class K
    FBGRX ? Fidelity Blue Chip Growth Fund
    FBGKX ? Fidelity Blue Chip Growth Fund Class K
    FMAGX ? Fidelity Magellan Fund
    FDGRX ? Fidelity Growth Company Fund
    FGCKX ? Fidelity Growth Company Fund Class K
    FLPSX ? Fidelity Low-Priced Stock Fund
    FLPKX ? Fidelity Low-Priced Stock Fund Class K
    FOCPX ? Fidelity OTC Portfolio
    FDGFX ? Fidelity Dividend Growth Fund
    FEQIX ? Fidelity Equity-Income Fund
    FGRIX ? Fidelity Growth & Income Portfolio
    FNCMX ? Fidelity Nasdaq Composite Index Fund
    AGTHX ? American Funds The Growth Fund of America Class A
    GFFFX ? American Funds The Growth Fund of America Class F-2
    RGAEX ? American Funds The Growth Fund of America Class R-4
    RGAFX ? American Funds The Growth Fund of America Class R-5
    RGAGX ? American Funds The Growth Fund of America Class R-6
    AIVSX ? American Funds The Investment Company of America Class A
    RICGX ? American Funds The Investment Company of America Class R-6
    AWSHX ? American Funds Washington Mutual Investors Fund Class A
    RWMGX ? American Funds Washington Mutual Investors Fund Class R-6
    ANCFX ? American Funds Fundamental Investors Class A
    RFNGX ? American Funds Fundamental Investors Class R-6
    AMCPX ? American Funds AMCAP Fund Class A
    RAFGX ? American Funds AMCAP Fund Class R-6
    AMRMX ? American Funds American Mutual Fund Class A
    RMFGX ? American Funds American Mutual Fund Class R-6
    VDIGX ? Vanguard Dividend Growth Fund Investor
    VPMCX ? Vanguard PRIMECAP Fund Investor
    VPMAX ? Vanguard PRIMECAP Fund Admiral
    VPCCX ? Vanguard PRIMECAP Core Fund Investor
    VWNFX ? Vanguard Windsor II Fund Investor
    VWNAX ? Vanguard Windsor II Fund Admiral
    VWNDX ? Vanguard Windsor Fund Investor
    VWNEX ? Vanguard Windsor Fund Admiral
    VEIPX ? Vanguard Equity Income Fund Investor
    VEIRX ? Vanguard Equity Income Fund Admiral
    VWUSX ? Vanguard U.S. Growth Fund Investor
    VWUAX ? Vanguard U.S. Growth Fund Admiral
    VEXPX ? Vanguard Explorer Fund Investor
    VEXRX ? Vanguard Explorer Fund Admiral
    VSEQX ? Vanguard Strategic Equity Fund Investor
    TRBCX ? T. Rowe Price Blue Chip Growth Fund
    TBCIX ? T. Rowe Price Blue Chip Growth Fund I Class
    PRGFX ? T. Rowe Price Growth Stock Fund
    RPMGX ? T. Rowe Price Mid-Cap Growth Fund
    PRFDX ? T. Rowe Price Equity Income Fund
    PRDGX ? T. Rowe Price Dividend Growth Fund
    TRVLX ? T. Rowe Price Value Fund
    DODGX 0.51 Dodge & Cox Stock Fund Class I
    DOXGX 0.41 Dodge & Cox Stock Fund Class X
    JLGMX ? JPMorgan Large Cap Growth Fund Class R6
    SEEGX ? JPMorgan Large Cap Growth Fund Class I
    HLIEX ? JPMorgan Equity Income Fund Class I
    OIEJX ? JPMorgan Equity Income Fund Class R6
    MEIKX ? MFS Value Fund Class R6
    MEIAX ? MFS Value Fund Class A
    MFEKX ? MFS Growth Fund Class R6
    HACAX ? Harbor Capital Appreciation Fund Institutional Class
    OAKMX ? Oakmark Fund Investor Class
    PRNHX ? T. Rowe Price New Horizons Fund
    OTCFX ? T. Rowe Price Small-Cap Stock Fund
    TWCUX ? American Century Ultra Fund Investor Class`,
  ),
  ...fundList(
    'mutual_fund',
    prospectus.sharesOfTheWorld,
    `ANWPX ? American Funds New Perspective Fund Class A
    RNPGX ? American Funds New Perspective Fund Class R-6
    CWGIX ? American Funds Capital World Growth and Income Fund Class A
    RWIGX ? American Funds Capital World Growth and Income Fund Class R-6
    SMCWX ? American Funds SMALLCAP World Fund Class A
    RLLGX ? American Funds SMALLCAP World Fund Class R-6
    VHGEX ? Vanguard Global Equity Fund Investor
    PRGSX ? T. Rowe Price Global Stock Fund
    DODWX 0.62 Dodge & Cox Global Stock Fund Class I`,
  ),
  ...fundList(
    'mutual_fund',
    prospectus.sharesAbroad,
    `AEPGX ? American Funds EUPAC Fund Class A
    AEPFX ? American Funds EUPAC Fund Class F-2
    RERGX ? American Funds EUPAC Fund Class R-6
    RERFX ? American Funds EUPAC Fund Class R-5
    VWIGX ? Vanguard International Growth Fund Investor
    VWILX ? Vanguard International Growth Fund Admiral
    VTRIX ? Vanguard International Value Fund Investor
    FDIVX ? Fidelity Diversified International Fund
    FIGRX ? Fidelity International Discovery Fund
    DODFX 0.62 Dodge & Cox International Stock Fund Class I
    DOXFX 0.52 Dodge & Cox International Stock Fund Class X
    PRITX ? T. Rowe Price International Stock Fund
    TROSX ? T. Rowe Price Overseas Stock Fund
    OAKIX ? Oakmark International Fund Investor Class
    MGRDX ? MFS International Growth Fund Class R6
    MINJX ? MFS International Intrinsic Value Fund Class R6
    HAINX ? Harbor International Fund Institutional Class
    DFIEX ? DFA International Core Equity 2 Portfolio
    ARTIX ? Artisan International Fund Investor Class`,
  ),
  ...fundList(
    'mutual_fund',
    prospectus.emergingShares,
    `DFCEX ? DFA Emerging Markets Core Equity 2 Portfolio
    FEMKX ? Fidelity Emerging Markets Fund
    PRMSX ? T. Rowe Price Emerging Markets Stock Fund`,
  ),
  ...fundList(
    'mutual_fund',
    usSectorFund('information_technology'),
    `VITAX ? Vanguard Information Technology Index Fund Admiral`,
  ),
  ...fundList('mutual_fund', usSectorFund('health_care'), `VHCIX ? Vanguard Health Care Index Fund Admiral`),
  ...fundList(
    'mutual_fund',
    prospectus.mostlyUsSector('information_technology'),
    `FSELX ? Fidelity Select Semiconductors Portfolio
    FSPTX ? Fidelity Select Technology Portfolio`,
  ),
  ...fundList(
    'mutual_fund',
    prospectus.mostlyUsSector('health_care'),
    `FSPHX ? Fidelity Select Health Care Portfolio
    PRHSX ? T. Rowe Price Health Sciences Fund`,
  ),
  ...fundList(
    'mutual_fund',
    prospectus.balanced(0.65),
    `VWELX ? Vanguard Wellington Fund Investor
    VWENX ? Vanguard Wellington Fund Admiral`,
  ),
  ...fundList(
    'mutual_fund',
    prospectus.balanced(0.375),
    `VWINX ? Vanguard Wellesley Income Fund Investor
    VWIAX ? Vanguard Wellesley Income Fund Admiral`,
  ),
  ...fundList(
    'mutual_fund',
    prospectus.balanced(0.6),
    `FPURX ? Fidelity Puritan Fund
    FPUKX ? Fidelity Puritan Fund Class K
    FBALX ? Fidelity Balanced Fund
    FBAKX ? Fidelity Balanced Fund Class K
    PRWCX ? T. Rowe Price Capital Appreciation Fund
    TRAIX ? T. Rowe Price Capital Appreciation Fund I Class
    DODBX 0.52 Dodge & Cox Balanced Fund Class I
    OAKBX ? Oakmark Equity and Income Fund Investor Class`,
  ),
  ...fundList(
    'mutual_fund',
    prospectus.balanced(0.625),
    `ABALX ? American Funds American Balanced Fund Class A
    BALFX ? American Funds American Balanced Fund Class F-1
    RLBGX ? American Funds American Balanced Fund Class R-6`,
  ),
  ...fundList(
    'mutual_fund',
    other.usAggregate,
    `VBTIX ? Vanguard Total Bond Market Index Fund Institutional
    VBMPX ? Vanguard Total Bond Market Index Fund Institutional Plus
    VBMFX ? Vanguard Total Bond Market Index Fund Investor`,
  ),
  ...fundList(
    'mutual_fund',
    prospectus.mostlyUsBonds,
    `DODIX 0.41 Dodge & Cox Income Fund Class I
    DOXIX 0.33 Dodge & Cox Income Fund Class X
    PTTRX ? PIMCO Total Return Fund Institutional Class
    MWTIX ? TCW MetWest Total Return Bond Fund Class I
    MWTSX ? TCW MetWest Total Return Bond Fund Plan Class
    FTBFX ? Fidelity Total Bond Fund
    FBNDX ? Fidelity Investment Grade Bond Fund
    FTHRX ? Fidelity Intermediate Bond Fund
    WOBDX ? JPMorgan Core Bond Fund Class I
    JCBUX ? JPMorgan Core Bond Fund Class R6
    ABNDX ? American Funds The Bond Fund of America Class A
    RBFGX ? American Funds The Bond Fund of America Class R-6
    DBLTX ? DoubleLine Total Return Bond Fund Class I
    BCOIX ? Baird Core Plus Bond Fund Institutional Class
    BAGIX ? Baird Aggregate Bond Fund Institutional Class
    WACPX ? Western Asset Core Plus Bond Fund Class I
    PDBZX ? PGIM Total Return Bond Fund Class Z
    PTRQX ? PGIM Total Return Bond Fund Class R6
    LALDX ? Lord Abbett Short Duration Income Fund Class A
    VFSTX ? Vanguard Short-Term Investment-Grade Fund Investor
    VFSUX ? Vanguard Short-Term Investment-Grade Fund Admiral
    VFIDX ? Vanguard Intermediate-Term Investment-Grade Fund Admiral
    VUBFX ? Vanguard Ultra-Short-Term Bond Fund Investor
    PRCIX ? T. Rowe Price New Income Fund
    VCORX ? Vanguard Core Bond Fund Investor`,
  ),
  ...fundList(
    'mutual_fund',
    prospectus.bondsOfAnyKind,
    `PIMIX ? PIMCO Income Fund Institutional Class
    PONAX ? PIMCO Income Fund Class A
    PONPX ? PIMCO Income Fund Class I-2
    FADMX ? Fidelity Strategic Income Fund
    RPSIX ? T. Rowe Price Spectrum Income Fund
    LSBDX ? Loomis Sayles Bond Fund Institutional Class
    TGBAX ? Templeton Global Bond Fund Advisor Class
    DODLX 0.45 Dodge & Cox Global Bond Fund Class I`,
  ),
  ...fundList(
    'mutual_fund',
    other.usTreasuries,
    `FUAMX 0.03 Fidelity Intermediate Treasury Bond Index Fund
    FNBGX 0.03 Fidelity Long-Term Treasury Bond Index Fund
    FUMBX 0.03 Fidelity Short-Term Treasury Bond Index Fund
    VFIUX ? Vanguard Intermediate-Term Treasury Fund Admiral`,
  ),
  ...fundList(
    'mutual_fund',
    other.usMortgages,
    `VFIIX 0.21 Vanguard GNMA Fund Investor
    VFIJX 0.11 Vanguard GNMA Fund Admiral`,
  ),
  ...fundList(
    'mutual_fund',
    other.usInflationProtected,
    `VIPSX 0.2 Vanguard Inflation-Protected Securities Fund Investor
    VAIPX 0.1 Vanguard Inflation-Protected Securities Fund Admiral
    VTAPX 0.06 Vanguard Short-Term Inflation-Protected Securities Index Fund Admiral
    FIPDX 0.05 Fidelity Inflation-Protected Bond Index Fund
    SWRSX 0.05 Schwab Treasury Inflation Protected Securities Index Fund`,
  ),
  ...fundList(
    'mutual_fund',
    other.usHighYield,
    `VWEHX 0.22 Vanguard High-Yield Corporate Fund Investor
    VWEAX 0.12 Vanguard High-Yield Corporate Fund Admiral
    SPHIX ? Fidelity High Income Fund
    FAGIX ? Fidelity Capital & Income Fund
    PRHYX ? T. Rowe Price High Yield Fund
    AHITX ? American Funds American High-Income Trust Class A`,
  ),
  ...fundList(
    'mutual_fund',
    other.usMunicipals,
    `VWITX ? Vanguard Intermediate-Term Tax-Exempt Fund Investor
    VWIUX ? Vanguard Intermediate-Term Tax-Exempt Fund Admiral
    VMLTX ? Vanguard Limited-Term Tax-Exempt Fund Investor
    VMLUX ? Vanguard Limited-Term Tax-Exempt Fund Admiral
    VWAHX ? Vanguard High-Yield Tax-Exempt Fund Investor
    VWALX ? Vanguard High-Yield Tax-Exempt Fund Admiral
    VWLUX ? Vanguard Long-Term Tax-Exempt Fund Admiral
    VCADX ? Vanguard California Intermediate-Term Tax-Exempt Fund Admiral
    VTEAX ? Vanguard Tax-Exempt Bond Index Fund Admiral
    FTABX ? Fidelity Tax-Free Bond Fund
    AFTEX ? American Funds The Tax-Exempt Bond Fund of America Class A`,
  ),
  ...fundList(
    'mutual_fund',
    other.usRealEstate,
    `FSRNX ? Fidelity Real Estate Index Fund
    FRESX ? Fidelity Real Estate Investment Portfolio
    CSRSX ? Cohen & Steers Realty Shares
    DFREX ? DFA Real Estate Securities Portfolio
    VGSNX ? Vanguard Real Estate Index Fund Institutional
    TRREX ? T. Rowe Price Real Estate Fund`,
  ),
  ...fundList(
    'mutual_fund',
    other.moneyMarket,
    `VMRXX 0.1 Vanguard Cash Reserves Federal Money Market Fund Admiral
    SNOXX ? Schwab Treasury Obligations Money Fund
    SNAXX 0.19 Schwab Value Advantage Money Fund Ultra Shares
    FDLXX 0.42 Fidelity Treasury Only Money Market Fund
    FGTXX 0.18 Goldman Sachs Financial Square Government Fund
    TTTXX ? BlackRock Liquidity Funds Treasury Trust Fund
    OGVXX ? JPMorgan U.S. Government Money Market Fund Capital Shares`,
  ),
];
