// London quotes in pence what brokers value in pounds: nothing is wrong with a value that is a hundredth of quantity times price.
import { expect, test } from '@jest/globals';
import { readPricesFile } from '../../../shared/portfolio-files/read-prices-file.ts';
import { readLines } from './read-lines.ts';

function read(...lines: string[]) {
  const { held, kind, said } = readLines(...lines);
  if (kind === null) throw new Error(said);
  return { position: held[0], said };
}
const HEAD = 'Symbol,Qty,Price,Currency,Market Value,Cost Basis,Average cost';

test('a price in pence beside a value and a cost in pounds', () => {
  const { position, said } = read(HEAD, 'LLOY.L,10000,85.5,GBX,8550,7000,');
  expect(position).toMatchObject({ price: '0.855', currency: 'GBP', costBasis: '7000' });
  expect(said).not.toContain('quantity times price');
});

test('a cost of one share is in pence, as its price is', () => {
  expect(read(HEAD, 'LLOY.L,10000,85.5,GBp,8550,,70').position).toMatchObject({ price: '0.855', costBasis: '7000' });
});

test('price, value and cost all in pence', () => {
  const { position, said } = read(HEAD, 'LLOY.L,10000,85.5,GBX,855000,700000,');
  expect(position).toMatchObject({ price: '0.855', costBasis: '7000' });
  expect(said).not.toContain('quantity times price');
});

test('a value that is neither is still told', () => {
  expect(read(HEAD, 'LLOY.L,10000,85.5,GBX,9900,,').said).toContain('quantity times price is 855000.00');
});

test.each([
  ['412.35p', '4.1235'],
  ['412.35 p', '4.1235'],
  ['412.35 pence', '4.1235'],
  ['GBX 412.35', '4.1235'],
  ['412.35 GBp', '4.1235'],
  ['£4.1235', '4.1235'],
])('a price that says pence itself is a hundredth of pounds: %s', (price, expected) => {
  const { position, said } = read(
    'Symbol,Qty,Price,Market Value £,Book Cost,Average Price',
    `BP.,1000,${price},"£4,123.50","£4,500.00",`,
  );
  expect(position).toMatchObject({ price: expected, currency: 'GBP', costBasis: '4500' });
  expect(said).not.toContain('quantity times price');
});

test('a cost of one share in pence is no hundred times as large', () => {
  expect(read('Symbol,Qty,Price,Average Price', 'BP.,1000,412.35p,450p').position).toMatchObject({ costBasis: '4500' });
});

test.each([
  ['880.10p', '£8.50'],
  ['880.10', '850p'],
  ['£8.801', '850'],
  ['880.10', '£8.50'],
])('under a header in pence a cell counts as it says itself: price %s, cost of one %s', (price, each) => {
  const { position } = read('Symbol,Quantity,Price (p),Value (£),Average cost', `ISF,500,${price},"4,400.50",${each}`);
  expect(position).toMatchObject({ price: '8.801', currency: 'GBP', costBasis: '4250' });
});

test('a cost whose header says pounds is in pounds, also where no value tells', () => {
  const { position } = read('Symbol,Quantity,Price (pence),Cost (£)', 'LLOY,100,75.07,60');
  expect(position).toMatchObject({ price: '0.7507', costBasis: '60' });
  expect(read('Symbol,Quantity,Price (pence),Average cost (£)', 'LLOY,100,75.07,0.6').position?.costBasis).toBe('60');
});

test('a value in pounds without a price beside it is no value in pence', () => {
  const { position } = read('Symbol,Quantity,Price (pence),Value,Average cost', 'LLOY,100,,£75.07,60p');
  expect(position).toMatchObject({ price: '0.7507', currency: 'GBP', costBasis: '60' });
});

test('a value in pounds that does not fit a price in pence is told of in one unit', () => {
  expect(read('Symbol,Quantity,Price,Currency,Value', 'LLOY,100,75.07p,GBX,£99').said).toContain(
    'quantity times price is 7507.00, but the file says 9900.00',
  );
});

test('pence are no quantity', () => {
  expect(readLines('Symbol,Quantity,Price', 'LLOY,100p,75.07').said).toContain('"100p" is an amount of pence');
});

test('a purchase in pence with its fee and its total in pounds', () => {
  const { transactions, said } = readLines(
    'Date,Action,Symbol,Quantity,Price,Fees,Amount',
    '2026-01-05,Buy,LLOY,1000,75.07p,£5.95,-£756.65',
  );
  expect([transactions[0]?.price, transactions[0]?.amount, said.includes('not a number')]).toEqual([
    '0.7507',
    '-756.65',
    false,
  ]);
});

test('a list of prices in pence', () => {
  const bytes = new TextEncoder().encode('Symbol,Price\nLLOY,75.07p\n');
  expect(readPricesFile({ name: 'p.csv', bytes, modifiedOn: '2026-11-20', asOf: '2026-11-20' })).toMatchObject({
    quotes: [{ symbol: 'LLOY', price: '0.7507', currency: 'GBP' }],
  });
});
