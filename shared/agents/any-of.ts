import { everyMatch } from './every-match.ts';

/** What the expressions below would read otherwise without their flag `u`: pairs of code units, and two letters that fold to ASCII. */
const BEYOND = /[\ud800-\udfff\u017f\u212a]/;
/** In an expression of this many characters V8 still looks ahead, and skips what cannot fit (above 20 KB it does not). */
const LONGEST = 12_000;
const AT_A_BORDER = String.raw`\b`;

/**
 * Whether a text can have a match of any of some expressions, asked of all at once: most sentences have none of a hundred, and to ask
 * one after the other takes four times as long. It says no only where each of them says no.
 */
export function anyOf(patterns: readonly RegExp[]): (text: string) => boolean {
  const together = [true, false].flatMap((ignoreCase) => {
    const all = patterns.filter((one) => one.ignoreCase === ignoreCase).flatMap(({ source }) => alternativesOf(source));
    // Most begin at the border of a word: within words none of those is tried.
    const bordered = all.filter((one) => one.startsWith(AT_A_BORDER)).map((one) => one.slice(AT_A_BORDER.length));
    const others = all.filter((one) => !one.startsWith(AT_A_BORDER));
    const sources = [...inParts(bordered).map((part) => `${AT_A_BORDER}(?:${part})`), ...inParts(others)];
    return sources.map((source) => new RegExp(source, ignoreCase ? 'i' : ''));
  });
  return (text) => BEYOND.test(text) || together.some((pattern) => pattern.test(text));
}

/** All matches of some global expressions, one expression after the other. */
export function matchesOfAny(patterns: readonly RegExp[]): (text: string) => RegExpExecArray[] {
  const can = anyOf(patterns);
  return (text) => (can(text) ? patterns.flatMap((pattern) => everyMatch(pattern, text)) : []);
}

/** What an expression's source has between the bars that stand in no group and no class. */
export function alternativesOf(source: string): string[] {
  const parts: string[] = [];
  let [from, depth, inClass] = [0, 0, false];
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (sign === '\\') at += 1;
    else if (inClass) inClass = sign !== ']';
    else if (sign === '[') inClass = true;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === '|' && depth === 0) {
      parts.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, source.slice(from)];
}

function inParts(alternatives: readonly string[]): string[] {
  const parts: string[] = [];
  for (const one of alternatives) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + one.length < LONGEST) parts[parts.length - 1] = `${last}|${one}`;
    else parts.push(one);
  }
  return parts;
}
