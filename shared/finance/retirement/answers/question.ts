import type { MarketAssumptions } from '../../market-assumptions/model.ts';
import { compile } from '../compile/compile.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import type { PathRoom } from '../ledger/recorder.ts';
import { simulate } from '../simulate.ts';
import type { Tally } from '../simulate.ts';

/**
 * One run that an answer needs: the first plan and others on the same futures. Answers are generators of questions, so
 * that whoever drives them decides where the paths are run: here and now, or divided among workers. What a run's paths leave
 * behind, one by one, is there until the next question only.
 */
export interface Question {
  plans: readonly Plan[];
  paths: number;
  /** Whether the first plan's whole story is wanted. */
  record: boolean;
  /** The year, counted from 0, of which is wanted what the first plan spends in it on each path, and over all years beside it. */
  spendingIn?: number;
}

export type Asking<Answer> = Generator<Question, Answer, Tally>;

/** Runs one slice of a question: paths `first` to `first + paths` of those it asks for; their own numbers go into `room`. */
export function runSlice(
  question: Question,
  first: number,
  paths: number,
  assumptions?: MarketAssumptions,
  room?: PathRoom,
): Tally {
  const plans = question.plans.map((plan) => compile(plan, assumptions));
  const { record, spendingIn } = question;
  return simulate({ plans, first, paths, all: question.paths, record, spendingIn, room });
}

/** Drives an answer to its end on this thread. */
export function drive<Answer>(asking: Asking<Answer>, assumptions?: MarketAssumptions): Answer {
  let next = asking.next();
  while (next.done !== true) next = asking.next(runSlice(next.value, 0, next.value.paths, assumptions));
  return next.value;
}
