import type { Context } from './context.ts';
import type { FactIndex } from './fact-index.ts';
import type { Figure } from './figure.ts';
import { plansOf } from './polarity/plans.ts';
import type { Grounded } from './operands.ts';
import { factsIn } from './named/names-in.ts';

const SURE = /\bconfiden\w*|\bsure\b|\bcertain\w*|\binterval\b|\bmargin\b|\brange\b|\berror\b/i;
const CHANCE = /^ (?:chance|probability|likelihood|odds|of (?:the |all |simulated )?(?:futures|simulations|paths))\b/i;
const AGE_BEFORE = /\b(?:at|age|aged|to|until|till|by|reach|past)(?: age| about)? $/i;
const OF_FACTS = /\.[^.]+$/;

/**
 * The fact beside whose figure another is said that its own label states: the 95% of an interval, the age of a balance, the
 * scale of a grade, the share of stocks of a changed plan. Null where no figure of the sentence has such a label, or the words
 * say that it is something else.
 */
export function statedBeside(
  figure: Figure,
  { sentence, before, after, within: [, until] }: Context,
  grounded: readonly Grounded[],
  index: FactIndex,
): string | null {
  if (figure.kind === 'money' || figure.kind === 'date' || grounded.length === 0 || CHANCE.test(after)) return null;
  const from = until - sentence.length - 1;
  const near = grounded.filter(({ figure: { start } }) => start >= from && start < until).flatMap(({ fact }) => factsIn(fact)); // prettier-ignore
  const value = figure.kind === 'odds' ? 100 * figure.value : figure.value;
  const kind = figure.kind === 'odds' ? 'percent' : figure.kind;
  const interval = near.find((fact) => fact.startsWith('retirement.interval.'));
  if (interval !== undefined && kind === 'percent' && Math.abs(value - 95) < 1e-6 && SURE.test(sentence)) return interval; // prettier-ignore
  const families = new Set(near.filter((fact) => /whatIf|medianAt|balance|score/.test(fact)).map((fact) => fact.replace(OF_FACTS, ''))); // prettier-ignore
  if (kind === 'number' && isYearsBetween(value, after, near, index))
    return `${near.find((fact) => fact.includes('whatIf')) ?? ''}#years`;
  const stated = index.stated.find(
    (one) =>
      one.kind === kind &&
      Math.abs(one.value - value) < 1e-6 &&
      (near.includes(one.fact) || (one.fact.includes('whatIf') && families.has(one.fact.replace(OF_FACTS, '')))),
  );
  if (stated === undefined) return null;
  if (kind === 'number') return AGE_BEFORE.test(before) || speaks(sentence, stated) ? `${stated.fact}#stated` : null;
  return speaks(sentence, stated) || /\bwith $/i.test(before) ? `${stated.fact}#stated` : null;
}

/** "Stopping three years early", where the plan is to stop at 60 and the change to stop at 57. */
function isYearsBetween(value: number, after: string, near: readonly string[], index: FactIndex): boolean {
  if (!/^ years? (?:early|earlier|sooner|later|longer|more|before)\b/i.test(after)) return false;
  const { base, changed } = plansOf(index);
  return near.some((fact) => {
    const to = changed.get(fact.replace(OF_FACTS, ''))?.retireAt;
    return to !== undefined && base.retireAt !== undefined && Math.abs(to - base.retireAt) === value;
  });
}

/** Whether the sentence has the word that stands next to the figure in the label. */
const speaks = (sentence: string, { before, after }: { before: string; after: string }): boolean =>
  [before, after].some((word) => word.length > 2 && sentence.toLowerCase().includes(word.slice(0, 5)));
