import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { findingsOf } from '../../../shared/portfolio-files/findings.ts';
import type { InputFile } from '../../../shared/portfolio-files/input-file.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import { transactionsBeside } from '../../../shared/portfolio-files/transactions/beside-positions.ts';
import { readTransactionsFile } from '../../../shared/portfolio-files/transactions/read-transactions-file.ts';
import { readAction } from '../../../shared/portfolio-files/transactions/transaction-kind.ts';
import type { StatedTransaction } from '../../../shared/schemas/portfolio.ts';

const file = (text: string, name = 'trades.csv'): InputFile => ({
  ...{ name, bytes: new TextEncoder().encode(text), modifiedOn: '2026-10-30', asOf: '2026-11-15' },
});

test.each([
  'Transactions  for account Roth Contributory IRA ...456 as of 11/20/2026 09:31:12 ET',
  'Transactions for account Roth Contributory IRA ...456',
])('a title that names the account is read, however it is spaced: %s', (title) => {
  const rows =
    '"Date","Action","Symbol","Quantity","Price","Amount"\n"03/02/2026","Buy","VTI","20","$290.00","-$5,800.00"\n';
  const reading = readPortfolioFile(file(`"${title}"\n${rows}`));
  const accounts = reading.ok ? reading.portfolio.accounts : [];
  expect(accounts.map(({ name, type }) => [name, type])).toEqual([['Roth Contributory IRA ...456', 'tax_free']]);
});

describe('what an action means', () => {
  test.each([
    ['YOU BOUGHT VANGUARD DIVIDEND APPRECIATION (VIG) (Cash)', 'buy'],
    ['YOU SOLD EXAMPLE SPLIT TRUST', 'sell'],
    ['DIVIDEND RECEIVED SOME BOND INTEREST FUND', 'dividend'],
    ['REINVESTMENT SOME FUND', 'reinvestment'],
    ['Qual Div Reinvest', 'reinvestment'],
    ['Reinvest Shares', 'reinvestment'],
    ['LT Cap Gain', 'dividend'],
    ['Electronic Funds Transfer Received (Cash)', 'transfer'],
    ['MoneyLink Transfer', 'transfer'],
    ['FOREIGN TAX PAID', 'fee'],
    ['Bank Interest', 'interest'],
    ['CONTRIBUTION', 'deposit'],
    ['transfer_in', 'transfer_in'],
    ['Transferred out', 'transfer_out'],
    ['Sweep in', 'sweep'],
    ['STOCK SPLIT', 'split'],
    ['BUY', 'buy'],
    ['Withdrawal', 'withdrawal'],
    ['Name change', null],
    ['Surrender', null],
  ])('%s', (text, action) => {
    expect(readAction(text)).toBe(action);
  });
});

