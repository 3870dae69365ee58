import { everyMatch } from '../../every-match.ts';
import type { FactIndex } from '../fact-index.ts';
import { sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

/** People and things of a life, each with the words by which facts may tell of it. */
const OTHERS: readonly (readonly [said: string, told: RegExp])[] = [
  ["wife|husband|spouse|partner|fiancée?|wife['’]s|husband['’]s", /\b(?:wife|husband|spouse|partner(?!s\b)|couple|both of you|survivor)|goals\.people/i],
  ['daughters?|sons?|child(?:ren)?|kids?|grandchild(?:ren)?', /\b(?:daughter|son|child|children|kid|grandchild|college|529)/i],
  ['mother|father|parents?|sister|brother', /\b(?:mother|father|parent|sister|brother|inherit)/i],
  ['mortgage', /\bmortgage/i],
  ['inheritance', /\binherit/i],
  ['life insurance', /\binsurance/i],
]; // prettier-ignore
const rules = OTHERS.map(([said, told]) => [new RegExp(String.raw`\byour (?:${said})(?=['’ ,.])(?! (?:account|ira|plan|fund|brokerage)\b)`, 'gi'), told] as const); // prettier-ignore
const MAYBE = new RegExp(String.raw`\byour (?:${OTHERS.map(([said]) => said).join('|')})\b`, 'i');
/** Nothing is said of somebody who may be, or of what is not counted. */
const OPEN = /\b(?:if|whether|any|may|might|could|should|unless|or|talk\w*|ask|discuss|not|no|nothing|neither|nor|unknown)\b|n['’]t\b|\?/i; // prettier-ignore

const known = new WeakMap<FactIndex, string>();

/** What the facts tell in words: their texts and names. */
function wordsOf(index: FactIndex): string {
  const found = known.get(index);
  if (found !== undefined) return found;
  const all = [...index.values].map(([name, value]) => (typeof value === 'string' ? `${name} ${value}` : `${name} ${index.labelOf(name)}`)).join('\n'); // prettier-ignore
  known.set(index, all);
  return all;
}

/** Somebody or something of the reader's that no fact knows of, told as part of the plan. */
export function falseOfPeople(text: string, index: FactIndex): Saying[] {
  if (!MAYBE.test(text)) return [];
  return rules.flatMap(([said, told]) =>
    everyMatch(said, text).flatMap(({ 0: words, index: start }): Saying[] => {
      if (OPEN.test(sentenceAt(text, start)) || told.test(wordsOf(index))) return [];
      return [{ start, end: start + words.length, fault: 'no fact knows of it: leave it out' }];
    }),
  );
}
