import type { Compiled } from '../compile/compile.ts';
import { retirementChoice } from '../compile/retirement-choice.ts';
import { createFan } from '../fan.ts';
import type { Fan } from '../fan.ts';
import { earliestStep } from './earliest.ts';
import type { Lives } from './lives.ts';
import { poolSustainable } from './pool.ts';
import { emptyTrace } from './trace.ts';
import type { BlockGrowth, Runner } from './run.ts';

/** Length of the window whose returns the sequence stress looks at, in years. */
export const EARLY_YEARS = 5;

/** Room for what each path leaves behind, so long as there are paths; whoever divides them among threads brings shared memory. */
export interface PathRoom {
  ruin: Int32Array;
  estate: Float64Array;
  shortfall: Float64Array;
  sustainable: Float64Array;
  early: Float64Array;
}

/** What the paths of the first plan leave behind, in their order. Money is real. */
export interface Records {
  /** Balance at the start of each year, and spending in it, of the paths on which somebody lives. */
  balance: Fan;
  spending: Fan;
  estate: Float64Array;
  shortfall: Float64Array;
  /** Largest sustainable yearly spending where accounts can be pooled; empty where not. */
  sustainable: Float64Array;
  /** Real growth of the mix over the first years of spending; NaN where they are not lived. */
  early: Float64Array;
  /** How many paths have a year whose spending is cut below the plan's; of rules that begin with an amount. */
  cuts: Float64Array;
  /** Paths by the first step in which retiring would last, where that is all the age of retirement decides; empty where not. */
  earliest: Float64Array;
}

/** Runs and records the plan whose whole story is wanted, a block at a time. */
export function recorder(
  compiled: Compiled,
  runner: Runner,
  blockPaths: number,
  { paths, all, room }: { paths: number; all: number; room?: PathRoom | undefined },
) {
  const { pool, steps, schedule, deflator } = compiled;
  const perYear = compiled.plan.simulation.stepsPerYear;
  const years = Math.floor(steps / perYear);
  const choice = retirementChoice(compiled);
  const trace = emptyTrace(years, blockPaths);
  const records: Records = {
    balance: createFan(years + 1, paths, all),
    spending: createFan(years + 1, paths, all),
    estate: room?.estate ?? new Float64Array(paths),
    shortfall: room?.shortfall ?? new Float64Array(paths),
    sustainable: pool === null ? new Float64Array(0) : (room?.sustainable ?? new Float64Array(paths)),
    early: room?.early ?? new Float64Array(paths),
    cuts: new Float64Array(1),
    earliest: new Float64Array(choice === null ? 0 : steps + 1),
  };
  const needs = new Float64Array(steps);
  const start = schedule.spendingStart[0] ?? 0;
  const window = EARLY_YEARS * perYear;

  const earlyGrowth = ({ growth, stride }: BlockGrowth, lives: Lives, path: number): number => {
    if (start + window > (lives.end[path] ?? 0)) return NaN;
    let product = 1;
    for (let step = start; step < start + window; step++) product *= (growth[path * stride + step] ?? 1) * deflator;
    return product;
  };

  return {
    records,
    /** Runs paths 0 to `count` of a block, the first of which is path `from` of the run; `ruin` takes their ruin. */
    run: (blended: BlockGrowth, lives: Lives, count: number, from: number, ruin: Int32Array): void => {
      for (let path = 0; path < count; path++) {
        const result = runner.trace(blended, lives, path, trace);
        ruin[from + path] = result.ruin;
        records.estate[from + path] = result.estate;
        if (result.cut) records.cuts[0] = (records.cuts[0] ?? 0) + 1;
        records.shortfall[from + path] = result.shortfall;
        records.early[from + path] = earlyGrowth(blended, lives, path);
        if (pool !== null) {
          const at = path * blended.stride;
          records.sustainable[from + path] = poolSustainable(pool, blended.growth, at, steps, lives, path);
        }
        if (choice !== null) {
          const length = lives.end[path] ?? 0;
          const step = earliestStep(choice, blended.growth, path * blended.stride, length, needs);
          records.earliest[step] = (records.earliest[step] ?? 0) + 1;
        }
      }
      records.balance.absorb(trace.balance, blockPaths, count);
      records.spending.absorb(trace.spending, blockPaths, count);
    },
  };
}

/** What each path spends, real; NaN where nobody lives so long. */
export interface PathSpending {
  /** In the year asked for. */
  year: Float64Array;
  /** In the lowest of the years that are lived whole after spending begins, and in their mean. */
  lowest: Float64Array;
  mean: Float64Array;
}

/** Where what paths spend stands in a room: where their estates, shortfalls and early growth do in other runs. */
export const spendingIn = ({ estate, shortfall, early }: PathRoom): PathSpending => ({
  year: estate,
  lowest: shortfall,
  mean: early,
});

/** Room for what so many paths spend. */
export const emptySpending = (paths: number): PathSpending => ({
  year: new Float64Array(paths),
  lowest: new Float64Array(paths),
  mean: new Float64Array(paths),
});

/** Runs the plan of which is wanted what it spends, in one year, counted from 0, and over all. */
export function spendingOf(
  compiled: Compiled,
  runner: Runner,
  blockPaths: number,
  { year, paths, room }: { year: number; paths: number; room?: PathRoom | undefined },
) {
  const { schedule, steps, plan } = compiled;
  const perYear = plan.simulation.stepsPerYear;
  const years = Math.floor(steps / perYear);
  const begins = Math.ceil((schedule.spendingStart[0] ?? 0) / perYear);
  const trace = emptyTrace(years, blockPaths);
  const spent = room === undefined ? emptySpending(paths) : spendingIn(room);
  /** A path's spending ends with its first year that is not lived whole. */
  const overYears = (path: number, at: number): void => {
    let lowest = Infinity;
    let sum = 0;
    let year = begins;
    for (; year < years; year++) {
      const spending = trace.spending[year * blockPaths + path] ?? NaN;
      if (Number.isNaN(spending)) break;
      lowest = Math.min(lowest, spending);
      sum += spending;
    }
    const none = year <= begins;
    spent.lowest[at] = none ? NaN : lowest;
    spent.mean[at] = none ? NaN : sum / (year - begins);
  };
  return {
    spent,
    run: (blended: BlockGrowth, lives: Lives, count: number, from: number, ruin: Int32Array): void => {
      for (let path = 0; path < count; path++) {
        ruin[from + path] = runner.trace(blended, lives, path, trace).ruin;
        spent.year[from + path] = year < years ? (trace.spending[year * blockPaths + path] ?? NaN) : NaN;
        overYears(path, from + path);
      }
    },
  };
}
