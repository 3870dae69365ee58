// The retirement engine's speed and memory, against its own ceiling (the raw rate of normal draws), against a plain loop in
// the shape of the Python reference, and against numpy where it is installed, all in one run. Goals are those of the issue.
import { spawnSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { fillNormals } from '../shared/finance/random/normal.ts';
import { startStream } from '../shared/finance/random/stream.ts';
import { plan, projectPlan, runSlice } from '../shared/finance/retirement/engine.ts';
import type { Plan, PlanInput } from '../shared/finance/retirement/engine.ts';
import { projectRetirement } from '../shared/finance/retirement/project.ts';
import type { Asking } from '../shared/finance/retirement/answers/question.ts';
import { driveOnWorkers } from '../scripts/retirement/workers.ts';
import { plainLoop, runNumpy } from './retirement/peers.ts';
import { nowMeasuring, soFar } from './timing/progress.ts';

const YEARS = 50;
const PATHS = 40_000;
const ROUNDS = 15;
const FAN_PATHS = 10_000;
const MANY = 1_000_000;
const WORKER_PATHS = 500_000;
const WORKER_ROUNDS = 3;

const load = (): string => loadavg()[0]?.toFixed(1) ?? 'unknown';

const saver: PlanInput = {
  people: [{ age: 45, retireAt: 65 }],
  accounts: [{ name: 'savings', type: 'tax_free', balance: 500_000 }],
  savings: [{ amount: 20_000 }],
  spending: { amount: 60_000 },
  market: { assets: [{ name: 'equity', weight: 1 }] },
  longevity: { model: 'fixed_years', years: YEARS },
};
const mixed: PlanInput['market'] = {
  assets: [
    { name: 'equity', weight: 0.6 },
    { name: 'fixed_income', weight: 0.4 },
  ],
};
const taxed: PlanInput = {
  ...saver,
  market: mixed,
  accounts: [
    { name: 'brokerage', type: 'taxable', balance: 200_000, taxRate: 0.15 },
    { name: '401(k)', type: 'tax_deferred', balance: 200_000, taxRate: 0.2 },
    { name: 'Roth', type: 'tax_free', balance: 100_000 },
  ],
  spending: { amount: 60_000, rule: { rule: 'guyton_klinger' } },
};

interface Row {
  what: string;
  paths: number;
  /** Normal draws of a path, for the share of the ceiling; 0 where that says nothing. */
  draws: number;
  goal: string;
  work: () => unknown;
}

/** Prints the tables. */
export async function run(): Promise<void> {
  console.log(`Load of the last minute at the start: ${load()} on ${availableParallelism()} processors`);
  const rows = speeds();
  const best = bestOf(rows);
  const ceiling = (PATHS * YEARS) / (best[0]?.processor ?? NaN);
  console.log(
    `Retirement, one core, best of ${ROUNDS} interleaved rounds; ceiling: ${Math.round(ceiling / 1000)} million normal draws a processor second`,
  );
  console.table(
    rows.map(({ what, paths, draws, goal }, index) => {
      const { wall = NaN, processor = NaN } = best[index] ?? {};
      return {
        what,
        'clock, ms': Math.round(wall * 10) / 10,
        'processor, ms': Math.round(processor * 10) / 10,
        'paths a processor second': Math.round((paths / processor) * 1000),
        '% of ceiling': draws === 0 ? '' : Math.round((100 * paths * draws) / processor / ceiling),
        goal,
      };
    }),
  );
  compareWithNumpy(best);
  await workers();
  console.log(
    `Memory of ${MANY.toLocaleString('en-US')} recorded paths (goal: under 200 MB): ${memoryOfManyPaths()} MB`,
  );
  console.log(`Load of the last minute at the end: ${load()}`);
}

function speeds(): Row[] {
  const buffer = new Float64Array(YEARS * 80);
  const state = new Int32Array(4);
  const success = (input: PlanInput) => {
    const parsed = plan.parse(input);
    return () => runSlice({ plans: [parsed], paths: PATHS, record: false }, 0, PATHS);
  };
  const fan = plan.parse(saver);
  const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 60_000, contribute: 20_000 };
  const mix = { equity: 0.6, fixed_income: 0.4 };
  return [
    {
      what: 'ceiling: normal draws in a stream a path',
      paths: PATHS,
      draws: YEARS,
      goal: '',
      work: () => {
        for (let path = 0; path < PATHS; path++) {
          startStream(state, 1, path);
          fillNormals(state, buffer, (path % 80) * YEARS, (path % 80) * YEARS + YEARS);
        }
      },
    },
    {
      what: 'success only, one asset',
      paths: PATHS,
      draws: YEARS,
      goal: '1,000,000 a second; 60 %',
      work: success(saver),
    },
    {
      what: 'success only, two assets',
      paths: PATHS,
      draws: 2 * YEARS,
      goal: '',
      work: success({ ...saver, market: mixed }),
    },
    {
      what: 'taxes and guardrails, two assets',
      paths: PATHS,
      draws: 2 * YEARS,
      goal: '200,000 a second',
      work: success(taxed),
    },
    {
      what: 'fan chart, 10,000 paths',
      paths: FAN_PATHS,
      draws: 0,
      goal: 'under 30 ms',
      work: () => {
        const { records } = runSlice({ plans: [fan], paths: FAN_PATHS, record: true }, 0, FAN_PATHS);
        for (let year = 0; year <= YEARS; year++) records?.balance.read(year, [0.05, 0.25, 0.5, 0.75, 0.95]);
      },
    },
    {
      what: 'projectRetirement, 10,000 paths, with what-ifs',
      paths: FAN_PATHS,
      draws: 0,
      goal: '',
      work: () => projectRetirement({ balance: 500_000, mix, goals, seed: 1 }),
    },
    { what: 'whole answer of the worked couple, 2,000 paths', paths: 2_000, draws: 0, goal: '', work: couple },
    {
      what: 'plain loop, reference’s shape, two assets',
      paths: PATHS / 10,
      draws: 0,
      goal: '',
      work: () => plainLoop(PATHS / 10, YEARS),
    },
  ];
}

