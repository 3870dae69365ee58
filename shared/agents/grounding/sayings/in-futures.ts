import { percent } from '../../../finance/amounts.ts';
import { everyMatch } from '../../every-match.ts';
import type { FactIndex } from '../fact-index.ts';
import { negatedOf, wordOf } from '../polarity/lexicon.ts';
import { plansOf } from '../polarity/plans.ts';
import { spokenPlan } from '../polarity/spoken-plan.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';
import { chanceSpokenOf } from './spoken-chance.ts';

/** From here on it is as good as all of them. */
const ALL = 0.985;

/** How many of the futures a word stands for. */
const amounts: readonly (readonly [words: string, from: number, to: number])[] = [
  ['nearly (?:all|every)|almost (?:all|every)|virtually (?:all|every)|the vast majority of|practically all', 0.88, 1],
  ['most|the majority of|more than half of', 0.48, 1],
  ['(?:just|a little|slightly|a bit) (?:over|more than) half(?: of)?', 0.49, 0.63],
  ['(?:(?:just|a little|slightly|a bit) )?(?:under|less than|fewer than) half(?: of)?', 0, 0.51],
  ['(?:(?:about|around|roughly) )?half(?: of)?', 0.43, 0.57],
  ['(?:(?:about|around|roughly) )?(?:three quarters|three[ -]fourths)(?: of)?', 0.7, 0.8],
  ['(?:(?:about|around|roughly) )?(?:a|one) quarter(?: of)?', 0.2, 0.3],
  ['(?:(?:about|around|roughly) )?two[ -]thirds(?: of)?', 0.62, 0.71],
  ['(?:(?:about|around|roughly) )?(?:a|one) third(?: of)?', 0.29, 0.38],
  ['hardly any|very few|almost none of|next to none of', 0, 0.12],
  ['(?<!\\b(?:nearly|almost|virtually|not|not in|practically) )(?:all|every)(?! but)', ALL, 1],
];
const WHICH = '(?: of)?(?: the| our| these)?(?: simulated| possible)* (?:futures?|simulations?|scenarios?|cases)';
/** "Most futures run out of money": what they do stands behind them. */
const DO =
  '(?= (?:works out|runs? (?:out|dry|short)|fails?|lasts?|hold(?:s)?(?: out| up)?|succeeds?|survives?|go(?:es)? (?:broke|bust)|make it|ends? (?:up )?(?:well|badly|in ruin|without|with (?:(?:no |the )?money|nothing|zero|an empty)|at (?:zero|nothing)|empty|broke)|leaves?(?: you)?(?: with)? (?:nothing|no money|money|short|broke)|(?:is|are) (?:broke|empty|out of money|ruined)|ha(?:s|ve) (?:no money|nothing))\\b)';
const said = amounts.map(
  ([words, from, to]) =>
    [new RegExp(`\\bin (?:${words})${WHICH}\\b|\\b(?:${words})${WHICH}${DO}`, 'gi'), from, to] as const,
);
const MAYBE = /\b(?:futures?|simulations?|scenarios?|cases)\b/i;
/** Of a plan that is changed by no figure, or of a part of the time or of the futures. */
const CHANGED =
  /\b(?:worst|best|if|with(?! (?:nothing|no money|(?:the )?money|zero|an empty))|without|less|earlier|later|longer|change\w*|sav(?:e|ing)|delay\w*|more (?!than))\b/i;

const WILL_NOT = /\b(?:not|no|never|whether|unless|neither)\b|n['’]t\b|\?/i;

/** Whether a sentence says of a plan that was tried, by its own age or amount, that it holds, and none that was tried holds in all futures. */
function isOfNone(sentence: string, index: FactIndex): boolean {
  if (WILL_NOT.test(sentence) || wordOf('good', sentence) === null) return false;
  const plans = plansOf(index);
  const tried = [...spokenPlan(sentence, plans)].some(([one, { values }]) => values.some((value) => value !== plans.base[one])); // prettier-ignore
  return tried && !holdsInAll(index);
}

/** Whether any plan that was tried does. */
const holdsInAll = ({ values }: FactIndex): boolean =>
  [...values].some(([name, value]) => name.endsWith('.success') && Number(value) >= ALL);

const NONE_FAILS = /\b(?:no|not one|not a single|none of the)(?: simulated| possible)* (?:futures?|simulations?|scenarios?) (?:runs? (?:out|dry|short)|fails?)\b/gi; // prettier-ignore

/** In how many futures the plan is said to hold, or to fail, without a figure. */
export function falseOfFutures(text: string, index: FactIndex): Saying[] {
  const planned = index.values.get('retirement.success');
  if (typeof planned !== 'number' || !MAYBE.test(text)) return [];
  const none = everyMatch(NONE_FAILS, text).flatMap(({ 0: words, index: start }): Saying[] =>
    holdsInAll(index) || SUPPOSED.test(sentenceAt(text, start).replace(/^ ?If\b/, '')) ? [] : [{ start, end: start + words.length, fault: 'no plan that was tried holds in all of them' }]); // prettier-ignore
  const counted = said.flatMap(([amount, from, to]) =>
    everyMatch(amount, text).flatMap(({ 0: words, index: start }): Saying[] => {
      const sentence = sentenceAt(text, start);
      if (from === ALL && isOfNone(sentence, index)) return [{ start, end: start + words.length, fault: 'no plan that was tried holds in all of them' }]; // prettier-ignore
      if (CHANGED.test(sentence.replace(words, '')) || SUPPOSED.test(sentence) || sentence.includes('%') || !(/\b(?:plan|money|portfolio|savings|retir\w+)\b/i.test(sentence) || !words.startsWith('in '))) return []; // prettier-ignore
      const spoken = chanceSpokenOf(sentence, planned, index);
      const good = wordOf('good', sentence) !== null || negatedOf('bad', sentence) !== null;
      const bad = wordOf('bad', sentence) !== null || negatedOf('good', sentence) !== null;
      if (good === bad || spoken === null) return [];
      const share = good ? spoken.chance : 1 - spoken.chance;
      return share >= from && share <= to ? [] : [{ start, end: start + words.length, fault: `it is ${percent(share)} of them (${spoken.fact})` }]; // prettier-ignore
    }),
  );
  return [...none, ...counted];
}
