import { chunkLimits } from './chunk.ts';
import type { Chunk } from './chunk.ts';
import { framedText } from './framed-text.ts';
import { firstWords } from './split-sentences.ts';

/** A chunk as it is embedded: with its title and headings, without which "it rose by a fifth" is about nothing. */
export function textToEmbed(title: string, chunk: Chunk): string {
  const context = [title, chunk.heading].filter((part) => part !== '').join(' › ');
  return `${firstWords(context, chunkLimits.context)}\n${framedText(chunk)}`;
}

/** What a search by words finds a chunk by: the same, and the tickers that the document is about. */
export function textToFind(title: string, chunk: Chunk, tickers: readonly string[]): string {
  return [title, chunk.heading, tickers.join(' '), framedText(chunk)].join('\n');
}
