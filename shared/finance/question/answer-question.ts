import { isOpen } from '../../schemas/analysis-plan.ts';
import type { AnalysisPlan } from '../../schemas/analysis-plan.ts';
import type { AnsweredQuestion, Scenario } from '../../schemas/question.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { compareScenarios } from '../retirement/answers/scenarios.ts';
import { weightsAtAge } from '../retirement/compile/glide-path.ts';
import { planFor } from '../retirement/project.ts';
import type { RetirementInput } from '../retirement/project.ts';
import { mixLaw } from '../retirement/returns/laws.ts';
import { marketLaw } from '../retirement/returns/market-law.ts';
import { balancesTried } from './balances-tried.ts';
import type { BalancesAsked } from './balances-tried.ts';
import { claimantsOf, splitOf } from './claiming.ts';
import { namedIn, workersOf } from './plan-changed.ts';
import { isAble, planOf } from './plan-tried.ts';
import type { Repriced } from './plan-tried.ts';
import { applyChanges, datedTogether, joined } from './scenario.ts';
import type { Standing, Tried } from './scenario.ts';
import { confidenceOf, solve } from './solve.ts';

/**
 * What code makes of a plan for a person's question: each what-if simulated beside the retirement plan, on its own futures.
 *
 * @param projected what the projection was made from; null where there is none, and then no chance can be given
 * @param repriced the same at other prices, null where there is no such projection
 */
export function answerQuestion(
  {
    focus,
    outside,
    whatIfs,
    unread = [],
    ...asked
  }: Pick<AnalysisPlan, 'focus' | 'outside' | 'whatIfs' | 'unread'> & BalancesAsked,
  standing: Standing,
  projected: RetirementInput | null,
  repriced: Repriced = () => null,
): AnsweredQuestion {
  const planned = projected === null ? null : planFor(projected).plan;
  const now = planned === null ? standing : { ...standing, market: planned.market };
  /** The plan of each with what comes of it, all on the same futures; nothing of one that cannot be simulated. */
  const run = (all: readonly Tried[]) => {
    const plans = all.map((one) => (projected !== null && isAble(one) ? planOf(one, projected, repriced) : null));
    const able = plans.filter((plan) => plan !== null);
    const outcomes = planned === null ? [] : compareScenarios(planned, able, projected?.assumptions);
    let next = 0;
    return plans.map((plan) => (plan === null ? {} : { plan, outcome: outcomes[next++] }));
  };
  const found = (changes: Changes): Tried => {
    const open = applyChanges(changes, now);
    if (planned === null || !isAble(open)) return open;
    const solved = solve(
      changes,
      planned,
      (tries) => run(tries.map((one) => applyChanges(one, now))).map(({ outcome }) => outcome?.success ?? null),
      open.plan,
    );
    return 'impossible' in solved
      ? { ...open, impossible: solved.impossible }
      : applyChanges(solved.changes, now, solved.found);
  };
  const all = whatIfs.map(({ changes }) => changes);
  const read = all.map((changes) =>
    changes.some(isOpen) ? [found(changes)] : readings(changes, datedTogether(changes, all, now)),
  );
  const tried = apart([...withoutPast(all, read), ...splitClaims(all, now)]);
  const ran = run(tried);
  const scenarios = tried.map((one, at): Scenario => {
    const { plan, outcome = null } = ran[at] ?? {};
    const mix = mixOf(one, plan, projected?.assumptions);
    const sums = isAble(one) && one.sums !== undefined ? { sums: one.sums.map(({ age, amount }) => ({ age, amount })) } : {}; // prettier-ignore
    const same = isPlanned(one) ? { same: true } : {};
    const falls = isAble(one) && one.falls !== undefined ? { falls: [...one.falls] } : {};
    const balances =
      plan === undefined || isPlanned(one) ? {} : balancesTried(asked, plan, one, projected?.assumptions);
    const even = one.breakEven === undefined ? {} : { breakEven: one.breakEven };
    return { label: one.label, balance: one.balance, ...same, ...foundIn(one), ...falls, ...mix, ...sums, ...balances, ...even, outcome, impossible: one.impossible }; // prettier-ignore
  });
  return { focus, outside, scenarios, ...(unread.length > 0 && { unread: [...unread] }) };
}

