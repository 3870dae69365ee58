import type { AgentName } from '../../shared/agents/agent-names.ts';
import { chooseCharts } from '../../shared/agents/choose-charts.ts';
import { classifyInstruments } from '../../shared/agents/classify-instruments.ts';
import type { TaggedInstrument } from '../../shared/agents/classify-instruments.ts';
import type { PlacedText } from '../../shared/agents/grounding/check-grounding.ts';
import { planAnalysis } from '../../shared/agents/plan-analysis.ts';
import { textsOfSections } from '../../shared/agents/review.ts';
import { writeReport } from '../../shared/agents/write-report.ts';
import { writeRetirement } from '../../shared/agents/write-retirement.ts';
import { writeSummary } from '../../shared/agents/write-summary.ts';
import { buildCharts } from '../../shared/charts/build.ts';
import { FULL_PLAN } from '../../shared/schemas/analysis-plan.ts';
import type { ChartChoice, ExecutiveSummary } from '../../shared/schemas/text.ts';
import type { TaskName } from './case.ts';
import { checkCharts } from './checks/charts.ts';
import { withoutNames } from './checks/names.ts';
import { checkPlan } from './checks/plan.ts';
import { checkTags } from './checks/tags.ts';
import { checkTexts } from './checks/texts.ts';
import { figuresOf } from './figures.ts';
import { perform } from './perform.ts';
import type { RunSettings, Task } from './perform.ts';
import type { LoadedCase } from './read-cases.ts';
import type { Row } from './row.ts';

/**
 * One case from its portfolio to its last text, in the order of a job and by the same functions as the Lambdas: plan, tags,
 * facts, the writers side by side, the summary. All of it within `deadlineMs`, after which the narrator writes the rest.
 */
export async function carryOut(of: LoadedCase, settings: RunSettings, deadlineMs: number): Promise<Row[]> {
  const rows: Row[] = [];
  const ends = performance.now() + deadlineMs;
  const run = async <T>(task: Task<T>): Promise<T | null> => {
    if (of.tasks?.includes(task.name) === false) return null;
    const { row, output } = await perform(task, of, settings, Math.max(1, ends - performance.now()));
    rows.push(row);
    return output;
  };
  const plan = (await planned(of, run)) ?? FULL_PLAN;
  const { facts, analysis } = figuresOf(of, plan, (await tagged(of, run)) ?? []);
  const unnamed = withoutNames(of.snapshot.lines);
  const checked = (name: TaskName, agent: AgentName, texts: readonly PlacedText[]) =>
    checkTexts(texts, { agent, facts, unnamed, speaks: of.speaks[name] ?? [], says: of.says[name] ?? [] });
  const menu = buildCharts(analysis);
  await Promise.all([
    plan.agents.includes('reporter') &&
      run({
        ...{ name: 'report', agent: 'reporter', texts: textsOfSections },
        ask: (options) => writeReport(facts, options),
        check: (_output, texts) => checked('report', 'reporter', texts),
      }),
    plan.agents.includes('charter') &&
      menu.length > 0 &&
      run({
        ...{ name: 'charts', agent: 'charter' },
        ask: (options) => chooseCharts(facts, menu, options),
        texts: captionsOf,
        check: (output, texts) => [...checked('charts', 'charter', texts), ...checkCharts(output, of.charts)],
      }),
    plan.agents.includes('retirement') &&
      analysis.retirement !== null &&
      run({
        ...{ name: 'retirement', agent: 'retirement', texts: textsOfSections },
        ask: (options) => writeRetirement(facts, options),
        check: (_output, texts) => checked('retirement', 'retirement', texts),
      }),
  ]);
  await run({
    ...{ name: 'summary', agent: 'planner', texts: textsOfSummary },
    ask: (options) => writeSummary(facts, options, of.question ?? null),
    check: (_output, texts) => checked('summary', 'planner', texts),
  });
  return rows;
}

type Run = <T>(task: Task<T>) => Promise<T | null>;

function planned(of: LoadedCase, run: Run) {
  const { question, goals } = of;
  if (question === undefined) return Promise.resolve(null);
  return run({
    ...{ name: 'plan', agent: 'planner', texts: () => [] },
    ask: (options) => planAnalysis({ question, goals }, options),
    check: (output) => checkPlan(output, of.plan),
  });
}

function tagged(of: LoadedCase, run: Run) {
  const { unknown } = of.snapshot;
  if (unknown.length === 0) return Promise.resolve(null);
  return run({
    ...{ name: 'tags', agent: 'tagger' },
    ask: (options) => classifyInstruments(unknown, options),
    texts: textsOfTags,
    check: (output) => checkTags(output, of.tags),
  });
}

function captionsOf({ charts }: ChartChoice): PlacedText[] {
  return charts.map(({ caption }, at) => ({ at: `charts.${at}.caption`, text: caption }));
}

/** Rationales are stored and shown to nobody; those of a model are held to what a case forbids with its other answers. */
function textsOfTags(output: readonly TaggedInstrument[]): PlacedText[] {
  return output.map(({ symbol, classification }) => ({
    at: `${symbol}.citation`,
    text: classification?.citation ?? '',
  }));
}

function textsOfSummary({ answer, headline, body, observations }: ExecutiveSummary): PlacedText[] {
  return [
    ...(typeof answer === 'string' ? [{ at: 'answer', text: answer }] : []),
    { at: 'headline', text: headline },
    { at: 'body', text: body },
    ...observations.map((text, index) => ({ at: `observations.${index}`, text })),
  ];
}
