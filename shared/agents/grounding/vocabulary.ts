/**
 * Capital words that are no tickers: currencies, account kinds, institutions and terms that an honest text about money uses
 * without a fact behind them.
 */
export const CAPITAL_WORDS: ReadonlySet<string> = new Set(
  'US USA UK EU EUR USD GBP JPY CHF CAD AUD ETF ETFS REIT REITS IRA IRAS SEP HSA HSAS RMD RMDS CD CDS TIPS ADR GDP CPI IRS SEC FDIC SIPC MSCI GICS FTSE CRSP NYSE AM PM ID OK CI VAR NAV CAGR YTD APY APR COLA FIRE ESG CSV JSON PDF API FAQ LLC INC CEO'.split(' '), // prettier-ignore
);

/** Terms with digits in them that are names and not figures, whoever's portfolio it is. */
export const TERMS_WITH_DIGITS: readonly string[] = [
  '401(k)',
  '401k',
  '403(b)',
  '403b',
  '457(b)',
  '457b',
  '529 plan',
  'S&P 500',
  'Nasdaq-100',
  'Nasdaq 100',
  'Russell 1000',
  'Russell 2000',
  'Russell 3000',
  'S&P 400',
  'S&P 600',
  'FTSE 100',
  'Stoxx 600',
  'Nikkei 225',
  'Form 1099',
  '4% rule',
  'four percent rule',
  'rule of 72',
  'CO2', // prettier-ignore
];

/** What small numbers count in ordinary language without a figure of anyone's money: "two reasons", "the three ways". */
export const ORDINARY_COUNTS =
  /^[\s-](?:[a-z]+[\s-]){0,1}?(?:smallest|largest|biggest|main|worst|best|riskiest|cheapest|priciest|safest|strongest|weakest|things?|reasons?|ways?|steps?|questions?|ideas?|observations?|levers?|changes?|options?|choices?|paragraphs?|sections?|charts?|tables?|columns?|lines? of the table|ends?|sides?|parts?|words|sentences?|numbers?|figures?|kinds?|sorts?|types?|groups?|directions?|risks?|examples?|points? (?:to|that|worth|above|below))\b/i;
