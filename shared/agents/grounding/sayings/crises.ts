import { percent } from '../../../finance/amounts.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Mention } from '../mentions.ts';
import { sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

const WORST = /\b(?:the (?:worst|hardest|deepest|steepest|harshest|costliest|most (?:painful|costly|severe|damaging)|biggest (?:loss|fall|drop))|(?:worse|harder|deeper|harsher|costlier|more (?:painful|costly|severe)) (?:on you |for you )?than (?:any(?:thing)?|all|every|each)\b)/i; // prettier-ignore
const MILDEST = /\b(?:the (?:mildest|gentlest|smallest (?:loss|fall|drop)|least (?:painful|costly|severe))|(?:milder|gentler|less (?:painful|costly|severe)) (?:on you |for you )?than (?:any(?:thing)?|all|every|each)\b)/i; // prettier-ignore
const OF_ALL = /\b(?:crises|crisis|tested|bad times|of them(?: all)?|of all|slumps|crashes|anything|any|every|each)\b/i;
const UNHURT = /\bwithout (?:a|any) loss|\b(?:no|lost no|never lost|not (?:have )?lost) (?:money|loss)\b|\bunscathed\b|\bunharmed\b/i; // prettier-ignore
/** "Would have lost nothing", "would have gained": for the better. */
const BETTER = /\b(?:would|did|does|do)(?: not|n['’]t) (?:have )?(?:cost|taken?|lost|lose)(?: (?:you|from you|it|the portfolio))? (?:anything|any money|an?y? (?:cent|penny|dollar)|much)\b|\b(?:lost|losing|taken|cost(?: you)?) nothing\b|\b(?:mix|portfolio|you|it|money|savings|this) would have (?:gained|risen|grown|made (?:money|a (?:gain|profit))|come (?:out|through) (?:ahead|higher|richer))\b/i; // prettier-ignore
/** Between two bad times: which of them took more. */
const THAN = /^[^.;,]{0,40}?\b(?:(?:cost|taken|took|takes|lost|hurt|hit)(?: \w+){0,3}? (?<way>more|less|harder)|(?:been|is|was|were|be)(?: (?:far|much|a (?:bit|little)))? (?:an? )?(?<grade>worse|harder|deeper|harsher|costlier|milder|gentler|lighter|(?:more|less) (?:painful|costly|severe)))\b[^.;]{0,30}\bthan\b[^.;,]{0,25}$/i; // prettier-ignore
/** "Would have halved it", "cuts it in half". */
const HALVES = /\bhalv(?:e[sd]?|ing)\b|\b(?:cuts?|cutting|split) [^.;,]{1,30} in (?:half|two)\b/i;
const ABOUT_HALF = 0.08;
/** A percent more or less is told as the same. */
const LEVEL = 0.01;

/** A bad time said to be the worst of those that were tried, or the mildest, or one without a loss, where it is not. */
export function falseOfCrises(text: string, mentions: readonly Mention[], { values }: FactIndex): Saying[] {
  if (![WORST, MILDEST, UNHURT, HALVES, BETTER, /\bthan\b/i].some((said) => said.test(text))) return [];
  const returns = [...values].flatMap(([name, value]) => typeof value === 'number' && /^risk\.stress\.\w+\.return$/.test(name) ? [value] : []); // prettier-ignore
  return mentions.flatMap(({ start, end, subjects }): Saying[] => {
    const key = subjects.find((one) => one.startsWith('stress:'))?.slice('stress:'.length);
    const name = `risk.stress.${key ?? ''}.return`;
    const own = values.get(name);
    const sentence = sentenceAt(text, start);
    const others = mentions.filter((one) => one.start !== start && one.subjects.some((of) => of.startsWith('stress:')) && sentenceAt(text, one.start) === sentence); // prettier-ignore
    if (typeof own !== 'number') return [];
    const other = others.find((one) => one.start > end && !one.subjects.includes(`stress:${key ?? ''}`));
    if (other !== undefined) {
      const { way, grade } = THAN.exec(text.slice(end, other.start))?.groups ?? {};
      const than = values.get(`risk.stress.${other.subjects.find((one) => one.startsWith('stress:'))?.slice('stress:'.length) ?? ''}.return`); // prettier-ignore
      if ((way ?? grade) === undefined || typeof than !== 'number' || /\bnot\b|n['’]t\b|\?/.test(sentence)) return [];
      const isWorse = /^(?:more|hard|worse|deep|harsh|costl)/i.test(way ?? grade ?? '');
      return isWorse === own < than || Math.abs(own - than) < LEVEL ? [] : [{ start, end: other.end, fault: `it is the other way round (${name})` }]; // prettier-ignore
    }
    if (BETTER.test(sentence) && others.length === 0 && own < -LEVEL && !sentence.includes('?')) return [{ start, end, fault: `the mix would have lost in it (${name})` }]; // prettier-ignore
    if (others.length > 0 || /\bnot\b|n['’]t\b|\?/.test(sentence)) return [];
    const said = { start, end };
    if (UNHURT.test(sentence) && own < -LEVEL) return [{ ...said, fault: `the mix would have lost in it (${name})` }];
    if (HALVES.test(sentence) && Math.abs(own + 0.5) > ABOUT_HALF) return [{ ...said, fault: `the mix would have lost ${percent(-own)} in it (${name})` }]; // prettier-ignore
    if (!OF_ALL.test(sentence)) return [];
    const worse = WORST.test(sentence) && Math.min(...returns) < own - LEVEL;
    const milder = MILDEST.test(sentence) && Math.max(...returns) > own + LEVEL;
    return worse || milder ? [{ ...said, fault: `another would have been ${worse ? 'worse' : 'milder'} (${name})` }] : []; // prettier-ignore
  });
}
