import { A_DAY } from './periods.ts';

/** A figure, as a clause has one behind its verb. */
export const FIGURE =
  '(?:(?:about|around|nearly|some|roughly|more than|almost) )?\\$?\\d[\\d.,]*\\d?(?:\\s?(?:thousand|million|billion|trillion))?(?:\\s?(?:%|percent|per cent))?';
const WHO = "^(.{2,90}?)(?:[’']s board(?: of directors)?)?(?:,)?\\s";
/** What a company or fund looks ahead to, in the words before its measure. */
const EXPECTS =
  '(?:(?:now|still|also)\\s)?(?:said (?:that )?it (?:now )?expects|expects|expected|forecasts?|forecasted|projects|projected|sees|anticipates|guided (?:for|to)|predicts)';
const MEASURE =
  '((?:(?:\\d{4}|\\p{Ll}[\\p{L}-]*)\\s){0,4}?(?:revenues?|sales|net interest income|net income|profits?|earnings(?: per share)?|spending|expenditures?|cash flow|expenses|deliveries|shipments))';
const DIVIDEND =
  '((?:special|monthly|annual|semi-?annual|interim|final|extra)\\s)?(?:cash\\s)?(?:common\\s)?(?:stock\\s)?dividend';
const USUAL = '(?:(?:an?|its|the|next|latest|regular|quarterly|cash|increased|higher|lower|new)\\s){0,4}';
const A_SHARE =
  '(?:\\s(?:per|a|for each|on each)\\s(?:common\\s|ordinary\\s)?share)?(?:\\s(?:of|on) (?:its )?common stock)?';
const INTENDS =
  '(?:(?:now|also)\\s)?(?:will|would|plans?(?: to)?|planned to|intends? to|aims? to|is (?:planning |set |preparing |expected )?to|(?:said|confirmed|disclosed)(?: (?:on |late |early )?(?:\\p{Lu}\\p{Ll}+day|today))?,? (?:that )?it (?:will|would|plans to|intends to|is going to)|announced (?:that it will|plans to|it would|it will))';
/** What is to be done, by the verb that it is told with once it is done. */
const TO_DO: Readonly<Record<string, string>> = {
  ...{ cut: 'cut', eliminate: 'cut', 'lay off': 'cut', slash: 'cut', shed: 'cut', dismiss: 'cut', axe: 'cut' },
  ...{ hire: 'hired', add: 'added', 'buy back': 'bought back', repurchase: 'bought back', spend: 'spent', open: 'opened', close: 'closed' },
}; // prettier-ignore
const toDo = Object.keys(TO_DO).join('|');
const INVESTORS = '^(?:The\\s)?(?:Investors|Traders|Savers|Clients|Buyers)\\s(?:have\\s|had\\s|also\\s)?';
const FUND_NAMED =
  '((?:the\\s)?\\p{Lu}.{1,80}?|(?:\\p{Ll}[\\p{L}-]*\\s){0,3}(?:funds|ETFs))(?=\\s(?:in|during|over|last|this|on|for)\\b|(?<!\\bU\\.?S)[.,;](?:\\s|$)|$)';

type Way = readonly [RegExp, string | ((...groups: string[]) => string)];

