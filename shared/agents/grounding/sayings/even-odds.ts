import { percent } from '../../../finance/amounts.ts';
import { matchesOfAny } from '../../any-of.ts';
import type { FactIndex } from '../fact-index.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';
import { chanceSpokenOf } from './spoken-chance.ts';

/** As likely as not, in words. */
const EVEN =
  '(?:(?:the |an? )?(?:proverbial )?(?:(?:flip|toss) of a coin|coin[- ]?(?:flip|toss)|toss[- ]?up|even (?:chance|bet|odds|money)|fifty[- ]fifty|50[-/]50 (?:chance|bet|odds|proposition))|(?:odds|chances?) (?:is|are) (?:roughly |about |exactly )?even|as likely as not|heads or tails|as often as (?:not|it (?:works|fails|lasts|holds|succeeds))|every second time)';
const SAID = String.raw`(?:(?:much|far|clearly|well|slightly|a little|only|a bit|no|not much|little) )?`;
const evenly = matchesOfAny([new RegExp(String.raw`(?:\b${SAID}(?:better|worse|more|less|higher|lower) than )?\b${EVEN}\b|\b${SAID}(?:better|worse|higher|lower|more|less) than even\b(?! (?:if|when|though)\b)`, 'giu')]); // prettier-ignore
/** Most texts have no word of it. */
const MAYBE = /\bcoin|toss|\beven\b|fifty|50[-/]50|likely as|heads or|as often|second time/i;
const DENIED = /\b(?:no|not|never|hardly|nothing like|far from|rather than|instead of|unlike|compared (?:with|to)|beats?|above|below|under|over|from)(?: (?:quite|really|just|merely|simply|a|an|the|mere))* ?$|n['’]t (?:just |quite |a )*$/iu; // prettier-ignore
const OF_THE_PLAN =
  /\b(?:plans?|retir\w+|money|savings|portfolio|chances?|odds|lasts?|income|success|outcome|it|this|work\w*|run out|fails?|you)\b/iu;
/** Of what the facts of a plan say nothing: a day, a single market, a stock. */
const ELSEWHERE =
  /\b(?:stocks?|bonds?|markets?|shares?|days?|months?|timing|guess\w*|prices?|rates|funds?|mortality|sequence|early|first)\b/iu;
/** How far from a half is still one in words, and how little better or worse than it is. */
const [ABOUT, PLAIN, SLIGHT] = [0.07, 0.005, 0.15];
const BAD = /\b(?:fails?|failing|failure|run(?:s|ning)? (?:out|short|dry)|ruin|broke)\b/iu;

/** How far a chance is on the side that is told: "slightly better than even" is no certainty, and "no better" none at all. */
function isBeyond(off: number, words: string): boolean {
  if (/^(?:no|not much|little|only) /iu.test(words)) return off <= ABOUT;
  return off > PLAIN && (off <= SLIGHT || !/^(?:slightly|a little|a bit) /iu.test(words));
}

/** A chance told as that of a coin, or better or worse, where the plan's is another. */
export function falseEvenOdds(text: string, index: FactIndex): Saying[] {
  const planned = index.values.get('retirement.success');
  if (typeof planned !== 'number' || !MAYBE.test(text)) return [];
  return evenly(text).flatMap(({ 0: words, index: start }): Saying[] => {
    const sentence = sentenceAt(text, start);
    const around = sentence.replace(words, '');
    // A figure beside it is checked by itself.
    if (sentence.includes('%')) return [];
    if (!OF_THE_PLAN.test(around + (/\bodds|chances?\b/iu.test(words) ? 'odds' : '')) || ELSEWHERE.test(around) || (SUPPOSED.test(around) && !/\bwhether\b/iu.test(around))) return []; // prettier-ignore
    const spoken = chanceSpokenOf(sentence, planned, index);
    if (spoken === null || DENIED.test(text.slice(Math.max(0, start - 40), start))) return [];
    const share = BAD.test(around) ? 1 - spoken.chance : spoken.chance;
    const [, compared = ''] = /\b(better|worse|more|less|higher|lower) than\b/iu.exec(words) ?? [];
    const off = share - 0.5;
    const so = compared === '' ? Math.abs(off) <= ABOUT : isBeyond(/^(?:better|more|higher)$/iu.test(compared) ? off : -off, words); // prettier-ignore
    return so ? [] : [{ start, end: start + words.length, fault: `it is ${percent(share)} (${spoken.fact})` }];
  });
}
