import { everyMatch } from '../every-match.ts';

/** A text as it is read: compatibility forms, one kind of space and minus, no Markdown marks; and where each character came from. */
export interface TextView {
  text: string;
  /** For each character of `text`, and for its end, the place in the text it was made of. */
  offsets: number[];
}

/** Spaces that take no room and marks of direction: they could part a number for the check and not for a reader. */
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/u;
const MARKDOWN = /[*`]/;
const ESCAPED = /[\\`*_[\]<>|~#]/;
const PLAIN = /^[\x20-\x7E\n]*$/;
/** Letters and signs that read as they stand, many at once; else a character with its marks. */
const CLUSTER = /[!-)+-[\]-_a-~]+(?!\p{M})|[\s\S]\p{M}*/gu;
const isPlain = (text: string) => PLAIN.test(text) && !/[\\*`]| {2}/.test(text);
const DASHES: Readonly<Record<string, string>> = { '\u2212': '-', '\u2010': '-', '\u2011': '-' };

const VULGAR = /^[\u00BC-\u00BE\u2150-\u215E]$/u;
/** "½" of what is counted on: "1½ million", "¾ million", "½%". */
const COUNTED_ON = /^(?:\s?%|[\s-](?:hundred|thousand|[mbtr]+illion|percent|per cent|percentage|point|years?)\b)/u;

/** A fraction in one sign as a decimal where it is the rest of a number or a number by itself; null where it is a part of something, and for any other sign. */
function decimalOf(sign: string, original: string, at: number): string | null {
  if (!VULGAR.test(sign)) return null;
  const behind = /\d$/.test(original.charAt(at - 1));
  if (!behind && !COUNTED_ON.test(original.slice(at + 1, at + 14))) return null;
  const [above = '1', below = '1'] = sign.normalize('NFKC').split('\u2044');
  const decimals = String(Math.round((1000 * Number(above)) / Number(below)) / 1000).slice(1);
  return behind ? decimals : `0${decimals}`;
}

/** The view of a text. Names of facts are brought to the same form, so that they are found in it. */
export function viewOf(original: string): TextView {
  if (isPlain(original)) {
    const places: number[] = [];
    for (let at = 0; at <= original.length; at += 1) places.push(at);
    return { text: original, offsets: places };
  }
  const offsets: number[] = [];
  let text = '';
  let spaced = false;
  for (const match of everyMatch(CLUSTER, original)) {
    const [cluster] = match;
    if (cluster.length > 1 && PLAIN.test(cluster)) {
      for (let at = 0; at < cluster.length; at += 1) offsets.push(match.index + at);
      text += cluster;
      spaced = false;
      continue;
    }
    // Most of what is left are single spaces, of which nothing else is to be asked.
    if (cluster === ' ') {
      if (spaced) continue;
      spaced = true;
      offsets.push(match.index);
      text += ' ';
      continue;
    }
    const next = original.charAt(match.index + 1);
    if (cluster === '\\' && next !== '' && ESCAPED.test(next)) continue;
    if (MARKDOWN.test(cluster) || INVISIBLE.test(cluster)) continue;
    for (const character of decimalOf(cluster, original, match.index) ?? cluster.normalize('NFKC')) {
      const space = /[^\S\n]/u.test(character);
      if (space && spaced) continue;
      spaced = space;
      const read = space ? ' ' : (DASHES[character] ?? character);
      for (let left = read.length; left > 0; left -= 1) offsets.push(match.index);
      text += read;
    }
  }
  offsets.push(original.length);
  return { text, offsets };
}

/** The text of a view alone, for what needs no places. */
export function comparable(text: string): string {
  return isPlain(text) ? text : viewOf(text).text;
}
