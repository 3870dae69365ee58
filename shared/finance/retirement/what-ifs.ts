import { assetClasses } from '../../schemas/classification.ts';
import type { AssetClass } from '../../schemas/classification.ts';
import type { Scenario } from './scenario.ts';

const SHIFT = 0.2;
const OLDEST = 120;
const usd = (amount: number): string => `$${Math.round(amount).toLocaleString('en-US')}`;

/**
 * What a person could change, and three strains on the plan, each as the plan with that one thing different. Changes that
 * mean nothing for this plan (saving more when already retired) are left out.
 */
export function whatIfs(plan: Scenario, market: { mean: number; inflation: number }): Scenario[] {
  const { goals, weights } = plan;
  const saving = goals.retireAt > goals.age;
  const list: Scenario[] = [];
  const add = (key: string, label: string, change: Partial<Scenario>) => list.push({ ...plan, ...change, key, label });

  if (goals.income > 0) {
    const income = goals.income * 0.9;
    add('spend_10_percent_less', `Spend 10 % less, ${usd(income)} a year`, { goals: { ...goals, income } });
  }
  if (saving && goals.retireAt + 2 < goals.lifeExpectancy) {
    const retireAt = goals.retireAt + 2;
    add('retire_2_years_later', `Retire 2 years later, at ${retireAt}`, { goals: { ...goals, retireAt } });
  }
  if (saving && goals.contribute > 0) {
    const contribute = goals.contribute * 1.2;
    add('save_20_percent_more', `Save 20 % more, ${usd(contribute)} a year`, { goals: { ...goals, contribute } });
  } else if (saving) {
    const contribute = 10_000;
    add('start_saving', `Save ${usd(contribute)} a year until retirement`, { goals: { ...goals, contribute } });
  }
  const more = Math.min(SHIFT, 1 - weights.equity);
  if (more >= 0.01) {
    const label = `Hold more in shares, ${percent(weights.equity + more)} instead of ${percent(weights.equity)}`;
    add('more_equity', label, { weights: withEquity(weights, weights.equity + more) });
  }
  const less = Math.min(SHIFT, weights.equity);
  if (less >= 0.01) {
    const label = `Hold less in shares, ${percent(weights.equity - less)} instead of ${percent(weights.equity)}, the rest in bonds`;
    add('less_equity', label, { weights: withEquity(weights, weights.equity - less) });
  }
  if (goals.lifeExpectancy + 5 <= OLDEST) {
    const lifeExpectancy = goals.lifeExpectancy + 5;
    add('live_5_years_longer', `Live 5 years longer, to ${lifeExpectancy}`, { goals: { ...goals, lifeExpectancy } });
  }
  add('returns_1_point_lower', 'Returns 1 point a year lower than assumed', {
    scale: plan.scale * (1 - 0.01 / (1 + market.mean)),
  });
  add('inflation_1_point_higher', 'Inflation 1 point a year higher than assumed, returns unchanged', {
    scale: plan.scale * ((1 + market.inflation) / (1.01 + market.inflation)),
  });
  return list;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The mix with `equity` in shares: what is added comes from the rest in proportion, what is taken goes into bonds. */
function withEquity(weights: Record<AssetClass, number>, equity: number): Record<AssetClass, number> {
  const shifted = { ...weights, equity };
  if (equity < weights.equity) return { ...shifted, fixed_income: weights.fixed_income + weights.equity - equity };
  const rest = (1 - equity) / (1 - weights.equity);
  for (const key of assetClasses) if (key !== 'equity') shifted[key] = weights[key] * rest;
  return shifted;
}
