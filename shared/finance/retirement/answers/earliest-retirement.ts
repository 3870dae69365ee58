import type { Records } from '../ledger/recorder.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import type { Asking } from './question.ts';
import { countLasting } from './ranking.ts';
import { retiringAt, retiringBy } from '../retiring.ts';
import type { Variant } from '../retiring.ts';

export interface EarliestRetirement {
  /** Ages at which the people retire, in their order; who has retired already keeps their own. */
  ages: number[];
  /** Age of the first person from which that plan spends; only where the plan gives an age of its own for it. */
  spendingFrom?: number;
  success: number;
  /** Where two still work: how early each could retire with the other retiring as planned; null where no age of theirs alone is enough. */
  alone?: (OneAlone | null)[];
}

export interface OneAlone {
  age: number;
  success: number;
}

const OLDEST = 120;
const STRIDE = 4;

/**
 * The earliest retirement, by whole years sooner or later than planned (all who still work together), whose chance of
 * success is at least the plan's confidence. An age from which the plan spends stays, unless it is the one at which work stops
 * (`retiringAt`). Every retirement age meets the same futures: read off `records` where those tell, tried age by age where not. Null where nobody works any
 * more, where none is early enough to enjoy, and for rules that spend what there is: they last from any age on, however little that is.
 */
export function* earliestRetirement(
  asked: Plan,
  paths: number,
  records: Pick<Records, 'earliest'> | null,
  variant?: Variant,
): Asking<EarliestRetirement | null> {
  const plan = onSteps(asked);
  const retiring = (shift: number): Plan => retiringBy(plan, shift, variant);
  const workers = plan.people.filter((person) => person.retireAt > person.age);
  const { rule } = plan.spending.rule;
  if (workers.length === 0 || rule === 'percentage' || rule === 'variable_percentage') return null;
  const sooner = Math.ceil(Math.max(...workers.map((person) => person.retireAt - person.age)));
  const last = plan.longevity.model === 'fixed_age' ? plan.longevity.age : 100;
  const later = Math.max(0, Math.ceil(last - Math.min(...workers.map((person) => person.retireAt))) - 1);
  const needed = plan.simulation.confidence * paths - 1e-9;

  // Debts of other goals are paid at other ages, which the records do not know.
  const owes = variant !== undefined && plan.spending.goals.length > 0;
  const counts = (owes ? null : records?.earliest) ?? new Float64Array(0);
  if (counts.length > 0) {
    const found = firstEnough(counts, needed, sooner + later);
    return found && { ...agesOf(retiring(found.step - sooner)), success: found.lasting / paths };
  }

  const tried = new Map<number, number>();
  const tryAll = function* (shifts: number[]): Asking<void> {
    const fresh = shifts.filter((shift) => !tried.has(shift));
    if (fresh.length === 0) return;
    const tally = yield { plans: fresh.map(retiring), paths, record: false };
    const base = countLasting(tally.ruin);
    fresh.forEach((shift, index) => {
      const change = tally.changes[index - 1] ?? { gained: 0, lost: 0 };
      tried.set(shift, base + change.gained - change.lost);
    });
  };

  const coarse: number[] = [];
  for (let shift = -sooner; shift < later; shift += STRIDE) coarse.push(shift);
  coarse.push(later);
  yield* tryAll(coarse);
  const enough = (shift: number): boolean => (tried.get(shift) ?? 0) >= needed;
  const found = coarse.findIndex(enough);
  const reached = coarse[found];
  if (reached === undefined) return null;
  const before = coarse[found - 1] ?? reached - 1;
  const between = Array.from({ length: reached - before }, (_, index) => before + 1 + index);
  yield* tryAll(between);
  const best = between.find(enough) ?? reached;
  return { ...agesOf(retiring(best)), success: (tried.get(best) ?? 0) / paths };
}

/**
 * The earliest age of each of two who still work, by whole years sooner or later than planned, the other one's kept: both ages moved
 * alike pass over these. Later retirement of one never lasts less often on the same futures, so that each bracket is halved, both at once.
 */
export function* earliestAlone(asked: Plan, paths: number): Asking<(OneAlone | null)[] | null> {
  const plan = onSteps(asked);
  const { people, longevity, simulation, spending } = plan;
  const { rule } = spending.rule;
  if (people.filter((person) => person.retireAt > person.age).length < 2) return null;
  if (rule === 'percentage' || rule === 'variable_percentage') return null;
  const last = longevity.model === 'fixed_age' ? longevity.age : 100;
  const retiring = (who: number, shift: number): Plan => {
    const ages = people.map(({ age, retireAt }, index) =>
      index === who ? Math.min(OLDEST, Math.max(age, retireAt + shift)) : retireAt,
    );
    return retiringAt(plan, ages);
  };
  const lasting = function* (plans: Plan[]): Asking<number[]> {
    const tally = yield { plans, paths, record: false };
    const base = countLasting(tally.ruin);
    return plans.map((_, index) => {
      const change = tally.changes[index - 1];
      return base + (change === undefined ? 0 : change.gained - change.lost);
    });
  };
  const needed = simulation.confidence * paths - 1e-9;
  const latest = people.map(({ retireAt }) => Math.max(0, Math.ceil(last - retireAt) - 1));
  const [planned = 0, ...ends] = yield* lasting([plan, ...people.map((_, who) => retiring(who, latest[who] ?? 0))]);
  const brackets = people.map(({ age, retireAt }, who) => {
    const enough = planned >= needed;
    const at = enough ? 0 : (latest[who] ?? 0);
    return { below: enough ? -Math.ceil(retireAt - age) - 1 : 0, at, count: enough ? planned : (ends[who] ?? 0) };
  });
  for (;;) {
    const open = brackets.flatMap((one, who) =>
      one.count >= needed && one.at - one.below > 1 ? [{ one, who, middle: Math.floor((one.below + one.at) / 2) }] : [],
    );
    if (open.length === 0) break;
    const counts = yield* lasting(open.map(({ who, middle }) => retiring(who, middle)));
    for (const [index, { one, middle }] of open.entries()) {
      const count = counts[index] ?? 0;
      if (count >= needed) Object.assign(one, { at: middle, count });
      else one.below = middle;
    }
  }
  return brackets.map(({ at, count }, who) =>
    count < needed ? null : { age: retiring(who, at).people[who]?.retireAt ?? 0, success: count / paths },
  );
}

/** The first step, of those up to `last`, by which enough paths can retire; null where there is none. */
function firstEnough(counts: Float64Array, needed: number, last: number): { step: number; lasting: number } | null {
  let lasting = 0;
  for (let step = 0; step <= last; step++) {
    lasting += counts[step] ?? 0;
    if (lasting >= needed) return { step, lasting };
  }
  return null;
}

/** Retiring between two steps happens at the next one: that is the age that an answer is true of. */
function onSteps(plan: Plan): Plan {
  const { stepsPerYear } = plan.simulation;
  const ages = plan.people.map((person) => {
    const steps = Math.ceil((person.retireAt - person.age) * stepsPerYear - 1e-9);
    const onStep = Math.abs(person.age + steps / stepsPerYear - person.retireAt) < 1e-6;
    return steps <= 0 || onStep ? person.retireAt : Math.min(OLDEST, person.age + steps / stepsPerYear);
  });
  return retiringAt(plan, ages);
}

function agesOf({ people, spending: { from } }: Plan): Omit<EarliestRetirement, 'success'> {
  return { ages: people.map(({ retireAt }) => retireAt), ...(from !== undefined && { spendingFrom: from }) };
}
