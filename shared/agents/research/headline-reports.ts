/** Speaks to whoever reads it, or sells: in such a title no word is taken for a report's. */
const SPEAKS =
  /\b(?:you|your|yours|why|smart|savvy|rich\w*|wealthy|insiders?|everyone|everybody|pros|gurus?|secret\w*|should|now or never|(?<!\bno )hurry|top \d+|to (?:buy|own|hold|sell))\b|[!?]/iu;
const PERIOD =
  '(?:day|week|weeks|month|months|quarter|year|decade|session|start|finish|run|streak|stretch|showing|gain|gains|growth|performance|january|february|march|april|may|june|july|august|september|october|november|december)';
const SINCE =
  '(?:since|on record|in (?:\\w+ ){0,4}(?:years?|decades?|months?|weeks?|quarters?)|of (?:the|this|its) (?:\\w+ )?(?:year|month|quarter|decade|century))';
const EXPECTED = '(?:estimates?|forecasts?|expectations?|consensus|views?|predictions?|projections?|targets?)';

/** Words that also commend, where a headline reports with them: what happened, measured against what was expected or has been. */
const REPORTS: readonly RegExp[] = [
  // "beats estimates", "beat Wall Street's profit forecasts"
  new RegExp(`\\bbeat(?:s|ing)? (?:[\\p{L}’'-]+ ){0,4}?${EXPECTED}\\b`, 'giu'),
  // "beats on earnings and revenue", "beats and raises"
  /\bbeat(?:s|ing)? (?=(?:on|and raises?) ?(?:[\p{L}’'-]+ ){0,2}?(?:earnings|revenues?|profits?|sales|results|eps|top and bottom lines?|(?:top|bottom) line|outlook|guidance|forecast)\b)/giu,
  /\bno hurry\b/giu,
  /\bbetter(?:-| )than(?:-| )(?:expected|forecast|feared|estimated|hoped|projected|predicted|anticipated|a year (?:ago|earlier))\b/giu,
  // "its best week since June", "best year for stocks since 2013", "worst and best day of the month"
  new RegExp(`\\bbest (?:[\\p{L}’'-]+ ){0,2}?${PERIOD}\\b(?=[^.;:]{0,40} ${SINCE}\\b)`, 'giu'),
  // "small caps beat large caps in October"
  /\bbeats? (?=(?:[\p{L}’'-]+ ){1,3}?(?:in (?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d|the (?:\w+ )?quarter)|for (?:a|the) \w+ (?:straight )?(?:day|week|month|quarter|year))\b)/giu,
  // "win from power demand", "wins approval": not who wins with what
  /\b(?:wins?|winning|won) (?=from\b|as\b|(?:[\p{L}.’'-]+ ){0,3}?(?:relief|approvals?|contracts?|lawsuit|ruling|bid|orders?|deals?|vote|backing|licen[sc]e|court|auction|mandate|clearance|award)\b)/giu,
  // "picks up", "picked up"; "picks banks", and not "our picks" or a list of them
  /(?<!\b(?:our|my|best|top|stock|fund|these|the|their) )\bpicks up\b|\bpicks? up (?=in|as|after|on|to|speed|pace)/giu,
  // "Money moves into bond funds": who moved is told
  /(?<=^(?:[\p{L}’'.$\d-]+ ){0,4})\b(?:moves|moved|flees|fled|leaves|left|rotates|rotated|dumps|dumped)\b/giu,
  /(?<=\b(?:investors|traders|savers|funds|households|money managers|foreigners|buyers) )(?:move|flee|leave|dump) (?=cash|money|stocks|bonds|funds|equities|treasur|u\.s\.|chinese|european|japanese|emerging|into|to)/giu,
  // What a body of state or a firm has to do.
  /(?<=\b(?:fed|ecb|congress|lawmakers|regulators?|governments?|treasury|court|banks?|companies|firms|insurers|brokers|states|countries|opec|china|europe|[\p{L}]+ officials) )must\b/giu,
  /\breplac(?:es|ed|ing) (?=(?:[\p{L}’'&.-]+ ){1,3}(?:in the (?:dow|s&p|nasdaq|index)|as (?:\w+ )?(?:chief|chair|head|ceo|cfo|president)))/giu,
];

/**
 * A title without what it only reports: "closes out its best week since June" commends nothing. A title that speaks to its reader
 * or sells stays as it is.
 */
export function withoutReports(title: string): string {
  return SPEAKS.test(title) ? title : REPORTS.reduce((rest, pattern) => rest.replace(pattern, ' '), title);
}
