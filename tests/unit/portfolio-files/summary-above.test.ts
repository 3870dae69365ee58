// A summary above the table (Hargreaves Lansdown) holds cash and the account that the table itself does not state.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const TABLE = [
  '"Code","Stock","Units held","Price (pence)","Value (£)","Cost (£)"',
  '"VWRL","Vanguard FTSE All-World UCITS ETF","150","9,650.00","14,475.00","10,000.00"',
  '"LLOY","Lloyds Banking Group plc","100","75.07","75.07","60.00"',
  '"","Totals","","","14,550.07","10,060.00"',
];
const summary = (cash: string, total: string, title = 'HL Stocks and Shares ISA,,,,,'): string[] => [
  title,
  '"Client Name:","Mr J Smith",,,,',
  `"Total cash:","${cash}",,,,`,
  `"Total value:","${total}",,,,`,
];

test('cash above a table that lacks it to its own total is counted, in the table’s account', () => {
  const { accounts, said } = readLines(...summary('£1,250.25', '£15,800.32'), ...TABLE);
  expect(accounts).toMatchObject([
    { name: 'HL Stocks and Shares ISA', type: 'tax_free', cash: [{ currency: 'GBP', amount: '1250.25' }] },
  ]);
  expect(said).toContain('was counted as cash: with it the table adds up to "Total value: £15,800.32"');
  expect(said).not.toContain('assumed to be taxable');
});

test.each([
  ['the total holds it already', summary('£1,250.25', '£14,550.07')],
  ['the total is another', summary('£1,250.25', '£99,000.00')],
  ['it is in another currency', summary('US$1,250.25', '£15,800.32')],
  ['it is too little to tell it from rounding', summary('£3.00', '£14,557.07')],
])('cash above a table is left out with a note where %s', (_, above) => {
  const { cash, said } = readLines(...above, ...TABLE);
  expect(cash).toEqual([]);
  expect(said).toContain('add a line CASH');
});

test('cash above lines in two currencies, one by a ticker’s exchange, is counted and doubted', () => {
  const { cash, held, notes } = readLines(
    ...['Account,TD Direct Investing - TFSA 12AB34', 'Cash,"1,204.33"', 'Total Value,"57,755.53"', ''],
    'Symbol,Market,Description,Quantity,Price,Market Value',
    'XEQT,CA,ISHARES CORE EQUITY ETF PORT,"1,200",38.12,"45,744.00"',
    'AAPL,US,APPLE INC,30,271.49,"8,144.70"',
    'CASH.TO,CA,GLOBAL X HIGH INT SAVINGS ETF,53.25,50.00,"2,662.50"',
  );
  expect(held.map(({ currency }) => currency)).toEqual(['CAD', 'USD', 'CAD']);
  expect(cash).toEqual([{ currency: 'CAD', amount: '1204.33' }]);
  expect(notes).toContainEqual(
    expect.objectContaining({ topic: 'unsure', message: expect.stringContaining('adds up lines in CAD and USD') }),
  );
});

test('cash that is a line of the table, too, does not count twice', () => {
  const { cash } = readLines(
    ...summary('£1,250.25', '£15,800.32'),
    ...TABLE.slice(0, 3),
    '"Cash","","","","1,250.25",""',
  );
  expect(cash).toEqual([{ currency: 'GBP', amount: '1250.25' }]);
});

test.each(['Report of your ISA and other accounts.', 'Created 2026-11-20 for SIPP holders: all', 'My holdings'])(
  'prose above a table is no account: %s',
  (title) => {
    expect(readLines(`"${title}",,,,,`, ...TABLE).accounts.map(({ name }) => name)).toEqual(['Portfolio']);
  },
);

test('two titles that name accounts name none', () => {
  expect(readLines('"Roth IRA"', '"Rollover IRA"', ...TABLE).accounts).toMatchObject([{ name: 'Portfolio' }]);
});

describe('labels and what they label, two lines of two cells', () => {
  const table = ['', 'Symbol,Name,Quantity,Price', 'VTI,Vanguard,10,310.10', 'BND,Vanguard bond,20,74'];
  test.each([
    [['Account,Roth IRA 4567', 'As of,11/20/2026'], 'Roth IRA 4567', 'tax_free'],
    [['Account,Traditional IRA', 'Printed,20.11.2026'], 'Traditional IRA', 'tax_deferred'],
    [['Account,Cash Management', 'Base Currency,USD'], 'Cash Management', 'taxable'],
    [['Account,Roth IRA,As of,2026-11-20', 'Base Currency,USD,,'], 'Portfolio', 'taxable'],
    [['Acct:,HSA', 'Client,Ana'], 'HSA', 'tax_free'],
    [['Portfolio,0230-00123456.01', 'Referenzwährung,CHF'], 'Account ending 5601', 'taxable'],
    [['Depot,Riester-Rente', 'Währung,EUR'], 'Riester-Rente', 'tax_deferred'],
    [['Kontonummer,12345678', 'Datum,20.11.2026'], 'Account ending 5678', 'taxable'],
    [['Portfolio,USD 4581.00', 'Client,Ana'], 'Portfolio', 'taxable'],
  ])('%j: the account is no label of the line below it', (above, name, type) => {
    expect(readLines(...above, ...table).accounts).toMatchObject([{ name, type }]);
  });

  test.each(['Value', 'Net Account Value', 'Total Assets', 'Market value (USD)'])(
    'a header "Account" beside "%s" names the account of the row under it',
    (header) => {
      expect(readLines(`Account,${header}`, 'Roth IRA,4581.00', ...table).accounts).toMatchObject([
        { name: 'Roth IRA', type: 'tax_free' },
      ]);
    },
  );
});
