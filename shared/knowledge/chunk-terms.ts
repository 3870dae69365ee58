import type { ChunkTerms } from '../database/knowledge-versions.ts';
import { quoteLexeme } from '../database/knowledge-search.ts';
import { countTerms, termsOf } from './terms.ts';

/** A tsvector keeps this many places of a word; more of one would tell nothing in a text of 200 words. */
const MOST_PLACES = 255;

/** The words of a chunk as its row holds them. The places are those of nothing: their number is how often the word is there. */
export function chunkTerms(ordinal: number, text: string): ChunkTerms {
  const terms = termsOf(text);
  const lexemes = [...countTerms(terms)].map(([term, count]) => {
    const places = Array.from({ length: Math.min(count, MOST_PLACES) }, (_, at) => at + 1);
    return `${quoteLexeme(term)}:${places.join(',')}`;
  });
  return { ordinal, words: terms.length, terms: lexemes.join(' ') };
}
