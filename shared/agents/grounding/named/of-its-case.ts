import { everyMatch } from '../../every-match.ts';
import type { Context } from '../context.ts';
import type { FactIndex, Quantity } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import { FIGURE, placed } from '../polarity/placed.ts';
import { tellsItsPlan } from '../polarity/another-plan.ts';
import { stagesIn } from '../stages.ts';
import { isOfTheSameCase } from '../subject-fits.ts';

const WITH = new RegExp(`${FIGURE} (?:of futures )?(?:with|at) (?:only |just |about )?(\\d[\\d.]*%)`);

/**
 * Whether only what is said of a later figure names another age, percentile or change: "$1.06 million when you retire, and
 * $371,000 at 95"; "71% with 99% in stocks" tells by its 99% which change it is.
 */
export function isOfItsCase(figure: Figure, { fact, meaning }: Quantity, context: Context, index: FactIndex): boolean {
  const { wide, part } = placed(figure, context);
  const share = WITH.exec(wide)?.[1];
  const label = index.values.get(fact.replace(/\.(?:success|change)$/, '.label'));
  if (share !== undefined && typeof label === 'string') return label.includes(share);
  if (tellsItsPlan(figure, fact, context, index)) return true;
  if (!meaning.subjects.some((one) => /^(?:age|pct):/.test(one))) return false;
  const near = new Set(stagesIn(saidUpTo(wide, part), index.ages));
  return isOfTheSameCase(meaning, { ...context, named: near, here: near });
}

/** A sentence up to the figure that comes next. */
const saidUpTo = (wide: string, part: string): string => wide.slice(0, wide.indexOf(FIGURE)) + part.slice(part.indexOf(FIGURE) + 1); // prettier-ignore

/** Whether a fact is of an age or a percentile that only a later figure is said of. */
export function isOfALater(figure: Figure, { meaning }: Quantity, context: Context, { ages }: FactIndex): boolean {
  const own = meaning.subjects.filter((one) => /^(?:age|pct):/.test(one));
  const { wide, part } = placed(figure, context);
  return own.length > 0 && !own.every((one) => stagesIn(saidUpTo(wide, part), ages).includes(one));
}

const AMOUNT = /\$\s?(\d[\d,]*)/g;
const isAbout = (one: number, other: unknown): boolean => typeof other === 'number' && Math.abs(one - other) <= 0.01 * Math.abs(other); // prettier-ignore

/** Whether a sentence says what the chosen confidence is reached with: the income that lasts, or the earliest age. */
export function isAtWhatLasts(sentence: string, { values }: FactIndex): boolean {
  const amounts = everyMatch(AMOUNT, sentence).map(([, digits = '']) => Number(digits.replaceAll(',', '')));
  const income = values.get('retirement.sustainableIncome');
  const age = values.get('retirement.earliestAge');
  return amounts.some((one) => isAbout(one, income) || isAbout(12 * one, income)) || (typeof age === 'number' && new RegExp(`\\b(?:at|until|till|to|by|age) ${String(age)}\\b`).test(sentence)); // prettier-ignore
}
