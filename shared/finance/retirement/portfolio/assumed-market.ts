import type { RetirementResult } from '../../../schemas/analysis.ts';
import { assetClasses } from '../../../schemas/classification.ts';
import { oldestFirst } from '../../../schemas/retirement-plan/history-periods.ts';
import type { History } from '../../../schemas/retirement-plan/market.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import type { MarketAssumptions } from '../../market-assumptions/model.ts';
import type { PlanResult } from '../answers/result.ts';
import { marketLaw } from '../returns/market-law.ts';

type Assumed = Pick<
  RetirementResult,
  'assumptions' | 'correlations' | 'correlationSource' | 'inflation' | 'portfolioMean' | 'portfolioVolatility'
>;

/** What the projection assumes of returns and inflation, each figure with whose it is: a published source's, the plan's, or history's. */
export function assumedMarket({ market }: Plan, result: PlanResult, defaults: MarketAssumptions): Assumed {
  const history =
    'history' in market.returns && typeof market.returns.history !== 'string' ? market.returns.history : null;
  const law = marketLaw(market, defaults);
  const held = result.market.assets.flatMap((asset, place) => (asset.weight !== 0 ? [{ asset, place }] : []));
  const rows = held.map(({ asset, place }) => {
    const key = assetClasses.find((one) => one === asset.name);
    const known = key === undefined ? undefined : defaults.classes[key];
    const own = market.assets[place];
    const ofPlan = own?.mean !== undefined || own?.volatility !== undefined;
    const real = asset.basis === 'real';
    return {
      key: asset.name,
      label: asset.weight < 0 ? 'Borrowed, as cash below zero' : (known?.label ?? asset.name),
      // The table is of nominal returns: a mean that the plan states after inflation is shown before it.
      mean: real ? (1 + asset.mean) * (1 + result.market.inflation) - 1 : asset.mean,
      volatility: asset.volatility,
      weight: asset.weight,
      source:
        history !== null
          ? `${periodOf(history)} of the plan’s history.`
          : ofPlan
            ? `Given by the plan${real ? ', after inflation' : ''}.`
            : (known?.source ?? 'Given by the plan.'),
    };
  });
  const stated = market.correlations.length > 0 ? 'The plan’s where it states them. ' : '';
  const ofInflation = market.inflation === undefined ? defaults.inflation.source : 'Given by the plan.';
  return {
    assumptions: rows,
    correlations: held.flatMap(({ asset, place }, index) =>
      held.slice(index + 1).map((other, next) => ({
        one: rows[index]?.label ?? asset.name,
        other: rows[index + 1 + next]?.label ?? other.asset.name,
        value: law.correlation(place, other.place),
      })),
    ),
    correlationSource:
      history === null ? `${stated}${defaults.correlationSource}` : `${periodOf(history)} of the plan’s history.`,
    inflation: {
      mean: result.market.inflation,
      source: history === null ? ofInflation : `${periodOf(history)} of the plan’s history.`,
    },
    portfolioMean: result.market.mean,
    portfolioVolatility: result.market.volatility,
  };
}

function periodOf(history: History): string {
  const { frequency } = history;
  const rows = oldestFirst(history);
  return `The ${rows.length} ${frequency}s ${rows[0]?.period ?? ''} to ${rows.at(-1)?.period ?? ''}`;
}
