import { everyMatch } from '../../every-match.ts';
import { sentencesIn } from '../../../knowledge/sentences-in.ts';
import { CUES, OWN_TIME, YEAR, YEAR_OPENING, type Frame, type Place } from './cues.ts';

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

/** Days in which what is told of the year before is still news: its last quarter's results. */
const LINGERS = 120;
/** Deeper than any heading: a line of bold, or one that ends in a colon. */
const LEAD = 7;

/**
 * What a page makes of each of its sentences by what stands around them: a title or a heading above it, the sentence before or after it.
 * Quoted by itself such a sentence says what the page does not say. By words and by place, and strict: in doubt it is framed.
 *
 * @param text lines of Markdown, each a paragraph or a heading
 * @returns of each line, of each of its sentences (`sentencesIn`) the frame, or null where it stands as it is said
 */
export function framesOf(text: string, { title, written }: Framed): (Frame | null)[][] {
  const since = firstYear(written);
  const overall = coverOf(wordsOf(title), 'title', since);
  const headings: { level: number; cover: Cover }[] = [];
  let above: (Frame | null)[] = [];
  let carried: Cover | null = null;
  return text.split('\n').map((line) => {
    const sentences = sentencesIn(line).map(wordsOf);
    if (sentences.length === 0) return [];
    const level = levelOf(line, since);
    if (level !== null) {
      while ((headings.at(-1)?.level ?? 0) >= level) headings.pop();
      const cover = coverOf(wordsOf(line), 'heading', since);
      if (cover !== null) headings.push({ level, cover });
      [above, carried] = [[], null];
      return sentences.map(() => null);
    }
    const covers = [overall, ...headings.map(({ cover }) => cover)].filter((cover) => cover !== null);
    const frames = sentences.map((one) => frameIn(one) ?? covers.find((cover) => isUnder(one, cover))?.frame ?? null);
    let running: Cover | null = carried;
    for (const [at, sentence] of sentences.entries()) {
      if (running !== null && isUnder(sentence, running) && !(running.frame === 'past' && OWN_TIME.test(sentence))) {
        frames[at] ??= running.frame;
      }
      running = opensWith(sentence, since) ?? running;
      const taken = frameAt(sentence, 'after');
      if (taken === null) continue;
      // At a paragraph's beginning it speaks of the one above.
      const before = at === 0 ? above : frames;
      for (let one = 0; one < (at === 0 ? above.length : at); one += 1) before[one] ??= taken;
      frames[at] ??= taken;
    }
    // What is supposed at a paragraph's end is told in the next; an item of a list is followed by the others.
    const last = sentences.at(-1) ?? '';
    const opened = opensWith(last, since) ?? (last.endsWith(':') ? framed(frames.at(-1) ?? null) : null);
    carried = opened?.frame === 'past' ? null : (opened ?? (isItem(line) ? carried : null));
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
export const isFraming = (heading: string, written: string): boolean =>
  coverOf(wordsOf(heading), 'heading', firstYear(written)) !== null;

/** The first year that is not another one than that of a day. */
const firstYear = (day: string): string => new Date(Date.parse(day) - LINGERS * 86_400_000).toISOString().slice(0, 4);

const framed = (frame: Frame | null): Cover | null => (frame === null ? null : { frame });

const frameAt = (text: string, place: Place): Frame | null =>
  CUES.find(({ places, words }) => places.includes(place) && words.test(text))?.frame ?? null;

const frameIn = (sentence: string): Frame | null => frameAt(sentence, 'itself');

function coverOf(text: string, place: 'title' | 'heading', since: string): Cover | null {
  const frame = frameAt(text, place);
  if (frame !== null) return { frame };
  const years = everyMatch(YEAR, text).map(([, year = '']) => year);
  const [year] = years;
  return year === undefined || years.some((one) => one >= since) ? null : { frame: 'past', year };
}

function opensWith(sentence: string, since: string): Cover | null {
  const frame = frameAt(sentence, 'before');
  if (frame !== null) return { frame };
  const year = YEAR_OPENING.exec(sentence)?.[1];
  return year !== undefined && year < since ? { frame: 'past' } : null;
}

/** A sentence that says itself of which year it is needs nobody to say so. */
const isUnder = (sentence: string, { frame, year }: Cover): boolean =>
  !(frame === 'past' && year !== undefined && sentence.includes(year));

/** How deep a heading is; null for a paragraph. */
function levelOf(line: string, since: string): number | null {
  const marks = /^(#{1,6})\s/u.exec(line)?.[1];
  if (marks !== undefined) return marks.length;
  if (/^\*\*[^*]+\*\*:?$/u.test(line.trim())) return LEAD;
  const words = wordsOf(line);
  return words.endsWith(':') && coverOf(words, 'heading', since) !== null ? LEAD : null;
}

const isItem = (line: string): boolean => /^\s*(?:[-*+]|\d+[.)])\s/u.test(line);

/** Without the marks of Markdown and the quotation marks around it, with straight apostrophes. */
const wordsOf = (text: string): string =>
  text
    .replace(/^\s*(?:#{1,6}|[-*+>]|\d+[.)])\s+/u, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[\\`*_]+/gu, '')
    .replaceAll('’', "'")
    .replace(/^["“‘'(]+/u, '')
    .trim();
