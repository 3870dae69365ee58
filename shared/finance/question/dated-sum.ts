import type { PlanChange } from '../../schemas/analysis-plan.ts';
import type { SpendingGoal } from '../../schemas/retirement-plan/spending.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { usd } from '../amounts.ts';
import { ageOf, lifeOf, shownAge, whyNot, WITHOUT_A_PLAN } from './dated.ts';
import type { Setting } from './dated.ts';
import { namedIn } from './plan-changed.ts';
import { yearly } from './sums.ts';
import type { Said } from './sums.ts';

/** Whether a change of what the portfolio is worth is a sum that comes in or goes out later. */
export const isDatedSum = ({ what, how, when = null }: PlanChange): boolean =>
  what === 'balance' && when !== null && (how === 'up' || how === 'down');

/** Up to which what goes on for life is paid, whoever's it is. */
const OLDEST = 120;

/** By how much whoever a change names, whose ages it has, is older than the first person; nothing where the plan has nobody of that name. */
function yearsOlder(change: PlanChange, plan: Plan | undefined): number {
  const [first] = plan?.people ?? [];
  const named = plan === undefined ? undefined : namedIn(change, plan);
  const one = typeof named === 'number' ? plan?.people[named] : undefined;
  return one === undefined || first === undefined ? 0 : one.age - first.age;
}

/**
 * What is paid on top of all other spending, or comes in: once, or each year for some years, US dollars of today, at ages of the first
 * person. What comes in is paid below zero, which the ledger saves. What comes after the plan's end is left out.
 */
export function datedSum(
  change: PlanChange,
  setting: Setting & { sums?: readonly SpendingGoal[] },
): Said & { sums?: readonly SpendingGoal[]; impossible?: string } {
  const { what: kind, how, per, years = null } = change;
  const amount = yearly(change);
  const comesIn = kind === 'balance' && how === 'up';
  const once = comesIn ? `receive ${usd(amount)}` : `pay ${usd(amount)} out of the portfolio`;
  const what = per === null ? once : `pay ${usd(amount)} a year out of the portfolio`;
  const life = lifeOf(setting);
  if (life === null) return { label: what, impossible: WITHOUT_A_PLAN };
  const older = yearsOlder(change, setting.plan);
  const { toAge: until = null } = change;
  const toAge = until === null || until >= OLDEST ? until : until - older;
  const dated = { ...change, ...(change.when === 'age' && { time: (change.time ?? 0) - older }) };
  const begins = ageOf(dated, life, setting.year);
  if (begins === null) return { label: what, impossible: 'the question gives it no year' };
  // What is spent from the day on which work stops is spent from today by whoever has retired.
  const age = per !== null && change.when === 'after_retirement' ? Math.max(begins, life.age) : begins;
  const ends = Math.min(toAge ?? begins + (years ?? 1), Math.max(life.end, age + 1));
  const count = per === null ? 1 : Math.ceil(ends - age);
  // Of two people the ages are those of the first.
  const isOfTwo = life.is !== 'you are';
  const at = isOfTwo ? `when ${life.is} ${shownAge(age)}` : `at age ${shownAge(age)}`;
  const span = `${shownAge(age)} to ${shownAge(age + count - 1)}`;
  const label = per === null || count <= 1 ? `${once} ${at}` : `${what}, ${isOfTwo ? `while ${life.is} ${span}` : `from age ${span}`}`; // prettier-ignore
  const impossible = count < 1 ? 'it would end before it begins' : whyNot(dated, age, life);
  if (impossible !== null) return { label, impossible };
  const sums = Array.from({ length: count }, (_, year) => age + year).map((at) => ({
    name: 'Asked',
    age: at,
    amount: comesIn ? -amount : amount,
  }));
  return { label, sums: [...(setting.sums ?? []), ...sums] };
}
