import type { AssetClass } from '../../schemas/classification.ts';

/** What one asset class is expected to do in a year. Nominal, US dollars, fractions. */
export interface ClassAssumption {
  label: string;
  /** Arithmetic mean of the yearly return. */
  mean: number;
  /** Standard deviation of the yearly return. */
  volatility: number;
  /** Whose figure it is, its date, and what was done to it. */
  source: string;
}

/** A complete view of the markets: what a simulation needs and what a person can replace. */
export interface MarketAssumptions {
  name: string;
  /** Date of the newest source. */
  asOf: string;
  classes: Record<AssetClass, ClassAssumption>;
  /** Correlation of two classes' yearly returns, -1 to 1. */
  correlation: (one: AssetClass, other: AssetClass) => number;
  correlationSource: string;
  /** Yearly rise of consumer prices. A projection takes it as fixed at its mean unless its plan says otherwise. */
  inflation: {
    mean: number;
    volatility: number;
    /** Of the mean. */
    source: string;
    volatilitySource?: string;
    /** Of the yearly nominal return of a class with inflation; 0 where not given. */
    correlation?: Partial<Record<AssetClass, number>>;
    correlationSource?: string;
  };
  /** What a reader of a projection should know of them beyond their sources. */
  notes?: readonly string[];
}
