/** What an instrument is made of at the broadest level. Apart from the schemas, for the threads that know of classes and check nothing. */
export const assetClasses = ['equity', 'fixed_income', 'real_estate', 'commodities', 'cash', 'alternatives'] as const;
export type AssetClass = (typeof assetClasses)[number];

/** Something of each class. */
export const perAssetClass = <T>(of: (key: AssetClass) => T): Record<AssetClass, T> => ({
  equity: of('equity'),
  fixed_income: of('fixed_income'),
  real_estate: of('real_estate'),
  commodities: of('commodities'),
  cash: of('cash'),
  alternatives: of('alternatives'),
});
