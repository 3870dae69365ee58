import { percent } from '../../../finance/amounts.ts';
import { matchesOfAny } from '../../any-of.ts';
import type { FactIndex } from '../fact-index.ts';
import { negatedOf, wordOf } from '../polarity/lexicon.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';
import { chanceSpokenOf } from './spoken-chance.ts';

const END = String.raw`(?=[.,;:!?]|$)`;
/** What of two outcomes is said to come more often, by words that compare them and need no figure. */
const compared = matchesOfAny([
  /\b(?:more|less) (?:likely|probable|often)(?: to (?!than)[^.;,]{1,40})? than (?:not|to|it|success|failure|succeed\w*|fail\w*|running|lasting|the (?:opposite|other way))\b/giu,
  /\b(?:likelier|unlikelier)(?: to (?!than)[^.;,]{1,40})? than (?:not|to|it|success|failure|succeed\w*|fail\w*|running|lasting)\b/giu,
  new RegExp(String.raw`\bthe (?:more |less )?(?:likely|likelier|probable) (?:outcome|result|end|ending|case)${END}`, 'giu'),
  /\b(?:more often|likelier|less often) than not\b/giu,
  /\bodds (?:are|is|lie|stand) (?:\w+ )?(?:stacked )?(?:against|in (?:your|its|the plan['’]s) favou?r|with)\b/giu,
]); // prettier-ignore
const MAYBE = /\b(?:likel|unlikel|often|odds|probable)/iu;
/** A figure beside it is checked by itself; of markets and single things a plan's chance says nothing. */
const ELSEWHERE =
  /%|\b(?:stocks?|bonds?|markets?|shares?|prices?|funds?|recession|inflation|return\w*|widow\w*|surviv(?:or|es you))\b/iu;
const OF_THE_PLAN =
  /\b(?:plans?|retir\w+|money|savings|portfolio|success|failure|you|it|simulat\w+|futures?|outcome)\b/iu;
const DENIED = /\b(?:not|no|never|hardly|neither|nor)\b[^.;,]{0,20}$|n['’]t\b[^.;,]{0,20}$/iu;

/** About a half: neither is likelier by much. */
const LEVEL = 0.01;

/** One outcome of the plan said to be likelier than the other, where it is the other way round. */
export function falseLikelier(text: string, index: FactIndex): Saying[] {
  const planned = index.values.get('retirement.success');
  if (typeof planned !== 'number' || !MAYBE.test(text)) return [];
  return compared(text).flatMap(({ 0: words, index: start }): Saying[] => {
    const sentence = sentenceAt(text, start);
    if (ELSEWHERE.test(sentence) || !OF_THE_PLAN.test(sentence) || SUPPOSED.test(sentence)) return [];
    if (DENIED.test(text.slice(Math.max(0, start - 30), start))) return [];
    const spoken = THEN.test(sentence) ? chanceBefore(text, start) : chanceSpokenOf(sentence, planned, index);
    const works = worksOften(words, sentence);
    if (spoken === null || works === null || works === spoken.chance > 0.5 || Math.abs(spoken.chance - 0.5) < LEVEL) return []; // prettier-ignore
    return [{ start, end: start + words.length, fault: `it lasts in ${percent(spoken.chance)} of the futures (${spoken.fact})` }]; // prettier-ignore
  });
}

/** "The plan then": what has just been tried, of which the figure before it tells. */
const THEN = /\bplan (?:would )?then\b/iu;
const CHANCE = /(\d{1,3}(?:\.\d+)?)% of\b/gu;

function chanceBefore(text: string, at: number): { chance: number; fact: string } | null {
  const [, said] = [...text.slice(text.lastIndexOf('\n', at) + 1, at).matchAll(CHANCE)].at(-1) ?? [];
  return said === undefined ? null : { chance: Number(said) / 100, fact: 'the figure before' };
}

/** Whether the words say that the plan works more often than it fails; null where they say neither. */
function worksOften(words: string, sentence: string): boolean | null {
  const odds = /\bodds\b/iu.test(words);
  const more = odds ? !/\bagainst$/iu.test(words) : !/\b(?:less|unlikelier)\b/iu.test(words);
  const [lead = '', rest = ''] = sentence.split(words);
  // "More likely than not to run out": what it is said of stands behind; else before "than".
  const own = /\bthan not$|^the\b/iu.test(words) || odds ? `${lead} ${rest}` : `${lead} ${words.replace(/ than [^.;,]*$/iu, '')}`; // prettier-ignore
  const good = wordOf('good', own) !== null || negatedOf('bad', own) !== null;
  const bad = wordOf('bad', own) !== null || negatedOf('good', own) !== null;
  if (odds && !good && !bad) return more;
  return good === bad ? null : good === more;
}
