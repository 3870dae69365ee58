// What the market is asked for at all: what is missing or too old, and nothing of what the person gave.
import { describe, expect, test } from '@jest/globals';
import { csvTable } from '../../../shared/market/csv-table.ts';
import { decimalOf } from '../../../shared/market/decimal-of.ts';
import { fitTrades, isPlausible } from '../../../shared/market/plausible.ts';
import { isUsListed, withClass } from '../../../shared/market/us-symbol.ts';
import { isNothing, wantedOf, type Given } from '../../../shared/market/wanted.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';

const line = (symbol: string, own: Partial<SnapshotLine> = {}): SnapshotLine => ({
  ...{ accountName: 'A', accountType: 'taxable', kind: 'holding', symbol, name: null, quantity: 1, currency: 'USD' },
  ...{ price: null, priceAsOf: null, priceSource: null, costBasis: null },
  ...own,
});
const priced = (symbol: string, priceAsOf: string, own: Partial<SnapshotLine> = {}) =>
  line(symbol, { price: 10, priceAsOf, priceSource: 'mine.csv', ...own });
const given = (lines: SnapshotLine[], more: Partial<Given> = {}): Given => ({
  ...{ asOf: '2026-03-31', lines, exchangeRates: [], history: undefined },
  ...more,
});
const asked = { sources: ['massive'], maxAgeDays: 7 } as const;

describe('what is wanted', () => {
  test('is nothing where no source is set, whatever is missing', () => {
    const nothing = wantedOf(given([line('VTI')]), { sources: [], maxAgeDays: 7 });
    expect(isNothing(nothing)).toBe(true);
  });

  test('is what has no price, or none of the last seven days', () => {
    const lines = [line('A'), priced('B', '2026-03-24'), priced('C', '2026-03-23')];
    expect(wantedOf(given(lines), asked).prices.map(({ symbol }) => symbol)).toEqual(['A', 'C']);
  });

  test('is asked once an instrument: a price of it in another account counts, in another currency it does not', () => {
    const lines = [
      line('A'),
      priced('A', '2026-03-30'),
      line('B'),
      line('B'),
      priced('A', '2026-01-01', { currency: 'EUR' }),
    ];
    const { prices, currencies } = wantedOf(given(lines), asked);
    expect(prices).toEqual([
      { symbol: 'B', currency: 'USD', own: null },
      { symbol: 'A', currency: 'EUR', own: { price: 10, asOf: '2026-01-01' } },
    ]);
    expect(currencies).toEqual(['EUR']);
  });

  test('is a rate of cash too, of pence by the pound, unless one is recent', () => {
    const cash = (currency: string) => line(`CASH:${currency}`, { kind: 'cash', currency, price: 1 });
    const exchangeRates = [
      { from: 'EUR', to: 'USD', rate: 1.1, asOf: '2026-03-30', source: 'mine' },
      { from: 'JPY', to: 'USD', rate: 0.01, asOf: '2025-03-30', source: 'mine' },
    ];
    const lines = ['EUR', 'GBX', 'JPY', 'USD'].map(cash);
    expect(wantedOf(given(lines, { exchangeRates }), asked)).toMatchObject({ prices: [], currencies: ['GBP', 'JPY'] });
  });

  test('are past closes of what was traded, where the person’s own are few', () => {
    const transaction = (symbol: string, date: string) =>
      ({ symbol, date, accountName: 'A', kind: 'buy', quantity: 1, price: 10 }) as const;
    const monthly = (symbol: string) =>
      Array.from({ length: 12 }, (_, month) => ({
        date: `2025-${String(month + 1).padStart(2, '0')}-28`,
        price: symbol.length,
      }));
    const daily = Array.from({ length: 400 }, (_, day) => ({
      date: new Date(Date.parse('2025-02-24') + day * 86_400_000).toISOString().slice(0, 10),
      price: 10,
    }));
    const history = {
      transactions: [
        transaction('M', '2025-06-01'),
        transaction('M', '2025-01-02'),
        transaction('D', '2025-02-24'),
        transaction('NEW', '2026-03-31'),
      ],
      prices: new Map([
        ['M', monthly('M')],
        ['D', daily],
      ]),
    };
    expect(wantedOf(given([], { history }), asked).histories).toEqual([{ symbol: 'M', from: '2025-01-02' }]);
  });
});

