import type { CallEnd } from '../call-ledger.ts';
import type { ChosenModel } from './chosen-model.ts';
import { ModelCallError } from './model-call-error.ts';
import type { ModelFailureKind } from './model-call-error.ts';

/** What a call used where nobody said: its reservation then counts. */
export const unknownUsage = { inputTokens: null, outputTokens: null, usd: null };
/** What a call used that no model has begun to answer. */
export const nothingUsed = { inputTokens: 0, outputTokens: 0, usd: 0 };

const outcomes: Readonly<Record<ModelFailureKind, CallEnd['outcome']>> = {
  throttled: 'failed',
  unavailable: 'failed',
  malformed: 'failed',
  timed_out: 'timed_out',
  refused: 'refused',
  content_filter: 'refused',
  cancelled: 'cancelled',
};

/** A provider that turned a call away has not answered it; of the others nobody knows, unless they never reached it. */
const turnedAway: readonly ModelFailureKind[] = ['throttled', 'refused'];

const sentences: Readonly<Record<ModelFailureKind, string>> = {
  throttled: 'The model’s provider was too busy',
  unavailable: 'The model’s provider could not be reached or failed',
  timed_out: 'The model gave no answer in time',
  refused: 'The model’s provider refused the call',
  malformed: 'The model’s answer could not be read',
  content_filter: 'The provider’s content filter stopped the answer',
  cancelled: 'The call of the model was stopped',
};

/** What tells one refusal from another, out of a message that may quote a provider, and a provider what it was sent: status and code. */
const sign = /\bHTTP \d{3}(?:, [A-Za-z]+(?:[_.-][A-Za-z]+)*(?=[:)]))?|\b[A-Z][A-Za-z]{2,40}Exception\b/;

/** Why a model gave no answer, in plain words of our own; without a full stop. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ModelCallError)) return 'The model failed unexpectedly; the log says more';
  const [signed] = sign.exec(error.message) ?? [];
  const advice = error.advice === undefined ? '' : `: ${error.advice}`;
  return `${sentences[error.kind]}${signed === undefined ? '' : ` (${signed})`}${advice}`;
}

/** Whether nobody knows what a failed call used, so that its provider may have charged for it. */
export const mayBeCharged = ({ kind, usage }: Pick<ModelCallError, 'kind' | 'usage'>): boolean =>
  usage === undefined && !turnedAway.includes(kind);

/** How a failed call is settled. */
export function endOfFailure(error: unknown, { usd }: Pick<ChosenModel, 'usd'>): Omit<CallEnd, 'durationMs'> {
  const detail = `${sentenceOf(error)}.`;
  if (!(error instanceof ModelCallError)) return { outcome: 'failed', ...unknownUsage, retries: 0, detail };
  const { kind, retries, usage } = error;
  const end = { outcome: outcomes[kind], retries, detail };
  if (usage === undefined) return { ...end, ...(mayBeCharged(error) ? unknownUsage : nothingUsed) };
  const { inputTokens, outputTokens } = usage;
  // Nothing costs nothing, also of a model whose price is not known.
  if (inputTokens + outputTokens === 0) return { ...end, ...nothingUsed };
  return { ...end, inputTokens, outputTokens, usd: usd(inputTokens, outputTokens) };
}
