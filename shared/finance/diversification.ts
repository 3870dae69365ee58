import type { Allocation, AllocationRow, Concentration } from '../schemas/analysis.ts';
import type { Score } from '../schemas/score.ts';
import { UNKNOWN } from './look-through.ts';
import { GLOBAL_MARKET, GLOBAL_MARKET_AS_OF } from './target-mix.ts';

/** Where less than this is classified a grade would be a guess. */
const ENOUGH_KNOWN = 0.5;

type Part = Score['parts'][number];

/**
 * How well a portfolio is spread, 1 (everything on one card) to 10: the weighted average g of four grades in 0..1,
 * score = round(1 + 9 g).
 *
 * - single companies, 40%: the largest company's share; full to 5% (what US law lets a "diversified" fund hold of one
 *   issuer: Investment Company Act 1940, section 5(b)(1)), none from 25%;
 * - asset classes, 20%: effective number (1 / sum of squared weights); none at 1, full from 2, as in a 50/50 mix;
 * - regions, 20%: active share of the regions against the world's markets (Cremers and Petajisto, Review of Financial
 *   Studies 22(9), 2009, taken over regions); full to 10%, none from 60%;
 * - sectors, 20%: effective number of the stocks' sectors; none at 2, full from 7 (the world's market has about 8).
 *
 * A part that does not apply (no stocks, so no regions or sectors) is left out and the others weigh more. Null where
 * nothing is held or less than half of it is classified.
 */
export function diversificationScore(allocation: Allocation, concentration: Concentration): Score | null {
  const { assetClass } = allocation;
  const known = assetClass.filter(({ key, weight }) => key !== UNKNOWN && weight > 0);
  const knownWeight = known.reduce((sum, { weight }) => sum + weight, 0);
  if (known.length === 0 || knownWeight < ENOUGH_KNOWN) return null;

  const company = concentration.largestIssuer?.weight ?? 0;
  const classes = effectiveNumber(known);
  const parts: Part[] = [
    {
      key: 'companies',
      label: 'Single companies',
      figure: company,
      grade: ramp(company, 0.25, 0.05),
      weight: 0.4,
      how: 'Share of the largest company held by its own stock: full to 5%, none from 25%.',
    },
    {
      key: 'assetClasses',
      label: 'Asset classes',
      figure: classes,
      grade: ramp(classes, 1, 2),
      weight: 0.2,
      how: 'Effective number of asset classes, 1 / sum of squared weights: none at 1, full from 2.',
    },
  ];
  const regions = allocation.region.filter(({ key, weight }) => key !== UNKNOWN && key !== 'global' && weight > 0);
  if (regions.length > 0) {
    const distance = regionDistance(regions);
    parts.push({
      key: 'regions',
      label: 'Regions',
      figure: distance,
      grade: ramp(distance, 0.6, 0.1),
      weight: 0.2,
      how: `Share that lies elsewhere than in the world's markets on ${GLOBAL_MARKET_AS_OF} (FTSE Global All Cap and MSCI ACWI IMI): full to 10%, none from 60%.`,
    });
  }
  const sectors = allocation.sector.filter(({ key, weight }) => STOCK_SECTORS.has(key) && weight > 0);
  if (sectors.length > 0) {
    const number = effectiveNumber(sectors);
    parts.push({
      key: 'sectors',
      label: "Stocks' sectors",
      figure: number,
      grade: ramp(number, 2, 7),
      weight: 0.2,
      how: 'Effective number of GICS sectors: none at 2, full from 7.',
    });
  }
  return scoreOf(
    parts,
    'round(1 + 9 x weighted average of the grades): single companies 40%, asset classes, regions and sectors 20% each.',
  );
}

const STOCK_SECTORS: ReadonlySet<string> = new Set([
  'communication_services',
  'consumer_discretionary',
  'consumer_staples',
  'energy',
  'financials',
  'health_care',
  'industrials',
  'information_technology',
  'materials',
  'real_estate',
  'utilities',
]);

function scoreOf(parts: readonly Part[], how: string): Score {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const average = parts.reduce((sum, { grade, weight }) => sum + grade * weight, 0) / whole;
  const scaled = parts.map((part) => ({ ...part, weight: part.weight / whole }));
  return { score: Math.round(1 + 9 * average), how, parts: scaled };
}

/** 0 at `none` and beyond, 1 at `full` and beyond, straight between. */
function ramp(value: number, none: number, full: number): number {
  return Math.min(1, Math.max(0, (value - none) / (full - none)));
}

function effectiveNumber(rows: readonly AllocationRow[]): number {
  const whole = rows.reduce((sum, { weight }) => sum + weight, 0);
  return 1 / rows.reduce((sum, { weight }) => sum + (weight / whole) ** 2, 0);
}

/** Half the sum of absolute differences from the world's weights. */
function regionDistance(rows: readonly AllocationRow[]): number {
  const whole = rows.reduce((sum, { weight }) => sum + weight, 0);
  const world = new Map<string, number>(Object.entries(GLOBAL_MARKET.weights));
  const keys = new Set([...world.keys(), ...rows.map(({ key }) => key)]);
  const weightOf = (key: string) => (rows.find((row) => row.key === key)?.weight ?? 0) / whole;
  return [...keys].reduce((sum, key) => sum + Math.abs(weightOf(key) - (world.get(key) ?? 0)), 0) / 2;
}
