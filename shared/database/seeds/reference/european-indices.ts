/** What the indices are made of that funds of European domicile follow, rounded, from their providers' public fact sheets. */
import type { Sector } from '../../../schemas/classification.ts';

import { blend, type Mix } from './mix.ts';
import { developedExUs, usSmallCap, usTotalMarket, world } from './stock-indices.ts';

const MID_2025 = '2025-06-30';
const inEurope = { europe: 1 };

const stocks = (sectors: Mix['sectors'], citation: string, regions: Mix['regions'] = inEurope): Mix => ({
  assetClasses: { equity: 1 },
  regions,
  sectors,
  citation,
  asOf: MID_2025,
});
const bonds = (
  sectors: Partial<Record<Sector, number>>,
  citation: string,
  regions: Mix['regions'] = inEurope,
): Mix => ({ assetClasses: { fixed_income: 1 }, regions, sectors, citation, asOf: MID_2025 });

export const developedWorld = blend(
  [
    [usTotalMarket, 0.72],
    [developedExUs, 0.28],
  ],
  { citation: 'MSCI World fact sheet: 72 % United States, the rest other developed markets, rounded', asOf: MID_2025 },
);

export const worldSmallCap = blend(
  [
    [usSmallCap, 0.61],
    [developedExUs, 0.39],
  ],
  {
    citation:
      'MSCI World Small Cap fact sheet: 61 % United States; sectors as of the US small companies and of other developed markets',
    asOf: MID_2025,
  },
);

export const worldHighDividend = stocks(
  {
    financials: 0.29,
    industrials: 0.12,
    health_care: 0.11,
    consumer_staples: 0.11,
    consumer_discretionary: 0.09,
    energy: 0.08,
    information_technology: 0.06,
    utilities: 0.06,
    materials: 0.04,
    communication_services: 0.04,
  },
  'FTSE All-World High Dividend Yield fact sheet, country and sector breakdown in GICS terms, rounded',
  { north_america: 0.44, europe: 0.26, pacific: 0.15, emerging_markets: 0.15 },
);

export const euroStoxx50 = stocks(
  {
    financials: 0.26,
    industrials: 0.19,
    information_technology: 0.15,
    consumer_discretionary: 0.14,
    consumer_staples: 0.06,
    health_care: 0.06,
    utilities: 0.05,
    energy: 0.04,
    materials: 0.03,
    communication_services: 0.02,
  },
  'STOXX, EURO STOXX 50 fact sheet, sector breakdown in GICS terms, rounded',
);

export const dax = stocks(
  {
    industrials: 0.3,
    financials: 0.22,
    information_technology: 0.17,
    consumer_discretionary: 0.1,
    communication_services: 0.07,
    health_care: 0.05,
    utilities: 0.04,
    materials: 0.04,
    consumer_staples: 0.01,
  },
  'STOXX, DAX fact sheet, sector breakdown in GICS terms, rounded',
);

export const ftse100 = stocks(
  {
    financials: 0.24,
    consumer_staples: 0.17,
    industrials: 0.16,
    health_care: 0.12,
    energy: 0.11,
    materials: 0.06,
    consumer_discretionary: 0.06,
    utilities: 0.04,
    communication_services: 0.03,
    real_estate: 0.01,
  },
  'FTSE Russell, FTSE 100 fact sheet, sector breakdown in GICS terms, rounded',
);

export const globalAggregate = bonds(
  { government_bonds: 0.67, corporate_bonds: 0.2, securitized_bonds: 0.13 },
  'Bloomberg Global Aggregate index, issuer and country breakdown, rounded',
  { north_america: 0.46, europe: 0.29, pacific: 0.14, emerging_markets: 0.11 },
);

export const globalGovernment = bonds(
  { government_bonds: 1 },
  'FTSE World Government Bond Index, developed markets, country breakdown, rounded',
  { north_america: 0.45, europe: 0.32, pacific: 0.18, emerging_markets: 0.05 },
);

export const euroGovernment = bonds(
  { government_bonds: 1 },
  'Bloomberg Euro Treasury index: bonds of governments of the euro area',
);

export const euroCorporate = bonds(
  { corporate_bonds: 1 },
  'Bloomberg Euro Corporate index, by country of the issuer, rounded',
  { europe: 0.78, north_america: 0.18, pacific: 0.04 },
);

export const euroOvernight: Mix = {
  assetClasses: { cash: 1 },
  regions: inEurope,
  sectors: { cash: 1 },
  citation: 'The fund follows the overnight rate of the euro (the €STR) by a swap',
  asOf: MID_2025,
};

/** A fund of funds of a fixed share of stocks: the world's stocks by their size, and the world's bonds. */
export const lifeStrategy = (share: number): Mix =>
  blend(
    [
      [world, share],
      [globalAggregate, 1 - share],
    ],
    { citation: "The fund's underlying index funds in its stated proportions, rounded", asOf: MID_2025 },
  );
