import { InvalidInputError } from '../errors.ts';
import type { Analysis, ExchangeRate, SnapshotLine } from '../schemas/analysis.ts';
import type { AnalysisPlan } from '../schemas/analysis-plan.ts';
import type { Instrument } from '../schemas/classification.ts';
import type { RetirementGoals, Targets } from '../schemas/goals.ts';
import type { Plan } from '../schemas/retirement-plan/plan.ts';
import type { RebalancingRequest } from '../schemas/rebalancing.ts';
import { afterSplits } from './after-splits.ts';
import { allocate } from './allocation.ts';
import { assumedInterest, withInterest } from './assumed-interest.ts';
import { borrowedIn } from './borrowed.ts';
import { cashInterestOf } from './cash-interest.ts';
import { concentrate } from './concentration.ts';
import { costOf } from './costs.ts';
import { diversificationScore } from './diversification.ts';
import { driftFrom } from './drift.ts';
import { listHoldings } from './holdings.ts';
import type { Instruments } from './look-through.ts';
import { classifiedShare, ENOUGH, modelledShare } from './modelled-share.ts';
import { defaultAssumptions } from './market-assumptions/default.ts';
import type { Mix } from './market-assumptions/mix.ts';
import { toMoney } from './money.ts';
import { performanceOf } from './performance/performance.ts';
import type { PriceHistory, Transaction } from './performance/transactions.ts';
import { isRatedDebt, owedFirst, projectionInput, takenOff } from './projection-input.ts';
import { answerQuestion } from './question/answer-question.ts';
import { balancesIn } from './question/balances.ts';
import { savingsGoalsIn } from './question/savings-goals.ts';
import type { Prices } from './question/price-move.ts';
import { atPrices, pricedParts } from './question/priced-parts.ts';
import { proposeTrades } from './rebalancing/proposals.ts';
import type { Debt, Owed } from './retirement/portfolio/repayment.ts';
import { projectRetirement } from './retirement/project.ts';
import type { RetirementInput } from './retirement/project.ts';
import { glideTarget } from './retirement/portfolio/glide-target.ts';
import { heldWeights } from './retirement/portfolio/held.ts';
import { workingLife } from './retirement/portfolio/outline.ts';
import { statesItsMix } from './retirement/portfolio/plan-on-portfolio.ts';
import type { StatedPrice } from './performance/closing.ts';
import { pairOf } from './performance/in-dollars.ts';
import { kindSharesOf } from './risk/kinds.ts';
import { riskOf } from './risk/risk.ts';
import { riskScore } from './risk/score.ts';
import { withStableValues } from './stable-value.ts';
import { totalsOf } from './totals.ts';
import { whyUncompared } from './uncompared.ts';
import { mostlyUnvalued } from './valued-share.ts';
import { valuePortfolio } from './valuation.ts';
import type { Valuation } from './valuation.ts';

export interface AnalysisInput {
  /** The day the analysis is for, ISO 8601. */
  asOf: string;
  /** ISO 4217; everything is converted into it. */
  baseCurrency: string;
  lines: readonly SnapshotLine[];
  /** By symbol, each with the classification that holds for this person. */
  instruments: Instruments;
  exchangeRates?: readonly ExchangeRate[] | undefined;
  targets?: Targets | undefined;
  goals?: RetirementGoals | undefined;
  /** A whole retirement plan, in the goals' place; the portfolio's values and mix go into it. */
  plan?: Plan | undefined;
  /** How to rebalance: bands, smallest trade, whole shares, new money; see rebalance.ts for what holds without. */
  rebalancing?: RebalancingRequest | undefined;
  /**
   * What was done and what was quoted, in the base currency, to measure returns over time; the riskless rate is what the market
   * assumptions expect of cash where none is given.
   */
  history?: { transactions: readonly Transaction[]; prices: PriceHistory; riskless?: number } | undefined;
  /** What the person's question asks to look into and to try. */
  question?: Omit<AnalysisPlan, 'agents'> | undefined;
  /** Of the simulation; the same input and seed give the same analysis. */
  seed: number;
  /** How many futures to simulate, years for risk and lives for retirement; their own defaults when absent. */
  paths?: number | undefined;
}

/**
 * Computes everything that Alex knows about a portfolio. Pure: the same input gives the same analysis on any machine.
 * Money is in the base currency, nominal, as of `asOf`; weights are fractions. What cannot be valued is in `excluded`. Where
 * less than half is classified there is no drift, and `driftMissing` says so of a target; where less than half has figures of return and
 * risk, no risk and no projection but of a plan that brings its own mix; and
 * none of them, nor a grade, where more positions are without a value than with one.
 */
