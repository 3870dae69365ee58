import type { AnalysisPlan, PlanChange } from '../../../shared/schemas/analysis-plan.ts';
import type { ExpectedPlan } from '../case.ts';
import { lose } from '../row.ts';
import type { Loss } from '../row.ts';

/** What a plan lacks of what its question asks for; each demand counts the same, and all of them are 100 points. */
export function checkPlan(plan: AnalysisPlan, expected: ExpectedPlan | undefined): Loss[] {
  if (expected === undefined) return [];
  const { agents, focus, outside, whatIfs, mostWhatIfs } = expected;
  const missing = [
    ...agents.filter((agent) => !plan.agents.includes(agent)).map((agent) => `leaves out the ${agent}`),
    ...focus.filter((topic) => !plan.focus.includes(topic)).map((topic) => `no focus on ${topic}`),
    ...outside
      .filter((topic) => !plan.outside.includes(topic))
      .map((topic) => `does not say that ${topic} is outside of what is computed`),
    ...whatIfs
      .filter((wanted) => !plan.whatIfs.some(({ changes }) => isThat(changes, wanted)))
      .map((wanted) => `does not try ${wanted.map(inWords).join(' with ')}`),
    ...(plan.whatIfs.length > mostWhatIfs
      ? [`tries ${plan.whatIfs.length} things where ${mostWhatIfs} are asked`]
      : []),
  ];
  const demands = agents.length + focus.length + outside.length + whatIfs.length + 1;
  return missing.map((why) => lose(100 / demands, why));
}

type ExpectedChange = ExpectedPlan['whatIfs'][number][number];

/** The same changes, no more and no less, in any order. */
function isThat(changes: readonly PlanChange[], wanted: readonly ExpectedChange[]): boolean {
  return changes.length === wanted.length && wanted.every((one) => changes.some((change) => fits(change, one)));
}

function fits(change: PlanChange, { what, how, value, per, fromAge, when, time }: ExpectedChange): boolean {
  return (
    change.what === what &&
    (how === undefined || change.how === how) &&
    (value === undefined || change.value === value) &&
    (per === undefined || change.per === per) &&
    (fromAge === undefined || change.fromAge === fromAge) &&
    (when === undefined || (change.when ?? null) === when) &&
    (time === undefined || (change.time ?? null) === time)
  );
}

function inWords({ what, how, value }: ExpectedChange): string {
  return [what, how?.replace('_', ' '), value].filter((part) => part !== undefined).join(' ');
}
