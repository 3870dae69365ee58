import { labelOf, NOT_KNOWN } from '../finance/labels.ts';
import { assetClasses } from '../schemas/classification.ts';
import type { AssetClass } from '../schemas/classification.ts';

/** The hues every chart is drawn in: far enough apart under protanopia and deuteranopia, and 3:1 on their background. */
export const hues = ['blue', 'teal', 'ochre', 'brick', 'slate', 'plum', 'sky'] as const;
export type Hue = (typeof hues)[number];

/** What a chart is painted with. Any CSS colour will do, also `var(--name, #hex)`. */
export interface ChartTheme {
  readonly hues: Readonly<Record<Hue, string>>;
  /** "Other" and "unknown": what is not one thing. */
  readonly rest: string;
  readonly ink: string;
  readonly mutedInk: string;
  readonly rule: string;
  readonly surface: string;
  readonly fontFamily: string;
}

const fontFamily = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif';

export const lightTheme: ChartTheme = {
  hues: {
    blue: '#2b5c8a',
    teal: '#2f9e86',
    ochre: '#c58612',
    brick: '#a83c26',
    slate: '#6b7785',
    plum: '#552a5c',
    sky: '#4a92c4',
  },
  rest: '#a9adb2',
  ink: '#22262b',
  mutedInk: '#5a626b',
  rule: '#dcdfe3',
  surface: '#ffffff',
  fontFamily,
};

export const darkTheme: ChartTheme = {
  hues: {
    blue: '#4f8fd0',
    teal: '#52c9ac',
    ochre: '#e9b44c',
    brick: '#e0694a',
    slate: '#8b97a4',
    plum: '#b06fae',
    sky: '#a5d6f2',
  },
  rest: '#5d656e',
  ink: '#e8eaed',
  mutedInk: '#a9b1ba',
  rule: '#353c45',
  surface: '#15191e',
  fontFamily,
};

/** An asset class has one hue, in whichever chart it appears. */
const classHues: Readonly<Record<AssetClass, Hue>> = {
  equity: 'blue',
  fixed_income: 'teal',
  real_estate: 'ochre',
  commodities: 'brick',
  cash: 'slate',
  alternatives: 'plum',
};

const huesByLabel = new Map(assetClasses.map((one) => [labelOf(one), classHues[one]]));

/** The hue of an asset class by its label ("Bonds", "Real estate"), or null where the label is no asset class. */
export const hueOfAssetClass = (label: string): Hue | null => huesByLabel.get(label) ?? null;

const unknown = labelOf('unknown');
/** "Other (5)" and what is not classified, or not known, are painted alike wherever they stand. */
export const isRest = (label: string): boolean =>
  label === unknown || label === NOT_KNOWN || /^Other( \(\d+\))?$/.test(label);

/** What is held up for comparison: the target, or the plan before a change. Painted like the rest, in the background. */
export const isYardstick = (label: string): boolean => /^(Target|As planned)$/.test(label);

/** One colour for each label: an asset class gets its own, the rest grey, the others the hues not yet taken, in order. */
export function colorsFor(labels: readonly string[], theme: ChartTheme): string[] {
  const taken = new Set(labels.map(hueOfAssetClass));
  const free = hues.filter((hue) => !taken.has(hue));
  const pool = free.length > 0 ? free : hues;
  let next = 0;
  return labels.map((label) => {
    if (isRest(label) || isYardstick(label)) return theme.rest;
    const own = hueOfAssetClass(label);
    if (own !== null) return theme.hues[own];
    const hue = pool[next % pool.length] ?? 'blue';
    next += 1;
    return theme.hues[hue];
  });
}
