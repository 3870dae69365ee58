import { FIRST_CALENDAR_YEAR } from '../../schemas/analysis-plan.ts';
import type { PlanChange } from '../../schemas/analysis-plan.ts';
import type { RetirementGoals } from '../../schemas/goals.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { usd } from '../amounts.ts';
import { nameOf } from '../retirement/name-of.ts';
import { claimingFactor } from '../retirement/social-security.ts';
import { countedCut } from '../retirement/uncounted.ts';
import { inPercent } from './sums.ts';
import type { Said } from './sums.ts';

interface Claimed extends Said {
  breakEven?: number;
  impossible?: string;
}

/** Ages between which Social Security can be claimed. 20 CFR 404.313 and 404.410. */
const [EARLIEST, LATEST] = [62, 70];
const OLDEST = 120;

const LABEL = 'claim Social Security at another age';
const NONE =
  'the plan has no Social Security; give what it pays a year, and from which age (on the command line --social-security)';
const NOT_THEIRS = 'the plan has no Social Security of theirs';
const SEVERAL = 'the plan has more than one, and which is meant is not said';

/** Why nobody of this age claims so; null where they can. */
function whyNot(claimAt: number, before: number, age: number): string | null {
  if (claimAt >= FIRST_CALENDAR_YEAR) return 'in a year of the calendar each is of another age; give the age';
  const ages = [claimAt, before];
  if (ages.some((one) => one < EARLIEST || one > LATEST)) return 'it can be claimed from 62 to 70';
  if (before <= age) return 'it is paid already';
  return claimAt < age ? `age ${String(claimAt)} is past` : null;
}

/** @param cut how the label says that the law takes of it later; empty where nothing does */
const said = (claimAt: number, paid: number, before: number, cut = ''): Said => ({
  label:
    claimAt === before
      ? `claim Social Security at ${String(claimAt)}, as planned`
      : `claim Social Security at ${String(claimAt)} instead of ${String(before)}, which then pays ${usd(paid)} a year${cut}`,
  same: claimAt === before,
});

/**
 * First birthday by which the later of two claims has paid as much in all as the earlier one, in dollars of today and without interest: b (T - l) = a (T - e), so T = (b l - a e) / (b - a).
 */
function breakEvenAge(one: number, other: number): number {
  const [early, late] = [Math.min(one, other), Math.max(one, other)];
  const [less, more] = [claimingFactor(early), claimingFactor(late)];
  return Math.ceil((more * late - less * early) / (more - less) - 1e-9);
}

/** The same under a cut from an age on, summed month by month; undefined where neither has by 120. */
function breakEvenCut(one: number, other: number, left: (age: number) => number): number | undefined {
  const [early, late] = [Math.min(one, other), Math.max(one, other)];
  const [less, more] = [claimingFactor(early), claimingFactor(late)];
  let ahead = 0;
  for (let month = Math.round(early * 12); month < OLDEST * 12; month++) {
    const age = month / 12;
    ahead += left(age) * (less - (age + 1e-9 >= late ? more : 0));
    if (age >= late && ahead <= 1e-9) return Math.ceil((month + 1) / 12 - 1e-9);
  }
  return undefined;
}

/** @param left what a cut by law leaves at an age, a fraction; absent where there is none */
function evenAt(claimAt: number, before: number, left?: (age: number) => number): { breakEven?: number } {
  if (claimAt === before) return {};
  const breakEven = left === undefined ? breakEvenAge(claimAt, before) : breakEvenCut(claimAt, before, left);
  return breakEven === undefined ? {} : { breakEven };
}

/** The goals with Social Security from another age: what it pays then follows from what it pays at the planned one. */
export function goalsClaiming(
  { value: claimAt }: PlanChange,
  goals: RetirementGoals,
): Claimed & { goals?: RetirementGoals } {
  const { otherIncome = [], age } = goals;
  const [one, other] = otherIncome.filter(({ kind }) => kind === 'social_security');
  if (one === undefined || other !== undefined) return { label: LABEL, impossible: one === undefined ? NONE : SEVERAL };
  const impossible = whyNot(claimAt, one.from, age);
  if (impossible !== null) return { label: LABEL, impossible };
  const amount = (one.amount * claimingFactor(claimAt)) / claimingFactor(one.from);
  const then = otherIncome.map((income) => (income === one ? { ...one, amount, from: claimAt } : income));
  return { ...said(claimAt, amount, one.from), ...evenAt(claimAt, one.from), goals: { ...goals, otherIncome: then } };
}

/**
 * The same of a whole plan, whose Social Security is written as what is paid at 67: of the one who is asked about, or of all who have
 * any and can still claim so.
 *
 * @param named who of the plan's people is asked about by name
 * @param who which of several is, where nobody is named; all where it is left out
 */
