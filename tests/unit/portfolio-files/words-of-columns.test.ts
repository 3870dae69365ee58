// What a column's header says of its figures: what they are multiplied by, that they are a gain, or that they are what a line is worth.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

describe('figures in thousands', () => {
  test.each([
    ['Value ($k)', '250000', 'USD'],
    ['Value (in thousands)', '250000', 'USD'],
    ['Market value in thousands of dollars', '250000', 'USD'],
    ["Value ($'000s)", '250000', 'USD'],
    ['Value (k€)', '250000', 'EUR'],
    ['Wert in TEUR', '250000', 'EUR'],
    ['Value (USD, thousands)', '250000', 'USD'],
    ['Value ($ millions)', '250000000', 'USD'],
  ])('under "%s" are read as they stand, or multiplied without a word', (header, value, currency) => {
    const { held, said } = readLines(`Asset;${header}`, 'VFIAX;250', 'BND;100');
    expect(held[0]).toMatchObject({ quantity: value, currency });
    expect(said).toMatch(/is in (?:thousands, .* by 1,000|millions, .* by 1,000,000)/);
  });

  test('make a price a thousand times as large as it is', () => {
    const { held } = readLines('Symbol,Shares,Value ($k),Cost basis ($k)', 'VTI,100,31,20');
    expect(held).toMatchObject([{ quantity: '100', price: '310', costBasis: '20000' }]);
  });

  test.each([
    ['Roth 401k value,401k value,Total value', '10,20,30'],
    ['Solo k value,401k value,Total value', '10,20,30'],
  ])('are seen in %s', (headers, cells) => {
    expect(readLines(`Fund,${headers}`, `VFIAX,${cells}`).held.map(({ quantity }) => quantity)).not.toContain('20000');
  });

  test.each([
    ['$250k', '250000'],
    ['250K', '250000'],
    ['$1.2M', '1200000'],
    ['1.5 million', '1500000'],
  ])('as %s in a cell refuse the file', (cell, value) => {
    expect(readLines('Asset,Value', `VFIAX,${cell}`).held).toMatchObject([{ quantity: value }]);
  });

  test('in a cell and in its header are multiplied twice', () => {
    expect(readLines('Asset,Value ($k)', 'VFIAX,$250k').held).toMatchObject([{ quantity: '250000' }]);
  });

  test('are seen in a bare M, which may be a thousand', () => {
    expect(readLines('Asset,Value', 'VFIAX,25M').held).toEqual([]);
  });
});

describe('what was won or lost', () => {
  test.each([
    '+/- value',
    '+/- value latente',
    'Plus-value',
    'Plus/moins-values',
    'P/L value',
    'Value (P&L)',
    '± Wert',
  ])('under "%s" is taken for what a line is worth', (header) => {
    const { held, cash, said } = readLines(
      `Libellé;Code ISIN;Quantité;Cours;${header};Valorisation`,
      'AMUNDI;LU1681043599;45;590,22 €;7 655,40 €;26 559,90 €',
      'Espèces;;;;;1 204,33 €',
    );
    expect(held).toMatchObject([{ quantity: '45', price: '590.22' }]);
    expect(cash).toMatchObject([{ amount: '1204.33' }]);
    expect(said).not.toContain('quantity times price');
  });
});

describe('what a line is worth', () => {
  test('under "Equity" is taken for a name, or cash beside it is lost', () => {
    const { held, cash } = readLines(
      'Ticker,Shares,Avg Cost,Current Price,Total Return,Equity',
      'BTC,0.05,$40000.00,"$86,500.00","$2,325.00","$4,325.00"',
      'Cash,,,,,"$1,204.55"',
    );
    expect(held).toMatchObject([{ symbol: 'BTC', quantity: '0.05', price: '86500' }]);
    expect(held[0]?.name ?? '').not.toMatch(/\d/);
    expect(cash).toMatchObject([{ amount: '1204.55' }]);
  });

  test('is seen under "Equity" where words stand', () => {
    expect(readLines('Equity,Shares,Price', 'Apple,10,270').held).toMatchObject([{ name: 'Apple', price: '270' }]);
  });

  test.each(['Worth', 'Total worth', 'Ending balance', 'Closing Balance'])('under "%s" is not used', (header) => {
    expect(readLines(`Symbol,Shares,${header}`, 'VTI,100,31022').held).toMatchObject([
      { quantity: '100', price: '310.22' },
    ]);
  });

  test('at the end of a quarter, beside that of its beginning, refuses a statement', () => {
    const { held } = readLines(
      'Fund,Beginning balance,Contributions,Gain/Loss,Ending balance',
      'Institutional 500 Trust,"$100,000.00","$1,500.00","$2,200.00","$103,700.00"',
    );
    expect(held).toMatchObject([{ quantity: '103700', price: '1' }]);
  });
});

test('a column "Financial Instrument" is not one of symbols', () => {
  expect(readLines('Financial Instrument,Position,Last,Market Value', 'VOO,100,612.35,"61,235.00"').held).toMatchObject(
    [{ symbol: 'VOO', quantity: '100', price: '612.35' }],
  );
});

describe('what was paid', () => {
  test.each([
    ['Avg Cost/Share', '200'],
    ['Average Cost / Unit', '200'],
    ['Avg. unit cost', '200'],
    ['Entry Price', '200'],
    ['Average price paid', '200'],
    ['Basis/share', '200'],
    ['Invested amount', '20000'],
    ['Purchase ($)', '20000'],
  ])('under "%s" is lost', (header, cost) => {
    const { held } = readLines(`Ticker,Shares,${header},Price,Value`, `VTI,100,${cost},301.20,30120`);
    expect(held).toMatchObject([{ costBasis: '20000' }]);
  });

  test('under "Purchase $" beside "Last $" is that of one unit, however few are held', () => {
    const { held } = readLines('Code,Avail Units,Purchase $,Last $,Mkt Value $', 'CBA,2,95.00,160.20,320.40');
    expect(held).toMatchObject([{ costBasis: '190' }]);
  });

  test('is a day under "Purchase"', () => {
    const { held, said } = readLines('Ticker,Shares,Purchase,Price', 'VTI,100,2020-03-02,301.20');
    expect(held).toMatchObject([{ symbol: 'VTI', quantity: '100' }]);
    expect(held[0]?.costBasis).toBeUndefined();
    expect(said).not.toContain('taken as none');
  });
});
