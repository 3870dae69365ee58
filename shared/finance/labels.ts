/** What a person calls the keys of classifications and breakdowns. */
export const labels: Readonly<Record<string, string>> = {
  equity: 'Stocks',
  fixed_income: 'Bonds',
  real_estate: 'Real estate',
  commodities: 'Commodities',
  cash: 'Cash',
  alternatives: 'Alternatives',
  north_america: 'North America',
  europe: 'Europe',
  pacific: 'Pacific',
  emerging_markets: 'Emerging markets',
  global: 'No single region',
  communication_services: 'Communication services',
  consumer_discretionary: 'Consumer discretionary',
  consumer_staples: 'Consumer staples',
  energy: 'Energy',
  financials: 'Financials',
  health_care: 'Health care',
  industrials: 'Industrials',
  information_technology: 'Information technology',
  materials: 'Materials',
  utilities: 'Utilities',
  government_bonds: 'Government bonds',
  corporate_bonds: 'Corporate bonds',
  securitized_bonds: 'Securitized bonds',
  municipal_bonds: 'Municipal bonds',
  other: 'Other',
  taxable: 'Taxable',
  tax_deferred: 'Tax-deferred',
  tax_free: 'Tax-free',
  unknown: 'Not classified',
};

/** What is classified, but not by region or sector: its name says "bond" and not whose. */
export const NOT_KNOWN = 'Not known';

/** The label of a key, or the key itself where it is already a person's own word (an account's name, a currency). */
export function labelOf(key: string): string {
  return labels[key] ?? key;
}

const ours = new Set(Object.values(labels));

/** The label of an asset class within a sentence: "stocks"; a person's own word as they write it, "US Equity". */
export const labelWithin = (label: string): string => (ours.has(label) ? label.toLowerCase() : label);

/** The same of a key. */
export const wordOf = (key: string): string => labelWithin(labelOf(key));
