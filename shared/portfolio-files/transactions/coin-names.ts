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

/** The code of a coin that CoinGecko names so, in letters of any size; null for any other text. */
export const coinCalled = (text: string): string | null => CODES.get(text.toLowerCase()) ?? null;

const KIND = /\b(?:crypto\w*|coins?|tokens?|stablecoins?|digital (?:assets?|currenc(?:y|ies)))\b/i;
const FUND = /\b(?:etf|etp|etn|trust|fund|shares?|inc|corp)\b/i;

/** Whether a name says a coin: its own, as "Bitcoin USD", or the kind that a file gave it, "BTC (Crypto)". */
export function isCoinsName(name: string, code: string): boolean {
  if (FUND.test(name)) return false;
  const plain = name
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .replace(/ usd$/, '')
    .trim();
  const own = [...CODES].some(([id, of]) => of === code && plain === id.replace(/-\d+$/, '').replaceAll('-', ' '));
  return own || KIND.test(name);
}

/**
 * The code of a coin that Ghostfolio names after its source: "bitcoin" of CoinGecko, "BTCUSD" of Yahoo (as it writes BTC-USD itself).
 * Null for what is no coin by its source.
 */
export function coinOf(symbol: string, dataSource: string | null | undefined): string | null {
  if (dataSource === 'COINGECKO') return coinCalled(symbol) ?? symbol.toUpperCase();
  const base = /^([A-Z]{2,5})-?(?:USD|EUR|GBP|CHF)$/.exec(symbol)?.[1];
  return dataSource === 'YAHOO' && base !== undefined && isCoin(base) ? base : null;
}
