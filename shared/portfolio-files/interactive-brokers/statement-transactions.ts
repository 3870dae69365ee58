import { columnMap } from '../column-map.ts';
import { sum } from '../decimal-number.ts';
import type { Section, Table } from '../find-sections.ts';
import type { Findings } from '../findings.ts';
import { readNumber } from '../number-text.ts';
import type { ActivityStatement } from './activity-statement.ts';
import { statementRows, type StatementRow } from './statement-rows.ts';

/** Columns of the one table that sections of happenings are put into; the words are those that `column-names.ts` knows. */
const HEADERS = [
  'Account',
  'Trade Date',
  'Action',
  'Symbol',
  'Quantity',
  'Price',
  'Amount',
  'Currency',
  'Asset Category',
  'Security Name',
];
interface Happening {
  line: number;
  account: string;
  date: string;
  action: string;
  symbol?: string;
  quantity?: string;
  price?: string;
  amount?: string;
  currency: string;
  category?: string;
}

/** Sections of money paid or received, and the word for what they list; `null` where the sign of each amount decides. */
const PAYMENTS: Record<string, string | null> = {
  Dividends: 'dividend',
  'Payment In Lieu Of Dividends': 'dividend',
  Interest: 'interest',
  'Broker Interest Paid': 'interest',
  'Broker Interest Received': 'interest',
  'Bond Interest Paid': 'interest',
  'Bond Interest Received': 'interest',
  'Withholding Tax': 'tax',
  Fees: 'fee',
  'Other Fees': 'fee',
  'Advisor Fees': 'fee',
  'Client Fees': 'fee',
  'Transaction Fees': 'fee',
  'Commission Adjustments': 'fee',
  'Deposits & Withdrawals': null,
  'Deposits and Withdrawals': null,
};

/** The sections whose lines are transactions. */
export const HAPPENINGS: ReadonlySet<string> = new Set([
  ...Object.keys(PAYMENTS),
  'Trades',
  'Transfers',
  'Corporate Actions',
]);

/**
 * Everything that a statement says happened, as one table of transactions; its header is no line of the file (0). Null where it
 * lists nothing. A note names corporate actions that are not read.
 */
export function statementTransactions(
  { bySection, names, common: ofAll }: ActivityStatement,
  findings: Findings,
): Table | null {
  const rowsOf = (name: string): StatementRow[] => statementRows(bySection.get(name) ?? []);
  const { splits, unread } = corporateActions(rowsOf('Corporate Actions'));
  noteUnread(unread, findings);
  const all = [
    ...singleTrades(rowsOf('Trades')).flatMap(trade),
    ...rowsOf('Transfers')
      .filter((row) => isMoney(common(row).currency))
      .map(transfer),
    ...splits,
    ...Object.entries(PAYMENTS).flatMap(([name, word]) => rowsOf(name).flatMap((row) => payment(row, word))),
  ];
  const rows = all.map(({ line, account, date, action, symbol, quantity, price, amount, currency, category }) => {
    const name = names.get(symbol ?? '');
    return {
      line,
      cells: [account, date, action, symbol, quantity, price, amount, currency, category, name].map(
        (cell) => cell ?? '',
      ),
    };
  });
  const section: Section = { title: '', headerLine: 0, columns: columnMap(HEADERS), rows };
  return rows.length === 0 ? null : { ...ofAll, preamble: [], sections: [section] };
}

/** `lines` of corporate actions other than splits. */
function noteUnread(lines: readonly number[], findings: Findings): void {
  if (lines.length === 0) return;
  const others = lines.slice(1, 12).join(', ') + (lines.length > 12 ? ' and others' : '');
  const also = others === '' ? '' : ` (nor those on ${lines.length === 2 ? 'line' : 'lines'} ${others})`;
  findings.note('left_out', `a corporate action other than a split was not read${also}`, lines[0]);
}

/** What every section says of a line. Its time of day does not matter. */
function common({ line, cell }: StatementRow): Pick<Happening, 'line' | 'account' | 'date' | 'currency'> {
  const date = cell('Date/Time', 'Trade Date', 'Settle Date', 'Date', 'Report Date').split(/[,;]/)[0] ?? '';
  return { line, account: cell('Account'), date, currency: cell('Currency', 'Currency Primary') };
}

