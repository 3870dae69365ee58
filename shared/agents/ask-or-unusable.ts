import { askModel } from './ask-model.ts';
import type { Question } from './ask-model.ts';
import type { MeteredModel } from './models/metered-model.ts';

/**
 * What a model answers, or undefined for an answer that is no JSON: that can be repaired.
 *
 * @throws what the model threw where it gave no answer
 */
export async function askOrUnusable(model: MeteredModel, question: Question, signal: AbortSignal): Promise<unknown> {
  const before = model.answered.length;
  try {
    return await askModel(model, question, signal);
  } catch (error) {
    const answered = model.answered.length > before && model.answered.at(-1)?.text !== '';
    if (answered && !signal.aborted) return undefined;
    throw error;
  }
}
