import { describe, expect, test } from '@jest/globals';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { readPricesFile, type PricesFileReading } from '../../../shared/portfolio-files/read-prices-file.ts';
import { unusedQuotes, withPrices } from '../../../shared/portfolio-files/with-prices.ts';
import { withExchangeRates } from '../../../shared/portfolio-files/with-exchange-rates.ts';
import { portfolio } from '../../../shared/schemas/portfolio.ts';

const read = (text: string): PricesFileReading =>
  readPricesFile({
    name: 'prices.csv',
    bytes: new TextEncoder().encode(text),
    modifiedOn: '2026-10-30',
    asOf: '2026-11-15',
  });

const problems = (reading: PricesFileReading): string[] => (reading.ok ? [] : reading.problems.map(formatProblem));

describe('reading prices', () => {
  test('a date and source of its own are kept, others come from the file', () => {
    const reading = read(
      'Ticker,Close,Date,Source,Currency\nvti,"$1,300.50",2026-10-01,my broker,\nSAP.DE,200,,,EUR\n',
    );
    expect(reading.ok && reading.quotes).toEqual([
      { symbol: 'VTI', price: '1300.5', currency: null, asOf: '2026-10-01', source: 'my broker', line: 2 },
      {
        symbol: 'SAP.DE',
        price: '200',
        currency: 'EUR',
        asOf: '2026-10-30',
        source: 'prices.csv (no date given; the day of the file)',
        line: 3,
      },
    ]);
    expect(reading.ok && reading.notes.map(formatProblem)).toEqual([
      'prices.csv: one price states no date (the first on line 3); dated 2026-10-30, the day the file was last changed',
    ]);
  });

  test('every problem is told at once', () => {
    const text = 'Symbol,Price,Date\nVTI,abc,2026-10-01\n!!,5,2026-11-16\nBND,-1,\nGLD,0,2026-02-30\n';
    expect(problems(read(text))).toEqual([
      'prices.csv:2: Price: "abc" is not a number',
      'prices.csv:3: Symbol: "!!" is not a ticker such as VTI',
      'prices.csv:3: Date: 2026-11-16 is after 2026-11-15, the day that the analysis is for',
      'prices.csv:4: Price: -1 is not above zero',
      'prices.csv:5: Price: 0 is not above zero',
      'prices.csv:5: Date: "2026-02-30" is not a date such as 2026-03-31',
    ]);
  });

  test('two prices of one day contradict each other', () => {
    expect(problems(read('Symbol,Price,Date\nVTI,1,2026-10-01\nVTI,2,2026-10-01\n'))).toEqual([
      'prices.csv:3: VTI has another price for 2026-10-01 on line 2',
    ]);
  });

  test('a file without prices is refused, and so is one without a price column', () => {
    expect(problems(read('Symbol,Price\nVTI,--\n'))).toEqual(['prices.csv: there is no price in the file']);
    expect(problems(read('Symbol,Shares\nVTI,1\n'))).toEqual([
      'prices.csv:1: there is no column price; the columns found are "Symbol", "Shares"',
    ]);
  });
});

describe('exchange rates among the prices', () => {
  const held = portfolio.parse({
    accounts: [{ name: 'A', cash: [{ amount: '1', currency: 'EUR' }] }],
    exchangeRates: [
      { from: 'EUR', to: 'USD', rate: '1.05', asOf: '2026-10-02' },
      { from: 'CHF', to: 'USD', rate: '1.2', asOf: '2026-10-02' },
    ],
  });

  test('however a pair is written, each rate is kept with its day', () => {
    const reading = read(
      'Symbol,Price,Currency,Date,Source\nEUR/USD,1.10,USD,2026-10-01,me\nEURUSD=X,1.11,,2026-10-03,me\ngbpusd,1.3,,2026-10-01,me\n' +
        'CHFUSD,1.1,,2026-10-01,me\nVTI,300,,2026-10-01,me\n',
    );
    if (!reading.ok) throw new Error('the file is good');
    expect(reading.quotes.map(({ symbol }) => symbol)).toEqual(['VTI']);
    expect(withExchangeRates(held, reading.rates).exchangeRates).toEqual([
      { from: 'EUR', to: 'USD', rate: '1.05', asOf: '2026-10-02' },
      { from: 'CHF', to: 'USD', rate: '1.2', asOf: '2026-10-02' },
      { from: 'EUR', to: 'USD', rate: '1.1', asOf: '2026-10-01', source: 'me' },
      { from: 'EUR', to: 'USD', rate: '1.11', asOf: '2026-10-03', source: 'me' },
      { from: 'GBP', to: 'USD', rate: '1.3', asOf: '2026-10-01', source: 'me' },
      { from: 'CHF', to: 'USD', rate: '1.1', asOf: '2026-10-01', source: 'me' },
    ]);
  });

  test('a rate in another currency than its pair, or two rates of one day, are problems; rates alone are a file', () => {
    expect(problems(read('Symbol,Price,Currency,Date\nEUR/USD,1.10,EUR,2026-10-01\n'))).toEqual([
      'prices.csv:2: Currency: EUR/USD is what one EUR costs in USD, but the currency is EUR',
    ]);
    expect(problems(read('Symbol,Price,Date\nEUR/USD,1.10,2026-10-01\nEURUSD,1.2,2026-10-01\n'))).toEqual([
      'prices.csv:3: EUR/USD has another price for 2026-10-01 on line 2',
    ]);
    expect(read('Symbol,Price,Date\nEUR/USD,1.10,2026-10-01\n').ok).toBe(true);
  });

  test('a ticker of six letters is no pair of currencies', () => {
    const reading = read('Symbol,Price,Date\nGOOGLX,100,2026-10-01\nUSDUSD,1,2026-10-01\n');
    expect(reading.ok && reading.quotes.map(({ symbol }) => symbol)).toEqual(['GOOGLX', 'USDUSD']);
  });
});

