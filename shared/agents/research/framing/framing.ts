import { everyMatch } from '../../every-match.ts';
import { sentencesIn } from '../../../knowledge/sentences-in.ts';
import { CUES, YEAR, type Frame, type Place } from './cues.ts';
import {
  correctionLine,
  correctionOf,
  corrects,
  correctionsIn,
  doubted,
  doubtsTitle,
  type Doubt,
  type ReadLine,
} from './corrections.ts';
import {
  ANNOUNCES,
  COUNTERFACTUAL,
  INVENTS,
  isForecastHeading,
  isRunIn,
  leadsIntoNoFact,
  QUESTION,
} from './forecasts.ts';
import { flagOf, judgesBefore } from './judged-behind.ts';
import { BelowLeadIn } from './lead-ins.ts';
import { movesWithoutTime } from './present-moves.ts';
import { GOES_ON, spokenLines, type Spoken } from './spoken.ts';
import { firstYear, ToldTime } from './told-time.ts';
import { isVoiceHeading, namesVoice } from './voices.ts';

/** What a text is read by beside its words. */
export interface Framed {
  title: string;
  /** The day that the text is of, ISO: years before are other years. */
  written: string;
}

/** A frame with the year that it is of, where it names one: a sentence that names that year too needs no frame. */
interface Cover {
  frame: Frame;
  year?: string;
}

/** The years that a day's text is not of: before the first, or after its own. */
interface Years {
  since: string;
  own: string;
}

const yearsOf = (written: string): Years => ({ since: firstYear(written), own: written.slice(0, 4) });
const NO_YEARS: Years = { since: '', own: '9999' };
/** A year of a heading that is in a name, or in which something is paid back: "Bonds due 2031". */
const DUE = /\b(?:due|matur\w+|iBonds|BulletShares|expir\w+|fiscal)\b/iu;

/** Deeper than any heading: a line of bold, or one that ends in a colon. */
const LEAD = 7;
/** Deeper still: what a sentence says that follows, up to the next heading or the end of its list. */
const LIST = 8;
/** A line of at most so many words without an end may be a heading that has lost its marks. */
const SHORT = 8;

/**
 * What a page makes of each of its sentences by what stands around them: a title or a heading above it, the sentence before or after it.
 * Quoted by itself such a sentence says what the page does not say. By words and by place, and strict: in doubt it is framed.
 *
 * @param text lines of Markdown, each a paragraph or a heading
 * @returns of each line, of each of its sentences (`sentencesIn`) the frame, or null where it stands as it is said
 */
export function framesOf(text: string, around: Framed): (Frame | null)[][] {
  const since = yearsOf(around.written);
  const frames = framesAround(text, around, since);
  const doubts = doubtsIn(text, since);
  if (doubts === null) return frames;
  return frames.map((line, at) => line.map((frame, place) => frame ?? (doubts[at]?.[place] ? 'corrected' : null)));
}

/** The sentences of a page that what it puts right leaves in doubt, and that it does not take back: nobody quotes them, and they may be so. */
export function doubtedOn(text: string, { written }: Pick<Framed, 'written'>): string[] {
  const doubts = doubtsIn(text, yearsOf(written));
  if (doubts === null) return [];
  return text
    .split('\n')
    .flatMap((line, at) => sentencesIn(line).filter((_, place) => doubts[at]?.[place] === 'doubted'));
}

/** Of each line, of each of its sentences what the corrections of the page make of it, themselves `wrong`; null where there are none. */
function doubtsIn(text: string, since: Years): Doubt[][] | null {
  const lines = readLines(text, since);
  const corrections = correctionsIn(lines);
  const isCorrection = corrections.flat();
  if (!isCorrection.includes(true)) return null;
  const all = lines.flatMap(({ sentences }) => sentences);
  const of = correctionOf(all.filter((_, at) => isCorrection[at]));
  const others = doubted(
    all.filter((_, at) => !isCorrection[at]),
    of,
  ).values();
  return corrections.map((line) => line.map((corrects) => (corrects ? 'wrong' : (others.next().value ?? null))));
}

const readLines = (text: string, since: Years): ReadLine[] =>
  text.split('\n').map((line) => {
    return { sentences: sentencesIn(line).map(wordsOf), isHeading: levelOf(line, since) !== null };
  });

/** Whether what a page puts right of itself leaves its title in doubt. */
export function isTitleDoubted(text: string, title: string): boolean {
  const lines = readLines(text, NO_YEARS);
  const marked = correctionsIn(lines);
  const said = lines.flatMap(({ sentences }, at) => sentences.filter((_, place) => marked[at]?.[place]));
  return doubtsTitle(wordsOf(title), said);
}

