import { readFileSync } from 'node:fs';
import { CommandError } from '../analysis/command-error.ts';
import { evalRun } from './eval-run.ts';
import type { EvalRun } from './eval-run.ts';
import type { Row } from './row.ts';
import { columns } from './table.ts';

/** Reads what `--out` wrote. @throws {CommandError} */
export function readRun(path: string): EvalRun {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new CommandError(`"${path}" cannot be read as a run that --out wrote.`, [], cause);
  }
  const parsed = evalRun.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, 5).map(({ path: at, message }) => `${at.join('.')}: ${message}`);
  throw new CommandError(`"${path}" is not a run that --out wrote:`, problems);
}

/** What differs between two runs: the tasks whose scores do, then the means, costs and times side by side. */
export function compareRuns(a: EvalRun, b: EvalRun): string {
  const keyOf = (row: Row): string => `${row.case} ${row.task}`;
  const ofB = new Map(b.rows.map((row) => [keyOf(row), row]));
  const ofA = new Map(a.rows.map((row) => [keyOf(row), row]));
  const keys = [...new Set([...ofA.keys(), ...ofB.keys()])];
  const differing = keys.filter((key) => ofA.get(key)?.score !== ofB.get(key)?.score);
  const rows = differing.map((key) => {
    const [one, other] = [ofA.get(key), ofB.get(key)];
    return [key, shown(one?.score), shown(other?.score), signed(one?.score, other?.score), whyOf(one, other)];
  });
  const table = rows.length === 0 ? 'No task has another score.' : columns([['case and task', 'A', 'B', 'B − A', 'why'], ...rows], [1, 2, 3]); // prettier-ignore
  const same = a.cases.digest === b.cases.digest;
  const warning = same ? '' : '\nThe two runs were not of the same cases: only what both have can be compared.\n';
  return `A  ${titleOf(a)}\nB  ${titleOf(b)}\n${warning}\n${table}\n\n${columns(means(a, b), [1, 2, 3])}\n`;
}

function means(a: EvalRun, b: EvalRun): string[][] {
  const tasks = [...new Set([...Object.keys(a.totals.byTask), ...Object.keys(b.totals.byTask)])];
  const meanBy = ({ totals }: EvalRun, task: string) =>
    Object.entries(totals.byTask).find(([name]) => name === task)?.[1];
  const line = (name: string, of: (run: EvalRun) => number | null | undefined): string[] => {
    return [name, shown(of(a)), shown(of(b)), signed(of(a), of(b))];
  };
  return [
    line('score', ({ totals }) => totals.score),
    ...tasks.map((task) => line(`  ${task}`, (run) => meanBy(run, task))),
    line('replaced by the narrator', ({ totals }) => totals.replaced),
    line('faults of Alex’s own', ({ totals }) => totals.hard),
    line('calls', ({ totals }) => totals.calls),
    line('tokens in', ({ totals }) => totals.inputTokens),
    line('tokens out', ({ totals }) => totals.outputTokens),
    line('US dollars', ({ totals }) => (totals.usd === null ? null : Math.round(totals.usd * 1e4) / 1e4)),
    line('seconds, all tasks', ({ rows }) =>
      Math.round(rows.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000),
    ),
  ];
}

function titleOf({ models, judge, startedAt, revision }: EvalRun): string {
  const names = [...new Set(Object.values(models))].join(', ');
  return `${names}, judged by ${judge === 'narrator' ? 'rules' : judge}, ${startedAt}, ${revision ?? 'no revision'}`;
}

const shown = (value: number | null | undefined): string => value?.toString() ?? '–';

function signed(one: number | null | undefined, other: number | null | undefined): string {
  if (typeof one !== 'number' || typeof other !== 'number') return '';
  const difference = Math.round((other - one) * 1e4) / 1e4;
  return difference > 0 ? `+${difference}` : difference.toString().replace('-', '−');
}

/** What the worse of the two lost. */
function whyOf(one: Row | undefined, other: Row | undefined): string {
  if (one === undefined || other === undefined) return `only in ${one === undefined ? 'B' : 'A'}`;
  const worse = (one.score ?? 0) < (other.score ?? 0) ? one : other;
  return worse.lost.map(({ why }) => why).join('; ');
}
