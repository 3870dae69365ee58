import type { Analysis } from '../schemas/analysis.ts';
import type { RetirementGoals } from '../schemas/goals.ts';
import type { Instruments } from './look-through.ts';
import { defaultAssumptions } from './market-assumptions/default.ts';
import { ENOUGH, modelledShare } from './modelled-share.ts';
import { toMoney } from './money.ts';
import { DEFAULT_PATHS } from './retirement/project.ts';
import type { RetirementInput } from './retirement/project.ts';
import { ownRiskOf, withOwnRisk } from './risk/own-risk.ts';
import type { Valuation } from './valuation.ts';

/** The projection's own limit, base currency. */
const LARGEST_BALANCE = 1e15;

interface Asked {
  goals: RetirementGoals | undefined;
  seed: number;
  paths: number | undefined;
}

/** What a portfolio's retirement is projected from, or why it cannot be: one sentence. */
export function projectionInput(
  valuation: Valuation,
  allocation: Analysis['allocation'],
  instruments: Instruments,
  { goals, seed, paths = DEFAULT_PATHS }: Asked,
): Required<Pick<RetirementInput, 'goals' | 'balance' | 'mix' | 'seed' | 'assumptions' | 'paths'>> | string {
  const balance = toMoney(valuation.totalUnits, valuation.unit);
  if (goals === undefined) return 'No retirement goals were given: age, retirement age and income wanted.';
  if (balance <= 0) return 'Nothing in the portfolio has a positive value, so there is nothing to project.';
  if (balance > LARGEST_BALANCE) return 'The portfolio is above 1e15, more than a projection can mean.';
  if (modelledShare(allocation) < ENOUGH) {
    return (
      'Most of the portfolio is of unknown make-up or in alternatives, for which there are no figures of return and risk: ' +
      'a projection of the rest would pass for one of the whole.'
    );
  }
  // A margin debt is no asset class of its own: what it finances is projected as if it were the person's mix.
  const mix = Object.fromEntries(allocation.assetClass.map(({ key, weight }) => [key, Math.max(0, weight)]));
  // The same law as the risk figures': what single companies have of their own stays for the whole plan.
  const assumptions = withOwnRisk(defaultAssumptions, ownRiskOf(valuation, allocation, instruments));
  return { goals, balance, mix, seed, assumptions, paths };
}
