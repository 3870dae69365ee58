import { everyMatch } from '../every-match.ts';
import { hasAntecedent, wordsOf, type Word } from './antecedents.ts';
import { wasExpectedBefore } from './expected-before.ts';
import { isOfSubject } from './subject-company.ts';
import { isWithoutName } from './whose-figure.ts';
import { isWithoutMeasure } from './without-measure.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Begin a sentence that goes on from the one before. */
const LEADING =
  /^["“‘'(]*(?:(?:it|its|they|their|them|he|his|she|her|this|that|these|those|such|both|neither|either|each of (?:them|these|those)|another|others|some of (?:them|these|those)|most of (?:them|these|those)|one of (?:them|these|those)|none of (?:them|these|those)|all of (?:them|it|this|that)|so|but|and|or|nor|yet|also|too|however|still|instead|therefore|thus|hence|moreover|furthermore|additionally|besides|nevertheless|nonetheless|otherwise|conversely|likewise|similarly|indeed|consequently|accordingly|meanwhile|rather|again|then|there(?!\s+(?:is|are|was|were|has|have|will|may|can)\b)|here|which|the same|the former|the latter|the others?|the reverse|the opposite|the rest)\b|(?:by|in) contrast\b|for (?:example|instance|this|that)\b|as a result\b|on the (?:other hand|contrary)\b|in (?:turn|other words|addition|fact|that|this|both|such)\b|at the same time\b|even so\b|either way\b|that said\b|because of (?:this|that|it)\b|after (?:that|this)\b|more than (?:that|this)\b|compared (?:with|to) that\b)/iu;
/** "This week" is told by the day of the page. */
const THIS_TIME = /^["“‘'(]*this (?:week|month|quarter|year|morning|afternoon|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)\b/iu; // prettier-ignore
/** What was said elsewhere on the page. */
const ELSEWHERE =
  /\b(?:(?:as|see|mentioned|noted|described|shown|listed|discussed|explained) (?:above|below|earlier|before)|(?:above|below)-mentioned|(?:the|table|chart|figure) (?:above|below)|the aforementioned|(?:in|over|during|for|at|by) the same (?:quarter|period|month|week|year|day|time|span)(?! (?:as|of|last|a year)\b)|the (?:former|latter))\b/iu;
/** "Less than that", "more of these": a demonstrative that stands for something. */
const DEMONSTRATIVE = /\b(?:than|of|from|for|with|like|after|before|beyond|about|on|by|to) (?:that|this|these|those)(?=\s*(?:[,.;:!?)]|$)|\s+(?:is|are|was|were|has|have)\b)/iu; // prettier-ignore
const POINTING = /\b(these|those|this|such an?|such)\s+([\p{L}-]+)/giu;
const TIMES = set('week month quarter year morning afternoon spring summer autumn fall winter decade century time');

const PERSONAL = set('it its itself they their theirs them themselves he his him she her');

/** Of these there is one, or everybody knows which: "the economy", "the ten-year yield", "the past year". */
const KNOWN = set(
  'market markets economy world dollar euro yen pound franc yuan government treasury fed ecb irs sec us usa uk eu u.s public week month quarter year years day days decade past future present beginning end start middle moment time weekend summer winter spring autumn fall same first last next most least more united federal european central s&p dow nasdaq internet pandemic middle-class consumer industry sector country weather law house senate congress president ten-year two-year five-year thirty-year 10-year 2-year 5-year 30-year 20-year three-month benchmark unemployment jobless inflation yield population sun stock bond gold oil housing labor labour job money credit broad long short whole total overall average median typical coming previous current latest largest smallest biggest highest lowest best worst better worse majority only other price',
);
/** Complements that say which one: "the share of bonds", "the fund that pays". */
const SAYS_WHICH = set(
  'of in on at for that which who whose where when between from to with without by among behind under over than whether',
);

/** The stem of a noun, for "fund" and "funds". */
const stem = (word: string): string => word.toLowerCase().replace(/(?:['’]s|s['’])$/u, '').replace(/(?<=[a-z]{3})(?:ies)$/, 'y').replace(/(?<=[a-z]{3})s$/, ''); // prettier-ignore

const ENDS_PHRASE = /[,;:.—–()]/u;
/** End a noun phrase: verbs, determiners, conjunctions. */
const BREAKS = set(
  'is are was were has have had can could will would may might must should do does did not and or but as so if its their his her a an the rose fell cut said held kept lost made paid grew sold bought gave took went came got rises falls pays says holds earns gives makes takes shows owns sells expects keeps means grows drops',
);

/**
 * A definite noun phrase that nothing in the sentence says which it is: "the tax advantage", of which the page spoke before. What
 * stands in `known` (the title is quoted with the sentence) or earlier in the sentence is told.
 */
function isUntold(words: readonly Word[], at: number, known: ReadonlySet<string>): boolean {
  const phrase: Word[] = [];
  for (const word of words.slice(at + 1, at + 5)) {
    const isVerb = BREAKS.has(word.lower) || (phrase.length > 0 && /[a-z]ed$/u.test(word.lower));
    if (ENDS_PHRASE.test(word.gap) || SAYS_WHICH.has(word.lower) || isVerb) break;
    phrase.push(word);
  }
  const [first] = phrase;
  if (first === undefined || KNOWN.has(first.lower) || /^[\p{Lu}\p{N}]/u.test(first.text)) return false;
  if (/(?:[a-z]{3}est|[a-z]th|ly)$/u.test(first.lower)) return false;
  const next = words[at + 1 + phrase.length];
  if (next !== undefined && SAYS_WHICH.has(next.lower) && !ENDS_PHRASE.test(next.gap)) return false;
  const before = new Set(words.slice(0, at).map(({ lower }) => stem(lower)));
  return !phrase.slice(0, 3).some(({ text, lower }) => {
    const one = stem(lower);
    return KNOWN.has(lower) || before.has(one) || known.has(one) || /^\p{Lu}/u.test(text) || /['’]s?$/u.test(lower);
  });
} // prettier-ignore

function isItsSubject(words: readonly Word[], at: number): boolean {
  const said = (some: readonly Word[]): string => some.map(({ gap, text }) => gap + text).join('');
  return isOfSubject(`${said(words.slice(0, at))}${words[at]?.gap ?? ''}`, said(words.slice(at + 1)).trimStart());
}

/** What a release calls its company from there on: "(“Costco” or the “Company”)". */
const DEFINES = /\s\([^()]{0,60}[“"][^()]{1,80}\)/gu;
/** "The four weeks ended November 1" are told by their end. */
const SPAN =
  /,? (?:for |in |during )?the (?:\p{L}+ |\d+ )?(?:weeks?|months?|quarters?|year) (?:ended|ending) \p{Lu}\p{Ll}+\.? \d{1,2}(?:, \d{4})?/gu;
/** "In support of its goals, the Committee decided": whose they are stands behind. */
const OF_SUBJECT =
  /^in (?:support|pursuit|light|view) of its [^,]{3,120}, (?=the (?:Federal Open Market Committee|Committee|Federal Reserve|FOMC)\b)/iu;
/** What something did to somebody, and not what: "no customers were affected". */
const AFFECTED =
  /\b(?:was|were|is|are|been|be|being) (?:\p{L}+ly )?(?:affected|impacted|harmed|hurt|injured|compromised|disrupted|breached|stolen|damaged|accessed|interrupted|leaked)\b(?! (?:by|in|when|while|as|after|because|during|from|at|since|until|with|through|if|due)\b)|\b(?:injuries|casualties|deaths|damage|disruptions?) (?:was|were|had been) reported\b(?! (?:by|in|when|as|after|during|from|at)\b)/u;
/** And what did it, told before. */
const BY_WHAT =
  /\b(?:breach(?:es)?|hacks?|hackers?|attacks?|attackers?|outages?|storms?|hurricanes?|floods?|quakes?|earthquakes?|strikes?|fires?|wildfires?|crash(?:es)?|accidents?|spills?|leaks?|recalls?|flaws?|bugs?|incidents?|tariffs?|shutdowns?|explosions?|blasts?|war|pandemic|glitch(?:es)?|failures?)\b|^["“‘'(]*(?:in|after|during|when|because of|despite|amid|following|by)\b[^,]{6,},/iu;
/** That a sentence has a figure or a saying of somebody whom it does not name. */
export const NAMES_NOBODY = 'does not say whose it is';

/**
 * Why a sentence cannot be quoted by itself, or null: it goes on from the one before, has a pronoun whose noun is not in it, or
 * speaks of "the" something that only its page tells which, tells an effect and no cause, gives a company's figure without the company or any figure without what it measures, or
 * tells what was expected once. By the forms of words, and strict: what is in doubt leans.
 *
 * @param title of the page, which is quoted with the sentence
 * @example leansOn('They fell by 2%.') // 'goes on from the sentence before'
 */
export function leansOn(said: string, title = ''): string | null {
  const sentence = said.replace(DEFINES, '').replace(SPAN, '').replace(OF_SUBJECT, '');
  if (LEADING.test(sentence) && !THIS_TIME.test(sentence)) return 'goes on from the sentence before';
  if (ELSEWHERE.test(sentence)) return 'points elsewhere on the page';
  if (DEMONSTRATIVE.test(sentence)) return 'points at something unsaid';
  // A title beside it does not make it whole: a figure is read by itself.
  if (isWithoutName(sentence)) return NAMES_NOBODY;
  const words = wordsOf(sentence);
  const told = new Set(wordsOf(title).map(({ lower }) => stem(lower)));
  for (const [at, { lower }] of words.entries()) {
    if (PERSONAL.has(lower) && !hasAntecedent(words, at)) return `“${lower}” stands for something unsaid`;
    if (lower === 'both' && !words.slice(at + 1).some((one) => one.lower === 'and')) return '“both” stands for something unsaid';
    if (lower === 'the' && isUntold(words, at, told) && !isItsSubject(words, at)) return `“the ${words[at + 1]?.text ?? ''}” is not told`;
  }
  for (const { 1: pointer = '', 2: noun = '', index } of everyMatch(POINTING, sentence)) {
    if (/^such$/i.test(pointer) && /^(?:as|that)$/i.test(noun)) continue;
    if (TIMES.has(noun.toLowerCase()) || /^(?:who|of|that|which|with|in|whose)$/i.test(noun)) continue;
    const before = wordsOf(sentence.slice(0, index)).map((word) => stem(word.lower));
    if (!before.includes(stem(noun))) return `“${pointer} ${noun}” is not told`;
  }
  if (AFFECTED.test(sentence) && !BY_WHAT.test(sentence)) return 'does not say what did it';
  if (isWithoutMeasure(sentence)) return 'does not say what its figure is of';
  return wasExpectedBefore(sentence) ? 'tells what was expected before' : null;
} // prettier-ignore
