// What households write into their own lists: debts, money at a bank, and what they live in.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const HEAD = 'Account,Symbol,Name,Quantity,Price,Value,Interest rate';
const VTI = 'Chase,VTI,Vanguard Total Stock Market ETF,10,300,3000,';

describe('a debt', () => {
  test.each([
    ['a quantity below zero', 'Chase,,Car loan,-250000,,,'],
    ['a value below zero', 'Chase,,Car loan,,,"-$250,000",'],
    ['a value in brackets', 'Chase,,Car loan,,,"(250,000)",'],
    ['a price below zero', 'Chase,,Car loan,1,-250000,,'],
    ['a price and a value below zero', 'Chase,Car loan,,1,"-$250,000","-$250,000",'],
    ['no sign, for nothing else can be meant', 'Chase,,Car loan,,,250000,'],
  ])('with %s is no holding, and is not paid by the cash of its bank', (_name, line) => {
    const { accounts } = readLines(HEAD, VTI, 'Chase,CASH,,15000,,,', line);
    expect(accounts).toMatchObject([
      { name: 'Chase', cash: [{ amount: '15000' }] },
      { name: 'Chase: Car loan', cash: [{ amount: '-250000' }], positions: [] },
    ]);
  });

  test.each(['Student loan', 'Car loan', 'Visa card', 'Rental mortgage', 'Credit card', '401(k) loan', 'Loan'])(
    '"%s" keeps the rate that its line states, beside savings at another',
    (name) => {
      const { accounts } = readLines(HEAD, 'Bank,CASH,,9000,,,4%', `Bank,,${name},-20000,,,5.25%`, VTI);
      expect(accounts.find(({ name: one }) => one === `Bank: ${name}`)?.cash).toEqual([
        { currency: 'USD', amount: '-20000', interestRate: '0.0525' },
      ]);
    },
  );

  test('of a shop’s card at 31.99% is charged that, and savings at it are a slip', () => {
    const { accounts } = readLines(HEAD, 'Bank,CASH,,9000,,,31.99%', 'Bank,,Store card,-2000,,,31.99%', VTI);
    expect(accounts.map(({ cash }) => cash)).toEqual(
      expect.arrayContaining([
        [{ currency: 'USD', amount: '9000' }],
        [{ currency: 'USD', amount: '-2000', interestRate: '0.3199' }],
      ]),
    );
  });

  test('is told apart from another at the same bank', () => {
    const { accounts } = readLines(HEAD, VTI, 'Loans,,Student loan,-20000,,,', 'Loans,,Car loan,-9000,,,');
    expect(accounts.map(({ name, cash }) => [name, cash[0]?.amount])).toEqual([
      ['Chase', undefined],
      ['Loans: Student loan', '-20000'],
      ['Loans: Car loan', '-9000'],
    ]);
  });

  test('of a broker stays with what was bought with it', () => {
    const { accounts } = readLines(HEAD, VTI, 'Chase,,Margin loan,-2000,,,');
    expect(accounts).toMatchObject([{ name: 'Chase', cash: [{ amount: '-2000' }], positions: [{ symbol: 'VTI' }] }]);
  });

  test.each(['College fund', 'School savings', 'Home equity fund', 'Education account', 'Auto parts'])(
    'is not "%s", which names no loan',
    (name) => {
      const { cash, held } = readLines(HEAD, VTI, `Chase,,${name},,,15000,`);
      const amounts = [...cash.map(({ amount }) => amount), ...held.map(({ quantity }) => quantity)];
      expect(amounts).toContain('15000');
    },
  );

  test('that is owed to the person, or is a fund of such, is none', () => {
    const { held, cash } = readLines(
      HEAD,
      VTI,
      'Chase,,Mortgage note receivable,,,40000,',
      'Chase,,Vanguard Mortgage-Backed Securities Fund,10,46,460,',
      'Chase,V,Visa Inc,10,300,3000,',
    );
    expect(held).toHaveLength(4);
    expect(cash).toEqual([]);
  });

  test('is charged what an APY states, and savings bring what theirs does', () => {
    const { cash } = readLines(
      'Account,Symbol,Name,Quantity,APY',
      'Loan,,Car loan,-1000,5%',
      'Bank,,Savings account,1000,5%',
    );
    expect(cash.map(({ interestRate }) => interestRate)).toEqual(['0.05', '0.05']);
  });

  test.each(['Loan', 'Personal loan', 'Outstanding loan', 'Loan balance', 'Bank debt'])(
    'called "%s" is no wealth for want of a minus sign',
    (name) => {
      const { accounts, said } = readLines(HEAD, VTI, `SoFi,,${name},,,30000,`);
      expect(accounts.flatMap(({ cash }) => cash)).toMatchObject([{ amount: '-30000' }]);
      expect(said).toContain('was taken as owed');
    },
  );

  test.each(['Loan to my brother', 'Senior Loan Portfolio', 'Loan receivable', 'Floating Rate Loan Fund'])(
    'is not "%s", which is owed to the person',
    (name) => {
      const { accounts } = readLines(HEAD, VTI, `SoFi,,${name},,,30000,`);
      expect(accounts.flatMap(({ cash }) => cash).some(({ amount }) => amount.startsWith('-'))).toBe(false);
    },
  );
});

