import { TooManyTokensError, type Embedder } from '../embedder.ts';
import { TOKENS } from '../limits.ts';
import { conceptOf } from './concepts.ts';
import { addFeature, WIDTH } from './feature-vector.ts';
import { stem } from './stem.ts';
import { isFunctionWord, weightOf } from './weights.ts';
import { wordsOf, type Word } from './words.ts';

/** Lengths of a word's parts, before its weight. */
const STEM = 1;
const PIECES = 0.2;
const CONCEPT = 0.7;
const PAIR = 0.1;
/** The first and last token's, so small that it only counts where there is no word: a text always has a direction. */
const MARK = 1e-4;

/**
 * Vectors by spelling, not by meaning: no model, nothing learnt. A token's vector is made of its stem, pieces of its spelling,
 * the thing it is a name of (concepts.ts) and its pair with the word before, each hashed into 384 numbers and weighted by how
 * much the word tells. The mean over a text's tokens is then near that of a text with the same words. Deterministic: the same text
 * has the same vectors on every machine.
 */
export const lexicalEmbedder: Embedder = {
  name: 'lexical',
  tokenVectors: (text, truncate) => {
    const all = wordsOf(text);
    const most = TOKENS - 2;
    if (all.length > most && !truncate) return Promise.reject(new TooManyTokensError(all.length + 2, TOKENS));
    return Promise.resolve([mark('[CLS]'), ...wordVectors(all.slice(0, most)), mark('[SEP]')]);
  },
};

function wordVectors(words: readonly Word[]): Float64Array[] {
  const seen = new Map<string, number>();
  let before: string | undefined;
  return words.map((word) => {
    const vector = new Float64Array(WIDTH);
    const root = stem(word.text);
    const times = (seen.get(root) ?? 0) + 1;
    seen.set(root, times);
    // A word that comes n times counts as the root of n: what is said again says less.
    const weight = weightOf(word) * (Math.sqrt(times) - Math.sqrt(times - 1));
    addFeature(vector, `stem ${root}`, STEM * weight);
    for (const [piece, pieces] of piecesOf(root)) addFeature(vector, piece, (PIECES * weight) / Math.sqrt(pieces));
    const concept = conceptOf(root);
    if (concept !== undefined) addFeature(vector, `concept ${concept}`, CONCEPT * weight);
    if (isFunctionWord(word.text)) return vector;
    if (before !== undefined) {
      const pair = `${before} ${root}`;
      addFeature(vector, `pair ${pair}`, PAIR * weight);
      const named = conceptOf(pair);
      if (named !== undefined) addFeature(vector, `concept ${named}`, CONCEPT * weight);
    }
    before = root;
    return vector;
  });
}

/** Every four letters in a row, with the word's beginning marked; each with how many there are. */
function piecesOf(root: string): [piece: string, pieces: number][] {
  if (root.length < 5) return [];
  const marked = `^${root}`;
  const pieces = marked.length - 3;
  return Array.from({ length: pieces }, (_, at) => [`piece ${marked.slice(at, at + 4)}`, pieces]);
}

function mark(name: string): Float64Array {
  const vector = new Float64Array(WIDTH);
  addFeature(vector, name, MARK);
  return vector;
}
