// Lines of tables that people make themselves, or that brokers open and sum up, that went out of the total, into another account or in twice.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

/** Each account with how it is taxed and what is in it: symbols with their quantities, then cash; the problems of a file that is refused. */
function inAccounts(...lines: string[]): string[] {
  const { kind, accounts, messages } = readLines(...lines);
  if (kind === null) return messages;
  return accounts.map(({ name, type, positions, cash }) => {
    const held = positions.map(({ symbol, quantity }) => `${symbol} ${quantity}`);
    return `${name} (${type}): ${[...held, ...cash.map(({ amount }) => amount)].join(', ')}`;
  });
}

const notes = (...lines: string[]): string => readLines(...lines).said;

describe('below a blank line', () => {
  const TABLE = ['Account,Symbol,Shares,Price,Value', 'Roth IRA,VTI,100,300,30000', '401k,FXAIX,10,200,2000', ''];

  test('a line with an account and a value alone is held', () => {
    expect(inAccounts(...TABLE, '401k,Stable value fund,,,9000', '', 'Ally,Savings account,,,20000')).toEqual([
      'Roth IRA (tax_free): VTI 100',
      '401k (tax_deferred): FXAIX 10, STABLE-VALUE-FUND 9000',
      'Ally (taxable): 20000',
    ]);
  });

  test('a line that names no account is in none of those above', () => {
    expect(inAccounts(...TABLE, ',Gold coins,,,8000', ',Emergency fund,,,15000').at(-1)).toBe(
      'Portfolio (taxable): GOLD-COINS 8000, 15000',
    );
  });

  test.each(['Net account value', 'Estimated income', 'Total gain', 'Available to withdraw'])(
    '%s is no holding',
    (label) => {
      expect(inAccounts('Symbol,Shares,Price,Value', 'VTI,100,300,30000', '', `${label},,,32000`)).toEqual([
        'Portfolio (taxable): VTI 100',
      ]);
    },
  );
});

describe('a column of remarks', () => {
  test.each([
    ['Notes', ['core', 'sell in 2027?', '']],
    ['Comments', ['', 'bought 2021', 'sell when LTCG']],
    ['', ['', 'sold half in May', '']],
  ])('headed "%s" makes no list of trades of a list of what is held', (header, [one, two, three]) => {
    const rows = [`VTI,100,300,30000,${one}`, `TSLA,15,400,6000,${two}`, `SGOV,10,100,1000,${three}`];
    expect(inAccounts(`Ticker,Shares,Price,Value,${header}`, ...rows)).toEqual([
      'Portfolio (taxable): VTI 100, TSLA 15, SGOV 10',
    ]);
  });

  test('in columns without a name refuses no file', () => {
    expect(inAccounts('Ticker,Shares,Price,Value,,', 'VTI,100,300,30000,,my favourite')).toEqual([
      'Portfolio (taxable): VTI 100',
    ]);
    expect(notes('Ticker,Shares,Price,Value', 'VTI,100,300,30,000')).toContain('needs quotation marks');
  });
});

test.each([
  ['Cash', 'CASH,,,8000', '8000'],
  ['Margin', 'VTI,10,300,3000', 'VTI 10'],
])('of a column of kinds of accounts %s is one too, and no line of the Roth IRA above it', (kind, line, held) => {
  const rows = ['Account Type,Ticker,Shares,Price,Value', 'Taxable,VTI,4,300,1200', 'Roth IRA,AGG,18,100,1800'];
  expect(inAccounts(...rows, `${kind},${line}`).at(-1)).toBe(`${kind} (taxable): ${held}`);
});

test('how each line of an account is held is no kind of account', () => {
  expect(inAccounts('Account,Account Type,Symbol,Shares,Price', 'My IRA,Cash,VTI,4,300', 'My IRA,Margin,BND,2,70')).toEqual([
    'My IRA (tax_deferred): VTI 4, BND 2',
  ]);
}); // prettier-ignore

test.each(['CD', 'Certificate of deposit', 'Money Market', 'Treasury Direct', 'I bonds'])(
  '%s as a kind of account refuses no file',
  (kind) => {
    expect(inAccounts('Account,Account Type,Symbol,Value', `Mine,${kind},Cash,9000`)).toEqual(['Mine (taxable): 9000']);
  },
);

test.each(['Holding Name', 'Position Name', 'Full Name', 'Symbol Description'])('the name under "%s" is read', (name) => {
  expect(inAccounts(`Account,${name},Ticker,Quantity,Price`, 'Bob 401k,Stable Trust,,10,60')).toEqual([
    'Bob 401k (tax_deferred): STABLE-TRUST 10',
  ]);
}); // prettier-ignore

describe('an outline of accounts', () => {
  const ABOVE = [
    'Holding,Ticker,Shares,Price,Value',
    "Ann's Roth IRA,,,,31000",
    '  Total Stock,VTI,100,300,30000',
    '  Total Bond,BND,10,100,1000',
    "Bob's 401(k),,,,16000",
    '  Total Stock,VTI,50,300,15000',
    '  Total Bond,BND,10,100,1000',
  ];
  const expected = [
    "Ann's Roth IRA (tax_free): VTI 100, BND 10",
    "Bob's 401(k) (tax_deferred): VTI 50, BND 10",
    'Joint savings (taxable): 12000',
  ];

  test('with a bank’s line of its own leaves the account above it as it is', () => {
    expect(inAccounts(...ABOVE, 'Joint savings,,,,12000', 'Total,,,,59000')).toEqual(expected);
  });

  test('counts the cash below a bank’s line once', () => {
    expect(inAccounts(...ABOVE, 'Joint savings,,,,12000', '  Cash,,,,12000', 'Total,,,,59000')).toEqual(expected);
  });
});

