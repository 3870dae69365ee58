import * as z from 'zod';

const fraction = z.number().min(0).max(1);

/** A grade from 1 to 10 with the recipe it was made by: every part, what it weighs and what it is made from. */
export const score = z.strictObject({
  /** 1 to 10, whole. */
  score: z.number().int().min(1).max(10),
  how: z.string(),
  parts: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      /** What was measured, in its own unit; `how` says which. */
      figure: z.number(),
      /** How good it is: 0 the worst that is told apart, 1 as good as it gets. */
      grade: fraction,
      /** Share of the score. */
      weight: fraction,
      how: z.string(),
    }),
  ),
});
export type Score = z.infer<typeof score>;
