import { fee, spending } from '../../shared/report/cost.ts';
import type { Job } from '../../shared/schemas/job.ts';
import type { TargetName } from '../target/target.ts';
import type { Paint } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';
import type { JobReport, Written } from './read-job.ts';

/** A job's report in lines: the job, its steps, what was written, the calls of models, and what to do where something is wrong. */
export function describeJob(report: JobReport, target: TargetName, paint: Paint, now: number): string[] {
  const { job, lines, hasFacts, calls } = report;
  const status = { completed: 'green', partial: 'yellow', failed: 'red', pending: 'cyan', running: 'cyan' } as const;
  return [
    `Job ${job.id}: ${paint(job.status, status[job.status], 'bold')}${job.error === null ? '' : `. ${job.error}`}`,
    `  asked for ${job.createdAt}, ${report.sentAt === null ? paint('never sent to the queue', 'red') : `sent ${report.sentAt}`}`,
    `  for ${job.asOf}, seed ${job.seed}, ${lines} lines of positions and cash, facts ${hasFacts ? 'stored' : 'not there'}`,
    `  attempts ${job.attempt}, ${duration(job, now)}`,
    '',
    ...stepTable(job, now),
    ...texts(report, paint),
    ...callLines(calls, job),
    ...remedies(report, target, now).map((line) => paint(line, 'yellow')),
  ];
}

const seconds = (from: string | null, to: string | null, now: number): string =>
  from === null ? '' : `${((to === null ? now : Date.parse(to)) - Date.parse(from)) / 1000}`;

function took(from: string | null, to: string | null, now: number): string {
  const text = seconds(from, to, now);
  return text === '' ? '' : `${Number(text).toFixed(2)} s${to === null ? ' so far' : ''}`;
}

function duration({ createdAt, startedAt, finishedAt }: Job, now: number): string {
  if (startedAt === null) return `waiting for ${took(createdAt, null, now)}`;
  return `waited ${took(createdAt, startedAt, now)}, took ${took(startedAt, finishedAt, now)}`;
}

function stepTable({ steps, finishedAt: ended }: Job, now: number): string[] {
  const rows = steps.map(({ step, status, attempt, startedAt, finishedAt, degraded, detail, error }) => [
    // A step whose worker died with the job takes no longer than that did.
    ...[step, status, String(attempt), took(startedAt, finishedAt ?? ended, now)],
    [...(degraded ? ['DEGRADED.'] : []), error ?? detail ?? ''].join(' '),
  ]);
  return table(['Step', 'Status', 'Attempt', 'Took', 'What was done'], rows, { right: [2, 3] });
}

function texts({ written }: JobReport, paint: Paint): string[] {
  const rows = [...written].flatMap(([step, { author, check, judgement }]: [string, Written]) =>
    check === undefined
      ? []
      : [
          [
            step,
            author?.model ?? '',
            `${check.grounded} of ${check.figures}`,
            check.outcome,
            judgement === undefined ? '' : `${judgement.overall} by ${judgement.by}`,
          ],
        ],
  );
  const strays = [...written].flatMap(([step, { check }]) =>
    (check?.strays ?? []).map((stray) => paint(`  ✗ ${step}: "${stray}" is no fact`, 'red')),
  );
  if (rows.length === 0) return [];
  return ['', ...table(['Text', 'Written by', 'Figures grounded', 'Check', 'Judged'], rows), ...strays];
}

function callLines({ calls, cost }: JobReport['calls'], { finishedAt }: Job): string[] {
  if (calls.length === 0) return ['', 'No language model was called: no cost.'];
  const rows = calls.map((call) => [
    // Of a call under way when its worker died nothing was ever written: what has ended has none that runs.
    ...[
      call.agent,
      call.model,
      call.purpose,
      call.outcome === 'running' && finishedAt !== null ? 'never ended' : call.outcome,
    ],
    ...[String(call.inputTokens ?? '?'), String(call.outputTokens ?? '?')],
    ...[call.durationMs === null ? '' : `${(call.durationMs / 1000).toFixed(2)} s`, String(call.retries ?? '')],
    call.usd === null ? 'unknown' : fee(call.usd),
    call.detail ?? '',
  ]);
  const heading = ['Agent', 'Model', 'For', 'Outcome', 'In', 'Out', 'Took', 'Retries', 'Cost', 'Why not'];
  return ['', ...table(heading, rows, { right: [4, 5, 6, 7, 8] }), `${cost.calls} calls, ${spending(cost)}.`];
}

/** Milliseconds after which a job that waits is worth a word. */
const LONG = 60_000;

function remedies({ job, sentAt, leaseUntil }: JobReport, target: TargetName, now: number): string[] {
  const log = `What was logged: npm run logs -- --job ${job.id} --target ${target} --since 1d`;
  if (job.status === 'failed' || job.status === 'partial') return ['', log];
  if (job.status === 'pending' && now - Date.parse(job.createdAt) > LONG) {
    return [
      '',
      sentAt === null
        ? 'Its message could not be sent; the sweeper sends it again every minute.'
        : `Nobody has taken it up. Is its message among the dead letters? npm run redrive -- --target ${target}`,
      log,
    ];
  }
  if (job.status === 'running' && leaseUntil !== null && Date.parse(leaseUntil) < now) {
    return ['', 'Whoever worked on it is gone: the sweeper sends it again within a minute.', log];
  }
  return [];
}