describe('a list of transactions beside positions', () => {
  const POSITIONS =
    'Account,Account number,Symbol,Quantity,Price,Price date\n' +
    'Brokerage,Z-1001,VTI,12,300,2026-09-30\nBrokerage,Z-1001,CASH,100,,\nRoth IRA,Z-2002,BND,5,73,2026-09-30\n';

  function beside(text: string): { stated: StatedTransaction[]; notes: string[] } {
    const held = readPortfolioFile(file(POSITIONS, 'positions.csv'));
    const listed = readTransactionsFile(file(text));
    if (!held.ok || !listed.ok) throw new Error('these files are good');
    const findings = findingsOf('trades.csv');
    const positions = { accounts: held.portfolio.accounts, origins: held.origins };
    const { transactions: stated } = transactionsBeside(positions, listed.list, findings);
    return { stated, notes: findings.notes.map(formatProblem) };
  }

  test('that adds up to them has nothing to tell', () => {
    const { stated, notes } = beside(
      'Date,Action,Account,Symbol,Quantity,Price\n2026-01-05,Buy,brokerage,VTI,12,290\n',
    );
    expect(notes).toEqual([]);
    expect(stated.map(({ account }) => account)).toEqual(['Brokerage']);
  });

  test('finds its account by the end of the number', () => {
    const { stated } = beside('Date,Action,Account number,Symbol,Quantity,Price\n2026-01-05,Buy,XXXX-2002,BND,5,72\n');
    expect(stated.map(({ account }) => account)).toEqual(['Roth IRA']);
  });

  test('that gives another quantity or other cash leaves the positions as they are and says so', () => {
    const { stated, notes } = beside(
      'Date,Action,Account,Symbol,Quantity,Price,Amount\n2026-01-02,Deposit,Brokerage,,,,3100\n2026-01-05,Buy,Brokerage,VTI,10,290,\n',
    );
    expect(stated).toHaveLength(2);
    expect(notes).toEqual([
      'trades.csv: the transactions of account "Brokerage" do not add up to its positions, which are what counts: ' +
        'VTI 10 (held: 12), cash 200 (held: 100); its returns are those of the transactions alone',
    ]);
  });

  test('whose money does not come to the cash that is held gives no returns: a withdrawal may be missing or misread', () => {
    const { stated, notes } = beside(
      'Date,Action,Account,Symbol,Quantity,Price,Amount\n2026-01-02,Deposit,Brokerage,,,,3980\n2026-01-05,Buy,Brokerage,VTI,12,290,\n',
    );
    expect(stated).toEqual([]);
    expect(notes).toEqual([
      'trades.csv: the transactions of account "Brokerage" do not add up to its positions, which are what counts: ' +
        'cash 500 (held: 100); money that came or went is not listed or was misread, so that it is left out of the returns',
    ]);
  });

  test('some of whose money no word tells of gives no returns where the positions state no cash that it could be missed in', () => {
    const { stated, notes } = beside(
      'Date,Action,Account,Symbol,Quantity,Price,Amount\n2026-01-02,Deposit,Roth IRA,,,,900\n2026-01-05,Buy,Roth IRA,BND,5,72,\n2026-02-05,Levy,Roth IRA,,,,500\n',
    );
    expect(stated).toEqual([]);
    expect(notes).toContain(
      'trades.csv: account "Roth IRA": what cash it had is not known, for the list does not say what some of its money did: ' +
        'line 4, "Levy", 500 USD; it is left out of the returns',
    );
  });

  test('that tells of a sliver of what is held gives no returns: they would be the sliver’s', () => {
    const { stated, notes } = beside('Date,Action,Account,Symbol,Quantity,Price\n2026-01-05,Buy,Brokerage,VTI,1,290\n');
    expect(stated).toEqual([]);
    expect(notes).toEqual([
      'trades.csv: the transactions of account "Brokerage" do not add up to its positions, which are what counts: ' +
        'VTI 1 (held: 12); they account for 8% of what is held, so that it is left out of the returns',
    ]);
  });

  test('that begins after the account was opened is left out of the returns, with the line that shows it', () => {
    const { stated, notes } = beside(
      'Date,Action,Account,Symbol,Quantity,Price\n2026-01-05,Buy,Roth IRA,BND,5,72\n2026-02-05,Sell,Brokerage,VTI,3,290\n',
    );
    expect(stated.map(({ account }) => account)).toEqual(['Roth IRA']);
    expect(notes).toEqual([
      'trades.csv:3: account "Brokerage" is left out of the returns, for its list is not whole: ' +
        '3 VTI are sold on 2026-02-05, but none is held then',
    ]);
  });

  test('of an account that the positions do not have is left out, and the person is told', () => {
    const { stated, notes } = beside('Date,Action,Account,Symbol,Quantity,Price\n2026-01-05,Buy,Old 401k,VTI,1,290\n');
    expect(stated).toEqual([]);
    expect(notes).toEqual(['trades.csv:2: no account of the positions is "Old 401k"; its transactions were left out']);
  });

  test('in another currency keep it, to be converted at the rate of their day', () => {
    const { stated, notes } = beside(
      'Date,Action,Account,Symbol,Quantity,Price,Currency\n2026-01-05,Buy,Brokerage,VTI,12,290,EUR\n',
    );
    expect(stated).toMatchObject([{ symbol: 'VTI', amount: '-3480', currency: 'EUR' }]);
    expect(notes).toEqual([]);
  });
});

