import type * as z from 'zod';
import { AgentError } from '../errors.ts';
import type { Prompt } from '../prompts/prompt.ts';
import type { GroundingCheck } from '../schemas/text.ts';
import type { Speaker } from './agent-names.ts';
import type { AgentOptions, AgentResult } from './agent-run.ts';
import { agentSpan, describeResult } from './agent-span.ts';
import { askModel } from './ask-model.ts';
import type { OfferedTools } from './ask-model.ts';
import type { Grounding } from './grounding/check-grounding.ts';
import { judgeByRules } from './judge-by-rules.ts';
import { chooseModel } from './models/chosen-model.ts';
import { NARRATOR, NarratorModel } from './models/narrator/narrator.ts';
import type { Play } from './models/narrator/play.ts';
import { answerForm } from './models/portable-schema.ts';
import { review } from './review.ts';
import type { Judged, Reviewed } from './review.ts';
import { stopIfAsked } from './stop-if-asked.ts';
import { untraced } from './trace.ts';
import { tryModel } from './try-model.ts';

/** One agent's task: what it is told and how its answer is judged. */
export interface AgentTask<T> extends Judged<T> {
  agent: Speaker;
  /** What the answer's form is called, where it is not called like the agent. */
  form?: string;
  /** Read anew for each turn: a tool's findings are in it from then on. */
  prompt: Prompt;
  /** What its model may call before it answers. */
  offered?: OfferedTools | undefined;
  /** The form the model is asked for, where it is not the form of the result. */
  answer: z.ZodObject & z.ZodType<T>;
  /** What the narrator answers. */
  play: Play;
  /** What can be used of an answer that is still wrong in parts after its repair turn; null: nothing. Absent: nothing ever. */
  usable?: (raw: unknown) => T | null;
}

/**
 * Runs one agent: asks its model, validates the answer, checks every figure in it against the facts, gives the model one
 * turn to repair what is wrong, has the judge score the text and the model write it anew where the score is too low. Where
 * the model fails, runs out of time or budget, or does not pass after that, the narrator writes, and `degraded` says why.
 *
 * @throws {ConfigurationError} where a setting names no model
 * @throws {AgentError} retryable where the caller's signal stopped the run; not retryable where the narrator itself cannot
 *   answer, which means that the data is not what it should be
 */
export async function runAgent<T>(task: AgentTask<T>, options: AgentOptions = {}): Promise<AgentResult<T>> {
  const { trace = untraced } = options;
  return trace(agentSpan(task.agent), async (span) => {
    const made = await carryOut(task, options);
    span.set(describeResult(made));
    return made;
  });
}

async function carryOut<T>(task: AgentTask<T>, options: AgentOptions): Promise<AgentResult<T>> {
  const chosen = chooseModel(task.agent, options);
  if (chosen.model instanceof NarratorModel) return narrate(task, options, null);
  const tried = await tryModel(task, chosen, options);
  if ('failed' in tried) return narrate(task, options, tried.failed);
  const { written, outcome, judgement } = tried;
  const check = checkOf(written, outcome);
  return {
    output: written.output,
    author: { agent: task.agent, model: chosen.name },
    check,
    judgement,
    degraded: null,
  };
}

async function narrate<T>(task: AgentTask<T>, options: AgentOptions, degraded: string | null): Promise<AgentResult<T>> {
  stopIfAsked(options);
  const { agent, prompt, facts } = task;
  const narrator = new NarratorModel(task.play);
  const question = { agent, prompt, form: answerForm(task.form ?? agent, task.answer) };
  const raw = await askModel(narrator, question, options.signal ?? new AbortController().signal);
  const { answer: written, problems } = review(raw, task, 'no names');
  if (written === null) {
    const said = problems.map(({ say }) => say).join('; ');
    throw new AgentError(`The narrator's own answer for the ${agent} does not fit: ${said}.`, { retryable: false });
  }
  const { strays } = written.grounding;
  if (strays.length > 0) {
    options.logger?.warn('A figure of the narrator is not among the facts', { agent, strays: strays.length });
  }
  if (degraded !== null)
    options.logger?.warn('The narrator wrote in the place of a model', { agent, reason: degraded });
  else options.logger?.info('The narrator wrote', { agent, characters: prompt.input.length });
  const judgement =
    written.texts.length === 0 ? null : judgeByRules(agent, { prompt, facts, written }, options.threshold);
  const check = checkOf(written, degraded === null ? 'passed' : 'replaced');
  return { output: written.output, author: { agent, model: NARRATOR }, check, judgement, degraded };
}

function checkOf({ grounding }: Reviewed<unknown>, outcome: GroundingCheck['outcome']): GroundingCheck {
  const { figures, grounded, strays } = grounding;
  return { figures, grounded, strays, outcome, findings: placed(grounding) };
}

function placed({ findings }: Grounding): NonNullable<GroundingCheck['findings']> {
  return findings.map(({ at, start, end, fact }) => ({ at, start, end, fact }));
}
