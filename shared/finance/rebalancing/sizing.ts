import type { Instruments } from '../look-through.ts';
import { productInUnits } from '../money.ts';
import type { MoneyUnit } from '../money.ts';
import type { Holding } from '../valuation.ts';

/** Fractions of a share as far as brokers take them. */
export const SHARE_DECIMALS = 6;

/** What a number of shares comes to, and how many an amount of money is, at today's price. */
export interface Sizing {
  unit: MoneyUnit;
  shares: 'whole' | 'fractional';
  instruments: Instruments;
}

/** Money that one share costs, units, before it is rounded; 0 where there is no price. */
export function perShare({ price }: Holding, { unit }: Sizing): number {
  return (price ?? 0) * 10 ** unit.decimals;
}

/** Whether only whole shares trade: mutual funds and coins trade in fractions anyway. */
export function onlyWhole({ symbol }: Holding, { shares, instruments }: Sizing): boolean {
  const type = instruments.get(symbol)?.type;
  return shares === 'whole' && type !== 'mutual_fund' && type !== 'crypto';
}

/** The most shares that the money (units) pays, and what they come to, units. */
export function sized(holding: Holding, wanted: number, sizing: Sizing): { quantity: number; units: number } {
  const perUnit = perShare(holding, sizing);
  if (perUnit <= 0) return { quantity: 0, units: 0 };
  const grain = onlyWhole(holding, sizing) ? 1 : 10 ** -SHARE_DECIMALS;
  // A whole number of shares that the floating division missed by a hair is still that number.
  const quantity = onGrain(Math.floor(((wanted / perUnit) * (1 + 1e-12)) / grain) * grain);
  const units = unitsOf(holding, quantity, sizing);
  if (units <= wanted || quantity < grain) return { quantity, units };
  const fewer = onGrain(quantity - grain);
  return { quantity: fewer, units: unitsOf(holding, fewer, sizing) };
}

/** What so many shares come to, units. */
export function unitsOf({ price }: Holding, quantity: number, { unit }: Sizing): number {
  return productInUnits([quantity, price ?? 0], unit);
}

/** Without the digits that floating arithmetic adds. */
export function onGrain(quantity: number): number {
  return Number.isInteger(quantity) ? quantity : Number(quantity.toFixed(SHARE_DECIMALS));
}
