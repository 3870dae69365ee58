/**
 * Large companies outside the US, under each name that a file may call them by: the ticker with its exchange, as Yahoo writes it
 * (SIE.DE), alone where no fund or share of the US is listed under the same letters, in New York ("/US" in a row: often an ADR)
 * and the ISIN. As they were listed on 2025-06-30; an ISIN that has become another by November 2026 stands among the tickers.
 */
import type { Region, Sector } from '../../../schemas/classification.ts';
import { companiesOfAsiaPacificCanada } from './companies-of-asia-pacific-canada.ts';
import { companiesOfEurope } from './companies-of-europe.ts';

/** `isin`: empty where it is not known for certain. */
export type CompanyAbroad = [tickers: string, isin: string, name: string, sector: Sector];

export interface MarketAbroad {
  /** As MSCI classifies the market. */
  region: Region;
  /** Of the home exchange. */
  currency: string;
  rows: readonly CompanyAbroad[];
}

export interface ListedAbroad {
  symbol: string;
  name: string;
  sector: Sector;
  region: Region;
  currency: string;
}

const NEW_YORK = /\/US$/;
/** Where a company is quoted in another currency than at home. */
const QUOTED_IN: Readonly<Record<string, string>> = { DE: 'EUR', AS: 'EUR', MC: 'EUR', L: 'GBP', ST: 'SEK' };

/** Each company once for each of its symbols. */
export const companiesAbroad: readonly ListedAbroad[] = [...companiesOfEurope, ...companiesOfAsiaPacificCanada].flatMap(
  ({ region, currency, rows }) =>
    rows.flatMap(([tickers, isin, name, sector]) =>
      [...tickers.split(' '), ...(isin === '' ? [] : [isin])].map((text) => ({
        symbol: text.replace(NEW_YORK, ''),
        name,
        sector,
        region,
        currency: text.endsWith('/US') ? 'USD' : (QUOTED_IN[text.split('.')[1] ?? ''] ?? currency),
      })),
    ),
);
