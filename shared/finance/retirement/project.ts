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
import type { AssetClass } from '../../schemas/classification.ts';
import { countLasting, rankWhatIfs } from './answers/ranking.ts';
import { sustainedBy } from './answers/sustainable-spending.ts';
import { whatIfs } from './answers/what-ifs.ts';
import { compile } from './compile/compile.ts';
import type { Records } from './ledger/recorder.ts';
import type { Plan } from './plan/plan.ts';
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

const DEFAULT_PATHS = 10_000;
/** Four chances in five to nine in ten is the range planners work in; the middle of it. */
const DEFAULT_CONFIDENCE = 0.85;

/**
 * Whether the money lasts: a seeded Monte Carlo of correlated lognormal returns by asset class, rebalanced yearly, in
 * today's dollars (inflation fixed at its mean), on the engine's own ledger as its simplest case. Everything reported, the what-ifs and
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
  const plan = planOf(balance, weights, goals, { seed, paths, confidence, stepsPerYear: 1 });
  const changes = whatIfs(plan, { mean: moments.mean, inflation });
  const plans = [plan, ...changes.map((change) => change.plan)].map((one) => compile(one, assumptions));
  const tally = simulate({ plans, first: 0, paths, all: paths, record: true });

  const success = proportion(countLasting(tally.ruin), paths);
  const fan = balanceFan(tally.records, goals);
  const saving = Math.max(0, goals.retireAt - goals.age);
  const ruinAges = Float64Array.from(tally.ruin.filter((year) => year >= 0)).sort();
  const nearest = (share: number): number | null => {
    const year = ruinAges[Math.ceil(share * ruinAges.length) - 1];
    return year === undefined ? null : goals.age + year;
  };
  const funded = balance > 0 || (goals.contribute > 0 && saving > 0);
  return {
    goals,
    startingBalance: balance,
    paths,
    seed,
    success: success.estimate,
    standardError: success.standardError,
    interval: success.interval,
    balance: fan,
    medianAtRetirement: fan.p50[saving] ?? 0,
    medianAtEnd: fan.p50.at(-1) ?? 0,
    medianRuinAge: nearest(0.5),
    p10RuinAge: nearest(0.1),
    sustainableIncome: funded ? sustainedBy(tally.records?.sustainable ?? new Float64Array(0), confidence) : null,
    confidence,
    whatIfs: rankWhatIfs(changes, tally),
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

/** The goals as a plan of the engine: one person, one untaxed account, spending in today's money. */
function planOf(
  balance: number,
  weights: Record<AssetClass, number>,
  goals: RetirementGoals,
  simulation: Plan['simulation'],
): Plan {
  // Stocks and bonds are always there: the what-ifs move money between them.
  const held = assetClasses.filter((key) => weights[key] > 0 || key === 'equity' || key === 'fixed_income');
  return {
    people: [{ age: goals.age, retireAt: goals.retireAt }],
    accounts: [{ name: 'portfolio', type: 'tax_free', balance, taxRate: 0, fee: 0 }],
    savings: [{ owner: 0, amount: goals.contribute, growth: 0, timing: 'end' }],
    incomes: [],
    spending: {
      amount: goals.income,
      survivorShare: 1,
      timing: 'start',
      rule: { rule: 'constant_real' },
      goals: [],
    },
    market: {
      assets: held.map((name) => ({ name, weight: weights[name], kind: 'arithmetic', basis: 'nominal' })),
      correlations: [],
      glidePath: [],
      returns: { model: 'lognormal' },
    },
    longevity: { model: 'fixed_age', age: goals.lifeExpectancy },
    simulation,
  };
}

function balanceFan(records: Records | null, goals: RetirementGoals): RetirementResult['balance'] {
  const ages = Array.from({ length: goals.lifeExpectancy - goals.age + 1 }, (_, year) => goals.age + year);
  const rows = ages.map((_, year) => records?.balance.read(year, [0.05, 0.25, 0.5, 0.75, 0.95]) ?? []);
  const column = (index: number): number[] => rows.map((row) => row[index] ?? 0);
  return { ages, p5: column(0), p25: column(1), p50: column(2), p75: column(3), p95: column(4) };
}

function notes(unknown: number, assumptions: MarketAssumptions): string[] {
  const list = [
    "All money is in today's dollars, before tax; income and saving keep pace with inflation.",
    'Saving is added at the end of each working year; income is withdrawn at the start of each year of retirement.',
    `Returns are drawn from ${assumptions.name} (${assumptions.asOf}); the mix is kept by rebalancing once a year.`,
  ];
  if (unknown > 0) {
    const share = unknown < 0.001 ? 'Less than 0.1%' : `${(unknown * 100).toFixed(1)}%`;
    list.push(`${share} of the portfolio has no known asset class; it is simulated like the rest.`);
  }
  return list;
}