/**
 * Of two people who both work "retire at 61" is tried of both, and of each alone, and so are "live to 70" and "claim at 67" of two:
 * whose age is meant the question need not say. Where it does, it is tried of that one; and of each alone where nothing can be said of
 * both.
 */
function readings(changes: Changes, standing: Standing): Tried[] {
  const { plan } = standing;
  const both = applyChanges(changes, standing);
  if (plan === undefined || plan.people.length < 2) return [both];
  const open = changes.filter((change) => namedIn(change, plan) === undefined);
  const retires = open.some(({ what }) => what === 'retireAt') ? workersOf(plan) : [];
  const lives = open.some(({ what }) => what === 'lifeExpectancy') ? [0, 1] : [];
  const claims = open.some(({ what }) => what === 'claimAt') ? claimantsOf(plan) : [];
  const who = [lives, retires, claims].find((some) => some.length > 0) ?? [];
  const alone = (who.length > 1 ? who : []).map((index) => applyChanges(changes, { ...standing, who: index }));
  const able = alone.some(({ impossible }) => impossible === null);
  return both.impossible !== null && able ? alone : [both, ...alone];
}

type Changes = AnalysisPlan['whatIfs'][number]['changes'];

const isClaim = (changes: Changes): boolean => changes.length === 1 && changes[0]?.what === 'claimAt';

/** Where several ages to claim at are compared, none at which nobody asked about can: it is past, and there are the others. */
function withoutPast(all: readonly Changes[], read: readonly (readonly Tried[])[]): Tried[] {
  const isAble = (some: readonly Tried[]) => some.some(({ impossible }) => impossible === null);
  const compares = read.some((some, at) => isClaim(all[at] ?? []) && isAble(some));
  return read.flatMap((some, at) => (compares && isClaim(all[at] ?? []) && !isAble(some) ? [] : some));
}

/** Where several ages to claim at are compared of two people, the latest among them: the one that couples are mostly told to take, each at another age. */
function splitClaims(all: readonly Changes[], standing: Standing): Tried[] {
  const { plan } = standing;
  const open = all.filter((changes) => isClaim(changes)).flat();
  if (plan === undefined || open.length < 2 || open.some((one) => namedIn(one, plan) !== undefined)) return [];
  const split = splitOf(plan);
  if (split === null || open.every(({ value }) => value !== split[1]?.claimAt)) return [];
  let tried: Tried = { ...standing, label: '', said: [], impossible: null };
  for (const { who, claimAt } of split) {
    const change = { what: 'claimAt', how: 'to', value: claimAt, per: null, fromAge: null } as const;
    const { said, breakEven: _, ...next } = applyChanges([change], { ...tried, who });
    if (next.impossible !== null) return [];
    tried = { ...next, said: [...tried.said, ...said] };
  }
  const { who: _, ...both } = tried;
  return [{ ...both, label: joined(both.said) }];
}

/** What the question left open, as it was found. */
function foundIn({ found }: Tried): Pick<Scenario, 'found'> {
  if (found === undefined) return {};
  const { what, value } = found.change;
  if (what !== 'retireAt' && what !== 'income' && what !== 'contribute') return {};
  const confidence = confidenceOf(found.change);
  return { found: { what, value, ...(confidence !== undefined && { confidence }) } };
}

/** Whether nothing of it is different from the plan. */
const isPlanned = ({ said }: Tried): boolean => said.every(({ same }) => same);

/** What is simulated of it. Of a plan's market a question changes nothing but what `stockPrices`, `priceMoves`, `inflation` and `falls` say. */
export const simulated = (tried: Standing): string =>
  JSON.stringify([tried.plan && { ...tried.plan, market: null }, ...SIMULATED.map((name) => tried[name])], (_, value: unknown) => (value instanceof Set ? [...value] : value)); // prettier-ignore

const SIMULATED = ['goals', 'balance', 'stockPrices', 'inflation', 'falls', 'sums', 'shares', 'spent', 'saved', 'returns', 'priceMoves'] as const; // prettier-ignore

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

/** What is held of another mix, with its expected return and volatility. */
function mixOf(
  { shares }: Tried,
  plan: Plan | undefined,
  assumptions: RetirementInput['assumptions'],
): Pick<Scenario, 'mix'> {
  if (shares === undefined || plan === undefined) return {};
  const weights = weightsAtAge(plan.market, plan.people[0]?.age ?? 0);
  return { mix: { shares, ...mixLaw(marketLaw(plan.market, assumptions), weights) } };
}
