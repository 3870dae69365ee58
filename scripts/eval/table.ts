import type { EvalRun } from './eval-run.ts';
import type { Row } from './row.ts';

/** Columns as wide as their widest cell; those named in `right` are numbers. */
export function columns(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0))) ?? [];
  return rows
    .map((cells) =>
      cells
        .map((cell, at) => (right.includes(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const orDash = (value: number | null): string => (value === null ? '–' : value.toString());
const dollars = (usd: number | null): string => (usd === null ? 'not known' : `$${usd.toFixed(4)}`);
const seconds = (ms: number): string => (ms / 1000).toFixed(1);

/** A run as a table: each task's score and what it lost, then the means and what it all took. */
export function tableOf(run: EvalRun): string {
  const head = ['case', 'task', 'score', 'code', 'judge', 'tokens', 'seconds', 'outcome', 'why not more'];
  const body = columns([head, ...run.rows.map(cellsOf)], [2, 3, 4, 5, 6]);
  return `${body}\n\n${summaryOf(run)}\n`;
}

function cellsOf(row: Row): string[] {
  const lost = row.lost.map(({ points, why: reason, hard }) => `${hard ? 'FAULT' : `−${points}`} ${reason}`);
  const judged = row.judgeWhy === undefined || row.judgeWhy === '' ? [] : [`judge: ${row.judgeWhy}`];
  const why = [...lost, ...judged].join('; ');
  return [
    ...[row.case, row.task, orDash(row.score), orDash(row.code), orDash(row.judge)],
    ...[`${row.inputTokens + row.outputTokens}`, seconds(row.durationMs), row.outcome, why],
  ];
}

/** The means, and what it all took. */
export function summaryOf({ models, judge, totals, durationMs }: EvalRun): string {
  const {
    score,
    byTask,
    tasks: made,
    replaced,
    hard,
    overBudget,
    calls,
    unanswered = 0,
    inputTokens,
    outputTokens,
    usd,
  } = totals;
  const tasks = Object.entries(byTask).map(([task, mean]) => `${task} ${mean}`);
  return [
    `${[...new Set(Object.values(models))].join(', ')}, judged by ${judge === 'narrator' ? 'rules' : judge}`,
    `score ${orDash(score)} of 100 (${tasks.join(', ')})`,
    `${made} tasks, ${replaced} replaced by the narrator, ${hard} faults of Alex’s own${overBudget > 0 ? `, ${overBudget} not made for want of budget` : ''}`,
    `${calls} calls${unanswered > 0 ? `, of which ${unanswered} never reached a model or were turned away and cost nothing` : ''}, ${inputTokens} tokens in, ${outputTokens} out, ${dollars(usd)}, ${seconds(durationMs)} s`,
  ].join('\n');
}
