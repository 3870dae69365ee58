import { list } from '../wording/list.ts';
import type { Held, Part, Reading } from './reading.ts';

/** From these shares on, what is neither stocks nor bonds is more than a usual helping of it. Judgements, not law. */
const UNUSUAL: Readonly<Record<string, number>> = {
  alternatives: 0.1,
  commodities: 0.15,
  cash: 0.25,
  real_estate: 0.4,
};

/** What it is to hold much of it. */
const MEANS: Readonly<Record<string, string>> = {
  alternatives: 'such assets can lose most of their value in months',
  commodities: 'commodities pay neither interest nor dividends, so that all depends on their price',
  cash: 'cash is safe from market falls but not from rising prices',
  real_estate: 'property follows its own market and interest rates',
};

/** From here on it is the first thing to say of the portfolio. */
const LEADS = 1 / 3;

export interface UnusualPart extends Part {
  /** Inside a sentence: "Bitcoin", "Bitcoin and Ethereum", "cash", "real estate". */
  name: string;
  /** The few holdings that it is, as good as; empty where it is many, or cash. */
  held: Held[];
  leads: boolean;
  /** A clause. */
  means: string;
}

const sumOf = (held: readonly Held[], what: 'weight' | 'value'): number =>
  held.reduce((sum, one) => sum + one[what], 0);

/** The largest part that is neither stocks nor bonds and unusually large; null where none is, or the person aims for it. */
export function unusualPart({ breakdown, drift, holdings }: Reading): UnusualPart | null {
  const aims = drift.assetClass?.own === true ? drift.assetClass.parts : [];
  const [part] = breakdown.assetClass
    .filter(({ key, weight }) => weight >= (UNUSUAL[key] ?? Infinity))
    .filter(({ key, weight }) => !aims.some((aim) => aim.key === key && aim.target >= weight - 0.05))
    .toSorted((a, b) => b.weight - a.weight);
  if (part === undefined) return null;
  const few = holdings.filter(({ assetClass, weight }) => assetClass === part.label && weight >= part.weight / 20);
  const nearlyAll = sumOf(few, 'weight') >= part.weight * 0.9;
  const held = part.key !== 'cash' && few.length <= 3 && nearlyAll ? few : [];
  const name = held.length > 0 ? list(held.map(({ label }) => label)) : part.label.toLowerCase();
  // What is said of a few by their names is their own sum, and not that of the part that they are as good as.
  const of = held.length === 0 ? part : { weight: sumOf(held, 'weight'), value: sumOf(held, 'value') };
  return {
    ...part,
    weight: of.weight,
    value: of.value,
    name,
    held,
    leads: part.weight >= LEADS,
    means: MEANS[part.key] ?? '',
  };
}
