import type { Analysis, ValuedHolding } from '../schemas/analysis.ts';
import { expenseRatioOf } from './costs.ts';
import { listedName } from './issuer.ts';
import { classificationOf } from './look-through.ts';
import type { Instruments } from './look-through.ts';
import { toMoney } from './money.ts';
import { isStableValue } from './stable-value.ts';
import { daysBetween, isStale, isUndated } from './staleness.ts';
import { shareOf } from './valuation.ts';
import type { Holding, Valuation } from './valuation.ts';

/** So many holdings are listed one by one; the rest is one line. */
const LISTED = 50;
/** Longest list of anything else, so that an analysis stays a readable document. */
const LONGEST = 200;

/** A holding with this share in one asset class is spoken of as one of that class. */
const MAINLY = 0.9;

const mainly = (shares: Partial<Record<string, number>>): string | null =>
  Object.entries(shares).find(([, share]) => (share ?? 0) >= MAINLY)?.[0] ?? null;

type Lists = Pick<
  Analysis,
  | 'holdings'
  | 'otherHoldings'
  | 'excluded'
  | 'excludedCount'
  | 'unclassified'
  | 'unclassifiedCount'
  | 'guessed'
  | 'guessedCount'
  | 'stale'
  | 'staleCount'
  | 'undated'
  | 'undatedCount'
>;

/** What is known of gains: each holding's lines whose cost is known, so that holdings add up to the total. */
function knownParts({ lines }: Valuation): Map<Holding, { units: number; gainUnits: number }> {
  const parts = new Map<Holding, { units: number; gainUnits: number }>();
  for (const { line, holding, units, costUnits } of lines) {
    if (line.kind === 'cash' || costUnits === null) continue;
    const part = parts.get(holding) ?? { units: 0, gainUnits: 0 };
    parts.set(holding, { units: part.units + units, gainUnits: part.gainUnits + units - costUnits });
  }
  return parts;
}

/** What is held, what is left out and why, what is not classified or only by its name, and whose price is old. */
export function listHoldings(valuation: Valuation, instruments: Instruments, asOf: string): Lists {
  const { holdings, unit, totalUnits } = valuation;
  const worth = (units: number) => ({ value: toMoney(units, unit), weight: shareOf(units, totalUnits) });
  // Of what goes by one symbol and is not one thing each is called as its own line says.
  const apart = new Set(valuation.apart.map(({ symbol }) => symbol));
  const knownName = (symbol: string, currency: string): string | null => {
    const instrument = instruments.get(symbol);
    return instrument === undefined ? null : listedName(instrument, currency);
  };
  const isOld = ({ symbol, price, priceAsOf }: Holding): boolean =>
    isStale(priceAsOf, asOf) && !isStableValue(instruments.get(symbol), price);
  const nameOf = ({ kind, symbol, name, currency }: Holding) => {
    const known = knownName(symbol, currency);
    return kind === 'cash' ? `Cash (${currency})` : ((apart.has(symbol) ? (name ?? known) : (known ?? name)) ?? symbol);
  };

  const known = knownParts(valuation);
  const knownGain = (holding: Holding): Pick<ValuedHolding, 'knownGain'> => {
    const part = known.get(holding);
    if (part === undefined || holding.gainUnits !== null || holding.units <= 0) return {};
    return { knownGain: { gain: toMoney(part.gainUnits, unit), share: part.units / holding.units } };
  };

  const valued = (holding: Holding): ValuedHolding => {
    const { kind, symbol, currency, quantity, price, priceAsOf, priceSource, units, gainUnits, accounts } = holding;
    const classification = classificationOf(holding, instruments);
    return {
      symbol,
      name: nameOf(holding),
      kind,
      type: kind === 'cash' ? 'cash' : (instruments.get(symbol)?.type ?? null),
      currency,
      quantity,
      price,
      priceAsOf,
      priceSource,
      ...worth(units),
      gain: gainUnits === null ? null : toMoney(gainUnits, unit),
      ...knownGain(holding),
      accounts,
      assetClassKnown: kind === 'cash' || classification !== null,
      assetClass: kind === 'cash' ? 'cash' : mainly(classification?.assetClasses ?? {}),
      classificationSource: classification?.source ?? null,
      classificationConfidence: classification?.confidence ?? null,
      expenseRatio: expenseRatioOf(holding, instruments),
      stale: isOld(holding),
    };
  };

  const others = holdings.slice(LISTED);
  const othersGains = others.flatMap((one) => known.get(one)?.gainUnits ?? []);
  const unclassified = holdings.filter(
    (holding) => holding.kind === 'holding' && classificationOf(holding, instruments) === null,
  );
  const guessed = holdings.flatMap((holding) => {
    const { source, confidence, citation } = classificationOf(holding, instruments) ?? {};
    return source !== 'model' || confidence === undefined ? [] : [{ holding, confidence, citation }];
  });
  const stale = holdings.flatMap((one) => {
    const { symbol, priceAsOf } = one;
    return priceAsOf !== null && isOld(one) ? [{ symbol, priceAsOf, days: daysBetween(priceAsOf, asOf) }] : [];
  });
  const undated = holdings.filter(({ priceSource }) => isUndated(priceSource)).map(({ symbol }) => symbol);
  stale.sort((a, b) => b.days - a.days);
  return {
    holdings: holdings.slice(0, LISTED).map(valued),
    otherHoldings: {
      count: others.length,
      ...worth(others.reduce((sum, { units }) => sum + units, 0)),
      ...(othersGains.length > 0 && {
        gain: toMoney(
          othersGains.reduce((sum, one) => sum + one, 0),
          unit,
        ),
      }),
    },
    excluded: valuation.excluded.slice(0, LONGEST).map(({ line, reason }) => ({
      accountName: line.accountName,
      symbol: line.symbol,
      name: line.name ?? knownName(line.symbol, line.currency),
      quantity: line.quantity,
      reason,
      currency: line.currency,
    })),
    excludedCount: valuation.excluded.length,
    unclassified: unclassified
      .slice(0, LONGEST)
      .map((holding) => ({ symbol: holding.symbol, name: nameOf(holding), ...worth(holding.units) })),
    unclassifiedCount: unclassified.length,
    guessed: guessed.slice(0, LONGEST).map(({ holding, confidence, citation }) => ({
      symbol: holding.symbol,
      name: nameOf(holding),
      ...worth(holding.units),
      confidence,
      ...(citation !== undefined && { citation }),
    })),
    guessedCount: guessed.length,
    stale: stale.slice(0, LONGEST),
    staleCount: stale.length,
    undated: undated.slice(0, LONGEST),
    undatedCount: undated.length,
  };
}
