import { newestOfListing } from '../finance/one-listing.ts';
import { thingsOf } from '../finance/prices.ts';
import type { Findings } from './findings.ts';
import type { Entry } from './gather-accounts.ts';

/** So many lines of a symbol are told one by one. */
const TOLD = 6;

/**
 * Says which lines state prices of one symbol that no one listing has: a slipped decimal, or units of a fund under a company's ticker.
 * The report finds it out by itself, in portfolios that come from no file too; the lines are known only here.
 */
export function notePricesApart(entries: readonly Entry[], findings: Findings): void {
  const priced = entries.flatMap(({ held, line, lot }) => {
    if (lot || held.kind !== 'position') return [];
    const { symbol, currency, quantity, price, priceAsOf: asOf } = held.position;
    return price === undefined || asOf === undefined
      ? []
      : [{ symbol, currency, quantity: Number(quantity), price: Number(price), asOf, line }];
  });
  for (const lines of Map.groupBy(priced, ({ symbol, currency }) => `${symbol} ${currency}`).values()) {
    const [first] = lines;
    if (first === undefined || thingsOf(lines.map((one) => newestOfListing(one, lines))).length < 2) continue;
    const each = lines.slice(0, TOLD).map(({ line, price, asOf, quantity, currency }) => {
      const value = (quantity * price).toFixed(2);
      return `${price} of ${asOf} on line ${line} (${value} ${currency})`;
    });
    const more = lines.length - each.length;
    const all = [...each, ...(more > 0 ? [`${more} more`] : [])].join(', ');
    const what = `the prices of ${first.symbol} are too far apart to be of one thing: ${all}`;
    findings.note(null, `${what}; each line is counted at its own`, first.line);
  }
}
