import { charterPrompt } from '../prompts/charter.ts';
import type { ChartMenuItem } from '../prompts/charter.ts';
import type { Fact } from '../schemas/fact.ts';
import { chartChoice } from '../schemas/text.ts';
import type { ChartChoice } from '../schemas/text.ts';
import type { AgentOptions, AgentResult } from './agent-run.ts';
import { charterPart } from './models/narrator/parts/charter.ts';
import { runAgent } from './run.ts';

/**
 * Which of the charts that code has built to show (four to eight, or all of fewer), in which order, with which captions.
 * `menu` may be the chart specs themselves. With an empty menu there is nothing to choose: skip the step.
 *
 * @throws {ConfigurationError | AgentError} see `runAgent`
 */
export function chooseCharts(
  facts: readonly Fact[],
  menu: readonly ChartMenuItem[],
  options: AgentOptions = {},
): Promise<AgentResult<ChartChoice>> {
  // Specs carry far more than an agent is to see: only these four fields reach the prompt.
  const shown = menu.map(({ id, title, unit, facts: drawn }) => ({ id, title, unit, facts: drawn }));
  return runAgent(
    {
      agent: 'charter',
      prompt: charterPrompt(facts, shown),
      answer: chartChoice,
      texts: ({ charts }) => charts.map(({ caption }, index) => ({ at: `charts.${index}.caption`, text: caption })),
      facts,
      problems: ({ charts }) => problemsIn(charts, shown),
      play: charterPart,
    },
    options,
  );
}

function problemsIn(charts: readonly { id: string; caption: string }[], menu: readonly { id: string }[]): string[] {
  const known = new Set(menu.map(({ id }) => id));
  const ids = charts.map(({ id }) => id);
  const captions = charts.map(({ caption }) => caption.trim().toLowerCase());
  const fewest = Math.min(4, menu.length);
  return [
    ...ids.filter((id) => !known.has(id)).map((id) => `there is no chart "${id}"`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `the chart "${id}" is chosen twice`),
    ...ids.flatMap((id, at) =>
      captions.indexOf(captions[at] ?? '') === at ? [] : [`the chart "${id}" has the caption of another chart`],
    ),
    ...(ids.length < fewest ? [`at least ${fewest} charts are to be chosen`] : []),
  ];
}
