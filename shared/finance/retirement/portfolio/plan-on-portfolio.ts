import { InvalidInputError } from '../../../errors.ts';
import { assetClasses } from '../../../schemas/classification.ts';
import type { Asset } from '../../../schemas/retirement-plan/market.ts';
import type { Account } from '../../../schemas/retirement-plan/accounts.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { wordOf } from '../../labels.ts';
import { listed } from '../../listed.ts';
import { balancesByTax, heldWeights } from './held.ts';
import type { Held, TaxType } from './held.ts';

/** A person's plan with their portfolio in it, and what of the one had to give way to the other. */
export interface PlanOnPortfolio {
  plan: Plan;
  notes: string[];
}

/**
 * Simulated steps in all that an analysis has time for; its answer takes about a hundred runs of so many. A plan that asks
 * for more paths gets these, and is told.
 */
const MOST_STEPS = 24_000;
const FEWEST_PATHS = 500;

/**
 * A person's own plan, with the portfolio's balances by how accounts are taxed and the portfolio's mix in place of the plan's.
 * People, incomes, saving, spending, taxes, fees, lives and the figures of returns stay as the plan has them; funds' costs are
 * the fee of accounts that state none.
 *
 * @throws {InvalidInputError} where nothing that is held has a place in the plan's history
 */
export function planOnPortfolio(plan: Plan, held: Held): PlanOnPortfolio {
  const accounts = accountsOf(plan.accounts, held);
  const market = marketOf(plan, held);
  const simulation = simulationOf(plan);
  return {
    plan: { ...plan, accounts: accounts.list, market: market.market, simulation: simulation.settings },
    notes: [...accounts.notes, ...market.notes, ...simulation.notes],
  };
}

const typeWords: Readonly<Record<TaxType, string>> = {
  taxable: 'Taxable',
  tax_deferred: 'Tax-deferred',
  tax_free: 'Tax-free',
};

/** Each tax type's value is shared among the plan's accounts of that type, in proportion to what the plan says they hold. */
function accountsOf(planned: readonly Account[], held: Held): { list: Account[]; notes: string[] } {
  const funds = held.costs?.fee ?? 0;
  const values = balancesByTax(held);
  const own = planned.map((account): Account => {
    const alike = planned.filter(({ type }) => type === account.type);
    const sum = alike.reduce((total, one) => total + one.balance, 0);
    const share = sum > 0 ? account.balance / sum : 1 / alike.length;
    const value = values.find(({ type }) => type === account.type)?.balance ?? 0;
    const { costBasis: stated, ...rest } = account;
    const basis = basisOf(account.type, value * share, stated === undefined ? null : stated / account.balance, held);
    return { ...rest, balance: value * share, ...basis, fee: account.fee > 0 ? account.fee : funds };
  });
  const missing = values.filter(({ type }) => !planned.some((account) => account.type === type));
  const added = missing.map(({ type, balance }): Account => ({
    name: `${typeWords[type]} (not in the plan)`,
    type,
    balance,
    taxRate: 0,
    fee: funds,
  }));
  const taxed = missing.filter(({ type }) => type !== 'tax_free');
  return {
    list: [...own, ...added],
    notes: [
      'Accounts hold what the portfolio holds today, by how they are taxed; the balances that the plan states are not used.',
      ...(taxed.length === 0
        ? []
        : [
            `The plan has no ${taxed.map(({ type }) => typeWords[type].toLowerCase()).join(' and no ')} account, though the portfolio has: no tax is taken of it.`,
          ]),
    ],
  };
}

/** What was paid for a taxable account: by what the portfolio's lines cost, or where that is not known by the plan's own share. */
function basisOf(type: TaxType, value: number, planned: number | null, held: Held): Pick<Account, 'costBasis'> {
  if (type !== 'taxable') return {};
  const whole = balancesByTax(held).find((one) => one.type === type)?.balance ?? 0;
  const { value: gain, coverage } = held.untaxedGain ?? { value: 0, coverage: 0 };
  if (coverage > 0 && whole > 0) return { costBasis: Math.max(0, value - gain * (value / whole)) };
  return planned === null || !Number.isFinite(planned) ? {} : { costBasis: value * planned };
}

export const isClass = (name: string): boolean => assetClasses.some((key) => key === name);

/** Whether a plan says its own mix, so that the portfolio's is not used: along a glide path, or in asset classes of its own. */
export const statesItsMix = ({ market: { glidePath, assets } }: Plan): boolean =>
  glidePath.length > 0 || assets.some(({ name, weight }) => weight > 0 && !isClass(name));

