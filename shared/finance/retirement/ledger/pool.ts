import type { Pool } from '../compile/pool.ts';
import { aboveOwn } from '../compile/survivors-benefits.ts';
import type { Lives } from './lives.ts';
import { paidToSurvivor } from './survivors.ts';

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
  const { start, end: ending, scale, floor, paidAtEnd, survivors } = pool;
  let { balance } = pool;
  for (let step = 0; step < together; step++) {
    balance += start[step] ?? 0;
    if (balance < floor) return step;
    balance = balance * ((growth[from + step] ?? 1) * scale) + (ending[step] ?? 0);
    if (balance < floor) return step;
  }
  if (together === end) return -1;
  const offset = (lives.survivor[path] ?? 1) * steps;
  const paid = paidToSurvivor(survivors, lives, path, steps);
  for (let step = together; step < end; step++) {
    const above = aboveOwn(survivors, offset + step, paid);
    balance += (start[offset + step] ?? 0) + (paidAtEnd ? 0 : above);
    if (balance < floor) return step;
    balance = balance * ((growth[from + step] ?? 1) * scale) + ((ending[offset + step] ?? 0) + (paidAtEnd ? above : 0));
    if (balance < floor) return step;
  }
  return -1;
}

/**
 * As `poolRuin` for paths 0 to `count` of a block, into `out`. Where lives are equally long, four paths are run side by
 * side: each is a chain of dependent operations, and four chains fill the time that one would wait.
 */
export function poolRuins(
  pool: Pool,
  growth: Float64Array,
  stride: number,
  steps: number,
  lives: Lives,
  count: number,
  out: Int32Array,
): void {
  let path = 0;
  while (path < count) {
    if (path + 4 <= count && sameLife(lives, path)) {
      fourRuins(pool, growth, path * stride, stride, lives.end[path] ?? 0, out, path);
      path += 4;
    } else {
      out[path] = poolRuin(pool, growth, path * stride, steps, lives, path);
      path++;
    }
  }
}

/** Whether this path and the next three are lived by everybody together, equally long. */
function sameLife({ together, end }: Lives, path: number): boolean {
  const length = end[path];
  for (let next = path; next < path + 4; next++) {
    if (end[next] !== length || together[next] !== length) return false;
  }
  return true;
}

function fourRuins(
  { start, end: ending, scale, balance, floor }: Pool,
  growth: Float64Array,
  from: number,
  stride: number,
  length: number,
  out: Int32Array,
  at: number,
): void {
  const [second, third, fourth] = [from + stride, from + 2 * stride, from + 3 * stride];
  let [a, b, c, d] = [balance, balance, balance, balance];
  let [ra, rb, rc, rd] = [-1, -1, -1, -1];
  for (let step = 0; step < length; step++) {
    const first = start[step] ?? 0;
    const last = ending[step] ?? 0;
    a += first;
    b += first;
    c += first;
    d += first;
    // A balance that has run out becomes NaN, which no later flow brings back.
    if (a < floor) [ra, a] = [step, NaN];
    if (b < floor) [rb, b] = [step, NaN];
    if (c < floor) [rc, c] = [step, NaN];
    if (d < floor) [rd, d] = [step, NaN];
    a = a * ((growth[from + step] ?? 1) * scale) + last;
    b = b * ((growth[second + step] ?? 1) * scale) + last;
    c = c * ((growth[third + step] ?? 1) * scale) + last;
    d = d * ((growth[fourth + step] ?? 1) * scale) + last;
    if (a < floor) [ra, a] = [step, NaN];
    if (b < floor) [rb, b] = [step, NaN];
    if (c < floor) [rc, c] = [step, NaN];
    if (d < floor) [rd, d] = [step, NaN];
  }
  out[at] = ra;
  out[at + 1] = rb;
  out[at + 2] = rc;
  out[at + 3] = rd;
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
  const { otherStart, otherEnd, unitStart, unitEnd, scale, floor, paidAtEnd, survivors } = pool;
  let funds = pool.balance;
  let cost = 0;
  let most = Infinity;
  for (let step = 0, offset = 0, paid = 0; step < end; step++) {
    if (step === together) {
      offset = (lives.survivor[path] ?? 1) * steps;
      paid = paidToSurvivor(survivors, lives, path, steps);
    }
    const above = aboveOwn(survivors, offset + step, paid);
    funds += (otherStart[offset + step] ?? 0) + (paidAtEnd ? 0 : above);
    cost += unitStart[offset + step] ?? 0;
    if (funds < most * cost || (funds < floor && cost === 0)) most = cost > 0 ? funds / cost : -1;
    const factor = (growth[from + step] ?? 1) * scale;
    funds = funds * factor + ((otherEnd[offset + step] ?? 0) + (paidAtEnd ? above : 0));
    cost = cost * factor + (unitEnd[offset + step] ?? 0);
    if (funds < most * cost || (funds < floor && cost === 0)) most = cost > 0 ? funds / cost : -1;
    if (most < 0) return 0;
  }
  return most;
}
