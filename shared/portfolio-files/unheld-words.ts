/** Why a line of a file is not held: it was sold, is only watched, is to be bought, or is traded without money. */
export type Unheld = 'sold' | 'watched' | 'planned' | 'not invested';

const WHAT =
  '(?:(?:stocks?|shares?|equit(?:y|ies)|etfs?|funds?|bonds?|crypto|coins?|options?)\\s+)?(?:positions?|holdings?|investments?|securities|stocks?|shares?|trades?|lots?|assets?|tickers?|names)';
const OF_FUNDS = `(?:${WHAT}|equit(?:y|ies)|etfs?|funds?|bonds?|crypto|coins?|cds?)`;
/** "Sold in 2024", "Sold (2025)", "Closed positions - YTD". */
const WHEN =
  '(?:\\s*[-–—:,(]?\\s*(?:(?:in|on|during|since|at|for|this|last|to)\\s.{1,30}|(?:20)?\\d\\d|\\d{1,4}[-/.]\\d.{1,20}|ytd|q[1-4]\\b.{0,10}|recently|history|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\w*\\W*(?:\\d{4})?)\\)?)?';
const OWN = '(?:(?:my|our|the|all|recently|already|previously|fully)\\s+)*';

const whole = (...words: readonly string[]): RegExp =>
  new RegExp(`^(?:${words.map((one) => `${OWN}${one}`).join('|')})[\\s:.]*$`, 'iu');

/** Words above lines that were sold, or are held no more for another reason. */
const SOLD = whole(
  `(?:sold|exited|liquidated|divested|disposed(?: of)?|redeemed|matured|donated|transferred (?:out|away))(?:\\s+(?:off|out|all))?(?:\\s+${OF_FUNDS})?${WHEN}`,
  `closed(?:\\s+(?:out|${WHAT}))*${WHEN}`,
  `(?:past|former|previous|prior|inactive)\\s+(?:positions?|holdings?|investments?)${WHEN}`,
  `reali[sz]ed(?:\\s+(?:${WHAT}|gains?|loss(?:es)?|gains?\\s?(?:and|&|/|or)\\s?loss(?:es)?|p\\s?[&/]\\s?l))?${WHEN}`,
  '(?:no longer|not|previously)\\s+(?:held|owned)',
  '(?:verkauft|verkaufte (?:positionen|wertpapiere)|geschlossene positionen|vendue?s?|positions (?:vendues|clôturées|fermées)|vendid[oa]s?|posiciones (?:vendidas|cerradas)|posizioni chiuse|verkocht|verkochte posities)',
);
const LIST = '(?:\\s*[-#]?\\s*\\d+)?(?:\\s*\\(.{1,40}\\))?';
const WATCHED = whole(
  `(?:(?:stocks?|etfs?|funds?|crypto|dividend|growth)\\s+)?(?:on\\s+)?(?:watch|wish|monitor)(?:[\\s-]?lists?|ing|ed)?(?:\\s+${OF_FUNDS})?${LIST}`,
  `(?:watch|wish)liste[nr]?${LIST}`,
  '(?:stocks?|things|names)\\s+to\\s+watch',
  'on\\s+(?:my\\s+|the\\s+)?radar',
  '(?:beobachtungsliste|merkliste|wunschliste|liste de (?:suivi|surveillance|souhaits)|lista de (?:seguimiento|deseos)|volglijst)',
);
const BUYS = '(?:purchases?|buys?|buying|acquisitions?|additions?|trades?|orders?|positions?|holdings?|investments?)';
const PLANNED = whole(
  `(?:planned|future|upcoming|potential|possible|proposed|intended|next)\\s+${BUYS}${WHEN}`,
  `(?:(?:stocks?|etfs?|funds?)\\s+)?(?:to|(?:i\\s+)?(?:want|plan|planning|looking|waiting|considering|hope)\\s+to)\\s+(?:be\\s+)?(?:buy|bought|purchased?|add)(?:\\s+(?:later|next|soon))?${WHEN}`,
  '(?:buy|shopping|purchase|research)[\\s-]?list',
  '(?:buy|purchase|investment)\\s+candidates?|buy\\s+ideas?',
  '(?:pending|open|buy|limit)\\s+(?:orders?|purchases?)',
  'not\\s+(?:yet\\s+)?(?:bought|purchased|owned yet|held yet)|not yet (?:held|owned)',
);
const NOT_INVESTED = whole(
  '(?:paper|virtual|simulated|simulation|demo|mock|fantasy|hypothetical)[\\s-]?(?:trad(?:ing|es?)|money|accounts?|portfolios?|positions?|holdings?|stocks?|investments?|investing)(?:\\s+(?:account|portfolio))?',
);

/** What a heading of lines or the name of their account says of them; null where it says nothing. */
export function unheldBy(words: string): Unheld | null {
  const text = words.replace(/\s+/g, ' ').trim();
  if (SOLD.test(text)) return 'sold';
  if (WATCHED.test(text)) return 'watched';
  if (PLANNED.test(text)) return 'planned';
  return NOT_INVESTED.test(text) ? 'not invested' : null;
}
