import { everyMatch } from '../../every-match.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Mention } from '../mentions.ts';
import { WORDS, readNumeral } from '../numeral.ts';
import { weightNamed } from '../polarity/left-out.ts';
import { kindOf } from '../subject-kinds.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

const TO = String.raw`(?: ?: ?|[ -]to[ -])(?:one|1)\b(?! of\b|[.,:/]?\d)`;
/** Behind a number: "to one", ":1". */
export const TO_ONE = new RegExp(`^${TO}`, 'i');
const SAID = new RegExp(String.raw`(?<![\d.,:/]|\bfrom )\b(?<number>${WORDS}|\d{1,3}(?:\.\d)?)${TO}`, 'giu'); // prettier-ignore
const OF_NO_PART = /\b(?:chance|odds|toward|gain|return|fee|cost)/i;

/** How often the share of one of two things goes into that of the other; null where there are no two of a kind. */
export function ratioOfTwo(
  mentions: readonly Pick<Mention, 'subjects'>[],
  index: FactIndex,
): { ratio: number; fact: string } | null {
  const things = [...new Set(mentions.flatMap(({ subjects }) => subjects))].filter((one) => weightNamed(one, index) !== null); // prettier-ignore
  // An issuer's bonds or gold are a class and a holding.
  const [one, other, third] = things.filter((next) => kindOf(next) === kindOf(things[0] ?? ''));
  if (one === undefined || other === undefined || third !== undefined) return null;
  const shares = [one, other].map((next) => {
    const name = weightNamed(next, index) ?? '';
    return { name, share: Number(index.values.get(name)) };
  });
  const [small, large] = shares.sort((a, b) => a.share - b.share);
  if (small === undefined || large === undefined || !(small.share > 0)) return null;
  return { ratio: large.share / small.share, fact: `${large.name} / ${small.name}` };
}

/** "Five to one" is said of 4.3 to 5.7. */
export const isToOne = (said: number, ratio: number): boolean => Math.abs(ratio - said) <= Math.max(0.5, 0.15 * said);

/** "Stocks outweigh bonds by twenty to one" where it is five. */
export function falseRatios(text: string, mentions: readonly Mention[], index: FactIndex): Saying[] {
  return everyMatch(SAID, text).flatMap(({ 0: words, index: start, groups = {} }): Saying[] => {
    const sentence = sentenceAt(text, start);
    const from = text.lastIndexOf(sentence, start);
    const near = mentions.filter((one) => one.start >= from && one.end <= from + sentence.length);
    const found = OF_NO_PART.test(sentence) || SUPPOSED.test(sentence) ? null : ratioOfTwo(near, index);
    if (found === null) return [];
    const said = readNumeral((groups.number ?? '').toLowerCase()).value;
    if (isToOne(said, found.ratio)) return [];
    return [{ start, end: start + words.length, fault: `it is ${found.ratio.toFixed(1)} to one (${found.fact})` }];
  });
}
