import { cashLabel } from './cash-label.ts';
import { isBlank } from './find-sections.ts';
import { isBelonging } from './household-line.ts';
import { isKnownTicker } from './known-codes.ts';
import { isMissing } from './missing-text.ts';
import { looksLikeSymbol } from './symbol-text.ts';
import type { TableRow } from './table-row.ts';

/** What a row under a header is: `text` and `total` are passed over, and said to be. */
export type RowKind = 'blank' | 'text' | 'total' | 'cash' | 'position';

const TOTAL =
  /^(?:(?:sub|grand|account|portfolio|overall|positions?)[\s-]*)?(?:totals?|sum)(?:\s*:.*|\s+(?:for|of|in|account|value|assets|portfolio|market|positions?|cash|cost)\b.*)?$/i;
/** The same in German, French, Spanish, Italian and Dutch, at the end of a table. */
const TOTAL_ABROAD =
  /^(?:gesamt(?:summe|wert|bestand|betrag)?|summe|zwischensumme|insgesamt|depotsumme|total général|sous-total|somme|suma|totale|totaal|subtotaal|subtotale)(?:[\s:].*)?$/i;
/** "Equities Total", "Subtotal Roth IRA": a total only where nothing is held. */
const TOTAL_OF_A_KIND = /^(?:sub[\s-]*)?totals?\s|\b(?:(?:sub)?totals?|(?<!lump )sum)$/i;

/** What is called total and is held, where only a value stands beside it. */
const FUND = /\b(?:index|idx|funds?|fd|etf|trust|admiral)\b/i;

/** What could be bought, with borrowed money, too; what an account is worth: no cash of its own. */
export const BUYING_POWER = /^(?:available |total |stock |option |cash )*buying power$/i;
const NO_BALANCE =
  /^(?:(?:non-?|un)?vested|opening|beginning|starting|closing|ending|total|combined) (?:account |plan |portfolio )?(?:balance|value)$|^(?:portfolio|overall|net) value$|^overall$|^depotwert$|^net (?:liq\w*|liquidation|account|equity|worth)(?: value)?$/i;

/** Below the positions some brokers list balances, each as a label and an amount under a header of many columns. */
const BALANCE = /\b(?:balances?|pending activity|money accounts?|account value|value of)\b/i;
const isBalanceLine = ({ section, row }: TableRow): boolean =>
  row.cells.length === 2 && section.columns.headers.length > 3 && BALANCE.test(row.cells[0] ?? '');

/** Words that head a group of holdings and are written as tickers are. Alone in its row one says nothing of a holding. */
const HEADINGS = new Set(
  (
    'ETF ETFS ETC ETCS ETN ETNS ETP ETPS REIT REITS ADR ADRS GDR GDRS OEIC OEICS SICAV FUND FUNDS FONDS STOCK STOCKS SHARE SHARES ' +
    'BOND BONDS EQUITY CRYPTO COINS GOLD METALS OTHER OTHERS AKTIEN US USA UK EU EM EUROPE ASIA WORLD UCITS ISA SIPP IRA HSA CD CDS ' +
    'LONG LONGS SHORT SHORTS'
  ).split(' '),
);
const isTicker = (text: string): boolean => looksLikeSymbol(text) && !HEADINGS.has(text);

const hasDigit = (text: string): boolean => /\d/.test(text);

/** Amounts without a word and without a quantity or a price of a unit: what stands below a home-made table is its sum. */
function isBareTotal(row: TableRow): boolean {
  if (!isMissing(row.text('quantity')) || !isMissing(row.text('price')) || row.text('symbol') !== '') return false;
  const last = row.section.rows.findLast((one) => !isBlank(one));
  const cells = row.row.cells.map((cell) => cell.trim());
  // A sheet's sum over a price that is not known is an error of its own: "#N/A".
  return row.row === last && cells.some(isAmount) && cells.every((cell) => isMissing(cell) || isAmount(cell));
}

const isAmount = (cell: string): boolean => /^(?:[A-Z]{3}\s?)?[^\p{L}]*\d[^\p{L}]*(?:\s?[A-Z]{3})?$/u.test(cell);

/** What stands with a figure below a list of holdings and is none of them. */
const OF_A_FOOTER =
  /\b(?:net|gross|balances?|(?<!insurance cash )value|worth|equity|liquidation|gains?|loss(?:es)?|changes?|income|interest|dividends?|pending|unsettled|available|withdraw\w*|requirements?|excess|liabilit(?:y|ies)|as of|date|weight|average|percent\w*|check|difference|target|goal|budget|expenses?|spending|salary|contributions?|needed|estimated?|annual|monthly|yearly)\b|:\s*$/i;

/** Whether a line below a blank one is held all the same: by an account, a name and what it is worth. */
function isWorth(row: TableRow): boolean {
  const label = row.text('name') || row.text('symbol');
  if (!hasDigit(row.text('marketValue'))) return false;
  if (!/\p{L}/u.test(label)) return label === '' && isBelonging(row);
  return row.text('account') !== '' || !OF_A_FOOTER.test(label);
}

/** `afterGap`: a blank line stands between this row and the last position, as before most footers. */
export function rowKind(row: TableRow, afterGap: boolean): RowKind {
  if (isBlank(row.row)) return 'blank';
  const symbol = row.text('symbol');
  const filled = row.row.cells.filter((cell) => cell.trim() !== '');
  const [first = ''] = filled;
  const { valued } = row.section.columns;
  const amounts = `${row.text('quantity')}${row.text('price')}${valued ? row.text('marketValue') : ''}`;
  const label = symbol === '' ? row.text('name') || first : symbol;
  if (isBalanceLine(row) || NO_BALANCE.test(label) || BUYING_POWER.test(label)) return 'total';
  // A fund may be called Total Market: a total has no price of a unit.
  const isCounted = hasDigit(row.text('quantity')) && hasDigit(row.text('price'));
  const isPriced = isCounted && (label.includes(' ') || label === 'SUM');
  const mayBeFund = isPriced || (valued && FUND.test(label));
  if (!mayBeFund && (TOTAL.test(label) || TOTAL_ABROAD.test(label))) return 'total';
  // In a column of accounts alone it names nothing that is held: "Roth IRA Total" of a pivot table, beside the sum of its quantities.
  const isNameless = symbol === '' && row.text('name') === '';
  const isOfAKind = TOTAL_OF_A_KIND.test(symbol === '' ? first : symbol) && !looksLikeSymbol(symbol);
  if (isOfAKind && (isNameless || !hasDigit(amounts))) return 'total';
  // Interactive Brokers write what a row is into its first cells: "Open Position Summary,Total".
  if (isNameless && filled.slice(0, 3).some((cell) => TOTAL.test(cell.trim()))) return 'total';
  // A line of one field under a header of several is a heading, though it be written as a ticker is ("CHESS"), unless it is one for certain.
  const isTickerAlone = first === symbol && isTicker(symbol) && (row.row.cells.length > 1 || isKnownTicker(symbol));
  if (filled.length === 1 && /\p{L}/u.test(first) && !isTickerAlone) return 'text';
  if (isBareTotal(row)) return 'total';
  if (cashLabel(row) !== null) return 'cash';
  if (afterGap && !hasDigit(amounts) && !looksLikeSymbol(symbol) && !isWorth(row)) return 'text';
  return 'position';
}
