import type { Context } from './context.ts';
import { countsTheSame, isSaidYearly, saidAsItIs } from './count-fits.ts';
import { directions } from './cues.ts';
import type { Meaning } from './fact-meaning.ts';
import type { Figure } from './figure.ts';
import { isOfTheSame, isOfTheSameCase } from './subject-fits.ts';
import { hasItsTopic, isTheIncomeMeant } from './topic-fits.ts';
import type { Topics } from './topic-fits.ts';

/** In which respect a text says of a figure what is not so of a fact. */
export type Contradiction = 'sign' | 'count' | 'subject' | 'case' | 'topic' | 'direction';

/**
 * What speaks against a fact of the right size being what a figure states, by the words around it: the things they name,
 * what kind of figure they speak of, what is counted, and which way it goes; null where nothing does. It looks for what
 * contradicts, and lets pass what says nothing: a writer may leave unsaid what the sentence before has said.
 */
export function contradiction(
  figure: Figure,
  meaning: Meaning,
  context: Context,
  topics: Topics,
): Contradiction | null {
  if (!signFits(figure, meaning)) return 'sign';
  if (isSaidYearly(figure, meaning, context)) return 'count';
  if (!isTheIncomeMeant(meaning, context)) return 'topic';
  if (figure.kind === 'number' && !saidAsItIs(meaning, context, topics)) return 'topic';
  if (!countsTheSame(figure, meaning, context)) return 'count';
  if (!isOfTheSame(figure, meaning, context, topics)) return 'subject';
  if (!isOfTheSameCase(meaning, context)) return 'case';
  if (!hasItsTopic(figure, meaning, context, topics)) return 'topic';
  return goesTheSameWay(figure, meaning, context) ? null : 'direction';
}

/** Whether nothing in the text speaks against the fact. */
export const agrees = (figure: Figure, meaning: Meaning, context: Context, topics: Topics): boolean =>
  contradiction(figure, meaning, context, topics) === null;

/** Whether a written sign is not the other way than the fact. */
export function signFits({ sign }: Figure, { direction }: Meaning): boolean {
  return sign === 0 || direction === undefined || direction.words === 'lasting' || direction.up === sign > 0;
}

const BOUNDING = /\b(?:under|over|above|below|more than|less than)\s(?:an? )?$/i;

/** Whether the words of a clause do not say the other direction than the fact has. */
export function goesTheSameWay(
  { sign, bound, text }: Figure,
  { direction, subjects }: Meaning,
  { clause: said, after, attached, own }: Context,
): boolean {
  if (sign !== 0) return true;
  // The name of a change says what is changed: "Spend 10% less" raises the chance.
  // "A 35% chance" is one of success, whatever has gone before it.
  const near =
    direction?.words === 'lasting' && /^ (?:chance|probability)\b(?! (?:of|that|the|it))/i.test(after) ? own : said;
  const quoted = near.replace(/[“"][^”"]*[”"]/gu, '');
  // "Under three points off target" says how far, and not which way.
  const place = bound === 0 ? -1 : quoted.indexOf(text);
  const clause = place < 0 ? quoted : quoted.slice(0, place).replace(BOUNDING, '') + quoted.slice(place);
  // "Move $5,000 into bonds": whatever else is said of it, that is bought.
  if (
    direction?.words === 'trade' &&
    subjects.some((subject) => attached.has(subject)) &&
    /^\s(?:in)?to\s/.test(after)
  ) {
    return direction.up;
  }
  if (direction === undefined || /\bnot\b|\bnever\b|n['’]t\b|\bno\b|\bneither\b|\bnor\b/i.test(clause)) return true;
  const [up, down] = directions[direction.words] ?? [];
  if (up === undefined || down === undefined) return true;
  const [rises, falls] = [up.test(clause), down.test(clause)];
  return rises === falls || rises === direction.up;
}
