// Tables as people make them: headings of groups, sums without a word, headers of their own.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

test.each(['ETF', 'ETFs', 'REIT', 'ADR', 'US', 'ISA', 'Shares', 'Mutual Funds'])(
  'a heading %s over a group of holdings refuses no file',
  (heading) => {
    const { held, said } = readLines(
      'Symbol;Name;Quantity;Price',
      heading,
      'VTI;Total Market;5;300',
      `${heading};;;`,
      'BND;Bonds;5;72',
    );
    expect(held.map(({ symbol }) => symbol)).toEqual(['VTI', 'BND']);
    expect(said).toContain(`("${heading}")`);
  },
);

describe('two columns that are both headed symbol', () => {
  test.each([
    ['say the same', 'VTI,VTI,5,300', 'BND,bnd,10,72'],
    ['say it in one of them, the second', ',VTI,5,300', ',BND,10,72'],
    ['say it now here, now there', 'VTI,,5,300', ',BND,10,72'],
  ])('and %s make the second a currency, or keep the file out', (_, ...rows) => {
    const { held } = readLines('Symbol,symbol,Quantity,Price', ...rows);
    expect(held).toMatchObject([
      { symbol: 'VTI', quantity: '5', currency: 'USD' },
      { symbol: 'BND', quantity: '10', currency: 'USD' },
    ]);
  });

  test('and differ are decided without a word', () => {
    const { held, said } = readLines('Symbol,Quantity,Price,Symbol', 'VTI,5,300,VTI', 'VXUS,10,72,BND');
    expect(held).toEqual([]);
    expect(said).toMatch(/my\.csv:3.*2 columns are headed so, and say "VXUS" and "BND"/);
  });
});

describe('an amount beside a price', () => {
  test.each([
    ['of coins', 'Coin;Amount;Price', 'BTC;2.5;2', '2.5'],
    ['of assets that cost more than it, as in a wallet', 'asset;amount;price usd', 'BTC;0.5;90000', '0.5'],
  ])('%s is not how many', (_, header, row, quantity) => {
    expect(readLines(header, row).held).toMatchObject([{ symbol: 'BTC', quantity }]);
  });

  test.each([
    ['could be money', 'Asset;Amount;Price', 'VTI;30000;300'],
    ['is money by its sign', 'Coin;Amount;Price', 'BTC;$45;90000'],
  ])('that %s is taken for how many', (_, ...lines) => {
    const { held, said } = readLines(...lines);
    expect([held, said]).toEqual([[], expect.stringContaining('there is no column quantity')]);
  });
});

test('a "Unit/Share Value" is worked out again from the value of the line, and rounded otherwise', () => {
  const { held } = readLines(
    'Investment,Units/Shares,Unit/Share Value,Market Value',
    'Vanguard Inst Index Trust,333.333,45.67,15223.32',
  );
  expect(held).toMatchObject([{ symbol: 'VANGUARD-GTBC-TRUST', price: '45.67' }]);
});

test.each([
  ['Money Market Savings 4.35', 'MONEY-MAR-GJTJ-4-35'],
  ['Vanguard Target Retirement 2045 Trust', 'VANGUARD-XHXB-2045-TRUST'],
])('a code made of a name begins in the midst of a word: %s', (name, code) => {
  expect(readLines('Fund,Units,Price', `${name},10,50`).held).toMatchObject([{ symbol: code }]);
});

test('a ticker alone on its line is still a line with something missing', () => {
  const { held, said } = readLines('Symbol;Name;Quantity;Price', 'VTI', 'BND;Bonds;5;72');
  expect([held, said]).toEqual([[], expect.stringContaining('my.csv:2')]);
});

test('a fund called ETF by its ticker is held where its line says how many', () => {
  expect(readLines('Symbol,Quantity,Price', 'ETF,5,10').held).toMatchObject([{ symbol: 'ETF', quantity: '5' }]);
});

test('a sum below a table needs no word to be one', () => {
  const { held, cash, said } = readLines(
    ',Ticker,Shares,Price,Total',
    ',VTI,"1,250.5",#N/A,#N/A',
    ',BND,100,$72.50,"$7,250.00"',
    ',Emergency fund (cash),,,"$10,000.00"',
    ',,,,"$17,250.00"',
    ',,,,',
  );
  expect(held.map(({ symbol }) => symbol)).toEqual(['VTI', 'BND']);
  expect(cash).toEqual([{ currency: 'USD', amount: '10000' }]);
  expect(said).toContain('line 5 ("$17,250.00")');
});

