import type { Block } from './block.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { splitSentences } from './split-sentences.ts';

/** A piece of a document, small enough to be embedded whole. */
export interface Chunk {
  /** The headings above it, outermost first, "Rates › What the Fed did"; empty where there are none. */
  heading: string;
  /** Lines that say what it is of, for whoever reads it without the rest of its page: no words of the page at this place. Absent for none. */
  frame?: string;
  /** The page's own words. */
  text: string;
}

/**
 * Tokens by `estimateTokens`. MiniLM reads 256 with a first and a last of its own; the title and the headings, which are embedded
 * with each chunk, get 60 of the rest. Of a chunk's text what leads it gets at most `lead`.
 */
export const chunkLimits = { text: 190, overlap: 40, context: 60, lead: 90 } as const;

/** What chunks are to begin with, as they are read without the rest of their page. */
export interface Leads {
  /** Lines, by the headings above, outermost first; at most `chunkLimits.lead` tokens, empty for none. */
  above: (headings: readonly string[]) => string;
  /** Of each sentence in turn, and whether it begins a paragraph, the line that a chunk which begins behind it has to have, at most `TIME` tokens; empty for none. */
  time: { endSection: () => void; read: (sentence: string, begins: boolean) => string };
  /** Of each block the line that a chunk which begins within it has to have as well, at most 3 tokens; empty or absent for none. */
  voices: readonly string[];
  /** Whether a sentence takes back the paragraph before it, which then stands in its chunk, where both fit. */
  takesBack: (sentence: string) => boolean;
}

/** Tokens of lines such as "It was September." and "Dear editor,". */
const TIME = 8;
const NO_LEADS: Leads = {
  above: () => '',
  time: { endSection: () => undefined, read: () => '' },
  voices: [],
  takesBack: () => false,
};

interface Sentence {
  text: string;
  isStub: boolean;
  tokens: number;
  /** Tokens of what is left of its paragraph, itself included, where it begins one; else 0. */
  paragraph: number;
  /** Who says it, where that is not the page. */
  voice: string;
  /** The lines that a chunk has to begin with that begins with it. */
  time: string;
}

interface Paragraph {
  text: string;
  voice: string;
  /** A line above a heading, which tells no time of what is below it. */
  isStub?: boolean;
}

/** Words in all of the lines above a headline: a section's name, what the page is, its day, who wrote it. */
const STUB = 15;

/**
 * Cuts a document by its structure: a heading begins a new chunk; within a section chunks are filled with whole paragraphs
 * where they fit, else with whole sentences, and each begins with the last sentences of the one before (at most 40 tokens). A few words above a
 * headline, or between it and a heading below it ("Markets", "By Ann Lee"), join what follows: by themselves a search would find them by their title alone.
 * What leads a section's chunks is counted with their text, so that none is longer than the model reads. All words of the text are
 * in some chunk. A heading without text is kept only where there is no text at all.
 */
export function chunkBlocks(blocks: readonly Block[], leads: Leads = NO_LEADS): Chunk[] {
  const chunks: Chunk[] = [];
  const headings: (string | undefined)[] = [];
  let section: Paragraph[] = [];
  const end = () => {
    const above = headings.filter((one) => one !== undefined);
    const lead = section.length === 0 ? '' : leads.above(above);
    for (const filled of fill(section, chunkLimits.text - estimateTokens(lead), leads)) {
      chunks.push(chunkOf(above.join(' › '), linesOf(lead, filled.time), filled.text));
    }
    section = [];
    leads.time.endSection();
  };
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      // A heading below that of a few words leaves theirs above them.
      const isBelow = block.level > headings.length;
      const stub = isBelow && isStub(section) ? section.map((one) => ({ ...one, isStub: true })) : [];
      if (stub.length > 0) section = [];
      end();
      section = stub;
      headings.length = Math.min(headings.length, block.level - 1);
      headings[block.level - 1] = block.text;
    } else section.push({ text: block.text, voice: leads.voices[at] ?? '' });
  }
  end();
  if (chunks.length > 0) return chunks;
  const texts = blocks.map(({ text }) => ({ text, voice: '' }));
  return fill(texts, chunkLimits.text, leads).map(({ time, text }) => chunkOf('', time, text));
}

