import { InvalidInputError } from '../../errors.ts';
import { assetClasses } from '../../schemas/classification.ts';
import type { AccountType } from '../../schemas/portfolio.ts';
import { expenseRatioOf } from '../costs.ts';
import { lineGain } from '../untaxed-gain.ts';
import type { Holding, Valuation } from '../valuation.ts';
import { buyerFor, coinAccounts } from './coin-accounts.ts';
import type { Seat } from './exchange.ts';
import { debtExposure, debtIn, standsFor } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { CASH_EXPOSURE, makeUpsOf } from './make-ups.ts';
import { housesOf, isMunicipal, representatives } from './representatives.ts';
import { isAdvantaged, PHASES, rankPlace } from './sale-order.ts';
import { onlyWhole, perShare } from './sizing.ts';
import type { Sizing } from './sizing.ts';

/** A seat with what an order needs to know. Money is in whole units. */
export interface Place extends Seat {
  accountName: string;
  accountType: AccountType;
  /** Null for the account's cash, and for repaying what it owes. */
  holding: Holding | null;
  quantity: number;
  /** Null where it is not known. */
  gain: number | null;
}

export interface Board {
  places: Place[];
  exposures: Exposure[];
  /** Cash in accounts that hold nothing else (savings, checking), which is counted and never spent. */
  setAside: number;
  /** Names of those accounts. */
  cashOnly: string[];
  /** Accounts that hold coins alone, with the account that buys for their money (null: it stays there), and whether their cash does. */
  coinsOnly: ReadonlyMap<string, { buyer: string | null; pays: boolean }>;
  /** Sum of all exposures: what is held, new money included. */
  held: Exposure;
  /** Money whose asset class is known, new money included. */
  whole: number;
  /** By account: what it owes after its new money, units; none of 0. */
  debts: ReadonlyMap<number, number>;
}

export interface BoardOptions {
  withRegions: boolean;
  onlyNewMoney: boolean;
  /** Units by account name. */
  newMoney: ReadonlyMap<string, number>;
}

/**
 * Every instrument in every account, and what may be done with it. Bought are only funds: those the account holds and,
 * in any account, the exchange-traded fund that the person holds most of for each asset class (and region), and where a mutual
 * fund of a house is held the one of that house, but for plans at work; no municipal bonds where they save no tax. An account that holds only cash is a bank account: it buys nothing but for the new money
 * that the person says goes there. One that holds coins alone buys nothing: its money is that of the taxable account it can be moved to,
 * which its coins are seated in. An account that owes has a place for repaying beside its cash's. What is not wholly classified is left alone.
 */