test('an amount may or may not include the fee: what is nearer to quantity times price decides', () => {
  const cash = (row: string): string | undefined => {
    const reading = readTransactionsFile(file(`Date,Action,Symbol,Quantity,Price,Fee,Amount\n2026-01-05,${row}\n`));
    return reading.ok ? reading.list.listed[0]?.cash : undefined;
  };
  expect(cash('Buy,VTI,10,100,5,1005')).toBe('-1005');
  expect(cash('Buy,VTI,10,100,5,1000')).toBe('-1005');
  expect(cash('Buy,VTI,10,100,5,-1005')).toBe('-1005');
  expect(cash('Buy,VTI,10,100,5,')).toBe('-1005');
  expect(cash('Sell,VTI,-10,100,5,995')).toBe('995');
  expect(cash('Sell,VTI,10,100,5,1000')).toBe('995');
});

describe('anything at all', () => {
  const expectAnAnswer = (text: string): void => {
    const reading = readTransactionsFile(file(text));
    expect(reading.ok ? reading.list.listed.length : reading.problems.length).toBeGreaterThan(0);
    const held = readPortfolioFile(file(text));
    if (!held.ok) expect(held.problems.length).toBeGreaterThan(0);
  };

  test('after the header of a list neither throws nor hangs', () => {
    const unit = fc.constantFrom(
      ...Array.from(',;\t"\n-.:0123456789/% $'),
      'Buy',
      'Sell',
      'Split',
      '2026-01-05',
      'VTI',
      'Dividend',
      'Transfer',
      'EUR',
    );
    const header = fc.constantFrom(
      'Date,Action,Symbol,Quantity,Price,Amount\n',
      'Trade date;Type;Account;Ticker;Shares;Fees\n',
      'Symbol,Quantity\nVTI,1\n\nTrade Date,Transaction Type,Symbol,Shares\n',
      'Statement,Data,Title,x\nOpen Positions,Header,DataDiscriminator,Symbol,Quantity\nOpen Positions,Data,',
    );
    fc.assert(
      fc.property(header, fc.string({ unit, maxLength: 300 }), (start, rest) => {
        expectAnAnswer(start + rest);
      }),
      { numRuns: 800 },
    );
  });

  test("in Ghostfolio's list of activities neither throws nor hangs", () => {
    const activity = fc.record(
      {
        accountId: fc.constantFrom('a', null, 'b'),
        currency: fc.constantFrom('USD', 'EUR', 'GBp', 'x'),
        date: fc.oneof(fc.constant('2026-01-05T00:00:00.000Z'), fc.string()),
        fee: fc.oneof(fc.double(), fc.integer()),
        quantity: fc.oneof(fc.double(), fc.nat(100)),
        symbol: fc.oneof(fc.constant('VTI'), fc.string()),
        type: fc.constantFrom('BUY', 'SELL', 'DIVIDEND', 'FEE', 'INTEREST', 'ITEM', 'LIABILITY', 'x'),
        unitPrice: fc.oneof(fc.double({ min: 0 }), fc.nat(1000), fc.anything()),
      },
      { requiredKeys: ['type'] },
    );
    const accounts = fc.array(
      fc.record({ id: fc.constantFrom('a', 'b'), name: fc.string(), balance: fc.double(), currency: fc.string() }),
    );
    fc.assert(
      fc.property(fc.array(activity, { maxLength: 8 }), accounts, (activities, own) => {
        const bigints = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
        expectAnAnswer(JSON.stringify({ activities, accounts: own }, bigints));
      }),
      { numRuns: 300 },
    );
  });

  test('of 20,000 rows is folded without a wait that anybody would notice, and more are refused', () => {
    const rows = (count: number): string =>
      'Date,Action,Symbol,Quantity,Price\n' + '2026-01-05,Buy,VTI,0.001,300\n'.repeat(count);
    const reading = readPortfolioFile(file(rows(20_000)));
    expect(reading.ok && reading.portfolio.accounts[0]?.positions[0]?.quantity).toBe('20');
    const refused = readTransactionsFile(file(rows(20_001)));
    expect(refused.ok ? [] : refused.problems.map(formatProblem)).toEqual([
      'trades.csv: the file has 20001 transactions; at most 20000 are read',
    ]);
  });
});
