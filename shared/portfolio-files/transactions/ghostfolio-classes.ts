import * as z from 'zod';
import type { AssetClass, InstrumentType, Region, Sector } from '../../schemas/classification.ts';
import type { Position } from '../../schemas/portfolio.ts';

type Classification = NonNullable<Position['classification']>;

/** What a person said of something of their own: Ghostfolio's `assetProfiles`, of which only these words are used. */
const stated = z.looseObject({
  dataSource: z.string(),
  assetClass: z.string(),
  assetSubClass: z.string().nullish().catch(null),
  countries: z
    .array(z.looseObject({ code: z.string(), weight: z.number().positive() }))
    .catch([])
    .default([]),
  sectors: z
    .array(z.looseObject({ name: z.string(), weight: z.number().positive() }))
    .catch([])
    .default([]),
});

const CLASSES: Readonly<Record<string, AssetClass>> = {
  EQUITY: 'equity',
  FIXED_INCOME: 'fixed_income',
  REAL_ESTATE: 'real_estate',
  COMMODITY: 'commodities',
  LIQUIDITY: 'cash',
  ALTERNATIVE_INVESTMENT: 'alternatives',
};
const TYPES: Readonly<Record<string, InstrumentType>> = {
  STOCK: 'stock',
  ETF: 'etf',
  MUTUALFUND: 'mutual_fund',
  BOND: 'bond',
  CASH: 'cash',
  CRYPTOCURRENCY: 'crypto',
};
/** What belongs to no market and no sector of companies. */
const OF_NO_MARKET: Partial<Record<AssetClass, Sector>> = { commodities: 'commodities', cash: 'cash' };

/** MSCI's markets (msci.com/indexes/market-classification, 2025), by ISO 3166; of a country that is none of them the region is not known. */
const COUNTRIES: readonly (readonly [Region, string])[] = [
  ['north_america', 'US CA'],
  ['europe', 'AT BE CH DE DK ES FI FR GB IE IL IT NL NO PT SE'],
  ['pacific', 'AU HK JP NZ SG'],
  ['emerging_markets', 'AE BR CL CN CO CZ EG GR HU ID IN KR KW MX MY PE PH PL QA SA TH TR TW ZA'],
];
const REGION = new Map(COUNTRIES.flatMap(([region, codes]) => codes.split(' ').map((code) => [code, region] as const)));

/** Sectors as Yahoo and Ghostfolio call them, beside those that GICS calls so too. */
const SECTORS: Readonly<Record<string, Sector>> = {
  'basic materials': 'materials',
  'consumer cyclical': 'consumer_discretionary',
  'consumer defensive': 'consumer_staples',
  'financial services': 'financials',
  financial: 'financials',
  healthcare: 'health_care',
  technology: 'information_technology',
};
const GICS: readonly Sector[] = [
  ...(['communication_services', 'consumer_discretionary', 'consumer_staples', 'energy', 'financials'] as const),
  ...(['health_care', 'industrials', 'information_technology', 'materials', 'real_estate', 'utilities'] as const),
];

const sectorOf = (name: string): Sector | null => {
  const words = name.trim().toLowerCase();
  return SECTORS[words] ?? GICS.find((sector) => sector === words.replaceAll(' ', '_')) ?? null;
};

/**
 * What a person says that something of their own is made of. Null of what a market prices, which the reference set knows better, and
 * where no class is stated. What the countries or sectors leave of the whole is unknown.
 */
export function classStated(profile: unknown): Classification | null {
  const read = stated.safeParse(profile);
  const assetClass = read.success ? CLASSES[read.data.assetClass] : undefined;
  if (!read.success || assetClass === undefined || read.data.dataSource !== 'MANUAL') return null;
  const { assetSubClass, countries, sectors } = read.data;
  const type = TYPES[assetSubClass ?? ''] ?? 'other';
  const isCoin = type === 'crypto';
  const none = isCoin ? 'other' : assetClass === 'real_estate' ? 'real_estate' : OF_NO_MARKET[assetClass];
  return {
    type,
    assetClasses: { [assetClass]: 1 },
    regions: shares(
      countries.map(({ code, weight }) => [REGION.get(code.toUpperCase()) ?? 'unknown', weight]),
      isCoin || assetClass === 'commodities' || assetClass === 'cash' ? 'global' : 'unknown',
    ),
    sectors: shares(
      sectors.map(({ name, weight }) => [sectorOf(name) ?? 'unknown', weight]),
      none ?? 'unknown',
    ),
  };
}

/** Weights that sum to 1: scaled where they are more, what they leave of it is `rest`. */
function shares<Key extends string>(
  parts: readonly (readonly [Key, number])[],
  rest: Key,
): Partial<Record<Key, number>> {
  const all = Math.max(
    1,
    parts.reduce((sum, [, weight]) => sum + weight, 0),
  );
  const sums: Partial<Record<Key, number>> = {};
  let left = 1;
  for (const [key, weight] of parts) {
    sums[key] = (sums[key] ?? 0) + weight / all;
    left -= weight / all;
  }
  if (left > 1e-9) sums[rest] = (sums[rest] ?? 0) + left;
  return sums;
}
