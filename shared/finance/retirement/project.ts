import { InvalidInputError } from '../../errors.ts';
import type { FieldProblem } from '../../errors.ts';
import { assetClasses } from '../../schemas/classification.ts';
import type { AssetClass } from '../../schemas/classification.ts';
import { retirementGoals } from '../../schemas/goals.ts';
import type { RetirementGoals } from '../../schemas/goals.ts';
import type { RetirementResult } from '../../schemas/analysis.ts';
import { defaultAssumptions } from '../market-assumptions/default.ts';
import { mixMoments, normalizeMix } from '../market-assumptions/mix.ts';
import type { Mix } from '../market-assumptions/mix.ts';
import type { MarketAssumptions } from '../market-assumptions/model.ts';
import { earliestRetirement } from './answers/earliest-retirement.ts';
import { goalPlan } from './answers/goal-plan.ts';
import { drive } from './answers/question.ts';
import { countLasting, rankWhatIfs } from './answers/ranking.ts';
import type { PlanFan } from './answers/result.ts';
import { planFan, story } from './answers/story.ts';
import { sustainedBy } from './answers/sustainable-spending.ts';
import { whatIfs } from './answers/what-ifs.ts';
import { compile } from './compile/compile.ts';
import { proportion } from './proportion.ts';
import { simulate } from './simulate.ts';

export interface RetirementInput {
  /** Value of the portfolio today, US dollars, zero or more. */
  balance: number;
  /** Shares by asset class; the `unknown` share is simulated as if spread over the known ones in proportion. */
  mix: Mix;
  goals: RetirementGoals;
  /** Whole number; the same seed gives the same result on any machine. */
  seed: number;
  /** Simulated lives of the portfolio, 1 to 1,000,000; default 10,000. */
  paths?: number;
  assumptions?: MarketAssumptions;
  /** Chance that `sustainableIncome` must reach, above 0 and below 1; default 0.85. */
  confidence?: number;
}

/** Simulated lives of the portfolio where nothing else is asked for. */
export const DEFAULT_PATHS = 10_000;
/** Four chances in five to nine in ten is the range planners work in; the middle of it. */
const DEFAULT_CONFIDENCE = 0.85;

/**
 * Whether the money lasts: a seeded Monte Carlo of correlated lognormal returns by asset class, rebalanced yearly, in
 * today's dollars (inflation fixed at its mean), on the engine's own ledger as its simplest case. Everything reported, the
 * what-ifs, the sustainable income and the earliest retirement included, comes from the same paths. Throws InvalidInputError naming the field.
 */
export function projectRetirement(input: RetirementInput): RetirementResult {
  const { balance, mix, seed } = input;
  const { paths = DEFAULT_PATHS, assumptions = defaultAssumptions, confidence = DEFAULT_CONFIDENCE } = input;
  check(balance, seed, paths, confidence, input.goals);
  const { goals } = input;
  const { weights, unknown } = normalizeMix(mix);
  const moments = mixMoments(weights, assumptions);
  const inflation = assumptions.inflation.mean;
  const plan = goalPlan(balance, weights, goals, { seed, paths, confidence, stepsPerYear: 1 });
  const changes = whatIfs(plan, { mean: moments.mean, inflation });
  const plans = [plan, ...changes.map((change) => change.plan)].map((one) => compile(one, assumptions));
  const tally = simulate({ plans, first: 0, paths, all: paths, record: true });
  const earliest = drive(earliestRetirement(plan, paths, tally.records), assumptions);

  const success = proportion(countLasting(tally.ruin), paths);
  const compiled = plans[0] ?? compile(plan, assumptions);
  const told = story(compiled, tally);
  const balances = percentilesOf(planFan(tally.records?.balance, compiled, paths));
  const saving = Math.max(0, goals.retireAt - goals.age);
  const funded = balance > 0 || (goals.contribute > 0 && saving > 0) || (goals.otherIncome ?? []).length > 0;
  return {
    goals,
    startingBalance: balance,
    paths,
    seed,
    success: success.estimate,
    standardError: success.standardError,
    interval: success.interval,
    balance: balances,
    spending: percentilesOf(planFan(tally.records?.spending, compiled, paths)),
    medianAtRetirement: balances.p50[saving] ?? 0,
    medianAtEnd: balances.p50.at(-1) ?? 0,
    medianRuinAge: told.ruin.ages?.p50 ?? null,
    p10RuinAge: told.ruin.ages?.p10 ?? null,
    ruinByAge: told.ruin.byAge,
    shortfall: told.shortfall,
    sustainableIncome: funded ? sustainedBy(tally.records?.sustainable ?? new Float64Array(0), confidence) : null,
    confidence,
    earliestRetirement:
      earliest === null ? null : { age: earliest.ages[0] ?? goals.retireAt, success: earliest.success },
    whatIfs: rankWhatIfs(changes, tally),
    sequence: told.sequence,
    assumptions: assetClasses
      .filter((key) => weights[key] > 0)
      .map((key) => ({ key, ...assumptions.classes[key], weight: weights[key] })),
    correlations: correlationsOf(weights, assumptions),
    correlationSource: assumptions.correlationSource,
    inflation: { mean: inflation, source: assumptions.inflation.source },
    portfolioMean: moments.mean,
    portfolioVolatility: moments.volatility,
    notes: notes(unknown, assumptions, goals),
  };
}

