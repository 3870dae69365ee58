import * as z from 'zod';
import { isoInstant } from './decimal.ts';

/** What a call of a language model was for. `plan`: which agents run, and with what focus; `browse`: which pages to read. */
export const callPurposes = ['answer', 'repair', 'judge', 'rewrite', 'plan', 'browse'] as const;
export type CallPurpose = (typeof callPurposes)[number];

/**
 * How a call ended. `running`: under way, or its process died; `refused`: by the provider or its content filter; `cancelled`:
 * whoever asked stopped waiting.
 */
export const callOutcomes = ['running', 'answered', 'failed', 'timed_out', 'refused', 'cancelled'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** One call of a language model. The narrator is none: it makes no calls. */
export const modelCall = z.strictObject({
  agent: z.string(),
  model: z.string(),
  purpose: z.enum(callPurposes),
  outcome: z.enum(callOutcomes),
  startedAt: isoInstant,
  /** Null where the provider did not say: the call then counts with what was reserved for it. */
  inputTokens: z.number().int().min(0).nullable(),
  outputTokens: z.number().int().min(0).nullable(),
  durationMs: z.number().int().min(0).nullable(),
  /** Tries beyond the first, after throttling and passing failures. */
  retries: z.number().int().min(0).nullable(),
  /** US dollars by the dated price table; null: the model's price is not known. */
  usd: z.number().min(0).nullable(),
  /** Why it gave no answer, one sentence. */
  detail: z.string().nullable(),
});
export type ModelCall = z.infer<typeof modelCall>;

/** What a job's calls came to. */
export const modelCost = z.strictObject({
  calls: z.number().int().min(0),
  /** In and out; a call that never said what it used counts with what was reserved for it. */
  tokens: z.number().int().min(0),
  /** US dollars; null where the price of a model that was called is not known. */
  usd: z.number().min(0).nullable(),
  /** Of how many calls nobody said what they used: where it is not 0, tokens and dollars are the most that it can have been. */
  unsaid: z.number().int().min(0).optional(),
});
export type ModelCost = z.infer<typeof modelCost>;

/** A call that is about to be made, with the most it may use. */
export interface PlannedCall {
  agent: string;
  /** The model's name as its setting says it. */
  model: string;
  purpose: CallPurpose;
  /** In and out, at most. */
  tokens: number;
  /** US dollars, at most; null: the model's price is not known. */
  usd: number | null;
  /** The same for the same request to the same model; absent: it is not remembered. */
  key?: string;
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
  /** What was answered, as JSON: kept until the job has ended, so that whoever takes it up again need not ask again. */
  answer?: unknown;
}
