import { shortened } from './facts/shortened.ts';

/** So much of a name stands in a text, a chart or a table's first column. */
const NAME = 48;
/** A ticker has letters, and seldom more than one figure; what is longer, or has more of them, is a number that nobody says aloud. */
const LONGEST_TICKER = 8;

/** A money balance's symbol, as statements of it have it. */
const BALANCE = /^CASH[:.]([A-Z]{3})$/;

/** Whether a symbol is that of a money balance. */
export const isBalance = (symbol: string): boolean => BALANCE.test(symbol);

const letters = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/**
 * Whether a symbol is a code that says less than the name does: an ISIN, a CUSIP, a WKN, a statement's own number, or what was
 * made of the name where there was no symbol.
 */
export function isCode(symbol: string, name: string | null): boolean {
  if (name === null || name === symbol || name.trim() === '') return false;
  const figures = symbol.replaceAll(/\D/g, '').length;
  const own = letters(symbol);
  const made = own.length > 5 && letters(name) !== '' && (letters(name).startsWith(own) || letters(name).endsWith(own));
  return figures > 1 || symbol.length > LONGEST_TICKER || made;
}

/** What an instrument is called where there is room for one word: its symbol, or its name where the symbol is a mere code. */
export function called(symbol: string, name: string | null): string {
  const currency = BALANCE.exec(symbol)?.[1];
  if (currency !== undefined) return `Cash in ${currency}`;
  return name !== null && isCode(symbol, name) ? shortened(name, NAME) : symbol;
}