/** A fan as the analysis has it: everybody in it lives to the end. */
const percentilesOf = ({ ages, p5, p25, p50, p75, p95 }: PlanFan): RetirementResult['balance'] => ({
  ages,
  p5,
  p25,
  p50,
  p75,
  p95,
});

function check(balance: number, seed: number, paths: number, confidence: number, goals: RetirementGoals): void {
  const problems: FieldProblem[] = [];
  const must = (holds: boolean, path: string, message: string) => {
    if (!holds) problems.push({ path, message });
  };
  must(balance >= 0 && balance <= 1e15, 'balance', 'must be between 0 and 1e15 dollars');
  must(Number.isSafeInteger(seed), 'seed', 'must be a whole number');
  must(Number.isInteger(paths) && paths >= 1 && paths <= 1_000_000, 'paths', 'must be a whole number, 1 to 1,000,000');
  must(confidence > 0 && confidence < 1, 'confidence', 'must be above 0 and below 1');
  const parsed = retirementGoals.safeParse(goals);
  for (const issue of parsed.error?.issues ?? []) {
    problems.push({ path: ['goals', ...issue.path].join('.'), message: issue.message });
  }
  if (problems.length > 0) throw new InvalidInputError('This retirement projection cannot be computed.', problems);
}

function correlationsOf(
  weights: Readonly<Record<AssetClass, number>>,
  { classes, correlation }: MarketAssumptions,
): NonNullable<RetirementResult['correlations']> {
  const held = assetClasses.filter((key) => weights[key] > 0);
  return held.flatMap((one, index) =>
    held
      .slice(index + 1)
      .map((other) => ({ one: classes[one].label, other: classes[other].label, value: correlation(one, other) })),
  );
}

function notes(unknown: number, assumptions: MarketAssumptions, goals: RetirementGoals): string[] {
  const list = [
    "All money is in today's dollars, before tax; income and saving keep pace with inflation.",
    'Saving is added at the end of each working year; income is withdrawn at the start of each year of retirement.',
    `Returns are drawn from ${assumptions.name} (${assumptions.asOf}); the mix is kept by rebalancing once a year.`,
    ...(assumptions.notes ?? []),
    ...((goals.otherIncome ?? []).length > 0
      ? ['Other income is certain and keeps pace with inflation; what of it is not spent in a year is saved.']
      : []),
  ];
  if (unknown > 0) {
    const share = unknown < 0.001 ? 'Less than 0.1%' : `${(unknown * 100).toFixed(1)}%`;
    list.push(`${share} of the portfolio has no known asset class; it is simulated like the rest.`);
  }
  return list;
}
