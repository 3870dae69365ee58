import type { ColumnMap } from '../column-map.ts';
import { fileConventions } from '../file-conventions.ts';
import {
  findHeader,
  isBlank,
  isFound,
  tableOf,
  tablesIn,
  type Header,
  type Table,
  type TableKind,
} from '../find-sections.ts';
import type { CashBalance } from '../../schemas/portfolio.ts';
import type { DateOrder } from '../date-text.ts';
import type { Findings } from '../findings.ts';
import { titleOf, ONLY_ACCOUNT, type AccountReference } from '../account-names.ts';
import { readTypeCell } from '../account-type-cell.ts';
import { MAX_TRANSACTIONS, type InputFile } from '../input-file.ts';
import { notePassedOver } from '../passed-over.ts';
import { isFooter } from '../footer-row.ts';
import { isRagged } from '../ragged-row.ts';
import { cellReader, type CellReader } from '../read-cells.ts';
import { accountOf } from '../row-account.ts';
import { firstRows, type Row } from '../split-rows.ts';
import { looksLikeSymbol } from '../symbol-text.ts';
import { tableRow, type TableRow } from '../table-row.ts';
import { noteUnstatedTrades } from '../unstated-currency.ts';
import type { Unsupported } from '../unsupported.ts';
import type { ListedTransaction } from './listed-transaction.ts';
import type { MoneyLeftOut } from './transaction-list.ts';
import { adjustedRows } from './adjusted-rows.ts';
import { happenings, movesUnits } from './happenings.ts';
import { signsOf } from './list-signs.ts';
import { readStated, type StatedRow } from './read-transaction.ts';
import { actionWords, readAction } from './transaction-kind.ts';
import { pairedSplits } from './reverse-splits.ts';
import { lastBalances } from './last-balances.ts';
import { quotient } from '../decimal-number.ts';
import { absolute } from './signs.ts';
import { cashAlone, noteUnsupported, unsupportedTrade } from './unsupported-transactions.ts';

const columnsNeeded = tableOf('action');

/** What each row did has a column of its own, or the quantity's sign tells it. */
const saysWhatWasDone = (columns: ColumnMap): boolean => columnsNeeded.fits(columns) || columns.signed;

/** A table with a date, an action, and a quantity or an amount. */
export const TRANSACTIONS: TableKind = {
  fits: (columns) =>
    !columns.lots &&
    saysWhatWasDone(columns) &&
    (columns.positions.has('tradeDate') || columns.positions.has('priceDate')) &&
    (columns.positions.has('quantity') || columns.positions.has('amount')),
  lacks: ({ positions }) => [
    ...(positions.has('action') ? [] : ['action (or type: buy, sell, dividend, ...)']),
    ...(positions.has('tradeDate') || positions.has('priceDate') ? [] : ['date']),
    ...(positions.has('quantity') || positions.has('amount') ? [] : ['quantity or amount']),
  ],
};

/** The header of a list of transactions, where the text is one: its own headers say so, or what stands under them. */
export function transactionHeader(text: string): Header | null {
  const header = findHeader(text, TRANSACTIONS);
  const { row, columns, separator } = header;
  if (!isFound(header) || row === null || columns === null) return null;
  if (columns.trades) return header;
  const place = columns.positions.get('action') ?? -1;
  const words = firstRows(text, separator, row.line + LOOKED_AT)
    .filter(({ line }) => line > row.line)
    .map(({ cells }) => cells[place] ?? '')
    .filter((cell) => cell !== '');
  const actions = words.filter((cell) => readAction(cell) !== null);
  return words.length > 0 && actions.length * 2 > words.length ? header : null;
}

/** Rows looked at to see whether a column "type" holds actions, or kinds of securities. */
const LOOKED_AT = 20;

/** The transactions that a file lists below its positions; null where there are none, or no row tells what each did. */
export function tableBelow({ separator, transactions: rows, account }: Table): Table | null {
  const sections = tablesIn(rows, TRANSACTIONS);
  if (sections.length === 0) return null;
  return { separator, preamble: [], sections, transactions: [], ...(account !== undefined && { account }) };
}

interface Found {
  raw: Row;
  row: TableRow;
  stated: StatedRow;
  cells: CellReader;
  unsupported: Unsupported | null;
}

/** What a table of transactions says, and what it says is in each account after them. */
export interface TransactionRows {
  listed: ListedTransaction[];
  balances: ReadonlyMap<string, CashBalance[]>;
  /** What rows that are wrong may have brought in; "" where one does not say what, or how numbers are written is not known. */
  refused: ReadonlySet<string>;
  leftOut: readonly MoneyLeftOut[];
  daysAssumed?: DateOrder;
}

/** An order that was not carried out. */
const UNDONE =
  /^(?:cancel|reject|expired|pending|fail|open\b|queued|unfilled|inactive|declined|void|storniert|abgelehnt|gestrichen)/i;

