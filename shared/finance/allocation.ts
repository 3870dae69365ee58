import type { Allocation, AllocationRow, SnapshotLine } from '../schemas/analysis.ts';
import { apportion } from './apportion.ts';
import { labelOf, NOT_KNOWN } from './labels.ts';
import { lookThrough, spreadOver, UNKNOWN } from './look-through.ts';
import type { Instruments } from './look-through.ts';
import { toMoney } from './money.ts';
import { shareOf } from './valuation.ts';
import type { Valuation } from './valuation.ts';

/**
 * How the portfolio's value is spread. By asset class, region and sector it looks through each holding to what it is
 * made of (value x weight); by account, account type and currency it adds up lines. Look-through sums are settled into
 * whole cents once, at the end, by largest remainders, so every breakdown sums to the portfolio's value exactly.
 */
export function allocate(valuation: Valuation, instruments: Instruments): Allocation {
  const assetClass = new Map<string, number>();
  const region = new Map<string, number>();
  const sector = new Map<string, number>();
  for (const holding of valuation.holdings) {
    const { assetClasses, regions, sectors } = lookThrough(holding, instruments);
    spreadOver(assetClass, holding.units, assetClasses);
    spreadOver(region, holding.units, regions);
    spreadOver(sector, holding.units, sectors);
  }

  const byLine = (keyOf: (line: SnapshotLine) => string) => {
    const buckets = new Map<string, number>();
    for (const { line } of valuation.excluded) buckets.set(keyOf(line), 0);
    for (const { line, units } of valuation.lines) {
      const key = keyOf(line);
      buckets.set(key, (buckets.get(key) ?? 0) + units);
    }
    return buckets;
  };
  return {
    assetClass: rowsOf(assetClass, valuation, { label: labelOf }),
    region: rowsOf(region, valuation, { label: labelOrNotKnown }),
    sector: rowsOf(sector, valuation, { label: labelOrNotKnown }),
    account: rowsOf(
      byLine((line) => line.accountName),
      valuation,
      { label: (name) => name, keepEmpty: true },
    ),
    accountType: rowsOf(
      byLine((line) => line.accountType),
      valuation,
      { label: labelOf },
    ),
    currency: rowsOf(
      byLine((line) => line.currency),
      valuation,
      { label: (code) => code },
    ),
  };
}

/** Largest first, equals by key, "unknown" last; rows without a cent are dropped unless asked for. */
function rowsOf(
  buckets: ReadonlyMap<string, number>,
  { totalUnits, unit }: Valuation,
  { label, keepEmpty = false }: { label: (key: string) => string; keepEmpty?: boolean },
): AllocationRow[] {
  const keys = [...buckets.keys()];
  const settled = apportion(totalUnits, [...buckets.values()]);
  return keys
    .map((key, index) => ({ key, units: settled[index] ?? 0 }))
    .filter((row) => keepEmpty || row.units !== 0)
    .sort((a, b) => last(a.key) - last(b.key) || b.units - a.units || (a.key < b.key ? -1 : 1))
    .map(({ key, units }) => ({
      key,
      label: label(key),
      value: toMoney(units, unit),
      weight: shareOf(units, totalUnits),
    }));
}

/** Stocks may well be classified without their region or sector. */
function labelOrNotKnown(key: string): string {
  return key === UNKNOWN ? NOT_KNOWN : labelOf(key);
}

function last(key: string): number {
  return key === UNKNOWN ? 1 : 0;
}
