// A sign in a cell is of its line; a header is of all of them. Where the header wins, dollars are counted as pounds.
import { describe, expect, test } from '@jest/globals';
import { readPricesFile } from '../../../shared/portfolio-files/read-prices-file.ts';
import { readLines } from './read-lines.ts';

describe('a price against its header', () => {
  test.each([
    ['Price (£)', '$500.00', 'USD', '500'],
    ['Price (£)', '€210.00', 'EUR', '210'],
    ['Price (€)', '£88.00', 'GBP', '88'],
    ['Price (€)', '$500.00', 'USD', '500'],
    ['Price (pence)', '$500.00', 'USD', '500'],
    ['Price (pence)', '£4.12', 'GBP', '4.12'],
    ['Price (£)', '412p', 'GBP', '4.12'],
    ['Price (£)', '412.00', 'GBP', '412'],
    ['Price (CAD)', '$50.00', 'CAD', '50'],
    ['Price (CAD)', 'US$50.00', 'USD', '50'],
    ['Price (£)', '$50.00 CAD', 'CAD', '50'],
    ['Price', '$50.00', 'USD', '50'],
  ])('%s over %s', (header, cell, currency, price) => {
    expect(readLines(`Symbol,Quantity,${header}`, `MSFT,5,${cell}`).held).toMatchObject([{ currency, price }]);
  });

  test.each(['Price (£)', 'Price (pence)'])('is read against %s without a word', (header) => {
    const { said } = readLines(`Symbol,Quantity,${header}`, 'MSFT,5,$500.00');
    expect(said).toContain('its own cell says USD and the header GBP: it was read as USD');
  });

  test('gives way to the header of the value beside it', () => {
    const { held } = readLines('Symbol,Quantity,Price,Value £', 'MSFT,5,$500.00,"£1,923.08"', 'BARC,1000,380p,£3800');
    expect(held).toMatchObject([
      { symbol: 'MSFT', price: '500', currency: 'USD' },
      { symbol: 'BARC', price: '3.8', currency: 'GBP' },
    ]);
  });

  test('gives way to it in a list of prices', () => {
    const bytes = new TextEncoder().encode('Symbol,Price (£)\nMSFT,$500.00\nVUSA,88.00\n');
    const read = readPricesFile({ name: 'my.csv', bytes, modifiedOn: '2026-11-20', asOf: '2026-11-20' });
    expect(read.ok && read.quotes).toMatchObject([{ currency: 'USD' }, { currency: 'GBP' }]);
  });
});

test('a dollar sign beside a column that says euros is believed, or the column is, without a question', () => {
  const { said } = readLines('Symbol,Quantity,Price,Currency', 'MSFT,5,$500.00,EUR');
  expect(said).toContain('the price is in USD, but the currency is EUR');
});

test('a dollar sign is no Canadian dollar beside a column that says so', () => {
  const { held } = readLines('Symbol,Quantity,Price,Currency', 'RY.TO,5,$180.00,CAD');
  expect(held).toMatchObject([{ price: '180', currency: 'CAD' }]);
});

test('a value in dollars under a header of pounds is one in pounds where no price stands beside it', () => {
  const { held } = readLines('Symbol,Quantity,Price (pence),Value (£)', 'MSFT,5,,"$2,500.00"', 'BARC,10,380,£38.00');
  expect(held).toMatchObject([
    { symbol: 'MSFT', price: '500', currency: 'USD' },
    { symbol: 'BARC', price: '3.8', currency: 'GBP' },
  ]);
});

test('cash in dollars under a header of pounds is counted as pounds', () => {
  const { cash } = readLines('Symbol,Quantity,Price (£),Value (£)', 'VUSA,1,88,88', 'CASH,,,"$1,300.00"');
  expect(cash).toEqual([{ currency: 'USD', amount: '1300' }]);
});

test('what a share cost in its own currency is passed over for a total in the account’s', () => {
  const { held } = readLines('Symbol,Quantity,Price,Book cost,Average price', 'MSFT,5,US$500.00,"£1,200.00",US$310.00');
  expect(held).toMatchObject([{ costBasis: '1550', currency: 'USD' }]);
});
