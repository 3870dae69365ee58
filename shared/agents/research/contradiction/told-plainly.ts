import { announcedPlainly, FIGURE } from './announced.ts';

/** What of consumer prices is told of twelve months is inflation, by whichever of its names. */
const PRICES_ROSE = new RegExp(
  `^(?:The\\s)?(?:U\\.?S\\.?\\s)?(core\\s)?(?:consumer prices?(?: index)?|CPI)\\s(?:rose|increased|climbed|advanced|was up|were up)\\s(${FIGURE})\\s(?:(?:in|for)\\s(\\p{Lu}\\p{Ll}+)\\s)?(?:(?:from|compared with|over|than) (?:a|the) year (?:earlier|ago|before)|year[- ](?:over|on)[- ]year|(?:over|in|during|for) the (?:past |last )?(?:12|twelve) months)(?:\\s(?:to|through|ended|ending|in|for)(?: in)?\\s(\\p{Lu}\\p{Ll}+))?`,
  'iu',
);
const NOUN =
  '(?:(?:an?|record|its|total|net new)\\s)*((?:(?:\\p{Ll}[\\p{L}-]*|\\d+-\\p{Ll}+|SEC|U\\.?S\\.?)\\s){0,3}?\\p{Ll}[\\p{L}-]*)';
const HAS = '(?:reported|posted|announced|recorded|generated|had|has|carries|carried)';
/** What follows what a figure is of: a time, or the end. */
const DONE = '(?=\\s(?:in|for|at|on|as of|during|over|last|this)\\b|[.,;]|$)';
/** What makes of a company's figure another one than it reports first. */
export const ADJUSTED =
  /\b(?:constant[- ](?:currency|currencies|rates)|currency[- ](?:neutral|adjusted)|organic(?:ally)?|like[- ]for[- ]like|adjusted|non-gaap|pro forma|excluding|stripping out|not counting|comparable(?! sales)|same-store|(?:including|with|counting) (?:reinvested )?dividends|dividends (?:included|reinvested)|total returns?|at (?:its )?(?:market price|net asset value)|on an? \p{L}+ basis|core|before (?:items|one-time|special|tax|interest))\b/iu;

