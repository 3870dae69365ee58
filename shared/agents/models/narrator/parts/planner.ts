import { questionIn, readingIn } from '../from-prompt.ts';
import type { Play } from '../play.ts';
import { plannerPlay } from '../summary/planner-play.ts';

/** The executive summary, with the answer to the question where one is asked. */
export const plannerPart: Play = (prompt) => plannerPlay(readingIn(prompt), questionIn(prompt));
