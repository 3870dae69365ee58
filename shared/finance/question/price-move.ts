import type { AssetClass } from '../../schemas/asset-classes.ts';
import type { PlanChange } from '../../schemas/analysis-plan.ts';
import { usd } from '../amounts.ts';
import { inPercent } from './sums.ts';
import type { Said } from './sums.ts';

/** Some of what is held: a class, gold or coins alone, or single holdings by their keys. */
export type Part =
  | { readonly assetClass: AssetClass }
  | { readonly kind: 'gold' | 'crypto' }
  | { readonly holdings: ReadonlySet<string> };

/** A price that is another than today's. */
export interface PriceMove {
  readonly of: Part;
  /** So many times today's. */
  readonly times: number;
}

/** Prices that are other than today's: of all stocks, and of parts of what is held. */
export interface Prices {
  stockPrices?: number;
  priceMoves?: readonly PriceMove[];
}

/** A part of what is held, as it is spoken of. */
export interface NamedPart {
  readonly of: Part;
  readonly label: string;
  /** Whether it is spoken of as several: "bonds fall". */
  readonly many: boolean;
  /** What funds may hold of it besides. */
  readonly inFunds: boolean;
}

/** What is held, for those who move its prices. */
export interface Priced {
  /** What words for an asset mean; why nothing where that is not clear. */
  find: (asset: string) => NamedPart | string;
  /** What a part is worth at such prices, US dollars. */
  worth: (of: Part, at: Prices) => number;
}

/** The price of a class or a holding up or down, today: what is held of it is worth more or less, and all else as much as before. */
export function priceMove(
  { asset, how, value }: PlanChange,
  { balance, held, ...at }: Prices & { balance: number; held?: Priced },
): Said & { balance?: number; priceMoves?: readonly PriceMove[]; impossible?: string } {
  const falls = how === 'down_percent';
  const by = inPercent(value / 100);
  const called = asset ?? 'one price';
  const label = (name: string, many: boolean) =>
    `${name} ${falls ? (many ? 'fall' : 'falls') : many ? 'rise' : 'rises'} by ${by}`;
  if (held === undefined) return { label: label(called, false), impossible: 'what is held is not known' };
  const found = held.find(called);
  if (typeof found === 'string') return { label: label(called, false), impossible: found };
  const { of, label: name, many, inFunds } = found;
  const move = ((falls ? -1 : 1) * value) / 100;
  const change = held.worth(of, at) * move;
  const aside = inFunds ? ', what funds hold of it not counted' : '';
  return {
    balance: balance + change,
    priceMoves: [...(at.priceMoves ?? []), { of, times: 1 + move }],
    label: `${label(name, many)}, which ${change < 0 ? 'takes' : 'adds'} ${usd(Math.abs(change))}${aside}`,
  };
}
