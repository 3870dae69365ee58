import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { stepOfAge } from './steps.ts';

/** What the falls of a plan leave of each asset in one step, as factors in the order of the market's assets. */
export interface StepFall {
  step: number;
  kept: readonly number[];
}

/** The steps in which assets fall, in order; of falls in one step each takes its share of what the others leave. */
export function stepFalls(plan: Plan, steps: number): StepFall[] {
  const { market } = plan;
  const kept = new Map<number, number[]>();
  for (const { age, by } of market.falls ?? []) {
    const step = stepOfAge(plan, 0, age);
    if (step < 0 || step >= steps) continue;
    const before = kept.get(step) ?? market.assets.map(() => 1);
    kept.set(step, before.map((share, index) => share * (1 - (by[market.assets[index]?.name ?? ''] ?? 0)))); // prettier-ignore
  }
  return [...kept]
    .map(([step, shares]) => ({ step, kept: shares }))
    .filter((fall) => fall.kept.some((share) => share !== 1))
    .sort((one, other) => one.step - other.step);
}
