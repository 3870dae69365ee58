import type { PlanChange } from '../../schemas/analysis-plan.ts';
import type { RetirementGoals } from '../../schemas/goals.ts';
import { isPrivateIncome, isSocialSecurity } from '../../schemas/retirement-plan/income-kind.ts';
import type { PrivateIncome } from '../../schemas/retirement-plan/income-kind.ts';
import type { IncomeStream } from '../../schemas/retirement-plan/incomes.ts';
import { usd } from '../amounts.ts';
import { claimingFactor } from '../retirement/social-security.ts';
import { shownAge } from './dated.ts';
import { moved, yearly } from './sums.ts';
import type { Said } from './sums.ts';

/** One kind of income that a plan has, whatever it and a new one are written as. */
interface Streams<One, New> {
  /** Those of the source that the change names; none where it names none: then it is one more. */
  now: readonly One[];
  /** US dollars a year, and the age from which. */
  paid: (one: One) => number;
  from: (one: One) => number;
  /** The same with another amount, from another age. */
  changed: (one: One, paid: number, from: number) => One;
  added: (amount: number, from: number, to: number | undefined) => New;
  /** Age at which it begins where the question gives none. */
  begins: number;
  /** Whose it is, where that is one of two: "Laura’s". */
  whose?: string | undefined;
}

interface Received<One, New> extends Said {
  all?: (One | New)[];
  impossible?: string;
}

const NAMES = { social_security: 'Social Security', pension: 'pension', work: 'work' } as const;

/** The age at which an income ends that begins at `from`; undefined where it is for life. */
export const endOf = ({ toAge = null, years = null }: PlanChange, from: number): number | undefined =>
  toAge ?? (years === null ? undefined : from + years);

/** Another Social Security takes the place of the one that the plan has; what it has none of is added. */
function receive<One, New>(change: PlanChange, streams: Streams<One, New>): Received<One, New> {
  const { now, paid, from: fromOf, changed, added, begins } = streams;
  const kind = change.source === null || change.source === undefined ? 'other income' : NAMES[change.source];
  const name = streams.whose === undefined ? kind : `${streams.whose} ${kind}`;
  const [one] = now;
  const isLevel = change.how === 'to';
  if (one === undefined) {
    // What no source names comes on top, so that more of it is what is added.
    const isOnTop = change.how === 'up' && (change.source ?? null) === null;
    if (!isLevel && !isOnTop) return { label: `another ${name}`, impossible: `the plan has no ${name} to change` };
    const amount = yearly(change);
    if (amount === 0)
      return { all: [], label: `${streams.whose === undefined ? 'no' : 'none of'} ${name}, as planned`, same: true };
    const from = change.fromAge ?? begins;
    const to = endOf(change, from);
    const ages = `from age ${shownAge(from)}${to === undefined ? '' : ` until ${shownAge(to)}`}`;
    const label = `${usd(amount)} a year of ${name} ${ages}${change.fromAge === null ? ', as no age is given' : ''}`;
    return to !== undefined && to <= from ? { label, impossible: 'it would end before it begins' } : { all: [added(amount, from, to)], label }; // prettier-ignore
  }
  if (endOf(change, 0) !== undefined) {
    return { label: `another ${name}`, impossible: 'the end of an income that the plan has is not moved' };
  }
  const before = now.reduce((sum, each) => sum + paid(each), 0);
  if (isLevel && change.value === 0)
    return {
      all: [],
      label: `${streams.whose === undefined ? 'no' : 'none of'} ${name} instead of ${usd(before)} a year`,
    };
  const isShare = change.how === 'up_percent' || change.how === 'down_percent';
  if (now.length > 1 && !isShare) {
    return { label: `another ${name}`, impossible: 'the plan has more than one: ask for so many percent of all' };
  }
  const to = moved(change, before);
  const from = change.fromAge ?? fromOf(one);
  const same = usd(to) === usd(before) && from === fromOf(one);
  const ages = now.length > 1 ? ['', ''] : [` from age ${String(from)}`, from === fromOf(one) ? '' : ` from ${String(fromOf(one))}`]; // prettier-ignore
  const label = `${name} of ${usd(to)} a year${ages[0] ?? ''}${same ? ', as planned' : ` instead of ${usd(before)}${ages[1] ?? ''}`}`;
  if (to < 0) return { label, impossible: 'it would take away more than there is' };
  const factor = before === 0 ? 1 : to / before;
  const all = now.map((each) => changed(each, now.length > 1 ? paid(each) * factor : to, change.fromAge ?? fromOf(each))); // prettier-ignore
  return { all, label, same };
}

