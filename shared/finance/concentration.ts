import type { Concentration } from '../schemas/analysis.ts';
import { debtorOf, isOneDebtors, issuerOf } from './issuer.ts';
import { classificationOf } from './look-through.ts';
import type { Instruments } from './look-through.ts';
import { shareOf } from './valuation.ts';
import type { Holding, Valuation } from './valuation.ts';

/** A fund that is cash to this share or more (a money market fund) is cash, not a position that could concentrate. */
const CASH_LIKE = 0.9;

/** Holdings that bear investment risk: with value, neither a money balance nor a money market fund. */
export function riskyHoldings(valuation: Valuation, instruments: Instruments): Holding[] {
  return valuation.holdings.filter((holding) => {
    if (holding.kind === 'cash' || holding.units <= 0) return false;
    return (classificationOf(holding, instruments)?.assetClasses.cash ?? 0) < CASH_LIKE;
  });
}

/**
 * How much hangs on few holdings. The Herfindahl-Hirschman index is the sum of squared weights among the holdings
 * (cash left out), and its inverse the effective number of holdings (Rhoades, "The Herfindahl-Hirschman Index", Federal
 * Reserve Bulletin 79, March 1993; as diversification measure: Woerheide and Persson, Financial Services Review 2, 1993).
 * A fund counts as one holding: the index measures dependence on a position, not on companies. All `weight`s are shares
 * of the whole portfolio, cash included.
 */
export function concentrate(valuation: Valuation, instruments: Instruments): Concentration {
  const holdings = riskyHoldings(valuation, instruments);
  const invested = holdings.reduce((sum, { units }) => sum + units, 0);
  const weightOf = (units: number) => shareOf(units, valuation.totalUnits);
  const herfindahl = invested > 0 ? holdings.reduce((sum, { units }) => sum + (units / invested) ** 2, 0) : null;

  const issuers = new Map<string, { name: string; symbols: string[]; units: number }>();
  for (const holding of holdings) {
    const instrument = instruments.get(holding.symbol);
    if (instrument?.type !== 'stock') continue;
    const shared = issuerOf(holding.symbol, instrument);
    const key = shared ?? holding.symbol;
    const issuer = issuers.get(key);
    if (issuer === undefined) {
      const name = shared ?? instrument.name;
      issuers.set(key, { name, symbols: [holding.symbol], units: holding.units });
    } else {
      issuer.units += holding.units;
      if (!issuer.symbols.includes(holding.symbol)) issuer.symbols.push(holding.symbol);
    }
  }
  const stocks = [...issuers.values()].sort((a, b) => b.units - a.units);
  const largestIssuer = stocks[0];
  const debtor = largestDebtor(holdings, instruments);
  const sumOf = (some: readonly { units: number }[]) => some.reduce((sum, { units }) => sum + units, 0);

  return {
    herfindahl,
    effectiveHoldings: herfindahl === null ? null : 1 / herfindahl,
    largestWeight: weightOf(holdings[0]?.units ?? 0),
    largestSymbol: holdings[0]?.symbol ?? null,
    topFiveWeight: weightOf(sumOf(holdings.slice(0, 5))),
    singleStockWeight: weightOf(sumOf(stocks)),
    largestIssuer:
      largestIssuer === undefined
        ? null
        : { name: largestIssuer.name, symbols: largestIssuer.symbols, weight: weightOf(largestIssuer.units) },
    ...(debtor !== null && {
      largestDebtor: { name: debtor.name, symbols: debtor.symbols, weight: weightOf(debtor.units) },
    }),
  };
}

interface Owed {
  name: string;
  symbols: string[];
  units: number;
}

/** Who owes most through single bonds, those of one issuer taken together; null without any. */
function largestDebtor(holdings: readonly Holding[], instruments: Instruments): Owed | null {
  const debtors = new Map<string, Owed>();
  for (const { symbol, units } of holdings) {
    const instrument = instruments.get(symbol);
    if (instrument === undefined || !isOneDebtors(instrument)) continue;
    const { key, name } = debtorOf(symbol, instrument.name);
    const debtor = debtors.get(key) ?? { name, symbols: [], units: 0 };
    debtor.units += units;
    if (!debtor.symbols.includes(symbol)) debtor.symbols.push(symbol);
    debtors.set(key, debtor);
  }
  return [...debtors.values()].reduce<Owed | null>(
    (most, one) => (most === null || one.units > most.units ? one : most),
    null,
  );
}
