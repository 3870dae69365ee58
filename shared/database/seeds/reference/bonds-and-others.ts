/** What bond, property, commodity and cash funds are made of, rounded, from their providers' public fact sheets. */
import type { Sector } from '../../../schemas/classification.ts';
import type { Mix } from './mix.ts';

const MID_2025 = '2025-06-30';
const fixedIncome = { fixed_income: 1 };
const unitedStates = { north_america: 1 };

const bonds = (
  sectors: Partial<Record<Sector, number>>,
  citation: string,
  regions: Mix['regions'] = unitedStates,
): Mix => ({ assetClasses: fixedIncome, regions, sectors, citation, asOf: MID_2025 });

export const usAggregate = bonds(
  { government_bonds: 0.5, corporate_bonds: 0.26, securitized_bonds: 0.24 },
  'Bloomberg US Aggregate index, issuer breakdown as published by BND and AGG, rounded',
  { north_america: 0.94, europe: 0.03, emerging_markets: 0.02, pacific: 0.01 },
);
export const usShortTermBonds = bonds(
  { government_bonds: 0.68, corporate_bonds: 0.32 },
  'Vanguard, BSV issuer breakdown (Bloomberg US 1-5 Year Government/Credit), rounded',
  { north_america: 0.93, europe: 0.04, pacific: 0.02, emerging_markets: 0.01 },
);
export const usIntermediateBonds = bonds(
  { government_bonds: 0.56, corporate_bonds: 0.44 },
  'Vanguard, BIV issuer breakdown (Bloomberg US 5-10 Year Government/Credit), rounded',
  { north_america: 0.91, europe: 0.05, pacific: 0.02, emerging_markets: 0.02 },
);
export const usTreasuries = bonds(
  { government_bonds: 1 },
  'The fund holds US Treasury securities only (its prospectus)',
);
export const usInflationProtected = bonds(
  { government_bonds: 1 },
  'The fund holds US Treasury inflation-protected securities only (its prospectus)',
);
export const usCorporateBonds = bonds(
  { corporate_bonds: 1 },
  'Investment-grade US dollar corporate bonds; issuer countries as published by LQD and VCIT, rounded',
  { north_america: 0.86, europe: 0.11, pacific: 0.03 },
);
export const usHighYield = bonds(
  { corporate_bonds: 1 },
  'US dollar high-yield corporate bonds; issuer countries as published by HYG and JNK, rounded',
  { north_america: 0.92, europe: 0.07, pacific: 0.01 },
);
export const usMunicipals = bonds({ municipal_bonds: 1 }, 'The fund holds US municipal bonds (its prospectus)');
export const usMortgages = bonds(
  { securitized_bonds: 1 },
  'The fund holds US agency mortgage-backed securities (its prospectus)',
);
export const internationalBonds = bonds(
  { government_bonds: 0.8, corporate_bonds: 0.14, securitized_bonds: 0.06 },
  'Vanguard, BNDX issuer and country breakdown (Bloomberg Global Aggregate ex-USD), rounded',
  { europe: 0.6, pacific: 0.24, north_america: 0.08, emerging_markets: 0.08 },
);
export const emergingBonds = bonds(
  { government_bonds: 1 },
  'US dollar government bonds of emerging markets, as published by EMB and VWOB, rounded',
  { emerging_markets: 1 },
);

export const usRealEstate: Mix = {
  assetClasses: { real_estate: 1 },
  regions: unitedStates,
  sectors: { real_estate: 1 },
  citation: 'The fund holds shares of US real estate investment trusts (its prospectus)',
  asOf: MID_2025,
};
export const internationalRealEstate: Mix = {
  assetClasses: { real_estate: 1 },
  regions: { pacific: 0.45, europe: 0.25, emerging_markets: 0.23, north_america: 0.07 },
  sectors: { real_estate: 1 },
  citation: 'Vanguard, VNQI country breakdown, rounded',
  asOf: MID_2025,
};
export const preciousMetal: Mix = {
  assetClasses: { commodities: 1 },
  regions: { global: 1 },
  sectors: { commodities: 1 },
  citation: 'The fund holds the metal itself (its prospectus)',
  asOf: MID_2025,
};
export const commodityFutures: Mix = {
  ...preciousMetal,
  citation: 'The fund holds commodity futures (its prospectus)',
};
export const moneyMarket: Mix = {
  assetClasses: { cash: 1 },
  regions: unitedStates,
  sectors: { cash: 1 },
  citation: 'A US dollar money market fund, or Treasury bills of up to a year (its prospectus)',
  asOf: MID_2025,
};
export const cryptocurrency: Mix = {
  assetClasses: { alternatives: 1 },
  regions: { global: 1 },
  sectors: { other: 1 },
  citation: 'The fund holds the cryptocurrency itself (its prospectus)',
  asOf: MID_2025,
};
