import type { Compiled } from '../compile/compile.ts';
import type { Fan } from '../fan.ts';
import { quantiles } from '../percentiles.ts';
import type { Tally } from '../simulate.ts';
import type { PlanFan } from './result.ts';
import { countLasting } from './ranking.ts';
import { sequenceStress } from './sequence.ts';

/** Ages that fewer than this share of the paths live to are not shown. */
const RARE = 0.005;

/** What the paths tell besides their fans: estate, ruin, shortfall, sequence. */
export function story(compiled: Compiled, { records, ruin, paths }: Tally) {
  const { plan } = compiled;
  const age = plan.people[0]?.age ?? 0;
  const perYear = plan.simulation.stepsPerYear;
  const failed = paths - countLasting(ruin);
  const steps = new Float64Array(compiled.steps);
  for (const step of ruin) if (step >= 0) steps[step] = (steps[step] ?? 0) + 1;
  const byAge = new Map<number, number>();
  steps.forEach((count, step) => {
    const at = Math.floor(age + step / perYear + 1e-9);
    if (count > 0) byAge.set(at, (byAge.get(at) ?? 0) + count);
  });
  const [p5 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0] = quantiles(records?.estate ?? new Float64Array(1), FIVE);
  return {
    estate: { p5, p25, p50, p75, p95 },
    ruin: {
      share: failed / paths,
      ages: three(failed, (rank) => age + stepAt(steps, rank) / perYear),
      byAge: [...byAge].map(([at, count]) => ({ age: at, share: count / paths })),
    },
    shortfall: missing(failed, ruin, records),
    sequence: records === null ? [] : sequenceStress(records.early, ruin),
  };
}

const FIVE = [0.05, 0.25, 0.5, 0.75, 0.95];

/** The 10th, 50th and 90th percentile of so many values, by nearest rank; `at` gives the value of a rank. Null of nothing. */
function three(count: number, at: (rank: number) => number): { p10: number; p50: number; p90: number } | null {
  if (count === 0) return null;
  const rank = (share: number): number => Math.ceil(share * count) - 1;
  return { p10: at(rank(0.1)), p50: at(rank(0.5)), p90: at(rank(0.9)) };
}

/** The step of the path that stands at `rank` among those that fail, by how many fail in each. */
export function stepAt(steps: Float64Array, rank: number): number {
  let below = 0;
  return steps.findIndex((count) => (below += count) > rank);
}

/** What the paths that fail are short of. */
function missing(failed: number, ruin: Int32Array, records: Tally['records']) {
  if (records === null) return three(failed, () => 0);
  const short = new Float64Array(failed);
  let place = 0;
  ruin.forEach((step, path) => {
    if (step >= 0) short[place++] = records.shortfall[path] ?? 0;
  });
  short.sort();
  return three(failed, (rank) => short[rank] ?? 0);
}

/** A fan by age of the first person, as far as enough paths live. */
export function planFan(fan: Fan | undefined, { plan, steps }: Compiled, paths: number): PlanFan {
  const result: PlanFan = { ages: [], p5: [], p25: [], p50: [], p75: [], p95: [], alive: [] };
  const years = Math.floor(steps / plan.simulation.stepsPerYear);
  for (let year = 0; year <= years; year++) {
    const count = fan?.count(year) ?? 0;
    if (count === 0 || count < RARE * paths) break;
    const [p5 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0] = fan?.read(year, FIVE) ?? [];
    result.ages.push((plan.people[0]?.age ?? 0) + year);
    result.p5.push(p5);
    result.p25.push(p25);
    result.p50.push(p50);
    result.p75.push(p75);
    result.p95.push(p95);
    result.alive.push(count / paths);
  }
  return result;
}
