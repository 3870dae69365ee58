import { isMissing } from './missing-text.ts';
import { readSymbol } from './symbol-text.ts';
import type { TableRow } from './table-row.ts';

/** What an instrument of a row is kept under, and where that stands. */
export interface SecurityCode {
  code: string;
  /** `words`: made of what stands in place of a ticker, as brokers write a bond: "T 4 1/4 11/15/34". */
  from: 'symbol' | 'identifier' | 'words';
}

/** A bond as brokers name it where others have a ticker: issuer, coupon and the day that it is due. */
const BOND_WORDS = /^(?=.*[A-Z])[\x20-\x7e]*\d[\x20-\x7e]*\s\d{1,2}\/\d{1,2}\/(?:\d{2}|\d{4})$/i;
const LONGEST = 24;

/**
 * The ticker of a row; where it has none, its CUSIP or ISIN, which bonds have alone; or a code made of a bond's own words.
 * Null where there is none of them.
 */
export function securityCode(row: TableRow): SecurityCode | null {
  const text = row.text('symbol');
  const symbol = isMissing(text) ? null : readSymbol(text);
  if (symbol !== null) return { code: symbol, from: 'symbol' };
  const other = row.text('identifier');
  const identifier = isMissing(other) || !/\d/.test(other) ? null : readSymbol(other);
  if (identifier !== null) return { code: identifier, from: 'identifier' };
  const code = BOND_WORDS.test(text) ? readSymbol(joined(text)) : null;
  return code === null ? null : { code, from: 'words' };
}

/** The end of a long name, where the coupon and the day stand that tell one bond of an issuer from another. */
const joined = (text: string): string =>
  text
    .replace(/[^A-Za-z0-9./]+/g, '-')
    .slice(-LONGEST)
    .replace(/^[^A-Za-z0-9]+/, '');