describe('columns of one name', () => {
  test('are each of whom the row above names', () => {
    const rows = ['VTI,100,30000,50,15000', 'BND,50,3500,0,0'];
    expect(inAccounts(',Ann,,Bob,', 'Ticker,Shares,Value,Shares,Value', ...rows)).toEqual([
      'Ann (taxable): VTI 100, BND 50',
      'Bob (taxable): VTI 50',
    ]);
  });

  test('are asked about where nothing tells whose they are', () => {
    expect(notes('Ticker,Price,Shares,Shares', 'VTI,300,100,50')).toContain('two columns are called "Shares"');
    expect(notes('Ann,,,Bob,,', 'Ticker,Shares,Value,Ticker,Shares,Value', 'VTI,1,300,VOO,2,1200')).toContain('say "VTI" and "VOO"'); // prettier-ignore
  });
});

test('lots that stand below their holding with their days are no holdings', () => {
  const rows = ['MSFT,512,70,35840', '"  11/15/2024",,40,20480', '"  05/15/2023",,30,15360', 'VTI,300,10,3000'];
  expect(inAccounts('Symbol,Last Price $,Quantity,Value $', ...rows)).toEqual(['Portfolio (taxable): MSFT 70, VTI 10']);
});

test('what is left out as buying power is told with its sum', () => {
  expect(notes('Name,Symbol,Shares,Price,Equity', 'Apple,AAPL,10,200,2000', 'Buying power,,,,1250')).toMatch(
    /"Buying power" was left out of every total, .* the file values it at 1250; cash of your own counts/,
  );
});

test('a house counts in the sum of the lines above a total that is another', () => {
  expect(notes('Asset,Value', 'VTI,50000', 'House,400000', 'Mortgage,-250000', 'Total,210000')).toContain(
    '"Total" is 210,000.00, but the lines above it add up to 200,000.00, 10,000.00 less',
  );
});

test('what is let is no home, though it is called by its street', () => {
  expect(inAccounts('Asset,Value', 'VTI,50000', '45 Oak Ave rental,300000', '9 Elm St,100000')[0]).toContain('45-OAK-AVE-RENTAL 300000'); // prettier-ignore
});

test('how many are held may say of what', () => {
  expect(inAccounts('Symbol,Qty,Price', 'BTC,0.35 BTC,91000', 'VTI,100 shares,300')).toEqual(['Portfolio (taxable): BTC 0.35, VTI 100']); // prettier-ignore
  expect(notes('Symbol,Qty,Price', 'BTC,0.35 ETH,91000')).toContain('"0.35 ETH" is not a number');
});

describe('amounts and balances beside names', () => {
  test.each([
    ['Investment,Amount', 'VTI,"100,000"', 'Money market,"10,000"'],
    ['Name,Balance', 'Chase Checking,4200', 'Roth IRA - VTI,60000'],
    ['Account,Amount', '401k (VFIFX),150000', 'Visa,-1200'],
  ])('are money where they can be nothing else: %s', (header, ...rows) => {
    expect(readLines(header, ...rows).kind).not.toBeNull();
  });

  test.each([
    ['Bitcoin,0.5', 'Ethereum,4'],
    ['DOGE,"10,000"', 'SHIB,"1,000,000"'],
  ])('of coins are not taken for money: %s', (...rows) => {
    expect(readLines('Asset,Amount', ...rows).kind).toBeNull();
  });
});

test('a column of persons tells accounts of one name apart', () => {
  const rows = ['Ann,Roth,VTI,32000', 'Bob,Roth,VTI,15000'];
  expect(inAccounts('Person,Account,Asset,Value', ...rows)).toEqual([
    'Roth (Ann) (tax_free): VTI-BY-VALUE 32000',
    'Roth (Bob) (tax_free): VTI-BY-VALUE 15000',
  ]);
});

test.each(['Vested Balance', 'Ending balance', 'Total account balance'])('the %s of a plan is none of its funds', (label) => {
  expect(inAccounts('Investment,Units,Unit Price,Total Value', 'LifePath 2040,1000,25,25000', `${label},,,25000`)).toEqual([
    'Portfolio (taxable): LIFEPATH-2040 1000',
  ]);
}); // prettier-ignore

test('a ticker in a column of names is one, though a line of words stands below it', () => {
  expect(inAccounts('Investment,Ann IRA,Bob IRA', 'VTI,100,50', 'BND,0,100', 'Prices of 11/20,,')).toEqual([
    'Ann IRA (tax_deferred): VTI-BY-VALUE 100',
    'Bob IRA (tax_deferred): VTI-BY-VALUE 50, BND-BY-VALUE 100',
  ]);
});

test('what tables abbreviate is read', () => {
  expect(inAccounts('Acct,Ticker,Shs,Px,MV', 'IRA,VTI,100,300,30000')).toEqual(['IRA (tax_deferred): VTI 100']);
});
