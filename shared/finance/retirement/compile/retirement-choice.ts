import { retiringAt } from '../retiring.ts';
import type { Compiled } from './compile.ts';
import { poolFlows } from './pool.ts';
import { schedule } from './schedule.ts';

/** What flows in each step while the person works, and once retired: real, negative is withdrawn. */
export interface RetirementChoice {
  balance: number;
  /** Below zero by a rounding: what lacks no more is enough. */
  floor: number;
  /** Factor on every growth factor: deflation and fees. */
  scale: number;
  steps: number;
  work: { start: Float64Array; end: Float64Array };
  rest: { start: Float64Array; end: Float64Array };
}

/**
 * The two lives that a plan chooses between year by year, or null where the age of retirement is more than the step in which
 * one gives way to the other: more than one person, spending from an age of its own or growing from its start, steps below a year, accounts that
 * cannot be pooled, or flows by which working on could do harm.
 */
export function retirementChoice({
  plan,
  pool,
  steps,
  market,
  deflator,
  feeFactors,
}: Compiled): RetirementChoice | null {
  const [person] = plan.people;
  const { spending, simulation } = plan;
  if (pool === null || person === undefined || plan.people.length > 1) return null;
  if (spending.from !== undefined || (spending.growth ?? 0) !== 0 || simulation.stepsPerYear !== 1) return null;
  if (person.retireAt <= person.age || !Number.isInteger(person.retireAt - person.age)) return null;

  const flows = (retireAt: number) => {
    const changed = retiringAt(plan, [retireAt]);
    return poolFlows(changed, schedule(changed, steps), market, deflator, feeFactors);
  };
  const [work, rest] = [flows(Infinity), flows(person.age)];
  if (work === null || rest === null) return null;
  for (let step = 0; step < steps; step++) {
    const [start, end] = [work.start[step] ?? 0, work.end[step] ?? 0];
    if (!(start >= Math.max(0, rest.start[step] ?? 0) && end >= Math.max(0, rest.end[step] ?? 0))) return null;
  }
  return { balance: pool.balance, floor: pool.floor, scale: pool.scale, steps, work, rest };
}
