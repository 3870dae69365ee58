import { sentencesIn } from '../../../shared/knowledge/sentences-in.ts';

/** Shorter ones are headings, bylines and buttons. */
const LEAST = 40;
/** Sentences that a page needs for it to be told from another. */
const ENOUGH = 3;
/** Of the shorter page's sentences, so many are the other's: a mirror, a reprint, the same page at another address. */
const SAME = 0.8;

/** Whether one text says what another does, word for word but for what stands around it. */
export function saysTheSame(one: string, other: string): boolean {
  const [few, many] = [told(one), told(other)].sort((a, b) => a.size - b.size);
  if (few === undefined || many === undefined || few.size < ENOUGH) return false;
  return [...few].filter((sentence) => many.has(sentence)).length >= SAME * few.size;
}

function told(text: string): Set<string> {
  const sentences = sentencesIn(text).map((sentence) => sentence.replaceAll(/\s+/gu, ' ').trim().toLowerCase());
  return new Set(sentences.filter(({ length }) => length >= LEAST));
}
