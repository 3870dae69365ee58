import { currencyOf, fieldOf, type Field } from './column-names.ts';
import type { Positions } from './column-guesses.ts';
import { isCurrencyCode } from './currency-text.ts';
import type { Row } from './split-rows.ts';

/** The share of a column's cells that have to be what it is taken for; a footer may stand among them. */
const MOST = 0.8;

/** Currencies that are not the price's: of the account, of what was paid, of dividends. */
const OF_ANOTHER =
  /base|basis|home|account|konto|depot|portfolio|compte|cuenta|conto|rekening|report|settle|divid|cost|kauf|einstand|paid|purchase/i;

/** What a column of currencies may be headed as, where its cells tell that it holds no amounts: "Wert", "Lokale waarde". */
const AMOUNTS: readonly Field[] = ['marketValue', 'amount'];

/** "USD 4902.00": the currency, and what a holding is worth in it. */
const CODE_AND_AMOUNT = /^([A-Z]{3})\s?[-−]?\d[\d.,]*$/;

const codeOf = (cell: string): string | null => {
  const code = CODE_AND_AMOUNT.exec(cell)?.[1] ?? '';
  return isCurrencyCode(code) ? code : null;
};

/**
 * Finds the column of the prices' currencies, whatever it is headed, by what stands in it; and the amounts in that currency
 * where their column has no name. DEGIRO heads the currency "Local value", "Lokale waarde" or "Wert", and the amount not at
 * all; once it wrote both into one cell.
 */
export function settleCurrency(headers: readonly string[], positions: Positions, rows: readonly Row[]): void {
  const hold = (position: number, is: (cell: string) => boolean): boolean => {
    const filled = rows.map(({ cells }) => (cells[position] ?? '').trim()).filter((cell) => cell !== '');
    return filled.length > 0 && filled.filter(is).length >= filled.length * MOST;
  };
  const fieldAt = (position: number): Field | undefined => [...positions].find(([, place]) => place === position)?.[0];
  const symbol = headers[positions.get('symbol') ?? -1]?.toLowerCase();
  const isFree = (header: string, position: number): boolean => {
    const field = fieldAt(position);
    // A second column of tickers, one of which is a currency's code, too.
    if (header.toLowerCase() === symbol) return false;
    return !OF_ANOTHER.test(header) && (field === undefined || AMOUNTS.includes(field));
  };
  if (!positions.has('currency')) {
    const place = headers.findIndex((header, at) => isFree(header, at) && hold(at, isCurrencyCode));
    if (place >= 0) take(positions, 'currency', place);
  }
  const currency = positions.get('currency');
  if (currency !== undefined) {
    const beside = currency + 1;
    const value = positions.get('marketValue');
    const inItsOwn = value === undefined || currencyOf(headers[value] ?? '') !== null;
    const isNameless = headers[currency] !== '' && headers[beside] === '';
    if (isNameless && inItsOwn && hold(beside, (cell) => /\d/.test(cell)) && alike(rows, beside, value)) {
      take(positions, 'marketValue', beside);
    }
    return;
  }
  const total = headers.findIndex((header) => fieldOf(header)?.field === 'marketValue' && currencyOf(header) !== null);
  if (total < 0) return;
  const both = headers.findIndex(
    (header, at) => at !== total && isFree(header, at) && hold(at, (cell) => codeOf(cell) !== null),
  );
  if (both < 0) return;
  take(positions, 'currency', both);
  take(positions, 'marketValue', total);
}

/** Takes the value in a currency that its header names, where another column has the value in the row's own: "Value in EUR". */
export function settleAccountValue(headers: readonly string[], positions: Positions, rows: readonly Row[]): void {
  const value = positions.get('marketValue');
  if (value === undefined) return;
  const taken = new Set(positions.values());
  const other = headers.findIndex(
    (header, at) => !taken.has(at) && fieldOf(header)?.field === 'marketValue' && currencyOf(header) !== null,
  );
  if (other >= 0 && alike(rows, value, other)) positions.set('accountValue', other);
}

/** Whether two columns never write their decimals with different marks, which one reading of the file could not read. */
function alike(rows: readonly Row[], left: number, right: number | undefined): boolean {
  const mark = (cell = ''): string => /([.,])\d{1,2}$/.exec(cell.trim())?.[1] ?? '';
  return rows.every(({ cells }) => {
    const [one, other] = [mark(cells[left]), mark(cells[right ?? left])];
    return one === '' || other === '' || one === other;
  });
}

/** Gives a column to a field; it is no longer that of another one. */
function take(positions: Positions, field: Field, position: number): void {
  for (const [other, place] of positions) if (place === position) positions.delete(other);
  positions.set(field, position);
}

/** The currency that a cell of such a column states: "USD", and "USD" of "USD 4902.00". */
export const currencyText = (cell: string): string => codeOf(cell) ?? cell;
