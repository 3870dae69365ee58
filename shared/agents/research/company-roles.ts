/** What companies are called by what they do; "company" and the like first. */
export const GENERAL_ROLE = '(?:company|firm|group|corporation|business)';
export const ROLE_HEAD = `(?:${GENERAL_ROLE}|conglomerate|bank|lender|insurer|brokerage|retailer|grocer|chain|[a-z]*[- ]?maker|[a-z]*builder|manufacturer|airline|carrier|railroad|miner|driller|refiner|producer|operator|utility|giant|titan|major|streamer|brewer|broadcaster|publisher|issuer|provider|developer|designer|processor)`;
/** Words that say which one of them: "electric vehicle", "home-improvement"; no preposition, verb or conjunction. */
const SAID_OF =
  '(?!(?:of|in|on|at|for|from|to|by|with|and|or|as|that|which|who|is|was|were|are|has|had|said|says|its|their|the|a|an)\\b)';
/** "Austin, Texas, company", "Arlington, Virginia-based company", "New York drugmaker": it says where somebody is, and not who. */
const PLACED = `(?:\\p{Lu}[\\p{L}.’'-]*,? ){1,4}(?:${SAID_OF}\\p{Ll}[\\p{L}-]* ){0,3}${ROLE_HEAD}`;

/** Behind "the": a role with words before it, "electric vehicle maker". */
export const ROLE_PHRASE = new RegExp(`^(?:${SAID_OF}[\\p{L}\\p{N}.’'&-]+,? ){0,5}?(${ROLE_HEAD})(?![\\p{L}-])`, 'u');
/** Somebody by a place and a trade: "The Detroit, Michigan, automaker". */
export const PLACED_ROLE = new RegExp(`^[Tt]he (${PLACED})(?:['’]s)?(?![\\p{L}’'-])`, 'u');

/** Who is called so, of those that people hold most. */
const TRADES: readonly (readonly [role: RegExp, symbols: string])[] = [
  [
    /(?:chip|semiconductor) ?(?:maker|manufacturer|designer|giant|company)$/u,
    'NVDA AMD INTC AVGO QCOM TXN MU ADI MRVL NXPI ON MCHP TSM ARM STM IFNNY',
  ],
  [
    /(?:auto|car|vehicle|EV|truck|pickup)[- ]?(?:maker|manufacturer|giant|company)$/u,
    'TSLA F GM TM HMC STLA RIVN LCID RACE VWAGY BMWYY MBGYY NSANY PCAR',
  ],
  [/(?:plane|aircraft|airplane|jet)[- ]?(?:maker|builder|manufacturer|giant|company)$/u, 'BA EADSY ERJ TXT GD'],
  [
    /(?:drug|medicine|vaccine|pharmaceutical|biotech\p{L}*) ?(?:maker|manufacturer|giant|company)$/u,
    'PFE MRK LLY JNJ ABBV BMY AMGN GILD REGN VRTX MRNA BIIB NVO AZN NVS SNY GSK RHHBY BAYRY TAK',
  ],
  [
    /(?:bank|lender)$/u,
    'JPM BAC C WFC GS MS USB PNC TFC COF SCHW BK STT FITB HBAN KEY RF CFG MTB NTRS HSBC UBS RY TD BCS DB SAN ALLY',
  ],
  [
    /(?:retailer|grocer)$/u,
    'WMT TGT COST HD LOW AMZN BBY KR DG DLTR TJX ROST ULTA EBAY AZO ORLY TSCO GAP M KSS BABA JD',
  ],
  [/(?:airline|air carrier)$/u, 'DAL UAL AAL LUV ALK JBLU RYAAY'],
  [/(?:railroad|rail operator)$/u, 'UNP CSX NSC CNI CP BRK.B'],
  [/insurer$/u, 'UNH ELV CI HUM CNC CVS MOH PGR ALL TRV CB AIG MET PRU AFL HIG BRK.B'],
  [/iPhone maker$/u, 'AAPL'],
];

/** Whether a company is one of such a trade; null where nobody knows. */
export function isOfTrade(phrase: string, symbol: string): boolean | null {
  const trade = TRADES.find(([role]) => role.test(phrase));
  return trade === undefined ? null : trade[1].split(' ').includes(symbol);
}
