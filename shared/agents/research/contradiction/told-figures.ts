import { withoutEntryTime } from '../framing/entry-times.ts';
import { standsFrom } from './announced.ts';
import { figureIn, type Figure } from './figure-in.ts';
import { comparedBy } from './measure-words.ts';
import { A_DAY, periodIn } from './periods.ts';
import { plainTimes } from './plain-times.ts';
import { subjectKey } from './subject-key.ts';
import { ADJUSTED, toldPlainly } from './told-plainly.ts';

/** A figure, or a direction, that a sentence tells of something at some time. */
export interface ToldFigure {
  /** Of what, which figure of it, and of when: keys that are equal for the same. */
  subject: string;
  measure: string;
  period: string;
  /** The subject in the words of the page. */
  said: string;
  value: number;
  /** The unit of the last digit that is shown. */
  place: number;
  isRough: boolean;
  /** Who counted it, where that is told: "LSEG data showed". */
  by?: string;
}

const UP =
  'rose|rise|rises|risen|grown|gained|gains|climbed|climbs|jumped|surged|rallied|advanced|grew|grows|soared|increased|increases|returned|returns|(?:ticked|edged|inched|crept|nudged|picked) (?:up|higher)|accelerated|quickened';
const DOWN =
  'fell|fall|falls|fallen|lost|loses|dropped|drops|slid|slides|slipped|declined|declines|sank|tumbled|plunged|shed|decreased|shrank|retreated|eased|(?:ticked|edged|inched|crept|nudged) (?:down|lower)|cooled|slowed|dipped|moderated';
const AT =
  'closed(?! (?:about |some |nearly )?[\\d,]+ \\p{L})|closes|ended|ends|settled|finished|traded|trades|stood|stands|was|is|were|are|hit|reached|came in|(?:made|makes) up|account(?:ed|s) for';
