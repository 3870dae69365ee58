import { AgentError } from '../../../errors.ts';
import { unfence } from '../../../prompts/fence.ts';
import type { FenceTag } from '../../../prompts/fence.ts';
import { factSheet } from '../../../prompts/facts/fact-sheet.ts';
import { readFactSheet } from '../../../prompts/facts/read-fact-sheet.ts';
import type { AgentName } from '../../agent-names.ts';
import { charterPlay } from './charts/charter-play.ts';
import { chartMenu } from './charts/chart-menu.ts';
import { readPortfolio } from './reading/read-portfolio.ts';
import type { Reading } from './reading/reading.ts';
import { reporterPlay } from './report/reporter-play.ts';
import { retirementPlay } from './retirement/retirement-play.ts';
import { planPlay } from './plan/plan-play.ts';
import { plannerPlay } from './summary/planner-play.ts';
import { instrumentList, taggerPlay } from './tags/tagger-play.ts';
import * as z from 'zod';

/** What can be asked of the narrator: an agent's answer, or the planner's plan for a question. The researcher brings its own. */
type Part = Exclude<AgentName, 'researcher'> | 'plan';

/** What the narrator answers in one part, from the text of the prompt. */
export type Play = (prompt: string) => unknown;

/** What the narrator answers in each part. */
export const plays: Readonly<Record<Part, Play>> = {
  plan: (prompt) => planPlay(data(prompt, 'question', askedQuestion).question),
  planner: (prompt) => plannerPlay(reading(prompt)),
  reporter: (prompt) => reporterPlay(reading(prompt)),
  retirement: (prompt) => retirementPlay(reading(prompt)),
  charter: (prompt) => charterPlay(reading(prompt), data(prompt, 'charts', chartMenu)),
  tagger: (prompt) => taggerPlay(data(prompt, 'instruments', instrumentList)),
  judge: () => {
    throw new AgentError('The narrator does not judge from a prompt; rules in code do.', { retryable: false });
  },
};

const askedQuestion = z.object({ question: z.string() });

export function isPart(name: string): name is Part {
  return Object.hasOwn(plays, name);
}

function reading(prompt: string): Reading {
  return readPortfolio(readFactSheet(data(prompt, 'facts', factSheet)));
}

function data<T>(prompt: string, tag: FenceTag, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(unfenced(prompt, tag));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined ? '' : ` (${issue.path.join('.') || 'the whole'}: ${issue.message})`;
  throw new AgentError(`The narrator found no usable <${tag}> in the prompt${where}.`, { retryable: false });
}

function unfenced(prompt: string, tag: FenceTag): unknown {
  try {
    return unfence(prompt, tag);
  } catch (cause) {
    throw new AgentError(`The <${tag}> in the prompt are not JSON.`, { retryable: false, cause });
  }
}
