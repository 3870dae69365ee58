import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/laptop/paths.ts';
import { below, type Aimed } from './aims.ts';
import { nowMeasuring, soFar } from '../timing/progress.ts';
import { median } from './percentile.ts';

const RUNS = 3;
const AIM_MS = 3000;

/** A port with the next two free as well, most probably. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port > 65_000 ? port - 1000 : port;
}

/** `npm start` until it says that it runs, then stopped as by Ctrl-C. Milliseconds to each line it printed. */
async function startOnce(home: string): Promise<[string, number][]> {
  const env = { ...process.env, ALEX_HOME: home, ALEX_PORT: String(await freePort()) };
  // What `npm start` runs, without npm before it: some of its versions keep to themselves the signal that is to stop it.
  const command = ['scripts/setup/run.mjs', 'scripts/start.ts'];
  const start = performance.now();
  const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const lines: [string, number][] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n')) if (line.trim() !== '') lines.push([line, performance.now() - start]);
    if (text.includes('Alex is running.')) child.kill('SIGINT');
  });
  await exited;
  return lines;
}

/** From `npm start` to a fleet that answers, when everything was set up before. */
export async function measureStart(): Promise<Aimed[]> {
  nowMeasuring(`npm start to ready and stopped again, once with the demo and ${RUNS} times after it`);
  const home = mkdtempSync(join(tmpdir(), 'alex-bench-start-'));
  try {
    const runs: [string, number][][] = [];
    const first = ready(await startOnce(home));
    for (let run = 0; run < RUNS; run += 1) {
      runs.push(await startOnce(home));
      soFar('starts', run + 1, RUNS);
    }
    const stages = (runs[0] ?? []).map(([line], index) => ({
      'until it said': line.trim().slice(0, 60),
      'median ms': Math.round(median(runs.map((run) => run[index]?.[1] ?? Number.NaN))),
    }));
    const said = stages.findIndex((stage) => stage['until it said'].startsWith('Alex is running'));
    console.log(`npm start, ${RUNS} runs (the first of all, with the demo analysis: ${Math.round(first)} ms)`);
    console.table(stages.slice(0, said + 1));
    return [below('npm start, spawn to ready, median', median(runs.map(ready)), AIM_MS, 'ms')];
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

function ready(lines: readonly [string, number][]): number {
  const said = lines.find(([line]) => line.startsWith('Alex is running'));
  if (said === undefined) throw new Error(`npm start did not get ready:\n${lines.map(([line]) => line).join('\n')}`);
  return said[1];
}
