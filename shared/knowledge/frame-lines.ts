import {
  correctionOn,
  isFraming,
  takesBack,
  timeToldOn,
  voicesOn,
  type Framed,
} from '../agents/research/framing/framing.ts';
import { entryTimes, latestTime } from '../agents/research/framing/entry-times.ts';
import type { Block } from './block.ts';
import { chunkLimits, type Leads } from './chunk.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { firstWords } from './split-sentences.ts';

/** Characters of a heading that stands in a text. */
const LONGEST = 120;

/** Tokens of what a page puts right of itself. */
const CORRECTION = 45;

/**
 * A passage is read without the rest of its page: what the page puts right of itself and the headings that say that all below them is
 * only supposed, of years ago or, in a live blog, of an earlier hour than the latest, are its first lines, together at most `chunkLimits.lead` tokens;
 * below them stands of which time gone by the page had come to tell in its section, and that a letter or a talk goes on.
 *
 * @param around the title and the day of the document
 */
export function frameLines(blocks: readonly Block[], around: Framed): Leads {
  const read = blocks.map(({ kind, text }) => ({ text, isHeading: kind === 'heading' }));
  const correction = correctionOn(read, CORRECTION);
  const room = chunkLimits.lead - estimateTokens(correction);
  const times = entryTimes(
    blocks.map((one) => ({ text: one.text, ...(one.kind === 'heading' && { level: one.level }) })),
  );
  const latest = latestTime(times);
  const timeOf = new Map(blocks.map(({ text }, at) => [text, times[at] ?? '']));
  const above = (headings: readonly string[]): string => {
    const framing = headings.flatMap((one) => {
      const time = timeOf.get(one) ?? '';
      const isEarlier = time !== '' && time !== latest && one.includes(time);
      return isEarlier ? [`Earlier, at ${time}`] : isFraming(one, around) ? [one] : [];
    });
    // Of each there is something, however many they are; the colon is a token.
    const most = Math.floor(room / framing.length) - 1;
    const lines = framing.map((one) => {
      return `${firstWords(Array.from(one).slice(0, LONGEST).join(''), most).replace(/[:.]+$/u, '')}:`;
    });
    return [...(correction === '' ? [] : [correction]), ...lines].join('\n');
  };
  return { above, time: timeToldOn(around), voices: voicesOn(read, around), takesBack };
}
