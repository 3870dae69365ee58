import { AgentError } from '../../../../errors.ts';
import type { Play } from '../play.ts';
import { charterPart } from './charter.ts';
import { planPart } from './plan.ts';
import { plannerPart } from './planner.ts';
import { reporterPart } from './reporter.ts';
import { retirementPart } from './retirement.ts';
import { taggerPart } from './tagger.ts';

const parts: Readonly<Record<string, Play>> = {
  plan: planPart,
  planner: plannerPart,
  reporter: reporterPart,
  retirement: retirementPart,
  charter: charterPart,
  tagger: taggerPart,
};

/**
 * Every part by the name of the form that is asked for: for an evaluation or a test, which speaks for the whole fleet. A function
 * does not import it, so that none carries the words of the others.
 *
 * @throws {AgentError} for an agent that the narrator does not play
 */
export function anyPart(prompt: string, form: string): unknown {
  const part = Object.hasOwn(parts, form) ? parts[form] : undefined;
  if (part !== undefined) return part(prompt, form);
  throw new AgentError(`The narrator plays Alex's agents and was asked for "${form}".`, { retryable: false });
}