/** The portfolio's weights, where the plan's assets are asset classes; else the plan's own, for there is no telling them apart. */
function marketOf({ market }: Plan, held: Held): { market: Plan['market']; notes: string[] } {
  if (market.glidePath.length > 0) {
    const notes = ['The mix goes along the plan’s glide path, whatever the portfolio holds today.'];
    return { market, notes: [...notes, ...withoutDebt(held)] };
  }
  const foreign = market.assets.filter(({ name, weight }) => weight > 0 && !isClass(name));
  if (foreign.length > 0) {
    const names = foreign.map(({ name }) => name).join(', ');
    return {
      market,
      notes: [
        `The plan has asset classes of its own (${names}), so the mix is the plan’s and not the portfolio’s.`,
        ...withoutDebt(held),
      ],
    };
  }
  const known = columnsOf(market);
  const all = heldWeights(held.mix);
  const usable = all.filter(({ name }) => known === null || known.has(name));
  const [whole, found] = [heldOf(all), heldOf(usable)];
  if (!(found > 0)) {
    const path = 'plan.market.returns.history';
    const message = `has no column for ${all.flatMap(({ name, weight }) => (weight > 0 ? [name] : [])).join(', ')}`;
    throw new InvalidInputError('The plan’s history has nothing of what the portfolio holds.', [{ path, message }]);
  }
  const own = new Map(market.assets.map((asset) => [asset.name, asset]));
  const debt = usable.reduce((sum, { weight }) => sum + Math.max(0, -weight), 0);
  const assets = usable.map(({ name, weight }): Asset => ({
    ...(own.get(name) ?? { name, kind: 'arithmetic', basis: 'nominal' }),
    weight: (weight < 0 ? weight : (weight / found) * whole) / (whole - debt),
  }));
  const lost = all.filter(({ name, weight }) => weight > 0 && !usable.some((one) => one.name === name));
  const kept = new Set([...assets.map(({ name }) => name), 'inflation']);
  return {
    market: {
      ...market,
      assets,
      correlations: market.correlations.filter(({ between }) => between.every((name) => kept.has(name))),
      ...fallsOf(market, kept),
    },
    notes: [
      'The mix is the portfolio’s; the weights that the plan states are not used.',
      ...(usable.some(({ weight }) => weight < 0) ? [] : withoutDebt(held)),
      ...(lost.length === 0
        ? []
        : [
            `The history has no returns of ${listed(lost.map(({ name }) => wordOf(name)))} (${((1 - found / whole) * 100).toFixed(1)}% of what is simulated): that part is simulated like the rest.`,
          ]),
    ],
  };
}

/** The plan's falls, of what is held. */
function fallsOf({ falls }: Plan['market'], held: ReadonlySet<string>): Pick<Plan['market'], 'falls'> {
  if (falls === undefined) return {};
  const ofHeld = falls.map(({ age, by }) => ({
    age,
    by: Object.fromEntries(Object.entries(by).filter(([name]) => held.has(name))),
  }));
  return { falls: ofHeld.filter(({ by }) => Object.keys(by).length > 0) };
}

/** What is held of assets, debts left out. */
const heldOf = (assets: readonly { weight: number }[]): number =>
  assets.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);

/** A debt is in no glide path, in no asset class of a plan's own and in no history without cash. */
function withoutDebt({ mix }: Held): string[] {
  return (mix.cash ?? 0) < 0
    ? [
        'Part of what is held is borrowed. The projection is of what is owned alone: the larger swings that a debt brings are not in it.',
      ]
    : [];
}

/** What a history has returns of in every period; null where returns are drawn from a law. */
export function columnsOf({ returns }: Plan['market']): Set<string> | null {
  if (!('history' in returns) || typeof returns.history === 'string') return null;
  const { rows } = returns.history;
  return new Set(
    Object.keys(rows[0]?.returns ?? {}).filter((name) => rows.every((row) => row.returns[name] !== undefined)),
  );
}

function simulationOf({ simulation, market }: Plan): { settings: Plan['simulation']; notes: string[] } {
  const { paths, stepsPerYear } = simulation;
  const most = Math.max(FEWEST_PATHS, Math.floor(MOST_STEPS / stepsPerYear));
  if (paths <= most || market.returns.model === 'historical') return { settings: simulation, notes: [] };
  return {
    settings: { ...simulation, paths: most },
    notes: [
      `The plan asks for ${paths.toLocaleString('en-US')} futures; a report simulates ${most.toLocaleString('en-US')} at most. “npm run project” simulates them all.`,
    ],
  };
}
