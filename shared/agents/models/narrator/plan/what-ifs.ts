import type { AnalysisPlan, PlanChange } from '../../../../schemas/analysis-plan.ts';
import type { Reading } from './read-changes.ts';

/** What-ifs of one plan, and changes of one what-if. */
const MOST = 4;

/**
 * Several things are tried together, and each alone, so that a person sees which of them matters. Two figures for the same
 * thing ("at 60 or 62") are alternatives, each with all the rest; sums of money add up unless an "or" stands between them.
 */
export function whatIfsOf(changes: Reading['changes']): AnalysisPlan['whatIfs'] {
  const groups: PlanChange[][] = [];
  for (const { change, alternative } of changes) {
    const of = groups.find(([first]) => first?.what === change.what);
    if (of !== undefined && (alternative || !ADDS.has(change.what))) of.push(change);
    else groups.push([change]);
  }
  const together = groups.reduce<PlanChange[][]>(
    (sets, group) => sets.flatMap((set) => group.map((one) => [...set, one])),
    [[]],
  );
  const alone = changes.map(({ change }) => [change]);
  const all = groups.length > 1 ? [...together, ...alone] : together;
  return all
    .filter((one) => one.length > 0 && one.length <= MOST)
    .slice(0, MOST)
    .map((one) => ({ changes: one }));
}

/** Of these a second is one more: a car and a boat, Social Security and a pension. */
const ADDS: ReadonlySet<PlanChange['what']> = new Set(['balance', 'stocks', 'otherIncome']);
