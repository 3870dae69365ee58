// npm start: brings the fleet up on this machine and keeps it up; the first time, analyses the example portfolio.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findRunningFleet } from '../local/lock.ts';
import { costOf } from '../shared/agents/models/prices.ts';
import { jobBudget } from '../shared/agents/models/settings.ts';
import { renderSummary } from '../shared/report/summary.ts';
import { apiClient } from './analysis/api-client.ts';
import { toldOfRunning } from './laptop/told-of-running.ts';
import { CommandError } from './analysis/command-error.ts';
import { performAnalysis } from './analysis/perform.ts';
import { waitingOn } from './analysis/waiting-on.ts';
import { showProgress } from './analysis/progress.ts';
import type { Progress } from './analysis/progress.ts';
import { readRequest } from './analysis/read-request.ts';
import { runCommand } from './analysis/run-command.ts';
import { readApiKey } from './laptop/api-key-file.ts';
import { basePort } from './laptop/base-port.ts';
import { bringUp, type Laptop } from './laptop/bring-up.ts';
import { onInterruption } from './laptop/interruption.ts';
import { named } from './target/target-from.ts';
import { newCommand } from './terminal/command.ts';
import { CURL } from './terminal/in-this-shell.ts';
import { DATA, DEFAULT_PORT, KEY_FILE, REPORTS, ROOT } from './laptop/paths.ts';

const DEMO_FILE = join(ROOT, 'examples', 'portfolio.csv');
const DEMO_GOALS = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 80_000, contribute: 20_000 };
const DEMO_REPORT = join(REPORTS, 'demo');
const DEMO_PAGE = join(DEMO_REPORT, 'report.html');

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function analyzeDemo({ apiUrl, apiKey }: Laptop, stopping: AbortSignal): Promise<void> {
  print(
    'Analysing examples/portfolio.csv for a demo person: 45 years old, retiring at 65, $80,000 a year, saving $20,000 a year',
  );
  const { request } = readRequest({
    files: [DEMO_FILE],
    goals: DEMO_GOALS,
    prices: undefined,
    seed: 1,
    asOf: undefined,
  });
  const { seen } = showProgress(process.stdout, waitingOn('laptop'));
  const untilStopped: Progress = {
    seen: (job) => {
      if (!stopping.aborted) seen(job);
    },
  };
  const result = await performAnalysis(apiClient(apiUrl, apiKey), request, untilStopped);
  stopping.throwIfAborted();
  // Only now: the report's charts are a large library, and every later start does without.
  const { writeReport } = await import('./analysis/write-report.ts');
  writeReport(result, DEMO_REPORT);
  const { isTTY, columns } = process.stdout;
  print(
    `\n${renderSummary(result, { color: isTTY && process.env.NO_COLOR === undefined, width: isTTY ? columns : 80 })}`,
  );
}

/** Without the demo's report the fleet is as good as with it: it stays up, and the next start tries again. */
async function tryDemo(laptop: Laptop, stopping: AbortSignal): Promise<void> {
  try {
    await analyzeDemo(laptop, stopping);
  } catch (error) {
    // The fleet goes away under it; the next start finishes the job.
    if (stopping.aborted) return;
    if (!(error instanceof CommandError)) throw error;
    print(['The demo has no report:', error.message, ...error.lines].join('\n  '));
  }
}

function tellWhatNow({ apiUrl, apiKey, models, fleet }: Laptop): void {
  // Of one's own nobody else says where they answer.
  const services = Object.entries(named(fleet.environmentForScripts(), 'SERVICE_URL_')).map(
    ([name, url]) => `\n  ${`services/${name}`.padEnd(21)} ${url}   (its log: npm run logs -- ${name})`,
  );
  print(`
Alex is running.
  Report of the demo    ${existsSync(DEMO_PAGE) ? DEMO_PAGE : 'none yet: the next start tries again'}
  API                   ${apiUrl}
  API key               ${apiKey}
  Written by            ${models.join(', ')}${budgetNote(models)}${services.join('')}
  Try it                ${CURL} -H "x-api-key: ${apiKey}" ${apiUrl}/jobs
  Your own portfolio    npm run analyze -- my-positions.csv --age 45 --retire-at 65 --income 80000 --contribute 20000   (in another terminal)
  Stop                  Ctrl-C`);
}