test('a value without a symbol in the midst of a table keeps no other line out, and is told', () => {
  const { held, said } = readLines('Ticker,Shares,Price,Value', 'VTI,10,300,3000', ',,,500', 'BND,10,72,720');
  expect(held.map(({ symbol }) => symbol)).toEqual(['VTI', 'BND']);
  expect(said).toContain(
    'neither a symbol nor a name: this line was left out of every total; the file values it at 500; ',
  );
});

test('a name that no code can be made of is called by itself', () => {
  const { held, said } = readLines('Ticker,Name,Shares,Price', 'VTI,US stocks,10,300', ',日本の株式,3,250');
  expect(held.map(({ symbol }) => symbol)).toEqual(['VTI']);
  expect(said).toContain('"日本の株式", and no code can be made of that: this line was left out of every total');
});

test.each([
  ['10 shares', '$72.10/share'],
  ['10 units', '72.10 per unit'],
  ['10*', '72.10†'],
])('%s at %s is 10 at 72.10', (quantity, price) => {
  expect(readLines('Symbol,Quantity,Price', `BND,${quantity},${price}`).held).toMatchObject([
    { quantity: '10', price: '72.1' },
  ]);
});

test('a list of coins is not doubted for their codes', () => {
  const { said } = readLines('Asset,Quantity,Price', 'BTC,0.5,95000', 'ETH,2,3500', 'USDC,1000,1', 'SOL,10,200');
  expect(said).not.toContain('as American ones');
});

test('bonds are held in face value', () => {
  const { held } = readLines(
    'Description,CUSIP,Face value,Price,Market value',
    'US Treasury 4.25% 11/15/2034,91282CLW9,"50,000",101.25,"50,625.00"',
  );
  expect(held).toMatchObject([{ quantity: '50000', price: '1.0125' }]);
});

test.each([
  ['Coin,Symbol,Holdings,Price (USD)', 'Bitcoin,BTC,0.5,95000'],
  ['Slice,Name,Value,Owned quantity', 'BTC,Bitcoin,47500,0.5'],
  ['Ticker,How many,Price', 'BTC,0.5,95000'],
])('%s says how many are held', (...lines) => {
  expect(readLines(...lines).held).toMatchObject([{ symbol: 'BTC', quantity: '0.5', price: '95000' }]);
});

test('holdings that are names are no numbers of shares', () => {
  const { held } = readLines('Symbol,Holdings,Shares,Price', 'VTI,Vanguard Total Stock Market ETF,10,300');
  expect(held).toMatchObject([{ symbol: 'VTI', name: 'Vanguard Total Stock Market ETF', quantity: '10' }]);
});

test('a table without a quantity and a value says which column to change', () => {
  expect(readLines('Fund,Price', 'VTI,300').said).toContain(
    'head the column that says how many are held "Quantity", or where only a value is known "Value"',
  );
});