/** What tells the same by several verbs, each under one name. */
const DEEDS: Readonly<Record<string, string>> = {
  ...{ yield: 'yields|yielded', charge: 'charges|charged', cost: 'costs', pay: 'pays|paid', hold: 'holds|held|owns|owned' },
  ...{ sell: 'sold|sells|delivered|delivers|shipped|ships', 'buy back': 'bought back|buys back|repurchased', buy: 'bought|buys' },
  ...{ earn: 'earned|earns', make: 'made|makes|produced|produces', total: 'totaled|totalled', add: 'added|adds|hired' },
  ...{ cut: 'cut|lowered|eliminated|laid off|fired', raise: 'raised', employ: 'employs|employed', spend: 'spent|spends' },
  ...{ open: 'opened', close: 'closed' },
}; // prettier-ignore
const OTHER = Object.values(DEEDS).join('|');
/** Money that goes into funds, or out of them. */
const IN = 'took in|takes in|attracted|drew in|pulled in|gathered';
const OUT = 'gave up|bled';
/** Of what, and the verb, by what it tells. */
const VERB = new RegExp(
  `^(.{2,140}?)\\s(?:(?:also|only|then|has|have|had)\\s)?(?:(${UP})|(${DOWN})|(${AT})|(${OTHER})|(${IN})|(${OUT}))\\b(.*)$`,
  'isu',
);
const NEGATED = /\b(?:not|never|n['’]t|no longer)$/iu;
/** Behind it stands what is told of something else, or of another time. */
const BREAKS =
  /[;:—–]|,(?!\d)(?!\s(?:in|on|during|over|for|at|to)\b)|\b(?:from|compared|versus|vs|against|after|following|since|than|which|who|that|as(?! of\b)|while|when|where|despite|because|amid|bringing|taking|leaving|helped|led|with|but|and(?! (?:closed|ended|settled|finished)\b)|or|(?:its|their|the) (?:highest|lowest|best|worst|biggest|largest|most|first)|for (?:a|the) (?:\p{L}+ )?(?:time|day|week|month)\b)/iu;
/** "Bond funds lost $2.3 billion" is money that went out, in digits of at least so many dollars; "gold lost $48" is none. */
const LOSES = /^(?:lost|loses|shed)$/iu;
const LEAST_FLOW = 1e4;
/** "Stocks fell on Friday, with the S&P 500 losing 0.9% for the day": of the same day, and of nothing else. */
const WITH_INDEX =
  /^(.*?\bon (?:Mon|Tues|Wednes|Thurs|Fri)day\b.*?),? with (the \p{Lu}[\p{L}\p{N}& ]{1,30}?) (?:(losing|falling|dropping|sliding|shedding|declining|slipping)|(?:gaining|rising|adding|climbing|advancing|jumping)) (\d+(?:\.\d+)?(?:%| percent))(?: for the day| on the day)?\.?$/u;
const DAY_OF = /\bon (?:Mon|Tues|Wednes|Thurs|Fri)day(?:, \p{Lu}\p{Ll}+\.? \d{1,2})?\b/u;
/** What has subscribers, customers and the like may win or lose some: no price moves by it. */
const COUNTED =
  /^(?:[\p{L}-]+ )*(?:subscribers|subscriptions|customers|users|members|accounts|lines|connections|jobs|people|employees)\b/u;
/** Who counts what goes into funds, each of other funds. */
const COUNTS =
  /\b(?:LSEG|Lipper|EPFR|ICI|Investment Company Institute|Morningstar|BofA|Bank of America|World Gold Council|TrackInsight|VettaFi|Crane|CoinShares)\b/u;
/** "In October, ", "Last week ". */
const OPENING =
  /^(?:(?:in|on|during|for|over|at|by) [^,]{3,60},\s+|(?:last|this) (?:week|month|quarter|year),?\s+|(?:on )?\p{L}+day,?\s+(?=\p{L})|(?:today|yesterday),?\s+)/iu;
/** What a fund charges it charges every year. */
const A_YEAR = /(?<=\bcharge[sd]\b[^,;]{0,40}%)\s(?:(?:a|per) year|annually)\b/iu;
/** Within a day, before its end or after it: another time of it has another figure. */
const WITHIN =
  /\b(?:(?:in|during) (?:\p{L}+ )?(?:early|late|midday|mid-day|morning|afternoon|pre-?market|extended|after[- ]hours|overnight|electronic|regular)(?: \p{L}+)? (?:trading|trade|dealings|session|hours)|pre-?market|after[- ]hours|before the (?:opening )?bell|(?:after|ahead of) the (?:bell|opening?|close)|at the open(?:ing)?(?: bell)?|(?:early|late|midday|mid-morning|mid-afternoon) (?:on )?(?:mon|tues|wednes|thurs|fri)day(?! night)|(?:mon|tues|wednes|thurs|fri)day (?:morning|afternoon|midday|in (?:asia|europe|london|tokyo))|in (?:asian|european|london|tokyo|hong kong) (?:trading|hours|trade)|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b|so far (?:today|(?:on )?\p{L}+day)|at one point|briefly|intraday)/iu;
/** "From 4.11% late Thursday": what it was before. */
const BEFORE = /\b(?:from|compared with|versus|after|against)\b[^,;]*$/iu;
/** Of another vintage than what was told first. */
const REVISED =
  /\b(?:revis(?:ed|es|ing|ions?)|previously (?:reported|estimated|announced)|initially (?:reported|estimated)|restated|preliminary|(?:advance|first|second|third|final|flash) (?:estimate|reading))\b/iu;
/** Told of what is yet to be. */
const FORESEEN =
  /\b(?:is|are|was|were) (?:widely |now )?(?:expected|forecast|projected|estimated|predicted|seen|likely|set|due|on track) (?:to|at)\b/iu;
/** Where a figure is from, before it is told. */
const MARKET_FIRST =
  /^(?:in|on) (?:the )?(?:\p{L}+ )?(?:bond|stock|oil|gold|energy|currency|crypto|commodit(?:y|ies)|Treasury) (?:markets?|trading),?\s+/iu;
/** Between a clause and the next that says of what it is. */
const CLAUSES = /;\s+|,\s+(?:while|whereas|but|and|as)\s+|\s+(?:while|whereas)\s+/u;
/** Between a verb and its figure: says nothing of which. */
const EMPTY = new Set(
  'by to at a an the about around roughly approximately nearly almost some more less than over under least most up down close only just another further additional minus as much record of in on for during from its their end'.split(
    ' ',
  ),
);
/** Words for one thing that is counted. */
const WORKERS = new Set('people jobs positions roles workers employees staff staffers'.split(' '));
const CARS = new Set('cars vehicles autos automobiles'.split(' '));

/**
 * The figures that a sentence tells of what its clauses begin with, each with the time that is told of it; where none is, the day of the page. By
 * the forms of words, and strict: what is not plainly of one thing and one time is left out.
 *
 * @param written the day of the page, ISO
 */
export function toldFigures(sentence: string, written: string): ToldFigure[] {
  const quoted = withoutEntryTime(sentence.replace(/^["“‘'(]+|["”’)]+$/gu, '')).replaceAll(
    /(?<=\d)\s?per cent\b/giu,
    '%',
  );
  const [, main, index = '', falls, move = ''] = WITHIN.test(quoted) ? [] : (WITH_INDEX.exec(quoted) ?? []);
  if (main !== undefined) {
    const [day = ''] = DAY_OF.exec(main) ?? [];
    return [main, `${index} ${falls === undefined ? 'gained' : 'lost'} ${move} ${day}`].flatMap((one) => toldFigures(`${one}.`, written)); // prettier-ignore
  }
  if (REVISED.test(quoted) || FORESEEN.test(quoted)) return [];
  const [within = ''] = WITHIN.exec(quoted.replace(BEFORE, '')) ?? [];
  const whole = plainTimes(quoted.replace(MARKET_FIRST, '').replace(A_YEAR, '').trim(), written);
  const [opening = ''] = OPENING.exec(whole) ?? [];
  const opened = periodIn(opening, written).key;
  const text = opened === '' ? whole : whole.slice(opening.length);
  const isTold = periodIn(whole, written).key !== '';
  const [by] = COUNTS.exec(quoted) ?? [];
  return text.split(CLAUSES).flatMap((part) => {
    const set = rateSetIn(part, written, opened);
    const clause = toldPlainly(part);
    const [, phrase = '', up, down, at, other, into, out, rest = ''] = VERB.exec(clause) ?? [];
    const ofPhrase = quarterIn(phrase, written);
    const said = NEGATED.test(phrase) ? null : subjectKey(ofPhrase.rest);
    if (said === null) return set;
    const own = periodIn(rest.slice(0, BREAKS.exec(rest)?.index ?? rest.length), written);
    // A time that stands elsewhere in the sentence may be of something else, and on a day a quarter is only reported.
    const told = [ofPhrase.quarter, own.key, opened, ofPhrase.span].find((key) => key !== '');
    const time = told === null ? null : (standsFrom(said, told ?? null, written) ?? (isTold ? null : written));
    if (time === null) return set;
    const period = within !== '' && A_DAY.test(time) ? `${time} ${within.toLowerCase()}` : time;
    const kind = ADJUSTED.exec(part)?.[0].toLowerCase() ?? '';
    const verb = {
      moves: up !== undefined ? 1 : down !== undefined ? -1 : 0,
      isAt: at !== undefined,
      other,
      counts: /^(?:lost|loses|shed|gained|gains)$/iu.test(up ?? down ?? ''),
      flows: into !== undefined ? 1 : out !== undefined ? -1 : LOSES.test(`${down}`) ? -1 : 0,
    };
    return [
      ...set,
      ...saidOf(own.rest, verb).map((one) => ({
        ...{ subject: comparedBy(said), said, period, ...one },
        ...(by !== undefined && { by }),
        ...(kind !== '' && { measure: `${one.measure} ${kind}` }),
      })),
    ];
  });
}

const NUMBERED = /\b(?:first|second|third|fourth)[- ]quarter\b|\bQ[1-4]\b/iu;
const SPAN = /\b(quarter|annual)(?:ly)?\b/iu;

/** "Third-quarter revenue"; "quarterly revenue", "annual profit": of which time, and what is left of the phrase. */
function quarterIn(phrase: string, written: string): { quarter: string | null; span: string; rest: string } {
  if (NUMBERED.test(phrase)) {
    const { key, rest } = periodIn(phrase.replace(/\bfiscal (?=\p{L}+[- ]quarter)/iu, ''), written);
    return { quarter: key, span: '', rest };
  }
  const [of, name = ''] = /\b(?:revenue|sales|profit|earnings|income)\b/iu.test(phrase)
    ? (SPAN.exec(phrase) ?? [])
    : [];
  if (of === undefined) return { quarter: '', span: '', rest: phrase };
  const span = `${/^q/iu.test(name) ? 'quarter' : 'year'} up to ${written}`;
  return { quarter: '', span, rest: phrase.replace(of, ' ') };
}

/**
 * What a central bank did to its rate: "cut its benchmark rate by a quarter point", "left rates unchanged", and in the Federal Reserve's own
 * words "the Committee decided to lower the target range for the federal funds rate".
 */
const SETS_RATE =
  /^(?:the )?(?:U\.?S\.? )?(Fed(?:eral Reserve)?|Federal Open Market Committee|FOMC|Committee(?=.*\bfederal funds\b)|European Central Bank|ECB|Bank of (?:England|Japan|Canada))(?:'s| officials| policymakers)?\s(?:(?:has|have|also)\s)?(?:(?:unanimously )?(?:decided|agreed|voted) to\s)?(?:(cut|lower(?:ed)?|reduced?|trim(?:med)?)|(raised?|hiked?|increased?|lift(?:ed)?)|left|leave|kept|keep|held|hold|maintain(?:ed)?)\s(?:(?:its|the|their|U\.?S\.?|key|main|benchmark|policy|federal|funds|short-term|interest|deposit|target|range|for|overnight)\s){0,8}(?:rates?|(?<=target\s)range)\b(.*)$/isu;
const OF_FED = /^(?:FOMC|(?:Federal Open Market )?Committee)$/iu;
/** "In support of its goals and in light of the balance of risks, the Committee". */
const BEFORE_COMMITTEE = /^in\s.{3,200}?,\s(?=the (?:(?:Federal Open Market )?Committee|FOMC|Federal Reserve)\b)/isu;
/** "To 3-1/4 to 3-1/2 percent", "at 3.50%-3.75%". */
const RANGE =
  /\b(?:to|at)\s(?:(?:a|the) (?:target )?range of\s|between\s)?\d[\d./-]*(?:\s?(?:%|percent))?\s?(?:to|and|[-–—])\s?(\d+(?:\.\d+)?)(?:-(\d)\/(\d))?\s?(?:%|percent)/iu;

function rateSetIn(clause: string, written: string, opened: string | null): ToldFigure[] {
  const [, bank = '', down, up, rest = ''] = SETS_RATE.exec(clause.replace(BEFORE_COMMITTEE, '')) ?? [];
  const subject = bank === '' ? null : subjectKey(`${OF_FED.test(bank) ? 'Fed' : bank} rate`);
  const moves = down !== undefined ? -1 : up !== undefined ? 1 : 0;
  if (subject === null || (moves === 0 && !/\b(?:unchanged|steady|at\b|where)/iu.test(rest))) return [];
  // A quarter of a point is no quarter of a year.
  const told = rest.replace(/\b(?:a )?(?:quarter|half)(?:[- ]of[- ]a)?[- ](?:percentage[- ])?point/giu, ' ');
  const own = periodIn(told.slice(0, BREAKS.exec(told)?.index ?? told.length), written).key;
  const period = own !== '' ? own : opened !== '' ? opened : written;
  if (period === null) return [];
  const [, top, part = '0', of = '1'] = RANGE.exec(rest) ?? [];
  const set = { subject, said: subject, period, isRough: false };
  return [
    { ...set, measure: 'set', value: moves, place: 0 },
    ...(top === undefined
      ? []
      : [{ ...set, measure: 'set range', value: Number(top) + Number(part) / Number(of), place: 0.01 }]),
  ];
}

const HIGHER = /^\s*(?:(up\b|\S+ higher\b)|(down\b|\S+ lower\b))/iu;

type Said = Pick<ToldFigure, 'measure' | 'value' | 'place' | 'isRough'>;

interface Verb {
  moves: number;
  isAt: boolean;
  other: string | undefined;
  /** Whether it may tell of what somebody has more or fewer of. */
  counts: boolean;
  /** 1 for money that comes in, -1 for what may be money that goes out. */
  flows: number;
}

function saidOf(head: string, verb: Verb): Said[] {
  // "Was up 2%", "closed 2% lower".
  const [, higher, lower] = (verb.isAt ? HIGHER.exec(head) : null) ?? [];
  const moves = higher !== undefined ? 1 : lower !== undefined ? -1 : verb.moves;
  const direction: Said[] = moves === 0 ? [] : [{ measure: 'direction', value: moves, place: 0, isRough: false }];
  const first = figureIn(head);
  if (verb.flows !== 0 && first?.unit === '$' && first.said.place >= LEAST_FLOW) {
    return [{ ...first.said, value: verb.flows * first.said.value, measure: 'flow $' }];
  }
  if (first === null) return direction;
  const counted = verb.counts && first.unit === '' ? objectOf(first.behind) : '';
  if (COUNTED.test(counted)) {
    return [{ ...first.said, value: moves * first.said.value, measure: `add ${objectOf(first.before)}  ${counted}` }];
  }
  if (/\b(?:to|at)\s[^\d]*$/iu.test(first.before) || (verb.isAt && moves === 0)) {
    return [...direction, ...levelOf(first, verb.isAt && !/\bat\b/iu.test(first.before))];
  }
  if (moves === 0) {
    const measure = `${deedOf(verb.other)} ${objectOf(first.before)} ${first.unit} ${objectOf(first.behind)}`;
    return [{ ...first.said, measure }];
  }
  const second = /^[^,;]*?\b(?:to|at)\s/iu.test(first.behind) ? figureIn(first.behind) : null;
  return [
    ...(first.said.value < 0 ? [] : direction),
    {
      ...first.said,
      value: moves * first.said.value,
      measure: `move ${first.unit} ${objectOf(first.before)}${placeIn(first.behind)}`,
    },
    ...(second === null ? [] : levelOf(second, false)),
  ];
}

/** A price, a rate or an index's level; "is 3" says of nothing which. */
function levelOf({ said, unit, behind }: Figure, isBare: boolean): Said[] {
  if (unit === '' && isBare) return [];
  const [, of = ''] = /^\s+of\s+(?:the\s+)?(\p{L}+)/u.exec(behind) ?? [];
  return [{ ...said, measure: `level ${unit} ${of.toLowerCase()}${placeIn(behind)}` }];
}

/** "In China": of a part of what the clause begins with. */
function placeIn(behind: string): string {
  const [, where = ''] = /\b(?:in|at|outside|across|within|from)\s(?:the\s)?(\p{Lu}[\p{L}.]+)/u.exec(behind) ?? [];
  return where === '' ? '' : ` in ${where.toLowerCase()}`;
}

const deedOf = (verb = ''): string =>
  Object.keys(DEEDS).find((deed) => DEEDS[deed]?.split('|').includes(verb.toLowerCase())) ?? verb;

const objectOf = (words: string): string =>
  words
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== '' && !EMPTY.has(word))
    .map((word) => (WORKERS.has(word) ? 'people' : CARS.has(word) ? 'cars' : word))
    .join(' ');
