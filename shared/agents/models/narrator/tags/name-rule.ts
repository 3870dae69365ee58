import type { AssetClass, InstrumentType, Region, Weights } from '../../../../schemas/classification.ts';

/** What a name says about the instrument that bears it, all of it; what it does not say is "unknown". */
export type Composition = Pick<Weights, 'assetClasses' | 'regions' | 'sectors'>;

/** What is known of an instrument beside its name. */
export interface Beside {
  /** Where it was registered, by its ISIN; null where its symbol is none, or a place that funds and holdings are kept in. */
  isin: Region | null;
  /** Whether it is sold elsewhere than in the United States, by its ISIN, its SEDOL or what it is quoted in. */
  abroad: boolean;
}

/** A rule that reads a name. The first rule that fits decides. */
export interface NameRule {
  /** Cited as the source: "narrator rule us-treasuries". */
  id: string;
  /** In the name, lower case, punctuation as given. */
  says: RegExp;
  /** Words that mean that the name says something else after all. */
  unless?: RegExp;
  /** What else must hold: where it is sold, say. */
  where?: (name: string, beside: Beside) => boolean;
  /** Null: the rule knows that the name does not say enough. */
  composition: Composition | null | ((name: string, beside: Beside) => Composition);
  /** What it is, where the rule knows better than the name's single words. */
  type?: InstrumentType;
  /**
   * 0 to 1; 0.9 where the name says it, 0.7 where it says it only by the convention of funds sold in the United States, 0.5 where
   * only its form does.
   */
  confidence: number;
  /** The same where an ISIN says the country. */
  withIsin?: number;
  /** One sentence, for the person. */
  rationale: string;
}

/** All of it in one place. */
export function allIn(
  assetClass: AssetClass,
  region: keyof Weights['regions'],
  sector: keyof Weights['sectors'],
): Composition {
  return { assetClasses: { [assetClass]: 1 }, regions: { [region]: 1 }, sectors: { [sector]: 1 } };
}
