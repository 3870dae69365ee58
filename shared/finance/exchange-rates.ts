import type { ExchangeRate } from '../schemas/analysis.ts';

/** Currencies that exchanges quote in hundredths: pence on London, cents on Johannesburg, agorot on Tel Aviv. */
const MINOR_UNITS: Readonly<Record<string, { major: string; per: number }>> = {
  GBX: { major: 'GBP', per: 0.01 },
  ZAC: { major: 'ZAR', per: 0.01 },
  ILA: { major: 'ILS', per: 0.01 },
};

/** The whole currency of one that is quoted in hundredths, GBP of GBX; any other is its own. */
export const majorCurrency = (currency: string): string => MINOR_UNITS[currency]?.major ?? currency;

/** How many whole units one unit is: 0.01 for what is quoted in hundredths. */
export const majorUnits = (currency: string): number => MINOR_UNITS[currency]?.per ?? 1;

/** What one unit of a currency is worth in the base currency, and the rate that says so (null where none is needed). */
export interface Conversion {
  factor: number;
  rate: ExchangeRate | null;
}

/**
 * Looks up how a currency converts into the base currency: given directly, else inverted, else through one other
 * currency that both have a rate with. Of several rates for a pair the latest as-of wins. Null where no way leads.
 */
export function converterTo(base: string, rates: readonly ExchangeRate[]): (currency: string) => Conversion | null {
  const latest = latestPairs(rates);
  const found = new Map<string, Conversion | null>();

  const direct = (from: string, to: string): ExchangeRate | null => {
    const given = latest.get(`${from}/${to}`);
    const opposite = latest.get(`${to}/${from}`);
    if (given !== undefined && (opposite === undefined || given.asOf >= opposite.asOf)) return given;
    if (opposite === undefined) return null;
    return { ...opposite, from, to, rate: 1 / opposite.rate };
  };
  const crossed = (from: string): ExchangeRate | null => {
    const others = new Set(rates.flatMap((rate) => [rate.from, rate.to]));
    for (const via of [...others].sort()) {
      const first = direct(from, via);
      const second = direct(via, base);
      if (first === null || second === null) continue;
      // As old as its older half.
      const asOf = first.asOf < second.asOf ? first.asOf : second.asOf;
      return { from, to: base, rate: first.rate * second.rate, asOf, source: `${first.source}; ${second.source}` };
    }
    return null;
  };
  const convert = (currency: string): Conversion | null => {
    if (currency === base) return { factor: 1, rate: null };
    const minor = MINOR_UNITS[currency];
    if (minor !== undefined) {
      const major = convert(minor.major);
      return major === null ? null : { factor: major.factor * minor.per, rate: major.rate };
    }
    const rate = direct(currency, base) ?? crossed(currency);
    return rate === null ? null : { factor: rate.rate, rate };
  };

  return (currency) => {
    const known = found.get(currency);
    if (known !== undefined) return known;
    const conversion = convert(currency);
    found.set(currency, conversion);
    return conversion;
  };
}

function latestPairs(rates: readonly ExchangeRate[]): Map<string, ExchangeRate> {
  const latest = new Map<string, ExchangeRate>();
  for (const rate of rates) {
    const key = `${rate.from}/${rate.to}`;
    const known = latest.get(key);
    if (known === undefined || rate.asOf > known.asOf) latest.set(key, rate);
  }
  return latest;
}
