import { Agent, MaxTurnsExceededError, Runner, setTracingDisabled, user } from '@openai/agents-core';
import type { Tool } from '@openai/agents-core';
import type { Prompt } from '../prompts/prompt.ts';
import type { CallPurpose } from '../schemas/model-call.ts';
import type { Speaker } from './agent-names.ts';
import type { AgentOptions } from './agent-run.ts';
import { BudgetError } from './call-ledger.ts';
import { DeadlineError, modelDeadline } from './deadline.ts';
import { sentenceOf } from './models/call-failure.ts';
import { chooseModel } from './models/chosen-model.ts';
import { MeteredModel } from './models/metered-model.ts';
import { NarratorModel } from './models/narrator/narrator.ts';
import { stopIfAsked } from './stop-if-asked.ts';
import { untilAborted } from './until-aborted.ts';

setTracingDisabled(true);

/** A turn with tools is a choice and no text. */
const MAX_OUTPUT_TOKENS = 2000;

export interface ToolTask {
  agent: Speaker;
  prompt: Prompt;
  tools: Tool[];
  maxTurns: number;
  purpose: CallPurpose;
}

/** `none`: the narrator plays this agent, and rules of the caller's do what tools would. */
export type ToolsUsed = { by: 'model'; failed: string | null } | { by: 'none' };

/**
 * Lets an agent's model call tools until it has nothing more to call or its turns are used up. What counts is what the tools
 * did; the model's last words are left unread. The answer's form is asked for in a run of its own: servers that hold a model to
 * a form on a turn with tools keep it from calling any.
 *
 * @throws {ConfigurationError} where a setting names no model
 * @throws {AgentError} retryable, where the caller's signal stopped the run
 */
export async function useTools(task: ToolTask, options: AgentOptions = {}): Promise<ToolsUsed> {
  const { agent, prompt, tools, maxTurns, purpose } = task;
  const { ledger, logger, trace } = options;
  const chosen = chooseModel(agent, options);
  if (chosen.model instanceof NarratorModel) return { by: 'none' };
  const deadline = modelDeadline(options.deadlineMs, options.signal);
  const { signal } = deadline;
  const model = new MeteredModel({ agent, chosen, ledger, signal, logger, trace }).for(purpose);
  try {
    const runner = new Runner({ model, modelProvider: { getModel: () => model }, tracingDisabled: true });
    const { instructions, input } = prompt;
    const modelSettings = { maxTokens: MAX_OUTPUT_TOKENS };
    const asked = new Agent({ name: agent, instructions, model, modelSettings, tools });
    await untilAborted(runner.run(asked, [user(input)], { maxTurns, signal }), signal);
    return { by: 'model', failed: null };
  } catch (error) {
    stopIfAsked(options);
    // It has read what it could in its turns, which is what they are for.
    if (error instanceof MaxTurnsExceededError) return { by: 'model', failed: null };
    const failed = reasonOf(error);
    logger?.warn('A model stopped using its tools', { agent, reason: failed });
    return { by: 'model', failed };
  } finally {
    deadline.clear();
    await model.settled();
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof BudgetError) return `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`;
  if (error instanceof DeadlineError) return `The model gave ${error.message}.`;
  return `${sentenceOf(error)}.`;
}
