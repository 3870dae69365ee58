// A price under another symbol than its holding's was dropped without a word, and the holding stood at an old one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readFiles } from '../../../scripts/analysis/read-files.ts';
import { readRequest } from '../../../scripts/analysis/read-request.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-unmatched-prices-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const write = (name: string, lines: readonly string[]): string => {
  writeFileSync(join(folder, name), lines.join('\n'));
  return join(folder, name);
};

const HELD = ['Account,Symbol,Name,Quantity,Price,Price date'];
/** What is held of these lines at the prices of others, by symbol, and what is said of the prices. */
function pricedBy(prices: readonly string[], lines: readonly string[], name = 'held.csv') {
  const options = { files: [write(name, lines)], prices: write('px.csv', prices), asOf: '2026-11-20' };
  const { request, notes } = readRequest({ ...options, goals: undefined, seed: 1 });
  const positions = (request.portfolio?.accounts ?? []).flatMap((account) => account.positions ?? []);
  return {
    priceOf: (symbol: string) => positions.find((one) => one.symbol === symbol)?.price,
    said: notes.filter((note) => note.startsWith('px.csv')),
    told: JSON.stringify(request.notes),
    quotes: readFiles(options).prices?.quotes,
  };
}
const PRICES = 'Symbol,Price,Currency,Date';

describe('a coin’s price under another symbol than it is held by', () => {
  const coins = [...HELD, 'Coinbase,BTC,,0.5,60000,2026-06-01', 'Coinbase,ETH,,3,2500,2026-06-01'];

  test.each([
    ['as Yahoo writes the pair', 'BTC-USD'],
    ['as exchanges do', 'BTC/USD'],
    ['without anything between', 'BTCUSD'],
    ['by CoinGecko’s name', 'bitcoin'],
  ])('is put on the coin, and said to be (%s)', (_, symbol) => {
    const { priceOf, said } = pricedBy(['Symbol,Close,Date', `${symbol},85000,2026-11-20`], coins);
    expect(priceOf('BTC')).toBe('85000');
    expect(priceOf('ETH')).toBe('2500');
    expect(said).toEqual([`px.csv:2: ${symbol.toUpperCase()} was taken for the price of BTC`]);
  });

  test('is found where Ghostfolio’s export names the coin so itself', () => {
    const bought = { fee: 0, quantity: 0.5, type: 'BUY', unitPrice: 40_000, currency: 'USD', symbol: 'bitcoin' };
    const activity = { ...bought, accountId: 'a1', dataSource: 'COINGECKO', date: '2024-02-01T00:00:00.000Z' };
    const account = { balance: 0, currency: 'USD', id: 'a1', isExcluded: false, name: 'Wallet' };
    const file = JSON.stringify({ meta: { date: '', version: '2' }, accounts: [account], activities: [activity] });
    const { priceOf, quotes } = pricedBy([PRICES, 'bitcoin,85000,USD,2026-11-20'], [file], 'ghostfolio.json');
    expect(priceOf('BTC')).toBe('85000');
    expect(quotes).toMatchObject([{ symbol: 'BTC', price: '85000', line: 2 }]);
  });

  test.each([
    ['a fund by its name', 'Brokerage,BTC,Grayscale Bitcoin Mini Trust ETF,10,,'],
    ['a share by its price', 'Brokerage,BTC,,10,41,2026-06-01'],
  ])('is not put on what has its letters and is no coin: %s', (_, line) => {
    const { priceOf, said } = pricedBy([PRICES, 'BTC-USD,85000,USD,2026-11-20'], [...HELD, line]);
    expect(priceOf('BTC')).not.toBe('85000');
    expect(said).toEqual(['px.csv: not used, as nothing that is held or was traded: BTC-USD (line 2)']);
  });

  test('in another currency than its pair says is not used', () => {
    expect(pricedBy([PRICES, 'BTC-USD,85000,EUR,2026-11-20'], coins).priceOf('BTC')).toBe('60000');
  });

  test('never beats the one under the symbol itself, and another one is told', () => {
    const day = '2026-11-20';
    const rows = [PRICES, `BTC-USD,86000,USD,${day}`, `bitcoin,85000,USD,${day}`, `BTC,85000,USD,${day}`];
    const { priceOf, said, quotes } = pricedBy(rows, coins);
    expect(priceOf('BTC')).toBe('85000');
    expect(quotes).toHaveLength(1);
    expect(said).toEqual(['px.csv:2: BTC-USD was not used: BTC has another price for 2026-11-20 on line 4']);
  });
});

describe('prices of nothing that is held or was traded', () => {
  const held = [...HELD, 'IRA,VNQI,,10,44,2026-06-01', 'IRA,VTI,,10,300,2026-06-01'];

  test('are listed with their lines, for the person and in the report', () => {
    const rows = [
      PRICES,
      'ZZZ,3,USD,2026-11-18',
      'VTI,320,USD,2026-11-20',
      'ZZZ,4,USD,2026-11-19',
      'QQQ,500,USD,2026-11-20',
    ];
    const { said, told } = pricedBy([...rows, 'ZZZ,5,USD,2026-11-20'], held);
    const list = 'not used, as nothing that is held or was traded: ZZZ (lines 2, 4 and 1 more), QQQ (line 5)';
    expect(said).toEqual([`px.csv: ${list}`]);
    expect(told).toContain(list);
  });

  test('a hundred of them are one note', () => {
    const rows = Array.from({ length: 100 }, (_, index) => `W${index},3,USD,2026-11-20`);
    const { said } = pricedBy([PRICES, ...rows], held);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('and 94 more');
  });

  test('one a letter from a holding that has no price here is told with it', () => {
    const { said, priceOf } = pricedBy([PRICES, 'VNQ1,90,USD,2026-11-20', 'VTI,320,USD,2026-11-20'], held);
    expect(priceOf('VNQI')).toBe('44');
    expect(said).toEqual([
      'px.csv:2: VNQ1 is nothing that is held or was traded, so its price was not used; VNQI, one letter away, is held and has no price here',
    ]);
  });

  test('one a letter from a holding that is priced here is another thing', () => {
    const { said } = pricedBy([PRICES, 'VTV,190,USD,2026-11-20', 'VTI,320,USD,2026-11-20'], held);
    expect(said).toEqual(['px.csv: not used, as nothing that is held or was traded: VTV (line 2)']);
  });

  test('what was sold is none of them: its prices serve the returns', () => {
    const list = [
      'Date,Action,Symbol,Quantity,Price,Amount',
      '2026-01-02,Deposit,,,,2000',
      '2026-01-03,Buy,XYZW,10,100,-1000',
      '2026-03-03,Sell,XYZW,10,110,1100',
      '2026-03-04,Buy,VTI,2,300,-600',
    ];
    const { said, quotes } = pricedBy([PRICES, 'XYZW,105,USD,2026-02-03', 'VTI,320,USD,2026-11-20'], list);
    expect(said).toEqual([]);
    expect(quotes).toHaveLength(2);
  });
});