/** A budget of money holds back nothing that has no price; the one of tokens does. */
function budgetNote(models: readonly string[]): string {
  const unpriced = models.filter((name) => costOf(name, { inputTokens: 1, outputTokens: 1 }) === null);
  if (unpriced.length === 0) return '';
  const { tokens } = jobBudget(process.env);
  return `
                        no price is known of ${unpriced.join(', ')}: ALEX_JOB_USD cannot hold it back,
                        ALEX_JOB_TOKENS does, at ${tokens.toLocaleString('en-US')} tokens an analysis`;
}

/** The key is a secret of this person, who typed the command; it is nowhere else to be found by name. */
function apiKeyLines(): string[] {
  const apiKey = readApiKey();
  return apiKey === undefined ? [] : [`API key: ${apiKey} (kept in ${KEY_FILE})`];
}

async function start(): Promise<number> {
  const port = basePort();
  const running = findRunningFleet(DATA);
  if (running?.staysUp === true) {
    const { pid, urls } = running;
    const where = urls === null ? 'and is still starting' : `at ${urls.api}`;
    const unheeded = toldOfRunning(running);
    throw new CommandError(`Alex is running already, ${where} (process ${pid}).`, [
      ...(existsSync(DEMO_PAGE) ? [`Report of the demo: ${DEMO_PAGE}`] : []),
      ...apiKeyLines(),
      ...(unheeded === null ? [] : unheeded.split('\n')),
      'Use it as it is, or stop it with Ctrl-C in its terminal and start again.',
    ]);
  }
  const stop = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    onInterruption(() => {
      print('\nStopping …');
      stop.abort();
      resolve();
    });
  });
  const say = (doing: string): void => {
    stop.signal.throwIfAborted();
    print(`${doing} …`);
  };
  const ports = { api: port, aws: port + 1, queues: port + 2, services: port + 3 };
  let laptop: Laptop | undefined;
  try {
    laptop = await bringUp({ ports, staysUp: true, say });
    stop.signal.throwIfAborted();
    await tellAboutUnfinished(laptop);
    if (!existsSync(DEMO_PAGE)) await Promise.race([tryDemo(laptop, stop.signal), stopped]);
    stop.signal.throwIfAborted();
    tellWhatNow(laptop);
    await stopped;
  } catch (error) {
    // Nothing more is begun, and what was begun may fail: the bundler, say, hears the same Ctrl-C.
    if (!stop.signal.aborted) throw error;
  } finally {
    await laptop?.fleet.stop();
  }
  print('Stopped. Everything is kept; npm start goes on from here.');
  return 0;
}

async function tellAboutUnfinished({ apiUrl, apiKey, fleet }: Laptop): Promise<void> {
  const api = apiClient(apiUrl, apiKey);
  const unfinished = async () => (await api.jobs()).filter(({ finishedAt }) => finishedAt === null);
  const left = await unfinished();
  if (left.length === 0) return;
  // It ends those that have had all their attempts: of them nothing is to be promised.
  await fleet.invoke('sweeper', '{}');
  const count = (await unfinished()).length;
  const which = count === 1 ? 'An analysis that was' : `${count} analyses that were`;
  if (count > 0) print(`${which} interrupted will be finished now.`);
  for (const { id } of left) {
    const { status, error } = await api.job(id);
    if (status === 'failed') print(`Job ${id} failed. ${error ?? ''}`);
  }
}

const HELP = `
It stays in this terminal until Ctrl-C, and everything is kept for the next time. The first time it sets itself up and analyses the
example portfolio. It says where the API is, its key, and what to try. ALEX_PORT is the first of four ports that it takes (default
${DEFAULT_PORT}), and one more for each service of your own. Which model writes: guides/9-beyond.md; by default none does,
and nothing costs.

Exit code: 0 stopped, 1 not started.`;

const command = newCommand('start', 'Brings Alex up on this machine and keeps it up.', HELP).name('npm start');
command.parse(process.argv.slice(2), { from: 'user' });
await runCommand(start);
