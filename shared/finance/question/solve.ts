import type { AnalysisPlan, PlanChange } from '../../schemas/analysis-plan.ts';
import { isOpen } from '../../schemas/analysis-plan.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { usd } from '../amounts.ts';
import { savedIn } from '../retirement/saved.ts';
import { inPercent } from './sums.ts';

type Changes = AnalysisPlan['whatIfs'][number]['changes'];

/** A change whose figure the question left open, with that figure. */
export interface Found {
  readonly change: PlanChange;
  /** What makes it the one, in words: "the least that lasts in 85%". */
  readonly note: string;
}

/** The changes without anything left open, and what was found for it, or why there is none. */
export type Solved = { readonly changes: Changes; readonly found: Found } | { readonly impossible: string };

/**
 * The chance that the money lasts under each of these sets of changes, a fraction, on the plan's own futures; null for one that cannot be
 * tried. All of a call are simulated together.
 */
export type Chances = (tries: readonly Changes[]) => readonly (number | null)[];

/** Tried at a time on the same futures; the bracket becomes as many times narrower and once more. */
const TRIES = 7;
/** A bracket that was too narrow becomes so many times as wide, so often. */
const WIDER = 8;
const WIDENINGS = 4;
/** No plan has to be worked to beyond it where nothing says how long a life is. */
const OLD = 100;

/**
 * What a question leaves open: the least that has to be saved a year, or to be there today, the most that can be spent a year (US
 * dollars, real), or the earliest whole age at which work can stop, so that with everything else which the question changes the money
 * lasts in the plan's `simulation.confidence` of the futures, or in as many as the question wants. Every value meets the same futures, on which more saved or later retirement
 * never lasts less often, and more spent never more often: so the bracket around the answer is narrowed until it is one step of `stepOf`, or one
 * year of age, and the answer is on the safe side of it.
 *
 * @param changed the plan with all that is not left open, in which somebody may save no more
 * @throws {RangeError} where nothing of the changes is left open
 */
export function solve(changes: Changes, plan: Plan, chances: Chances, changed: Plan = plan): Solved {
  const open = changes.find((one) => isOpen(one));
  const { rule } = plan.spending.rule;
  if (open === undefined) throw new RangeError('nothing of the changes is left open');
  if (rule === 'percentage' || rule === 'variable_percentage')
    return {
      impossible: 'the plan spends a share of what there is, which never runs out, so that every answer would do',
    };
  const confidence = confidenceOf(open) ?? plan.simulation.confidence;
  const enough = inPercent(confidence);
  const withValue = (value: number): PlanChange => ({ ...open, how: 'to', value, per: null });
  const changesWith = (change: PlanChange): Changes => changes.map((one) => (one === open ? change : one));
  const solved = (value: number, note: string): Solved => {
    const change = withValue(value);
    return { changes: changesWith(change), found: { change, note } };
  };
  const lasts = (values: readonly number[]): boolean[] =>
    chances(values.map((value) => changesWith(withValue(value)))).map(
      (chance) => chance !== null && chance >= confidence - 1e-9,
    );

  if (open.what === 'retireAt') {
    const age = Math.ceil(Math.min(...workingAges(plan)));
    const last = (plan.longevity.model === 'fixed_age' ? Math.ceil(plan.longevity.age) : OLD) - 1;
    if (!(age <= last)) return { impossible: 'nobody in the plan works any more' };
    const at = lasts([last])[0] === true ? smallest(age, last, lasts) : null;
    return at === null
      ? { impossible: `at no age at which work could stop does the money last in ${enough}` }
      : solved(at, `the earliest that lasts in ${enough}`);
  }
  const spends = open.what === 'income' || open.what === 'withdraw';
  // Of spending the first that is too much is looked for, of saving the first that is enough.
  const step = stepOf(open);
  const ends = (counts: readonly number[]) =>
    lasts(counts.map((one) => one * step)).map((one) => (spends ? !one : one));
  const [atOnce] = ends([0]);
  if (spends && atOnce === true) return { impossible: `not even with nothing spent does the money last in ${enough}` };
  const high = atOnce === true ? 0 : ceiling(Math.ceil(startOf(plan, open.what) / step), ends);
  if (high === null)
    return {
      impossible: spends
        ? `whatever is spent, the money lasts in ${enough}, so that no amount is the answer`
        : `no amount ${open.what === 'balance' ? 'to begin with' : 'that is saved until then'} makes the money last in ${enough}`,
    };
  const first = smallest(0, high, ends) * step;
  return spends
    ? solved(
        first - step,
        `the most that lasts in ${enough}${beside(open, first - step, open.what === 'income' ? plan.spending.amount : null)}`,
      )
    : solved(
        first,
        `the least that lasts in ${enough}${open.what === 'balance' && savedIn(plan).now > 0 ? ' with what the plan saves' : ''}${beside(open, first, open.what === 'contribute' && savedIn(changed).now === savedIn(plan).now ? savedIn(plan).now : null)}`,
      );
}

