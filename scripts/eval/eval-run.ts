import * as z from 'zod';
import { isoInstant } from '../../shared/schemas/decimal.ts';
import { taskName, taskNames } from './case.ts';
import { row } from './row.ts';
import type { Row } from './row.ts';

const count = z.number().int().min(0);
const mean = z.number().min(0).max(100).nullable();

const totals = z.strictObject({
  /** Mean of the scores, each task of each case counting once; null where nothing was scored. */
  score: mean,
  byTask: z.partialRecord(taskName, z.number().min(0).max(100)),
  tasks: count,
  /** Tasks that ended with the narrator's words in the model's place. */
  replaced: count,
  /** Losses that no model may cause: faults of Alex's own. */
  hard: count,
  overBudget: count,
  calls: count,
  /** Of the calls, those that never reached a model or were turned away; absent in runs written before it was kept. */
  unanswered: count.optional(),
  inputTokens: count,
  outputTokens: count,
  /** US dollars; null: the price of a model that was called is not known. */
  usd: z.number().min(0).nullable(),
});
export type Totals = z.infer<typeof totals>;

/** What `npm run eval` writes: comparable with another one of the same cases. */
export const evalRun = z.strictObject({
  version: z.literal(1),
  startedAt: isoInstant,
  durationMs: count,
  /** The commit of the checkout, with "+" where files were changed since; null outside of git. */
  revision: z.string().nullable(),
  /** By agent, as they sign: "narrator", "bedrock:ID", "openai:MODEL@HOST". */
  models: z.record(z.string(), z.string()),
  judge: z.string(),
  settings: z.strictObject({
    threshold: z.number(),
    deadlineSeconds: z.number(),
    concurrency: count,
    tokens: z.number(),
    usd: z.number(),
  }),
  cases: z.strictObject({ names: z.array(z.string()), digest: z.string() }),
  rows: z.array(row),
  totals,
});
export type EvalRun = z.infer<typeof evalRun>;

export function totalsOf(rows: readonly Row[]): Totals {
  const by = taskNames.flatMap((name) => {
    const score = meanOf(rows.filter(({ task }) => task === name));
    return score === null ? [] : [[name, score] as const];
  });
  const sum = (of: (one: Row) => number) => rows.reduce((total, one) => total + of(one), 0);
  return {
    score: meanOf(rows),
    byTask: Object.fromEntries(by),
    tasks: rows.length,
    replaced: rows.filter(({ outcome }) => outcome === 'replaced').length,
    hard: sum(({ lost }) => lost.filter(({ hard }) => hard).length),
    overBudget: rows.filter(({ outcome }) => outcome === 'over_budget').length,
    calls: sum(({ calls }) => calls),
    unanswered: sum(({ unanswered = 0 }) => unanswered),
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    usd: rows.some(({ usd }) => usd === null) ? null : sum(({ usd }) => usd ?? 0),
  };
}

/** To a tenth of a point. */
function meanOf(rows: readonly Row[]): number | null {
  const scores = rows.flatMap(({ score }) => score ?? []);
  if (scores.length === 0) return null;
  return Math.round((10 * scores.reduce((sum, score) => sum + score, 0)) / scores.length) / 10;
}
