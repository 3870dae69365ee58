import { goesTheSameWay, signFits } from '../agrees.ts';
import type { Contradiction } from '../agrees.ts';
import type { Context } from '../context.ts';
import { countsTheSame, isSaidYearly, saidAsItIs } from '../count-fits.ts';
import type { Meaning } from '../fact-meaning.ts';
import type { Figure } from '../figure.ts';
import { isOfTheSame, isOfTheSameCase } from '../subject-fits.ts';
import { hasItsTopic, isTheIncomeMeant } from '../topic-fits.ts';
import type { Topics } from '../topic-fits.ts';

/** What ends the words that go with a figure: "[$24,000] a year | are a third of the income you want". */
const FURTHER =
  /\b(?:is|are|was|were|be|of|which|that|against|than|from|to|for|when|at|in|on|as|if|with|makes?|would|could|will)\b|[,;:.(|—–]/i;

/**
 * In which respect the words around a figure are against the fact that its writer named for it; null in none. As `contradiction`,
 * but no word has to be said for the fact, and of what kind the figure is only the words tell that lead to it or stand directly
 * behind it: what a clause goes on to compare it with says nothing.
 */
export function against(figure: Figure, meaning: Meaning, context: Context, topics: Topics): Contradiction | null {
  const free = unasked(meaning);
  if (!signFits(figure, free)) return 'sign';
  if (isSaidYearly(figure, free, context)) return 'count';
  if (!isTheIncomeMeant(free, context)) return 'topic';
  if (figure.kind === 'number' && !saidAsItIs(free, context, topics)) return 'topic';
  if (!countsTheSame(figure, free, context)) return 'count';
  if (!isOfTheSame(figure, free, context, topics)) return 'subject';
  if (!isOfTheSameCase(free, context) && !isOfARange(free, context)) return 'case';
  if (!hasItsTopic(figure, free, context, topics) && !hasItsTopic(figure, free, nearTo(figure, context), topics)) return 'topic'; // prettier-ignore
  return goesTheSameWay(figure, free, context) ? null : 'direction';
}

const RANGE = /^ between the \w+ and (?:the )?\w+/i;

/** "From $616,000 to $2.5 million between the worst and the best": each end is in its place. */
const isOfARange = ({ subjects }: Meaning, { after, named }: Context): boolean =>
  RANGE.test(after) && subjects.filter((one) => /^(?:pct|age):/.test(one)).every((one) => named.has(one) || one.startsWith('age:')); // prettier-ignore

/** A fact that is named needs no word of its own. */
export function unasked({ needsTopic: _needsTopic, also: _also, ...meaning }: Meaning): Meaning {
  return meaning;
}

/** The words of a clause that lead to a figure, and the few behind it. */
export function nearTo({ text }: Figure, context: Context): Context {
  const { before, after, own } = context;
  const lead = before.length < 60 && own.includes(before.trimStart() + text) ? before : before.slice(-40);
  const end = FURTHER.exec(after.slice(1))?.index;
  const near = `${lead.slice(Math.max(0, ...[...lead.matchAll(/[,;:.(|—–]/g)].map(({ index }) => index + 1)))}${text}${end === undefined ? after : after.slice(0, end + 1)}`; // prettier-ignore
  const at = context.own.indexOf(near);
  return { ...context, own: near, ownWords: context.ownWords.slice(at, at + near.length) };
}