export function seatAll(valuation: Valuation, sizing: Sizing, options: BoardOptions): Board {
  const { instruments } = sizing;
  const { withRegions, onlyNewMoney } = options;
  const newMoney = new Map(options.newMoney);
  const makeUps = makeUpsOf(valuation.holdings, instruments, withRegions);
  const { of } = makeUps;
  const exposures = [...makeUps.exposures, debtExposure(makeUps.exposures[CASH_EXPOSURE]?.length ?? 1)];
  const debts = new Map<number, number>();
  const held = new Float64Array(exposures[CASH_EXPOSURE]?.length ?? 0);
  let whole = 0;
  const hold = (exposure: Exposure, units: number) => {
    for (let index = 0; index < exposure.length; index += 1) {
      const amount = (exposure[index] ?? 0) * units;
      held[index] = (held[index] ?? 0) + amount;
      if (index < assetClasses.length || index === debtIn(exposure)) whole += amount;
    }
  };
  for (const [{ units }, { exposure }] of of) hold(exposures[exposure] ?? held, units);

  const coins = coinAccounts(valuation, instruments);
  const buyer = buyerFor(coins, valuation);
  const accounts = new Map<string, OwnAccount>();
  const accountOf = (name: string, type: AccountType) => {
    const known = accounts.get(name);
    if (known !== undefined) return known;
    const account = { index: accounts.size, type, cash: 0, onlyCash: true, places: new Map<Holding, Place>() };
    accounts.set(name, account);
    return account;
  };
  for (const { line } of valuation.excluded) {
    const account = accountOf(line.accountName, line.accountType);
    if (line.kind === 'holding') account.onlyCash = false;
  }
  const places: Place[] = [];
  for (const one of valuation.lines) {
    const { line, holding, units } = one;
    const { accountName, accountType } = line;
    const account = accountOf(accountName, accountType);
    if (line.kind === 'cash') {
      account.cash += units;
      continue;
    }
    account.onlyCash = false;
    const made = of.get(holding);
    if (made?.tradable !== true) continue;
    const gain = lineGain(one, instruments);
    const known = account.places.get(holding);
    if (known === undefined) {
      const place = placeOf(account, accountName, holding, made.exposure, units);
      place.quantity = line.quantity;
      place.gain = gain;
      account.places.set(holding, place);
      places.push(place);
    } else {
      known.held += units;
      known.quantity += line.quantity;
      known.gain = known.gain === null || gain === null ? null : known.gain + gain;
    }
  }
  for (const place of places) rankPlace(place, instruments, onlyNewMoney);

  refuseUnknownAccounts([...newMoney.keys()], accounts);
  const coinsOnly = unite(accounts, places, newMoney, coins, buyer, onlyNewMoney);
  const chosen = new Map<string, Set<Holding>>();
  /** What may be bought in an account so taxed: exchange-traded funds (house null), or the mutual funds of a house. */
  const offered = (type: AccountType, house: string | null): Set<Holding> => {
    const sheltered = isAdvantaged(type);
    const key = `${String(sheltered)} ${house ?? ''}`;
    const known = chosen.get(key);
    if (known !== undefined) return known;
    const suits = (one: Holding) => !sheltered || !isMunicipal(one, instruments);
    const funds = representatives(makeUps, instruments, withRegions, suits, house);
    chosen.set(key, funds);
    return funds;
  };
  let setAside = 0;
  const cashOnly: string[] = [];
  for (const [accountName, account] of accounts) {
    const { type, cash, onlyCash } = account;
    const added = newMoney.get(accountName) ?? 0;
    const balance = cash + added;
    const owes = Math.max(0, -balance);
    const stand = owes > 0 ? exposures.length - 1 : CASH_EXPOSURE;
    hold(exposures[stand] ?? held, balance);
    if (owes > 0) debts.set(account.index, owes);
    if (onlyCash && cash > 0) {
      setAside += cash;
      cashOnly.push(accountName);
    }
    // New money repays what is owed before anything is bought for it.
    const spendable = Math.max(0, onlyNewMoney || onlyCash ? Math.min(added, balance) : balance);
    const money = placeOf(account, accountName, null, stand, spendable);
    money.debt = owes;
    money.sellFrom = owes > 0 ? PHASES.never : PHASES.cash;
    money.buyable = true;
    places.push(money);
    if (owes > 0) {
      // What its sales bring beyond the loan may stay as cash.
      const kept = placeOf(account, accountName, null, CASH_EXPOSURE, 0);
      places.push(Object.assign(kept, { sellFrom: PHASES.cash, buyable: true }));
    }
    if ((onlyCash && added === 0) || coins.has(accountName)) continue;
    const houses = [null, ...housesOf(accountName, account.places.keys(), instruments)];
    for (const [holding, house] of houses.flatMap((one) =>
      [...offered(type, one)].map((fund) => [fund, one] as const),
    )) {
      if (account.places.has(holding)) continue;
      const place = placeOf(account, accountName, holding, of.get(holding)?.exposure ?? CASH_EXPOSURE, 0);
      place.buyable = true;
      place.buyRank = (house === null ? 1 : 2) + (expenseRatioOf(holding, instruments) ?? 0.01);
      places.push(place);
    }
  }
  const stands = exposures.map(standsFor);
  for (const place of places) {
    place.stands = stands[place.exposure] ?? -1;
    if (place.holding !== null && onlyWhole(place.holding, sizing)) place.grain = perShare(place.holding, sizing);
  }
  return { places, exposures, setAside, cashOnly, coinsOnly, held, whole, debts };
}

/** Seats what accounts of coins hold in the account that buys for it, neither owing anything; and says where each one's money goes. */
function unite(
  accounts: Map<string, OwnAccount>,
  places: readonly Place[],
  newMoney: Map<string, number>,
  coins: ReadonlySet<string>,
  buyer: string | undefined,
  onlyNewMoney: boolean,
): Board['coinsOnly'] {
  const host = buyer === undefined ? undefined : accounts.get(buyer);
  const goesTo = new Map<string, { buyer: string | null; pays: boolean }>();
  for (const name of coins) {
    const account = accounts.get(name);
    if (account === undefined) continue;
    const moves = host !== undefined && account.type === 'taxable' && account.cash >= 0 && host.cash >= 0;
    if (!moves || buyer === undefined) {
      goesTo.set(name, { buyer: null, pays: false });
      continue;
    }
    goesTo.set(name, { buyer, pays: account.cash > 0 && !onlyNewMoney });
    for (const place of places) if (place.account === account.index) place.account = host.index;
    host.cash += account.cash;
    newMoney.set(buyer, (newMoney.get(buyer) ?? 0) + (newMoney.get(name) ?? 0));
    accounts.delete(name);
  }
  return goesTo;
}

/** Whether it is the place of an account that pays for purchases: of its cash, or where it owes the one for repaying. */
export function isPurse({ holding, account, debt }: Place, debts: Board['debts']): boolean {
  return holding === null && (debt > 0 || !debts.has(account));
}

interface OwnAccount {
  index: number;
  type: AccountType;
  cash: number;
  onlyCash: boolean;
  places: Map<Holding, Place>;
}

function refuseUnknownAccounts(names: readonly string[], accounts: ReadonlyMap<string, unknown>): void {
  const problems = names
    .filter((name) => !accounts.has(name))
    .map((name) => ({ path: 'newMoney', message: `there is no account "${name}"` }));
  if (problems.length > 0)
    throw new InvalidInputError('New money goes to an account that the portfolio lacks.', problems);
}

/** A place of which nothing may be sold or bought yet. */
function placeOf(
  { index, type }: OwnAccount,
  accountName: string,
  holding: Holding | null,
  exposure: number,
  held: number,
): Place {
  return {
    account: index,
    exposure,
    stands: -1,
    held,
    sellFrom: PHASES.never,
    buyable: false,
    sellPreference: 1,
    buyRank: 0,
    delta: 0,
    debt: 0,
    grain: 0,
    accountName,
    accountType: type,
    holding,
    quantity: 0,
    gain: null,
  };
}
