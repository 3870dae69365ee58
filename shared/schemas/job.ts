import * as z from 'zod';
import { analysis } from './analysis.ts';
import { analysisPlan } from './analysis-plan.ts';
import { chartSpec } from './chart.ts';
import { citedResearch } from './cited-research.ts';
import { isoDate, isoInstant } from './decimal.ts';
import { fact } from './fact.ts';
import { retirementGoals, targets } from './goals.ts';
import { inputNotes } from './input-notes.ts';
import { judgement } from './judgement.ts';
import { modelCall, modelCost } from './model-call.ts';
import { portfolio } from './portfolio.ts';
import { rebalancingRequest } from './rebalancing.ts';
import { requestedPlan } from './requested-plan.ts';
import { agentText, author, executiveSummary, groundingCheck } from './text.ts';

export const jobStatuses = ['pending', 'running', 'completed', 'partial', 'failed'] as const;
export const jobStatus = z.enum(jobStatuses);
export type JobStatus = z.infer<typeof jobStatus>;

/** `plan` only where a question was asked. */
export const stepNames = ['plan', 'tag', 'price', 'report', 'charts', 'retirement', 'summary'] as const;
export const stepName = z.enum(stepNames);
export type StepName = z.infer<typeof stepName>;

/** `skipped`: there was nothing to do (no goals, say), with the reason in `detail`. */
export const stepStatuses = ['pending', 'running', 'completed', 'failed', 'skipped'] as const;
export const stepStatus = z.enum(stepStatuses);
export type StepStatus = z.infer<typeof stepStatus>;

export const jobStep = z.strictObject({
  step: stepName,
  status: stepStatus,
  attempt: z.number().int(),
  startedAt: isoInstant.nullable(),
  finishedAt: isoInstant.nullable(),
  /** Done, but by the narrator in a model's place; of `price`: without what some source was to give. */
  degraded: z.boolean(),
  /** One sentence for a person: what was done, or why it was skipped or degraded. */
  detail: z.string().nullable(),
  error: z.string().nullable(),
});
export type JobStep = z.infer<typeof jobStep>;

/**
 * POST /analyze. Without `portfolio` the person's stored accounts are analysed; with it those that it says. Goals and targets
 * that are left out are the person's stored ones either way; null says that there are none. Nothing stored is changed.
 */
export const analyzeRequest = z
  .strictObject({
    portfolio: portfolio.optional(),
    /** Absent: the person's stored goals, if any. Null: none, whatever is stored. */
    goals: retirementGoals.nullable().optional(),
    /**
     * A whole retirement plan in the goals' place: its people, incomes, spending, taxes and returns; what the accounts hold and
     * the mix are the portfolio's own. A history is given by its rows.
     */
    plan: requestedPlan.optional(),
    /** Absent: the person's stored targets, if any. Null: none, whatever is stored. */
    targets: targets.nullable().optional(),
    /** New money, bands, the smallest trade, parts of shares: how to rebalance towards the targets. */
    rebalancing: rebalancingRequest.optional(),
    /** What the person wants to know, in their own words: the analysis then tries what it asks, and answers it. */
    question: z.string().trim().min(1).max(1000).optional(),
    /** Random seed; the same snapshot and seed give the same numbers. Default 1. */
    seed: z.number().int().min(0).max(4_294_967_295).default(1),
    /** The day the analysis is for; default today (UTC). */
    asOf: isoDate.optional(),
    /** The portfolio is one of Alex's own examples, and nobody's money: only then may its report cite invented sample pages. */
    example: z.literal(true).optional(),
    /** What was assumed or left out when files were read into `portfolio`: stored with the job, and told by the report. */
    notes: inputNotes.optional(),
  })
  .refine(({ goals, plan }) => (goals ?? null) === null || plan === undefined, {
    path: ['plan'],
    message: 'says it all: give a plan or goals, not both',
  });
export type AnalyzeRequest = z.infer<typeof analyzeRequest>;
export type AnalyzeRequestInput = z.input<typeof analyzeRequest>;

/** GET /jobs/{id} */
export const job = z.strictObject({
  id: z.uuid(),
  status: jobStatus,
  asOf: isoDate,
  seed: z.number().int(),
  attempt: z.number().int(),
  createdAt: isoInstant,
  startedAt: isoInstant.nullable(),
  finishedAt: isoInstant.nullable(),
  /** For a person: why the job is partial or failed. */
  error: z.string().nullable(),
  steps: z.array(jobStep),
});
export type Job = z.infer<typeof job>;

/** Results stored before texts were judged have no judgement. */
const written = { author, check: groundingCheck, judgement: judgement.optional() };
/** What each step stores. */
export const planStepResult = z.strictObject({ plan: analysisPlan, author });
/** Results stored before there was research have none. */
export const reportStepResult = z.strictObject({ ...agentText.shape, ...written, research: citedResearch.optional() });
export const retirementStepResult = z.strictObject({ ...agentText.shape, ...written });
export const summaryStepResult = z.strictObject({ ...executiveSummary.shape, ...written });
export const chartsStepResult = z.strictObject({ charts: z.array(chartSpec), ...written });

/** GET /jobs/{id}/result and result.json: everything a report is drawn from. Parts that failed are null and in `missing`. */
export const jobResult = z.strictObject({
  version: z.literal(1),
  job,
  /** What the person asked; absent where nothing was. The answer is in `summary`. */
  question: z.string().optional(),
  goals: retirementGoals.nullable(),
  analysis: analysis.nullable(),
  facts: z.array(fact),
  summary: summaryStepResult.nullable(),
  report: reportStepResult.nullable(),
  charts: chartsStepResult.nullable(),
  retirement: retirementStepResult.nullable(),
  /** What the report lacks, and why; one sentence each. Empty when completed. */
  missing: z.array(z.string()),
  /** The calls of language models, the oldest first, and what they came to; absent where there was none. */
  modelCalls: z.array(modelCall).optional(),
  cost: modelCost.optional(),
  /** How the input was read. Absent in results that were stored before there were notes. */
  notes: inputNotes.optional(),
  disclaimer: z.string(),
});
export type JobResult = z.infer<typeof jobResult>;
