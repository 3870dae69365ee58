// London quotes in pence what brokers value in pounds: nothing is wrong with a value that is a hundredth of quantity times price.
import { expect, test } from '@jest/globals';
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
