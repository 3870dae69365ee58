import { plan } from './retirement-plan/plan.ts';
import type { Plan } from './retirement-plan/plan.ts';

/**
 * How large a plan may be, as JSON: it is stored with its job, and the database's HTTP interface answers with at most 1 MiB.
 * Twelve hundred months of four returns take 150,000.
 */
export const MAX_PLAN_CHARACTERS = 400_000;

/** A plan as a request carries it: with its history in it, and no larger than a job can store. */
export const requestedPlan = plan.superRefine((given: Plan, context) => {
  const { returns } = given.market;
  if ('history' in returns && typeof returns.history === 'string') {
    const path = ['market', 'returns', 'history'];
    context.addIssue({ code: 'custom', path, message: 'must hold the rows: the name of a file means nothing here' });
  }
  if (JSON.stringify(given).length > MAX_PLAN_CHARACTERS) {
    const message = `is too large (at most ${MAX_PLAN_CHARACTERS} characters of JSON): give a shorter history, or years in place of months`;
    context.addIssue({ code: 'custom', path: [], message });
  }
});
