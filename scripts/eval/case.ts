import * as z from 'zod';
import { MOST_WHAT_IFS, focusTopic, outsideTopic, planChange } from '../../shared/schemas/analysis-plan.ts';
import { assetClass, region, symbol } from '../../shared/schemas/classification.ts';
import { isoDate } from '../../shared/schemas/decimal.ts';
import { retirementGoals } from '../../shared/schemas/goals.ts';

/** What an agent is asked for in a case, in the order of a job; `plan` and `summary` are both the planner's. */
export const taskNames = ['plan', 'tags', 'report', 'charts', 'retirement', 'summary'] as const;
export const taskName = z.enum(taskNames);
export type TaskName = z.infer<typeof taskName>;

const pattern = z.string().min(1).refine(isPattern, 'must be a regular expression');

/** One change of a what-if, as much of it as the case insists on. */
const expectedChange = z.strictObject({
  what: planChange.shape.what,
  ...planChange.omit({ what: true }).partial().shape,
});

/** The plan that a question asks for. Each list: all of these, whatever else there is. */
const expectedPlan = z.strictObject({
  agents: z.array(z.enum(['reporter', 'charter', 'retirement'])).default([]),
  focus: z.array(focusTopic).default([]),
  outside: z.array(outsideTopic).default([]),
  /** Each is to be tried by some what-if: all of its changes at once. */
  whatIfs: z.array(z.array(expectedChange).min(1)).default([]),
  /** No more what-ifs than this; 0 where the question asks to try nothing. */
  mostWhatIfs: z.number().int().min(0).max(MOST_WHAT_IFS).default(4),
});
export type ExpectedPlan = z.infer<typeof expectedPlan>;

/** What an instrument is, all or nearly all of it; `null`: its name does not say, and a model that says so is right. */
const expectedTag = z.strictObject({
  symbol,
  assetClass: assetClass.nullable(),
  region: region.optional(),
});
export type ExpectedTag = z.infer<typeof expectedTag>;

const expectedCharts = z.strictObject({
  /** Beside what the agent is told: four to eight, or all of fewer. */
  fewest: z.number().int().min(1).default(1),
  includes: z.array(z.string()).default([]),
  /** Each pair: where both are chosen, the first comes before the second. */
  order: z.array(z.tuple([z.string(), z.string()])).default([]),
});
export type ExpectedCharts = z.infer<typeof expectedCharts>;

/** Texts of a task: each entry is one demand, met by any of its alternatives. */
const demands = z.partialRecord(taskName, z.array(z.array(z.string().min(1)).min(1)).min(1));

/** One golden case: what is put in, and what code can check of what comes out. */
export const evalCase = z.strictObject({
  /** One sentence: what a model may get wrong here. */
  about: z.string().min(1).max(300),
  kind: z.enum(['portfolio', 'question', 'injection', 'instruments']),
  /** A file of evals/portfolios, without its ending; may state goals and targets. */
  portfolio: z.string().regex(/^[a-z0-9-]+$/),
  /** In place of the file's; null: none. */
  goals: retirementGoals.nullable().optional(),
  question: z.string().min(1).max(1000).optional(),
  asOf: isoDate.default('2026-09-30'),
  /** Of the simulation. */
  seed: z.number().int().min(0).default(1),
  /** Only these; absent: whatever a job with this portfolio and question does. */
  tasks: z.array(taskName).min(1).optional(),
  /** What code computes of it before any model speaks, or the case is not what it says: prefixes of facts that there are, or are not. */
  facts: z
    .strictObject({ some: z.array(z.string()).default([]), none: z.array(z.string()).default([]) })
    .default({ some: [], none: [] }),
  plan: expectedPlan.optional(),
  /** Families of facts that the text must state a figure of: prefixes, e.g. [["concentration."], ["cost.", "holding."]]. */
  speaks: demands.default({}),
  /** What the text must say, as regular expressions without regard to case. */
  says: demands.default({}),
  tags: z.array(expectedTag).default([]),
  charts: expectedCharts.optional(),
  /** What nothing that is written may contain, beside the names that the portfolio itself has. */
  never: z.array(pattern).default([]),
});
export type EvalCase = z.infer<typeof evalCase>;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'iu') instanceof RegExp;
  } catch {
    return false;
  }
}
