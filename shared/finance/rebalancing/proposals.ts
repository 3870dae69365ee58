import type { Analysis } from '../../schemas/analysis.ts';
import type { RetirementGoals, Targets } from '../../schemas/goals.ts';
import type { RebalancingPlan, RebalancingRequest } from '../../schemas/rebalancing.ts';
import type { Instruments } from '../look-through.ts';
import { owedFirst } from '../projection-input.ts';
import type { Valuation } from '../valuation.ts';
import { coinAccounts } from './coin-accounts.ts';
import { placeMoney } from './new-money.ts';
import type { PlacedMoney } from './new-money.ts';
import { repaidBy } from './repaid.ts';
import { rebalanceBesideWorld } from './beside-world.ts';
import type { RebalancingOptions } from './rebalance.ts';

export interface Wishes {
  targets?: Targets | undefined;
  goals?: RetirementGoals | undefined;
  rebalancing?: RebalancingRequest | undefined;
}

/**
 * The trades that reach the targets which the drift is measured from, as the person wants them, and what new money alone could
 * buy: the money they say is coming, else what they save in the next year. Regions call for trades only where the person
 * gave a target for the stocks'; else they are looked at in choosing the funds.
 */
export function proposeTrades(
  valuation: Valuation,
  instruments: Instruments,
  { assetClass, region }: Analysis['drift'],
  { targets, goals, rebalancing = {} }: Wishes,
): Pick<Analysis, 'rebalancing' | 'purchases'> {
  // Targets for regions alone are reached among the stocks that there are.
  const regionsOnly = region?.source === 'person' && region.scope === 'equity';
  if (assetClass === null && !regionsOnly) return { rebalancing: null };
  const { newMoney, ...how } = rebalancing;
  const options: RebalancingOptions = {
    ...how,
    assetClasses:
      assetClass === null ? undefined : Object.fromEntries(assetClass.rows.map(({ key, target }) => [key, target])),
    regions: (targets?.regions?.global ?? 0) > 0 ? undefined : targets?.regions,
    source: assetClass?.source ?? 'person',
  };
  const age = goals?.age;
  const coins = coinAccounts(valuation, instruments);
  const given = placeMoney(newMoney ?? [], valuation, age, coins);
  const plan = rebalanceBesideWorld(valuation, instruments, { ...options, newMoney: given.placed }, region);
  const asked = { asked: Object.keys(rebalancing).length > 0 };
  const full = plan && repaying(plan, given.placed, valuation, { ...asked, notes: given.notes });
  // A list that sells nothing would stand there twice.
  const buysOnly = full !== null && full.sold === 0 && full.bought > 0;
  if (how.mode === 'newMoney' || (newMoney !== undefined && buysOnly)) return { rebalancing: full };
  // A year's saving pays debts that state their interest before it buys anything, as in the projection.
  const owed = owedFirst(valuation, goals);
  const first = owed === null || owed.atOnce === true ? 0 : owed.amount * (1 + owed.nominalRate);
  const saved = goals === undefined || goals.retireAt <= goals.age ? 0 : Math.max(0, goals.contribute - first);
  const { placed, notes } =
    newMoney === undefined ? placeMoney(saved > 0 ? [{ amount: saved }] : [], valuation, age, coins) : given;
  if (placed.length === 0) return { rebalancing: full };
  const bought = rebalanceBesideWorld(
    valuation,
    instruments,
    { ...options, mode: 'newMoney', newMoney: placed },
    region,
  );
  if (bought === null) return { rebalancing: full };
  const origin = newMoney === undefined ? 'savings' : 'given';
  const debts = origin === 'savings' && first > 0 && { owed: Number(first.toFixed(2)) };
  return {
    rebalancing: full,
    purchases: { origin, ...debts, accounts: placed, plan: repaying(bought, placed, valuation, { notes }) },
  };
}

/** The plan with what new money repays, which is said first. */
function repaying(
  plan: RebalancingPlan,
  placed: readonly PlacedMoney[],
  valuation: Valuation,
  more: Partial<RebalancingPlan> & { notes: string[] } = { notes: [] },
): RebalancingPlan {
  const { repaid, notes } = repaidBy(placed, valuation);
  return { ...plan, ...more, ...(repaid && { repaid }), notes: [...more.notes, ...notes, ...plan.notes] };
}
