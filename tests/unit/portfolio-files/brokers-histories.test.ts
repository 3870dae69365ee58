// Rows of brokers' histories of transactions that mean something else than their words elsewhere.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const quantities = (...lines: string[]) =>
  readLines(...lines).held.map(({ symbol, quantity }) => `${quantity} ${symbol}`);

describe('a split in two rows, all shares before it and all after it, is taken for shares that were added:', () => {
  const head = 'Action,Time,Ticker,No. of shares,Price / share,Currency (Price / share),Total,Currency (Total)';
  const bought = 'Market buy,2026-01-05 14:30:12,NVDA,1.5000000000,1200.00,USD,1636.36,EUR';
  const closed = 'Stock split close,2026-02-05 08:00:00,NVDA,1.5000000000,1200.00,USD,1636.36,EUR';
  const opened = 'Stock split open,2026-02-05 08:00:00,NVDA,15.0000000000,120.00,USD,1636.36,EUR';
  const sold = 'Market sell,2026-03-05 08:00:00,NVDA,4.0000000000,130.00,USD,472.72,EUR';

  test.each([
    ['Trading 212', [closed, opened]],
    ['Trading 212, newest first', [opened, closed]],
    ['Trading 212 without what they are worth', [closed, opened].map((row) => row.replace('1636.36', ''))],
  ])('%s', (_, split) => {
    const { held, transactions } = readLines(head, bought, ...split, sold);
    expect(held).toMatchObject([{ symbol: 'NVDA', quantity: '11', costBasis: '1320', currency: 'USD' }]);
    expect(transactions.filter(({ kind }) => kind === 'split')).toMatchObject([{ quantity: '10' }]);
  });

  test.each([
    ['Split out', 'Split in'],
    ['Stock Split - Out', 'Stock Split - In'],
    ['SPLIT_OLD', 'SPLIT_NEW'],
  ])('%s, %s', (before, after) => {
    const rows = [`2026-02-05,${before},NVDA,20,1200`, `2026-02-05,${after},NVDA,2,12000`];
    for (const split of [rows, rows.toReversed()])
      expect(quantities('Date,Action,Symbol,Quantity,Price', '2026-01-05,Buy,NVDA,30,1200', ...split)).toEqual([
        '3 NVDA',
      ]);
  });

  test.each([
    [closed, 'this row has the shares of NVDA from before a split, and no other row of that day those from after it'],
    [opened, 'this row has the shares of NVDA from after a split, and no other row of that day those from before it'],
  ])('and one of the two alone is read as if it said so: %s', (row, message) => {
    const { said } = readLines(head, bought.replace('1.5', '100'), row);
    expect(said).toContain(message);
    expect(said).not.toContain('added to');
  });
});

describe('an option is refused, or counted as the share that it is on, at its price:', () => {
  const head = 'Activity Date,Instrument,Description,Trans Code,Quantity,Price,Amount';
  const shares = [
    '10/30/2026,,ACH Deposit,ACH,,,"$15,000.00"',
    '11/2/2026,SPY,SPDR S&P 500 ETF,Buy,10,$660.10,"($6,601.00)"',
  ];

  test.each([
    ['BTO,1,$5.20,($520.04)', '7878.96'],
    ['STO,1,$5.20,$519.96', '8918.96'],
    ['STC,1,$5.20,$519.96', '8918.96'],
    ['BTC,1,$5.20,($520.04)', '7878.96'],
    ['OEXP,1S,,', '8399'],
    ['OASGN,1,,', '8399'],
    ['OEXCS,2,,', '8399'],
    ['Buy to open,1,$5.20,($520.04)', '7878.96'],
    ['SELL_TO_CLOSE,1,$5.20,$519.96', '8918.96'],
    ['Bought To Open,1,$5.20,($520.04)', '7878.96'],
    ['Option Expiration,1S,,', '8399'],
  ])('%s', (row, cash) => {
    const { held, cash: left, said } = readLines(head, ...shares, `11/12/2026,SPY,SPY 12/18/2026 Call $700.00,${row}`);
    expect(held).toMatchObject([{ symbol: 'SPY', quantity: '10', price: '660.1', costBasis: '6601' }]);
    expect(left).toEqual([{ currency: 'USD', amount: cash }]);
    expect(said).toContain('options are not understood: of their transactions only what they did to cash is counted');
  });

  test('or a history of options for the most part is no list of trades', () => {
    const option = (code: string) => `11/12/2026,SPY,SPY 12/18/2026 Call $700.00,${code},1S,,`;
    expect(quantities(head, ...shares, option('OEXP'), option('OASGN'), option('OEXP'), option('OEXP'))).toEqual([
      '10 SPY',
    ]);
  });

  test('but not the shares that tastytrade buys to open, which a column of kinds tells', () => {
    const lines = (kind: string) => [
      'Date,Type,Action,Symbol,Instrument Type,Quantity,Average Price,Value',
      `2026-11-02,Trade,BUY_TO_OPEN,VTI,${kind},10,-300.00,"-3,000.00"`,
      `2026-11-03,Trade,SELL_TO_CLOSE,VTI,${kind},4,310.00,"1,240.00"`,
    ];
    expect(quantities(...lines('Equity'))).toEqual(['6 VTI']);
    expect(readLines(...lines('Equity Option')).held).toEqual([]);
  });
});