/** "For release at 4:30 p.m." and "By Apple Inc." end in a full stop, and no sentence. */
const SENTENCE_END = /(?<!\b(?:[ap]\.m|\p{Lu}|Inc|Corp|Co|Ltd|Jr|Sr)(?=\.))[.!?]["”’)\]]*$/u;

/** A few words that end no sentence. */
const isStub = (section: readonly Paragraph[]): boolean =>
  section.length > 0 &&
  section.every(({ text }) => !SENTENCE_END.test(text)) &&
  section.flatMap(({ text }) => text.split(/\s+/u)).length <= STUB;

const chunkOf = (heading: string, frame: string, text: string): Chunk =>
  frame === '' ? { heading, text } : { heading, frame, text };

function sentencesOf(paragraph: Paragraph, most: number): Omit<Sentence, 'time'>[] {
  const { voice, isStub = false } = paragraph;
  const sentences = splitSentences(paragraph.text, most).map((text) => {
    return { text, voice, isStub, tokens: estimateTokens(text) };
  });
  const whole = sentences.reduce((sum, { tokens }) => sum + tokens, 0);
  return sentences.map((one, at) => ({ ...one, paragraph: at === 0 ? whole : 0 }));
}

/** A text, and the lines that it has to begin with. */
interface Filled {
  time: string;
  text: string;
}

/** Paragraphs as texts of at most so many tokens. */
function fill(paragraphs: readonly Paragraph[], most: number, { time: told, takesBack }: Leads): Filled[] {
  const texts: Filled[] = [];
  let chunk: Sentence[] = [];
  let time = '';
  for (const one of paragraphs.flatMap((paragraph) => sentencesOf(paragraph, most))) {
    const before = time;
    if (!one.isStub) time = told.read(one.text, one.paragraph > 0);
    // A line beside it has no room with a sentence as long as a chunk, and what tells another time itself needs none.
    const lines = linesOf(before === time ? time : '', one.voice);
    const sentence: Sentence = { ...one, time: one.tokens + TIME <= most ? lines : '' };
    const size = sizeOf(chunk);
    if (size > 0 && endsBefore(sentence, size, most)) {
      const from = takesBack(sentence.text) ? chunk.findLastIndex(({ paragraph }) => paragraph > 0) : 0;
      const taken = chunk.slice(from);
      if (from > 0 && sizeOf(taken) + sentence.tokens <= most) {
        texts.push(joined(chunk.slice(0, from)));
        chunk = taken;
      } else {
        texts.push(joined(chunk));
        const isLed = time !== '' || [...chunk, sentence].some((each) => each.time !== '');
        chunk = overlapOf(chunk, most - sentence.tokens - (isLed ? TIME : 0));
      }
    }
    chunk.push(sentence);
  }
  if (chunk.length > 0) texts.push(joined(chunk));
  return texts;
}

/** A paragraph that fits into the next chunk whole is not torn where this one is more than half full. */
function endsBefore({ tokens, paragraph }: Sentence, size: number, most: number): boolean {
  if (size + tokens > most) return true;
  return paragraph > 0 && size > most / 2 && size + paragraph > most && paragraph + chunkLimits.overlap <= most;
}

/** The last sentences of a chunk, as many as fit. */
function overlapOf(chunk: readonly Sentence[], room: number): Sentence[] {
  const most = Math.min(chunkLimits.overlap, room);
  let size = 0;
  let start = chunk.length;
  for (let at = chunk.length - 1; at > 0; at -= 1) {
    size += chunk[at]?.tokens ?? 0;
    if (size > most) break;
    start = at;
  }
  return chunk.slice(start);
}

const linesOf = (...lines: readonly string[]): string => lines.filter((line) => line !== '').join('\n');

const sizeOf = (sentences: readonly Sentence[]) =>
  sentences.reduce((sum, { tokens }) => sum + tokens, (sentences[0]?.time ?? '') === '' ? 0 : TIME);

/** Paragraphs stay apart by a line each. */
function joined(sentences: readonly Sentence[]): Filled {
  const text = sentences.map(({ text: one, paragraph }, at) => (at === 0 ? '' : paragraph > 0 ? '\n' : ' ') + one);
  return { time: sentences[0]?.time ?? '', text: text.join('') };
}
