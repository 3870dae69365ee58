import type { Instrument } from '../../schemas/classification.ts';
import { companies, type CompanyRow } from './reference/companies.ts';
import { companiesOfTheSp500 } from './reference/companies-of-the-sp-500.ts';
import { companiesAbroad, type ListedAbroad } from './reference/companies-abroad.ts';
import { europeanFunds } from './reference/european-funds.ts';
import { allocationFunds, bondFunds, otherFunds, sectorFunds, stockFunds, type FundRow } from './reference/funds.ts';
import { moreEtfs } from './reference/more-etfs.ts';
import { moreMutualFunds } from './reference/more-mutual-funds.ts';
import { singleSector } from './reference/single-sector.ts';
import { thriftSavingsPlan } from './reference/thrift-savings-plan.ts';

const fund = ([symbol, name, type, expenseRatio, { citation, asOf, ...weights }]: FundRow): Instrument => ({
  symbol,
  name,
  type,
  currency: 'USD',
  expenseRatio,
  classification: { ...weights, source: 'reference', citation, asOf, confidence: 1 },
});

function company([symbol, name, sector, region = 'north_america']: CompanyRow): Instrument {
  const { citation, asOf, ...weights } = singleSector(
    sector,
    region,
    'GICS sector as S&P and MSCI assign it; market as MSCI classifies the company',
  );
  return {
    symbol,
    name,
    type: 'stock',
    currency: 'USD',
    expenseRatio: null,
    classification: { ...weights, source: 'reference', citation, asOf, confidence: 1 },
  };
}

const companyAbroad = ({ symbol, name, sector, region, currency }: ListedAbroad): Instrument => ({
  ...company([symbol, name, sector, region]),
  currency,
});

/**
 * The reference set: what people really hold, and what it is made of, from public fact sheets, rounded, as of the date that each
 * states. It holds no price.
 */
export const referenceInstruments: readonly Instrument[] = [
  ...[
    ...stockFunds,
    ...sectorFunds,
    ...bondFunds,
    ...otherFunds,
    ...allocationFunds,
    ...moreEtfs,
    ...moreMutualFunds,
    ...thriftSavingsPlan,
  ].map(fund),
  ...europeanFunds.map(({ fund: row, currency }) => ({ ...fund(row), currency })),
  ...[...companies, ...companiesOfTheSp500].map(company),
  ...companiesAbroad.map(companyAbroad),
];