/** The goals with another income beside the portfolio's. */
export function goalsReceiving(
  change: PlanChange,
  goals: RetirementGoals,
): Said & { goals?: RetirementGoals; impossible?: string } {
  const all = goals.otherIncome ?? [];
  const isMeant = ({ kind }: (typeof all)[number]) => kind === change.source;
  const { all: then, ...said } = receive(change, {
    now: all.filter(isMeant),
    paid: ({ amount }) => amount,
    from: ({ from }) => from,
    changed: (one, amount, from) => ({ ...one, amount, from }),
    added: (amount, from, to): (typeof all)[number] => {
      return { kind: change.source ?? ('other' as const), amount, from, ...(to !== undefined && { to }) };
    },
    begins: Math.max(goals.retireAt, goals.age),
  });
  if (then?.some(({ from, to }) => to !== undefined && to <= from) === true) {
    return { ...said, impossible: 'it would end before it begins' };
  }
  return {
    ...said,
    ...(then !== undefined && { goals: { ...goals, otherIncome: [...all.filter((one) => !isMeant(one)), ...then] } }),
  };
}

/** The same of a whole plan, whose Social Security is written as what is paid at 67. */
export function incomesReceiving(
  change: PlanChange,
  incomes: readonly IncomeStream[],
  begins: number,
  of?: { owner: number; name: string },
): Said & { incomes?: IncomeStream[]; impossible?: string } {
  const { source = null, fromAge } = change;
  const isMeant = (one: IncomeStream): boolean => one.kind === source && (of === undefined || one.owner === of.owner);
  const now = incomes.filter(isMeant);
  if (now.some(isSocialSecurity) && fromAge !== null && (fromAge < 62 || fromAge > 70)) {
    return { label: 'another Social Security', impossible: 'it can be claimed from 62 to 70' };
  }
  const { all, ...said } = receive<IncomeStream, PrivateIncome>(change, {
    now,
    paid: (one) => (isSocialSecurity(one) ? one.amount * claimingFactor(one.claimAt) : one.amount),
    from: (one) => (isSocialSecurity(one) ? one.claimAt : one.from),
    changed: (one, paid, from) =>
      isSocialSecurity(one)
        ? { ...one, amount: paid / claimingFactor(from), claimAt: from }
        : { ...one, amount: paid, from },
    added: (amount, from, to) => ({
      kind: source === null || source === 'social_security' ? 'other' : source,
      owner: of?.owner ?? 0,
      amount,
      basis: 'real',
      from,
      ...(to !== undefined && { to }),
      survivorShare: 1,
      taxRate: 0,
    }),
    begins,
    whose: of === undefined ? undefined : `${of.name}’s`,
  });
  if (all?.some((one) => isPrivateIncome(one) && one.to !== undefined && one.to <= one.from) === true) {
    return { ...said, impossible: 'it would end before it begins' };
  }
  const others = incomes.filter((one) => !isMeant(one));
  const isLevel = all?.some((one) => isPrivateIncome(one) && one.basis === 'nominal') === true;
  if (isLevel) said.label = `${said.label}, not raised with inflation`;
  return { ...said, ...(all !== undefined && { incomes: [...others, ...all] }) };
}
