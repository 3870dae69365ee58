import { InvalidInputError } from '../../errors.ts';
import type { FieldProblem } from '../../errors.ts';
import { assetClasses } from '../../schemas/classification.ts';
import { retirementGoals } from '../../schemas/goals.ts';
import type { RetirementGoals } from '../../schemas/goals.ts';
import type { RetirementResult } from '../../schemas/analysis.ts';
import { defaultAssumptions } from '../market-assumptions/default.ts';
import { mixMoments, normalizeMix } from '../market-assumptions/mix.ts';
import type { Mix } from '../market-assumptions/mix.ts';
import type { MarketAssumptions } from '../market-assumptions/model.ts';
import { quantiles } from './percentiles.ts';
import { pairedStandardError, proportion } from './proportion.ts';
import { horizon } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import { simulate } from './simulate.ts';
import type { Simulation } from './simulate.ts';
import { whatIfs } from './what-ifs.ts';

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

const DEFAULT_PATHS = 10_000;
/** Four chances in five to nine in ten is the range planners work in; the middle of it. */
const DEFAULT_CONFIDENCE = 0.85;

/**
 * Whether the money lasts: a seeded Monte Carlo of correlated lognormal returns by asset class, rebalanced yearly, in
 * today's dollars (inflation fixed at its mean), on the yearly ledger of ledger.ts. Everything reported, the what-ifs and
 * the sustainable income included, comes from the same paths. Throws InvalidInputError naming the field.
 */
export function projectRetirement(input: RetirementInput): RetirementResult {
  const { balance, mix, seed } = input;
  const { paths = DEFAULT_PATHS, assumptions = defaultAssumptions, confidence = DEFAULT_CONFIDENCE } = input;
  check(balance, seed, paths, confidence, input.goals);
  const { goals } = input;
  const { weights, unknown } = normalizeMix(mix);
  const moments = mixMoments(weights, assumptions);
  const inflation = assumptions.inflation.mean;
  const plan: Scenario = { key: 'plan', label: 'The plan', goals, weights, scale: 1 / (1 + inflation) };
  const alternatives = whatIfs(plan, { mean: moments.mean, inflation });
  const run = simulate({ balance, plan, alternatives, assumptions, seed, paths });

  const successes = run.ruin.reduce((count, year) => (year === -1 ? count + 1 : count), 0);
  const success = proportion(successes, paths);
  const fan = balanceFan(run.balances, goals, paths);
  const ruinAges = Float64Array.from(run.ruin.filter((year) => year >= 0)).sort();
  const nearest = (share: number): number | null => {
    const year = ruinAges[Math.ceil(share * ruinAges.length) - 1];
    return year === undefined ? null : goals.age + year;
  };
  const funded = balance > 0 || (goals.contribute > 0 && horizon(goals).saving > 0);
  return {
    goals,
    startingBalance: balance,
    paths,
    seed,
    success: success.estimate,
    standardError: success.standardError,
    interval: success.interval,
    balance: fan,
    medianAtRetirement: fan.p50[horizon(goals).saving] ?? 0,
    medianAtEnd: fan.p50.at(-1) ?? 0,
    medianRuinAge: nearest(0.5),
    p10RuinAge: nearest(0.1),
    sustainableIncome: funded ? reachedBy(run.sustainable, confidence) : null,
    confidence,
    whatIfs: rank(alternatives, run, successes, paths),
    assumptions: assetClasses
      .filter((key) => weights[key] > 0)
      .map((key) => ({ key, ...assumptions.classes[key], weight: weights[key] })),
    inflation: { mean: inflation, source: assumptions.inflation.source },
    portfolioMean: moments.mean,
    portfolioVolatility: moments.volatility,
    notes: notes(unknown, assumptions),
  };
}

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

/** The income that at least `confidence` of the paths sustain: of n values the (floor((1 - confidence) n) + 1)-th smallest. */
function reachedBy(sustainable: Float64Array, confidence: number): number {
  // 1 - 0.85 is a little above 0.15 in binary; a whole number of paths must not be lost to that.
  const fails = Math.floor((1 - confidence) * sustainable.length + 1e-9);
  return sustainable.sort()[fails] ?? 0;
}

function balanceFan(balances: Float64Array, goals: RetirementGoals, paths: number): RetirementResult['balance'] {
  const ages = Array.from({ length: goals.lifeExpectancy - goals.age + 1 }, (_, year) => goals.age + year);
  const rows = ages.map((_, year) =>
    quantiles(balances.subarray(year * paths, (year + 1) * paths), [0.05, 0.25, 0.5, 0.75, 0.95]),
  );
  const column = (index: number): number[] => rows.map((row) => row[index] ?? 0);
  return { ages, p5: column(0), p25: column(1), p50: column(2), p75: column(3), p95: column(4) };
}

function rank(
  alternatives: readonly Scenario[],
  run: Simulation,
  successes: number,
  paths: number,
): RetirementResult['whatIfs'] {
  return alternatives
    .map(({ key, label }, index) => {
      const { gained, lost } = run.changes[index] ?? { gained: 0, lost: 0 };
      return {
        key,
        label,
        success: (successes + gained - lost) / paths,
        change: (gained - lost) / paths,
        standardError: pairedStandardError(gained, lost, paths),
      };
    })
    .sort((one, other) => Math.abs(other.change) - Math.abs(one.change));
}

function notes(unknown: number, assumptions: MarketAssumptions): string[] {
  const list = [
    "All money is in today's dollars, before tax; income and saving keep pace with inflation.",
    'Saving is added at the end of each working year; income is withdrawn at the start of each year of retirement.',
    `Returns are drawn from ${assumptions.name} (${assumptions.asOf}); the mix is kept by rebalancing once a year.`,
  ];
  if (unknown > 0) {
    const share = unknown < 0.001 ? 'Less than 0.1 %' : `${(unknown * 100).toFixed(1)} %`;
    list.push(`${share} of the portfolio has no known asset class; it is simulated like the rest.`);
  }
  return list;
}
