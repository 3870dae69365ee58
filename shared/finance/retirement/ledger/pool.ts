import type { Pool } from '../compile/pool.ts';
import type { Lives } from './lives.ts';

/**
 * The ledger of one path where all accounts are one balance: flows at the start, growth, flows at the end, real. Returns
 * the step in which money runs out, or -1. `growth[from + step]` is the growth factor of a step.
 */
export function poolRuin(
  pool: Pool,
  growth: Float64Array,
  from: number,
  steps: number,
  lives: Lives,
  path: number,
): number {
  const together = lives.together[path] ?? 0;
  const end = lives.end[path] ?? 0;
  const { start, end: ending, scale } = pool;
  let { balance } = pool;
  for (let step = 0; step < together; step++) {
    balance += start[step] ?? 0;
    if (balance < 0) return step;
    balance = balance * ((growth[from + step] ?? 1) * scale) + (ending[step] ?? 0);
    if (balance < 0) return step;
  }
  if (together === end) return -1;
  const offset = (lives.survivor[path] ?? 1) * steps;
  for (let step = together; step < end; step++) {
    balance += start[offset + step] ?? 0;
    if (balance < 0) return step;
    balance = balance * ((growth[from + step] ?? 1) * scale) + (ending[offset + step] ?? 0);
    if (balance < 0) return step;
  }
  return -1;
}

/**
 * The largest yearly spending, real, that the path sustains. Until money runs out the balance is a straight line in the
 * spending, A - s B, so the path lasts exactly where s is at most the smallest A / B over its steps. 0 where not even
 * that; Infinity where nothing is ever spent.
 */
export function poolSustainable(
  pool: Pool,
  growth: Float64Array,
  from: number,
  steps: number,
  lives: Lives,
  path: number,
): number {
  const together = lives.together[path] ?? 0;
  const end = lives.end[path] ?? 0;
  const { otherStart, otherEnd, unitStart, unitEnd, scale } = pool;
  let funds = pool.balance;
  let cost = 0;
  let most = Infinity;
  for (let step = 0, offset = 0; step < end; step++) {
    if (step === together) offset = (lives.survivor[path] ?? 1) * steps;
    funds += otherStart[offset + step] ?? 0;
    cost += unitStart[offset + step] ?? 0;
    if (funds < most * cost || (funds < 0 && cost === 0)) most = cost > 0 ? funds / cost : -1;
    const factor = (growth[from + step] ?? 1) * scale;
    funds = funds * factor + (otherEnd[offset + step] ?? 0);
    cost = cost * factor + (unitEnd[offset + step] ?? 0);
    if (funds < most * cost || (funds < 0 && cost === 0)) most = cost > 0 ? funds / cost : -1;
    if (most < 0) return 0;
  }
  return most;
}
