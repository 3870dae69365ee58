import * as z from 'zod';

/** What a text is judged by. */
export const criteria = ['grounded', 'complete', 'clear', 'balanced', 'compliant'] as const;
export type Criterion = (typeof criteria)[number];

/** 0 to 100, and why. */
export const verdict = z.strictObject({
  score: z.number().int().min(0).max(100),
  reason: z.string().min(1).max(400),
});
export type Verdict = z.infer<typeof verdict>;

export const verdicts = z.strictObject({
  grounded: verdict,
  complete: verdict,
  clear: verdict,
  balanced: verdict,
  compliant: verdict,
});
export type Verdicts = z.infer<typeof verdicts>;

/** What the judge made of a text that is stored. */
export const judgement = z.strictObject({
  /** `rules`: counted by code; else the model that judged. */
  by: z.string(),
  ...verdicts.shape,
  /**
   * The mean of the five, but no more than `grounded` or `compliant`: nothing makes up for a made-up figure or a promise. At most 50
   * where `complete` is 0: a text that leaves out all that was asked for is none.
   */
  overall: z.number().int().min(0).max(100),
  /** Below it, a model's text was written anew or replaced. */
  threshold: z.number().int().min(0).max(100),
});
export type Judgement = z.infer<typeof judgement>;

/** See `judgement.overall`. */
export function overallOf(given: Verdicts): number {
  const mean = criteria.reduce((sum, criterion) => sum + given[criterion].score, 0) / criteria.length;
  const most = given.complete.score === 0 ? 50 : 100;
  return Math.round(Math.min(mean, given.grounded.score, given.compliant.score, most));
}
