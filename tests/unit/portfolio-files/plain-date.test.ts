// A column "Date" beside what was paid says when that was: taken for the day of the price, today's prices are years old in a report.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const dated = (...lines: string[]) => {
  const { held, said } = readLines(...lines);
  return { days: held.map(({ priceAsOf }) => priceAsOf), said };
};
const BOUGHT = '"Date" was read as the day on which each line was bought, and not that of its price';

describe('days of purchase are no days of prices', () => {
  test.each([
    [
      'Symbol,Date,Shares,Price Paid,Current Price,Total',
      ['VTI,3/15/2019,100,145.2,300,30000', 'BND,4/13/2020,50,80,73,3650'],
    ],
    ['Date,Symbol,Shares,Cost,Price,Value', ['3/15/2019,VTI,100,14520,300,30000', '4/13/2020,BND,50,4000,73,3650']],
    ['Date,Symbol,Shares,Cost,Price', ['3/15/2019,VTI,100,14520,300', '4/13/2020,BND,50,4000,73']],
  ])('%s', (header, lines) => {
    const { days, said } = dated(header, ...lines);
    expect(days).toEqual(['2026-11-20', '2026-11-20']);
    expect(said).toContain(BOUGHT);
  });

  test('and two purchases of one symbol are two lots of it', () => {
    const lines = ['VTI,3/15/2019,100,145.2,300', 'VTI,4/13/2020,50,130,300', 'BND,4/13/2021,50,80,73'];
    expect(readLines('Symbol,Date,Shares,Price Paid,Current Price', ...lines).held).toMatchObject([
      { symbol: 'VTI', quantity: '150' },
      { symbol: 'BND', quantity: '50' },
    ]);
  });
});

describe('days of prices stay so', () => {
  test('where they are of one day, or nearly so', () => {
    const { days, said } = dated('Symbol,Date,Shares,Cost,Price', 'VTI,11/19/2026,100,14520,300', 'BND,11/18/2026,50,1,73'); // prettier-ignore
    expect(days).toEqual(['2026-11-19', '2026-11-18']);
    expect(said).not.toContain('"Date" was read');
  });

  test('where one line of several is valued seldom', () => {
    const { days, said } = dated('Symbol,Date,Shares,Cost,Price', 'VTI,11/19/2026,100,14520,300', 'BND,11/19/2026,50,1,73', 'FARM,3/31/2026,1,9,50'); // prettier-ignore
    expect(days).toEqual(['2026-11-19', '2026-11-19', '2026-03-31']);
    expect(said).toContain('"Date" was read as the day of each price, and some are old');
  });

  test('where the price is the one that was paid, of which none is of today', () => {
    const { days, said } = dated('Date,Symbol,Shares,Price,Cost', '3/15/2019,VTI,100,145.2,14520', '4/13/2020,BND,50,80,4000'); // prettier-ignore
    expect(days).toEqual(['2019-03-15', '2020-04-13']);
    expect(said).toContain('where it is the day of purchase, call it "Date bought"');
  });
});
