import type { PlanChange } from '../../schemas/analysis-plan.ts';
import type { RetirementGoals } from '../../schemas/goals.ts';
import { isSocialSecurity } from '../../schemas/retirement-plan/income-kind.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { usd } from '../amounts.ts';
import { spendingFrom } from '../retirement/work-stops.ts';
import { NO_PLAN } from './dated.ts';
import type { Setting } from './dated.ts';
import { words, yearly } from './sums.ts';
import type { Said } from './sums.ts';

interface Withdrawing extends Said {
  goals?: RetirementGoals;
  plan?: Plan;
  impossible?: string;
}

const NAMES: Readonly<Record<string, string>> = { social_security: 'Social Security', pension: 'the pension' };

/** What is taken from the portfolio, in words, with what is spent on top of it; null where nothing is. */
function said(change: PlanChange, kinds: readonly string[], taxed: boolean): Withdrawing | null {
  if (kinds.length === 0) return null;
  const names = new Set(kinds.map((kind) => NAMES[kind] ?? 'other income'));
  const top = names.size > 1 ? 'other income' : [...names].join('');
  const label = `withdraw ${usd(yearly(change))} a year${taxed ? ', after tax,' : ''} from the portfolio, with ${top} on top`;
  const { source = null } = change;
  return source === null || kinds.every((kind) => kind === source)
    ? { label }
    : { label, impossible: 'the plan has other income as well, and whether it comes on top is not clear' };
}

/** So much withdrawn each year of retirement of the plan or, where there is none, of the goals. */
export function withdrawing(change: PlanChange, { goals, plan }: Pick<Setting, 'goals' | 'plan'>): Withdrawing {
  if (plan !== undefined) return planWithdrawing(change, plan);
  return goals === null ? { label: 'a change of the retirement plan', impossible: NO_PLAN } : goalsWithdrawing(change, goals); // prettier-ignore
}

/**
 * The goals with so much withdrawn each year of retirement, whatever other income pays: that is spent on top, and so takes nothing from
 * the portfolio. What it pays before work stops goes on.
 */
function goalsWithdrawing(change: PlanChange, goals: RetirementGoals): Withdrawing {
  const { age, retireAt, income, otherIncome = [] } = goals;
  const stops = Math.max(age, retireAt);
  const amount = yearly(change);
  const later = otherIncome.filter(({ amount: paid, to = Infinity }) => paid > 0 && to > stops);
  const isTaxed = (goals.taxRate ?? 0) > 0;
  const label = said(change, later.map(({ kind }) => kind), isTaxed) ?? words('income', amount, income); // prettier-ignore
  const before = otherIncome.flatMap((one) =>
    stops > age && one.from < stops ? [{ ...one, to: Math.min(one.to ?? stops, stops) }] : [],
  );
  return { ...label, goals: { ...goals, income: amount, otherIncome: before } };
}

/** The same of a whole plan: as much every year, whatever the plan spends at other ages or when one of two is left. */
function planWithdrawing(change: PlanChange, plan: Plan): Withdrawing {
  const { people, incomes, spending, accounts } = plan;
  const { rule } = spending.rule;
  const amount = yearly(change);
  const paid = incomes.filter((one) => one.amount > 0);
  const isTaxed = accounts.some(({ taxRate }) => taxRate > 0);
  const kinds = paid.map(({ kind }) => kind);
  const label = said(change, kinds, isTaxed);
  if (rule !== 'constant_real' && rule !== 'constant_nominal')
    return { ...(label ?? { label: 'withdraw another amount' }), impossible: 'spending follows a rule of the plan: ask how much can be spent' }; // prettier-ignore
  if (label === null)
    return { ...words('income', amount, spending.amount), plan: { ...plan, spending: { ...spending, amount } } };
  const first = people[0]?.age ?? 0;
  const wait = spendingFrom(plan) - first;
  const isEarly = paid.some((one) => {
    const from = isSocialSecurity(one) ? one.claimAt : one.from;
    return wait > 0 && from < (people[one.owner]?.age ?? 0) + wait;
  });
  return isEarly
    ? { ...label, impossible: 'the plan has income that is paid before spending begins' }
    : { ...label, plan: { ...plan, incomes: [], spending: { ...spending, amount, growth: 0, shareByAge: [], survivorShare: 1 } } }; // prettier-ignore
}
