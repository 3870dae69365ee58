import type { Region, Sector } from '../../../schemas/classification.ts';
import type { Mix } from './mix.ts';

/** Shares of one sector: a sector fund, or one company in its GICS sector and the market that MSCI counts it in. */
export function singleSector(sector: Sector, region: Region, citation: string): Mix {
  const assetClasses = sector === 'real_estate' ? { real_estate: 1 } : { equity: 1 };
  return { assetClasses, regions: { [region]: 1 }, sectors: { [sector]: 1 }, citation, asOf: '2025-06-30' };
}

export const usSectorFund = (sector: Sector): Mix =>
  singleSector(sector, 'north_america', 'A US sector index fund: shares of one GICS sector (its prospectus)');
