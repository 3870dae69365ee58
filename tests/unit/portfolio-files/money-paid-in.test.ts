// Money that a person pays into an account is a deposit, whatever a broker calls it: without it cash and returns are not known.
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const FREETRADE =
  'Title,Type,Timestamp,Account Currency,Total Amount,Buy / Sell,Ticker,ISIN,Price per Share in Account Currency,Stamp Duty,' +
  'Quantity,Venue,Order ID,Order Type,Instrument Currency,Total Shares Amount,Price per Share,FX Rate,Base FX Rate,FX Fee (BPS),FX Fee Amount';

test('Freetrade: what no order did stands under Type, in the account’s currency, and a fee in basis points is no money', () => {
  const { transactions, cash, held } = readLines(
    FREETRADE,
    'Vanguard S&P 500,ORDER,2026-03-01T10:00:00.000Z,GBP,750.00,BUY,VUAG,IE00BFMXXD54,75.00,0,10,LSE,A1,BASIC,GBP,750,75,1,1,45,0',
    'Top up,TOP_UP,2026-02-28T10:00:00.000Z,GBP,1000.00,,,,,,,,,,,,,,,,',
    'Statement,MONTHLY_STATEMENT,2026-03-31T10:00:00.000Z,,,,,,,,,,,,,,,,,,',
  );
  expect(transactions).toMatchObject([
    { kind: 'deposit', amount: '1000', currency: 'GBP' },
    { kind: 'buy', symbol: 'VUAG', quantity: '10' },
  ]);
  expect(cash).toEqual([{ currency: 'GBP', amount: '250' }]);
  expect(held).toMatchObject([{ symbol: 'VUAG', costBasis: '750' }]);
});

test.each(['CASH TOP-UP', 'Top up', 'TOPUP', 'Added money'])('%s is a deposit', (words) => {
  const { transactions } = readLines(
    'Date,Ticker,Type,Quantity,Price per share,Total Amount,Currency',
    `2026-01-05,,${words},,,USD 1000,USD`,
    '2026-01-06,AAPL,BUY - MARKET,2.5,USD 200,USD 500,USD',
  );
  expect(transactions[0]).toMatchObject({ kind: 'deposit', amount: '1000' });
});
