// npm run eval [-- --model M]: scores a model on the golden cases of evals/, by code first and a judge second.
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { agentNames } from '../shared/agents/agent-names.ts';
import { CommandError } from './analysis/command-error.ts';
import { reasonOf } from './analysis/output-folder.ts';
import { runCommand } from './analysis/run-command.ts';
import { compareRuns, readRun } from './eval/compare.ts';
import { evalRun, totalsOf } from './eval/eval-run.ts';
import type { EvalRun } from './eval/eval-run.ts';
import { playersOf } from './eval/models.ts';
import { readOptions } from './eval/options.ts';
import type { EvalOptions } from './eval/options.ts';
import { readCases } from './eval/read-cases.ts';
import { revisionOf } from './eval/revision.ts';
import { runCases } from './eval/run-cases.ts';
import { Spending } from './eval/spending.ts';
import { tableOf } from './eval/table.ts';

async function evaluate(options: EvalOptions): Promise<EvalRun> {
  const { settings, threshold, deadlineSeconds, concurrency, tokens, usd } = options;
  const { cases, digest } = readCases(options.cases);
  const players = playersOf(settings);
  const startedAt = new Date();
  const rows = await runCases(cases, {
    ...{ players, threshold, concurrency, deadlineMs: deadlineSeconds * 1000, spending: new Spending({ tokens, usd }) },
    done: (name) => {
      if (process.stderr.isTTY) process.stderr.write(`  ${name}\n`);
    },
  });
  const writers = agentNames.filter((agent) => agent !== 'judge' && agent !== 'researcher');
  return evalRun.parse({
    version: 1,
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    revision: await revisionOf(),
    models: Object.fromEntries(writers.map((agent) => [agent, players(agent).name])),
    judge: players('judge').name,
    settings: { threshold, deadlineSeconds, concurrency, tokens, usd },
    cases: { names: cases.map(({ name }) => name), digest },
    rows,
    totals: totalsOf(rows),
  });
}

/** Why the run does not pass; nothing where it does. */
function failuresOf({ rows, totals }: EvalRun, { leastMean, leastEach }: EvalOptions): string[] {
  const below = rows.filter(({ score }) => score !== null && score < leastEach);
  return [
    ...(totals.hard > 0 ? [`${totals.hard} faults of Alex’s own: nothing that is stored may say or do that.`] : []),
    ...(totals.overBudget > 0 ? [`${totals.overBudget} tasks were not made: raise --tokens or --usd, or choose --cases.`] : []), // prettier-ignore
    ...((totals.score ?? 0) < leastMean ? [`The mean score is ${totals.score ?? 0}, below ${leastMean}.`] : []),
    ...below.map((row) => `${row.case}, ${row.task}: ${row.score ?? 0}, below ${leastEach}.`),
  ];
}

function write(path: string, run: EvalRun): void {
  save(path, () => {
    writeFileSync(path, `${JSON.stringify(run, null, 1)}\n`);
  });
}

/** Leaves what is there as it is. */
function tryWriting(path: string): void {
  save(path, () => {
    closeSync(openSync(path, 'a'));
  });
}

function save(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new CommandError(`The run cannot be written to "${path}": ${reasonOf(error)}.`, [], error);
  }
}

await runCommand(async () => {
  const options = readOptions(process.argv.slice(2));
  const { compare, out, quiet } = options;
  if (compare !== undefined) {
    process.stdout.write(compareRuns(readRun(compare[0]), readRun(compare[1])));
    return 0;
  }
  // Before anything is paid for.
  if (out !== undefined) tryWriting(out);
  const run = await evaluate(options);
  if (out !== undefined) write(out, run);
  const shown = quiet
    ? { ...run, rows: run.rows.filter(({ lost, judgeWhy = '' }) => lost.length > 0 || judgeWhy !== '') }
    : run;
  process.stdout.write(tableOf(shown));
  const failures = failuresOf(run, options);
  for (const failure of failures) process.stderr.write(`${failure}\n`);
  return failures.length > 0 ? 1 : 0;
});
