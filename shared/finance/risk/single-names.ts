import type { Instrument } from '../../schemas/classification.ts';
import { debtorOf, isOneDebtors, issuerOf } from '../issuer.ts';
import type { Instruments } from '../look-through.ts';
import type { Valuation } from '../valuation.ts';

/** Something that can fail on its own: one company, one coin, one partnership. */
export interface SingleName {
  name: string;
  /** Money held of it, whole units of the valuation. */
  units: number;
  /** Yearly volatility of its own, beyond its asset class's, a fraction. */
  ownVolatility: number;
  /** What it is made of, fractions of its value; null where that is not known. */
  assetClasses: Readonly<Record<string, number>> | null;
}

/**
 * Yearly volatility of a single company's stock that its market does not explain, a fraction; rounded from the size of
 * firm-level volatility in US stocks (Campbell, Lettau, Malkiel and Xu, "Have Individual Stocks Become More Volatile?",
 * Journal of Finance 56(1), 2001). A partnership that nobody can look into is taken to be like one company.
 */
export const COMPANY_VOLATILITY = 0.25;
/**
 * Of a cryptocurrency, beyond that of stocks: rounded judgement. Bitcoin's prices of a year had a volatility of about 45%
 * in May 2024 (Bloomberg, as quoted by Fidelity), and a good deal more in the years before.
 */
export const COIN_VOLATILITY = 0.5;
/** What a single corporate bond has of its own is smaller than a stock's: rounded judgement. */
export const BOND_VOLATILITY = 0.05;

/**
 * Bonds of states and cities hardly ever fail (0.1% of those rated within ten years: Moody's, "US municipal bond defaults and
 * recoveries, 1970-2022", 2023), so that they move with their class; it is one card all the same.
 */
export const MUNICIPAL_VOLATILITY = 0;

const COINS = 'cryptocurrencies';

/** From this share on, an instrument is of one kind. */
export const MOSTLY = 0.9;

/**
 * The single names of a portfolio, two share classes of a company as one and the bonds of one issuer: companies' own stock,
 * single bonds that no national government owes, coins and the funds that hold one, and whatever else is alternative, for nobody can look into it. All
 * other funds are taken to be spread inside. Coins are one name, whatever they are held through: a coin in three funds is the same coin, and different
 * ones rise and fall together too closely to be taken for independent.
 */
export function singleNames(valuation: Valuation, instruments: Instruments): SingleName[] {
  const names = new Map<string, SingleName>();
  for (const { symbol, units, kind } of valuation.holdings) {
    const instrument = instruments.get(symbol);
    if (kind === 'cash' || units <= 0 || instrument === undefined) continue;
    const ownVolatility = ownVolatilityOf(instrument);
    if (ownVolatility === null) continue;
    const debtor = isOneDebtors(instrument) ? debtorOf(symbol, instrument.name).key : null;
    const name = isCoin(instrument) ? COINS : (debtor ?? issuerOf(symbol, instrument) ?? symbol);
    const known = names.get(name);
    if (known !== undefined) {
      known.units += units;
      continue;
    }
    const assetClasses = instrument.classification?.assetClasses ?? null;
    names.set(name, { name, units, ownVolatility, assetClasses });
  }
  return [...names.values()];
}

const isAlternative = ({ classification }: Instrument): boolean =>
  (classification?.assetClasses.alternatives ?? 0) >= MOSTLY;

/** A cryptocurrency, or a fund that holds one. */
export function isCoin(instrument: Instrument): boolean {
  const { type, classification } = instrument;
  const traded = type === 'etf' || type === 'mutual_fund';
  return type === 'crypto' || (traded && isAlternative(instrument) && (classification?.regions.global ?? 0) >= MOSTLY);
}

/** Null for what is not a single name. */
function ownVolatilityOf(instrument: Instrument): number | null {
  const { type, classification } = instrument;
  const alternative = isAlternative(instrument);
  if (isCoin(instrument)) return COIN_VOLATILITY;
  if (type === 'stock' || alternative) return COMPANY_VOLATILITY;
  if (classification === null || !isOneDebtors({ type, classification })) return null;
  return (classification.sectors.municipal_bonds ?? 0) < 0.5 ? BOND_VOLATILITY : MUNICIPAL_VOLATILITY;
}
