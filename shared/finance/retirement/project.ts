import { InvalidInputError } from '../../errors.ts';
import type { FieldProblem } from '../../errors.ts';
import { retirementGoals } from '../../schemas/goals.ts';
import type { RetirementGoals } from '../../schemas/goals.ts';
import type { RetirementResult } from '../../schemas/analysis.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { defaultAssumptions } from '../market-assumptions/default.ts';
import type { MarketAssumptions } from '../market-assumptions/model.ts';
import { projectPlan } from './answers/project-plan.ts';
import type { Variant } from './retiring.ts';
import { workStops } from './work-stops.ts';
import type { PlanFan, PlanResult } from './answers/result.ts';
import { goalPlan } from './portfolio/goal-plan.ts';
import type { Held } from './portfolio/held.ts';
import { outlineOf } from './portfolio/outline.ts';
import { paidAtOnce, repaymentsOf } from './portfolio/repayment.ts';
import { planOnPortfolio } from './portfolio/plan-on-portfolio.ts';
import { lawNotes } from './portfolio/law-notes.ts';
import { projectionNotes } from './portfolio/projection-notes.ts';
import { assumedMarket } from './portfolio/assumed-market.ts';
import { countedGoals } from './uncounted.ts';

/** What is to be projected: a portfolio, and either a person's goals or a whole plan of theirs. */
export interface RetirementInput extends Held {
  /** Left out where there is a plan. */
  goals?: RetirementGoals | undefined;
  /** People, incomes, spending, taxes and returns; its balances and weights give way to the portfolio's, its own seed and paths hold. */
  plan?: Plan | undefined;
  /** Whole number; the same seed gives the same result on any machine. */
  seed: number;
  /** Simulated lives of the portfolio, 1 to 1,000,000; default 10,000. */
  paths?: number | undefined;
  assumptions?: MarketAssumptions | undefined;
}

/** Simulated lives of the portfolio where nothing else is asked for. */
export const DEFAULT_PATHS = 10_000;
/** Four chances in five to nine in ten is the range planners work in; the middle of it. */
const DEFAULT_CONFIDENCE = 0.85;

/** Under other goals debts are paid at other ages, and saving goes elsewhere: what-ifs of them are of a plan made anew. */
function variantsOf(input: RetirementInput): Variant | undefined {
  const { goals } = input;
  if (goals === undefined || input.plan !== undefined) return undefined;
  return (change) => planFor({ ...input, goals: { ...goals, ...change } }).plan;
}

/** The engine's plan for a projection, and what is to be said of how it came about. Throws InvalidInputError naming the field. */
export function planFor(input: RetirementInput): { plan: Plan; notes: string[] } {
  const { goals, plan, seed, paths = DEFAULT_PATHS } = input;
  if (plan !== undefined) return planOnPortfolio(plan, input);
  if (goals === undefined)
    throw new InvalidInputError('There is nothing to project.', [
      { path: 'goals', message: 'neither goals nor a plan is given' },
    ]);
  const { confidence = DEFAULT_CONFIDENCE } = goals;
  return { plan: goalPlan(input, goals, { seed, paths, confidence, stepsPerYear: 1 }), notes: [] };
}

/**
 * Whether the money lasts: a seeded simulation on the engine's own ledger, in today's dollars. Of goals it is correlated
 * lognormal returns by asset class, rebalanced yearly, with inflation fixed at its mean; of a plan all that the plan says.
 * Everything reported, the what-ifs, the sustainable income and the earliest retirement included, comes from the same paths.
 * Throws InvalidInputError naming the field.
 */
export function projectRetirement(input: RetirementInput): RetirementResult {
  const { assumptions = defaultAssumptions, paths = DEFAULT_PATHS } = input;
  check(input, paths);
  const { plan, notes } = planFor(input);
  const result = projectPlan(plan, assumptions, variantsOf(input));
  const outline = outlineOf(plan);
  const unreckoned = lawNotes(input, plan).map(({ leftOut }) => leftOut);
  const balance = percentilesOf(result.balance);
  const first = plan.people[0]?.age ?? 0;
  const stops = Math.min(balance.p50.length - 1, Math.ceil(workStops(plan.people) - first - 1e-9));
  return {
    goals: input.plan !== undefined || input.goals === undefined ? null : countedGoals(input.goals),
    ...(input.plan === undefined ? {} : { plan: outline }),
    accounts: plan.accounts.map(({ name, type, balance: held, taxRate, fee }) => ({
      ...{ name, type, balance: held, taxRate, fee },
    })),
    ...(input.costs === undefined ? {} : { fundCosts: input.costs }),
    ...(input.untaxedGain === undefined ? {} : { untaxedGain: { ...input.untaxedGain, taxed: taxesGains(plan) } }),
    startingBalance: input.balance,
    ...(unreckoned.length === 0 ? {} : { leftOut: unreckoned }),
    ...owedIn(input),
    paths: result.paths,
    seed: result.seed,
    success: result.success,
    standardError: result.standardError,
    interval: result.interval,
    balance,
    spending: percentilesOf(result.spending),
    medianAtRetirement: balance.p50[stops] ?? 0,
    medianAtEnd: outline.horizon.kind === 'life' ? result.estate.p50 : (balance.p50.at(-1) ?? 0),
    medianRuinAge: result.ruin.ages?.p50 ?? null,
    p10RuinAge: result.ruin.ages?.p10 ?? null,
    ruinByAge: result.ruin.byAge,
    ...(result.starts !== undefined && { starts: result.starts }),
    shortfall: result.shortfall,
    sustainableIncome: isFunded(plan) ? (result.sustainableStop === 'goals' ? 0 : result.sustainableSpending) : null,
    ...stopOf(plan, result),
    ...(result.sustainableFan === null ? {} : { sustainableSpending: percentilesOf(result.sustainableFan) }),
    ...(result.spendingCut === null ? {} : { spendingCut: result.spendingCut }),
    confidence: result.confidence,
    earliestRetirement: earliestOf(plan, result),
    whatIfs: result.whatIfs,
    ...comparedIn(result),
    sequence: result.sequence,
    ...assumedMarket(plan, result, assumptions),
    notes: [...projectionNotes({ input, plan, assumptions, own: result.notes }), ...notes],
  };
}

