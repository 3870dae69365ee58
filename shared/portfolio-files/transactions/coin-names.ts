/** CoinGecko's names of coins (its "API ids", docs.coingecko.com) and the codes that they are traded under. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['bitcoin', 'BTC'],
  ['bitcoin-cash', 'BCH'],
  ['ethereum', 'ETH'],
  ['ethereum-classic', 'ETC'],
  ['solana', 'SOL'],
  ['cardano', 'ADA'],
  ['dogecoin', 'DOGE'],
  ['ripple', 'XRP'],
  ['litecoin', 'LTC'],
  ['polkadot', 'DOT'],
  ['stellar', 'XLM'],
  ['avalanche-2', 'AVAX'],
  ['chainlink', 'LINK'],
  ['binancecoin', 'BNB'],
  ['tron', 'TRX'],
  ['monero', 'XMR'],
  ['tether', 'USDT'],
  ['usd-coin', 'USDC'],
]);
const KNOWN = new Set(CODES.values());
export const isCoin = (code: string): boolean => KNOWN.has(code);

/**
 * The code of a coin that Ghostfolio names after its source: "bitcoin" of CoinGecko, "BTCUSD" of Yahoo (as it writes BTC-USD itself).
 * Null for what is no coin by its source.
 */
export function coinOf(symbol: string, dataSource: string | null | undefined): string | null {
  if (dataSource === 'COINGECKO') return CODES.get(symbol.toLowerCase()) ?? symbol.toUpperCase();
  const base = /^([A-Z]{2,5})-?(?:USD|EUR|GBP|CHF)$/.exec(symbol)?.[1];
  return dataSource === 'YAHOO' && base !== undefined && isCoin(base) ? base : null;
}
