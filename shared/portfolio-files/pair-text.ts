/** What coins are priced in: the currencies of their exchanges, and coins that stand for the dollar. */
const QUOTES = /^([A-Z0-9]{2,10}?)[-/_ ]?(USDT|USDC|BUSD|FDUSD|USD|EUR|GBP|CHF|CAD|AUD|JPY)$/;
/** Kraken writes X before old coins and Z before money, and XBT for bitcoin. */
const KRAKEN = /^X([A-Z]{3})Z(USD|EUR|GBP|CAD|JPY)$/;
const NAMES: Record<string, string> = { XBT: 'BTC', XDG: 'DOGE' };

/** A pair of a coin and its price's currency, as exchanges name what was traded: "BTC/USD", "XXBTZEUR"; null for anything else. */
export function readPair(text: string): { base: string; quote: string } | null {
  const plain = text.trim().toUpperCase();
  const [, base = '', quote = ''] = KRAKEN.exec(plain) ?? QUOTES.exec(plain) ?? [];
  if (base === '') return null;
  return { base: NAMES[base] ?? base, quote: /^(?:USDT|USDC|BUSD|FDUSD)$/.test(quote) ? 'USD' : quote };
}
