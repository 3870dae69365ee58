// The main job on one machine against the aims of the project: latency, start, imports, statements, memory. Over the real zips.
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { readRequest } from '../scripts/analysis/read-request.ts';
import { DIST, ROOT } from '../scripts/laptop/paths.ts';
import { packageAll } from '../scripts/packaging/package-all.ts';
import { below, type Aimed } from './fleet/aims.ts';
import { measureAnalysis } from './fleet/analysis.ts';
import { forkFleet } from './fleet/forked-fleet.ts';
import { measureImports } from './fleet/imports.ts';
import { measureStart } from './fleet/start.ts';
import { measureStatements } from './fleet/statements.ts';
import { nowMeasuring } from './timing/progress.ts';

const MB = 1e6;
const MEMORY_AIM = 900;

/** The example portfolio with goals, and one instrument that nobody knows, so that every function has run. */
function exampleRequest() {
  const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 80_000, contribute: 20_000 };
  const file = join(ROOT, 'examples', 'portfolio.csv');
  return readRequest({ files: [file], goals, prices: undefined, seed: 1, asOf: undefined }).request;
}

async function measureRunningFleet(): Promise<Aimed[]> {
  nowMeasuring('a fleet in a process of its own: its first research, then warm analyses, memory');
  const { api, memory, asleep, stop } = await forkFleet();
  try {
    const empty = await memory();
    await asleep();
    const aimed = await measureAnalysis(api, exampleRequest());
    await asleep();
    const { rss, peak, startedPeak } = await memory();
    const shown = [empty.rss, rss, startedPeak].map((bytes) => Math.round(bytes / MB));
    console.log(
      `Memory of the fleet, RSS in MB: ${shown[0]} as it starts, ${shown[1]} after these runs; the researcher’s process had ${shown[2]} at most, and has ended`,
    );
    return [
      ...aimed,
      below('memory of the whole fleet after these runs', rss / MB, MEMORY_AIM, 'MB'),
      below('the same, were the researcher at work', (rss + startedPeak) / MB, MEMORY_AIM, 'MB'),
      below('the most that it had at any time', peak / MB, MEMORY_AIM, 'MB'),
    ];
  } finally {
    await stop();
  }
}

/** Prints a table of each, the quick ones first, and last all that has an aim. */
export async function run(): Promise<void> {
  nowMeasuring('packaging, where sources have changed');
  await packageAll({ root: ROOT, dist: DIST });
  await measureImports();
  const aimed = [...(await measureStatements()), ...(await measureStart()), ...(await measureRunningFleet())];
  const load = loadavg()[0] ?? 0;
  console.log(
    `\nNode ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, load ${load.toFixed(1)} at the end`,
  );
  console.table(aimed);
}

if (import.meta.main) await run();
