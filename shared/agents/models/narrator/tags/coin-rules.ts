import { allIn } from './name-rule.ts';
import type { NameRule } from './name-rule.ts';

/** Coins by the symbols that exchanges use, which no American stock or fund of another kind has (NYSE, Nasdaq; 2026-01). */
const BY_SYMBOL: Readonly<Record<string, string>> = {
  BTC: 'bitcoin',
  XBT: 'bitcoin',
  ETH: 'ethereum',
  SOL: 'solana',
  XRP: 'ripple',
  ADA: 'cardano',
  DOGE: 'dogecoin',
  AVAX: 'avalanche',
  DOT: 'polkadot',
  SHIB: 'shiba inu',
  XLM: 'stellar lumens',
  BNB: 'binance coin',
  USDC: 'usd coin',
  USDT: 'tether',
  PYUSD: 'paypal usd',
};
/** Of these, stocks and funds have the symbol too (LTC Properties, Banco de Chile): coins only where a pair or the file says so. */
const SHARED: Readonly<Record<string, string>> = {
  LTC: 'litecoin',
  BCH: 'bitcoin cash',
  LINK: 'chainlink',
  ATOM: 'cosmos',
  NEAR: 'near protocol',
  TRX: 'tron',
  DAI: 'dai',
};
const PAIR = /[-/](?:USD|EUR|GBP|USDT|USDC)$/;
const KIND = String.raw`\((?:crypto ?(?:currenc(?:y|ies)|assets?|coins?)?|digital (?:assets?|currenc(?:y|ies))|coins?|tokens?|stablecoins?)\)$`;

/**
 * The name to read of an instrument, lower case: a coin's own where nothing beside its symbol says what it is, or a
 * file's column says a coin.
 */
export function nameToRead(symbol: string, given: string): string {
  const name = given.normalize('NFKC').toLowerCase().trim();
  const plain = symbol.toUpperCase().replace(PAIR, '');
  const bare = name.replace(new RegExp(KIND), '').trim();
  if (bare !== '' && bare !== symbol.toLowerCase() && bare !== plain.toLowerCase()) return name;
  const shared = plain !== symbol.toUpperCase() || bare !== name ? SHARED[plain] : undefined;
  return BY_SYMBOL[plain] ?? shared ?? name;
}

const STABLE = String.raw`usd ?coin|usdc|tether(?: usd)?|usdt|dai|paypal usd|pyusd|gemini dollar|pax dollar|true ?usd`;
const COINS = String.raw`bitcoin(?: cash)?|ether(?:eum)?(?: classic)?|solana|litecoin|xrp|ripple|cardano|dogecoin|avalanche|polkadot|chainlink|shiba inu|stellar(?: lumens)?|bnb|binance coin|cosmos|near protocol|tron`;

/** Coins themselves, by their names alone; funds of them are told by the rules of other things. */
export const coinRules: readonly NameRule[] = [
  {
    id: 'stablecoin',
    says: new RegExp(String.raw`^(?:${STABLE})(?: usd)?(?: \([^)]*\))?$|\(stablecoins?\)$`),
    composition: allIn('cash', 'global', 'cash'),
    type: 'cash',
    confidence: 0.7,
    rationale:
      'The name says a coin that is kept at a dollar; it is counted as cash, though no deposit insurance stands behind it.',
  },
  {
    id: 'coin',
    says: new RegExp(String.raw`^(?:${COINS})(?: usd)?(?: \([^)]*\))?$|${KIND}`),
    unless: /\betfs?\b|\btrust\b|\bfunds?\b|\betps?\b/,
    composition: allIn('alternatives', 'global', 'other'),
    type: 'crypto',
    confidence: 0.9,
    rationale:
      'The symbol, the name or the file says a cryptocurrency, an alternative asset that belongs to no region.',
  },
];
