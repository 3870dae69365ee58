import { everyMatch } from '../every-match.ts';
import { KNOWN_COMPANIES } from './strangers/known-securities.ts';
import { KINDS, PUBLIC, SUBJECTS } from './strangers/public-names.ts';

/** A word of a sentence, and what stands before it. */
export interface Word {
  text: string;
  lower: string;
  /** Signs between the word before and this one. */
  gap: string;
}

const WORD = /[\p{L}\p{N}]+(?:[.'’&+/-][\p{L}\p{N}]+)*%?/gu;

/** The words of a sentence in their order. */
export function wordsOf(sentence: string): Word[] {
  let end = 0;
  return everyMatch(WORD, sentence).map(({ 0: text, index }) => {
    const gap = sentence.slice(end, index);
    end = index + text.length;
    return { text, lower: text.toLowerCase().replaceAll('’', "'"), gap };
  });
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Where the noun phrase that opens a clause ends at the latest. */
const STOPS = set(
  'of in on at by for from with without to into over under about between through during within across per than that which who whom whose what where how is are was were be been being has have had do does did will would can could may might must should shall not nor it its they their them he she his her this these those such as if because when while so and but or yet before after until since though although unless whether',
);
/** Begin a clause of their own, in which a pronoun may mean what the clause before is about. */
const CLAUSES = set(
  'and but or so yet because if when while as before after until since though although unless whereas',
);
/** Verbs in the form that looks like a plural; nouns of that form are left out. */
const VERBS = set(
  'pays says falls rises holds earns gives makes takes moves shows owns sells buys adds expects keeps means grows drops leads lets needs goes comes gets becomes remains stays seems looks tends begins ends reaches raises tracks invests seeks sits stands runs costs',
);
/** Plural without an s, and singular with one. */
const PLURAL = set('people men women children criteria data media both');
const SINGULAR = set(
  'gas news economics politics mathematics series basis tips this its perhaps plus versus across always',
);
/** Verbs of what somebody did. */
const DID = /^(?:\p{Ll}{3,}ed|said|sold|made|cut|saw|won|lost|beat|paid|bought|held|kept|spent|took|gave|built)$/u;
/** Are no nouns, though they may open a clause. */
const NO_NOUNS = set(
  'the a an each every no any some all most many few more less least only even then also almost about up down far just now rose fell said cut held kept',
);
/** Somebody who is told by what they are; also before or behind the name of one. */
const PEOPLE = set(
  'investor saver retiree owner holder buyer seller trader manager analyst economist strategist president chair chairman chairwoman chief executive officer director governor secretary minister founder spokesman spokeswoman spokesperson judge senator author professor teacher nurse worker employee client customer person man woman husband wife widow widower mother father son daughter mr mrs ms dr',
);
const PERSONS = set('whoever someone everyone everybody anyone anybody who one');

const isPlural = (lower: string): boolean =>
  PLURAL.has(lower) || (/[a-z]{2,}[^su'i]s$/.test(lower) && !VERBS.has(lower) && !SINGULAR.has(lower));

const isName = ({ text }: Word): boolean => /^\p{Lu}/u.test(text);

interface Opening {
  /** Places of its first word and behind its last. */
  from: number;
  to: number;
}

/** The noun phrases that open the clauses of a sentence, as far as `before`. */
function openings(words: readonly Word[], before: number): Opening[] {
  return words.slice(0, before).flatMap((word, from) => {
    const begins = from === 0 || /[,;:—–(]/u.test(word.gap) || CLAUSES.has(words[from - 1]?.lower ?? '');
    if (!begins || (from > 0 && CLAUSES.has(word.lower))) return [];
    let to = from;
    while (to < before && (to === from || !/[,;:—–()]/u.test(words[to]?.gap ?? '')) && !STOPS.has(words[to]?.lower ?? '')) to += 1;
    return to > from ? [{ from, to }] : [];
  }); // prettier-ignore
}

/** Whether the pronoun at a place is the object of a verb or a preposition: it cannot mean the subject of its own clause. */
function isObject(words: readonly Word[], at: number): boolean {
  const { lower = '' } = words[at] ?? {};
  if (lower === 'them' || lower === 'him') return true;
  if (lower !== 'it') return false;
  const last = words[at - 1]?.lower ?? '';
  const begins = /[,;:—–(]/u.test(words[at]?.gap ?? '') || CLAUSES.has(last) || /^(?:that|which|who|what|than|where|how|whether)$/.test(last);
  return !begins;
} // prettier-ignore

/** Whether a noun phrase is a person: by what they are, or by a name that is none of a security, a company, a place or a kind of thing. */
function isSomebody(phrase: readonly Word[]): boolean {
  if (phrase.some(({ lower }) => PEOPLE.has(lower) || PERSONS.has(lower))) return true;
  const end = phrase.findIndex((word) => !isName(word));
  const name = phrase.slice(0, end < 0 ? phrase.length : end);
  const isThing = ({ text, lower }: Word): boolean =>
    /^\p{Lu}{2}/u.test(text) || [KINDS, SUBJECTS, KNOWN_COMPANIES].some((words) => words.has(lower));
  return !name.some(isThing) && name.some(({ lower }) => !PUBLIC.has(lower));
}

/** Whether another clause begins between two places; one that only says which ("a fund that holds it") is none. */
const isParted = (words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to + 1).some(({ lower, gap }) => /[,;:—–(]/u.test(gap) || CLAUSES.has(lower));

/** Whether a place is in what says which one a noun phrase means, "an index fund, which tracks it": the fund is not meant. */
function saysWhichOf(words: readonly Word[], to: number, at: number): boolean {
  // "Vanguard Total Bond Market ETF (BND), which".
  const isBracket = words[to]?.gap.includes('(') === true;
  const from = isBracket ? words.findIndex(({ gap }, place) => place > to && gap.includes(')')) : to;
  if (!/^(?:which|that|who)$/u.test(words[from]?.lower ?? '')) return false;
  if (/^(?:said|says|expects?|expected|believes?|thinks|hopes?)$/u.test(words[at - 1]?.lower ?? '')) return false;
  return !words.slice(from + 1, at + 1).some(({ lower, gap }) => /[,;:—–(]/u.test(gap) || CLAUSES.has(lower));
}

const SAYS = set('said says announced confirmed disclosed expects');
const FINITE = set('will would has had is was plans expects intends may could can');
/** Words between them: "on Thursday that". */
const BETWEEN = 4;

/** "Microsoft said on Thursday it will": of itself. A person says "it" of something else. */
function saysOfItself(words: readonly Word[], at: number): boolean {
  const says = words.slice(0, at).findIndex(({ lower }) => SAYS.has(lower));
  const name = words.slice(0, Math.max(0, says));
  const [first] = name;
  if (first === undefined || at - says > BETWEEN || !FINITE.has(words[at + 1]?.lower ?? '')) return false;
  return KNOWN_COMPANIES.has(first.lower) && name.every(isName) && !isParted(words, says + 1, at);
}

/**
 * Whether what a personal pronoun means is named before it in its own sentence: by a noun phrase that opens a clause, of the same
 * number. A guess from the forms of words, made to say no where it is in doubt.
 */
export function hasAntecedent(words: readonly Word[], at: number): boolean {
  const pronoun = words[at]?.lower ?? '';
  const isPerson = /^(?:he|him|his|himself|she|her|hers|herself)$/.test(pronoun);
  if (pronoun === 'it' && saysOfItself(words, at)) return true;
  const many = /^(?:they|their|theirs|them|themselves)$/.test(pronoun);
  return openings(words, at).some(({ from, to }) => {
    const phrase = words.slice(from, to);
    if (isObject(words, at) && (!isParted(words, to, at) || saysWhichOf(words, to, at))) return false;
    if (isPerson) return isSomebody(phrase);
    const isNoun = ({ lower }: Word): boolean => !STOPS.has(lower) && !NO_NOUNS.has(lower);
    const plural = phrase.filter(isNoun).some(({ lower }) => isPlural(lower));
    if (many) return plural || phrase.some(({ lower }) => PERSONS.has(lower));
    // What is done to others is behind the verb: "Apple announced results for its fourth quarter".
    const verb = phrase.findIndex(({ lower }, index) => index > 0 && DID.test(lower));
    const nouns = phrase.slice(0, verb < 0 ? phrase.length : verb).filter(isNoun);
    const isMany = nouns.some(({ lower }) => isPlural(lower));
    const name = phrase.some((word, index) => isName(word) && (from + index > 0 || /^\p{Lu}{2}/u.test(word.text) || isName(phrase[1] ?? word)));
    return (nouns.length > 0 && !isMany) || (name && nouns.length > 1 && !nouns.every(({ lower }) => isPlural(lower)));
  });
} // prettier-ignore
