import type { PlanChange } from '../../schemas/analysis-plan.ts';
import type { RetirementGoals } from '../../schemas/goals.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { usd } from '../amounts.ts';
import { retiringAt, withSpendingFrom } from '../retirement/retiring.ts';
import { endOf } from './other-income.ts';
import { yearly } from './sums.ts';
import type { Said } from './sums.ts';

/** Work for pay after the work of today: US dollars a year from one age to another, for life where it has no end. */
interface Work {
  amount: number;
  from: number;
  to: number | undefined;
  /** When the work of today stops: at the plan's age, or when this begins. */
  retires: number;
  label: string;
  impossible: string | null;
}

function workOf(change: PlanChange, { age, retireAt }: { age: number; retireAt: number }): Work {
  const amount = yearly(change);
  const from = change.fromAge ?? Math.max(retireAt, age);
  const to = endOf(change, from);
  const retires = Math.min(retireAt, from);
  const stops =
    retires < retireAt ? `stop the work of today at ${String(from)} instead of ${String(retireAt)}, and ` : '';
  const label = `${stops}earn ${usd(amount)} a year from age ${String(from)}${to === undefined ? '' : ` until ${String(to)}`}`;
  const isPast = from < age ? `age ${String(from)} is past: you are ${String(age)} already` : null;
  const impossible = isPast ?? (to !== undefined && to <= from ? 'it would end before it begins' : null);
  return { amount, from, to, retires, label, impossible };
}

/** The goals of somebody who goes on earning something once the work of today has stopped. */
export function goalsWorking(
  change: PlanChange,
  goals: RetirementGoals,
): Said & { goals?: RetirementGoals; impossible?: string } {
  const { amount, from, to, retires, label, impossible } = workOf(change, goals);
  if (impossible !== null) return { label, impossible };
  const work = { kind: 'work' as const, amount, from, ...(to !== undefined && { to }) };
  return { label, goals: { ...goals, retireAt: retires, otherIncome: [...(goals.otherIncome ?? []), work] } };
}

/** The same of a whole plan of one person. */
export function planWorking(change: PlanChange, plan: Plan): Said & { plan?: Plan; impossible?: string } {
  const [person, other] = plan.people;
  if (person === undefined || other !== undefined) {
    return {
      label: 'earn something after the work of today',
      impossible: 'of a plan of two people pay for later work is not moved by a question: give the plan anew with it',
    };
  }
  const { amount, from, to, retires, label, impossible } = workOf(change, person);
  if (impossible !== null) return { label, impossible };
  const work = {
    kind: 'work' as const,
    owner: 0,
    amount,
    basis: 'real' as const,
    from,
    survivorShare: 0,
    taxRate: 0,
  };
  const income = { ...work, ...(to !== undefined && { to }) };
  const retired = retiringAt(plan, [retires]);
  const spends = retires < person.retireAt ? withSpendingFrom(plan, retired) : '';
  return { label: `${label}${spends}`, plan: { ...retired, incomes: [...plan.incomes, income] } };
}
