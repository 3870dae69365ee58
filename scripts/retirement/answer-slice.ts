import { runSlice } from '../../shared/finance/retirement/answers/question.ts';
import type { Question, TallyState } from '../../shared/finance/retirement/engine.ts';
import type { PathRoom } from '../../shared/finance/retirement/ledger/recorder.ts';
import { tallyState } from '../../shared/finance/retirement/merge.ts';
import { movable } from './movable.ts';

/** A slice of a question's paths, as it is sent to a worker. */
export interface Slice {
  question: Question;
  first: number;
  paths: number;
  /** Where its paths' numbers go. */
  room?: PathRoom;
}

/** What a slice's paths leave behind, and the memory of it that another thread can have as it is. */
export function answerSlice({ question, first, paths, room }: Slice): { state: TallyState; moved: ArrayBuffer[] } {
  const state = tallyState(runSlice(question, first, paths, undefined, room));
  return { state, moved: movable(state) };
}