const couple = () =>
  projectPlan(
    plan.parse({
      ...taxed,
      people: [
        { age: 58, retireAt: 65, sex: 'female' },
        { age: 60, retireAt: 66, sex: 'male' },
      ],
      longevity: { model: 'us_period_life_table_2025' },
      simulation: { paths: 2_000 },
    }),
  );

/** What a row's best round took: by the clock, and of the processor, which other programs on the machine hardly change. */
interface Best {
  wall: number;
  processor: number;
}

/** Milliseconds of each row's best rounds; rows take turns, so that a busy moment hits all alike. */
function bestOf(rows: readonly Row[]): Best[] {
  const best = rows.map((): Best => ({ wall: Infinity, processor: Infinity }));
  for (let round = 0; round < ROUNDS; round++) {
    soFar('rounds of paths', round, ROUNDS);
    for (const [index, { work }] of rows.entries()) {
      const own = best[index];
      const before = process.cpuUsage();
      const start = performance.now();
      work();
      const wall = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      if (own === undefined) continue;
      own.wall = Math.min(own.wall, wall);
      own.processor = Math.min(own.processor, (user + system) / 1000);
    }
  }
  return best;
}

/** `best` is what our rows took, in their order. */
function compareWithNumpy(best: readonly Best[]): void {
  nowMeasuring('numpy, where it is installed');
  const numpy = runNumpy(PATHS, YEARS, FAN_PATHS, ROUNDS);
  if (numpy === null) {
    console.log('numpy is not installed here.');
    return;
  }
  const { normals, simple, one, two, fan } = numpy.ms;
  const row = (what: string, theirs: number, ours = NaN) => ({
    what,
    'numpy, ms': Math.round(theirs * 10) / 10,
    'here, ms': Math.round(ours * 10) / 10,
    'times faster here': Math.round((10 * theirs) / ours) / 10,
  });
  console.log(
    `numpy ${numpy.version}, the same paths and years on one thread, processor time, best of ${ROUNDS} rounds`,
  );
  console.table([
    row('normal draws alone', normals, best[0]?.processor),
    row('success only, one asset, lognormal', one, best[1]?.processor),
    row('success only, one asset, 1 + normal in numpy (no exponential), lognormal here', simple, best[1]?.processor),
    row('success only, two correlated assets', two, best[2]?.processor),
    row('fan chart, 10,000 paths', fan, best[4]?.processor),
  ]);
}

async function workers(): Promise<void> {
  const given: Plan = plan.parse({ ...taxed, simulation: { paths: WORKER_PATHS } });
  function* asking(): Asking<Int32Array> {
    const tally = yield { plans: [given], paths: given.simulation.paths, record: false };
    return tally.ruin;
  }
  const counts = [1, 2, 4].filter((count) => count === 1 || count <= availableParallelism());
  const best = counts.map(() => Infinity);
  const results: Int32Array[] = [];
  nowMeasuring(`workers, ${WORKER_ROUNDS} rounds`);
  for (let round = 0; round < WORKER_ROUNDS; round++) {
    soFar('rounds of workers', round, WORKER_ROUNDS);
    for (const [index, count] of counts.entries()) {
      const start = performance.now();
      results[index] = await driveOnWorkers(asking(), count);
      best[index] = Math.min(best[index] ?? Infinity, performance.now() - start);
    }
  }
  const [alone = Infinity] = best;
  console.log(
    `Workers (taxes and guardrails, ${WORKER_PATHS.toLocaleString('en-US')} paths, start of the threads included, best of ${WORKER_ROUNDS})`,
  );
  console.table(
    counts.map((count, index) => {
      const ms = best[index] ?? NaN;
      return {
        workers: count,
        ms: Math.round(ms),
        'paths a second': Math.round((WORKER_PATHS / ms) * 1000),
        'times one worker': Math.round((100 * alone) / ms) / 100,
        'year of ruin the same on every path': results[index]?.every((step, path) => step === results[0]?.[path]),
      };
    }),
  );
}

/** Peak resident memory, in MB, of a process of its own that records a million paths. */
function memoryOfManyPaths(): string {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--memory'], { encoding: 'utf8' });
  return child.status === 0 ? child.stdout.trim() : `failed: ${child.stderr}`;
}

if (process.argv.includes('--memory')) {
  const parsed = plan.parse(saver);
  const { records } = runSlice({ plans: [parsed], paths: MANY, record: true }, 0, MANY);
  records?.balance.read(YEARS, [0.5]);
  process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
} else if (import.meta.main) {
  await run();
}
