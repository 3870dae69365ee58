import * as z from 'zod';
import { dataIn } from '../from-prompt.ts';
import type { Play } from '../play.ts';
import { planPlay } from '../plan/plan-play.ts';

const asked = z.object({ question: z.string() });

/** The planner's plan for a question. */
export const planPart: Play = (prompt) => planPlay(dataIn(prompt, 'question', asked).question);
