import { InvalidInputError } from '../../errors.ts';
import { assetClasses } from '../../schemas/classification.ts';
import type { AccountType } from '../../schemas/portfolio.ts';
import { expenseRatioOf } from '../costs.ts';
import { lookThrough } from '../look-through.ts';
import type { Instruments, LookThrough } from '../look-through.ts';
import { instrumentKey } from '../prices.ts';
import type { Holding, Valuation } from '../valuation.ts';
import type { Seat } from './exchange.ts';
import { exposureOf, standsFor } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import { isMunicipal, representatives } from './representatives.ts';
import { isAdvantaged, PHASES, rankPlace } from './sale-order.ts';

/** A seat with what an order needs to know. Money is in whole units. */
export interface Place extends Seat {
  accountName: string;
  accountType: AccountType;
  /** Null for the account's cash. */
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
  /** Sum of all exposures: what is held, new money included. */
  held: Exposure;
  /** Money whose asset class is known, new money included. */
  whole: number;
}

export interface BoardOptions {
  withRegions: boolean;
  onlyNewMoney: boolean;
  /** Units by account name. */
  newMoney: ReadonlyMap<string, number>;
}

const CASH: LookThrough = { assetClasses: { cash: 1 }, regions: { global: 1 }, sectors: { cash: 1 } };

/**
 * Every instrument in every account, and what may be done with it. Bought are only funds: those the account holds and,
 * in any account, the exchange-traded fund that the person holds most of for each asset class (and region); no municipal
 * bonds where they save no tax. An account that holds only cash is a bank account: it buys nothing but for the new money
 * that the person says goes there. What is not wholly classified is left alone.
 */
export function seatAll(valuation: Valuation, instruments: Instruments, options: BoardOptions): Board {
  const { withRegions, onlyNewMoney, newMoney } = options;
  const exposures: Exposure[] = [exposureOf(CASH, withRegions)];
  const indexByKey = new Map<string, number>();
  const holdings = new Map(valuation.holdings.map((holding) => [holding.key, holding]));
  const held = new Float64Array(exposures[0]?.length ?? 0);
  let whole = 0;
  const hold = (exposure: Exposure, units: number) => {
    for (let index = 0; index < exposure.length; index += 1) {
      const amount = (exposure[index] ?? 0) * units;
      held[index] = (held[index] ?? 0) + amount;
      if (index < assetClasses.length) whole += amount;
    }
  };
  // Two funds of the same make-up are the same to the exchange.
  const indexByExposure = new Map(exposures.map((exposure, index) => [exposure.join(), index]));
  const indexOf = (exposure: Exposure) => {
    const key = exposure.join();
    const known = indexByExposure.get(key);
    if (known !== undefined) return known;
    indexByExposure.set(key, exposures.length);
    return exposures.push(exposure) - 1;
  };
  const tradable = new Set<string>();
  for (const holding of valuation.holdings) {
    if (holding.kind === 'cash') continue;
    const seen = lookThrough(holding, instruments);
    const exposure = exposureOf(seen, withRegions);
    hold(exposure, holding.units);
    indexByKey.set(holding.key, indexOf(exposure));
    if (sumOf(seen.assetClasses) > 1 - 1e-6 && holding.units > 0) tradable.add(holding.key);
  }

  const accounts = new Map<string, { index: number; type: AccountType; cash: number; onlyCash: boolean }>();
  const places = new Map<string, Place>();
  const accountOf = (name: string, type: AccountType) => {
    const known = accounts.get(name);
    if (known !== undefined) return known;
    const account = { index: accounts.size, type, cash: 0, onlyCash: true };
    accounts.set(name, account);
    return account;
  };
  for (const { line } of valuation.excluded) {
    const account = accountOf(line.accountName, line.accountType);
    if (line.kind === 'holding') account.onlyCash = false;
  }
  for (const { line, units, costUnits } of valuation.lines) {
    const account = accountOf(line.accountName, line.accountType);
    if (line.kind === 'cash') {
      account.cash += units;
      continue;
    }
    account.onlyCash = false;
    const key = instrumentKey(line);
    const holding = holdings.get(key);
    if (holding === undefined || !tradable.has(key)) continue;
    const gain = costUnits === null ? null : units - costUnits;
    const at = `${account.index} ${key}`;
    const known = places.get(at);
    if (known === undefined) {
      places.set(at, {
        ...seat(account.index, indexByKey.get(key) ?? 0, units),
        accountName: line.accountName,
        accountType: line.accountType,
        holding,
        quantity: line.quantity,
        gain,
      });
    } else {
      known.held += units;
      known.quantity += line.quantity;
      known.gain = known.gain === null || gain === null ? null : known.gain + gain;
    }
  }
  for (const place of places.values()) rankPlace(place, instruments, onlyNewMoney);

  refuseUnknownAccounts([...newMoney.keys()], accounts);
  const offered = valuation.holdings.filter(({ key }) => tradable.has(key));
  const taxable = representatives(offered, instruments, withRegions);
  const sheltered = representatives(
    offered.filter((holding) => !isMunicipal(holding, instruments)),
    instruments,
    withRegions,
  );
  let setAside = 0;
  const cashOnly: string[] = [];
  for (const [accountName, { index, type, cash, onlyCash }] of accounts) {
    const added = newMoney.get(accountName) ?? 0;
    hold(exposures[0] ?? held, cash + added);
    if (onlyCash && cash > 0) {
      setAside += cash;
      cashOnly.push(accountName);
    }
    const about = { accountName, accountType: type, quantity: 0, gain: null };
    const spendable = onlyNewMoney || onlyCash ? added : Math.max(0, cash + added);
    places.set(`${index}`, {
      ...seat(index, 0, spendable),
      ...about,
      holding: null,
      sellFrom: PHASES.cash,
      buyable: true,
    });
    if (onlyCash && added === 0) continue;
    for (const holding of isAdvantaged(type) ? sheltered : taxable) {
      const at = `${index} ${holding.key}`;
      if (places.has(at)) continue;
      const rank = 1 + (expenseRatioOf(holding, instruments) ?? 0.01);
      const place = { ...seat(index, indexByKey.get(holding.key) ?? 0, 0), ...about, holding, buyable: true };
      places.set(at, { ...place, buyRank: rank });
    }
  }
  for (const place of places.values()) place.stands = standsFor(exposures[place.exposure] ?? held);
  return { places: [...places.values()], exposures, setAside, cashOnly, held, whole };
}

function refuseUnknownAccounts(names: readonly string[], accounts: ReadonlyMap<string, unknown>): void {
  const problems = names
    .filter((name) => !accounts.has(name))
    .map((name) => ({ path: 'newMoney', message: `there is no account "${name}"` }));
  if (problems.length > 0)
    throw new InvalidInputError('New money goes to an account that the portfolio lacks.', problems);
}

function seat(account: number, exposure: number, held: number): Seat {
  const undecided = { stands: -1, sellFrom: PHASES.never, buyable: false, sellPreference: 1, buyRank: 0, delta: 0 };
  return { account, exposure, held, ...undecided };
}

function sumOf(weights: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const key in weights) sum += weights[key] ?? 0;
  return sum;
}
