import type { AssetClass } from '../../schemas/classification.ts';
import type { RetirementGoals } from '../../schemas/goals.ts';

/** One set of circumstances to run through the paths: the plan itself, or the plan with one thing changed. */
export interface Scenario {
  key: string;
  label: string;
  goals: RetirementGoals;
  /** Mix of the portfolio, sums to 1, rebalanced every year. */
  weights: Record<AssetClass, number>;
  /** Yearly factor on every growth factor: 1 / (1 + inflation) turns nominal into real, less turns returns lower. */
  scale: number;
}

/** Years of saving, then of spending. Somebody past `retireAt` spends from today. */
export function horizon(goals: RetirementGoals): { saving: number; years: number } {
  return { saving: Math.max(0, goals.retireAt - goals.age), years: goals.lifeExpectancy - goals.age };
}
