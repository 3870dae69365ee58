// A statement that lists no open positions is refused as a wrong list of holdings, or one beside other positions counts twice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findingsOf } from '../../../shared/portfolio-files/findings.ts';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import type { InputFile } from '../../../shared/portfolio-files/input-file.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import { transactionsBeside } from '../../../shared/portfolio-files/transactions/beside-positions.ts';
import { readTransactionsFile } from '../../../shared/portfolio-files/transactions/read-transactions-file.ts';
import { readLines } from './read-lines.ts';

const OK = join(import.meta.dirname, '../../fixtures/import/ok');
const day = { modifiedOn: '2026-10-30', asOf: '2026-11-15' };
const fixture = (name: string): InputFile => ({
  ...{ name: 'statement.csv', bytes: readFileSync(join(OK, `shape-of-interactive-brokers-${name}.csv`)), ...day },
});

/** What a statement says happened, beside positions of another file. */
function beside(statement: InputFile, ...positions: readonly string[]) {
  const bytes = new TextEncoder().encode(['Account,Symbol,Quantity,Price,Price date', ...positions].join('\n'));
  const held = readPortfolioFile({ name: 'positions.csv', bytes, ...day });
  const listed = readTransactionsFile(statement);
  if (!held.ok || !listed.ok) throw new Error('these files are good');
  const findings = findingsOf(statement.name);
  const { accounts } = held.portfolio;
  const { transactions: stated } = transactionsBeside({ accounts, origins: held.origins }, listed.list, findings);
  return {
    accounts,
    stated,
    kind: listed.list.layout.kind,
    said: [...listed.notes, ...findings.notes].map(formatProblem),
  };
}

const HELD = ['Account ending 1234,VTI,15,310,2026-10-15', 'Account ending 1234,NVDA,40,190,2026-10-15'];

test('a whole statement beside positions is refused as no list of transactions, or what it holds counts as well', () => {
  const { accounts, stated, kind, said } = beside(fixture('statement-with-transactions'), ...HELD);
  expect(kind).toBe('an activity statement of Interactive Brokers');
  expect(stated).toHaveLength(15);
  expect(accounts[0]?.positions).toMatchObject([{ symbol: 'VTI', price: '310' }, { symbol: 'NVDA' }]);
  expect(said.filter((one) => one.includes('only what happened'))).toEqual([
    'statement.csv: only what happened was read of the statement: what is held is what the portfolio file says, not its Open Positions, Cash Report',
  ]);
  expect(said.join('\n')).not.toContain('taxable');
});

test('a statement of transactions alone beside positions is refused', () => {
  const { stated } = beside(
    fixture('statement-without-positions'),
    'U0001234,VTI,10,310,2026-10-15',
    'U0001234,SAP,4,190,',
  );
  expect(stated.map(({ kind }) => kind)).toEqual(['deposit', 'deposit', 'buy', 'buy', 'sell', 'dividend']);
});

test('the only account of the positions has a name, so that the statement’s number is of nobody', () => {
  const { stated, said } = beside(
    fixture('statement-without-positions'),
    'My broker,VTI,10,310,2026-10-15',
    'My broker,SAP,4,190,',
  );
  expect(stated).toHaveLength(6);
  expect(said).toContain(
    'statement.csv: "Account ending 1234" was taken for "My broker", the only account of the positions',
  );
});

test('a taxable account’s statement is taken for the only account of the positions, which is an IRA', () => {
  const { stated, said } = beside(fixture('statement-without-positions'), 'Roth IRA,VTI,10,310,2026-10-15');
  expect(stated).toEqual([]);
  expect(said.join('\n')).toContain('no account of the positions is "Account ending 1234"');
});

const ABOUT = [
  'Statement,Header,Field Name,Field Value',
  'Statement,Data,Period,"September 30, 2026"',
  'Account Information,Header,Field Name,Field Value',
  'Account Information,Data,Account,U0001234',
  'Account Information,Data,Base Currency,USD',
];
const REPORT = ['Cash Report,Header,Currency Summary,Currency,Total', 'Cash Report,Data,Ending Cash,USD,250'];

test('a statement of cash alone is refused, or read without a word of what else may be held', () => {
  const { accounts, said } = readLines(...ABOUT, ...REPORT);
  expect(accounts).toMatchObject([{ positions: [], cash: [{ currency: 'USD', amount: '250' }] }]);
  expect(said).toContain('the statement has no section Open Positions: only its cash is counted');
});

test('of several accounts without positions, one in which nothing happened loses its cash', () => {
  const { accounts } = readLines(
    ...ABOUT.slice(0, 3),
    'Account Information,Data,Base Currency,USD',
    'Trades,Header,DataDiscriminator,Asset Category,Currency,Account,Symbol,Date/Time,Quantity,T. Price,Proceeds,Comm/Fee',
    'Trades,Data,Order,Stocks,USD,U0001111,VTI,"2026-01-06, 10:00:00",10,250,-2500,-1',
    'Cash Report,Header,Currency Summary,Account,Currency,Total',
    'Cash Report,Data,Ending Cash,U0001111,USD,99',
    'Cash Report,Data,Ending Cash,U0002222,USD,500',
  );
  expect(accounts.map(({ name, cash, positions }) => [name, cash[0]?.amount, positions.length])).toEqual([
    ['U0001111', '99', 1],
    ['U0002222', '500', 0],
  ]);
});

test('money that is all spent, by the statement, is there by its deposits', () => {
  const { cash } = readLines(
    ...ABOUT,
    'Deposits & Withdrawals,Header,Currency,Settle Date,Description,Amount',
    'Deposits & Withdrawals,Data,USD,2026-01-20,Electronic Fund Transfer,1000',
    'Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,Proceeds,Comm/Fee',
    'Trades,Data,Order,Stocks,USD,VTI,"2026-01-26, 10:00:00",4,200,-800,0',
    'Cash Report,Header,Currency Summary,Currency,Total',
    'Cash Report,Data,Ending Cash,Base Currency Summary,0',
  );
  expect(cash).toEqual([]);
});
