import type { FactIndex } from '../fact-index.ts';
import { DIMENSIONS, plansOf } from '../polarity/plans.ts';
import { spokenPlan } from '../polarity/spoken-plan.ts';
import type { Spoken } from '../polarity/spoken-plan.ts';

/** The chance of the plan that a sentence speaks of; null where that is not known. */
export function chanceSpokenOf(
  sentence: string,
  planned: number,
  index: FactIndex,
): { chance: number; fact: string } | null {
  const plans = plansOf(index);
  // The longest: of "A; B" there is a plan of both, and one of each.
  const [named] = [...plans.labels].filter(([, label]) => sentence.includes(label)).toSorted(([, a], [, b]) => b.length - a.length)[0] ?? []; // prettier-ignore
  const chance = index.values.get(`${named ?? ''}.success`);
  if (named !== undefined && typeof chance === 'number') return { chance, fact: `${named}.success` };
  const spoken = spokenPlan(sentence, plans);
  const own = { chance: planned, fact: 'retirement.success' };
  const [said] = spoken.get('retireAt')?.values ?? [];
  if (said !== undefined && said !== plans.base.retireAt) {
    // Where several plans stop then, it is the one of which all else is spoken of, or nothing else is changed.
    const [key = ''] = [...plans.changed].filter(([, changes]) => changes.retireAt === said && DIMENSIONS.every((one) => one === 'retireAt' || changes[one] === undefined || isSpokenOf(spoken.get(one), changes[one]))).toSorted(([, a], [, b]) => Object.keys(b).length - Object.keys(a).length)[0] ?? []; // prettier-ignore
    const chance = index.values.get(`${key}.success`);
    return typeof chance === 'number' ? { chance, fact: `${key}.success` } : null;
  }
  // A change without a figure, an income that would last: of another plan than there is.
  const changed = [...spoken].some(([one, { values, changed: is, kept }]) => (is && !kept) || (values.length > 0 && !values.includes(plans.base[one] ?? Number.NaN))); // prettier-ignore
  const later = [...sentence.matchAll(/\b(?:at|until|to|by)(?: age)? (\d\d)\b(?!%|[.,]\d| percent)/gi)].some(([, age]) => Number(age) > (plans.base.retireAt ?? 0) && !(plans.base.lifeExpectancy === Number(age))); // prettier-ignore
  return changed || later ? null : own;
}

/** Its value, or without any that it is changed. */
const isSpokenOf = (said: Spoken | undefined, value: number): boolean =>
  said !== undefined && (said.values.includes(value) || (said.values.length === 0 && said.changed && !said.kept));
