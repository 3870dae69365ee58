import type { Vocabulary } from './tokenizer-file.ts';

/**
 * The token ids of a text with the model's first and last token, as BERT's tokenizer makes them: normalised, split at spaces and
 * punctuation, and each word into the longest pieces that the vocabulary has (WordPiece).
 * Source: Google's bert/tokenization.py, BasicTokenizer and WordpieceTokenizer.
 */
export function wordPieces(text: string, vocabulary: Vocabulary): number[] {
  const ids = wordsOf(text, vocabulary).flatMap((word) => pieces(word, vocabulary));
  return [vocabulary.first, ...ids, vocabulary.last];
}

/** Letters and digits, or one punctuation mark, which for BERT every other ASCII sign is too. */
const wordOrSign = /[\p{P}$+<=>^`|~]|[^\s\p{P}$+<=>^`|~]+/gu;
/** CJK Unified Ideographs, their extensions and compatibility forms. */
const chinese = /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{2ebef}\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;
/** Control characters but the white ones, format characters, and what stands for a broken one. */
const removed = /[^\P{C}\t\n\r]|\ufffd/gu;

function wordsOf(text: string, { lowercase, stripAccents, splitChinese }: Vocabulary): string[] {
  let clean = text.replace(removed, '');
  if (splitChinese) clean = clean.replace(chinese, ' $& ');
  if (lowercase) clean = clean.toLowerCase();
  if (stripAccents) clean = clean.normalize('NFD').replace(/\p{Mn}/gu, '');
  return clean.match(wordOrSign) ?? [];
}

function pieces(word: string, { ids, prefix, longestWord, unknown }: Vocabulary): number[] {
  const characters = Array.from(word);
  if (characters.length > longestWord) return [unknown];
  const found: number[] = [];
  for (let start = 0; start < characters.length;) {
    let end = characters.length;
    let id: number | undefined;
    for (; end > start; end -= 1) {
      id = ids.get((start > 0 ? prefix : '') + characters.slice(start, end).join(''));
      if (id !== undefined) break;
    }
    if (id === undefined) return [unknown];
    found.push(id);
    start = end;
  }
  return found;
}
