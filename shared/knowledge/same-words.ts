import { sentencesIn } from './sentences-in.ts';

/** Shorter ones are headings, bylines and buttons. */
const LEAST = 40;
/** Sentences that a page needs for it to be told from another. */
const ENOUGH = 3;
/** Of the shorter page's sentences, so many are the other's: a mirror, a reprint, the same page at another address. */
const SAME = 0.8;

/** Whether one text says what another does, word for word but for what stands around it. */
export function saysTheSame(one: string, other: string): boolean {
  const [few, many] = [sentencesTold(one), sentencesTold(other)].sort((a, b) => a.size - b.size);
  return few !== undefined && many !== undefined && few.size >= ENOUGH && isSaidBy(few, many);
}

/** Whether what one text tells is told by the other too; nothing told is told by nobody. See `sentencesTold`. */
export function isSaidBy(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && [...one].filter((sentence) => other.has(sentence)).length >= SAME * one.size;
}

/** The sentences of a text that tell something, in lower case, whether they stand in quotation marks or not. */
export function sentencesTold(text: string): Set<string> {
  const sentences = sentencesIn(text.replaceAll(/[“”"]/gu, ' ')).map((one) => one.replaceAll(/\s+/gu, ' ').trim());
  return new Set(sentences.filter(({ length }) => length >= LEAST).map((one) => one.toLowerCase()));
}
