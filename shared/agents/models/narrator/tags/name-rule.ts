import type { AssetClass, InstrumentType, Region, Sector } from '../../../../schemas/classification.ts';

/** What a name says about the instrument that bears it, all of it. */
export interface Composition {
  assetClasses: Partial<Record<AssetClass, number>>;
  regions: Partial<Record<Region, number>>;
  sectors: Partial<Record<Sector, number>>;
}

/** A rule that reads a name. The first rule that fits decides. */
export interface NameRule {
  /** Cited as the source: "narrator rule us-treasuries". */
  id: string;
  /** In the name, lower case, punctuation as given. */
  says: RegExp;
  /** Words that mean that the name says something else after all. */
  unless?: RegExp;
  /** Null: the rule knows that the name does not say enough. */
  composition: Composition | null;
  /** What it is, where the rule knows better than the name's single words. */
  type?: InstrumentType;
  /**
   * 0 to 1; 0.9 where the name says it, 0.7 where it says it only by the convention of funds sold in the United States, 0.5 where
   * only its form does.
   */
  confidence: number;
  /** One sentence, for the person. */
  rationale: string;
}

/** All of it in one place. */
export function allIn(assetClass: AssetClass, region: Region, sector: Sector): Composition {
  return { assetClasses: { [assetClass]: 1 }, regions: { [region]: 1 }, sectors: { [sector]: 1 } };
}
