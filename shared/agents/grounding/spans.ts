import { everyMatch } from '../every-match.ts';

/** A part of a text: characters from `start` up to `end`, without it. */
export interface Span {
  start: number;
  end: number;
}

/** No sentence is longer; what is, is none, and is cut. */
export const LONGEST = 600;

/** The parts of a text from `start` to `end` that are parted by an expression. */
export function spans(text: string, { start: from, end: until }: Span, end: RegExp): Span[] {
  const found: Span[] = [];
  let start = from;
  const part = (to: number) => {
    for (; to - start > LONGEST; start += LONGEST) found.push({ start, end: start + LONGEST });
    if (to > start) found.push({ start, end: to });
  };
  for (const match of everyMatch(end, text.slice(from, until))) {
    part(from + match.index);
    start = from + match.index + match[0].length;
  }
  part(until);
  return found;
}
