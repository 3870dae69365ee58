import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import type { SpendingGoal } from '../../../schemas/retirement-plan/spending.ts';
import { usd } from '../../amounts.ts';
import { REPAYMENT } from '../portfolio/repayment.ts';
import { paidGoals } from '../uncounted.ts';
import type { WhatIf } from './what-ifs.ts';

/** Of what the accounts hold today: a goal that takes less is not tried, nor are all of them together that take less than twice that. */
const MATTERS = 0.05;
/** All goals are tried too where they take so many times what the largest of them does. */
const MORE = 1.25;
/** Years by which a goal is put off. */
const DELAY = 5;

const KEYS = new Set(['without_goal', 'half_goal', 'delay_goal', 'without_goals']);

/** Whether a what-if is of what the plan's goals take. They are themselves spending, so what it does to a year's says nothing. */
export const isOfGoals = ({ key }: Pick<WhatIf, 'key'>): boolean => KEYS.has(key);

/** Goals of one name: what is paid once, or in several years. */
interface Purpose {
  name: string;
  payments: readonly SpendingGoal[];
  /** US dollars of today, all payments together. */
  amount: number;
}

/**
 * The plan without its largest goal, with half of it and with it five years later, and without any goal where the others take much
 * too: of goals that are large beside what the accounts hold today. Paying back what is owed is no goal that could be left out.
 */
export function goalWhatIfs(plan: Plan): WhatIf[] {
  const goals = paidGoals(plan).filter(({ name, amount }) => amount > 0 && name !== REPAYMENT);
  const balance = plan.accounts.reduce((sum, account) => sum + account.balance, 0);
  const [largest] = purposesOf(goals).toSorted((one, other) => other.amount - one.amount);
  if (largest === undefined) return [];
  const sum = sumOf(goals);
  const all = sum >= 2 * MATTERS * balance && sum >= MORE * largest.amount;
  return [
    ...(largest.amount >= MATTERS * balance ? ofLargest(plan, largest) : []),
    ...(all
      ? [{ key: 'without_goals', label: `Without any of the one-off goals, ${usd(sum)} in all`, plan: changed(plan, goals, () => []) }] // prettier-ignore
      : []),
  ];
}

function ofLargest(plan: Plan, { name, payments, amount }: Purpose): WhatIf[] {
  const tried = (change: (goal: SpendingGoal) => SpendingGoal[]): Plan => changed(plan, payments, change);
  const delayed = tried((goal) => [{ ...goal, age: goal.age + DELAY }]);
  const inTime = paidGoals(delayed).length === paidGoals(plan).length;
  const inAll = payments.length > 1 ? ' in all' : '';
  return [
    {
      key: 'without_goal',
      label: `Without ${name}, ${usd(amount)}${inAll} ${agesOf(payments)}`,
      plan: tried(() => []),
    },
    {
      key: 'half_goal',
      label: `Half as much for ${name}, ${usd(amount / 2)}${inAll}`,
      plan: tried((goal) => [{ ...goal, amount: goal.amount / 2 }]),
    },
    ...(inTime
      ? [{ key: 'delay_goal', label: `${name} ${DELAY} years later, ${agesOf(payments, DELAY)}`, plan: delayed }]
      : []),
  ];
}

function purposesOf(goals: readonly SpendingGoal[]): Purpose[] {
  return [...Map.groupBy(goals, ({ name }) => name)].map(([name, payments]) => ({
    ...{ name, payments, amount: sumOf(payments) },
  }));
}

const sumOf = (goals: readonly SpendingGoal[]): number => goals.reduce((sum, { amount }) => sum + amount, 0);

/** Ages of the first person, as the plan gives them. */
function agesOf(payments: readonly SpendingGoal[], delay = 0): string {
  const ages = payments.map(({ age }) => age + delay);
  const [first, last] = [Math.min(...ages), Math.max(...ages)];
  return first === last ? `at ${first}` : `from ${first} to ${last}`;
}

/** The plan with some of its goals changed, each to what it becomes. */
const changed = (plan: Plan, some: readonly SpendingGoal[], change: (goal: SpendingGoal) => SpendingGoal[]): Plan => ({
  ...plan,
  spending: {
    ...plan.spending,
    goals: plan.spending.goals.flatMap((goal) => (some.includes(goal) ? change(goal) : [goal])),
  },
});
