// A list of trades taken for positions makes a holding of what was sold. What its cells say decides, whatever its headers.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readLines } from './read-lines.ts';

function read(...lines: string[]) {
  const { kind, held, ...rest } = readLines(...lines);
  return {
    ...rest,
    kind: kind ?? 'refused',
    held: Object.fromEntries(held.map(({ symbol, quantity }) => [symbol, quantity])),
  };
}

const HEADERS = ['Trans Code', 'Direction', 'Side', 'Order', 'Typ', 'Sens', 'Kauf/Verkauf', 'Operation', 'Was', 'x'];
const WORDS: readonly (readonly [string, string])[] = [
  ['Buy', 'Sell'],
  ['BUY', 'SELL'],
  ['Bought', 'Sold'],
  ['B', 'S'],
  ['K', 'V'],
  ['BOT', 'SLD'],
  ['Kauf', 'Verkauf'],
  ['Achat', 'Vente'],
  ['Compra', 'Venta'],
  ['Acquisto', 'Vendita'],
  ['Koop', 'Verkoop'],
  ['Market buy', 'Limit sell'],
];

describe('whatever the column and its words', () => {
  test('what was sold is never held', () => {
    const days = fc.constantFrom('Date', 'Activity Date', 'Trade Date', 'Filled Time', 'Wann', null);
    fc.assert(
      fc.property(fc.constantFrom(...HEADERS), fc.constantFrom(...WORDS), days, (header, [buy, sell], day) => {
        const row = (did: string, symbol: string, on: string): string =>
          [...(day === null ? [] : [on]), symbol, did, '10', '190.5'].join(';');
        const head = [...(day === null ? [] : [day]), 'Symbol', header, 'Quantity', 'Price'].join(';');
        const { kind, held } = read(
          head,
          row(buy, 'AAPL', '2026-01-15'),
          row(buy, 'VTI', '2026-01-16'),
          row(sell, 'VTI', '2026-02-16'),
        );
        expect([kind, held]).toEqual(day === null ? ['refused', {}] : ['transactions', { AAPL: '10' }]);
      }),
    );
  });

  test('positions that are all "Buy" beside a value of today are positions', () => {
    const { kind, held } = read('Symbol,Direction,Quantity,Price,Market Value', 'AAPL,Buy,10,190,1900');
    expect([kind, held]).toEqual(['positions', { AAPL: '10' }]);
  });

  test('tickers such as B, S and BUY, and funds of dividends, are no trades', () => {
    const { kind } = read(
      'Symbol,Name,Quantity,Price',
      'B,Barnes,10,50',
      'S,SentinelOne,5,20',
      'BUY,Dividend fund,1,1',
    );
    expect(kind).toBe('positions');
  });

  test('the sign of the quantity tells where no column does (DEGIRO)', () => {
    const { held } = read(
      'Datum,Tijd,Product,ISIN,Aantal,Koers,,Transactiekosten en/of,,Totaal,,Order ID',
      '15-01-2026,09:05,ALL-WORLD,IE00B3RBWM25,10,100.00,EUR,-1.00,EUR,-1001.00,EUR,A',
      '20-06-2026,11:00,ALL-WORLD,IE00B3RBWM25,-4,120.00,EUR,-1.00,EUR,479.00,EUR,B',
    );
    expect(held).toEqual({ IE00B3RBWM25: '6' });
  });
});

test('Robinhood: codes for transactions, a CUSIP behind the name', () => {
  const { held, cash } = read(
    '"Activity Date","Process Date","Settle Date","Instrument","Description","Trans Code","Quantity","Price","Amount"',
    '"11/2/2026","11/2/2026","11/4/2026","","ACH Deposit","ACH","","","$5,000.00"',
    '"11/3/2026","11/3/2026","11/5/2026","AAPL","Apple\nCUSIP: 037833100","Buy","10","$190.00","($1,900.00)"',
    '"11/13/2026","11/13/2026","11/13/2026","AAPL","Cash Div","CDIV","","","$2.00"',
    '"11/14/2026","11/14/2026","11/14/2026","","Gold Fee","GOLD","","","($5.00)"',
  );
  expect(held).toEqual({ AAPL: '10' });
  expect(cash).toEqual([{ currency: 'USD', amount: '3097' }]);
});

