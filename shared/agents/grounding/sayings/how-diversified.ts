import { everyMatch } from '../../every-match.ts';
import type { FactIndex } from '../fact-index.ts';
import { DIGITS, WORDS, readNumeral } from '../numeral.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

const effective = new RegExp(String.raw`\beffective(?:ly)?(?: number of (?:\w+ )?(?:holdings|positions|investments)(?: (?:is|of|comes to|stands at|at|are|=))*| (?:about|around|only|just|some|like|as many as|has|holds|have))*[ :]*\b(?<number>${DIGITS}|${WORDS})(?= |[.,;)]|$)(?:(?! ?%)| (?:holdings|positions|investments))`, 'giu'); // prettier-ignore
/** "Behaves like eight equal ones", "as if you held 19 equal positions". */
const alike = new RegExp(String.raw`\b(?:like|as if (?:you|it|there)(?: \w+){1,3}|as(?: \w+){0,2} as|equivalent to|no more than|the same as)(?: (?:about|around|roughly|only|just|some|nearly|almost))* (?<number>${DIGITS}|${WORDS}) (?:equal(?:ly)?|even(?:ly)?|same-sized|equal-sized)\b`, 'giu'); // prettier-ignore
/** From here on out of ten a portfolio may be called well spread, and below the other it may not be called badly so. */
const [WELL, BADLY] = [7, 5];
const spread = new RegExp(String.raw`\b(?<how>(?:very |quite |already |broadly |extremely )*(?:well|highly|broadly|widely|amply|fully|thoroughly|nicely|excellently)|(?:very |quite )*(?:poorly|badly|barely|hardly|not (?:well|very well|at all)))[ -](?:diversified|spread(?: out)?)\b`, 'giu'); // prettier-ignore
/** Of a fund, a part or an account, and not of the whole. */
const WHOLE = /\b(?:portfolio|you are|you['’]re|money|savings|mix|investments|holdings)\b/iu;
const NOT = /\b(?:not|no|never|hardly|neither|less|more|isn['’]t|aren['’]t)\b[^.;,]{0,20}$/iu;

/** How many holdings a portfolio is like, and how well it is spread, where the facts say otherwise. */
export function falseDiversification(text: string, { values }: FactIndex): Saying[] {
  const like = values.get('concentration.effectiveHoldings');
  const score = values.get('score.diversification');
  const counts =
    typeof like !== 'number' || !/\beffective|\bequal|\beven|-sized/iu.test(text)
      ? []
      : [...everyMatch(effective, text), ...everyMatch(alike, text)].flatMap(
          ({ 0: words, index: start, groups = {} }): Saying[] => {
            // prettier-ignore
            const { value } = readNumeral(groups.number ?? '');
            return Number.isNaN(value) || Math.abs(value - like) <= 0.5 ? [] : [{ start, end: start + words.length, fault: `the effective number of holdings is ${like.toFixed(1)} (concentration.effectiveHoldings)` }]; // prettier-ignore
          },
        );
  const verdicts =
    typeof score !== 'number'
      ? []
      : everyMatch(spread, text).flatMap(({ 0: words, index: start, groups = {} }): Saying[] => {
          // prettier-ignore
          const sentence = sentenceAt(text, start);
          if (!WHOLE.test(sentence) || SUPPOSED.test(sentence) || NOT.test(text.slice(Math.max(0, start - 30), start))) return []; // prettier-ignore
          const isBad = /poor|bad|bare|hard|not/iu.test(groups.how ?? '');
          return (isBad ? score < BADLY + 1 : score >= WELL) ? [] : [{ start, end: start + words.length, fault: `diversification is graded ${score.toString()} out of 10 (score.diversification): say that` }]; // prettier-ignore
        });
  return [...counts, ...verdicts];
}
