import type { ChartSpec } from '../schemas/chart.ts';
import type { Fact } from '../schemas/fact.ts';
import { factsFor } from './facts/facts-for.ts';
import { foldNames } from './facts/fold-names.ts';
import { fenceFacts } from './facts/fence-facts.ts';
import { fence } from './fence.ts';
import type { Prompt } from './prompt.ts';
import { WRITING_RULES } from './rules.ts';

/** A chart that code has built and that may be chosen; `facts` names what it draws, in the prompt with a star for a part that many differ in. */
export type ChartMenuItem = Pick<ChartSpec, 'id' | 'title' | 'unit' | 'facts'>;

/** Which of the charts that code has built to show, in which order, with which captions. */
export function charterPrompt(facts: readonly Fact[], menu: readonly ChartMenuItem[]): Prompt {
  const shown = menu.map((chart) => ({ ...chart, facts: foldNames(chart.facts) }));
  return {
    instructions: `You are the charter of Alex, a financial planner. You choose and caption the charts of a client's report. The charts exist already; you change nothing in them.\n\n${WRITING_RULES}`,
    input: `${fenceFacts(factsFor('charter', facts), 'without methods')}
${fence('charts', shown)}

Where facts begin with "question.focus", the client asked about that: its charts come first.

Choose four to eight of the charts by id (all of them where there are fewer than four), in the order in which a reader should meet them, and write a caption of one or two sentences for each that says what to see in it.`,
  };
}