/** What is spent in the year that what-ifs are compared in, by age last birthday as the fans are. */
function comparedIn({ comparedSpending: compared }: PlanResult): Pick<RetirementResult, 'comparedSpending'> {
  return compared === null ? {} : { comparedSpending: { ...compared, age: Math.floor(compared.age + 1e-9) } };
}

/** The debts that are paid first, and when they are gone. */
function owedIn({ owed, takenOff, goals }: RetirementInput): Pick<RetirementResult, 'owed'> {
  if (takenOff !== undefined) {
    const { amount, nominalRate, realRate } = takenOff;
    return { owed: { amount, nominalRate, realRate, atOnce: true, takenOff: true } };
  }
  if (owed === undefined || goals === undefined) return {};
  const { amount, nominalRate, realRate } = owed;
  const paidAt = repaymentsOf(owed, goals).at(-1)?.age ?? goals.age;
  return { owed: { amount, nominalRate, realRate, paidAt, ...(paidAtOnce(owed, goals) && { atOnce: true }) } };
}

/** A fan as the analysis has it: by age last birthday, and who lives where not all do. */
function percentilesOf({ ages, p5, p25, p50, p75, p95, alive }: PlanFan): RetirementResult['balance'] {
  const all = alive.every((share) => share === 1);
  return { ages: ages.map((age) => Math.floor(age + 1e-9)), p5, p25, p50, p75, p95, ...(all ? {} : { alive }) };
}

/** Whether what taxable accounts have gained until today is taxed when it is withdrawn. */
const taxesGains = ({ accounts }: Plan): boolean =>
  accounts.some(
    ({ type, taxRate, balance, costBasis = balance }) => type === 'taxable' && taxRate > 0 && costBasis < balance,
  );

/** Without a balance, an income or anything to be saved there is nothing that could be sustained. */
function isFunded({ accounts, savings, incomes, people }: Plan): boolean {
  const working = people.some((person) => person.retireAt > person.age);
  return (
    accounts.some(({ balance }) => balance > 0) ||
    (working && savings.some(({ amount }) => amount > 0)) ||
    incomes.length > 0
  );
}

/** What stops the sustainable income where the money does not. */
function stopOf(plan: Plan, { sustainableStop: by, sustainableSuccess: success, sustainableSpending }: PlanResult) {
  if (by === null || by === 'goals' || success === null || !isFunded(plan)) return {};
  const { rule } = plan.spending;
  const floor = rule.rule === 'guyton_klinger' ? (rule.floor ?? null) : null;
  return { sustainableStop: { by, amount: by === 'floor' ? floor : sustainableSpending, success } };
}

/** Of two people there is not one age to say: each has their own. */
function earliestOf(plan: Plan, { earliestRetirement }: PlanResult): RetirementResult['earliestRetirement'] {
  const { people, spending } = plan;
  const [person] = people;
  if (earliestRetirement === null || person === undefined) return null;
  const { ages, success, spendingFrom, alone } = earliestRetirement;
  const begun = (spending.from ?? 0) <= person.age;
  return {
    age: ages[0] ?? person.retireAt,
    ...(people.length > 1 && { ages }),
    ...(spendingFrom !== undefined && !begun && { spendingFrom }),
    success,
    ...(alone !== undefined && { alone }),
  };
}

function check({ balance, seed, goals, plan }: RetirementInput, paths: number): void {
  const problems: FieldProblem[] = [];
  const must = (holds: boolean, path: string, message: string) => {
    if (!holds) problems.push({ path, message });
  };
  must(balance >= 0 && balance <= 1e15, 'balance', 'must be between 0 and 1e15 dollars');
  must(Number.isSafeInteger(seed), 'seed', 'must be a whole number');
  must(Number.isInteger(paths) && paths >= 1 && paths <= 1_000_000, 'paths', 'must be a whole number, 1 to 1,000,000');
  must(goals === undefined || plan === undefined, 'plan', 'says it all: give a plan or goals, not both');
  const parsed = goals === undefined ? undefined : retirementGoals.safeParse(goals);
  for (const issue of parsed?.error?.issues ?? []) {
    problems.push({ path: ['goals', ...issue.path].join('.'), message: issue.message });
  }
  if (problems.length > 0) throw new InvalidInputError('This retirement projection cannot be computed.', problems);
}
