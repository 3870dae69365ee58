import type { PlanChange } from '../../schemas/analysis-plan.ts';
import type { RetirementGoals } from '../../schemas/goals.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { usd } from '../amounts.ts';
import { claimingFactor } from '../retirement/social-security.ts';
import { countedCut } from '../retirement/uncounted.ts';
import { ageOf, lifeOf, shownAge, whyNot, WITHOUT_A_PLAN } from './dated.ts';
import type { Setting } from './dated.ts';
import { inPercent } from './sums.ts';
import type { Said } from './sums.ts';

/** Whether Social Security pays less from a day to come on, which nobody chooses and which is of everybody. */
export const isBenefitCut = ({ what, how, source = null, when = null }: PlanChange): boolean =>
  what === 'otherIncome' && source === 'social_security' && how === 'down_percent' && when !== null;

const NONE =
  'the plan has no Social Security to cut; give what it pays a year, and from which age (on the command line --social-security)';

/** The plan with every benefit so many percent lower from a day on, in the place of a cut that it has; survivors' benefits too. */
export function benefitCut(
  change: PlanChange,
  setting: Setting,
): Said & { goals?: RetirementGoals; plan?: Plan; impossible?: string } {
  const { goals, plan, year } = setting;
  const share = change.value / 100;
  const what = share >= 1 ? 'Social Security pays nothing' : `Social Security pays ${inPercent(share)} less`;
  const life = lifeOf(setting);
  if (life === null) return { label: what, impossible: WITHOUT_A_PLAN };
  const age = ageOf(change, life, year);
  if (age === null) return { label: what, impossible: 'the question gives it no year' };
  const from = Math.max(age, change.when === 'in_year' ? age : life.age);
  const at = life.is === 'you are' ? `at age ${shownAge(from)}` : `when ${life.is} ${shownAge(from)}`;
  const when =
    change.when === 'in_year' ? `from ${String(change.time ?? 0)} on, ${at}` : `from ${at.replace(/^at /, '')} on`;
  const paid = paidOf(setting);
  const [one, ...others] = paid;
  const left = (one ?? 0) * (1 - share);
  const amount = others.length > 0 || share >= 1 ? '' : `, ${usd(left)} a year instead of ${usd(one ?? 0)}`;
  const planned = plan === undefined ? undefined : countedCut(plan);
  const instead = planned === undefined ? '' : `, in the place of the plan’s own cut of ${inPercent(planned.share)} from ${shownAge(planned.from)} on`; // prettier-ignore
  const label = `${what} ${when}${amount}${instead}`;
  const impossible = one === undefined ? NONE : whyNot(change, from, life);
  if (impossible !== null) return { label, impossible };
  if (plan !== undefined) return { label, plan: { ...plan, socialSecurityCut: { from, share } } };
  return { label, ...(goals !== null && { goals: { ...goals, otherIncome: cutFrom(goals, from, share) } }) };
}

/** What each Social Security pays a year, US dollars of today, before any cut. */
function paidOf({ goals, plan }: Setting): number[] {
  if (plan !== undefined)
    return plan.incomes.flatMap((one) => (one.kind === 'social_security' && one.amount > 0 ? [one.amount * claimingFactor(one.claimAt)] : [])); // prettier-ignore
  return (goals?.otherIncome ?? []).flatMap(({ kind, amount }) => (kind === 'social_security' ? [amount] : []));
}

/** Goals have no law: what is paid before that age and what after it are two incomes. */
function cutFrom({ otherIncome = [] }: RetirementGoals, at: number, share: number): RetirementGoals['otherIncome'] {
  return otherIncome.flatMap((one) => {
    if (one.kind !== 'social_security' || (one.to ?? Infinity) <= at) return [one];
    const before = one.from < at ? [{ ...one, to: at }] : [];
    const left = one.amount * (1 - share);
    return left > 0 ? [...before, { ...one, amount: left, from: Math.max(one.from, at) }] : before;
  });
}