describe('what can be of what is held', () => {
  const quote = (price: string, day = '2026-03-31') => ({ symbol: 'X', day, currency: 'USD', price });
  test.each([
    ['150', '100', '2026-03-01', true],
    ['50', '100', '2026-03-01', false],
    ['200', '100', '2025-06-01', false],
    ['300', '100', '2022-01-01', true],
    ['10', '100', '2016-01-01', false],
  ])('a price of %s where the person had %s on %s: %s', (price, own, asOf, expected) => {
    expect(isPlausible(quote(price), { price: Number(own), asOf })).toBe(expected);
    expect(isPlausible(quote(price), null)).toBe(true);
  });

  test('closes fit trades that are near them, and those of days without a close say nothing', () => {
    const closes = new Map([['2026-03-30', 100]]);
    expect(
      fitTrades(closes, [
        { date: '2026-03-30', price: 95 },
        { date: '2026-03-29', price: 1 },
      ]),
    ).toBe(true);
    expect(fitTrades(closes, [{ date: '2026-03-30', price: 400 }])).toBe(false);
  });

  test('only what an exchange lists is asked about, in the source’s own writing', () => {
    const of = (symbol: string, type: Parameters<typeof isUsListed>[0]['type'] = null, currency = 'USD') =>
      isUsListed({ symbol, currency, type });
    expect([of('VTI'), of('BRK-B'), of('BTC', 'etf'), of('T', 'stock'), of('X', 'other')]).not.toContain(false);
    expect([
      ...[of('BTC'), of('ETH', 'crypto'), of('VTSAX', 'mutual_fund'), of('T', 'bond'), of('USD', 'cash')],
      ...[of('912828XG8'), of('BTC-USD'), of('VOD.L', 'stock', 'GBX'), of('TOOLONG'), of('^GSPC'), of('EUR/USD')],
    ]).not.toContain(true);
    expect(['BRK/B', 'BRK-B', 'BRK.B', 'VTI'].map((symbol) => withClass(symbol, '.'))).toEqual([
      'BRK.B',
      'BRK.B',
      'BRK.B',
      'VTI',
    ]);
  });
});

describe('what a source writes', () => {
  test('is a decimal with at most eight places, or nothing', () => {
    expect([301.25, 0.1 + 0.2, 1e-8, 100, 1234.5].map(decimalOf)).toEqual([
      '301.25',
      '0.3',
      '0.00000001',
      '100',
      '1234.5',
    ]);
    expect([0, -1, Number.NaN, Infinity, 1e12, 1e-9].map(decimalOf)).toEqual(Array(6).fill(undefined));
  });

  test('is a table by its columns, in any order, with commas in quotes, and whole', () => {
    const body = '\uFEFFNote,Close,Date\r\n"a, ""b""",1.5,2026-03-31\r\n,2,2026-03-30\r\n';
    expect(csvTable('It', body, ['Date', 'Close', 'Note'])).toEqual([
      { Date: '2026-03-31', Close: '1.5', Note: 'a, "b"' },
      { Date: '2026-03-30', Close: '2', Note: '' },
    ]);
    expect(csvTable('It', 'Date,Close\n', ['Date'])).toEqual([]);
    expect(() => csvTable('It', 'Date,Close\n2026-03-31,1', ['Date'])).toThrow('ends in the middle of a row');
    expect(() => csvTable('It', 'Date,Close\n2026-03-31\n', ['Date'])).toThrow('1 cells under 2 columns');
    expect(() => csvTable('It', 'Day,Close\n', ['Date'])).toThrow('without the column Date');
  });
});
