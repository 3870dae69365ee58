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
  const ruinAges = new Float64Array(failed);
  const missing = new Float64Array(failed);
  let place = 0;
  ruin.forEach((step, path) => {
    if (step < 0) return;
    ruinAges[place] = age + step / perYear;
    missing[place++] = records?.shortfall[path] ?? 0;
  });
  const byAge = new Map<number, number>();
  for (const at of ruinAges.sort()) byAge.set(Math.floor(at + 1e-9), (byAge.get(Math.floor(at + 1e-9)) ?? 0) + 1);
  const [p5 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0] = quantiles(records?.estate ?? new Float64Array(1), FIVE);
  return {
    estate: { p5, p25, p50, p75, p95 },
    ruin: {
      share: ruinAges.length / paths,
      ages: three(ruinAges),
      byAge: [...byAge].map(([at, count]) => ({ age: at, share: count / paths })),
    },
    shortfall: three(missing),
    sequence: records === null ? [] : sequenceStress(records.early, ruin),
  };
}

const FIVE = [0.05, 0.25, 0.5, 0.75, 0.95];

/** The 10th, 50th and 90th percentile, by nearest rank; null of nothing. Sorts `values`. */
function three(values: Float64Array): { p10: number; p50: number; p90: number } | null {
  if (values.length === 0) return null;
  const sorted = values.sort();
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
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
