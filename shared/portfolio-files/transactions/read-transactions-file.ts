import { decodeText } from '../decode-text.ts';
import type { FileNote, FileProblem } from '../file-problem.ts';
import { layoutOf } from '../file-layout.ts';
import { findTable } from '../find-sections.ts';
import { findingsOf, inFileOrder, type Findings } from '../findings.ts';
import type { InputFile } from '../input-file.ts';
import { isActivityStatement } from '../interactive-brokers/activity-statement.ts';
import { statementList } from '../interactive-brokers/statement-list.ts';
import { readGhostfolio } from './read-ghostfolio.ts';
import { ratesOfSettlements } from './settlement.ts';
import type { TransactionList } from './transaction-list.ts';
import { readTransactionTable, TRANSACTIONS } from './transaction-table.ts';

export interface TransactionsFile {
  ok: true;
  list: TransactionList;
  notes: FileNote[];
}

export type TransactionsFileReading = TransactionsFile | { ok: false; problems: FileProblem[] };

/**
 * Reads a list of transactions: a CSV with a date, an action, and a quantity or an amount, what an activity statement of
 * Interactive Brokers says happened, or Ghostfolio's export. Either all of it is good, or every problem is returned; it never throws.
 */
export function readTransactionsFile(file: InputFile): TransactionsFileReading {
  const findings = findingsOf(file.name);
  const text = decodeText(file.bytes, findings);
  const list = text === null ? null : readList(text, file, findings);
  if (list?.listed.length === 0 && findings.problems.length === 0)
    findings.problem('there is no transaction in the file');
  if (list === null || findings.problems.length > 0) return { ok: false, problems: inFileOrder(findings.problems) };
  return { ok: true, list, notes: inFileOrder(findings.notes) };
}

function readList(text: string, file: InputFile, findings: Findings): TransactionList | null {
  const start = text.trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return readGhostfolio(text, file, findings);
  if (isActivityStatement(text)) return statementList(text, file, findings);
  return readTransactionsText(text, file, findings);
}

/** The transactions of a delimited text; null, with a problem, where none of its rows is a header of them. */
export function readTransactionsText(text: string, file: InputFile, findings: Findings): TransactionList | null {
  const table = findTable(text, TRANSACTIONS, findings);
  if (table === null) return null;
  const read = readTransactionTable(table, file, findings);
  const rates = ratesOfSettlements(read.listed, file.name);
  return { ...read, rates, coreIsCash: true, layout: layoutOf('transactions', table, 'transactions') };
}