/** The same but for what the page puts right of itself. */
function framesAround(text: string, { title, written }: Framed, since: Years): (Frame | null)[][] {
  const overall = coverOf(wordsOf(title), 'title', since);
  const headings: { level: number; cover: Cover }[] = [];
  let above: (Frame | null)[] = [];
  let carried: Cover | null = null;
  let inList = false;
  const below = new BelowLeadIn();
  const time = new ToldTime(written);
  const lines = text.split('\n');
  const spoken = spokenOn(lines, title, since);
  return lines.map((line, lineAt) => {
    const sentences = sentencesIn(line).map(wordsOf);
    if (sentences.length === 0) return [];
    const isAbove = isListed(lines.slice(lineAt + 1).find((one) => one.trim() !== '') ?? '');
    const placed = { sentences, isListed: isListed(line), isAbove };
    const level = levelOf(line, since);
    if (level !== null) {
      while ((headings.at(-1)?.level ?? 0) >= level) headings.pop();
      const cover = coverOf(wordsOf(line), isOfTitle(line, title) ? 'title' : 'heading', since);
      if (cover !== null) headings.push({ level, cover });
      [above, carried, inList] = [[], null, false];
      time.endSection();
      below.begin(placed);
      // A heading can be quoted like a sentence.
      const isSupposed = headings.some((one) => one.cover.frame === 'supposed');
      return sentences.map((one) => (isSupposed ? 'supposed' : frameIn(one)));
    }
    while (inList && !isItem(line) && headings.at(-1)?.level === LIST) headings.pop();
    inList = isItem(line);
    const covers = [overall, ...headings.map(({ cover }) => cover)].filter((cover) => cover !== null);
    const frames = sentences.map(
      (one) =>
        frameIn(one) ??
        covers.find((cover) => isUnder(one, cover))?.frame ??
        (spoken[lineAt] === null ? null : 'claimed'),
    );
    const asks = QUESTION.test(wordsOf(line));
    let running: Cover | null = asks ? { frame: 'supposed' } : carried;
    for (const [at, sentence] of sentences.entries()) {
      if (running !== null && isUnder(sentence, running)) frames[at] ??= running.frame;
      if (time.isPast(sentence, at === 0)) frames[at] ??= 'past';
      if (movesWithoutTime(sentence, written)) frames[at] ??= 'supposed';
      running = opensWith(sentence) ?? running;
      const announced = ANNOUNCES.test(sentence) ? 'supposed' : leadsIntoNoFact(sentence);
      if (announced !== null) headings.push({ level: LIST, cover: { frame: announced } });
      if (announced === 'denied') running = { frame: announced };
      const taken = corrects(sentence) ? null : makesOfBefore(sentence);
      if (taken === null) continue;
      for (let one = 0; one <= at; one += 1) frames[one] ??= taken;
      // At a paragraph's beginning it speaks of the one above, also behind what tells nothing: "An earlier report put it so. In fact, it cut none."
      if (sentences.slice(0, at).every(isThin)) above.forEach((frame, one) => (above[one] = frame ?? taken));
    }
    // What is supposed at a paragraph's end is told in the next; an item of a list is followed by the others.
    const last = sentences.at(-1) ?? '';
    for (const [at, isBelow] of below.read(placed).entries()) if (isBelow) frames[at] ??= 'denied';
    const opened = opensWith(last) ?? (last.endsWith(':') ? framed(frames.at(-1) ?? null) : null);
    carried = asks || opened?.frame === 'past' ? null : (opened ?? (isItem(line) ? carried : null));
    above = frames;
    return frames;
  });
}

/** A text without its framed sentences; what did not stand together is not put together. */
export function withoutFramed(text: string, around: Framed): string {
  const frames = framesOf(text, around);
  if (frames.flat().every((frame) => frame === null)) return text;
  const lines = text.split('\n').map((line, at) => {
    if (frames[at]?.every((frame) => frame === null) !== false) return line;
    return sentencesIn(line)
      .map((sentence, place) => (frames[at]?.[place] === null ? sentence : '\n'))
      .join(' ');
  });
  return lines.join('\n');
}

/** Whether a heading frames what is below it: on a page in pieces each piece has to say so. */
export const isFraming = (heading: string, { title, written }: Framed): boolean =>
  coverOf(wordsOf(heading), isOfTitle(heading, title) ? 'title' : 'heading', yearsOf(written)) !== null;

const framed = (frame: Frame | null): Cover | null => (frame === null ? null : { frame });

const frameAt = (text: string, place: Place): Frame | null =>
  CUES.find(({ places, words }) => places.includes(place) && words.test(text))?.frame ?? null;

const frameIn = (sentence: string): Frame | null =>
  frameAt(sentence, 'itself') ??
  flagged(sentence) ??
  ([COUNTERFACTUAL, QUESTION, INVENTS, ANNOUNCES].some((words) => words.test(sentence)) || isRunIn(sentence)
    ? 'supposed'
    : null);

const makesOfBefore = (sentence: string): Frame | null =>
  frameAt(sentence, 'after') ?? (judgesBefore(sentence) ? 'denied' : null);

/** Whether a sentence takes back what stands before it: a passage that has the one has to have the other. */
export const takesBack = (sentence: string): boolean => makesOfBefore(wordsOf(sentence)) !== null;

