import type { PlanChange } from '../../schemas/analysis-plan.ts';
import { assetClasses } from '../../schemas/classification.ts';
import type { MarketPlan } from '../../schemas/retirement-plan/market.ts';
import { percent } from '../amounts.ts';
import { wordOf } from '../labels.ts';
import { listed } from '../listed.ts';
import { weightsAtAge } from '../retirement/compile/glide-path.ts';
import { columnsOf, isClass } from '../retirement/portfolio/plan-on-portfolio.ts';
import { lifeOf, NO_PLAN } from './dated.ts';
import type { Setting } from './dated.ts';
import type { Said } from './sums.ts';

/** Shares by asset class, fractions that sum to one; what is borrowed is cash below zero. */
export type Shares = Readonly<Record<string, number>>;

export interface Mixable extends Setting {
  /** Value of the portfolio, US dollars. */
  balance: number;
  /** What the plan is simulated with today; absent where nothing is. */
  market?: MarketPlan;
  /** Factor on the price of all stocks; 1 where absent. */
  stockPrices?: number;
  /** Another mix in its place, from today on. */
  shares?: Shares;
  /** Asset classes of a fund that the portfolio holds, fractions; null for any other. */
  madeOf?: (symbol: string) => Shares | null;
}

interface Mixed extends Said {
  shares?: Shares;
  stocks?: number;
  classes?: readonly string[];
  impossible?: string;
}

/** Shares closer than this are one. */
const LEAST = 0.0005;
const LABEL = 'hold another mix';

/**
 * The mix that a question asks for, by asset class: each class stays as it is made up, and what the question does not name keeps its
 * proportions, but that fewer stocks alone are more bonds. Of a portfolio with a debt the shares are of all that is held, and the debt stays.
 */
export function anotherMix({ mix }: PlanChange, standing: Mixable): Mixed {
  const { market, shares: before, stockPrices = 1 } = standing;
  const life = lifeOf(standing);
  const untried = (impossible?: string) => ({ label: LABEL, ...(impossible !== undefined && { impossible }) });
  if (life === null) return untried(NO_PLAN);
  if (market === undefined) return untried();
  const weights = weightsAtAge(market, life.age);
  // What fell before is less of what there is then.
  const worth = market.assets.map(({ name }, place) => (weights[place] ?? 0) * (name === 'equity' ? stockPrices : 1));
  const sum = worth.reduce((all, one) => all + one, 0);
  const now = before ?? Object.fromEntries(market.assets.map(({ name }, place) => [name, (worth[place] ?? 0) / sum]));
  const foreign = Object.keys(now).filter((name) => (now[name] ?? 0) > 0 && !isClass(name));
  if (foreign.length > 0) return untried(`the plan has asset classes of its own (${foreign.join(', ')})`);
  const debt = Math.max(0, -(now.cash ?? 0));
  const all = 1 + debt;
  const held = Object.fromEntries(Object.entries(now).map(([name, weight]) => [name, Math.max(0, weight) / all]));
  const wanted = wantedOf(mix ?? [], held, standing.balance * all, standing.madeOf);
  const then = typeof wanted === 'string' ? wanted : filled(wanted, held);
  if (typeof then === 'string') return untried(then);
  if (debt > 0 && (then.cash ?? 0) > 0)
    return untried('part of what is held is borrowed, and cash would first pay that back');
  const known = columnsOf(market);
  const missing = Object.keys(then).filter((name) => known !== null && !known.has(name));
  if (missing.length > 0) return untried(`the plan’s history has no returns of ${listed(missing.map(wordOf))}`);
  const glides = market.glidePath.length > 0;
  const isSame = (name: string) => Math.abs((then[name] ?? 0) - (held[name] ?? 0)) < LEAST;
  const same = !glides && [...Object.keys(then), ...Object.keys(held)].every(isSame);
  const of = debt > 0 ? ' of what is held, with what is borrowed as it is,' : '';
  const instead = same ? ', as planned' : ` from today instead of the simulated ${spoken(held)}${glides ? ' and the mix of each age' : ''}`; // prettier-ignore
  const shares = Object.fromEntries(Object.entries(then).map(([name, share]) => [name, share * all]));
  if (debt > 0) shares.cash = -debt;
  const label = `hold ${spoken(then)}${of}${instead}`;
  return { label, same, shares, stocks: shares.equity ?? 0, classes: Object.keys(then) };
}

/** The shares that a question names, of all that is held, which is worth `worth`; why not where it names what is not known. */
function wantedOf(
  mix: NonNullable<PlanChange['mix']>,
  held: Shares,
  worth: number,
  madeOf: Mixable['madeOf'],
): ReadonlyMap<string, number> | string {
  const wanted = new Map<string, number>();
  for (const { asset, how, value } of mix) {
    const parts = isClass(asset) ? { [asset]: 1 } : (madeOf?.(asset.toUpperCase()) ?? null);
    if (parts === null)
      return `a mix is tried by kinds of assets and by funds that you hold, and ${asset} is neither (a single share is simulated as all stocks are); ask with the percentages of stocks, bonds and cash`;
    const share = how === 'up' || how === 'down' ? value / worth : value / 100;
    for (const [name, part] of Object.entries(parts)) {
      const from = wanted.get(name) ?? (how === 'to' ? 0 : (held[name] ?? 0));
      wanted.set(name, from + (how === 'down' || how === 'down_percent' ? -share : share) * part);
    }
  }
  return wanted;
}

/** The shares that are wanted with the rest beside them, all of them above zero; why not where they are no whole. */
function filled(wanted: ReadonlyMap<string, number>, held: Shares): Shares | string {
  const named = [...wanted.values()].reduce((sum, share) => sum + share, 0);
  const left = 1 - named;
  if (left < -1e-9) return `that would be ${percent(named)} of the portfolio`;
  const short = [...wanted].find(([, share]) => share < -1e-9);
  if (short !== undefined) return `there is no more than ${percent(held[short[0]] ?? 0)} in ${wordOf(short[0])}`;
  const others = Object.entries(held).filter(([name, share]) => share > 0 && !wanted.has(name));
  const rest = others.reduce((sum, [, share]) => sum + share, 0);
  const stocks = wanted.get('equity');
  const fewer = wanted.size === 1 && stocks !== undefined && stocks < (held.equity ?? 0);
  const then = new Map(wanted);
  for (const [name, share] of others) then.set(name, fewer ? share : (share / rest) * left);
  const into = ['fixed_income', 'equity', 'cash'].find((name) => !wanted.has(name));
  if (fewer) then.set('fixed_income', (held.fixed_income ?? 0) + (held.equity ?? 0) - stocks);
  else if (rest === 0 && left > LEAST && into !== undefined) then.set(into, left);
  return Object.fromEntries([...then].filter(([, share]) => share > 1e-9));
}

/** "60% in stocks and 40% in bonds". */
function spoken(shares: Shares): string {
  const parts = assetClasses.flatMap((name) => {
    const share = shares[name] ?? 0;
    return share < LEAST ? [] : [`${percent(share)} in ${wordOf(name)}`];
  });
  return listed(parts);
}
