import type { MarketPlan } from '../../../schemas/retirement-plan/market.ts';
import { defaultAssumptions } from '../../market-assumptions/default.ts';
import type { MarketAssumptions } from '../../market-assumptions/model.ts';
import { historyLaw } from './history-law.ts';
import { laws } from './laws.ts';
import type { Laws } from './laws.ts';

/** The yearly figures of a plan's market: those of its history where it has one, else its own and the default ones. */
export function marketLaw(market: MarketPlan, assumptions: MarketAssumptions = defaultAssumptions): Laws {
  const history = 'history' in market.returns && typeof market.returns.history !== 'string' ? market.returns.history : null; // prettier-ignore
  return history === null ? laws(market, assumptions) : historyLaw(history, market);
}
