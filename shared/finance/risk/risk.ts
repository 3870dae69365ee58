import type { Allocation } from '../../schemas/analysis.ts';
import type { Risk } from '../../schemas/risk.ts';
import { heldMix, isKnown } from '../held-mix.ts';
import type { Instruments } from '../look-through.ts';
import { defaultAssumptions } from '../market-assumptions/default.ts';
import { mixMoments, normalizeMix } from '../market-assumptions/mix.ts';
import { toMoney } from '../money.ts';
import type { Valuation } from '../valuation.ts';
import { kindSharesOf } from './kinds.ts';
import { ownRiskOf, withOwnRisk } from './own-risk.ts';
import { simulateYear } from './simulated-year.ts';
import { stressTests } from './stress.ts';
import { parametricLoss, sampleLoss } from './value-at-risk.ts';

const CONFIDENCES = [0.95, 0.99];
/** Years simulated where nothing else is asked: the standard error of the 95% loss is then about a hundredth of it. */
const DRAWS = 20_000;

/**
 * What may be lost: expected return and volatility of the mix, value at risk and expected shortfall over a year, and what
 * named bad times would have done to it. What single companies have of their own is part of it (own-risk.ts), as it is of the
 * retirement projection. What is not classified is taken to be like what is. A debt is cash below zero, so what is bought with it
 * counts in full and a loss is a larger share of what is owned. Null where nothing is classified.
 */
export function riskOf(
  valuation: Valuation,
  allocation: Allocation,
  instruments: Instruments,
  { seed, draws = DRAWS }: { seed: number; draws?: number | undefined },
): Risk | null {
  const mix = heldMix(allocation);
  if (!isKnown(mix)) return null;
  const { weights } = normalizeMix(mix);
  const assumptions = withOwnRisk(defaultAssumptions, ownRiskOf(valuation, allocation, instruments));
  const { mean, volatility } = mixMoments(weights, assumptions);
  const value = toMoney(valuation.totalUnits, valuation.unit);
  const years = simulateYear(weights, assumptions, { draws, seed });
  const money = (share: number) => Math.round(share * value * 100) / 100;
  return {
    mean,
    volatility,
    valueAtRisk: CONFIDENCES.map((confidence) => {
      const simulated = sampleLoss(years, confidence);
      const parametric = parametricLoss(mean, volatility, confidence);
      return { confidence, parametric, simulated, lossValue: money(simulated.loss), tailValue: money(simulated.tail) };
    }),
    draws,
    seed,
    stress: stressTests(weights, value, kindSharesOf(valuation, instruments)),
    assumptions: defaultAssumptions.name,
  };
}