/** Tells nothing that could be taken back: short, and without a figure or a symbol. */
const isThin = (sentence: string): boolean => !/[\d(]/u.test(sentence) && sentence.split(/\s+/u).length <= SHORT;

/** What a sentence says in brackets of where it is from. */
function flagged(sentence: string): Frame | null {
  const { isFlagged, source } = flagOf(sentence);
  return isFlagged || namesVoice(source) ? 'claimed' : null;
}

/** Of each line whose own words it is. */
const spokenOn = (lines: readonly string[], title: string, since: Years): Spoken[] =>
  spokenLines(
    lines.map((line) => ({
      words: wordsOf(line),
      isHeading: levelOf(line, since) !== null,
      isQuotation: /^\s*>/u.test(line),
    })),
    lines.map((line) => line.replace(/^[\s>]+/u, '').trim()),
    title,
  );

function coverOf(text: string, place: 'title' | 'heading', { since, own }: Years): Cover | null {
  const frame = frameAt(text, place);
  if (frame !== null) return { frame };
  if (isForecastHeading(text, place === 'title')) return { frame: 'supposed' };
  if (isVoiceHeading(text, place === 'title')) return { frame: 'claimed' };
  const years = everyMatch(YEAR, text).map(([, year = '']) => year);
  const [year] = years;
  if (place === 'heading' && years.some((one) => one > own) && !DUE.test(text)) return { frame: 'supposed' };
  return year === undefined || years.some((one) => one >= since) ? null : { frame: 'past', year };
}

function opensWith(sentence: string): Cover | null {
  const frame = frameAt(sentence, 'before');
  if (frame !== null && frame !== 'past') return { frame };
  return ANNOUNCES.test(sentence) || INVENTS.test(sentence) || isRunIn(sentence) ? { frame: 'supposed' } : null;
}

/** A sentence that says itself of which year it is needs nobody to say so. */
const isUnder = (sentence: string, { frame, year }: Cover): boolean =>
  !(frame === 'past' && year !== undefined && sentence.includes(year));

/** How deep a heading is; null for a paragraph. */
function levelOf(line: string, since: Years): number | null {
  const marks = /^(#{1,6})\s/u.exec(line)?.[1];
  if (marks !== undefined) return marks.length;
  if (/^\*\*[^*]+\*\*:?$/u.test(line.trim())) return LEAD;
  const words = wordsOf(line);
  const isShort = !isItem(line) && words.split(/\s+/u).length <= SHORT && /[\p{L}\p{N})?&]$/u.test(words);
  return (words.endsWith(':') || isShort) && coverOf(words, 'heading', since) !== null ? LEAD : null;
}

/** The title stands above its text once more. */
const isOfTitle = (line: string, title: string): boolean =>
  /^#\s/u.test(line) || wordsOf(title).toLowerCase().startsWith(wordsOf(line).toLowerCase());

const isItem = (line: string): boolean => /^\s*(?:[-*+•]|\d+[.)])\s/u.test(line);

/** An entry of a list or a quotation. */
const isListed = (line: string): boolean => isItem(line) || /^\s*>/u.test(line);

/**
 * Of when a page tells, read sentence by sentence where it is cut into passages: each gives the sentence that a passage beginning behind it
 * has to begin with, "It was 2013.", or "".
 */
export function timeToldOn({ written }: Pick<Framed, 'written'>): {
  endSection: () => void;
  read: (sentence: string, begins: boolean) => string;
} {
  const time = new ToldTime(written);
  return {
    endSection: () => {
      time.endSection();
    },
    read: (sentence, begins) => {
      time.isPast(wordsOf(sentence), begins);
      return time.line;
    },
  };
}

/**
 * Of each line of a page, where it is cut into passages, what a passage that begins with it has to begin with for its words to be known as those of a
 * letter or a talk, or "".
 */
export const voicesOn = (
  lines: readonly { text: string; isHeading: boolean }[],
  { title, written }: Framed,
): string[] =>
  spokenOn(
    lines.map(({ text, isHeading }) => `${isHeading ? '# ' : ''}${text.replaceAll('\n', ' ')}`),
    title,
    yearsOf(written),
  ).map((spoken) => (spoken === null ? '' : GOES_ON[spoken]));

/** What a page puts right of itself as each of its passages has to say it, "" for nothing; at most so many tokens. */
export const correctionOn = (lines: readonly { text: string; isHeading: boolean }[], most: number): string =>
  correctionLine(
    lines.map(({ text, isHeading }) => ({ sentences: sentencesIn(text).map(wordsOf), isHeading })),
    most,
  );

/** Without the marks of Markdown and the quotation marks around it, with straight apostrophes. */
const wordsOf = (text: string): string =>
  text
    .replace(/^\s*(?:#{1,6}|[-*+>]|\d+[.)])\s+/u, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[\\`*_]+/gu, '')
    .replaceAll('’', "'")
    .replace(/^["“‘'(]+/u, '')
    .trim();
