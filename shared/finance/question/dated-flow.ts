import type { PlanChange } from '../../schemas/analysis-plan.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { usd } from '../amounts.ts';
import { spendingShare } from '../retirement/compile/spending-share.ts';
import { savedIn } from '../retirement/saved.ts';
import { usesAmount } from '../retirement/spending/used-fields.ts';
import { ageOf, lifeOf, shownAge, whyNot, WITHOUT_A_PLAN } from './dated.ts';
import type { Life, Setting } from './dated.ts';
import { inPercent, moved } from './sums.ts';
import type { Said } from './sums.ts';

/** Another spending or saving from one age of the first person to another. US dollars of today a year. */
export interface DatedFlows {
  /** Spent on top of what is planned, below zero less, each at an age. */
  spent?: readonly { age: number; amount: number }[];
  /** Saved in the place of what is planned, by `saves` of a plan. */
  saved?: readonly SavedFor[];
}

interface SavedFor {
  from: number;
  to: number;
  /** On what is planned; of a plan that saves nothing `amount` is saved. */
  factor: number;
  amount: number;
}

/** Whether spending or saving is another for a time only. */
export const isDatedFlow = ({ what, when = null }: PlanChange): boolean =>
  when !== null && (what === 'income' || what === 'contribute');

interface Flowing extends Said, DatedFlows {
  impossible?: string;
}

/**
 * What is spent more or less a year, or saved, from a date on: for so many years, up to an age, or to the end of the plan; of saving to
 * the day on which work stops. A percentage is of what is planned for that year.
 *
 * @param dates by whose retirement it is dated, where that is not the plan's
 */
export function datedFlow(change: PlanChange, standing: Setting & DatedFlows, dates: Setting): Flowing {
  const life = lifeOf(standing);
  const dated = lifeOf(dates);
  const isSpent = change.what === 'income';
  const what = isSpent ? 'spend another amount' : 'save another amount';
  if (life === null || dated === null) return { label: what, impossible: WITHOUT_A_PLAN };
  const begins = ageOf(change, dated, standing.year);
  if (begins === null) return { label: what, impossible: 'the question gives it no year' };
  const { toAge = null, years = null } = change;
  const ends = toAge ?? (years === null ? Infinity : begins + years);
  const impossible = whyNot(change, Math.max(begins, change.when === 'after_retirement' ? life.age : 0), life);
  if (impossible !== null) return { label: what, impossible };
  return isSpent ? spending(change, standing, life, begins, ends) : saving(change, standing, life, begins, ends);
}

const TOO_SHORT = 'it would end before it begins';
const TOO_MUCH = 'it would take away more than there is';

function spending(change: PlanChange, standing: Setting & DatedFlows, life: Life, from: number, to: number): Flowing {
  const { goals, plan, spent = [] } = standing;
  const what = `spend ${change.how.startsWith('up') ? 'more' : 'less'} from age ${shownAge(from)}`;
  if (plan !== undefined && !usesAmount(plan.spending))
    return { label: what, impossible: 'the plan spends a share of what there is, not an amount' };
  const starts = Math.max(plan?.spending.from ?? life.retires, life.age);
  const planned = (age: number) => goals?.income ?? plannedAt(plan, age, starts);
  // Spending begins with retirement: what is asked of the years before has nothing to change.
  const first = Math.max(from, starts);
  const count = Math.ceil(Math.min(to, life.end) - first);
  if (count < 1) return { label: what, impossible: TOO_SHORT };
  const all = Array.from({ length: count }, (_, year) => {
    const amount = planned(first + year);
    return { age: first + year, amount: moved(change, amount) - amount };
  });
  const [one] = all;
  const by = one?.amount ?? 0;
  const share = change.how.endsWith('_percent') ? `, ${inPercent(change.value / 100)} of what is planned,` : '';
  const other = change.how === 'to' ? `${usd(planned(first) + by)} a year instead of ${usd(planned(first))}` : `${usd(Math.abs(by))} a year ${by > 0 ? 'more' : 'less'}${share}`; // prettier-ignore
  const label = `spend ${other} from age ${shownAge(first)} to ${shownAge(first + count - 1)}`;
  if (all.some(({ age, amount }) => planned(age) + amount < 0)) return { label, impossible: TOO_MUCH };
  return { label, spent: [...spent, ...all] };
}

