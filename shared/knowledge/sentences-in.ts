import { endsAbbreviated } from './abbreviations.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** What stands behind a sentence and is none: who says it, in brackets, with or without the number of a source. */
const SAYS_WHO = /^\s*(?:\([\s\S]*\)(?:\s*\[\d{1,2}\])*|(?:\[\d{1,2}\]\s*)+)\s*[.;]?\s*$/u;
/** The time of the next entry of a page that goes on all day, "9:31 am.": the segmenter takes it for the end of the sentence before. */
const ENTRY_TIME = /(?<=[.!?]["”’)]?\s)(?=\d{1,2}[:.]\d\d\s?[ap]\.?m\b)/iu;
/** Nothing that is left open longer than this was meant to be closed. Characters. */
const LONGEST = 600;
/** What goes on for longer is a table or a text without full stops, and no sentence: whoever reads one need not read a megabyte. Characters. */
const MOST = 2_000;

/**
 * The sentences of a paragraph, trimmed. None ends within brackets or quotation marks; who said it stays with what was said. One of more than 2,000
 * characters is cut between words into equal parts, so that no part is taken for a sentence of usual length. The time that it takes grows
 * with the paragraph's length.
 */
export function sentencesIn(paragraph: string): string[] {
  const segments = Array.from(segmenter.segment(paragraph), ({ segment }) => segment.split(ENTRY_TIME)).flat();
  const whole = joinedIn(paragraph, segments, goesOn);
  return joinedIn(paragraph, whole, (_, part) => SAYS_WHO.test(part))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .flatMap((sentence) => (sentence.length <= MOST ? [sentence] : partsOf(sentence)));
}

/** Between words where there are some, else between characters. */
function partsOf(text: string): string[] {
  const count = Math.ceil(text.length / MOST);
  const ends = Array.from({ length: count }, (_, at) => {
    const end = Math.round(((at + 1) * text.length) / count);
    const space = text.lastIndexOf(' ', end);
    if (end === text.length || space > end - LONGEST) return end === text.length ? end : space;
    return isWithinCharacter(text, end) ? end - 1 : end;
  });
  return ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end).trim()).filter((part) => part !== '');
}

const isWithinCharacter = (text: string, at: number): boolean => /^[\udc00-\udfff]/.test(text.slice(at, at + 1));

/** The parts of a text in their order, each with those before that it goes on with. They are cut from the text: nothing is copied part by part. */
function joinedIn(
  text: string,
  parts: readonly string[],
  isOneWith: (last: string, part: string) => boolean,
): string[] {
  const whole: string[] = [];
  let [start, end] = [0, 0];
  for (const part of parts) {
    if (end > start && !isOneWith(text.slice(start, end), part)) {
      whole.push(text.slice(start, end));
      start = end;
    }
    end += part.length;
  }
  if (end > start) whole.push(text.slice(start, end));
  return whole;
}

function goesOn(last: string, part: string): boolean {
  if (endsAbbreviated(last, part)) return true;
  const isOpen = (open: string, close: string) => {
    return last.lastIndexOf(open) > last.lastIndexOf(close) && part.includes(close);
  };
  return last.length + part.length <= LONGEST && (isOpen('(', ')') || isOpen('“', '”'));
}