describe("an employer's shares that came refuse the whole list, or are said to have cost nothing:", () => {
  test.each(['Stock Plan Activity', 'RSU Vest', 'Restricted Stock Lapse', 'Share Release', 'Vested', 'Release'])(
    '%s',
    (words) => {
      const { held, cash } = readLines(
        'Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount',
        `11/09/2026,${words},MSFT,MICROSOFT CORP,12,,,`,
        `11/10/2026,${words},MSFT,MICROSOFT CORP,-2,,,`,
        '09/30/2026,Wire Received,,WIRED FUNDS RECEIVED,,,,$300.00',
      );
      expect(held).toEqual([{ symbol: 'MSFT', name: 'MICROSOFT CORP', quantity: '10', currency: 'USD' }]);
      expect(cash).toEqual([{ currency: 'USD', amount: '300' }]);
    },
  );
});

describe('DEGIRO’s Transactions.csv', () => {
  const head =
    'Date,Time,Product,ISIN,Reference exchange,Venue,Quantity,Price,,Local value,,Value,,Exchange rate,Transaction and/or third,,Total,,Order ID';
  const apple = (day: string, count: string, price: string, total: string) =>
    `${day},15:31,APPLE INC,US0378331005,NDQ,XNAS,${count},${price},USD,1350.00,USD,1227.27,EUR,1.1000,-2.00,EUR,${total},EUR,def`;
  const bought = apple('05-10-2026', '5', '270.00', '-1229.27');
  const sold = apple('02-11-2026', '-1', '275.00', '248.00');

  test('with purchases alone is refused, for no quantity is below zero', () => {
    const { held, messages } = readLines(head, bought);
    expect(messages.join('\n')).not.toContain('no column says');
    expect(held).toMatchObject([{ symbol: 'AAPL', quantity: '5', priceAsOf: '2026-10-05' }]);
  });

  test('has its days taken for months, so that a sale comes before its purchase', () => {
    expect(readLines(head, sold, bought).transactions).toMatchObject([
      { kind: 'buy', date: '2026-10-05' },
      { kind: 'sell', date: '2026-11-02' },
    ]);
  });

  test('has what was paid in euros, as the column without a name says, counted as dollars', () => {
    const { held, rates } = readLines(head, bought);
    expect(held).toMatchObject([{ currency: 'USD', costBasis: '1350' }]);
    expect(rates).toMatchObject([{ from: 'EUR', to: 'USD', rate: '1.1' }]);
  });

  test('with the headers that name the currency is read otherwise', () => {
    const named =
      'Date,Time,Product,ISIN,Reference exchange,Venue,Quantity,Price,,Local value,,Value EUR,Exchange rate,AutoFX Fee,Transaction and/or third party fees EUR,Total EUR,Order ID';
    const row =
      '05-10-2026,15:31,APPLE INC,US0378331005,NDQ,XNAS,5,"270,0000",USD,"-1350,00",USD,"-1227,27","1,1000","-3,07","-2,00","-1232,34",def';
    expect(readLines(named, row).held).toMatchObject([
      { symbol: 'AAPL', quantity: '5', costBasis: '1350', priceAsOf: '2026-10-05' },
    ]);
  });
});

test('a list whose amounts have no minus, or which has money without shares, is one of purchases alone', () => {
  const head = 'Trade Date,Symbol,Quantity,Price,Total';
  expect(readLines(head, '2026-10-05,VTI,5,270,1350').said).toContain('no column says what each of them did');
  const money = readLines(head, '2026-10-05,VTI,5,270,-1350', '2026-10-06,,,,-20');
  expect(money.said).toContain('no column says what each of them did');
});

test('a sale that comes before its purchase by days that may be months is refused without a word of that', () => {
  const head = 'Date,Action,Symbol,Quantity,Price';
  const list = (...days: string[]) =>
    readLines(head, `${days[0] ?? ''},Sell,VTI,1,300`, `${days[1] ?? ''},Buy,VTI,3,250`).said;
  expect(list('02-11-2026', '05-10-2026')).toContain('its days were read month first (03/04/2026 as March 4)');
  expect(list('2026-02-11', '2026-05-10')).not.toContain('month first');
});
