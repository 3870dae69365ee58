import type { PlanChange } from '../../schemas/analysis-plan.ts';
import type { Asset, MarketPlan } from '../../schemas/retirement-plan/market.ts';
import { wordOf } from '../labels.ts';
import { weightsAtAge } from '../retirement/compile/glide-path.ts';
import { laws, mixLaw } from '../retirement/returns/laws.ts';
import type { Mixable } from './another-mix.ts';
import { lifeOf, NO_PLAN } from './dated.ts';
import { inPercent } from './sums.ts';
import type { Said } from './sums.ts';

/** What assets return in an average year in the place of what is assumed; how much that varies stays. */
export type OtherReturns = Readonly<Record<string, Pick<Asset, 'mean' | 'volatility' | 'kind' | 'basis'>>>;

/** Yearly returns that a plan may have. */
const [LEAST, MOST] = [-0.5, 1];

/**
 * Another expected return of one asset class, or of the whole portfolio: then that of each asset moves by as much. Percent or points a
 * year, arithmetic means before inflation and costs.
 */
export function otherReturns(
  change: PlanChange,
  standing: Mixable & { returns?: OtherReturns },
): Said & { returns?: OtherReturns; impossible?: string } {
  const { asset = null } = change;
  const { market, shares } = standing;
  const life = lifeOf(standing);
  const what = asset === null ? 'the portfolio' : wordOf(asset);
  const untried = (impossible?: string) => ({ label: `${what} return${asset === null ? 's' : ''} something else`, ...(impossible !== undefined && { impossible }) }); // prettier-ignore
  if (life === null) return untried(NO_PLAN);
  if (market === undefined) return untried();
  if ('history' in market.returns) return untried('the plan takes what investments return from history');
  const law = laws(market);
  const weights = weightsAtAge(market, life.age);
  const held = law.assets.map((one, at) => ({ ...one, weight: weights[at] ?? 0, asset: market.assets[at] }));
  if (asset === null && (shares !== undefined || held.some(({ real }) => real)))
    return untried('it is tried of the mix of today alone; ask of one kind of assets');
  const meant = held.filter(({ name }) => asset === null || name === asset);
  if (meant.every(({ weight }) => weight === 0) && shares?.[asset ?? ''] === undefined)
    return untried('the plan holds none of it');
  const before = asset === null ? mixLaw(law, weights).mean : (meant[0]?.mean ?? 0);
  const by = change.value / 100;
  const to = change.how === 'to' ? by : before + (change.how === 'up' ? by : -by);
  const same = Math.abs(to - before) < 1e-9;
  const instead = same ? ', as assumed' : ` instead of ${inPercent(before)}`;
  const label = `${what} return${asset === null ? 's' : ''} ${inPercent(to)} in an average year${instead}, before inflation and costs`;
  const returns = Object.fromEntries(
    meant.map((one) => [one.name, meanOf(one.asset, one, asset === null ? one.mean + to - before : to)]),
  );
  if (Object.values(returns).some(({ mean = 0 }) => mean < LEAST || mean > MOST)) return { label, impossible: 'nobody plans with that' }; // prettier-ignore
  return { label, same, returns: { ...standing.returns, ...returns } };
}

function meanOf(asset: Asset | undefined, law: { volatility: number }, mean: number): OtherReturns[string] {
  const own = asset?.mean === undefined || asset.kind === 'arithmetic' ? asset?.volatility : law.volatility;
  return { mean, kind: 'arithmetic', basis: 'nominal', ...(own !== undefined && { volatility: own }) };
}

/** The market with these in it. */
export const returning = (market: MarketPlan, returns: OtherReturns): MarketPlan => ({
  ...market,
  assets: market.assets.map((one) => ({ ...one, ...returns[one.name] })),
});
