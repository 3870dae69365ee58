import type { Account, StatedTransaction } from '../schemas/portfolio.ts';
import type { AccountOrigin } from './account-origin.ts';
import { layoutOf, tablesOf, type FileLayout } from './file-layout.ts';
import type { Table } from './find-sections.ts';
import type { Findings } from './findings.ts';
import type { InputFile } from './input-file.ts';
import { readHoldingsTable } from './read-holdings-table.ts';
import { transactionsBeside } from './transactions/beside-positions.ts';
import { withCosts } from './transactions/stated-costs.ts';
import { readTransactionTable } from './transactions/transaction-table.ts';
import type { StatedRate } from './with-exchange-rates.ts';

export interface CsvPortfolio {
  accounts: Account[];
  transactions: StatedTransaction[];
  exchangeRates: StatedRate[];
  origins: AccountOrigin[];
  layout: FileLayout;
}

/** What is held, with what is listed beside it (null: nothing). Null, with a problem, where there is too much of it. */
export function readPositions(
  { holdings, transactions: beside }: { holdings: Table; transactions: Table | null },
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
  const { transactions, costs } = transactionsBeside(held, list, findings);
  const accounts = withCosts(held.accounts, costs, findings);
  return { ...held, accounts, transactions, layout: { ...layout, kind: 'positions and transactions', tables } };
}