describe('a home and what is owed on it', () => {
  test.each([
    ...['Mortgage', 'Home loan', 'HELOC', 'Home equity line of credit', 'Rocket Mortgage'],
    'Wells Fargo home mortgage',
  ])('are both no part of what pays for a retirement: %s', (name) => {
    const { accounts, said } = readLines(HEAD, VTI, 'Home,,Home,,,450000,', `Bank,,${name},,,"-260,000",6%`);
    expect(accounts).toMatchObject([{ name: 'Chase', cash: [], positions: [{ symbol: 'VTI' }] }]);
    expect(said).toContain(`"${name}" (-260,000) was left out of every total, as the home is`);
    expect(said).toContain('count its payments in what you save and spend');
  });

  test.each([
    'Primary residence',
    'Principal residence',
    '123 Main St',
    '4 Old Mill Lane',
    'Our condo',
    'Toyota RAV4',
    '2019 Subaru Outback',
    'Tesla Model 3',
    'Ford F-150 (2021)',
  ])('%s is no holding', (name) => {
    const { held, said } = readLines(HEAD, VTI, `House,,${name},,,450000,`);
    expect(held).toHaveLength(1);
    expect(said).toContain('what is lived in or used pays for nothing');
  });

  test.each(['Toyota Motor', 'Ford stock', 'Tesla RSUs', 'Honda 2030', 'Toyota'])('%s is no car', (name) => {
    expect(readLines(HEAD, VTI, `Fidelity,,${name},,,4500,`).held).toHaveLength(2);
  });

  test('a home under a code of its own is no holding either', () => {
    expect(readLines(HEAD, VTI, 'House,HOME,Primary home,,,450000,').held).toHaveLength(1);
  });
});

describe('money at a bank', () => {
  test.each([
    'Emergency fund',
    'Savings account',
    'Checking',
    'Joint checking account',
    'Ally savings',
    'HYSA',
    'High-yield savings',
    'Rainy day fund',
    'Vacation fund',
    'Cash on hand',
    'Schwab brokerage cash',
    'Bank account',
    'Girokonto',
    'Konto CHF',
    'Konto in EUR',
    'Compte CHF',
    'Sparkonto',
    'Tagesgeldkonto',
    'ING Tagesgeldkonto',
    'Kontokorrent CHF',
    'Privatkonto',
    'Lohnkonto (UBS)',
    'Compte courant',
    'Livret A',
  ])('"%s" is cash, and its note is the only one of its line', (name) => {
    const { cash, held, messages } = readLines(HEAD, VTI, `Chase,,${name},,,15000,`);
    expect(cash).toMatchObject([{ amount: '15000' }]);
    expect(held).toHaveLength(1);
    expect(messages.filter((one) => one.startsWith('my.csv:3'))).toHaveLength(1);
  });

  test.each(['College Savings Plan', 'US Savings Bonds', 'Savings Plus Retirement Fund', 'Thrift Savings Plan'])(
    '"%s" is none',
    (name) => {
      expect(readLines(HEAD, VTI, `Chase,,${name},,,15000,`).cash).toEqual([]);
    },
  );

  test('is no ticker for being written as one, where neither units nor a price are stated', () => {
    expect(readLines(HEAD, VTI, 'Ally,HYSA,,,,40000,').cash).toMatchObject([{ amount: '40000' }]);
    expect(readLines(HEAD, VTI, 'Ally,HYSA,,10,23,230,').held).toHaveLength(2);
  });

  test('under a column of prices is the price, where nothing else is stated', () => {
    const { cash, said } = readLines('Symbol,Quantity,Price', 'VTI,10,300', 'Savings account,,25000');
    expect(cash).toMatchObject([{ amount: '25000' }]);
    expect(said).not.toContain('left out');
  });
});

