import { AgentError } from '../errors.ts';
import { repairRequest, rewriteRequest } from '../prompts/repair.ts';
import type { Judgement } from '../schemas/judgement.ts';
import type { GroundingCheck } from '../schemas/text.ts';
import type { AgentOptions } from './agent-run.ts';
import { askOrUnusable } from './ask-or-unusable.ts';
import { BudgetError } from './call-ledger.ts';
import { DeadlineError, modelDeadline } from './deadline.ts';
import { feedbackOf, judgeByModel, JudgeError, THRESHOLD } from './judge.ts';
import { judgeByRules } from './judge-by-rules.ts';
import { sentenceOf } from './models/call-failure.ts';
import { chooseModel } from './models/chosen-model.ts';
import type { ChosenModel } from './models/chosen-model.ts';
import { MeteredModel } from './models/metered-model.ts';
import { NarratorModel } from './models/narrator/narrator.ts';
import { answerForm } from './models/portable-schema.ts';
import { countProblems, review } from './review.ts';
import type { Review, Reviewed } from './review.ts';
import type { AgentTask } from './run.ts';
import { stopIfAsked } from './stop-if-asked.ts';

/** A model's text that passed every check. */
export interface Passed<T> {
  written: Reviewed<T>;
  outcome: Exclude<GroundingCheck['outcome'], 'replaced'>;
  judgement: Judgement | null;
}

/** What a model made of a task, or why it cannot be used: whole sentences in our own words, none of the model's. */
export type Tried<T> = Passed<T> | { failed: string };

type Judge = (written: Reviewed<unknown>) => Promise<Judgement | null>;

/**
 * A model's answer with all its turns inside one deadline: answer, one repair, the judge, one rewrite, the judge again.
 * Whatever goes wrong on the way, in judging too, is a reason and never a pass.
 *
 * @throws {AgentError} retryable, where the caller's signal stopped the run
 */
export async function tryModel<T>(task: AgentTask<T>, chosen: ChosenModel, options: AgentOptions): Promise<Tried<T>> {
  const { agent } = task;
  const { ledger, logger, trace } = options;
  const judge = chooseModel('judge', options);
  const deadline = modelDeadline(options.deadlineMs, options.signal);
  const { signal } = deadline;
  const writer = new MeteredModel({ agent, chosen, ledger, signal, logger, trace });
  const reader = new MeteredModel({ agent: 'judge', chosen: judge, ledger, signal, logger, trace });
  try {
    const judged: Judge = async (written) => {
      const it = { prompt: task.prompt, facts: task.facts, written };
      if (written.texts.length === 0) return null;
      if (judge.model instanceof NarratorModel) return judgeByRules(agent, it, options.threshold);
      return judgeByModel(reader, judge.name, it, signal, options.threshold).catch((error: unknown) => {
        throw isTold(error) || signal.aborted ? error : new JudgeError(sentenceOf(error), { cause: error });
      });
    };
    return await writtenAndJudged(task, writer, judged, signal, options);
  } catch (error) {
    stopIfAsked(options);
    const reason = reasonOf(
      error,
      writer.answered.some(({ text }) => text !== ''),
    );
    logger?.warn('A model gave no usable answer', { agent, reason, error: nameOf(error) });
    return { failed: `${reason}.` };
  } finally {
    deadline.clear();
    await Promise.all([writer.settled(), reader.settled()]);
  }
}

async function writtenAndJudged<T>(
  task: AgentTask<T>,
  writer: MeteredModel,
  judge: Judge,
  signal: AbortSignal,
  { logger, threshold = THRESHOLD }: AgentOptions,
): Promise<Tried<T>> {
  const { agent, prompt } = task;
  const question = { agent, prompt, form: answerForm(task.form ?? agent, task.answer) };
  let raw: unknown;
  const again = async (purpose: 'repair' | 'rewrite', problems: string): Promise<Review<T>> => {
    const earlier = { answer: writer.answered.at(-1)?.text ?? '', problems };
    // What its tools found is in the prompt by now.
    raw = await askOrUnusable(writer.for(purpose), { ...question, prompt: task.prompt, earlier }, signal);
    return review(raw, task, 'names');
  };
  let outcome: Passed<T>['outcome'] = 'passed';
  let reviewed: Review<T> = review<T>(
    await askOrUnusable(
      writer.for(task.form === 'plan' ? 'plan' : 'answer'),
      { ...question, offered: task.offered },
      signal,
    ),
    task,
    'names',
  );
  if (reviewed.problems.length > 0) {
    logger?.warn('An answer failed its checks', { agent, problems: countProblems(reviewed.problems) });
    outcome = 'repaired';
    reviewed = await again('repair', repairRequest(reviewed.problems));
  }
  if (reviewed.problems.length > 0) reviewed = usablePart(raw, task) ?? reviewed;
  if (reviewed.answer === null || reviewed.problems.length > 0) {
    return { failed: `The model’s text failed its checks twice (${countProblems(reviewed.problems)}).` };
  }
  const judgement = await judge(reviewed.answer);
  if (judgement === null || judgement.overall >= threshold) return { written: reviewed.answer, outcome, judgement };

  logger?.warn('The judge asks for a better text', { agent, overall: judgement.overall });
  const below = `The judge gave the model’s text ${judgement.overall} of 100, below ${threshold}`;
  const rewritten = await again('rewrite', rewriteRequest(feedbackOf(judgement)));
  if (rewritten.answer === null || rewritten.problems.length > 0) {
    return { failed: `${below}; written anew, it failed its checks (${countProblems(rewritten.problems)}).` };
  }
  const second = await judge(rewritten.answer);
  if (second === null || second.overall >= threshold) {
    return { written: rewritten.answer, outcome: 'rewritten', judgement: second };
  }
  return { failed: `${below}; written anew, ${second.overall}.` };
}

/** What can be used of an answer that is wrong in parts, reviewed; null where nothing can. */
function usablePart<T>(raw: unknown, task: AgentTask<T>): Review<T> | null {
  const part = task.usable?.(raw) ?? null;
  return part === null ? null : review(part, { ...task, problems: () => [] }, 'names');
}

/** In plain words that nothing outside Alex has a say in; without a full stop. */
function reasonOf(error: unknown, hasAnswered: boolean): string {
  if (error instanceof BudgetError) return sentence(error.message);
  if (error instanceof DeadlineError && hasAnswered)
    return `The model answered, but its text could not be checked to the end ${error.within}`;
  if (error instanceof DeadlineError) return `The model gave ${error.message}`;
  if (error instanceof JudgeError) return `The model’s text could not be judged (${error.message})`;
  if (error instanceof AgentError) return error.message.replace(/\.$/, '');
  return sentenceOf(error);
}

/** Says what it is about by itself. */
const isTold = (error: unknown): boolean =>
  error instanceof JudgeError || error instanceof BudgetError || error instanceof AgentError;

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
