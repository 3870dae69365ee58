/**
 * The CUSIPs of shares and funds of the reference set that people hold most, as their issuers' prospectuses and filings print them,
 * by November 2026: CUSIP, ticker, and a word of the name that a file has to have where it has a name. An American ISIN is US, the
 * CUSIP and a check digit.
 */
export const CODES_AS_OF = '2026-11-20';

const CODES = `
037833100 AAPL apple
594918104 MSFT microsoft
67066G104 NVDA nvidia
11135F101 AVGO broadcom
68389X105 ORCL oracle
79466L302 CRM salesforce
007903107 AMD micro
458140100 INTC intel
17275R102 CSCO cisco
459200101 IBM business
00724F101 ADBE adobe
69608A108 PLTR palantir
882508104 TXN texas
747525103 QCOM qualcomm
038222105 AMAT applied
595112103 MU micron
461202103 INTU intuit
81762P102 NOW servicenow
697435105 PANW palo
22788C105 CRWD crowdstrike
40434L105 HPQ hp
24703L202 DELL dell
833445109 SNOW snowflake
18915M107 NET cloudflare
023135106 AMZN amazon
88160R101 TSLA tesla
437076102 HD depot
654106103 NKE nike
345370860 F ford
37045V100 GM motors
855244109 SBUX starbucks
09857L108 BKNG booking
872540109 TJX tjx
009066101 ABNB airbnb
571903202 MAR marriott
169656105 CMG chipotle
278642103 EBAY ebay
02079K305 GOOGL alphabet
02079K107 GOOG alphabet
30303M102 META meta
64110L106 NFLX netflix
254687106 DIS disney
00206R102 T at&t
92343V104 VZ verizon
872590104 TMUS mobile
20030N101 CMCSA comcast
084670702 BRK.B berkshire
084670108 BRK.A berkshire
46625H100 JPM morgan
060505104 BAC america
92826C839 V visa
57636Q104 MA mastercard
949746101 WFC wells
172967424 C citi
38141G104 GS goldman
617446448 MS morgan
808513105 SCHW schwab
025816109 AXP american
70450Y103 PYPL paypal
19260Q107 COIN coinbase
532457108 LLY lilly
478160104 JNJ johnson
91324P102 UNH unitedhealth
00287Y109 ABBV abbvie
58933Y105 MRK merck
717081103 PFE pfizer
883556102 TMO thermo
002824100 ABT abbott
235851102 DHR danaher
031162100 AMGN amgen
110122108 BMY bristol
375558103 GILD gilead
126650100 CVS cvs
30231G102 XOM exxon
166764100 CVX chevron
931142103 WMT walmart
22160K105 COST costco
742718109 PG procter
191216100 KO coca
713448108 PEP pepsi
87612E106 TGT target
718172109 PM philip
02209S103 MO altria
149123101 CAT caterpillar
097023105 BA boeing
911312106 UPS parcel
438516106 HON honeywell
75513E101 RTX rtx
539830109 LMT lockheed
244199105 DE deere
907818108 UNP union
88579Y101 MMM 3m
90353T100 UBER uber
65339F101 NEE nextera
842587107 SO southern
756109104 O realty
874039100 TSM taiwan
01609W102 BABA alibaba
670100205 NVO novo
922908769 VTI total
922908728 VTSAX total
464287150 ITOT total
808524102 SCHB broad
315911693 FSKAX total
922908363 VOO 500
78462F103 SPY 500
464287200 IVV 500
922908710 VFIAX 500
315911750 FXAIX 500
46090E103 QQQ qqq
922908736 VUG growth
464287614 IWF growth
922908744 VTV value
464287598 IWD value
808524797 SCHD dividend
921908844 VIG dividend
921946406 VYM dividend
922908629 VO mid
464287507 IJH mid
922908751 VB small
464287655 IWM 2000
464287804 IJR small
921909768 VXUS international
46432F834 IXUS international
922042775 VEU world
921943858 VEA developed
808524805 SCHF international
46432F842 IEFA eafe
464287465 EFA eafe
922042874 VGK europe
922042858 VWO emerging
46434G103 IEMG emerging
464287234 EEM emerging
922042742 VT world
81369Y803 XLK technology
92204A702 VGT technology
81369Y605 XLF financial
81369Y209 XLV health
92204A504 VHT health
81369Y506 XLE energy
81369Y704 XLI industrial
81369Y886 XLU utilities
81369Y308 XLP staples
921937835 BND bond
464287226 AGG bond
808524839 SCHZ bond
921937603 VBTLX bond
921937827 BSV bond
921937819 BIV bond
464287457 SHY treasury
464287440 IEF treasury
464287432 TLT treasury
464287176 TIP tips
922020805 VTIP inflation
464287242 LQD corporate
92206C870 VCIT corporate
464288513 HYG yield
464288414 MUB muni
92203J407 BNDX international
922908553 VNQ real
78463V107 GLD gold
`;

interface KnownCode {
  ticker: string;
  word: string;
}

/** By CUSIP. */
export const knownCodes: ReadonlyMap<string, KnownCode> = new Map(
  CODES.trim()
    .split('\n')
    .map((line): [string, KnownCode] => {
      const [cusip = '', ticker = '', word = ''] = line.split(' ');
      return [cusip, { ticker, word }];
    }),
);

const tickers: ReadonlySet<string> = new Set([...knownCodes.values()].map(({ ticker }) => ticker));

/** Whether a ticker is that of an American stock or fund that people hold most, as far as a reader of files knows them. */
export const isKnownTicker = (symbol: string): boolean => tickers.has(symbol);

/**
 * The ticker of a CUSIP or an American ISIN; null where the code is not among those that are known for certain, or where the
 * name beside it is another's.
 */
export function tickerOf(code: string, name: string): string | null {
  const cusip = /^(?:US)?([0-9A-Z]{9})\d?$/.exec(code)?.[1] ?? '';
  if (code.length !== 9 && !(code.length === 12 && code.startsWith('US'))) return null;
  const known = knownCodes.get(cusip);
  return known !== undefined && (name === '' || name.toLowerCase().includes(known.word)) ? known.ticker : null;
}