export function analyze(input: AnalysisInput): Analysis {
  const { asOf, baseCurrency, instruments, exchangeRates, plan } = input;
  const assumed = assumedInterest(input.lines);
  const lines = afterSplits(input.lines, input.history).map((line) => withInterest(line, assumed));
  const goals = plan === undefined ? input.goals : workingLife(plan);
  const targets = plan === undefined ? input.targets : { ...glideTarget(plan), ...input.targets };
  const valuation = valuePortfolio(lines, baseCurrency, exchangeRates);
  const allocation = allocate(valuation, instruments);
  const totals = totalsOf(valuation);
  const valued = !mostlyUnvalued(totals.positions, valuation.excluded.length);
  const classified = valued && classifiedShare(allocation) >= ENOUGH;
  const modelled = valued && modelledShare(allocation) >= ENOUGH;
  const drift = classified
    ? driftFrom(valuation, allocation, instruments, { targets, goals })
    : { assetClass: null, region: null };
  const uncompared = whyUncompared(input, drift, { valued, classified });
  const concentration = concentrate(valuation, instruments);
  const interest = cashInterestOf(valuation);
  const borrowed = borrowedIn(valuation, assumed);
  const riskless = defaultAssumptions.classes.cash.mean;
  return {
    asOf,
    baseCurrency,
    totals,
    ...listHoldings(valuation, instruments, asOf),
    priceConflicts: valuation.conflicts.slice(0, 200),
    ...(valuation.apart.length > 0 && { pricedApart: valuation.apart.slice(0, 200) }),
    exchangeRates: valuation.rates,
    allocation,
    drift,
    ...(uncompared !== null && { driftMissing: uncompared }),
    concentration,
    costs: costOf(valuation, instruments),
    ...(borrowed && { borrowed }),
    ...(interest && { cashInterest: interest }),
    scores: {
      // Beside debts above all that is held no grade of how it is spread means anything.
      diversification: valued && totals.value > 0 ? diversificationScore(valuation, instruments) : null,
      risk: modelled ? riskScore(valuation, allocation, instruments) : null,
    },
    risk: modelled ? riskOf(valuation, allocation, instruments, { seed: input.seed, draws: input.paths }) : null,
    // Splits alone say nothing of money: they are of accounts whose returns cannot be told.
    ...(input.history?.transactions.some(({ kind }) => kind !== 'split') !== true
      ? {}
      : {
          performance: performanceOf({
            riskless,
            ...input.history,
            prices: withStableValues(input.history.prices, input.history.transactions, instruments, { baseCurrency, until: asOf }), // prettier-ignore
            currencies: currenciesOf(input),
            stated: statedPrices(valuation),
            asOf,
          }),
        }),
    ...proposeTrades(valuation, instruments, drift, input),
    ...retirementOf(input, valuation, allocation),
  };
}

/** In which currency each holding is quoted that is not in the base's. */
const currenciesOf = ({ lines, baseCurrency }: AnalysisInput): ReadonlyMap<string, string> =>
  new Map(
    lines.flatMap(({ kind, symbol, currency }) =>
      kind === 'holding' && currency !== baseCurrency ? [[symbol, currency]] : [],
    ),
  );

/** What the value rests on: each instrument's price, and each currency's rate. A symbol with two listings has no one price. */
function statedPrices({ holdings, rates }: Valuation): ReadonlyMap<string, StatedPrice> {
  const listed = Map.groupBy(
    holdings.filter(({ kind }) => kind === 'holding'),
    ({ symbol }) => symbol,
  );
  const prices = [...listed].flatMap(([symbol, [one, ...others]]): [string, StatedPrice][] =>
    one === undefined || one.price === null || one.priceAsOf === null || others.length > 0
      ? []
      : [[symbol, { price: one.price, asOf: one.priceAsOf }]],
  );
  return new Map([
    ...prices,
    ...rates.map(({ from, rate, asOf }): [string, StatedPrice] => [pairOf(from), { price: rate, asOf }]),
  ]);
}

