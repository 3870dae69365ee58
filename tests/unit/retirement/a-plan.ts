import { plan } from '../../../shared/finance/retirement/engine.ts';
import type { Plan, PlanInput } from '../../../shared/finance/retirement/engine.ts';

const base: PlanInput = {
  people: [{ age: 65, retireAt: 65 }],
  accounts: [{ name: 'savings', type: 'tax_free', balance: 1_000_000 }],
  spending: { amount: 40_000 },
  market: { assets: [{ name: 'shares', weight: 1, mean: 0.07, volatility: 0.15 }], inflation: { mean: 0.02 } },
  simulation: { paths: 1_000, seed: 1 },
};

/** A plain retiree of 65 with a million, changed as given. */
export const aPlan = (change: Partial<PlanInput> = {}): Plan => plan.parse({ ...base, ...change });

/** A market that does the same every year: 5 % nominal, 2 % inflation. */
export const certain: PlanInput['market'] = {
  assets: [{ name: 'bond', weight: 1, mean: 0.05, volatility: 0 }],
  inflation: { mean: 0.02 },
};
