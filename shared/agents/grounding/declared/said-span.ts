import { WORDS } from '../numeral.ts';
import { FIGURE } from '../polarity/placed.ts';
import type { Span } from './fact-terms.ts';

const SOME = '(?: (?:about|around|roughly|only|just|some|nearly|almost|at least))*';
const COUNT = String.raw`(?:\d+|${WORDS}|several|many|a few)`;
/** Years that are counted, or end at retirement. */
const SPANS = String.raw`(?:over|in|within|across|during|throughout|for) (?:the )?(?:(?:next|coming|first|following|whole|full) )?${COUNT} (?:years|decades)(?! (?:ago|old))|over (?:the |all (?:the|these|those) )?(?:years|decades)|(?:over|in|during|throughout) (?:your|a) (?:\w+ )?(?:life|lifetime|career)|(?:lifetime|career)['’]s|${COUNT} (?:years|decades) of (?:\w+ )?(?:fees|costs|charges|expenses)|between (?:now|today) and|(?:until|till|by the time|before|by)(?: you (?:are|turn|reach|retire|stop)\w*)? (?:retirement|age \d\d|\d\d|you (?:retire|stop)\w*)`;
const OVER_YEARS = new RegExp(String.raw`\b(?:${SPANS})\b`, 'i');
const A_YEAR = new RegExp(String.raw`\b(?:a|per|each|every) (?:single )?(?:year|month)\b|\b(?:year|month|annual)ly\b|\bannual\b|\bper annum\b`, 'i'); // prettier-ignore
const THIS_YEAR = /\bthis year\b|\b(?:next|the coming) (?:year|twelve months|12 months)\b/i;
/** "Over twenty years $327 a year becomes": what it starts from. */
const STARTS = new RegExp(String.raw`\b(?:the|this|that|those|from|of)${SOME} ${FIGURE}`, 'i');
/** Right behind the figure, where a clause ends. */
const UNTIL = new RegExp(String.raw`${FIGURE}(?: (?:in|of) \w+(?: costs?| fees?)?)? (?:until|till|before) (?:you (?:are|turn|reach|retire|stop)\w*|retirement|age \d\d|\d\d)`, 'i'); // prettier-ignore
const OVER_THEM = new RegExp(String.raw`\bover (?:(?:the|those|all these) )?(?:(?:next|coming) )?(?:${COUNT} )?years\b`, 'i'); // prettier-ignore
/** What grows by so much a year. */
const A_RATE = /\d ?(?:%|percent) (?:a|per|each|every) year/gi;
/** A sum that is there, or is paid once. */
const AT_ONCE = new RegExp(
  [
    String.raw`${FIGURE}(?: (?:is|being|already))? (?:saved(?! (?:each|every|a|per))|set aside|put (?:aside|away)|in (?:savings|the bank|hand|total|all)|altogether|once|upfront|up front|as a lump sum|lump sum)\b`,
    String.raw`\b(?:once|when|as soon as|after|until|by the time) you (?:have|own|hold|reach|get to|hit|possess|accumulate|have saved)${SOME} ${FIGURE}`,
    String.raw`\b(?:nest egg|lump sum|total|fortune|pot|sum|balance|portfolio|savings) of${SOME} ${FIGURE}`,
    String.raw`\b(?:in (?:total|all)|altogether|once|all told|one[- ]?(?:time|off))\b[^.;,]{0,25}${FIGURE}`,
    String.raw`\b(?:have|own|hold)${SOME} ${FIGURE}(?! (?:less|more|to (?:spend|save)))`,
  ].join('|'),
  'i',
);

/** The words that say of an amount of one year that it is one of many or a sum, or of one of many years that it is one year's; null where none do. */
export function otherSpan(span: Span, clause: string, sentence: string): string | null {
  if (span === 'years')
    return OVER_YEARS.test(sentence)
      ? null
      : ((A_YEAR.exec(clause.replace(A_RATE, ' ')) ?? THIS_YEAR.exec(clause))?.[0] ?? null);
  if (A_YEAR.test(clause) || THIS_YEAR.test(clause)) return null;
  if (span === 'saved') return (AT_ONCE.exec(clause) ?? OVER_THEM.exec(clause))?.[0].replace(FIGURE, '…') ?? null;
  return STARTS.test(clause)
    ? null
    : ((OVER_YEARS.exec(clause) ?? UNTIL.exec(sentence))?.[0].replace(FIGURE, '…') ?? null);
}
