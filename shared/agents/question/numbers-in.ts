import { DIGITS, readNumeral, SCALE, scaleOf, WORDS } from '../grounding/numeral.ts';

/** A number in a question: an amount of money, a percentage, or a plain number (an age, a count of years). */
export interface Asked {
  kind: 'money' | 'percent' | 'number';
  value: number;
  /** Where it stands in the text. */
  start: number;
  end: number;
}

const grammar = new RegExp(
  String.raw`(?<sign>[$€£]\s?)?(?<![\w.,])(?<numeral>${DIGITS}|\b${WORDS}\b|\b(?:[Oo]ne|[Hh]alf)\b)(?<scale>${SCALE})?(?<unit>\s?%|\s(?:percent|per cent|dollars|usd|bucks)\b)?`,
  'giu',
);
/** A plain number of this size is no age and no count of years. */
const SMALLEST_MONEY = 1000;

/** The numbers of a question, in order; "half" is 50 percent. */
export function numbersIn(question: string): Asked[] {
  return [...question.matchAll(grammar)].map((match) => {
    const { sign, numeral = '', scale, unit = '' } = match.groups ?? {};
    const place = { start: match.index, end: match.index + match[0].length };
    if (numeral.toLowerCase() === 'half') return { kind: 'percent', value: 50, ...place };
    const value = (/^one$/i.test(numeral) ? 1 : readNumeral(numeral).value) * scaleOf(scale);
    if (/%|cent/i.test(unit)) return { kind: 'percent', value, ...place };
    const money = sign !== undefined || unit !== '' || scale !== undefined || value >= SMALLEST_MONEY;
    return { kind: money ? 'money' : 'number', value, ...place };
  });
}
