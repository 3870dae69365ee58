import { sharedIssuer } from '../issuer.ts';
import type { Instruments } from '../look-through.ts';
import { shareOf } from '../valuation.ts';
import type { Valuation } from '../valuation.ts';

/**
 * Yearly volatility of a single company's stock that its market does not explain, a fraction; rounded from the size of
 * firm-level volatility in US stocks (Campbell, Lettau, Malkiel and Xu, "Have Individual Stocks Become More Volatile?",
 * Journal of Finance 56(1), 2001). A grade needs no closer figure.
 */
export const COMPANY_VOLATILITY = 0.25;

/**
 * Yearly volatility that single companies add to a portfolio beyond their asset class, a fraction: independent of each
 * other, so sqrt of the sum over companies of (weight x 25%)^2. Funds add none.
 */
export function companyVolatility(valuation: Valuation, instruments: Instruments): number {
  const companies = new Map<string, number>();
  for (const { symbol, units, kind } of valuation.holdings) {
    if (kind === 'cash' || units <= 0 || instruments.get(symbol)?.type !== 'stock') continue;
    const company = sharedIssuer(symbol) ?? symbol;
    companies.set(company, (companies.get(company) ?? 0) + units);
  }
  let squares = 0;
  for (const units of companies.values()) squares += (shareOf(units, valuation.totalUnits) * COMPANY_VOLATILITY) ** 2;
  return Math.sqrt(squares);
}
