import type { CallEnd, PlannedCall } from '../schemas/model-call.ts';

export type { CallEnd, PlannedCall };

/**
 * Where every call of a language model is noted before it is made, within the budget of its job. A call whose process died
 * is never settled and counts as spent.
 */
export interface CallLedger {
  /**
   * `refused` says in words why the call must not be made; `answer` is what was answered when the same request of the same job
   * was made before, by a run that did not live to use it: nothing is reserved, and nobody is asked or paid again.
   */
  reserve(call: PlannedCall): Promise<{ id: string } | { refused: string } | { answer: unknown }>;
  settle(id: string, end: CallEnd): Promise<void>;
}

/** A call that the job's budget does not allow: no call was made. */
export class BudgetError extends Error {
  override readonly name = 'BudgetError';
}
