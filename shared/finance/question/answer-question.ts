import type { AnalysisPlan } from '../../schemas/analysis-plan.ts';
import type { AnsweredQuestion, Scenario } from '../../schemas/question.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { compareScenarios } from '../retirement/answers/scenarios.ts';
import { planFor } from '../retirement/project.ts';
import type { RetirementInput } from '../retirement/project.ts';
import { namedIn, workersOf } from './plan-changed.ts';
import { applyChanges, joined } from './scenario.ts';
import type { Standing, Tried } from './scenario.ts';

/**
 * What code makes of a plan for a person's question: each what-if simulated beside the retirement plan, on its own futures.
 *
 * @param projected what the projection was made from; null where there is none, and then no chance can be given
 * @param repriced the same with the price of all stocks at so many times today's, null where there is no such projection
 */
export function answerQuestion(
  { focus, outside, whatIfs, unread = [] }: Pick<AnalysisPlan, 'focus' | 'outside' | 'whatIfs' | 'unread'>,
  standing: Standing,
  projected: RetirementInput | null,
  repriced: Repriced = () => null,
): AnsweredQuestion {
  const tried = apart(whatIfs.flatMap(({ changes }) => readings(changes, standing)));
  const plans =
    projected === null ? [] : tried.flatMap((one) => (isAble(one) ? [planOf(one, projected, repriced)] : []));
  const outcomes = projected === null ? [] : compareScenarios(planFor(projected).plan, plans, projected.assumptions);
  let next = 0;
  const scenarios = tried.map((one): Scenario => {
    const outcome = isAble(one) ? (outcomes[next++] ?? null) : null;
    const same = isPlanned(one) ? { same: true } : {};
    const falls = isAble(one) && one.falls !== undefined ? { falls: [...one.falls] } : {};
    return { label: one.label, balance: one.balance, ...same, ...falls, outcome, impossible: one.impossible };
  });
  return { focus, outside, scenarios, ...(unread.length > 0 && { unread: [...unread] }) };
}

/**
 * Of two people who both work "retire at 61" is tried of both, and of each alone, and so is "live to 70" of two: whose age is meant the
 * question need not say. Where it does, it is tried of that one; and of each alone where nothing can be said of both.
 */
function readings(changes: Changes, standing: Standing): Tried[] {
  const { plan } = standing;
  const both = applyChanges(changes, standing);
  if (plan === undefined || plan.people.length < 2) return [both];
  const open = changes.filter((change) => namedIn(change, plan) === undefined);
  const retires = open.some(({ what }) => what === 'retireAt') ? workersOf(plan) : [];
  const lives = open.some(({ what }) => what === 'lifeExpectancy') ? [0, 1] : [];
  const who = lives.length > 0 ? lives : retires.length > 1 ? retires : [];
  const alone = who.map((index) => applyChanges(changes, { ...standing, who: index }));
  const able = alone.some(({ impossible }) => impossible === null);
  return both.impossible !== null && able ? alone : [both, ...alone];
}

type Changes = AnalysisPlan['whatIfs'][number]['changes'];

/** Whether nothing of it is different from the plan. */
const isPlanned = ({ said }: Tried): boolean => said.every(({ same }) => same);

/** What is simulated of it. Of a plan's market a question changes nothing but what `stockPrices`, `inflation` and `falls` say. */
const simulated = ({ goals, plan, balance, stockPrices, inflation, falls, costs }: Tried): string =>
  JSON.stringify([goals, plan && { ...plan, market: null }, balance, stockPrices, inflation, falls, costs]);

/**
 * Each what-if once, and none that is the plan itself where there is another: its chance stands beside every one. Of two people of whom
 * one retires at that age anyway, "both retire at 61" is what the other alone would be.
 */
function apart(all: readonly Tried[]): Tried[] {
  const differs = all.some((one) => !isPlanned(one));
  const seen = new Set<string>();
  return all.flatMap((one) => {
    const said = one.said.filter(({ same }) => !(differs && same));
    const label = joined(said);
    const what = isAble(one) && !isPlanned(one) ? simulated(one) : label;
    if (said.length === 0 || seen.has(label) || seen.has(what)) return [];
    seen.add(label).add(what);
    return [{ ...one, label, said }];
  });
}

const isAble = ({ goals, plan, impossible }: Tried): boolean =>
  impossible === null && (goals !== null || plan !== undefined);

export type Repriced = (stockPrices: number) => RetirementInput | null;

/**
 * The same portfolio under other goals, under another plan, worth another sum, with other inflation, or with a fall or a cost on the way. Money put in or taken out
 * leaves its make-up; prices of stocks are moved line by line: in the accounts that hold them, and their untaxed gain with them.
 */
function planOf(
  { goals, plan, balance, stockPrices = 1, inflation = null, falls = [], costs = [] }: Tried,
  projected: RetirementInput,
  repriced: Repriced,
): Plan {
  const planned = planFor({
    ...projected,
    ...(stockPrices === 1 ? null : repriced(stockPrices)),
    ...(plan === undefined ? { goals: goals ?? undefined } : { plan }),
    balance,
  }).plan;
  const { spending } = planned;
  const tried = { ...planned, spending: { ...spending, goals: [...spending.goals, ...costs] } };
  const market =
    falls.length === 0 ? tried.market : { ...tried.market, falls: [...(tried.market.falls ?? []), ...falls] };
  if (inflation === null) return { ...tried, market };
  return { ...tried, market: { ...market, inflation: { ...(market.inflation ?? FIXED), mean: inflation } } };
}

const FIXED = { volatility: 0, persistence: 0 };
