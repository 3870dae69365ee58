/**
 * What the shares of an exchange are quoted in, by the suffix that a ticker has for it, as Yahoo and Refinitiv write it. London's
 * is not among them: it quotes in pence, pounds, dollars and euros. Single letters that are classes of American shares are not, either.
 */
const SUFFIXES: Readonly<Record<string, string>> = {
  ...Object.fromEntries('DE PA AS BR MI MC LS VI HE IR'.split(' ').map((suffix) => [suffix, 'EUR'])),
  SW: 'CHF',
  CO: 'DKK',
  ST: 'SEK',
  OL: 'NOK',
  TO: 'CAD',
  NE: 'CAD',
  AX: 'AUD',
  NZ: 'NZD',
  HK: 'HKD',
  SI: 'SGD',
  KS: 'KRW',
  KQ: 'KRW',
  NS: 'INR',
  BO: 'INR',
  SS: 'CNY',
  SZ: 'CNY',
  TW: 'TWD',
  SA: 'BRL',
  MX: 'MXN',
};

const SUFFIXED = /^[A-Z0-9-]{1,10}\.([A-Z]{2})$/;
const TOKYO = /^\d{4}\.T$/;

/** The currency of the exchange that a ticker names ("SAP.DE": EUR); null where it names none, or one that quotes in several. */
export function listingCurrency(symbol: string): string | null {
  if (TOKYO.test(symbol)) return 'JPY';
  const suffix = SUFFIXED.exec(symbol)?.[1];
  return suffix === undefined ? null : (SUFFIXES[suffix] ?? null);
}

/** Whether a ticker is of the London exchange: "BP.L". */
export const isOfLondon = (symbol: string): boolean => /^[A-Z0-9-]{2,10}\.L$/.test(symbol);

/** Whether a code is the ISIN of a security that is not American. */
export const isIsinAbroad = (code: string): boolean => /^(?!US)[A-Z]{2}[A-Z0-9]{9}\d$/.test(code);
