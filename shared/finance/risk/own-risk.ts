import { fixed } from '../amounts.ts';
import type { Allocation } from '../../schemas/analysis.ts';
import { assetClasses, perAssetClass } from '../../schemas/asset-classes.ts';
import type { AssetClass } from '../../schemas/asset-classes.ts';
import type { Instruments } from '../look-through.ts';
import type { ClassAssumption, MarketAssumptions } from '../market-assumptions/model.ts';
import type { Valuation } from '../valuation.ts';
import { shareOf } from '../valuation.ts';
import { singleNames } from './single-names.ts';

/** By asset class: yearly volatility that its single names add to it, a fraction of what is held of the class. */
export type OwnRisk = Partial<Record<AssetClass, number>>;

const STOCK: Readonly<Record<string, number>> = { equity: 1 };

/**
 * What single names add to the volatility of the class they are held in, independent of each other: sqrt of the sum over
 * names of (share of the class x own volatility)^2. Funds add none. A stock that is not classified counts as equity.
 */
export function ownRiskOf(valuation: Valuation, allocation: Allocation, instruments: Instruments): OwnRisk {
  const names = singleNames(valuation, instruments);
  const held = new Map(allocation.assetClass.map(({ key, weight }) => [key, Math.max(0, weight)]));
  const weightOf = (units: number) => shareOf(units, valuation.totalUnits);
  for (const { units, assetClasses: made } of names) {
    if (made === null) held.set('equity', (held.get('equity') ?? 0) + weightOf(units));
  }
  const own: OwnRisk = {};
  for (const key of assetClasses) {
    const whole = held.get(key) ?? 0;
    if (whole <= 0) continue;
    let squares = 0;
    for (const { units, ownVolatility, assetClasses: made } of names) {
      const share = Math.min(1, (weightOf(units) * ((made ?? STOCK)[key] ?? 0)) / whole);
      squares += (share * ownVolatility) ** 2;
    }
    if (squares > 0) own[key] = Math.sqrt(squares);
  }
  return own;
}

/**
 * Market assumptions in which each class is as this portfolio holds it: its volatility sqrt(v^2 + own^2), its arithmetic
 * mean unchanged (nobody is paid for risk that spreading removes), and its correlations scaled by v / sqrt(v^2 + own^2), so
 * that covariances with other classes stay as they were. A mix then has the variance w S w + sum (w own)^2 exactly. A
 * projection with them keeps the single names for as long as it lasts, in proportion to their class.
 */
export function withOwnRisk(assumptions: MarketAssumptions, own: OwnRisk): MarketAssumptions {
  const widened = assetClasses.filter((key) => (own[key] ?? 0) > 0);
  if (widened.length === 0) return assumptions;
  const volatilityOf = (key: AssetClass) => Math.hypot(assumptions.classes[key].volatility, own[key] ?? 0);
  const part = (key: AssetClass) => {
    const whole = volatilityOf(key);
    return whole > 0 ? assumptions.classes[key].volatility / whole : 1;
  };
  const of = (key: AssetClass): ClassAssumption => {
    const { source, ...figures } = assumptions.classes[key];
    const added = own[key] ?? 0;
    if (added === 0) return assumptions.classes[key];
    const more = ` Of this portfolio's single holdings: ${percent(added)} of their own, added in squares.`;
    return { ...figures, volatility: volatilityOf(key), source: source + more };
  };
  return {
    ...assumptions,
    classes: perAssetClass(of),
    correlation: (one, other) => (one === other ? 1 : assumptions.correlation(one, other) * part(one) * part(other)),
    correlationSource: `${assumptions.correlationSource} Lowered where single holdings add risk of their own, which is independent.`,
    notes: [...(assumptions.notes ?? []), notesOf(assumptions, widened, volatilityOf)],
  };
}

/** What single names add to the volatility of the classes that hold them. */
function notesOf(
  { classes }: MarketAssumptions,
  widened: readonly AssetClass[],
  volatilityOf: (key: AssetClass) => number,
): string {
  const kept =
    'Single companies (and coins) are kept in the same proportion throughout. Their own ups and downs, which no market explains,';
  const shown = widened.flatMap((key) => {
    const [from, to] = [percent(classes[key].volatility), percent(volatilityOf(key))];
    return from === to ? [] : [`${classes[key].label.toLowerCase()} from ${from} to ${to}`];
  });
  return shown.length === 0
    ? `${kept} add less than a tenth of a percentage point to the yearly volatility.`
    : `${kept} raise the yearly volatility of ${shown.join(', of ')}; the average return is not higher for it.`;
}

const percent = (share: number): string => `${fixed(share * 100, 1)}%`;
