import { isFraming, type Framed } from '../agents/research/framing/framing.ts';
import { chunkLimits } from './chunk.ts';
import { firstWords } from './split-sentences.ts';

/** Characters of a heading that stands in a text. */
const LONGEST = 120;

/**
 * A passage is read without its headings: those that say that all below them is only supposed, or of years ago, are its first lines,
 * together at most `chunkLimits.lead` tokens.
 *
 * @param around the title and the day of the document
 */
export function frameLines(headings: readonly string[], around: Framed): string {
  const framing = headings.filter((one) => isFraming(one, around));
  // Of each there is something, however many they are; the colon is a token.
  const most = Math.floor(chunkLimits.lead / framing.length) - 1;
  return framing
    .map((one) => `${firstWords(Array.from(one).slice(0, LONGEST).join(''), most).replace(/[:.]+$/u, '')}:`)
    .join('\n');
}
