import { everyMatch } from '../../every-match.ts';
import { WORDS, readNumeral } from '../numeral.ts';
import { readNumberWords } from '../number-words.ts';
import { DIMENSIONS } from './plans.ts';
import type { Dimension, Plans } from './plans.ts';

/** What a text says of one part of a plan: values, or that it is changed, or as planned. */
export interface Spoken {
  values: readonly number[];
  changed: boolean;
  kept: boolean;
}
export type SpokenPlan = ReadonlyMap<Dimension, Spoken>;

const CONTRAST = String.raw`(?:instead of|in place of|rather than|not|than|versus|vs\.?|compared (?:with|to)|against|over)(?: (?:at|until|till|to|age|spending|the|your|planned|full|a|of|saving|with|retiring|working))* `;
const AGES = /(?:\bat|\buntil|\btill|\bto|\bby|\bage|\bof|\bthan|\bnot|\bfrom|\bversus|\bor|\band)(?: age| about| around)? (1[01]\d|\d\d)(?![\d%,.]?\d|%| ?percent| points| years?\b(?! old))/gi; // prettier-ignore
/** "The earliest you can retire is 67". */
const EARLIEST =
  /\b(?:earliest|soonest)\b[^.;,\d]{0,45} (?:is|would be|comes at)(?: at)?(?: age)? (\d\d)(?![\d%]|[.,]\d)/gi;
/** "57 is too early". */
const ALONE = /(?<![\d$.,])(\d\d)(?= (?:is|was|would be|looks|seems|alone|works)\b)/g;
const AMOUNT = /\$\s?(\d[\d,]*(?:\.\d+)?)(?:\s?(k|thousand|m|million)\b)?( (?:a|per|each|every) month|\/month)?/gi;
const SCALE: Readonly<Record<string, number>> = { k: 1000, thousand: 1000, m: 1_000_000, million: 1_000_000 };

const SAVES = /\b(?:sav(?:e|es|ed|ing)|contribut\w+|put(?:ting)? (?:away|aside|in)|set(?:ting)? aside)\b[^.;$]{0,30}$/i;

