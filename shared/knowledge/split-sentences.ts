import { estimateTokens } from './estimate-tokens.ts';
import { sentencesIn } from './sentences-in.ts';

/** The sentences of one paragraph, none of more than `most` tokens: a longer one is cut between words, a longer word within. */
export function splitSentences(paragraph: string, most: number): string[] {
  return sentencesIn(paragraph).flatMap((sentence) =>
    estimateTokens(sentence) <= most ? [sentence] : splitWords(sentence, most),
  );
}

/** The first words of a text, as many as `most` tokens. */
export const firstWords = (text: string, most: number): string => splitWords(text, most)[0] ?? '';

function splitWords(sentence: string, most: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  for (const word of sentence.split(' ').flatMap((one) => splitWord(one, most))) {
    const more = estimateTokens(word);
    if (size > 0 && size + more > most) {
      pieces.push(piece);
      piece = '';
      size = 0;
    }
    piece = piece === '' ? word : `${piece} ${word}`;
    size += more;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}

/** By whole characters (a character outside the basic plane is two units), of which none takes more than one token. */
function splitWord(word: string, most: number): string[] {
  if (estimateTokens(word) <= most) return [word];
  const characters = Array.from(word);
  const pieces: string[] = [];
  for (let start = 0; start < characters.length; start += most) {
    pieces.push(characters.slice(start, start + most).join(''));
  }
  return pieces;
}
