import { plan } from './retirement-plan/plan.ts';
import type { Plan } from './retirement-plan/plan.ts';

/**
 * How large a plan may be: it is stored with its job, and the database's HTTP interface answers with at most 1 MiB, in which a byte of
 * it may take two. Twelve hundred months of four returns take 150,000.
 */
export const MAX_PLAN_BYTES = 400_000;

/** Bytes of a plan as it is stored: JSON in UTF-8, where an emoji takes four. */
export const planBytes = (given: Plan): number => new TextEncoder().encode(JSON.stringify(given)).length;

/** A plan as a request carries it: with its history in it, and no larger than a job can store. */
export const requestedPlan = plan.superRefine((given: Plan, context) => {
  const { returns } = given.market;
  if ('history' in returns && typeof returns.history === 'string') {
    const path = ['market', 'returns', 'history'];
    context.addIssue({ code: 'custom', path, message: 'must hold the rows: the name of a file means nothing here' });
  }
  if (planBytes(given) > MAX_PLAN_BYTES) {
    const message = `is too large (at most ${MAX_PLAN_BYTES} bytes of JSON): give a shorter history, or years in place of months`;
    context.addIssue({ code: 'custom', path: [], message });
  }
});
