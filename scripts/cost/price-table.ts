import table from './prices.json' with { type: 'json' };

/** What AWS asks, dated, with where it says so: prices.json. */
export const priceTable = table;
export type PriceName = keyof typeof table.prices;

/** US dollars for one of its unit. */
export const usd = (name: PriceName): number => table.prices[name].usd;

/** Days of a month, hours of a day, as bills have them: 730 hours. */
export const DAYS = 730 / 24;
