import type { PriceConflict, SnapshotLine } from '../schemas/analysis.ts';

/** So many of the prices that lost are shown. */
const PASSED_OVER = 5;

/** A dated price of one unit, in the instrument's currency. */
export interface DatedPrice {
  price: number;
  asOf: string;
  source: string | null;
  accountName: string;
}

/** The same symbol quoted in two currencies is two listings, each with its own price. */
export function instrumentKey(line: Pick<SnapshotLine, 'kind' | 'symbol' | 'currency'>): string {
  return line.kind === 'cash' ? `cash ${line.currency}` : `${line.symbol} ${line.currency}`;
}

/**
 * One price per instrument for the whole portfolio: the latest as-of date wins, and of equal dates the line that comes
 * first. A price without a date is not a price. A line without a price takes the one its instrument has in another line.
 */
export function pricesOf(lines: readonly SnapshotLine[]): {
  prices: Map<string, DatedPrice>;
  conflicts: PriceConflict[];
} {
  const quoted = new Map<string, { symbol: string; quotes: DatedPrice[] }>();
  for (const line of lines) {
    if (line.kind === 'cash' || line.price === null || line.priceAsOf === null) continue;
    const key = instrumentKey(line);
    const quote = { price: line.price, asOf: line.priceAsOf, source: line.priceSource, accountName: line.accountName };
    const known = quoted.get(key);
    if (known === undefined) quoted.set(key, { symbol: line.symbol, quotes: [quote] });
    else if (!known.quotes.some((one) => one.price === quote.price && one.asOf === quote.asOf))
      known.quotes.push(quote);
  }

  const prices = new Map<string, DatedPrice>();
  const conflicts: PriceConflict[] = [];
  for (const [key, { symbol, quotes }] of quoted) {
    const used = quotes.reduce((best, quote) => (quote.asOf > best.asOf ? quote : best));
    prices.set(key, used);
    const others = quotes.filter((quote) => quote !== used && quote.price !== used.price);
    if (others.length === 0) continue;
    conflicts.push({
      symbol,
      used: withoutSource(used),
      passedOver: others.slice(0, PASSED_OVER).map(withoutSource),
      tie: others.some((quote) => quote.asOf === used.asOf),
    });
  }
  return { prices, conflicts };
}

function withoutSource({ price, asOf, accountName }: DatedPrice): { price: number; asOf: string; accountName: string } {
  return { price, asOf, accountName };
}
