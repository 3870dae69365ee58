import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { normalizeMix } from '../market-assumptions/mix.ts';
import { planFor } from '../retirement/project.ts';
import type { RetirementInput } from '../retirement/project.ts';
import type { Shares } from './another-mix.ts';
import { withFlows } from './dated-flow.ts';
import { returning } from './other-returns.ts';
import type { Prices } from './price-move.ts';
import type { Tried } from './scenario.ts';

/** Whether there is a plan that can be simulated with it. */
export const isAble = ({ goals, plan, impossible }: Tried): boolean =>
  impossible === null && (goals !== null || plan !== undefined);

/** What the projection is made from at other prices; null where nothing is left of it. */
export type Repriced = (prices: Prices) => RetirementInput | null;

/**
 * The same portfolio under other goals, under another plan, worth another sum, with other inflation, with a fall or a sum on the way, or in another mix. Money put in
 * or taken out leaves its make-up; prices are moved line by line: in the accounts that hold them, and their untaxed gain with them. Another mix is that of
 * every account, and funds cost as much of what is not cash as they do today.
 */
export function planOf(
  {
    goals,
    plan,
    balance,
    stockPrices = 1,
    priceMoves = [],
    inflation = null,
    falls = [],
    sums = [],
    shares,
    returns = {},
    ...flows
  }: Tried,
  projected: RetirementInput,
  repriced: Repriced,
): Plan {
  const isMoved = stockPrices !== 1 || priceMoves.length > 0;
  const held = { ...projected, ...(isMoved ? repriced({ stockPrices, priceMoves }) : null) };
  const planned = planFor({
    ...held,
    ...(shares === undefined ? null : { costs: costsIn(held, shares) }),
    ...(plan === undefined ? { goals: goals ?? undefined } : { plan }),
    balance,
  }).plan;
  const { spending } = planned;
  const tried = withFlows({ ...planned, spending: { ...spending, goals: [...spending.goals, ...sums] } }, flows);
  const mixed = returning(shares === undefined ? tried.market : holding(tried.market, shares), returns);
  const market = falls.length === 0 ? mixed : { ...mixed, falls: [...(mixed.falls ?? []), ...falls] };
  if (inflation === null) return { ...tried, market };
  return { ...tried, market: { ...market, inflation: { ...(market.inflation ?? FIXED), mean: inflation } } };
}

const FIXED = { volatility: 0, persistence: 0 };

/** The market with these shares held in it from today on; assets that it has keep their places and figures. */
function holding(market: Plan['market'], shares: Shares): Plan['market'] {
  const own = new Map(market.assets.map((asset) => [asset.name, asset]));
  const names = new Set([...own.keys(), ...Object.keys(shares)]);
  const assets = [...names].map((name) => ({
    ...(own.get(name) ?? { name, kind: 'arithmetic' as const, basis: 'nominal' as const }),
    weight: shares[name] ?? 0,
  }));
  return { ...market, glidePath: [], assets };
}

/** What the funds take of another mix: cash costs nothing to hold. */
function costsIn({ costs, mix }: RetirementInput, shares: Shares): RetirementInput['costs'] {
  const invested = 1 - Math.max(0, normalizeMix(mix).weights.cash);
  if (!costs || invested <= 0) return costs;
  return { ...costs, fee: (costs.fee * (1 - Math.max(0, shares.cash ?? 0))) / invested };
}
