import type { CashBalance } from '../../schemas/portfolio.ts';
import { titleOf } from '../account-names.ts';
import { quotation } from '../file-problem.ts';
import type { Section, Table } from '../find-sections.ts';
import type { FileLayout } from '../file-layout.ts';
import type { Findings } from '../findings.ts';
import type { InputFile } from '../input-file.ts';
import { readNumber } from '../number-text.ts';
import { readHoldingsTable } from '../read-holdings-table.ts';
import { readPositions, type CsvPortfolio } from '../read-positions.ts';
import { accountOf } from '../row-account.ts';
import { tableRow } from '../table-row.ts';
import { portfolioOfTransactions } from '../transactions/portfolio-of-transactions.ts';
import { readTransactionTable } from '../transactions/transaction-table.ts';
import { openStatement, type ActivityStatement } from './activity-statement.ts';
import { holdingsTable, statementHoldings, type StatementHoldings } from './statement-holdings.ts';
import { STATEMENT_LAYOUT } from './statement-list.ts';
import { statementTransactions } from './statement-transactions.ts';

/**
 * The accounts of an activity statement: its open positions with what happened beside them, or, where it does not say what is held,
 * what its transactions leave. Null where there is too much of it; what is wrong with its lines is in `findings`.
 */
export function readStatement(text: string, file: InputFile, findings: Findings): CsvPortfolio | null {
  const statement = openStatement(text, findings);
  if (statement === null) return null;
  noteType(statement, findings);
  const holdings = statementHoldings(statement, findings);
  const transactions = statementTransactions(statement, findings);
  if (transactions !== null && !holdings.areStated) {
    return leftByTransactions(statement, { holdings, transactions }, file, findings);
  }
  const { positions, cash, rates, areStated, cashIsStated } = holdings;
  if (!areStated && cash.rows.length === 0) {
    findings.problem(
      'the activity statement lists no positions, no cash and no transactions; export it with all sections',
    );
    return null;
  }
  if (!areStated) findings.note('left_out', 'the statement has no section Open Positions: only its cash is counted');
  if (!cashIsStated) {
    const missing = 'the statement has no section Cash Report: what cash the account has or owes is not counted';
    findings.note('left_out', missing);
  }
  const held = holdingsTable(statement, [...positions, cash, rates]);
  const read = readPositions({ holdings: held, transactions }, file, findings);
  const tables = read?.layout.tables.filter(({ headerLine }) => headerLine > 0).map(ofStatement) ?? [];
  return read && { ...read, layout: { ...STATEMENT_LAYOUT, tables } };
}

/** The first columns of a statement's lines say what each of them is: its section, header or data, and perhaps a summary or a lot. */
function ofStatement({ headerLine, columns }: FileLayout['tables'][number]): FileLayout['tables'][number] {
  const isPart = (place: number): boolean => place < 2 || columns[place]?.header === 'DataDiscriminator';
  const isItsOwn = columns[1]?.header === 'Header';
  return {
    headerLine,
    columns: isItsOwn ? columns.map((one, place) => (isPart(place) ? { ...one, use: 'part' } : one)) : columns,
  };
}

/** Says where it was found how the account is taxed, as its name does not say it. */
function noteType({ common: { account = '', accountType } }: ActivityStatement, findings: Findings): void {
  if (accountType === undefined) return;
  const { value, column, text } = accountType;
  const what = `"${quotation(account)}" is ${value.replace('_', '-')}`;
  findings.note('account', `${what}: the statement's ${column} is "${quotation(text)}"`);
}

/** What a statement's transactions leave, with the money that it says is there; an account that nothing happened in has its money alone. */
function leftByTransactions(
  statement: ActivityStatement,
  { holdings: { cash, rates, cashIsStated }, transactions }: { holdings: StatementHoldings; transactions: Table },
  file: InputFile,
  findings: Findings,
): CsvPortfolio | null {
  const since = statement.period === '' ? '' : ` (${quotation(statement.period)})`;
  findings.note(
    'in_doubt',
    `the statement has no section Open Positions: what is held was worked out from its transactions${since}, and what was bought before them is not in it`,
  );
  const { listed } = readTransactionTable(transactions, file, findings);
  const moved = new Set(listed.map(({ account }) => account.key));
  const { balances, others } = balancesOf(cash, { moved, table: transactions }, findings);
  const besides = readHoldingsTable(holdingsTable(statement, [others, rates]), file, findings);
  if (besides === null || findings.problems.length > 0) return null;
  const list = { listed, balances: cashIsStated ? balances : new Map(), layout: STATEMENT_LAYOUT };
  const known = [...(file.rates ?? []), ...besides.exchangeRates];
  const { accounts, origins, transactions: stated } = portfolioOfTransactions(list, findings, known);
  return {
    accounts: [...accounts, ...besides.accounts],
    origins: [...origins, ...besides.origins],
    transactions: stated,
    exchangeRates: besides.exchangeRates,
    layout: STATEMENT_LAYOUT,
  };
}

/** What is left of the money of each account that something happened in, nothing included, by its key; and the other accounts' lines. */
function balancesOf(
  cash: Section,
  { moved, table }: { moved: ReadonlySet<string>; table: Table },
  findings: Findings,
): { balances: Map<string, CashBalance[]>; others: Section } {
  const balances = new Map<string, CashBalance[]>([...moved].map((key) => [key, []]));
  const others = cash.rows.filter((raw) => {
    const row = tableRow(cash, raw);
    const own = balances.get(accountOf(row)?.key ?? titleOf(row, table));
    const amount = row.text('marketValue');
    const read = readNumber(amount, '.');
    if (own !== undefined && read.kind === 'number') own.push({ currency: row.text('currency'), amount: read.value });
    else if (own !== undefined) findings.problem(`the balance "${quotation(amount)}" is not a number`, raw.line);
    return own === undefined;
  });
  return { balances, others: { ...cash, rows: others } };
}