describe('putting prices on positions', () => {
  const held = portfolio.parse({
    accounts: [
      {
        name: 'A',
        positions: [
          { symbol: 'VTI', quantity: '1', price: '10', priceAsOf: '2026-10-10', priceSource: 'my.csv' },
          { symbol: 'BND', quantity: '1' },
          { symbol: 'SAP.DE', quantity: '1', currency: 'EUR', costBasis: '90' },
        ],
      },
    ],
  });
  const quote = (symbol: string, price: string, asOf: string, currency: string | null = null) => ({
    ...{ symbol, price, asOf, currency, source: 'prices.csv' },
  });
  const priceOf = (symbol: string, quotes: Parameters<typeof withPrices>[1]): string | undefined =>
    withPrices(held, quotes).accounts[0]?.positions.find((position) => position.symbol === symbol)?.price;

  test('an older price never replaces a newer one, one of the same day or later does', () => {
    expect(priceOf('VTI', [quote('VTI', '11', '2026-10-09')])).toBe('10');
    expect(priceOf('VTI', [quote('VTI', '11', '2026-10-10')])).toBe('11');
    expect(priceOf('VTI', [quote('VTI', '11', '2026-10-11')])).toBe('11');
  });

  test('of several prices the newest counts, wherever it stands', () => {
    const quotes = [quote('BND', '2', '2026-10-02'), quote('BND', '3', '2026-10-03'), quote('BND', '1', '2026-10-01')];
    expect(priceOf('BND', quotes)).toBe('3');
  });

  test('a price in another currency than the cost is not put beside it, and the person is told', () => {
    const quotes = [quote('SAP.DE', '100', '2026-10-01', 'USD'), quote('VTI', '9', '2026-10-01')];
    expect(priceOf('SAP.DE', quotes)).toBeUndefined();
    expect(unusedQuotes(held, quotes)).toEqual([
      'VTI keeps its own price of 2026-10-10, newer than 2026-10-01',
      'SAP.DE is held in EUR, but its price is in USD; it was not used',
    ]);
  });

  test('a price without a currency is in the currency of the position', () => {
    const [position] = withPrices(held, [quote('SAP.DE', '100', '2026-10-01')]).accounts[0]?.positions.slice(2) ?? [];
    expect(position).toMatchObject({
      currency: 'EUR',
      price: '100',
      priceAsOf: '2026-10-01',
      priceSource: 'prices.csv',
    });
  });

  const msft = (quantity: string, price?: string) => ({
    ...{ symbol: 'MSFT', quantity },
    ...(price !== undefined && { price, priceAsOf: '2026-10-01', priceSource: 'my.csv' }),
  });
  const twoThings = portfolio.parse({
    accounts: [
      { name: '401k', positions: [msft('2000', '45.2')] },
      { name: 'Brokerage', positions: [msft('100', '500')] },
      { name: 'IRA', positions: [msft('7')] },
    ],
  });
  const pricesIn = (quotes: Parameters<typeof withPrices>[1]) =>
    withPrices(twoThings, quotes).accounts.flatMap(({ positions }) => positions.map(({ price }) => price));

  test('a share’s price is put on units of a stock fund that go by its ticker', () => {
    const quotes = [quote('MSFT', '510', '2026-10-02')];
    expect(pricesIn(quotes)).toEqual(['45.2', '510', '510']);
    expect(unusedQuotes(twoThings, quotes)).toEqual([
      'MSFT in "401k" keeps its own price of 45.2 of 2026-10-01: the price of 510 of 2026-10-02 is nearer to the 500 of MSFT in "Brokerage", and no one listing has both',
    ]);
  });

  test('a price of a unit is put on shares, where the list means the units', () => {
    expect(pricesIn([quote('MSFT', '46', '2026-10-02')])).toEqual(['46', '500', '46']);
  });

  test('an old price of the list changes what is which, or is told as if it would have been used', () => {
    const quotes = [quote('MSFT', '510', '2026-09-30')];
    expect(pricesIn(quotes)).toEqual(['45.2', '500', '510']);
    expect(unusedQuotes(twoThings, quotes)).toEqual(['MSFT keeps its own price of 2026-10-01, newer than 2026-09-30']);
  });

  test('a price that can be of either of two things is put on one of them, or on a line without a price', () => {
    const held = portfolio.parse({
      accounts: [
        { name: '401k', positions: [msft('20', '400')] },
        { name: 'Brokerage', positions: [msft('10', '500')] },
        { name: 'IRA', positions: [msft('7')] },
      ],
    });
    const quotes = [quote('MSFT', '510', '2026-11-20')];
    expect(withPrices(held, quotes).accounts).toEqual(held.accounts);
    const why = 'the price of 510 of 2026-11-20 can be of several things that lines with that symbol hold';
    expect(unusedQuotes(held, quotes)).toEqual([
      `MSFT in "401k" keeps its own price of 400 of 2026-10-01: ${why}`,
      `MSFT in "Brokerage" keeps its own price of 500 of 2026-10-01: ${why}`,
      `MSFT in "IRA" stays without a price: ${why}`,
    ]);
  });
});
