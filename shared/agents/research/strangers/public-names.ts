const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Short forms in capitals of what nobody can buy: measures, authorities, kinds of things, currencies. */
export const ACRONYMS = set(
  `ETF ETFS REIT REITS TIPS MBS CMBS RMBS ABS CLO CDO GDP GNP CPI PPI PCE PMI ISM EPS EBIT EBITDA YTD QOQ YOY NAV IPO SPAC CEO CFO COO CIO CTO AI IT GPU
GPUS CPU CPUS HBM DRAM LNG WTI BRENT EV EVS PC PCS US USA UK EU UAE G7 G20 USD EUR GBP JPY CHF CNY CAD AUD HKD INR ECB BOE BOJ PBOC SNB RBA RBI FED FOMC FDIC SEC
FINRA IRS BLS BEA CBO OMB EIA IEA OPEC OECD IMF BIS WTO NATO FDA FTC DOJ EPA HUD FHFA NBER ADP NFIB NAR NAHB MBA AAII ICI LSEG CME CBOE NYSE NASDAQ AMEX ARCA
MSCI FTSE CRSP EAFE DAX CAC KOSPI TOPIX VIX ESG HSA IRA IRAS CD CDS QE QT Q1 Q2 Q3 Q4 H1 H2 AM PM ET EST GMT UTC COVID S&P S&P500 TV UN AAA AA BBB BB CNBC WSJ FT AP NAREIT SPDR PIMCO ACWI EM IMI XXL III II IV FFO AFFO NOI NII AUM ROE ROIC FCF CAGR APR APY SOFR AWS GAAP NON-GAAP IFRS R&D SG&A COGS CAPEX OPEX TTM LTM ARR PMMS JOLTS COLA COLAS HICP SAAR OASI OASDI SSI SSDI IRMAA TCJA CFTC CFPB PBGC NYMEX COMEX LME LBMA GSE GSES DXY DJIA CFNAI WASDE OPEC+ DTC OEM OEMS B2B B2C SKU SKUS ERP PBM MAU DAU ARPU`,
);

/** Words that have a capital and name no investment: places, people of them, days, authorities, publishers, indices. */
export const PUBLIC = set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday
wednesday thursday friday saturday sunday christmas thanksgiving easter new year america american americans united states kingdom washington york ohio california texas
florida chicago boston london frankfurt paris zurich zürich copenhagen stockholm madrid milan amsterdam seoul taipei sydney mumbai toronto tokyo beijing shanghai hong kong singapore europe european europeans eurozone euro asia asian pacific japan japanese china chinese india
indian britain british england germany german france french italy italian spain spanish switzerland swiss canada canadian mexico mexican brazil brazilian russia russian ukraine ukrainian
australia australian africa african korea korean taiwan taiwanese israel iran saudi arabia turkey vietnam indonesia netherlands dutch sweden swedish norway norwegian denmark danish ireland
irish poland argentina chile colombia peru guyana nigeria egypt thailand malaysia philippines pakistan qatar kuwait iraq greece greek portugal portuguese austria belgium finland hungary north south east west northern southern eastern western middle latin greater gulf federal reserve treasury treasuries department congress senate house white supreme court
president chair chairman governor directors firm bureau labor labour statistics commerce commission committee board office bank banks central council world monetary fund international securities exchange
social security medicare medicaid wall street main dow jones nasdaq nikkei russell stoxx hang seng shiller bloomberg reuters barclays s&p nyse fedwatch beige book powell cpi covid internet fed cleveland atlanta dallas philadelphia richmond kansas city louis minneapolis san francisco angeles los university michigan pennsylvania virginia georgia carolina jersey arizona nevada colorado oregon utah illinois indiana tennessee wisconsin iowa alaska hawaii massachusetts connecticut maryland alabama arkansas delaware idaho kentucky louisiana maine minnesota mississippi missouri montana nebraska hampshire oklahoma dakota rhode island islands vermont wyoming district districts columbia puerto rico guam samoa mariana virgin
quebec alberta manitoba ontario saskatchewan scotia columbia brunswick montreal vancouver calgary romania bulgaria czech slovakia croatia slovenia estonia latvia lithuania iceland luxembourg cyprus malta morocco kenya ghana ethiopia tanzania bangladesh lanka panama ecuador bolivia uruguay paraguay costa jamaica bahamas bermuda dubai emirates jordan lebanon oman bahrain kazakhstan mongolia cambodia zealand scotland scottish wales welsh
moody moody's fitch freddie fannie mae mac
morningstar factset refinitiv lipper gallup nielsen case-shiller dow's nobel english spanish
i ii iii iv roth group inc corp corporation co company ltd plc llc trust the a an of and for in on to at by with from de la`,
);

/** Kinds of things: with a capital they are part of a name, and none by themselves. */
export const KINDS = set(
  `bond bonds stock stocks share shares equity equities fund funds etf etfs index indexes indices market markets money cash gold silver platinum palladium copper oil crude brent gas energy grain wheat
corn commodity commodities real estate property mortgage mortgages municipal corporate government high-yield high low yield yields growth value small large mid cap big total core aggregate short long intermediate term inflation
inflation-protected protected dividend dividends income balanced target retirement emerging developed foreign domestic global regional national local public private listed index-tracking passive active
technology tech information semiconductor semiconductors chip software cloud data health care healthcare financial financials industrial industrials material materials utility utilities
consumer staples discretionary communication services bitcoin ether ethereum crypto cryptocurrency stablecoin pension pensions insurance hedge mutual exchange-traded institutional
retail individual foreign older younger long-term short-term floating-rate investment-grade credit debt sovereign agency mortgage-backed securitized dollar euro yen pound franc class admiral
investor investors portfolio portfolios asset assets savings deposit deposits certificate certificates note notes bill bills gilts bunds tips etc trust trusts company companies many most some all few two three four five
both several other more less fewer average typical american us u.s net gross vanguard ishares schwab fidelity invesco spdr blackrock annual quarterly monthly weekly daily early late recent past last next this these those its their shares`,
);

/** Nouns without a plural that a sentence on markets begins with: "Demand fell". */
export const SUBJECTS = set(
  `demand supply growth inflation unemployment employment hiring revenue profit income spending saving trade trading output production manufacturing construction consumption wealth debt credit
liquidity volatility momentum sentiment confidence uncertainty optimism pessimism fear news research analysis evidence history nothing nobody everyone everything something half part much little
another neither either each every one core headline gold silver oil crude copper gasoline electricity food rent housing shelter cash money stock bond interest tax law management guidance
turnover volume performance cost price leadership breadth concentration exposure duration valuation sales business industry work service time weather war peace policy power capital
equity property real it he she they we you there here what which who when where while if although because since after before during despite but and or so yet still only even also then
now today yesterday tomorrow according among across amid against about above at by for from in into of off on over per through to under until up upon with within without as than such
like unlike`,
);