/** Totals stand where a line's currency would. */
const isMoney = (currency: string): boolean => /^[A-Z]{3}$/.test(currency);
const isNegative = (text: string): boolean => /^\s*[-(−]/.test(text);
const moved = (amount: string): string => (isNegative(amount) ? 'withdrawal' : 'deposit');

/** The sum of two cells; the first as it is where either is no number, so that it is complained about in its place. */
function net(amount: string, fee: string): string {
  const [left, right] = [readNumber(amount, '.'), readNumber(fee, '.')];
  return left.kind === 'number' && right.kind === 'number' ? sum(left.value, right.value) : amount;
}

/** An order may be followed by the executions that it took and the lots that it closed, which say the same again. */
function singleTrades(rows: readonly StatementRow[]): StatementRow[] {
  const level = (row: StatementRow): string => row.cell('DataDiscriminator', 'Level Of Detail').toLowerCase();
  const orders = rows.some((row) => level(row) === 'order');
  const single = rows.filter((row) => (orders ? level(row) === 'order' : !/lot|summary/.test(level(row))));
  return single.filter((row) => isMoney(common(row).currency));
}

/** The currencies of a trade of one for another; null for any other trade. */
function currenciesOf({ cell }: StatementRow): { from: string; to: string } | null {
  const [, from, to] = /^([A-Z]{3})[./]([A-Z]{3})$/.exec(cell('Symbol')) ?? [];
  const isForex = /^(?:forex|cash)/i.test(cell('Asset Category', 'Asset Class'));
  return isForex && from !== undefined && to !== undefined ? { from, to } : null;
}

const priceOf = ({ cell }: StatementRow): string => cell('T. Price', 'Trade Price', 'Price');

/** What one currency cost in another when the one was traded for the other. */
export interface CurrencyTrade {
  line: number;
  date: string;
  from: string;
  to: string;
  rate: string;
}

/** The trades of currencies, each of which states the rate of its day. */
export const currencyTrades = (rows: readonly StatementRow[]): CurrencyTrade[] =>
  singleTrades(rows).flatMap((row) => {
    const pair = currenciesOf(row);
    const rate = readNumber(priceOf(row), '.');
    const { line, date } = common(row);
    return pair === null || rate.kind !== 'number' || Number(rate.value) <= 0
      ? []
      : [{ line, date, ...pair, rate: rate.value }];
  });

function trade(row: StatementRow): Happening[] {
  const { cell } = row;
  const category = cell('Asset Category', 'Asset Class');
  const [symbol, quantity, proceeds] = [cell('Symbol'), cell('Quantity', 'Qty'), cell('Proceeds')];
  const fee = cell('Comm/Fee', 'Comm in USD', 'Commission', 'Commissions', 'IB Commission', 'Comm');
  const own = common(row);
  const pair = currenciesOf(row);
  if (pair !== null) {
    // One currency for another: to each of them it is money that comes or goes.
    return [
      { ...own, action: moved(quantity), amount: quantity, currency: pair.from },
      { ...own, action: moved(proceeds), amount: proceeds },
      ...(fee === '' ? [] : [{ ...own, action: 'fee', amount: fee, currency: 'USD' }]),
    ];
  }
  // What a future's notional value is never moves: its gains are settled day by day, outside this section.
  const amount = /^futures?\b/i.test(category) ? fee : net(proceeds, fee);
  const price = priceOf(row);
  return [{ ...own, action: isNegative(quantity) ? 'sell' : 'buy', symbol, quantity, price, amount, category }];
}

function transfer(row: StatementRow): Happening {
  const { cell } = row;
  const [symbol, quantity, cash] = [cell('Symbol'), cell('Qty', 'Quantity'), cell('Cash Amount')];
  const shares = /[A-Z0-9]/i.test(symbol);
  const out = /^out/i.test(cell('Direction')) || isNegative(shares ? quantity : cash);
  const action = out ? 'transfer out' : 'transfer in';
  return {
    ...common(row),
    action,
    ...(shares ? { symbol, quantity } : { amount: cash }),
    category: cell('Asset Category'),
  };
}

/** The ticker before the instrument's number: "VTI(US9229087690) Cash Dividend ...". */
const symbolIn = (description: string): string => /^([A-Z0-9][A-Z0-9. ]{0,14}?)\s*\(/.exec(description)?.[1] ?? '';

function payment(row: StatementRow, word: string | null): Happening[] {
  const { cell } = row;
  const own = common(row);
  if (!isMoney(own.currency)) return [];
  const [description, amount] = [cell('Description'), cell('Amount')];
  const symbol = word === null ? '' : cell('Symbol') || symbolIn(description);
  return [{ ...own, action: word ?? moved(amount), symbol, amount }];
}

/** Splits; a reverse one is listed twice, for the old shares and for the new. */
function corporateActions(rows: readonly StatementRow[]): { splits: Happening[]; unread: number[] } {
  const splits = new Map<string, Happening>();
  const unread: number[] = [];
  for (const row of rows) {
    const own = common(row);
    if (!isMoney(own.currency)) continue;
    const description = row.cell('Description');
    const ratio = /\bsplit (\d+(?:\.\d+)?) for (\d+(?:\.\d+)?)/i.exec(description);
    const symbol = symbolIn(description);
    const key = `${own.account} ${own.date} ${symbol}`;
    if (ratio === null || symbol === '') unread.push(row.line);
    else if (!splits.has(key)) {
      splits.set(key, { ...own, action: 'split', symbol, quantity: `${ratio[1] ?? ''}:${ratio[2] ?? ''}` });
    }
  }
  return { splits: [...splits.values()], unread };
}
