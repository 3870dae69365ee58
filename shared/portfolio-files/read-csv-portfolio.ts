import type { Account, StatedTransaction } from '../schemas/portfolio.ts';
import { layoutOf, tablesOf, type FileLayout } from './file-layout.ts';
import { findHeader, findTable, isFound, tableOf } from './find-sections.ts';
import type { Findings } from './findings.ts';
import type { AccountOrigin } from './account-origin.ts';
import type { InputFile } from './input-file.ts';
import {
  isActivityStatement,
  statementTables,
  type StatementTables,
} from './interactive-brokers/activity-statement.ts';
import { HOLDINGS, readHoldingsTable, VALUES } from './read-holdings-table.ts';
import { transactionsBeside } from './transactions/beside-positions.ts';
import type { StatedRate } from './with-exchange-rates.ts';
import { ratesOfSettlements } from './transactions/settlement.ts';
import { portfolioOfTransactions } from './transactions/portfolio-of-transactions.ts';
import { readTransactionsText } from './transactions/read-transactions-file.ts';
import { readTransactionTable, tableBelow, transactionHeader, TRANSACTIONS } from './transactions/transaction-table.ts';

export interface CsvPortfolio {
  accounts: Account[];
  transactions: StatedTransaction[];
  exchangeRates: StatedRate[];
  origins: AccountOrigin[];
  layout: FileLayout;
}

/**
 * The accounts of a delimited text: a table of positions (perhaps with transactions below it), a list of transactions, or an
 * activity statement. Null where there is no such table in it; what is wrong with its rows is in `findings`.
 */
export function readCsvPortfolio(text: string, file: InputFile, findings: Findings): CsvPortfolio | null {
  if (isActivityStatement(text)) {
    const tables = statementTables(text, findings);
    const read = tables === null ? null : readPositions(tables, file, findings);
    // Its tables of transactions are put together from several sections: their columns are not the file's.
    const own = { kind: 'an activity statement of Interactive Brokers' as const, separator: ',' as const };
    return (
      read && { ...read, layout: { ...own, tables: read.layout.tables.filter(({ headerLine }) => headerLine > 0) } }
    );
  }
  const holdings = findHeader(text, HOLDINGS);
  const transactions = transactionHeader(text);
  const start = transactions?.row?.line;
  if (start !== undefined && (!isFound(holdings) || start <= (holdings.row?.line ?? 0))) {
    const list = readTransactionsText(text, file, findings);
    if (list === null || findings.problems.length > 0) return null;
    const settled = ratesOfSettlements(list.listed, file.name);
    return {
      ...portfolioOfTransactions(list, findings, [...(file.rates ?? []), ...settled]),
      exchangeRates: settled,
      layout: list.layout,
    };
  }
  const trades = findHeader(text, tableOf('symbol', 'quantity'));
  if (!isFound(holdings) && isFound(trades)) {
    const { columns } = trades;
    const lacks = columns?.positions.has('action')
      ? `there is no column ${TRANSACTIONS.lacks(columns).join(' and no column ')}; add it`
      : 'no column says what each of them did; add a column "action" (buy, sell, ...)';
    findings.problem(`this is a list of trades, and ${lacks}, or export the positions instead`, trades.row?.line);
    return null;
  }
  const kind = !isFound(holdings) && isFound(findHeader(text, VALUES)) ? VALUES : HOLDINGS;
  const table = findTable(text, kind, findings);
  return table === null ? null : readPositions({ holdings: table, transactions: tableBelow(table) }, file, findings);
}

/** What is held, with what is listed beside it, where anything is. */
function readPositions(
  { holdings, transactions: beside }: StatementTables,
  file: InputFile,
  findings: Findings,
): CsvPortfolio | null {
  const read = readHoldingsTable(holdings, file, findings);
  if (read === null) return null;
  const { table, ...held } = read;
  const layout = layoutOf('positions', table, 'holdings');
  if (beside === null) {
    const [first] = table.transactions;
    if (first !== undefined) {
      findings.note('left_out', 'from here on the file lists trades, which were not read', first.line);
    }
    return { ...held, transactions: [], layout };
  }
  const { listed } = readTransactionTable(beside, file, findings);
  const tables = [...layout.tables, ...tablesOf(beside.sections, 'transactions')];
  const list = { listed, balances: new Map(), layout: { ...layout, tables } };
  const transactions = transactionsBeside(held, list, findings);
  return { ...held, transactions, layout: { ...layout, kind: 'positions and transactions', tables } };
}
