import { Agent, Runner, assistant, setTracingDisabled, user } from '@openai/agents-core';
import type { AgentInputItem, Model, Tool } from '@openai/agents-core';
import type { Prompt } from '../prompts/prompt.ts';
import type { Speaker } from './agent-names.ts';
import type { AnswerForm } from './models/portable-schema.ts';
import { untilAborted } from './until-aborted.ts';

// The SDK's own exporter would send traces to OpenAI; nothing leaves unless a later setting says so.
setTracingDisabled(true);

/** Turns of one run: the three searches that a reporter's model may ask for, and its answer. */
const MAX_TURNS = 4;

/**
 * The longest answer, in tokens: some four times the longest report of the narrator, for models that think before they write,
 * and five times the longest judgement. A budget is asked for that much before a call.
 */
const MAX_OUTPUT_TOKENS = { writing: 8000, judging: 4000 };

/** What a model may call before it answers, and what it is told of that beside its instructions. */
export interface OfferedTools {
  tools: Tool[];
  instructions: string;
}

export interface Question {
  agent: Speaker;
  prompt: Prompt;
  form: AnswerForm;
  /** The model's earlier answer and what was wrong with it: the repair turn. */
  earlier?: { answer: string; problems: string };
  /** Not in a repair turn: that is to answer, and nothing else. */
  offered?: OfferedTools | undefined;
}

/**
 * Puts one question to a model through the Agents SDK and gives back its parsed JSON, not yet validated.
 *
 * @throws what the model or the SDK threw, or the signal's reason when it was aborted (also where the model pays no heed)
 */
export async function askModel(model: Model, question: Question, signal: AbortSignal): Promise<unknown> {
  const { agent: name, prompt, form, earlier, offered } = question;
  const agent = new Agent({
    name,
    instructions: offered ? `${prompt.instructions}\n\n${offered.instructions}` : prompt.instructions,
    tools: offered?.tools ?? [],
    model,
    modelSettings: { maxTokens: MAX_OUTPUT_TOKENS[name === 'judge' ? 'judging' : 'writing'] },
    outputType: form,
  });
  const runner = new Runner({ model, modelProvider: { getModel: () => model }, tracingDisabled: true });
  const input: AgentInputItem[] = [user(prompt.input)];
  if (earlier !== undefined) input.push(assistant(earlier.answer), user(earlier.problems));
  const run = runner.run(agent, input, { maxTurns: MAX_TURNS, signal });
  const { finalOutput } = await untilAborted(run, signal);
  return finalOutput;
}
