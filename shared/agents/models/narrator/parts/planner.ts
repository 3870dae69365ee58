import { readingIn } from '../from-prompt.ts';
import type { Play } from '../play.ts';
import { plannerPlay } from '../summary/planner-play.ts';

/** The executive summary. */
export const plannerPart: Play = (prompt) => plannerPlay(readingIn(prompt));
