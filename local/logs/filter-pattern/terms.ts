import { invalidPattern } from './invalid-pattern.ts';
import type { Matches } from './matches.ts';

/** A sign, then a phrase in quotes (which may hold \" and \\) or a word. */
const term = /\s*([-?]?)(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))/y;

/**
 * Terms in unstructured text, case-sensitive: each must be there, each `-term` must not, or one of the `?terms` must.
 *
 * @throws {ServiceException} InvalidParameterException
 */
export function parseTerms(pattern: string): Matches {
  const terms: Record<'' | '-' | '?', string[]> = { '': [], '-': [], '?': [] };
  for (const { sign, text } of readTerms(pattern)) terms[sign].push(text);
  const { '': required, '-': excluded, '?': optional } = terms;
  if (optional.length > 0 && required.length + excluded.length > 0) {
    throw invalidPattern(pattern, 'CloudWatch ignores ?terms beside other terms, so they are refused here');
  }
  return (message) =>
    required.every((text) => message.includes(text)) &&
    !excluded.some((text) => message.includes(text)) &&
    (optional.length === 0 || optional.some((text) => message.includes(text)));
}

function* readTerms(pattern: string): Generator<{ sign: '' | '-' | '?'; text: string }> {
  term.lastIndex = 0;
  while (term.lastIndex < pattern.length) {
    const match = term.exec(pattern);
    if (!match) throw invalidPattern(pattern, 'a quotation mark is missing');
    const [, sign = '', phrase, word = ''] = match;
    if (phrase === undefined && !/^\w+$/.test(word)) {
      throw invalidPattern(pattern, `the term ${word} has characters that need quotation marks around it`);
    }
    const text = phrase === undefined ? word : phrase.replaceAll(/\\(.)/g, '$1');
    yield { sign: sign === '-' || sign === '?' ? sign : '', text };
    term.lastIndex += /^\s*/.exec(pattern.slice(term.lastIndex))?.[0].length ?? 0;
  }
}
