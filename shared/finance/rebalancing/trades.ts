import type { Trade } from '../../schemas/rebalancing.ts';
import type { Instruments } from '../look-through.ts';
import { toMoney } from '../money.ts';
import type { MoneyUnit } from '../money.ts';
import { debtIn } from './exposure.ts';
import type { Exposure } from './exposure.ts';
import type { Order } from './settle.ts';

/**
 * What is held once the orders are carried out: each moves money between an instrument and the account's cash, which repays what
 * the account owes first.
 *
 * @param debts what each account owes before, units
 */
export function afterTrading(
  held: Exposure,
  orders: readonly Order[],
  exposures: readonly Exposure[],
  debts: ReadonlyMap<number, number>,
): Exposure {
  const after = held.slice();
  for (const [account, own] of Map.groupBy(orders, ({ place }) => place.account)) {
    const inflow = -own.reduce((sum, { units }) => sum + units, 0);
    const repaid = Math.max(0, Math.min(inflow, debts.get(account) ?? 0));
    after[debtIn(after)] = (after[debtIn(after)] ?? 0) + repaid;
    exposures[0]?.forEach((weight, index) => (after[index] = (after[index] ?? 0) - weight * repaid));
  }
  for (const { place, units } of orders) {
    exposures[place.exposure]?.forEach((weight, index) => (after[index] = (after[index] ?? 0) + weight * units));
    exposures[0]?.forEach((weight, index) => (after[index] = (after[index] ?? 0) - weight * units));
  }
  return after;
}

/** An order as a person would place it, with the gain a sale realizes at average cost. */
export function tradeOf({ place, holding, quantity, units }: Order, instruments: Instruments, unit: MoneyUnit): Trade {
  const { accountName, accountType, gain, held } = place;
  const { symbol, name, price } = holding;
  const realized = units > 0 || gain === null || held <= 0 ? null : Math.round((gain * -units) / held);
  return {
    accountName,
    accountType,
    action: units > 0 ? 'buy' : 'sell',
    symbol,
    name: instruments.get(symbol)?.name ?? name ?? symbol,
    quantity,
    ...(units < 0 && quantity >= place.quantity && { all: true as const }),
    price: price ?? 0,
    value: toMoney(Math.abs(units), unit),
    gain: realized === null ? null : toMoney(realized, unit),
  };
}
