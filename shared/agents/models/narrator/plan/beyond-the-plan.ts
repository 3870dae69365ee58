import type { Clause } from './clauses.ts';
import { slotted } from './slots.ts';

/** What a question about the plan as it is can be made of; a sentence with another word asks about something else as well. */
const KNOWN =
  /^(?:(?!car|kid|mom|dad|son|ira|dog|cat|hsa|tax)[a-z']{1,3}|\w+n't|(?:they|that|what|when|there)'s|this|that|these|those|they|them|there|with|from|into|over|about|around|than|then|till|until|before|after|through|during|without|when|what|which|where|never|some|any|all|every|each|\w*thing|both|other|first|enough|plenty|still|ever|even|just|only|actual\w*|really|okay|al?right|fine|good|well|be(?:tter|st)|great|bad\w*|worr\w+|please|thanks|hello|much|many|mo(?:re|st)|le(?:ss|ast)|little|very|quite|pretty|long\w*|soon\w*|earl\w+|late\w*|aged?|years?|months?|month?ly|yearly|annual\w*|date|times?|rules?|today|current\w*|comfortabl\w*|safe\w*|secure|realistic\w*|reasonabl\w*|feasible|sustainabl\w*|afford|able|possibl[ey]|likel\w+|chances?|odds|probab\w+|sure|certain|confiden\w+|ready|prepared|track|course|shape|target|goals?|ahead|behind|look\w*|like|sense|think\w*|find|tell|know|show|help|want\w*|need\w*|expect|hope|keep|plan\w*|numbers?|figures?|amount|total|max\w*|min\w*|have|having|been|being|were|will|would|could|should|shall|must|does|done|make|made|take|come|give|money|dollars?|wealth|sav\w+|portfolio|nest|invest\w*|funds|assets?|accounts?|holdings|balance|spen[dt]\w*|income|li[fv](?:e|es|ing|etime|estyle)|forever|last\w*|run\w*|out\w+|end(?:s|ing)?|rest|withdraw\w*|draw|rate|futures|simulat\w+|retir\w+|work\w*|stop\w*|quit\w*|jobs?|leave|call|hold\w*|panic\w*|succe\w+|fail\w*|broke|question|answer|report|situation|doing|stand|rich|myself|ourselves)$/;
const SENTENCE = /[^.?!]+(?:\.(?=\d)[^.?!]*)*[.?!]*/g;
/** Whether all words of a part of a question are such. */
export const isKnown = (said: string): boolean => (said.match(WORD) ?? []).every((word) => KNOWN.test(word));
const WORD = /[a-z][a-z']*/g;

/**
 * The sentences of a question that ask for more than how the plan as it is stands, by a word that is none of such a question: an
 * answer out of the plan alone would pass them over.
 */
export function beyondThePlan(question: string): Clause[] {
  const { text } = slotted(question);
  const sentences = [...text.matchAll(SENTENCE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    asks: match[0].includes('?'),
  }));
  const asking = sentences.some(({ asks }) => asks) ? sentences.filter(({ asks }) => asks) : sentences;
  return asking.filter(({ start, end }) => !isKnown(text.slice(start, end)));
}
