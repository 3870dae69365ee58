import type { CallOutcome, CallPurpose } from '../schemas/model-call.ts';
import type { AgentName } from './agent-names.ts';

/** A call that is about to be made, with the most it may use. */
export interface PlannedCall {
  agent: AgentName;
  /** The model's name as its setting says it. */
  model: string;
  purpose: CallPurpose;
  /** In and out, at most. */
  tokens: number;
  /** US dollars, at most; null: the model's price is not known. */
  usd: number | null;
}

/** How a call went; tokens are null where the provider did not say: what was reserved then counts as spent. */
export interface CallEnd {
  outcome: Exclude<CallOutcome, 'running'>;
  inputTokens: number | null;
  outputTokens: number | null;
  /** US dollars; null: not known. */
  usd: number | null;
  durationMs: number;
  /** Tries beyond the first. */
  retries: number;
  /** Why there is no answer, one sentence. */
  detail: string | null;
}

/**
 * Where every call of a language model is noted before it is made, within the budget of its job. A call whose process died
 * is never settled and counts as spent.
 */
export interface CallLedger {
  /** `refused` says in words why the call must not be made. */
  reserve(call: PlannedCall): Promise<{ id: string } | { refused: string }>;
  settle(id: string, end: CallEnd): Promise<void>;
}

/** A call that the job's budget does not allow: no call was made. */
export class BudgetError extends Error {
  override readonly name = 'BudgetError';
}