describe('a list that says what each line is worth, and not how many are held', () => {
  test.each(['Asset,Value', 'Investment,Balance', 'Fund name,Balance', 'Item,Worth', 'Holding,Market value'])(
    '%s is kept at its values',
    (header) => {
      const { held, cash, said } = readLines(header, 'Harbor Point Trust,"$12,500.00"', 'Cash,900');
      expect(held).toMatchObject([{ symbol: 'HARBOR-POINT-TRUST', quantity: '12500', price: '1' }]);
      expect(cash).toMatchObject([{ amount: '900' }]);
      expect(said).toContain('each is kept as its value, at a price of 1; with a column Quantity it would follow');
    },
  );

  test.each([
    ['Fund name,Ticker,Balance', 'Vanguard 500,VFIAX,30000'],
    ['Account,Fund,Ticker,Balance', 'IRA,Vanguard 500,VFIAX,30000'],
    ['Symbol,Balance', 'VFIAX,"$30,000"'],
  ])('%s is kept at its balances', (header, line) => {
    expect(readLines(header, line).held).toMatchObject([{ symbol: 'VFIAX-BY-VALUE', quantity: '30000', price: '1' }]);
  });

  test('a ticker’s value is not so many of its shares', () => {
    const { held } = readLines('Ticker,Value', 'VTI,30000', 'BND,20000');
    expect(held).toMatchObject([
      { symbol: 'VTI-BY-VALUE', quantity: '30000', price: '1' },
      { symbol: 'BND-BY-VALUE', quantity: '20000', price: '1' },
    ]);
  });

  test('funds that are called total are held, and the sum below them is not', () => {
    const { held, said } = readLines(
      ...['Fund,Balance', 'Total Stock Market,50000', 'Total Market Index Fund,20000', 'Total International,30000'],
      ...['Total funds,100000', 'Stable Value,5000', 'Total,105000'],
    );
    expect(held.map(({ quantity }) => quantity)).toEqual(['50000', '20000', '30000', '5000']);
    expect(said).not.toContain('add up to');
  });

  test('a column of days is a history or a statement of a bank, and not added up', () => {
    const { held, said } = readLines('Date,Fund,Value', '2026-10-01,VTI,1000', '2026-11-01,VTI,1100');
    expect(held).toEqual([]);
    expect(said).toContain('values beside days may be the history of one holding');
  });

  test.each([
    ['Description,Amount', 'Groceries,300'],
    ['Asset,Amount', 'Bitcoin,0.5'],
    ['Coin,Balance', 'BTC,0.5'],
    ['Symbol,Balance', 'VTI,30000'],
    ['Asset class,Value', 'Stocks,1200'],
  ])('%s lists no holdings', (...lines) => {
    expect(readLines(...lines).kind).toBeNull();
  });

  test.each(['401(k)', 'Roth IRA', 'My brokerage account', 'Fidelity HSA', 'Pension'])(
    'an account is no holding, and keeps no other line out: %s',
    (account) => {
      const { held, said } = readLines('Asset,Type,Value', `${account},Retirement,250000`, 'VTI,Fund,1000');
      expect(held).toHaveLength(1);
      expect(said).toContain(`"${account}" is an account, and nothing says what is held in it: this line was left out`);
    },
  );

  test('a list of accounts and nothing else is refused, and says what is wanted', () => {
    const { held, said } = readLines('Asset,Value', '401(k),250000', 'Roth IRA,60000', 'Savings,30000');
    expect(held).toEqual([]);
    expect(said).toContain('; name the account in a column "Account", and here the funds and shares in it');
  });

  test('savings that an account is called after are its cash', () => {
    const { accounts } = readLines('Account,Investment,Value', 'Ally Savings,,"$22,000"', 'IRA,Total Bond Fund,900');
    expect(accounts).toMatchObject([{ name: 'Ally Savings', cash: [{ amount: '22000' }] }, { name: 'IRA' }]);
  });

  test('a value in words is refused, for nothing else says what is held', () => {
    expect(readLines('Asset,Value', 'Gold coins,plenty', 'VTI,30').said).toContain('"plenty" is not a number');
  });
});

test('Boursorama: what was paid for one share stands under buyingPrice', () => {
  const { held } = readLines(
    'name;isin;quantity;buyingPrice;lastPrice',
    '"AMUNDI";"LU1681043599";"100";"400,00";"550,00"',
  );
  expect(held).toMatchObject([{ price: '550', costBasis: '40000' }]);
});

test.each([
  ['Investment,Quantity,Price', '10,300'],
  ['Investment,Quantity,Value', '10,3000'],
  ['Name,Units,Value', '10,3000'],
  ['Fund,Balance,Units', '3000,10'],
])('a column of names that holds beside a price holds nothing elsewhere: %s', (header, amounts) => {
  const { held } = readLines(header, `Harbor Point Total Market Fund,${amounts}`);
  expect(held).toMatchObject([{ name: 'Harbor Point Total Market Fund', quantity: '10', price: '300' }]);
});

test.each([
  'Price last updated',
  'Last updated',
  'Last update',
  'Price updated',
  'Price as at',
  'Priced on',
  'As of date',
])('a price of last year under %s is one of today', (header) => {
  const { held } = readLines(`Symbol,Quantity,Price,${header}`, 'VTI,10,300,20/11/2025');
  expect(held).toMatchObject([{ symbol: 'VTI', priceAsOf: '2025-11-20' }]);
});

test('what is wrong with one cell is told as often as it is looked at', () => {
  const { messages } = readLines('Symbol,Quantity,Price,Value', 'VTI,10,300,3000', 'BND,,#REF!,#REF!');
  expect(new Set(messages).size).toBe(messages.length);
});
