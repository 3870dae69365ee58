import { everyMatch } from '../every-match.ts';

/** What the expressions below would read otherwise without their flag `u`: pairs of code units, and two letters that fold to ASCII. */
const BEYOND = /[\ud800-\udfff\u017f\u212a]/;
/** In this many characters V8 still looks ahead, and skips what cannot fit (`kRegExpTooLargeToOptimize` is 20 KB). */
const LONGEST = 12_000;

/**
 * Whether a text can have a match of any of some global expressions, asked of many at once: most sentences have none of a hundred, and to
 * ask one after the other takes three times as long. It says no only where each of them says no.
 */
export function anyOf(patterns: readonly RegExp[]): (text: string) => boolean {
  const together = ['i', ''].flatMap((flags) => {
    const sources = patterns.filter(({ ignoreCase }) => ignoreCase === (flags === 'i')).map(({ source }) => source);
    return inParts(sources).map((source) => new RegExp(source, flags));
  });
  return (text) => BEYOND.test(text) || together.some((pattern) => pattern.test(text));
}

/** All matches of some global expressions, one expression after the other. */
export function matchesOfAny(patterns: readonly RegExp[]): (text: string) => RegExpExecArray[] {
  const can = anyOf(patterns);
  return (text) => (can(text) ? patterns.flatMap((pattern) => everyMatch(pattern, text)) : []);
}

function inParts(sources: readonly string[]): string[] {
  const parts: string[] = [];
  for (const source of sources) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + source.length < LONGEST) parts[parts.length - 1] = `${last}|${source}`;
    else parts.push(source);
  }
  return parts;
}
