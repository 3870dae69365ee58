import { numbersIn } from '../../../question/numbers-in.ts';
import type { Asked } from '../../../question/numbers-in.ts';

/**
 * A question with its numbers in slots: each begins with `$` (money), `%` (percent) or `#` (an age, years) and goes on with `·`, so that
 * every character stands where it stood. `~` is what has been read.
 */
export interface Slotted {
  question: string;
  text: string;
  numbers: ReadonlyMap<number, Asked>;
}

const SIGN = { money: '$', percent: '%', number: '#' } as const;
export const READ = '~';

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?)';
/** A year of the calendar, and what tells a part of it, of which a plan by years makes nothing: "June 2031", "mid-2031", "the summer of 2031". */
const PART_OF_YEAR = new RegExp(
  `(?<=\\s)(?:${MONTH}(?: of)?,? |(?:the )?(?:early|late|mid|middle of|(?:summer|spring|fall|autumn|winter)(?: of)?)[ -])(?=20\\d\\d\\b)`,
  'g',
);
/** "Starting in 2031", "beginning 2031", "from 2031 on": from then on. */
const BEGINNING = /\b(?:starting|beginning|commencing|as of)(?:\s+(?:in|from|with|at))?\s+(?:the year )?(?=20\d\d\b)/g;
const ONWARDS = /(?<=\bfrom\s+20\d\d),? (?:on(?:wards?)?|forward)\b(?! (?:top|my|our|the|average)\b)/g;

/** Years of the calendar as they are read: in words that stand where they stood. */
const withPlainYears = (text: string): string =>
  text
    .replace(PART_OF_YEAR, ({ length }) => ' '.repeat(length))
    .replace(BEGINNING, ({ length }) => 'from'.padEnd(length))
    .replace(ONWARDS, ({ length }) => ' '.repeat(length));

/** The question in lower case, its numbers in slots; its length stays. */
export function slotted(question: string): Slotted {
  const numbers = new Map(numbersIn(question).map((one) => [one.start, one]));
  let text = withPlainYears(question.replace(/[A-Z]/g, (letter) => letter.toLowerCase())).replace(/[$%#·~@\n\t]/g, ' ').replace(/\btil\b/g, 'to ').replace(/\bw\/(?=\s?[\d])|\bw\/(?=\s)/g, 'on').replace(/[’‘]/g, "'"); // prettier-ignore
  for (const { kind, start, end } of numbers.values()) {
    text = `${text.slice(0, start)}${SIGN[kind].padEnd(end - start, '·')}${text.slice(end)}`;
  }
  // "How does 62 compare with 67" asks for both.
  text = text.replace(/(?<=[#$%]·*\s+)compares? (?:with|to|against)(?=\s+(?:[a-z]+ing )?(?:at )?[#$%])/g, ({ length }) => 'or'.padEnd(length)); // prettier-ignore
  return { question, text, numbers };
}

/** The text with a part of it marked as read; by a space what stands around is read as if it stood together. */
export const without = (text: string, start: number, end: number, mark: typeof READ | ' ' = READ): string =>
  text.slice(0, start) + mark.repeat(end - start) + text.slice(end);

/** The numbers of a part of a question, by their places in it. */
export const shifted = ({ question, text, numbers }: Slotted, by: number): Slotted => ({
  question,
  text: text.slice(by),
  numbers: new Map([...numbers].map(([place, one]) => [place - by, one])),
});

const PER = String.raw`(?:(?:\s*\/\s*|\s+(?:a|an|per|each|every)\s+)(?<per>years?|yr|annum|months?|mo|(?:two\s+|other\s+)?weeks?|wk|fortnights?|quarters?|days?)\b|\s+(?<adverb>yearly|annually|monthly|p\.a\.|pa\b|bi-?weekly|weekly|fortnightly|quarterly|daily))`;

const SLOTS: Readonly<Record<string, string>> = {
  money: String.raw`(?<slot>\$·*)`,
  percent: '(?<slot>%·*)',
  amount: '(?<slot>[$%]·*)',
  age: '(?<slot>#·*)(?!·|\\s*-?(?:years?|yrs?|months?|weeks?|percent|points?)\\b(?!\\s(?:old|of age)))(?:\\s+years (?:old|of age))?',
  years: '(?<slot>#·*)\\s+(?:(?:whole|full|more|extra|additional)\\s+)?(?:years?|yrs?)\\b',
  fewer: '(?<slot>#·*)\\s+(?:fewer|less)\\s+years?\\b',
  points: '(?<slot>#·*)\\s+(?:percentage )?points?\\b',
  from: '(?:,? (?:from|at|starting|starting at|starting from|starts at|starts|beginning at|begins at|when i\'m|when i am|once i\'m|as of)(?: the)?(?: age)?(?: of)? (?<age>#·*)(?:,? (?:to|until|till|through)(?: i\'m| i am| i turn| age)* (?<until>#·*))?|,? (?:until|till|up to)(?: i\'m| i am| i turn| age)* (?<till>#·*))', // prettier-ignore
  per: PER,
  also: PER.replace('per>', 'per2>').replace('adverb>', 'adverb2>'),
};

/**
 * A form of speech as a regular expression: `{money}`, `{percent}`, `{amount}` (either), `{age}`, `{years}` and `{points}` are the slot
 * of its number, `{per}` (and `{also}`, a second one) is "a month" and the like; `<name>` is a list of words. A space is any space.
 */
export function form(pattern: string, words: Readonly<Record<string, string>> = {}): RegExp {
  let whole = pattern;
  // A list of words may have another in it, and that one no third.
  for (const _ of [1, 2]) whole = whole.replace(/<(\w+)>/g, (all, name: string) => words[name] ?? all);
  // As people type it: "dont", "im".
  const spaced = whole
    .replace(/(?<=n)'(?=t\b)|(?<=\bi)'(?=m\b)/g, "'?")
    .replace(/\{(\w+)\}/g, (all, name: string) => SLOTS[name] ?? all)
    .replaceAll(' ', String.raw`\s+`);
  return new RegExp(String.raw`(?<![\w'$%#·-])(?:${spaced})(?![\w·])`, 'gd');
}