/** Each way to tell what is announced, what goes into funds and what is a share, and the one by which it is compared. */
const WAYS: readonly Way[] = [
  [/(?<![\d.,])(\d+(?:\.\d+)?)\s?cents?\b/giu, (_, cents = '') => `$${(Number(cents) / 100).toFixed(2 + (cents.split('.')[1]?.length ?? 0))}`],
  [/^(?:[Tt]he\s)?[Bb]oard(?: of [Dd]irectors)? of\s/u, ''],
  // "Declared a quarterly dividend of $0.53 per share", "raised its dividend to $0.53".
  [new RegExp(`${WHO}(?:has\\s|have\\s)?(?:declared|announced|approved|set)\\s${USUAL}${DIVIDEND}\\s(?:of|at)\\s(${FIGURE})${A_SHARE}`, 'u'), '$1 declared $2dividend was $3'],
  [new RegExp(`${WHO}(?:has\\s|have\\s)?(?:declared|announced|approved)\\s${USUAL}(${FIGURE})${A_SHARE}\\s${USUAL}${DIVIDEND}`, 'u'), '$1 declared $3dividend was $2'],
  [new RegExp(`${WHO}(?:has\\s|have\\s)?(?:raised|lifted|increased|hiked|boosted|cut|lowered|reduced|kept|held|maintained)\\s${USUAL}${DIVIDEND}\\s(?:by [^,;]{1,20}? )?(?:to|at)\\s(${FIGURE})${A_SHARE}`, 'u'), '$1 declared $2dividend was $3'],
  [new RegExp(`${WHO}${EXPECTS}\\s(?:its\\s|an?\\s|total\\s|record\\s)?${MEASURE}(\\s(?:for|in)\\s(?:the\\s)?[^$]{3,40}?)?\\s(?:of|to be|to reach|to total|to come to|to come in at)\\s(${FIGURE})`, 'u'), '$1 forecast of $2 was $4$3'],
  [new RegExp(`${WHO}(?:(?:also|now)\\s)?(?:raised|lifted|cut|lowered|trimmed|reaffirmed|kept|left|increased|reduced)\\s(?:its|the)\\s${MEASURE}\\s(?:forecast|guidance|outlook|target)\\s(?:to|at|of)\\s(${FIGURE})`, 'u'), '$1 forecast of $2 was $3'],
  [new RegExp(`${WHO}(?:raised|lifted|cut|lowered|trimmed|reaffirmed|kept|increased|reduced)\\s(?:its|the)\\s(?:forecast|guidance|outlook|target)\\s(?:for|of)\\s${MEASURE}\\s(?:to|at|of)\\s(${FIGURE})`, 'u'), '$1 forecast of $2 was $3'],
  // "Will cut 9,000 jobs", "announced 9,000 job cuts".
  [new RegExp(`${WHO}${INTENDS}\\s(${toDo})\\s(?=[^,;]{0,20}\\d)`, 'u'), (_, who = '', verb = '') => `${who} planned ${TO_DO[verb] ?? verb} `],
  [new RegExp(`${WHO}(?:(?:said|confirmed)(?: (?:on |late |early )?(?:\\p{Lu}\\p{Ll}+day|today))?,? (?:that )?it )?is (?:cutting|eliminating|laying off|slashing)\\s(?=[^,;]{0,20}\\d)`, 'u'), '$1 planned cut '],
  [new RegExp(`${WHO}(?:announced|plans)\\s(?:layoffs of\\s(${FIGURE})(?:\\s(?:people|workers|employees))?|(${FIGURE})\\s(?:job cuts|layoffs))`, 'u'), '$1 planned cut $2$3 jobs'],
  // "Investors put $2.1 billion into VTI", "gold ETFs added $8.2 billion".
  [new RegExp(`${INVESTORS}(?:put|poured|added|moved|pl(?:ow|ough)ed|pumped|steered|sent)\\s(${FIGURE})\\s(?:in)?to\\s${FUND_NAMED}`, 'u'), '$2 took in $1'],
  [new RegExp(`${INVESTORS}(?:pulled|withdrew|took|yanked|redeemed|removed)\\s(${FIGURE})\\s(?:out of|from)\\s${FUND_NAMED}`, 'u'), '$2 gave up $1'],
  [new RegExp(`^(.{0,80}\\b(?:ETFs?|[Ff]unds?|Trusts?)(?: \\([A-Z]{2,5}\\))?)\\s(?:added|pulled in|drew)\\s(?=\\$[\\d.,]+ (?:million|billion))`, 'u'), '$1 took in '],
]; // prettier-ignore

/** What a clause tells of plans, forecasts, dividends and flows, in the one way in which it is compared. */
export const announcedPlainly = (clause: string): string =>
  WAYS.reduce(
    (told, [way, plain]) => (typeof plain === 'string' ? told.replace(way, plain) : told.replace(way, plain)),
    clause,
  );

/** A subject of which there is one until it is told anew: what was counted of an economy, declared, planned or forecast, and what a fund charges. */
const STANDS =
  /(?:^|\s)(?:declared|forecast|planned|economy|gdp|domestic|employers|payrolls)(?:\s|$)|\bexpense (?:.* )?ratio\b/u;
const NEAR = /^near (\d{4}-\d\d-\d\d) of (.*)$/u;
/** Pages that lie so many days apart tell of one announcement. */
const DAYS = 10;
const DAY_MS = 86_400_000;

/**
 * The time of a figure that stands until it is told anew: the day of it, or of its page, and what else of time it is for. Any other's is as it was.
 *
 * @param told null where no time is told of it
 */
export function standsFrom(key: string, told: string | null, written: string): string | null {
  if (!STANDS.test(key)) return told;
  const day = told !== null && A_DAY.test(told) ? told : written;
  const of =
    told === null || A_DAY.test(told) ? '' : told.replace(/ up to \d{4}-\d\d-\d\d$/u, '').replace(/^all /u, '');
  return `near ${day} of ${of}`;
}

/** Whether two figures are of the same time. */
export function isSameTime(one: string, other: string): boolean {
  if (one === other) return true;
  const [[, day = '', of], [, otherDay = '', otherOf]] = [NEAR.exec(one) ?? [], NEAR.exec(other) ?? []];
  return of !== undefined && of === otherOf && Math.abs(Date.parse(day) - Date.parse(otherDay)) <= DAYS * DAY_MS;
}
