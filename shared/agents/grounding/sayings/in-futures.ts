import type { FactIndex } from '../fact-index.ts';
import { negatedOf, wordOf } from '../polarity/lexicon.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

/** How many of the futures a word stands for. */
const amounts: readonly (readonly [words: string, from: number, to: number])[] = [
  ['nearly (?:all|every)|almost (?:all|every)|virtually (?:all|every)|the vast majority of|practically all', 0.88, 1],
  ['most|the majority of|more than half of', 0.48, 1],
  ['hardly any|very few|almost none of|next to none of', 0, 0.12],
  ['(?<!\\b(?:nearly|almost|virtually|not|not in|practically) )(?:all|every)(?! but)', 0.985, 1],
];
const WHICH = '(?: of)?(?: the| our| these)?(?: simulated| possible)* (?:futures?|simulations?|scenarios?)';
const said = amounts.map(([words, from, to]) => [new RegExp(`\\bin (?:${words})${WHICH}\\b`, 'i'), from, to] as const);
/** Of another plan than there is. */
const CHANGED = /\d|\b(?:if|with|without|less|more|earlier|later|longer|instead|change\w*|spend\w*|sav(?:e|ing)|delay\w*|retir\w+)\b/i; // prettier-ignore

/** In how many futures the plan is said to hold, or to fail, without a figure. */
export function falseOfFutures(text: string, { values }: FactIndex): Saying[] {
  const success = values.get('retirement.success');
  if (typeof success !== 'number') return [];
  return said.flatMap(([words, from, to]): Saying[] => {
    const match = words.exec(text);
    if (match === null) return [];
    const sentence = sentenceAt(text, match.index);
    if (CHANGED.test(sentence) || SUPPOSED.test(sentence) || !/\b(?:plan|money|portfolio|savings)\b/i.test(sentence)) return []; // prettier-ignore
    const good = wordOf('good', sentence) !== null || negatedOf('bad', sentence) !== null;
    const bad = wordOf('bad', sentence) !== null || negatedOf('good', sentence) !== null;
    if (good === bad) return [];
    const share = good ? success : 1 - success;
    return share >= from && share <= to ? [] : [{ start: match.index, end: match.index + match[0].length, fault: `it is ${(100 * share).toFixed(0)}% of them (retirement.success)` }]; // prettier-ignore
  });
}
