import * as z from 'zod';
import { taskName } from './case.ts';

const points = z.number().min(0).max(100);
const count = z.number().int().min(0);

/** Why a task has less than full marks. */
export const loss = z.strictObject({
  points,
  why: z.string().min(1),
  /** What must never happen, whatever model speaks: a fault of Alex's own. */
  hard: z.boolean(),
});
export type Loss = z.infer<typeof loss>;

/** One task of one case: what it scored, why not more, what it took. */
export const row = z.strictObject({
  case: z.string(),
  task: taskName,
  /**
   * Whose text it ended with: the model's at once, after its repair turn or the judge's word, or the narrator's in its place;
   * `failed`: an error; `over_budget`: the run's budget did not allow it, so it has no score.
   */
  outcome: z.enum(['passed', 'repaired', 'rewritten', 'replaced', 'failed', 'over_budget']),
  /** 0 to 100, by code: 100 less what was lost. */
  code: points.nullable(),
  /** 0 to 100; null where there is no text to judge, or it is not the model's. */
  judge: points.nullable(),
  /** Who gave it: a model's name, or `rules`. */
  judgedBy: z.string().nullable(),
  /** Why the judge gave less than 100; absent in runs written before it was kept. */
  judgeWhy: z.string().optional(),
  /** See `scoreOf`. */
  score: points.nullable(),
  lost: z.array(loss),
  calls: count,
  retries: count,
  /** Of the calls, those that never reached a model or were turned away; absent in runs written before it was kept. */
  unanswered: count.optional(),
  inputTokens: count,
  outputTokens: count,
  /** US dollars; null: not known. */
  usd: z.number().min(0).nullable(),
  durationMs: count,
});
export type Row = z.infer<typeof row>;

/** Three parts code, one part judge; nothing where code gives nothing. Without a judge's word code alone. */
export function scoreOf(code: number, judge: number | null): number {
  if (judge === null || code === 0) return code;
  return Math.round((3 * code + judge) / 4);
}

export const lose = (lostPoints: number, why: string): Loss => ({ points: Math.round(lostPoints), why, hard: false });

/** All of it lost, and the run with it. */
export const loseAll = (why: string): Loss => ({ points: 100, why, hard: true });
