import type { ApiClient } from '../../scripts/analysis/api-client.ts';
import { followJob } from '../../scripts/analysis/follow-job.ts';
import type { AnalyzeRequestInput, Job } from '../../shared/schemas/job.ts';
import { below, type Aimed } from './aims.ts';
import { soFar } from '../timing/progress.ts';
import { median, percentile } from './percentile.ts';

const WARM_UP = 5;
const RUNS = 25;
const AIM_MS = 300;

interface Run {
  /** Milliseconds from sending the request to seeing that the job has ended. */
  seen: number;
  job: Job;
}

/** As the command line does it: each look is two statements on the one connection of a laptop's database, so it looks as seldom. */
async function analyzeOnce(api: ApiClient, request: AnalyzeRequestInput): Promise<Run> {
  const start = performance.now();
  const job = await followJob(api, await api.analyze(request), () => undefined);
  if (job.status !== 'completed') throw new Error(`the analysis ended ${job.status}: ${job.error ?? ''}`);
  return { seen: performance.now() - start, job };
}

const at = (moment: string | null): number => Date.parse(moment ?? '');

/** Where a job spent its time, by its own timestamps. */
function parts({ job }: Run): [string, number][] {
  const steps = new Map(job.steps.map((step) => [step.step, step]));
  const end = (...names: Job['steps'][number]['step'][]) =>
    Math.max(
      ...names
        .map((name) => steps.get(name)?.finishedAt ?? null)
        .map(at)
        .filter(Number.isFinite),
    );
  const priced = end('price');
  const texts = end('report', 'charts', 'retirement', 'summary');
  const took = (name: Job['steps'][number]['step']) => end(name) - at(steps.get(name)?.startedAt ?? null);
  return [
    ['queue: asked to begun', at(job.startedAt) - at(job.createdAt)],
    ['read, classify, compute, store the figures', priced - at(job.startedAt)],
    ['reporter, charter, retirement and the summary side by side', texts - priced],
    ['of these the reporter', took('report')],
    ['of these the summary', took('summary')],
    ['close the job', at(job.finishedAt) - texts],
  ];
}

const row = (what: string, values: readonly number[]) => ({
  what,
  'best ms': Math.round(Math.min(...values)),
  'p50 ms': Math.round(median(values)),
  'p95 ms': Math.round(percentile(values, 0.95)),
});

/** A warm analysis, as its caller sees it and as its job says. */
export async function measureAnalysis(api: ApiClient, request: AnalyzeRequestInput): Promise<Aimed[]> {
  const first = await analyzeOnce(api, request);
  for (let run = 1; run < WARM_UP; run += 1) await analyzeOnce(api, request);
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    runs.push(await analyzeOnce(api, request));
    soFar('warm analyses', run + 1, RUNS);
  }
  const seen = runs.map((run) => run.seen);
  const own = runs.map(({ job }) => at(job.finishedAt) - at(job.createdAt));
  const names = parts(first).map(([name]) => name);
  console.log(`A warm analysis, ${RUNS} runs one after another (the first of all, cold: ${Math.round(first.seen)} ms)`);
  console.table([
    row('POST /analyze to seen as ended, as `npm run analyze` looks', seen),
    row('by the job’s own timestamps', own),
    ...names.map((name, index) =>
      row(
        `· ${name}`,
        runs.map((run) => parts(run)[index]?.[1] ?? Number.NaN),
      ),
    ),
  ]);
  return [below('warm analysis of the example, p50', median(seen), AIM_MS, 'ms')];
}
