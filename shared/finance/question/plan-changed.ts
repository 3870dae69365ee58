import type { PlanChange } from '../../schemas/analysis-plan.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { usd } from '../amounts.ts';
import { moved, words, yearly } from './sums.ts';

/** A plan after a change, with the change in words; or why it cannot be. */
export interface PlanChanged {
  plan?: Plan;
  label: string;
  impossible?: string;
}

const OLDEST = 120;

/** Applies one change of a question to a whole plan. What would leave it open whose it is, or what it does, is not tried. */
export function planChanged(change: PlanChange, plan: Plan): PlanChanged {
  const { what } = change;
  switch (what) {
    case 'income':
      return spend(change, plan);
    case 'contribute':
      return save(change, plan);
    case 'otherIncome':
      return receive(change, plan);
    case 'retireAt':
      return retire(change, plan);
    case 'lifeExpectancy':
      return live(change, plan);
    default:
      return { label: 'a change of the plan', impossible: 'it is no part of a plan' };
  }
}

function spend(change: PlanChange, plan: Plan): PlanChanged {
  const { spending } = plan;
  const { rule } = spending.rule;
  if (rule === 'percentage' || rule === 'variable_percentage') {
    return { label: 'spend another amount', impossible: 'the plan spends a share of what there is, not an amount' };
  }
  const amount = moved(change, spending.amount);
  const label = words('income', amount, spending.amount);
  if (amount < 0) return { label, impossible: 'it would take away more than there is' };
  return { plan: { ...plan, spending: { ...spending, amount } }, label };
}

function save(change: PlanChange, plan: Plan): PlanChanged {
  const saved = plan.savings.reduce((sum, { amount }) => sum + amount, 0);
  const to = moved(change, saved);
  const label = words('contribute', to, saved);
  if (to < 0) return { label, impossible: 'it would take away more than there is' };
  const owner = plan.people.findIndex(({ age, retireAt }) => retireAt > age);
  if (saved === 0 && owner === -1) return { label, impossible: 'nobody in the plan works any more' };
  const savings =
    saved === 0
      ? [{ owner, amount: to, growth: 0, timing: 'end' as const }]
      : plan.savings.map((one) => ({ ...one, amount: (one.amount * to) / saved }));
  return { plan: { ...plan, savings }, label };
}

function receive(change: PlanChange, plan: Plan): PlanChanged {
  const [first] = plan.people;
  const amount = yearly(change);
  const from = change.fromAge ?? Math.max(first?.age ?? 0, first?.retireAt ?? 0);
  const income = {
    kind: 'pension' as const,
    owner: 0,
    amount,
    basis: 'real' as const,
    from,
    survivorShare: 1,
    taxRate: 0,
  };
  return {
    plan: { ...plan, incomes: [...plan.incomes, income] },
    label: `${usd(amount)} a year of other income from age ${String(from)}`,
  };
}

function retire(change: PlanChange, plan: Plan): PlanChanged {
  const [first, second] = plan.people;
  if (first === undefined || second !== undefined) {
    return {
      label: 'retire at another age',
      impossible: 'the plan is of two people, and it is open whose age is meant',
    };
  }
  const retireAt = moved(change, first.retireAt);
  const label = words('retireAt', retireAt, first.retireAt);
  if (retireAt < 0 || retireAt > OLDEST) return { label, impossible: 'that is no age to retire at' };
  return { plan: { ...plan, people: [{ ...first, retireAt }] }, label };
}

function live(change: PlanChange, plan: Plan): PlanChanged {
  const { longevity, people } = plan;
  const [first] = people;
  if (
    longevity.model !== 'fixed_age' ||
    first === undefined ||
    people.some((person) => person.longevity !== undefined)
  ) {
    return { label: 'live to another age', impossible: 'the plan does not fix the age that the money must last to' };
  }
  const age = moved(change, longevity.age);
  const label = words('lifeExpectancy', age, longevity.age);
  if (age <= first.age || age > OLDEST) return { label, impossible: `age ${String(age)} cannot be planned to` };
  return { plan: { ...plan, longevity: { model: 'fixed_age', age } }, label };
}