const LESS = String.raw`(?:less|lower\w*|smaller|more|higher|bigger|larger|cut\w*|reduc\w+|trim\w*|tighter|leaner|modest|frugal\w*|thrift\w*|cheaper)`;
const words: Readonly<Record<Dimension, readonly [changed: RegExp, kept: RegExp, named: RegExp]>> = {
  retireAt: [
    /\b(?:retir\w*|stop\w*|quit\w*|leav\w+|work\w*|go(?:ing)?|date|start\w*)\b[^.;,]{0,20}\b(?:earlier|sooner|early|later|longer|extra|more years|another)\b|\b(?:earlier|sooner|early|later|delayed|postpon\w+)\b[^.;,]{0,15}\b(?:retire\w*|date|age|exit|start)\b|\b(?:more|extra|additional|another) (?:(?!a\b|per\b|each\b|every\b)\w+ )?years?\b(?! of retirement)/i,
    /\b(?:planned|original|intended|same|scheduled) (?:retirement )?(?:age|date)\b|\b(?:retir\w+|work\w*|stop\w*)\b[^.;,]{0,20}\b(?:as planned|on schedule|when you plan\w*|as you plan\w*)\b/i,
    /\bretir\w*|\bstop\w* work|\bwork\w*|\bearl(?:y|ier)\b|\bsooner\b|\blater\b|\bage\b|\bdate\b|\bquit\w*|\bleav\w+/i,
  ],
  income: [
    new RegExp(String.raw`\b(?:spend\w*|budget|liv(?:e|ing) on|withdraw\w*|draw\w*|income)\b(?:[^.;,]|,(?=\d)){0,20}\b${LESS}\b|\b${LESS}\b[^.;,]{0,20}\b(?:spend\w*|budget|income|withdraw\w*)\b|\btighten\w*|\bbelt\b`, 'i'), // prettier-ignore
    /\b(?:full|same|current|present|planned|original|unchanged|usual|intended) (?:spending|budget|income|amount|lifestyle|standard)\b|\b(?:keep|go on|keeping|going on|continu\w+)(?: on)? spending\b|\bspend\w*[^.;,]{0,15}\b(?:as (?:planned|now|you plan\w*|today)|unchanged|the same|as much)\b|\bwithout (?:spending (?:any )?less|cutting|changing|giving up|a cut)\b|\bno (?:cut|change) (?:in|to)\b/i,
    /\bspen[dt]\w*|\bbudget\b|\bliv(?:e|ing)\b|\bwithdraw\w*|\bincome\b|\bdraw\w*|\bcut\w*|\$/i,
  ],
  contribute: [
    new RegExp(String.raw`\b(?:sav(?:e|ing)|contribut\w+)\b(?:[^.;,]|,(?=\d)){0,20}\b${LESS}\b|\b${LESS}\b[^.;,]{0,15}\b(?:sav(?:e|ing|ings)|contribut\w+)\b`, 'i'), // prettier-ignore
    /\b(?:same|current|present|planned|unchanged) (?:saving|savings rate|contributions?)\b|\bwithout saving (?:any )?more\b|(?:\b(?:not|no need to)|n['’]t) (?:\w+ )?(?:\w+ )?save (?:any )?more\b/i,
    /\bsav(?:e|es|ed|ing)\b|\bcontribut\w+|\b(?:put|set)\w* (?:away|aside)\b/i,
  ],
  lifeExpectancy: [
    /\bliv\w*\b[^.;,]{0,15}\b(?:longer|older|shorter)\b|\blonger li(?:fe|ves)\b/i,
    /\bplanned (?:life ?span|horizon)\b/i,
    /\bliv\w+|\blife\b|\blong\w*|\blast\w*/i,
  ],
};

/** "Sixty", "sixty-two": ages at which people stop. */
const AGE_WORDS = /\b(?:forty|fifty|sixty|seventy)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?\b(?! (?:percent|points|years|thousand|out of|in))/gi; // prettier-ignore

/** "Stopping five years earlier": another age than planned. */
const MOVED = new RegExp(String.raw`\b(?:retir|stop|work|leav|quit|wait)\w*\b[^.;,\d]{0,25}?\b(?<years>${WORDS}|\d{1,2}) years? (?:early|earlier|sooner|less)\b(?! than (?:that|this|it))`, 'gi'); // prettier-ignore

const isAbout = (one: number, other: number): boolean => Math.abs(one - other) <= 0.005 * Math.abs(other);

/** "Runs out around age 77", "lasts to 95": an age at which nobody retires. */
const ENDS =
  /\b(?:runs?|ran|gone|broke|empty|lasts?|dry|paid|claim\w*|security|pensions?)\b(?:(?! (?:if|when|should|provided) )[^.;,$]){0,25}? (?:age|at|by|to|until|till|around|from)(?: about| around| age)* \d\d\b/gi;

/** "Earn $30,000 until 65", "part-time work from 60 to 65": until when somebody works beside a pension. */
const BESIDE = /\b(?:earn\w*|part[- ]time)\b(?:[^.;,]|,(?=\d)){0,40}?\b(?:until|till|to)(?: age)? \d\d\b/gi;

/** The text without what it only compares with, "57 instead of 60", and without the ages of other things. */
const without = (text: string): string =>
  text
    .replace(ENDS, ' ')
    .replace(BESIDE, ' ')
    .replace(/\bfrom \$?\d[\d,]*(?: a year)?(?= to\b)/gi, ' ')
    .replace(new RegExp(`\\b${CONTRAST}\\$?\\d[\\d,]*(?:\\.\\d+)?(?:k\\b| thousand\\b)?`, 'gi'), ' ');

/** What a text says of each part of a plan: the ages and amounts of the plans that there are, and words like "earlier". */
export function spokenPlan(text: string, { known, base }: Plans): SpokenPlan {
  const said = without(text.replace(AGE_WORDS, (words) => String(readNumberWords(words)?.value ?? words)));
  const found = new Map<Dimension, Spoken>();
  const ages = [AGES, ALONE, EARLIEST].flatMap((pattern) => everyMatch(pattern, said)).map(([, age]) => Number(age));
  const moved = everyMatch(MOVED, said).map(({ groups: { years = '' } = {} }) => (base.retireAt ?? 0) - readNumeral(years.toLowerCase()).value); // prettier-ignore
  const sums = everyMatch(AMOUNT, said).map(({ 1: digits = '', 2: scale = '', 3: monthly, index }) => {
    const value = Number(digits.replaceAll(',', '')) * (SCALE[scale.toLowerCase()] ?? 1);
    return { value: monthly === undefined ? value : 12 * value, saved: SAVES.test(said.slice(0, index)) };
  });
  for (const one of DIMENSIONS) {
    const isAge = one === 'retireAt' || one === 'lifeExpectancy';
    const own = isAge
      ? one === 'retireAt'
        ? [...ages, ...moved]
        : ages
      : sums.filter(({ saved }) => saved === (one === 'contribute')).map(({ value }) => value);
    const values = known[one].filter((value) => own.some((other) => (isAge ? other === value : isAbout(other, value))));
    const [changed, kept] = words[one];
    const spoken = { values, changed: changed.test(text), kept: kept.test(text) };
    if (values.length > 0 || spoken.changed || spoken.kept) found.set(one, spoken);
  }
  return found;
}

/** Whether a text has a word of a part of a plan, whatever it says of it. */
export const namesPart = (one: Dimension, text: string): boolean => words[one][2].test(text);
