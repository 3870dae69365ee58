/**
 * What a fund is made of as far as its prospectus says it, where what it holds changes with its managers' choice or no index's
 * breakdown is at hand: what it does not say is unknown.
 */
import type { Sector } from '../../../schemas/classification.ts';
import type { Mix } from './mix.ts';

const MID_2025 = '2025-06-30';
const unknown = { unknown: 1 };

function shares(regions: Mix['regions'], says: string): Mix {
  const citation = `By its prospectus ${says}; its sectors, and what is not said of its regions, are not known here`;
  return { assetClasses: { equity: 1 }, regions, sectors: unknown, citation, asOf: MID_2025 };
}

/** An index of American shares, or a rule for choosing among them. */
export const usShares = shares({ north_america: 1 }, 'shares of US companies');
/** Most such funds may hold a tenth to a fifth or more abroad. */
export const mostlyUsShares = shares(
  { north_america: 0.8, unknown: 0.2 },
  'at least 80 % or mostly shares of US companies',
);
export const sharesAbroad = shares(unknown, 'shares of companies outside the United States');
export const sharesOfTheWorld = shares(unknown, 'shares of companies of all the world');
export const emergingShares = shares({ emerging_markets: 1 }, 'shares of companies of emerging markets');
export const europeanShares = shares({ europe: 1 }, 'shares of European companies');
export const pacificShares = shares({ pacific: 1 }, 'shares of companies of developed Asia or Australia');
export const canadianShares = shares({ north_america: 1 }, 'shares of Canadian companies');
/** What is written on part of the shares caps their gains, and is not counted. */
export const sharesWithOptions = shares({ north_america: 1 }, 'US shares, on which call options are sold as well');

/** A fund of one industry that is not confined to the United States. */
export const mostlyUsSector = (sector: Sector): Mix => ({
  ...mostlyUsShares,
  sectors: { [sector]: 1 },
  citation:
    'By its prospectus shares of one GICS sector, mostly of US companies; what is not said of its regions is not known here',
});

function bonds(regions: Mix['regions'], says: string): Mix {
  const citation = `By its prospectus ${says}; who owes them, and what is not said of their regions, is not known here`;
  return { assetClasses: { fixed_income: 1 }, regions, sectors: unknown, citation, asOf: MID_2025 };
}

export const mostlyUsBonds = bonds({ north_america: 0.8, unknown: 0.2 }, 'mostly bonds of US issuers');
export const bondsOfAnyKind = bonds(unknown, 'bonds of any kind and country');

/** Shares and bonds in the proportion that a prospectus states; the middle of the range where it states one. */
export function balanced(stocks: number): Mix {
  return {
    assetClasses: { equity: stocks, fixed_income: 1 - stocks },
    regions: { north_america: 0.8, unknown: 0.2 },
    sectors: unknown,
    citation:
      'Stocks and bonds as its prospectus states them, or the middle of its range; mostly US, its sectors are not known here',
    asOf: MID_2025,
  };
}
