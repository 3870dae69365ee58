import type { Allocation, DriftTable } from '../schemas/analysis.ts';
import { assetClasses, regions } from '../schemas/classification.ts';
import type { RetirementGoals, Targets } from '../schemas/goals.ts';
import { apportion } from './apportion.ts';
import { labelOf } from './labels.ts';
import { lookThrough, spreadOver, UNKNOWN } from './look-through.ts';
import type { Instruments } from './look-through.ts';
import { toMoney, toUnits } from './money.ts';
import type { MoneyUnit } from './money.ts';
import { defaultAssetClasses, GLOBAL_MARKET } from './target-mix.ts';
import type { Valuation } from './valuation.ts';

/**
 * Of what is owned; where stocks and bonds together are less, the mix between them is not what matters of the portfolio, and
 * a target for it would pass for one of the whole.
 */
export const STOCKS_AND_BONDS_MATTER = 1 / 3;

/**
 * How far the portfolio is from its targets: drift = weight - target, and the money that would have to move. Weights are
 * shares of what is classified. Without the person's own targets: asset classes against a target-date mix, which takes
 * an age (none given: null) and stocks and bonds that are at least a third of what is owned (less: null), regions against
 * the world's stock markets (null where those of most stocks are not known). Null too where nothing positive is classified.
 */
export function driftFrom(
  valuation: Valuation,
  allocation: Allocation,
  instruments: Instruments,
  { targets, goals }: { targets?: Targets | undefined; goals?: Pick<RetirementGoals, 'age' | 'retireAt'> | undefined },
): { assetClass: DriftTable | null; region: DriftTable | null } {
  const { unit } = valuation;
  const classUnits = unitsOf(allocation.assetClass, unit);
  const classMix =
    targets?.assetClasses === undefined
      ? goals && defaultAssetClasses(goals)
      : { weights: targets.assetClasses, how: 'Compared with the mix of asset classes that the person aims for.' };
  const source = targets?.assetClasses === undefined ? 'default' : 'person';
  const compared = source === 'default' && classMix !== undefined ? namedBy(classMix.weights, classUnits) : classUnits;
  const matters = source === 'person' || positive(compared) >= STOCKS_AND_BONDS_MATTER * positive(classUnits);
  const assetClass =
    classMix && matters ? tableOf(compared, assetClasses, { ...classMix, source, scope: 'portfolio', unit }) : null;
  const later = classMix !== undefined && 'laterRetirement' in classMix;

  return {
    assetClass: assetClass && { ...assetClass, ...(later && { laterRetirement: true }) },
    region: regionDrift(valuation, allocation, instruments, targets),
  };
}

/** What is owned, debts left out. */
function positive(units: ReadonlyMap<string, number>): number {
  return [...units.values()].reduce((sum, value) => sum + Math.max(0, value), 0);
}

/**
 * A mix that nobody gave is of stocks and bonds: cash, and whatever else it does not name, stands beside it and is no
 * departure from it.
 */
function namedBy(weights: Partial<Record<string, number>>, units: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...units].filter(([key]) => (weights[key] ?? 0) > 0));
}

/**
 * Regions are compared among stocks, where a region is a choice; a fund's mix of regions is taken to hold for its
 * stocks. Only a person's target that has a share for "global" (gold, cash) is about the whole portfolio.
 */
function regionDrift(
  valuation: Valuation,
  allocation: Allocation,
  instruments: Instruments,
  targets: Targets | undefined,
): DriftTable | null {
  const { unit } = valuation;
  const own = targets?.regions;
  if (own !== undefined && (own.global ?? 0) > 0) {
    const how = 'Compared, over the whole portfolio, with the mix of regions that the person aims for.';
    return tableOf(unitsOf(allocation.region, unit), regions, {
      weights: own,
      how,
      source: 'person',
      scope: 'portfolio',
      unit,
    });
  }
  const mix =
    own === undefined
      ? { ...GLOBAL_MARKET, source: 'default' as const }
      : {
          weights: own,
          how: 'Compared, among the stocks, with the mix of regions that the person aims for.',
          source: 'person' as const,
        };
  const stocks = equityRegions(valuation, allocation, instruments);
  // Where most of the stocks lie somewhere that nobody says, the rest would pass for them.
  if (mix.source === 'default' && (stocks.get(UNKNOWN) ?? 0) > positive(stocks) / 2) return null;
  return tableOf(stocks, regions, { ...mix, scope: 'equity', unit });
}

/** Units of stocks by region; they sum to the stocks' part of the asset class breakdown. */
function equityRegions(valuation: Valuation, allocation: Allocation, instruments: Instruments): Map<string, number> {
  const buckets = new Map<string, number>();
  for (const holding of valuation.holdings) {
    const seen = lookThrough(holding, instruments);
    const equity = seen.assetClasses.equity ?? 0;
    if (equity > 0) spreadOver(buckets, holding.units * equity, seen.regions);
  }
  const whole = unitsOf(allocation.assetClass, valuation.unit).get('equity') ?? 0;
  const settled = apportion(whole, [...buckets.values()]);
  return new Map([...buckets.keys()].map((key, index) => [key, settled[index] ?? 0]));
}

function unitsOf(rows: Allocation['assetClass'], unit: MoneyUnit): Map<string, number> {
  return new Map(rows.map(({ key, value }) => [key, toUnits(value, unit)]));
}

function tableOf<K extends string>(
  units: ReadonlyMap<string, number>,
  keys: readonly K[],
  options: Pick<DriftTable, 'how' | 'scope' | 'source'> & { weights: Partial<Record<K, number>>; unit: MoneyUnit },
): DriftTable | null {
  const { weights, unit, how, scope, source } = options;
  const whole = [...units].reduce((sum, [key, value]) => (key === UNKNOWN ? sum : sum + value), 0);
  if (whole <= 0) return null;
  const targets = scaledToOne(keys.map((key) => weights[key] ?? 0));
  const wanted = apportion(
    whole,
    targets.map((target) => target * whole),
  );
  const rows = keys
    .map((key, index) => {
      const held = units.get(key) ?? 0;
      const target = targets[index] ?? 0;
      const weight = held / whole;
      const toTarget = toMoney((wanted[index] ?? 0) - held, unit);
      return { key, label: labelOf(key), weight, target, drift: weight - target, toTarget };
    })
    .filter((row) => row.weight !== 0 || row.target !== 0)
    .sort((a, b) => b.weight - a.weight);
  const turnover = rows.reduce((total, row) => total + Math.abs(row.drift), 0) / 2;
  return { scope, value: toMoney(whole, unit), source, how, rows, turnover };
}

/** A person's weights may miss 1 by their rounding; money to move has to add up to nothing all the same. */
function scaledToOne(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return Math.abs(sum - 1) < 1e-12 ? weights : weights.map((weight) => weight / sum);
}
