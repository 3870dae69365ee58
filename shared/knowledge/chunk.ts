import type { Block } from './block.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { splitSentences } from './split-sentences.ts';

/** A piece of a document, small enough to be embedded whole. */
export interface Chunk {
  /** The headings above it, outermost first, "Rates › What the Fed did"; empty where there are none. */
  heading: string;
  text: string;
}

/**
 * Tokens by `estimateTokens`. MiniLM reads 256 with a first and a last of its own; the title and the headings, which are embedded
 * with each chunk, get 60 of the rest. Of a chunk's text what leads it gets at most `lead`.
 */
export const chunkLimits = { text: 190, overlap: 40, context: 60, lead: 90 } as const;

/** Lines that a chunk is to begin with, by the headings above it, outermost first; at most `chunkLimits.lead` tokens, empty for none. */
export type LeadOf = (headings: readonly string[]) => string;

interface Sentence {
  text: string;
  tokens: number;
  /** Tokens of what is left of its paragraph, itself included, where it begins one; else 0. */
  paragraph: number;
}

/**
 * Cuts a document by its structure: a heading begins a new chunk; within a section chunks are filled with whole paragraphs
 * where they fit, else with whole sentences, and each begins with the last sentences of the one before (at most 40 tokens).
 * What leads a section's chunks is counted with their text, so that none is longer than the model reads. All words of the text are
 * in some chunk. A heading without text is kept only where there is no text at all.
 */
export function chunkBlocks(blocks: readonly Block[], leadOf: LeadOf = () => ''): Chunk[] {
  const chunks: Chunk[] = [];
  const headings: (string | undefined)[] = [];
  let section: string[] = [];
  const end = () => {
    const above = headings.filter((one) => one !== undefined);
    const lead = section.length === 0 ? '' : leadOf(above);
    for (const text of fill(section, chunkLimits.text - estimateTokens(lead))) {
      chunks.push({ heading: above.join(' › '), text: lead === '' ? text : `${lead}\n${text}` });
    }
    section = [];
  };
  for (const block of blocks) {
    if (block.kind === 'heading') {
      end();
      headings.length = Math.min(headings.length, block.level - 1);
      headings[block.level - 1] = block.text;
    } else section.push(block.text);
  }
  end();
  if (chunks.length > 0) return chunks;
  const texts = blocks.map(({ text }) => text);
  return fill(texts, chunkLimits.text).map((text) => ({ heading: '', text }));
}

function sentencesOf(paragraph: string, most: number): Sentence[] {
  const sentences = splitSentences(paragraph, most).map((text) => ({ text, tokens: estimateTokens(text) }));
  const whole = sentences.reduce((sum, { tokens }) => sum + tokens, 0);
  return sentences.map((one, at) => ({ ...one, paragraph: at === 0 ? whole : 0 }));
}

/** Paragraphs as texts of at most so many tokens. */
function fill(paragraphs: readonly string[], most: number): string[] {
  const texts: string[] = [];
  let chunk: Sentence[] = [];
  let size = 0;
  for (const sentence of paragraphs.flatMap((one) => sentencesOf(one, most))) {
    if (size > 0 && endsBefore(sentence, size, most)) {
      texts.push(joined(chunk));
      chunk = overlapOf(chunk, most - sentence.tokens);
      size = sizeOf(chunk);
    }
    chunk.push(sentence);
    size += sentence.tokens;
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

const sizeOf = (sentences: readonly Sentence[]) => sentences.reduce((sum, { tokens }) => sum + tokens, 0);

/** Paragraphs stay apart by a line each. */
function joined(sentences: readonly Sentence[]): string {
  return sentences.reduce(
    (text, one) => (text === '' ? one.text : `${text}${one.paragraph > 0 ? '\n' : ' '}${one.text}`),
    '',
  );
}