test('Coinbase: rewards come in, coins are sent and converted', () => {
  const { held } = read(
    'Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees),Fees and/or Spread,Notes',
    '2026-01-05 14:00:00 UTC,Buy,BTC,0.05,USD,$60000.00,$3000.00,$3040.00,$40.00,Bought 0.05 BTC',
    '2026-01-06 14:00:00 UTC,Buy,ETH,1,USD,$3000.00,$3000.00,$3040.00,$40.00,Bought 1 ETH',
    '2026-03-05 14:00:00 UTC,Reward Income,ETH,0.01,USD,$3000.00,$30.00,$30.00,$0.00,Received',
    '2026-04-05 14:00:00 UTC,Send,BTC,-0.01,USD,$60000.00,$600.00,$600.00,$0.00,Sent',
    '2026-05-05 14:00:00 UTC,Convert,ETH,-0.5,USD,$3000.00,$1500.00,$1530.00,$30.00,Converted 0.5 ETH to 1500 USDC',
  );
  expect(held).toEqual({ BTC: '0.04', ETH: '0.51', USDC: '1500' });
});

test('Webull: an order that was cancelled is no trade, and what was filled counts', () => {
  const { held, said } = read(
    'Name,Symbol,Side,Status,Filled,Total Qty,Price,Avg Price,Placed Time,Filled Time',
    'Apple,AAPL,Buy,Filled,10,12,@190.00,189.50,11/13/2026 10:00:00 EST,11/13/2026 10:00:01 EST',
    'Tesla,TSLA,Buy,Cancelled,0,5,@400.00,,11/14/2026 10:00:00 EST,',
  );
  expect(held).toEqual({ AAPL: '10' });
  expect(said).toContain('orders that were not carried out were found on line 3');
});

describe('a list that begins after the account was opened', () => {
  const LIST = ['2026-01-05,Buy,VTI,10,300,', '2026-02-05,Deposit,,,,500'];

  test('is no debt: its cash is not known, and why is said', () => {
    const { cash, said } = read('Date,Action,Symbol,Quantity,Price,Amount', ...LIST);
    expect(cash).toEqual([]);
    expect(said).toContain('falls below zero (-3000 USD on 2026-01-05): the list may not reach back to the beginning');
  });

  test('has the cash that its own column of balances states last', () => {
    const [bought = '', paid = ''] = LIST;
    const { cash } = read('Date,Action,Symbol,Quantity,Price,Amount,Cash Balance ($)', `${bought},700`, `${paid},1200`);
    expect(cash).toEqual([{ currency: 'USD', amount: '1200' }]);
  });

  test('is refused where it sells what it never bought, with the way out', () => {
    const { said } = read('Date,Action,Symbol,Quantity,Price', '2026-01-05,Sell,VTI,10,300');
    expect(said).toContain('give the positions, and this list beside them with --transactions');
  });
});

test('the rate at which a trade was settled values what is held in that currency', () => {
  const { rates } = read(
    'Action,Time,Ticker,No. of shares,Price / share,Currency (Price / share),Exchange rate,Total,Currency (Total)',
    'Market buy,2026-01-05 14:30:01,AAPL,2.5,190.00,USD,1.10000,431.82,EUR',
  );
  expect(rates).toMatchObject([{ from: 'EUR', to: 'USD', rate: '1.1', asOf: '2026-01-05' }]);
});

test('what one is worth now is taken for the price of a trade', () => {
  const { transactions } = readLines('Exec Time,Side,Qty,Symbol,Trade Price,Last', '11/1/26,BUY,100,AAPL,150,254.31');
  expect(transactions).toMatchObject([{ price: '150' }]);
});

test('"Trade Price" beside a price that may be of any day is read as of what is held', () => {
  const { held, said } = readLines('Symbol,Qty,Trade Price,Price', 'AAPL,100,150.00,254.31');
  expect(held).toEqual([]);
  expect(said).toContain('this is a list of trades');
});
