import { cashLabel } from './cash-label.ts';
import { isBlank } from './find-sections.ts';
import { looksLikeSymbol } from './symbol-text.ts';
import type { TableRow } from './table-row.ts';

/** What a row under a header is: `text` and `total` are passed over, and said to be. */
export type RowKind = 'blank' | 'text' | 'total' | 'cash' | 'position';

const TOTAL =
  /^(?:(?:sub|grand|account|portfolio|overall|positions?)[\s-]*)?totals?(?:\s*:.*|\s+(?:for|of|in|account|value|assets|portfolio|market|positions?|cash|cost)\b.*)?$/i;
/** The same in German, French, Spanish, Italian and Dutch, at the end of a table. */
const TOTAL_ABROAD =
  /^(?:gesamt(?:summe|wert|bestand|betrag)?|summe|zwischensumme|insgesamt|depotsumme|total général|sous-total|somme|suma|totale|totaal|subtotaal|subtotale)(?:[\s:].*)?$/i;
/** "Equities Total", "Total Equities": a total only where nothing is held. */
const TOTAL_OF_A_KIND = /^totals?\s|\btotals?$/i;

/** Below the positions some brokers list balances, each as a label and an amount under a header of many columns. */
const BALANCE = /\b(?:balances?|pending activity|money accounts?|account value|value of)\b/i;
const isBalanceLine = ({ section, row }: TableRow): boolean =>
  row.cells.length === 2 && section.columns.headers.length > 3 && BALANCE.test(row.cells[0] ?? '');

const hasDigit = (text: string): boolean => /\d/.test(text);

/** `afterGap`: a blank line stands between this row and the last position, as before most footers. */
export function rowKind(row: TableRow, afterGap: boolean): RowKind {
  if (isBlank(row.row)) return 'blank';
  const symbol = row.text('symbol');
  const filled = row.row.cells.filter((cell) => cell.trim() !== '');
  const [first = ''] = filled;
  const amounts = `${row.text('quantity')}${row.text('price')}`;
  const label = symbol === '' ? first : symbol;
  if (isBalanceLine(row)) return 'total';
  // A fund may be called Total Market: a total has no price of a unit.
  const isPriced = hasDigit(row.text('quantity')) && hasDigit(row.text('price')) && label.includes(' ');
  if (!isPriced && (TOTAL.test(label) || TOTAL_ABROAD.test(label))) return 'total';
  if (!hasDigit(amounts) && TOTAL_OF_A_KIND.test(symbol === '' ? first : symbol) && !looksLikeSymbol(symbol))
    return 'total';
  if (filled.length === 1 && /\p{L}/u.test(first) && !(first === symbol && looksLikeSymbol(symbol))) return 'text';
  if (cashLabel(row) !== null) return 'cash';
  if (afterGap && !hasDigit(amounts) && !looksLikeSymbol(symbol)) return 'text';
  return 'position';
}
