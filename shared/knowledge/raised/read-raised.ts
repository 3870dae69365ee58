import { sentencesIn } from '../sentences-in.ts';
import { behindLetter } from './behind-letter.ts';
import { behindNumber } from './behind-number.ts';
import { ANY_MARK, MARK } from './marks.ts';
import { GLUED_BRACKETS, isNoteLike, isTradeMark } from './note-like.ts';

/** Words between a mark and its end. */
interface Group {
  mark: string;
  parts: (string | Group)[];
}

const OPENS = new Set<string>([MARK.raised, MARK.lowered, MARK.note, MARK.link]);
/** Deeper ones are read as the one that they are in. */
const DEEPEST = 20;
/** Characters on either side that tell what a mark is. */
const CONTEXT = 40;
/** No mark of a note, power or fraction is longer. */
const LONGEST = 60;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉₊₋₍₎';
const PLAIN = '0123456789+-()';
const RAISED_RUN = new RegExp(`[${SUPERSCRIPTS}]+`, 'gu');
const LOWERED_RUN = new RegExp(`[${SUBSCRIPTS}]+`, 'gu');
const HAS_ANY = new RegExp(`[\\ufdd0-\\ufdef${SUPERSCRIPTS}${SUBSCRIPTS}⁄∕]|[^\\s[]\\[|%\\(`, 'u');
const SLASH = /[⁄∕]/gu;
/** How a line of Markdown begins, before its sentences. */
const BEGINS = /^(?:\s*> ?)*(?:\s*(?:#{1,6}|[-*+]|\d+[.)])\s)?/u;

/** That no space is to stand before it. */
const TRIM = '\ufdd6';
const TRIMMED = /\s?\ufdd6/gu;

const ORDINAL = /^(?:st|nd|rd|th|er|re|ère|ème|eme)$/iu;
const DIGITS = /^[-−–]?\d{1,3}$/u;
const FRACTION = /^(\d{1,2})\s?[/⁄∕]\s?(\d{1,3})$/u;
/** Behind the number above a stroke: the one below it. */
const BELOW = /^\s?([/⁄∕])\s?(\d{1,3})(?![\d.,]*\d)/u;
/** Raised as well, and no note: "$" before a price, "%" behind a figure, ".99". */
const SIGNS = /^(?:[$€£¥¢%°+]|[.,]\d{1,2})$/u;
const DENOMINATORS = new Set([2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100]);

/**
 * A text in which raised and lowered words are marked, or written in Unicode's own signs, as it is to be read: marks of notes are left out, ordinals
 * stay, a fraction is "1 1/2" and a power "10^9", so that no number arises that the page does not show. Where it cannot be told whether a raised number
 * is a power or a note, its sentence is put in square brackets: it is found by a search, and is none that could be quoted.
 */
export function readRaised(text: string): string {
  if (!HAS_ANY.test(text)) return text;
  return text.split('\n').map(readLine).join('\n');
}

function readLine(line: string): string {
  if (!HAS_ANY.test(line)) return line;
  const marked = line.replace(RAISED_RUN, (run) => written(run, MARK.raised, SUPERSCRIPTS)).replace(LOWERED_RUN, (run) => written(run, MARK.lowered, SUBSCRIPTS)); // prettier-ignore
  const words = wordsOf(groupsIn(marked), '', '')
    .replace(GLUED_BRACKETS, '')
    .replace(/(?<!\d)\d{1,9}[⁄∕]\d+/gu, asFraction)
    .replace(SLASH, '/');
  return bracketed(words).replace(ANY_MARK, '');
}

const written = (run: string, mark: string, signs: string): string =>
  mark + run.replace(/./gu, (sign) => PLAIN.charAt(signs.indexOf(sign))) + MARK.end;

/** "41⁄2" may be four and a half. */
function asFraction(fraction: string): string {
  const [above = '', below = ''] = fraction.split(SLASH);
  const isGlued = above.length > 1 && Number(above) > Number(below) && DENOMINATORS.has(Number(below));
  return `${above}/${below}${isGlued ? MARK.unsure : ''}`;
}

function bracketed(line: string): string {
  if (!line.includes(MARK.unsure)) return line;
  const [beginning = ''] = BEGINS.exec(line) ?? [];
  const sentences = sentencesIn(line.slice(beginning.length));
  return beginning + sentences.map((one) => (one.includes(MARK.unsure) ? `[${one}]` : one)).join(' ');
}

function groupsIn(text: string): Group['parts'] {
  const whole: Group = { mark: '', parts: [] };
  const open: Group[] = [];
  let ignored = 0;
  for (const part of text.split(/([\ufdd0-\ufdd4])/u)) {
    const into = open.at(-1) ?? whole;
    if (OPENS.has(part)) {
      const group: Group = { mark: part, parts: [] };
      if (open.length >= DEEPEST) ignored += 1;
      else {
        into.parts.push(group);
        open.push(group);
      }
    } else if (part === MARK.end) {
      if (ignored > 0) ignored -= 1;
      else open.pop();
    } else if (part !== '') into.parts.push(part);
  }
  return whole.parts;
}

/** The words of parts, so many characters of them at most. */
function flat(parts: Group['parts'], most: number): string {
  let words = '';
  for (const part of parts) {
    if (words.length >= most) break;
    words += typeof part === 'string' ? part : flat(part.parts, most - words.length);
  }
  return words.slice(0, most);
}

/** Whether all of a group is raised, or lowered: a link around it may be. */
function isAll({ mark, parts }: Group, wanted: string): boolean {
  if (mark === wanted) return true;
  const [part, ...others] = parts.filter((one) => typeof one !== 'string' || one.trim() !== '');
  return part !== undefined && typeof part !== 'string' && others.length === 0 && isAll(part, wanted);
}

const has = ({ mark, parts }: Group, wanted: string): boolean =>
  mark === wanted || parts.some((part) => typeof part !== 'string' && has(part, wanted));

function wordsOf(parts: Group['parts'], before: string, after: string): string {
  const words: string[] = [];
  let left = before;
  const add = (text: string) => {
    words.push(text);
    left = (left + text.slice(-CONTEXT)).slice(-CONTEXT);
  };
  for (const [at, part] of parts.entries()) {
    if (typeof part === 'string') {
      add(part);
      continue;
    }
    const right = (flat(parts.slice(at + 1, at + 1 + CONTEXT), CONTEXT) + after).slice(0, CONTEXT);
    const inside = flat(part.parts, LONGEST).replace(/\s+/gu, ' ').trim();
    const read = inside.length < LONGEST ? readGroup(part, inside, left, right) : undefined;
    add(read ?? wordsOf(part.parts, left, right));
    // What is left out leaves one space, and none before a full stop.
    if (read === '' && /\s$/u.test(left) && /^[\s.,;:!?%)]/u.test(right)) words.push(TRIM);
  }
  return words.join('').replace(TRIMMED, '');
}

/** What a short group is read as; undefined where it is words like any other. */
function readGroup(group: Group, inside: string, before: string, next: string): string | undefined {
  if (inside === '') return '';
  const isRaised = isAll(group, MARK.raised);
  const isLowered = isAll(group, MARK.lowered);
  const isNote = has(group, MARK.note) || (isRaised && has(group, MARK.link));
  if (isRaised && ORDINAL.test(inside) && /[\p{L}\p{N}]$/u.test(before)) return inside;
  if (isNote && isNoteLike(inside)) return leftOut(inside, before, next);
  if (isRaised) return readRaisedWords(inside, before, next);
  if (isLowered) return readLoweredWords(inside, before, next);
  const isGlued = /[\d%]$/u.test(before) && /^[[(]?(?:\d{1,3}|[*†‡§¶#]+)[\])]?$/u.test(inside);
  return isGlued ? leftOut(inside, before, next) : undefined;
}

function readRaisedWords(inside: string, before: string, next: string): string {
  if (isTradeMark(inside)) return '';
  const fraction = FRACTION.exec(inside);
  if (fraction !== null) return `${/\d$/u.test(before) ? ' ' : ''}${fraction[1] ?? ''}/${fraction[2] ?? ''}`;
  if (SIGNS.test(inside)) return inside;
  if (/^\p{L}{1,3}$/u.test(inside) && /\p{L}$/u.test(before) && /^\p{L}/u.test(next)) return inside;
  if (DIGITS.test(inside)) {
    if (isAbove(inside, before, next)) return `${/\d$/u.test(before) ? ' ' : ''}${inside}`;
    if (/\d[.,]?$/u.test(before) && !/^(?:\d|[.,]\d)/u.test(next)) return behindNumber(before, inside, next);
    if (/\p{L}$/u.test(before)) return behindLetter(before, inside);
    return leftOut(inside, before, next);
  }
  // "2ⁿ" is a power, and "4.2ⁿ%" has a note.
  if (/^[nxtk]$/u.test(inside) && /(?:^|[^\d.,])\d{1,3}$/u.test(before) && !/^\s?%/u.test(next)) return `^${inside}${MARK.unsure}`;
  // "$24ᴮ" may be billions.
  if (/^[kmbt]$/iu.test(inside) && /[$€£¥]\s?[\d.,]+$/u.test(before)) return `${inside}${MARK.unsure}`;
  return isNoteLike(inside) ? leftOut(inside, before, next) : apart(inside, before, next);
} // prettier-ignore

/** Whether a raised number is the one above a stroke: "1¹/₂". */
function isAbove(raised: string, before: string, next: string): boolean {
  const [, stroke, below] = BELOW.exec(next) ?? [];
  const isFraction = Number(raised) < Number(below) && (stroke !== '/' || DENOMINATORS.has(Number(below)));
  return isFraction && !/\d[.,]\d*$/u.test(before);
}

function readLoweredWords(inside: string, before: string, next: string): string {
  if (/\d\s?[/⁄∕]\s?$/u.test(before)) return inside;
  if (!isNoteLike(inside) && !/^[\d.]{1,4}$/u.test(inside)) return apart(inside, before, next);
  const [word = ''] = /\p{L}+$/u.exec(before) ?? [];
  const isOfTheWord = word !== '' && (/\p{Lu}$|^log$/u.test(word) || word.length < 3);
  return isOfTheWord ? inside : leftOut(inside, before, next);
}

/** Nothing, unless figures would be joined by it. */
const leftOut = (inside: string, before: string, next: string): string =>
  /\d[.,]?$/u.test(before) && /^(?:\d|[.,]\d)/u.test(next) ? `^${inside} ${MARK.unsure}` : '';

const apart = (words: string, before: string, next: string): string =>
  `${/[\p{L}\p{N}%]$/u.test(before) ? ' ' : ''}${words}${/^[\p{L}\p{N}]/u.test(next) ? ' ' : ''}`;
