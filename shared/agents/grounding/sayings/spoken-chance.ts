import type { FactIndex } from '../fact-index.ts';
import { plansOf } from '../polarity/plans.ts';
import { spokenPlan } from '../polarity/spoken-plan.ts';

/** The chance of the plan that a sentence speaks of; null where that is not known. */
export function chanceSpokenOf(
  sentence: string,
  planned: number,
  index: FactIndex,
): { chance: number; fact: string } | null {
  const plans = plansOf(index);
  const spoken = spokenPlan(sentence, plans);
  const own = { chance: planned, fact: 'retirement.success' };
  const [said] = spoken.get('retireAt')?.values ?? [];
  if (said !== undefined && said !== plans.base.retireAt) {
    const [key = ''] = [...plans.changed].find(([, changes]) => changes.retireAt === said) ?? [];
    const chance = index.values.get(`${key}.success`);
    return typeof chance === 'number' ? { chance, fact: `${key}.success` } : null;
  }
  // A change without a figure, an income that would last: of another plan than there is.
  const changed = [...spoken].some(([one, { values, changed: is, kept }]) => (is && !kept) || (values.length > 0 && !values.includes(plans.base[one] ?? Number.NaN))); // prettier-ignore
  const later = [...sentence.matchAll(/\b(?:at|until|to|by)(?: age)? (\d\d)\b(?!%|[.,]\d| percent)/gi)].some(([, age]) => Number(age) > (plans.base.retireAt ?? 0) && !(plans.base.lifeExpectancy === Number(age))); // prettier-ignore
  return changed || later ? null : own;
}