/**
 * US dollars between two answers: finer than the simulation could tell them apart by far. By the month they are tens of a month.
 */
const stepOf = ({ what, per }: PlanChange): number => (what === 'balance' ? 1000 : per === 'month' ? 120 : 100);

/** The chance that a question wants of what it leaves open, a fraction; undefined where it is the plan's. */
export const confidenceOf = ({ confidence = null }: PlanChange): number | undefined =>
  confidence === null ? undefined : Number((confidence / 100).toPrecision(12));

/** What an amount is by the month where it is asked so, and how much more or less than planned. */
function beside({ per }: PlanChange, amount: number, planned: number | null): string {
  const [times, unit] = per === 'month' ? [12, ' a month'] : [1, ' a year'];
  const by = planned === null || planned === 0 ? 0 : amount - planned;
  const more = Math.abs(by) < 1 ? null : `${usd(Math.abs(by) / times)}${unit} ${by > 0 ? 'more' : 'less'} than planned`;
  const said = [per === 'month' ? `${usd(amount / times)}${unit}` : null, more].filter((one) => one !== null);
  return said.length === 0 ? '' : `: ${said.join(', ')}`;
}

const workingAges = ({ people }: Plan): number[] =>
  people.flatMap(({ age, retireAt }) => (retireAt > age ? [age] : []));

/** Where the bracket ends at first, US dollars, of what flows a year. */
function startOf({ accounts, savings, spending }: Plan, what: PlanChange['what']): number {
  const wealth = accounts.reduce((sum, { balance }) => sum + balance, 0);
  if (what === 'balance') return Math.max(2 * wealth, 20 * spending.amount, 20_000);
  const planned =
    what === 'income' || what === 'withdraw' ? spending.amount : savings.reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(2 * planned, wealth / 10, 20_000);
}

/** A number for which it holds; null where it holds for none that is looked at. */
function ceiling(start: number, holds: (values: readonly number[]) => readonly boolean[]): number | null {
  const values = Array.from({ length: WIDENINGS + 1 }, (_, times) => start * WIDER ** times);
  const at = holds(values).indexOf(true);
  return values[at] ?? null;
}

/** The smallest whole number from `low` to `high` for which it holds, where it holds for `high` and for every one above one for which it does. */
function smallest(low: number, high: number, holds: (values: readonly number[]) => readonly boolean[]): number {
  let [from, to] = [low, high];
  while (from < to) {
    const probes = [
      ...new Set(Array.from({ length: TRIES }, (_, at) => from + Math.floor(((to - from) * (at + 1)) / (TRIES + 1)))),
    ].filter((probe) => probe < to);
    const at = holds(probes).indexOf(true);
    from = (at === -1 ? (probes.at(-1) ?? from) : (probes[at - 1] ?? from - 1)) + 1;
    to = at === -1 ? to : (probes[at] ?? to);
  }
  return to;
}