/** The transactions of a table; what is wrong with its rows is in `findings`. */
export function readTransactionTable(table: Table, file: InputFile, findings: Findings): TransactionRows {
  const conventions = fileConventions(table, findings);
  const found: Found[] = [];
  const passedOver: Row[] = [];
  const undone: Row[] = [];
  const refused = new Set<string>(findings.problems.length > 0 ? [''] : []);
  for (const section of table.sections) {
    for (const raw of section.rows) {
      const row = tableRow(section, raw);
      const says = actionWords(row) !== '' || (row.text('symbol') !== '' && row.text('quantity') !== '');
      const isUndone = says && UNDONE.test(row.text('status'));
      if (isUndone) undone.push(raw);
      else if (!says && !isBlank(raw)) passedOver.push(raw);
      if (!says || isUndone) continue;
      if (isFooter(row, file)) {
        passedOver.push(raw);
        continue;
      }
      const isSale = readAction(actionWords(row)) === 'sell';
      if (isRagged(row, findings)) {
        refused.add('');
        continue;
      }
      const cells = cellReader(row, conventions, findings);
      const title = titleOf(row, table);
      const account: AccountReference = accountOf(row) ?? { key: title, name: title || ONLY_ACCOUNT, number: '' };
      const unsupported = unsupportedTrade(row);
      const of = { account, accountType: readTypeCell(row, cells, table) };
      const stated = readStated(row, cells, of, file, unsupported === null);
      if (stated !== null) found.push({ raw, row, stated, cells, unsupported });
      else if (!isSale) refused.add(tickerOf(row));
    }
  }
  const leftOut: MoneyLeftOut[] = [];
  const { listed, renamed, alone } = pairedSplits(listedOf(found, passedOver, leftOut));
  for (const { line, from, to } of renamed)
    findings.note(
      'transactions',
      `${from} was taken away for ${to} in a reverse split: what was held as ${from} is ${to}`,
      line,
    );
  for (const { line, symbol, half } of alone) {
    const [has, lacks] = half === 'old' ? ['before', 'after'] : ['after', 'before'];
    const what = `this row has the shares of ${symbol ?? ''} from ${has} a split, and no other row of that day those from ${lacks} it`;
    findings.problem(`${what}; add that row, or write the split as "4:1" in the quantity`, line);
    refused.add(symbol ?? '');
  }
  noteUnsupported(found, findings);
  noteUnstatedTrades(found, { table, mark: conventions.mark, file }, findings);
  notePassedOver(passedOver, findings, 'no transactions, but totals, text or what moves nothing,');
  notePassedOver(undone, findings, 'orders that were not carried out');
  if (listed.length > MAX_TRANSACTIONS) {
    findings.problem(`the file has ${listed.length} transactions; at most ${MAX_TRANSACTIONS} are read`);
  }
  const balances = lastBalances(found.map(({ stated }) => stated));
  const { isOrderAssumed, order } = conventions;
  return { listed, balances, refused, leftOut, ...(isOrderAssumed && { daysAssumed: order }) };
}

const tickerOf = (row: TableRow): string =>
  looksLikeSymbol(row.text('symbol')) ? row.text('symbol').toUpperCase() : '';

/** What the rows say happened; those that move nothing are added to `passedOver`, and money that cannot be told of to `leftOut`. */
function listedOf(found: readonly Found[], passedOver: Row[], leftOut: MoneyLeftOut[]): ListedTransaction[] {
  const rows = found.map(({ stated }) => stated);
  const ofList = { ...signsOf(rows), inUnits: movesUnits(rows) };
  const firstDays = new Map<string, string>();
  for (const { account, date } of rows) {
    const first = firstDays.get(account.key);
    if (first === undefined || date < first) firstDays.set(account.key, date);
  }
  const whole = adjustedRows(rows);
  return found.flatMap(({ raw, stated: alone, cells, unsupported }) => {
    const stated = whole.get(alone);
    if (stated === undefined) return [];
    if (unsupported !== null) return cashAlone(stated);
    const { account, date, currency, line, words } = stated;
    const happened = happenings({ ...stated, ...ofList, isFirst: firstDays.get(account.key) === date });
    if (typeof happened === 'string') cells.problem('action', happened);
    else if ('leftOut' in happened) {
      cells.note('transactions', 'action', happened.leftOut);
      if (happened.money !== undefined)
        leftOut.push({ key: account.key, line, words, amount: happened.money, currency });
    } else if ('taken' in happened) cells.note('transactions', 'action', happened.told);
    else if (happened.length === 0) passedOver.push(raw);
    const listed =
      typeof happened === 'string' || 'leftOut' in happened ? [] : 'taken' in happened ? happened.taken : happened;
    return listed.map((one) => withPrice({ ...stated, ...one }));
  });
}

/** A trade that states no price cost what it did to cash for each unit. */
function withPrice(listed: ListedTransaction): ListedTransaction {
  const { kind, price, quantity, cash } = listed;
  if (price !== null || quantity === null || Number(quantity) <= 0 || (kind !== 'buy' && kind !== 'sell'))
    return listed;
  const each = quotient(absolute(cash), quantity);
  return Number(each) > 0 ? { ...listed, price: each } : listed;
}