/** The government's count of jobs, by whichever of its names, and by how many it moved. */
const PAYROLLS = '^(?:(?:The )?(?:U\\.?S\\.? |American )?(?:total )?(?:non-?farm )?payrolls?(?: employment)?)';
const JOBS = '(?:by\\s)?(?:about |a |some )?(\\d[\\d,]+)(?: jobs)?(?=\\s(?:in|last|for|after|from|during)\\b|[.,;]|$)';
/** Each way to tell a figure, and the one by which it is compared. */
const WAYS: readonly (readonly [RegExp, string])[] = [
  [/^(?:The )?(?:U\.?S\.? |American )?(?:annual |headline |consumer |consumer price |CPI )*inflation(?: rate)?(?: in the (?:U\.?S\.?|United States))?\s/iu, 'inflation '],
  // What a private firm counts is another figure than the government's.
  [/^(?=.*\b(?:ADP|Revelio|private(?:ly)?)\b)(?:The )?(?:U\.?S\.? |American )?(?:private(?:-sector)? )?(?:employers|companies|(?:nonfarm )?payrolls)\b/iu, 'Private employers'],
  [/^(?:The )?(?:U\.?S\.? |American )?(?:economy|employers)\s(?:has |have )?added\s(?=[\d,]+ (?:\p{L}+ )?jobs\b)/iu, 'Employers added '],
  [/^(?:The )?(?:U\.?S\.? |American )?(?:economy|employers)\s(?:has |have )?(?:lost|shed|cut)\s(?:about |some )?([\d,]+) jobs\b/iu, 'Employers added -$1 jobs'],
  [new RegExp(`${PAYROLLS}\\s(?:rose|increased|grew|climbed|expanded|jumped)\\s${JOBS}`, 'iu'), 'Employers added $1 jobs'],
  [new RegExp(`${PAYROLLS}\\s(?:fell|declined|dropped|shrank|decreased|slid)\\s${JOBS}`, 'iu'), 'Employers added -$1 jobs'],
  // "Today reported revenue for the third quarter ended October 25 of $81.3 billion".
  [new RegExp(`^(.{2,90}?)\\s${HAS}\\s${NOUN}\\s((?:for|in)\\s(?:the|its)\\s[^$]{5,60}?),?\\sof\\s(\\$${FIGURE.replace('\\$?', '')})`, 'u'), '$1 $2 was $4 $3'],
  // "Nvidia (NVDA) reported record revenue of $57.0 billion": its revenue was that.
  [new RegExp(`^(.{2,90}?)\\s${HAS}\\s${NOUN}\\sof\\s(?=[^,;]{0,20}\\d)`, 'u'), '$1 $2 was '],
  // "Costco posted $66.1 billion in quarterly revenue", "VTI had $2.1 trillion in assets".
  [new RegExp(`^(.{2,90}?)\\s${HAS}\\s(${FIGURE})\\s(?:in|of)\\s(?!the\\b)${NOUN}${DONE}`, 'u'), '$1 $3 was $2'],
  [new RegExp(`^(.{2,90}?)\\s(?:had|has)\\s(?=${FIGURE}\\s(?:employees|workers|people|staff)\\b)`, 'u'), '$1 employed '],
  [new RegExp(`^(.{2,90}?)\\spaid\\s(?:out\\s)?dividends\\sof\\s(${FIGURE})`, 'u'), '$1 paid $2 in dividends'],
  // A charge of a fund, its yield and a company's earnings are told by a verb as well.
  [new RegExp(`^(.{2,90}?)\\scharge[sd]\\s(?:an (?:expense ratio|annual fee) of\\s)?(${FIGURE})(?=[.,;]|$)`, 'u'), '$1 expense ratio was $2'],
  [new RegExp(`^(.{2,90}?)\\syield(?:s|ed)\\s(?=${FIGURE})`, 'u'), '$1 yield was '],
  [new RegExp(`^(.{2,90}?)\\searn(?:s|ed)\\s(${FIGURE})\\s(?:a|per)\\sshare\\b`, 'u'), '$1 earnings per share was $2'],
  [new RegExp(`^(.{2,90}?)\\s(?:earnings|profit)\\s(?:was|were)\\s(${FIGURE})\\s(?:a|per)\\sshare\\b`, 'u'), '$1 earnings per share was $2'],
  [new RegExp(`^(.{2,90}?)\\searn(?:s|ed)\\s(${FIGURE})(?<=illion)${DONE}(?!\\sin\\s(?!the\\b|its\\b|fiscal\\b)\\p{Ll})`, 'u'), '$1 net income was $2'],
]; // prettier-ignore
/** "BND had outflows of $400 million", "outflows from BND were $400 million": as if it were told of the fund. */
const HAD_FLOWS = /^(.{2,90}?)\s(?:had|saw|suffered|posted|recorded)\s(?:net\s)?(in|out)flows\sof\b/iu;
const FLOWS = /^(?:net\s)?(in|out)flows\s(?:from|to|into)\s(.{2,90}?)\s(?:were|was|reached|came to|totaled)\b/iu;
const flowVerb = (_: string, whose: string, way: string): string =>
  `${whose} ${/^in/iu.test(way) ? 'took in' : 'gave up'}`;

const inflation = (_: string, core = '', figure = '', month = '', inMonth = ''): string =>
  `${core}inflation was ${figure}${month || inMonth ? ` in ${month || inMonth}` : ''}`;

/**
 * A clause with its figure told of what it is of: texts tell the same in several ways.
 *
 * @example toldPlainly('Outflows from BND were $400 million in October') // 'BND gave up $400 million in October'
 */
export function toldPlainly(clause: string): string {
  const flows = announcedPlainly(clause)
    .replace(HAD_FLOWS, flowVerb)
    .replace(FLOWS, (_, way: string, whose: string) => flowVerb('', whose, way));
  const ways = ADJUSTED.test(clause) ? WAYS.slice(0, 1) : WAYS;
  return ways.reduce((told, [way, plain]) => told.replace(way, plain), flows.replace(PRICES_ROSE, inflation));
}
