import { findHeader, findTable, isFound, tableOf } from './find-sections.ts';
import type { Findings } from './findings.ts';
import type { InputFile } from './input-file.ts';
import { isActivityStatement } from './interactive-brokers/activity-statement.ts';
import { readStatement } from './interactive-brokers/read-statement.ts';
import { HOLDINGS, VALUES } from './read-holdings-table.ts';
import { readPositions, type CsvPortfolio } from './read-positions.ts';
import { contradictionsBesides, portfolioOfTransactions } from './transactions/portfolio-of-transactions.ts';
import { readTransactionsText } from './transactions/read-transactions-file.ts';
import { tableBelow, transactionHeader, TRANSACTIONS } from './transactions/transaction-table.ts';

/**
 * The accounts of a delimited text: a table of positions (perhaps with transactions below it), a list of transactions, or an
 * activity statement. Null where there is no such table in it; what is wrong with its rows is in `findings`.
 */
export function readCsvPortfolio(text: string, file: InputFile, findings: Findings): CsvPortfolio | null {
  if (isActivityStatement(text)) return readStatement(text, file, findings);
  const holdings = findHeader(text, HOLDINGS);
  const transactions = transactionHeader(text);
  const start = transactions?.row?.line;
  if (start !== undefined && (!isFound(holdings) || start <= (holdings.row?.line ?? 0))) {
    const list = readTransactionsText(text, file, findings);
    if (list !== null && findings.problems.length > 0) contradictionsBesides(list, findings);
    if (list === null || findings.problems.length > 0) return null;
    const { rates = [] } = list;
    return {
      ...portfolioOfTransactions(list, findings, [...(file.rates ?? []), ...rates]),
      exchangeRates: [...rates],
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