/** The projection, and what a question asks to try beside it. */
function retirementOf(
  { goals, plan, seed, paths, instruments, question, asOf, baseCurrency, exchangeRates }: AnalysisInput,
  valuation: Valuation,
  allocation: Analysis['allocation'],
): Pick<Analysis, 'retirement' | 'retirementMissing' | 'question'> {
  const asked = { goals, plan, seed, paths };
  const owed = plan === undefined ? owedFirst(valuation, goals) : null;
  const inputOf = (of: Valuation, spread: Analysis['allocation'], debts: Owed | null) => {
    const off = debts === null ? takenOff(of) : null;
    if (debts === null && off === null) return projectionInput(of, spread, instruments, asked);
    const held = valuePortfolio(heldLines(of), baseCurrency, exchangeRates);
    const given = projectionInput(held, allocate(held, instruments), instruments, asked, of.excluded.length);
    if (typeof given === 'string') return given;
    return debts !== null ? { ...given, owed: debts } : off !== null ? without(off, given) : given;
  };
  const given = inputOf(valuation, allocation, owed);
  const projection = projected(given);
  if (question === undefined) return projection;
  const standing = {
    goals: plan === undefined ? (goals ?? null) : null,
    ...(plan === undefined ? {} : { plan }),
    balance: owed === null || typeof given === 'string' ? toMoney(valuation.totalUnits, valuation.unit) : given.balance,
    inflation: inflationOf(plan),
    year: Number(asOf.slice(0, 4)),
    madeOf: (symbol: string) => fundClasses(instruments.get(symbol)),
    ...(typeof given === 'string' ? {} : { classes: classesOf(plan, given.mix) }),
    kinds: kindSharesOf(valuation, instruments),
    held: pricedParts(valuation, instruments),
    stocks:
      owed === null || typeof given === 'string'
        ? Math.max(0, allocation.assetClass.find(({ key }) => key === 'equity')?.weight ?? 0)
        : (given.mix.equity ?? 0),
  };
  const able = typeof given === 'string' || projection.retirement === null ? null : given;
  const repriced = (prices: Prices) => {
    const lines = valuation.lines.map((one) => atPrices(one, instruments, prices));
    const moved = valuePortfolio(lines, baseCurrency, exchangeRates);
    if (moved.totalUnits <= 0) return null;
    const debts = owed && (owedFirst(moved, goals) ?? owed);
    const input = inputOf(moved, allocate(moved, instruments), debts);
    return typeof input === 'string' ? null : input;
  };
  const balances = balancesIn(question, standing, projection.retirement, able);
  const saved = savingsGoalsIn(question.savingsGoals, standing, projection.retirement, able);
  return { ...projection, question: { ...answerQuestion(question, standing, able, repriced), ...balances, ...saved } };
}

/** All that is held without the debts that are paid first. */
const heldLines = ({ lines }: Valuation) => lines.flatMap((one) => (isRatedDebt(one) ? [] : [one.line]));

/** What is left of all that is held once a debt is taken off it, in proportion. */
function without(debt: Debt, { untaxedGain, ...given }: RetirementInput): RetirementInput {
  const balance = given.balance - debt.amount;
  const gain = untaxedGain && { ...untaxedGain, value: (untaxedGain.value * balance) / given.balance };
  return { ...given, balance, takenOff: debt, ...(gain && { untaxedGain: gain }) };
}

/** What a fund is made of; null for what is none, which has ups and downs of its own. */
const fundClasses = (one: Instrument | undefined) =>
  one?.type === 'etf' || one?.type === 'mutual_fund' ? (one.classification?.assetClasses ?? null) : null;

/** The asset classes that are simulated: those that are held, or the plan's own. */
function classesOf(plan: Plan | undefined, mix: Mix): string[] {
  if (plan !== undefined && statesItsMix(plan)) return plan.market.assets.map(({ name }) => name);
  return heldWeights(mix).flatMap(({ name, weight }) => (weight !== 0 ? [name] : []));
}

/** A year's inflation, a fraction; null where history brings its own. */
function inflationOf(plan: Plan | undefined): number | null {
  const returns = plan?.market.returns.model;
  if (returns === 'bootstrap' || returns === 'historical') return null;
  return plan?.market.inflation?.mean ?? defaultAssumptions.inflation.mean;
}

/** A plan that cannot be simulated with this portfolio is a projection that is missing, and no reason to lose the rest. */
function projected(given: RetirementInput | string): Pick<Analysis, 'retirement' | 'retirementMissing'> {
  if (typeof given === 'string') return { retirement: null, retirementMissing: given };
  try {
    return { retirement: projectRetirement(given), retirementMissing: null };
  } catch (error) {
    if (given.plan === undefined || !(error instanceof InvalidInputError)) throw error;
    const problems = error.problems.map(({ path, message }) => `${path} ${message}`).join('; ');
    return { retirement: null, retirementMissing: `${error.message}${problems === '' ? '' : ` ${problems}.`}` };
  }
}
