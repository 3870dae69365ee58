import { everyMatch } from '../../every-match.ts';
import type { FactIndex } from '../fact-index.ts';
import { sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

/** Behind a word: it is not the name of a fund or a company, "mortgage-backed", "Insurance ETF". */
const OF_NO_FUND = String.raw`(?![- ](?:backed|securit\w+|etfs?|funds?|index|reits?|trust|select|services?|group|compan(?:y|ies)|corp\w*|co|inc|ltd|plc|holdings?)\b)`; // prettier-ignore
/** People and things of a life, each with the words by which facts may tell of it. */
const OTHERS: readonly (readonly [said: string, told: RegExp])[] = [
  ['wife|husband|spouse|partner|fiancée?', /\b(?:wife|husband|spouse|partner|couple|both of you|survivors?)\b|\bgoals\.people\.2\b/i],
  ['daughters?|sons?|child(?:ren)?|kids?|grandchild(?:ren)?', /\b(?:daughters?|sons?|child(?:ren)?|kids?|grandchild(?:ren)?|college|529)\b/i],
  ['mother|father|parents?|sister|brother', /\b(?:mother|father|parents?|sister|brother|inherit(?:ed|ing|ance|s)?)\b/i],
  ['mortgage', new RegExp(String.raw`\bmortgages?\b${OF_NO_FUND}`, 'i')],
  ['homes?|houses?|flats?|apartments?|condos?', new RegExp(String.raw`\b(?:homes?|houses?|flat|apartments?|condos?)\b${OF_NO_FUND}`, 'i')],
  ['salary|wages?|pay ?checks?', /\b(?:salary|wages?|pay ?checks?|earnings)\b/i],
  ['inheritance', /\binherit(?:ed|ing|ance|s)?\b/i],
  ['life insurance', new RegExp(String.raw`\binsurance\b${OF_NO_FUND}`, 'i')],
]; // prettier-ignore
const ENDS = String.raw`(?![\p{L}\p{N}-])(?! (?:account|ira|plan|brokerage|bonds?|stocks?|country|market|currency|bias|region|state|page)\b)${OF_NO_FUND}`;
const rules = OTHERS.map(([said, told]) => [new RegExp(String.raw`\byour (?:${said})${ENDS}`, 'giu'), told] as const);
const MAYBE = new RegExp(String.raw`\byour (?:${OTHERS.map(([said]) => said).join('|')})${ENDS}`, 'iu');
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
