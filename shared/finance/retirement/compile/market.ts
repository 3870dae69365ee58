import { InvalidInputError } from '../../../errors.ts';
import type { History, MarketPlan } from '../../../schemas/retirement-plan/market.ts';
import { bootstrapMarket, historicalMarket } from '../returns/history.ts';
import type { Laws } from '../returns/laws.ts';
import { lognormalMarket } from '../returns/lognormal.ts';
import type { Market } from '../returns/market.ts';
import { studentMarket } from '../returns/student-t.ts';

/** The returns model that a plan asks for. `steps` is the longest a path can be. */
export function market(plan: MarketPlan, law: Laws, stepsPerYear: number, seed: number, steps: number): Market {
  const names = law.assets.map((asset) => asset.name);
  const { returns } = plan;
  switch (returns.model) {
    case 'lognormal':
      return lognormalMarket(law, stepsPerYear, seed);
    case 'student_t':
      return studentMarket(law, returns.degreesOfFreedom, stepsPerYear, seed);
    case 'bootstrap':
      return bootstrapMarket(rows(returns.history), names, returns.block, stepsPerYear, seed);
    case 'historical':
      return historicalMarket(rows(returns.history), names, returns.wrap, stepsPerYear, steps);
  }
}

function rows(history: History | string): History {
  if (typeof history !== 'string') return history;
  throw new InvalidInputError('The history must be read before the plan is run.', [
    { path: 'market.returns.history', message: 'is the name of a file; give its rows' },
  ]);
}