/** US dollars of today that a plan spends at an age of the first person. */
const plannedAt = (plan: Plan | undefined, age: number, starts: number): number =>
  plan === undefined ? 0 : plan.spending.amount * spendingShare(plan.spending, age, Math.floor(age - starts));

function saving(change: PlanChange, standing: Setting & DatedFlows, life: Life, from: number, until: number): Flowing {
  const { goals, plan, saved = [] } = standing;
  const { now, later } = plan === undefined ? { now: goals?.contribute ?? 0, later: false } : savedIn(plan);
  const to = Math.min(until, life.retires);
  const amount = moved(change, now);
  const ages = `from age ${shownAge(from)}${amount === 0 ? ' on' : ` to ${shownAge(Math.ceil(to) - 1)}`}`;
  const label = `save ${amount === 0 ? 'nothing' : `${usd(amount)} a year`} instead of ${usd(now)} ${ages}`;
  if (from >= life.retires) return { label, impossible: `work stops at ${shownAge(life.retires)}, and saving with it` };
  if (to <= from) return { label, impossible: TOO_SHORT };
  if (amount < 0) return { label, impossible: TOO_MUCH };
  if (now === 0 && change.how.endsWith('_percent')) return { label, impossible: 'the plan saves nothing today' };
  if (later && amount > 0 && !change.how.endsWith('_percent'))
    return { label, impossible: 'the plan saves another sum later: ask for so many percent more or less' };
  return { label, saved: [...saved, { from, to, factor: now === 0 ? 1 : amount / now, amount: now === 0 ? amount : 0 }] }; // prettier-ignore
}

/** A plan that spends and saves so. */
export function withFlows(plan: Plan, { spent = [], saved = [] }: DatedFlows): Plan {
  const goals = spent.map((one) => ({ name: 'Asked', ...one }));
  const savings = saved.reduce((all, one) => saves(all, one, plan.people), plan.savings);
  return { ...plan, savings, spending: { ...plan.spending, goals: [...plan.spending.goals, ...goals] } };
}

/** Each saving before, during and after the time in which it is another; ages are of its owner. */
function saves(
  savings: Plan['savings'],
  { from, to, factor, amount }: SavedFor,
  people: Plan['people'],
): Plan['savings'] {
  const [first] = people;
  const own = people.findIndex(({ age, retireAt }) => retireAt > age);
  const added = amount > 0 && own !== -1 ? [{ owner: own, amount, growth: 0, timing: 'end' as const, ...agesOf(own) }] : []; // prettier-ignore
  return [...savings.flatMap((saving) => inParts(saving)), ...added];

  function agesOf(owner: number): { from: number; to: number } {
    const older = (people[owner]?.age ?? 0) - (first?.age ?? 0);
    return { from: from + older, to: Math.min(to + older, people[owner]?.retireAt ?? 0) };
  }

  function inParts(saving: Plan['savings'][number]): Plan['savings'] {
    const time = agesOf(saving.owner);
    const begins = saving.from ?? people[saving.owner]?.age ?? 0;
    const ends = saving.to ?? people[saving.owner]?.retireAt ?? 0;
    const borders = [begins, Math.max(begins, time.from), Math.min(ends, time.to), ends] as const;
    if (borders[1] >= borders[2]) return [saving];
    return [1, factor, 1].flatMap((times, part) => {
      const [start = 0, end = 0] = borders.slice(part);
      return start < end && times > 0 ? [{ ...saving, amount: saving.amount * times, from: start, to: end }] : [];
    });
  }
}
