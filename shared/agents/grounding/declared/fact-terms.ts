/** What a share is a share of. */
export type Base = 'portfolio' | 'stocks' | 'stocks and bonds';

/** How long an amount is of: a year, many years together, or a year in which it is put aside or spent. */
export type Span = 'year' | 'years' | 'saved';

/** The terms on which a fact holds, by its family: words that say another time, base, movement or rank are against it. */
export interface Terms {
  /** As it stands today, or at a simulated age later on. */
  time?: 'today' | 'later';
  base?: Base;
  /** How things stand: no fact tells how they stood before, so that nothing has risen or fallen to it. */
  standing?: true;
  /** Its place among the futures, where that is not the middle. */
  percentile?: number;
  /** Known only of the futures in which the money runs out. */
  failing?: true;
  span?: Span;
  /** So much to either side: neither a gain nor a loss. */
  twoSided?: true;
}

const OF_PORTFOLIO: Terms = { time: 'today', base: 'portfolio', standing: true };
const STANDS: Terms = { time: 'today', standing: true };
const TODAY: Terms = { time: 'today' };
const OF_STOCKS: Terms = { time: 'today', base: 'stocks', standing: true };

const families: readonly (readonly [name: RegExp, terms: Terms | ((place: number) => Terms)])[] = [
  [/^allocation\.\w+\.[^.]+\.weight$|^portfolio\.(?:cash|invested)\.weight$|^(?:holding|cash)\.[^.]+\.weight$/, OF_PORTFOLIO], // prettier-ignore
  [/^concentration\.(?:largest|topFive|singleStock|largestIssuer|largestDebtor)\.weight$/, OF_PORTFOLIO],
  [/^(?:unclassified|otherHoldings|guessed)(?:\.\d+)?\.weight$|^drift\.\w+\.value\.weight$/, OF_PORTFOLIO],
  [/^allocation\.\w+\.[^.]+\.value$|^(?:holding|cash|unclassified)\.[^.]+\.value$|^unclassified\.value$/, STANDS],
  [/^holding\.[^.]+\.(?:price|quantity)$|^portfolio\.(?:value|cash|invested|borrowed)$/, STANDS],
  [/^drift\.assetClass\.\w+\.weight$/, { time: 'today', base: 'stocks and bonds', standing: true }],
  [/^assumption\.\w+\.weight$/, { standing: true }],
  [/^drift\.assetClass\.\w+\.target$/, { base: 'stocks and bonds' }],
  [/^(?:1 - )?drift\.region\.\w+\.weight$/, OF_STOCKS],
  [/^drift\.region\.\w+\.target$/, { base: 'stocks' }],
  [/^drift\.\w+\.value$/, TODAY],
  [/^retirement\.startingBalance$|^question\.whatIf\.\d+\.balance$/, STANDS],
  [/^portfolio\.gain(?:\.ratio)?$|^holding\.[^.]+\.gain(?:Ratio)?$/, TODAY],
  [/^retirement\.median(?:AtRetirement|AtEnd)$/, { time: 'later', percentile: 50 }],
  [/^question\.whatIf\.\d+\.balanceAt\.\d+\.p(\d+)$/, (percentile) => ({ time: 'later', percentile })],
  [/^retirement\.balance\.p(\d+)\.\d+$/, (percentile) => ({ time: 'later', percentile })],
  [/^retirement\.withdrawalRate$/, { time: 'later' }],
  [/^costs\.yearly$/, { span: 'year' }],
  [/^costs\.overYears\.cost$/, { span: 'years' }],
  [/^question\.(?:whatIf\.\d+\.found\.(?:contribute|income)|savingsGoal\.\d+\.(?:half|likely))$/, { span: 'saved' }],
  [/^retirement\.shortfall\.p(\d+)$/, (percentile) => ({ percentile })],
  [/^(?:retirement|question\.whatIf\.\d+)\.(?:medianRuinAge|p10RuinAge)$/, { failing: true }],
  [/^risk\.volatility$|^retirement\.portfolioVolatility$|^assumption\.\w+\.volatility$/, { twoSided: true }],
];

/** The terms of a fact; null for one of which none are declared. */
export function termsOf(name: string): Terms | null {
  for (const [names, terms] of families) {
    const match = names.exec(name);
    if (match !== null) return typeof terms === 'function' ? terms(Number(match[1])) : terms;
  }
  return null;
}