describe('what is lived in or used', () => {
  test.each(['House', 'My house', 'Primary residence', 'Car', 'Condo', 'Jewelry', 'Home equity'])(
    '"%s" is no investment, and left out with its worth',
    (name) => {
      const { held, said } = readLines(HEAD, VTI, `Chase,,${name},1,450000,450000,`);
      expect(held).toHaveLength(1);
      expect(said).toMatch(/was left out of every total: what is lived in.*450000/);
    },
  );

  test.each(['CAR,Avis Budget Group', 'HOUS,Anywhere Real Estate', 'HOME,'])('is not the share %s', (share) => {
    expect(readLines(HEAD, VTI, `Chase,${share},10,150,1500,`).held).toHaveLength(2);
  });

  test('is not the house that is let', () => {
    expect(readLines(HEAD, VTI, 'Chase,,Rental house Elm Street,,,300000,').held).toHaveLength(2);
  });
});

describe('one line', () => {
  test('that is left out is not also kept', () => {
    const { messages } = readLines('Symbol,Quantity,Price', 'VTI,10,300', 'Some private fund,,25000', 'Other one,0,5');
    const of = (line: number) => messages.filter((one) => one.startsWith(`my.csv:${line}:`));
    expect(of(3)).toEqual([expect.stringContaining('was left out')]);
    expect(of(4)).toEqual([expect.stringContaining('none of it is held')]);
  });

  test.each([
    ['the first of them', ['Brok,AAPL,abc,230', 'Brok,AAPL,12,230']],
    ['the second', ['Brok,AAPL,12,230', 'Brok,AAPL,abc,230']],
    ['both', ['Brok,AAPL,x,230', 'Brok,AAPL,abc,230']],
  ])('twice is told at once where another fault is in %s', (_name, lines) => {
    const { messages } = readLines('Account,Symbol,Quantity,Price', ...lines);
    expect(messages.filter((one) => one.includes('is not a number')).length).toBeGreaterThan(0);
    expect(messages).toContain(
      'my.csv:3: Symbol: AAPL is already on line 2 of account "Brok"; add the two into one line',
    );
  });

  test('once in each of two accounts, and wrong in one, is not twice', () => {
    const { said } = readLines('Account,Symbol,Quantity,Price', 'One,AAPL,abc,230', 'Two,AAPL,12,230');
    expect(said).not.toContain('already');
  });
});

describe('the day of the prices', () => {
  test.each([
    'Updated: Nov 15, 2026',
    'My investments (updated 11/15/2026)',
    'Portfolio 2026-11-15',
    'Net worth 15 Nov 2026',
    'Account balances on November 15, 2026',
    '11/15/2026',
    'Snapshot of 15.11.2026',
    'Month-end statement 11/15/26',
  ])('is read in "%s" above the table', (title) => {
    const { held } = readLines(title, 'Symbol,Shares,Price', 'VTI,10,300');
    expect(held).toMatchObject([{ priceAsOf: '2026-11-15' }]);
  });

  test.each(['Account opened 2019-03-04', 'Investments since 2019-03-04', 'Portfolio of Ann, born 1980-01-02'])(
    'is not the day of "%s"',
    (title) => {
      const { held } = readLines(title, 'Symbol,Shares,Price', 'VTI,10,300');
      expect(held).toMatchObject([{ priceAsOf: '2026-11-20' }]);
    },
  );
});

describe('below the total of the account that stands above a table', () => {
  const table = (title: string) => [title, 'Ticker,Name,Shares,Price,Value', 'VFIFX,Target 2050,400,55,"22,000"'];
  const bank = [',,,,', 'CASH,,,,', 'Ally Savings,,,,"15,000"', 'Credit card,,,,-2000', 'GRAND TOTAL,,,,"35,000"'];

  test.each([
    [
      'one of several tables',
      ['FIDELITY ROTH IRA', 'Ticker,Name,Shares,Price,Value', 'VTI,,1,300,300', 'Total,,,,300', ',,,,'],
    ],
    ['the only table', []],
  ])('money at a bank and a card are no part of a 401(k): %s', (_, above) => {
    const { accounts } = readLines(...above, ...table('VANGUARD 401(K)'), 'Total,,,,"22,000"', ...bank);
    expect(accounts.find(({ name }) => name === 'VANGUARD 401(K)')).toMatchObject({ type: 'tax_deferred', cash: [] });
    expect(accounts.find(({ name }) => name === 'Portfolio')).toMatchObject({
      type: 'taxable',
      cash: [{ amount: '15000' }],
    });
    expect(accounts.find(({ name }) => name === 'Credit card')?.cash).toMatchObject([{ amount: '-2000' }]);
  });

  test('but what stands above that total is, and so is the cash of a broker below it', () => {
    const rows = ['My savings,,,,"5,000"', 'Total,,,,"27,000"', ',,,,', 'Cash balance,,,,100'];
    const { accounts } = readLines(...table('VANGUARD 401(K)'), ...rows);
    expect(accounts).toMatchObject([{ name: 'VANGUARD 401(K)', cash: [{ amount: '5100' }] }]);
  });
});
