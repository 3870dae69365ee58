import * as z from 'zod';

/** A part of the report. `body` is Markdown: paragraphs, lists, **bold**, and tables. */
export const section = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  title: z.string().min(1).max(120),
  body: z.string().min(1).max(20_000),
});
export type Section = z.infer<typeof section>;

/** What the reporter and the retirement agent write. */
export const agentText = z.strictObject({ sections: z.array(section).min(1).max(20) });
export type AgentText = z.infer<typeof agentText>;

/** What the planner writes last. */
export const executiveSummary = z.strictObject({
  /** The answer to the person's question, Markdown; null where none was asked. */
  answer: z.string().min(1).max(4000).nullable().optional(),
  headline: z.string().min(1).max(300),
  body: z.string().min(1).max(6000),
  /** Three things worth knowing, one sentence each; fewer only where there is too little to observe. */
  observations: z.array(z.string().min(1).max(400)).min(1).max(3),
});
export type ExecutiveSummary = z.infer<typeof executiveSummary>;

/** What the charter writes: which charts, in which order, with which captions. */
export const chartChoice = z.strictObject({
  charts: z
    .array(z.strictObject({ id: z.string(), caption: z.string().min(1).max(500) }))
    .min(1)
    .max(8),
});
export type ChartChoice = z.infer<typeof chartChoice>;

/** What the grounding check found in one text: every figure in it, and those that are no fact. */
export const groundingCheck = z.strictObject({
  figures: z.number().int().min(0),
  grounded: z.number().int().min(0),
  strays: z.array(z.string()),
  /** Whose text is stored: the model's first, after its repair turn or the judge's word, or the narrator's in its place. */
  outcome: z.enum(['passed', 'repaired', 'rewritten', 'replaced']),
  /**
   * Where each figure stands, from character `start` to before `end` of the text `at`, e.g. "sections.2.body", and the fact
   * behind it. Absent in results stored before it was noted.
   */
  findings: z
    .array(
      z.strictObject({
        at: z.string(),
        start: z.number().int().min(0),
        end: z.number().int().min(0),
        fact: z.string().nullable(),
      }),
    )
    .optional(),
});
export type GroundingCheck = z.infer<typeof groundingCheck>;

/** Who wrote a text. `narrator` is Alex's own rule-based writer, no language model. */
export const author = z.strictObject({ agent: z.string(), model: z.string() });
