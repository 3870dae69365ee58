import { Option, type Command } from 'commander';
import { assetClass, region, type AssetClass, type Region } from '../../shared/schemas/classification.ts';
import type { Targets } from '../../shared/schemas/goals.ts';
import { hasIdleZero, type Parsed } from './flag-values.ts';
import type { ReadFlag } from './goal-flags.ts';

/** What commander reads of the mix that a person aims for: text. */
export interface RawTargetFlags {
  targets?: string;
  regionTargets?: string;
}

/** What a person calls the classes whose keys are the trade's words. */
const SPOKEN: Partial<Record<AssetClass, string>> = { equity: 'stocks', fixed_income: 'bonds' };
const CLASS_NAMES = assetClass.options.map((key) => SPOKEN[key] ?? key);

const CLASSES = new Map<string, AssetClass>([
  ...assetClass.options.map((key): [string, AssetClass] => [key, key]),
  ['stocks', 'equity'],
  ['stock', 'equity'],
  ['shares', 'equity'],
  ['bonds', 'fixed_income'],
  ['bond', 'fixed_income'],
  ['reits', 'real_estate'],
]);
// What belongs to no region is no part of the stocks, which the shares are of.
const REGION_NAMES = region.options.filter((key) => key !== 'global');
const REGIONS = new Map<string, Region>([
  ...REGION_NAMES.map((key): [string, Region] => [key, key]),
  ['emerging', 'emerging_markets'],
]);

/** Percentages as people round them: thirds may be 33.3 each. */
const ROUNDING = 0.5;

/** The flags that say what mix is aimed for. */
export function addTargetFlags(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--targets <mix>',
        `the mix you aim for, in percent: "stocks=60,bonds=30,cash=10"; of ${CLASS_NAMES.join(', ')}`,
      ),
    )
    .addOption(
      new Option(
        '--region-targets <mix>',
        'of the stocks: "north_america=60,europe=20,pacific=10,emerging_markets=10"',
      ),
    );
}

/** The mixes that the flags state; `read` takes note of what is wrong. Undefined where none is. */
export function readTargetFlags(flags: RawTargetFlags, read: ReadFlag): Targets | undefined {
  const classes = read('--targets', flags.targets, (text) =>
    mixIn(text, CLASSES, CLASS_NAMES, '"stocks=60,bonds=30,cash=10"'),
  );
  const places = read('--region-targets', flags.regionTargets, (text) =>
    mixIn(text, REGIONS, REGION_NAMES, '"north_america=60,europe=20,pacific=10,emerging_markets=10"'),
  );
  if (classes === undefined && places === undefined) return undefined;
  return { ...(classes && { assetClasses: classes }), ...(places && { regions: places }) };
}

/** Names with percentages that add up to 100: "stocks=60,bonds=40", "Stocks 60% bonds 40%". Fractions of 1. */
function mixIn<K extends string>(
  text: string,
  names: ReadonlyMap<string, K>,
  spoken: readonly string[],
  example: string,
): Parsed<Partial<Record<K, number>>> {
  const wrong = (what: string) => ({
    ok: false as const,
    problem: `${what} It must be percentages such as ${example}.`,
  });
  const shares = new Map<K, number>();
  for (const part of text.split(',')) {
    const [, name = '', number] = /^\s*([a-z][a-z _-]*?)\s*[=:\s]\s*(\d{1,3}(?:\.\d+)?)\s*%?\s*$/i.exec(part) ?? [];
    if (number === undefined) return wrong(`"${part.trim()}" is no name with a percentage.`);
    if (hasIdleZero(number)) return wrong(`"${part.trim()}" has a zero before other digits.`);
    const key = names.get(name.toLowerCase().replace(/[\s-]+/g, '_'));
    if (key === undefined) return wrong(`"${name}" is none of ${spoken.join(', ')}.`);
    if (shares.has(key)) return wrong(`"${name}" is given twice.`);
    shares.set(key, Number(number));
  }
  const sum = [...shares.values()].reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 100) > ROUNDING) {
    return wrong(`Together they are ${String(Number(sum.toFixed(2)))}%, and not 100%.`);
  }
  const mix: Partial<Record<K, number>> = {};
  for (const [key, share] of shares) mix[key] = share / sum;
  return { ok: true, value: mix };
}
