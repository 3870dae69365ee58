import * as z from 'zod';
import { dataIn } from '../from-prompt.ts';
import type { Play } from '../play.ts';
import { planPlay } from '../plan/plan-play.ts';

const asked = z.object({ question: z.string(), goals: z.object({ age: z.number() }).nullish() });

/** The planner's plan for a question. */
export const planPart: Play = (prompt) => {
  const { question, goals } = dataIn(prompt, 'question', asked);
  return planPlay(question, goals?.age ?? null);
};
