import type { Compiled } from './compile/compile.ts';
import { blend, groupByMarket } from './ledger/growth.ts';
import { drawLives, emptyLives } from './ledger/lives.ts';
import { recorder, spendingOf } from './ledger/recorder.ts';
import type { PathRoom, PathSpending, Records } from './ledger/recorder.ts';
import { runner } from './ledger/run.ts';
import type { BlockGrowth } from './ledger/run.ts';

/** Numbers of a market block at a time: 32 kilobytes, so that a block stays in the processor's nearest cache. */
const BLOCK = 2 ** 12;

/** What to run: the first plan, and others on the very same futures, for paths `first` to `first + paths` of `all`. */
export interface Job {
  plans: readonly Compiled[];
  first: number;
  paths: number;
  all: number;
  /** Whether the first plan's whole story is wanted, or its success only. */
  record: boolean;
  /** A year of the plan, counted from 0: what the first plan spends in it, and over all years, is wanted of each path. */
  spendingIn?: number | undefined;
  /** Where the paths' own numbers go; memory of its own where not given. */
  room?: PathRoom | undefined;
}

export interface Change {
  gained: number;
  lost: number;
  ruins: Float64Array;
}

/** What a run leaves behind, in the order of the paths. */
export interface Tally {
  paths: number;
  /** Step in which the first plan's money runs out, -1 where it lasts. */
  ruin: Int32Array;
  /** Per other plan: paths that last only with it, paths that last only without it, and by step how many end there. */
  changes: Change[];
  records: Records | null;
  /** What the first plan spends on each path; null where no year is asked for. */
  spent: PathSpending | null;
}

/** Runs a job, a block of paths at a time. Plans that share a market share its draws, and those alike in mix its growth. */
export function simulate(job: Job): Tally {
  const { plans, first, paths } = job;
  const [main] = plans;
  if (main === undefined) throw new RangeError('nothing to simulate');
  const stride = Math.max(...plans.map((plan) => plan.steps));
  const widest = Math.max(...plans.map((plan) => plan.market.columns));
  const blockPaths = Math.min(paths, Math.max(1, Math.floor(BLOCK / (stride * widest))));
  const block = new Float64Array(blockPaths * stride * widest);
  const growth = new Float64Array(blockPaths * stride);
  const groups = groupByMarket(plans, stride);
  const runs = plans.map((compiled) => ({ compiled, runner: runner(compiled), lives: emptyLives(blockPaths) }));
  const lengths = new Int32Array(blockPaths);
  const outcome = new Int32Array(blockPaths);
  const story = job.record ? recorder(main, runner(main), blockPaths, job) : null;
  const { spendingIn: year, room } = job;
  const yearly = year === undefined ? null : spendingOf(main, runner(main), blockPaths, { year, paths, room });
  const ruin = job.room?.ruin ?? new Int32Array(paths);
  const changes = plans.slice(1).map(({ steps }): Change => ({ gained: 0, lost: 0, ruins: new Float64Array(steps) }));

  for (let done = 0; done < paths; done += blockPaths) {
    const count = Math.min(blockPaths, paths - done);
    lengths.fill(0);
    for (const { compiled, lives } of runs) {
      drawLives(compiled, first + done, count, lives);
      for (let path = 0; path < count; path++) lengths[path] = Math.max(lengths[path] ?? 0, lives.end[path] ?? 0);
    }
    for (const { market, mixes } of groups) {
      market.fill(block, first + done, count, stride, lengths);
      for (const mix of mixes) {
        const mixed = blend(market, block, mix, growth, count, stride, lengths);
        const blended: BlockGrowth = { growth: mixed, block, stride, columns: market.columns };
        for (const index of mix.members) {
          const run = runs[index];
          const change = changes[index - 1];
          if (run === undefined) continue;
          if (change === undefined && story !== null) {
            story.run(blended, run.lives, count, done, ruin);
            continue;
          }
          if (change === undefined && yearly !== null) {
            yearly.run(blended, run.lives, count, done, ruin);
            continue;
          }
          run.runner.ruins(blended, run.lives, count, outcome);
          if (change === undefined) ruin.set(outcome.subarray(0, count), done);
          else compare(outcome, ruin, count, done, change);
        }
      }
    }
  }
  return { paths, ruin, changes, records: story?.records ?? null, spent: yearly?.spent ?? null };
}

/** Counts the paths that another plan's outcome differs on. The first plan's ruin is known: it comes first in a block. */
function compare(outcome: Int32Array, ruin: Int32Array, count: number, done: number, change: Change): void {
  for (let path = 0; path < count; path++) {
    const before = (ruin[done + path] ?? 0) < 0;
    const step = outcome[path] ?? 0;
    const after = step < 0;
    if (!after) change.ruins[step] = (change.ruins[step] ?? 0) + 1;
    if (after && !before) change.gained++;
    else if (before && !after) change.lost++;
  }
}
