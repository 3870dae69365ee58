import type { FileLayout } from '../file-layout.ts';
import type { Findings } from '../findings.ts';
import type { InputFile } from '../input-file.ts';
import { readHoldingsTable } from '../read-holdings-table.ts';
import type { TransactionList } from '../transactions/transaction-list.ts';
import { readTransactionTable } from '../transactions/transaction-table.ts';
import { openStatement } from './activity-statement.ts';
import { CASH } from './statement-cash.ts';
import { holdingsTable } from './statement-holdings.ts';
import { rateSection } from './statement-rates.ts';
import { statementTransactions } from './statement-transactions.ts';

/** Tables of transactions are put together from several sections: their columns are not the file's. */
export const STATEMENT_LAYOUT: FileLayout = {
  kind: 'an activity statement of Interactive Brokers',
  separator: ',',
  tables: [],
};

/** What a statement says happened and currencies were worth, for positions of another file; what it says is held does not count. Null where it is too long. */
export function statementList(text: string, file: InputFile, findings: Findings): TransactionList | null {
  const statement = openStatement(text, findings);
  if (statement === null) return null;
  const held = ['Open Positions', ...CASH].filter((name) => statement.bySection.has(name));
  if (held.length > 0) {
    const counts = 'what is held is what the portfolio file says';
    findings.note(
      'transactions',
      `only what happened was read of the statement: ${counts}, not its ${held.join(', ')}`,
    );
  }
  const table = statementTransactions(statement, findings);
  const read = table === null ? { listed: [], balances: new Map() } : readTransactionTable(table, file, findings);
  const { bySection, base } = statement;
  const stated = readHoldingsTable(holdingsTable(statement, [rateSection(bySection, base)]), file, findings);
  return { ...read, rates: stated?.exchangeRates ?? [], layout: STATEMENT_LAYOUT };
}
