import { fixed } from '../amounts.ts';
import type { Allocation } from '../../schemas/analysis.ts';
import type { Score } from '../../schemas/score.ts';
import { heldMix, isKnown } from '../held-mix.ts';
import type { Instruments } from '../look-through.ts';
import { defaultAssumptions } from '../market-assumptions/default.ts';
import { mixMoments, normalizeMix } from '../market-assumptions/mix.ts';
import type { Valuation } from '../valuation.ts';
import { ownRiskOf, withOwnRisk } from './own-risk.ts';

/**
 * Volatility at which each grade from 2 to 10 begins. The bounds of the European risk indicator's seven grades (0.5, 2,
 * 5, 10, 15, 25%: CESR/10-673, 2010), the ranges between them halved from 2% on, where portfolios are, and the lowest two
 * taken as one, where only cash is. Stocks and bonds half and half are then in the middle, the world's stocks an 8, and a
 * single company's stock a 10.
 */
const BOUNDS = [0.02, 0.035, 0.05, 0.075, 0.1, 0.125, 0.15, 0.2, 0.25];

/**
 * How much a portfolio may swing, 1 (like cash) to 10: the grade of its expected yearly volatility, which is that of its
 * asset classes (sqrt(w S w), Markowitz 1952, with the project's market assumptions) and, added in squares, what its
 * single companies, bonds and coins have of their own (own-risk.ts). Null where no asset class is known.
 */
export function riskScore(valuation: Valuation, allocation: Allocation, instruments: Instruments): Score | null {
  const mix = heldMix(allocation);
  if (!isKnown(mix)) return null;
  const { weights } = normalizeMix(mix);
  const classes = mixMoments(weights, defaultAssumptions).volatility;

  const widened = withOwnRisk(defaultAssumptions, ownRiskOf(valuation, allocation, instruments));
  const { volatility } = mixMoments(weights, widened);
  const own = Math.sqrt(Math.max(0, volatility ** 2 - classes ** 2));
  const grade = (value: number) => Math.min(1, value / (BOUNDS.at(-1) ?? 1));
  const share = (value: number) => (volatility > 0 ? (value / volatility) ** 2 : 0);
  return {
    score: 1 + BOUNDS.filter((bound) => volatility >= bound).length,
    how: `Expected yearly volatility of ${fixed(volatility * 100, 1)}%, graded at 2, 3.5, 5, 7.5, 10, 12.5, 15, 20 and 25%: the European risk indicator's bounds (CESR/10-673), divided more finely from 2% on.`,
    parts: [
      {
        key: 'assetClasses',
        label: 'Volatility of the asset classes',
        figure: classes,
        grade: grade(classes),
        weight: volatility > 0 ? share(classes) : 1,
        how: `sqrt(w S w) with the market assumptions "${defaultAssumptions.name}"; a fraction a year.`,
      },
      {
        key: 'companies',
        label: "Single companies', bonds' and coins' own volatility",
        figure: own,
        grade: grade(own),
        weight: share(own),
        how: 'sqrt of the sum of (weight x own volatility) squared: 25% for a company (Campbell, Lettau, Malkiel and Xu 2001), 50% for a coin, 5% for a corporate bond; a fraction a year.',
      },
    ],
  };
}
