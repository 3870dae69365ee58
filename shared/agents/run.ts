import type { Model } from '@openai/agents-core';
import type * as z from 'zod';
import { AgentError } from '../errors.ts';
import type { Prompt } from '../prompts/prompt.ts';
import { repairRequest } from '../prompts/repair.ts';
import type { GroundingCheck } from '../schemas/text.ts';
import type { AgentName } from './agent-names.ts';
import type { AgentOptions, AgentResult } from './agent-run.ts';
import { askModel } from './ask-model.ts';
import type { Grounding } from './grounding/check-grounding.ts';
import { modelDeadline } from './deadline.ts';
import { answerForm } from './models/portable-schema.ts';
import { NARRATOR, NarratorModel } from './models/narrator/narrator.ts';
import { RecordedModel } from './models/recorded-model.ts';
import { selectModel } from './models/select-model.ts';
import { review } from './review.ts';
import type { Judged, Review } from './review.ts';

/** One agent's task: what it is told and how its answer is judged. */
export interface AgentTask<T> extends Judged<T> {
  agent: AgentName;
  prompt: Prompt;
  /** The form the model is asked for, where it is not the form of the result. */
  answer: z.ZodObject & z.ZodType<T>;
}

/**
 * Runs one agent: asks its model, validates the answer, checks every figure in it against the facts, gives the model one
 * turn to repair what is wrong, and lets the narrator write it where the model fails, runs out of time or fails twice.
 * `degraded` then says why.
 *
 * @throws {ConfigurationError} where the setting names no model
 * @throws {AgentError} retryable where the caller's signal stopped the run; not retryable where the narrator itself cannot
 *   answer, which means that the data is not what it should be
 */
export async function runAgent<T>(task: AgentTask<T>, options: AgentOptions = {}): Promise<AgentResult<T>> {
  const model = typeof options.model === 'object' ? options.model : selectModel(options.model, task.agent);
  if (model instanceof NarratorModel) return narrate(task, model, options, null);
  const reason = await tryModel(task, model, options);
  return typeof reason === 'string' ? narrate(task, new NarratorModel(), options, reason) : reason;
}

/** The model's checked answer, or why there is none. */
async function tryModel<T>(task: AgentTask<T>, model: Model, options: AgentOptions): Promise<AgentResult<T> | string> {
  const recorded = new RecordedModel(model);
  const deadline = modelDeadline(options.deadlineMs, options.signal);
  const { agent, prompt } = task;
  const question = { agent, prompt, form: answerForm(agent, task.answer) };
  try {
    const first = review(await askedOrUnusable(recorded, () => askModel(recorded, question, deadline.signal)), task);
    if (first.answer !== null && first.problems.length === 0) return signed(task, options, first.answer, 'passed');
    const earlier = { answer: recorded.calls.at(-1)?.text ?? '', problems: repairRequest(first.problems) };
    options.logger?.warn('An answer failed its checks', { agent, problems: first.problems.length });
    const second = review(await askModel(recorded, { ...question, earlier }, deadline.signal), task);
    if (second.answer !== null && second.problems.length === 0) {
      return signed(task, options, second.answer, 'repaired');
    }
    return `The model's text failed its checks twice (${second.problems.slice(0, 3).join('; ')}).`;
  } catch (error) {
    stopIfAsked(options);
    return `The model gave no answer (${error instanceof Error ? error.message : String(error)}).`;
  } finally {
    deadline.clear();
    for (const { text: _text, ...call } of recorded.calls)
      options.logger?.info('A model was called', { agent, ...call });
  }
}

/** An answer that is no JSON is an answer that can be repaired: undefined. Without an answer the error stands. */
async function askedOrUnusable(recorded: RecordedModel, ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await ask();
  } catch (error) {
    const last = recorded.calls.at(-1);
    if (last?.outcome === 'answered' && last.text !== '') return undefined;
    throw error;
  }
}

async function narrate<T>(
  task: AgentTask<T>,
  narrator: NarratorModel,
  options: AgentOptions,
  degraded: string | null,
): Promise<AgentResult<T>> {
  stopIfAsked(options);
  const { agent, prompt } = task;
  const raw = await askNarrator(narrator, task, options.signal ?? new AbortController().signal);
  const { answer, problems } = review(raw, task);
  if (answer === null) {
    throw new AgentError(`The narrator's own answer for the ${agent} does not fit: ${problems.join('; ')}.`, {
      retryable: false,
    });
  }
  const { strays } = answer.grounding;
  if (strays.length > 0) options.logger?.warn('A figure of the narrator is not among the facts', { agent, strays });
  if (degraded !== null)
    options.logger?.warn('The narrator wrote in the place of a model', { agent, reason: degraded });
  else options.logger?.info('The narrator wrote', { agent, characters: prompt.input.length });
  const check = checkOf(answer.grounding, degraded === null ? 'passed' : 'replaced');
  return { output: answer.output, author: { agent, model: NARRATOR }, check, degraded };
}

async function askNarrator<T>(narrator: NarratorModel, task: AgentTask<T>, signal: AbortSignal): Promise<unknown> {
  const { agent, prompt, answer } = task;
  return askModel(narrator, { agent, prompt, form: answerForm(agent, answer) }, signal);
}

function signed<T>(
  { agent }: AgentTask<T>,
  { model }: AgentOptions,
  { output, grounding }: NonNullable<Review<T>['answer']>,
  outcome: GroundingCheck['outcome'],
): AgentResult<T> {
  const name = typeof model === 'string' ? model : 'custom';
  return { output, author: { agent, model: name }, check: checkOf(grounding, outcome), degraded: null };
}

function checkOf({ figures, grounded, strays }: Grounding, outcome: GroundingCheck['outcome']): GroundingCheck {
  return { figures, grounded, strays, outcome };
}

function stopIfAsked({ signal }: AgentOptions): void {
  if (signal?.aborted === true) {
    throw new AgentError('The run was stopped by its caller.', { retryable: true, cause: signal.reason });
  }
}
