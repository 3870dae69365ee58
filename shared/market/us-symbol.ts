import type { Asked } from './market-source.ts';

/** What trades on a US exchange under a ticker; a mutual fund, a bond or a coin does not, whatever ticker is like its name. */
const listed: ReadonlySet<Asked['type']> = new Set(['stock', 'etf', 'other', null]);

/** Coins whose tickers are also those of listed shares: not asked about where nobody has said what they are. */
const coins: ReadonlySet<string> = new Set(
  'BTC ETH SOL ADA DOT XRP LTC BCH LINK UNI AVAX DOGE SHIB MATIC ATOM XLM ALGO NEAR USDC USDT DAI TRX BNB'.split(' '),
);

const ticker = /^([A-Z]{1,5})(?:[.\-/]([A-Z]{1,2}))?$/u;

/** Whether something may be listed in the US, in dollars. A class of shares is written BRK.B, BRK-B or BRK/B. */
export function isUsListed({ symbol, currency, type }: Asked): boolean {
  if (currency !== 'USD' || !listed.has(type) || !ticker.test(symbol)) return false;
  return type !== null || !coins.has(symbol);
}

/** A symbol with its class of shares as a source writes it: BRK, then `separator`, then B. */
export function withClass(symbol: string, separator: string): string {
  const [, base = symbol, shares] = ticker.exec(symbol) ?? [];
  return shares === undefined ? base : `${base}${separator}${shares}`;
}

/** The symbols by the way in which a source writes them. */
export function bySourceSymbol(symbols: readonly string[], separator: string): Map<string, string[]> {
  return Map.groupBy(symbols, (symbol) => withClass(symbol, separator));
}
