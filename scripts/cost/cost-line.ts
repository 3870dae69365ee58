import { DAYS, usd, type PriceName } from './price-table.ts';

/** What something costs in a day, US dollars. */
export interface CostLine {
  what: string;
  usdPerDay: number;
  /** What it costs is not known here: `usdPerDay` is 0, and every sum with it is the least. */
  isUnknown?: true;
}

/** @param perDay how much of it in a day, in the unit of its price */
export const line = (what: string, price: PriceName, perDay: number): CostLine => ({
  what,
  usdPerDay: perDay * usd(price),
});

/** So many of something that is paid by the month. */
export const kept = (what: string, price: PriceName, count = 1): CostLine => line(what, price, count / DAYS);