export function planClaiming(
  { value: claimAt }: PlanChange,
  plan: Plan,
  { named, who }: { named?: number | undefined; who?: number | undefined } = {},
): Claimed & { plan?: Plan } {
  const { people } = plan;
  const all = plan.incomes.flatMap((income) => (income.kind === 'social_security' ? [income] : []));
  const asked = all.filter(({ owner }) => owner === (named ?? (all.length > 1 ? who : undefined) ?? owner));
  const reasons = asked.map((one) => whyNot(claimAt, one.claimAt, people[one.owner]?.age ?? 0));
  const moving = asked.filter((_, at) => reasons[at] === null);
  const [one] = moving;
  if (one === undefined) return notClaimed(claimAt, asked, { reasons, people, isAny: all.length > 0 });
  const law = countedCut(plan);
  /** What the law leaves at an age of theirs: it is dated by an age of the first person. */
  const leftAt = (owner: number) => (age: number) =>
    law === undefined || age + 1e-9 < cutAt(owner) ? 1 : 1 - law.share;
  const cutAt = (owner: number): number => (law?.from ?? 0) + (people[owner]?.age ?? 0) - (people[0]?.age ?? 0);
  const paid = moving.map(({ amount, owner }) => amount * claimingFactor(claimAt) * leftAt(owner)(claimAt));
  const isCutLater = law !== undefined && moving.some(({ owner }) => claimAt + 1e-9 < cutAt(owner));
  const cut = isCutLater ? `, until it is cut by ${inPercent(law.share)}` : '';
  const incomes = plan.incomes.map((income) =>
    income.kind === 'social_security' && moving.includes(income) ? { ...income, claimAt } : income,
  );
  return {
    ...(all.length === 1
      ? said(claimAt, paid[0] ?? 0, one.claimAt, cut)
      : saidOf(moving, { claimAt, paid, people, cut })),
    ...(moving.length === 1 && evenAt(claimAt, one.claimAt, law === undefined ? undefined : leftAt(one.owner))),
    plan: { ...plan, incomes },
  };
}

/** Why nobody who is asked about claims so: of one of two people with the name, as another of them may. */
function notClaimed(
  claimAt: number,
  asked: readonly { owner: number }[],
  { reasons, people, isAny }: { reasons: readonly (string | null)[]; people: Plan['people']; isAny: boolean },
): Claimed {
  const impossible = reasons.find((reason) => reason !== null) ?? (isAny ? NOT_THEIRS : NONE);
  const [owner, other] = new Set(asked.map((one) => one.owner));
  if (owner === undefined || other !== undefined || people.length < 2 || claimAt > LATEST)
    return { label: LABEL, impossible };
  const name = nameOf(people, owner);
  const isPast = impossible.endsWith(' is past');
  return {
    label: `${name} claims Social Security at ${String(claimAt)}`,
    impossible: isPast ? `${name} is ${String(Math.floor(people[owner]?.age ?? 0))} already` : impossible,
  };
}

/**
 * Of two people who each have yet to claim: the smaller benefit from as early as can be, while both live, and the larger one, which goes on
 * to whoever is left, from as late as it grows. Null where neither is the larger, or one of them is paid already.
 */
export function splitOf({ incomes, people }: Plan): { who: number; claimAt: number }[] | null {
  const all = incomes.flatMap((one) => (one.kind === 'social_security' ? [one] : []));
  const [less, more, ...others] = all.toSorted((one, other) => one.amount - other.amount);
  if (less === undefined || more === undefined || others.length > 0) return null;
  const isPaid = [less, more].some(({ owner, claimAt }) => claimAt <= (people[owner]?.age ?? 0));
  if (less.owner === more.owner || less.amount === more.amount || isPaid) return null;
  const early = Math.max(EARLIEST, Math.ceil(people[less.owner]?.age ?? 0));
  return [
    { who: less.owner, claimAt: early },
    { who: more.owner, claimAt: LATEST },
  ];
}

/** Who of a plan's people has yet to claim Social Security, by their places. */
export const claimantsOf = ({ incomes, people }: Plan): number[] =>
  people.flatMap(({ age }, index) =>
    incomes.some((one) => one.kind === 'social_security' && one.owner === index && one.claimAt > age) ? [index] : [],
  );

/** Of a plan with more than one Social Security: who claims, and what each is then paid. */
function saidOf(
  moving: readonly { owner: number; claimAt: number }[],
  { claimAt, paid, people, cut }: { claimAt: number; paid: readonly number[]; people: Plan['people']; cut: string },
): Said {
  const owners = [...new Set(moving.map(({ owner }) => owner))];
  const claims = owners.length > 1 ? 'both claim' : `${nameOf(people, owners[0] ?? 0)} claims`;
  const before = moving.map((one) => one.claimAt);
  const same = before.every((age) => age === claimAt);
  const from = new Set(before).size === 1 ? before.slice(0, 1) : before;
  const what = `${claims} Social Security at ${String(claimAt)}`;
  return {
    label: same
      ? `${what}, as planned`
      : `${what} instead of ${from.length > 1 ? 'at ' : ''}${from.join(' and ')}, which then pays ${paid.map(usd).join(' and ')} a year${cut}`,
    same,
  };
}
