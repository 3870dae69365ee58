// The day that a statement's prices are of: a period's first day, or today, would say of old prices what is not so.
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const TABLE = ['', 'Ticker,Shares,Price', 'VTI,100,301.20', 'BND,50,73.10'];
const dayOf = (line: string) => readLines(`"${line}"`, ...TABLE).held.map(({ priceAsOf }) => priceAsOf);

test.each([
  ['Statement Period: October 1, 2026 to October 31, 2026', '2026-10-31'],
  ['Statement period: 06/01/2026 - 06/30/2026', '2026-06-30'],
  ['Period: 01/10/2026 - 31/10/2026', '2026-10-31'],
  ['October 1, 2026 - October 31, 2026', '2026-10-31'],
  ['Statement for October 1-31, 2026', '2026-10-31'],
  ['For the period 2026-07-01 through 2026-09-30', '2026-09-30'],
  ['Zeitraum vom 01.07.2026 bis 30.09.2026, Kurse in EUR', '2026-09-30'],
  ['Account statement 1 Jul 2026 – 30 Sep 2026', '2026-09-30'],
])('"%s" dates prices with the first day of its period', (line, day) => {
  expect(dayOf(line)).toEqual([day, day]);
});

test.each([
  ['As at 30 June 2026', '2026-06-30'],
  ['As at: 30/06/2026', '2026-06-30'],
  ['Depotübersicht per 30.06.2026', '2026-06-30'],
  ['Vermögen zum 30.06.2026', '2026-06-30'],
  ['Depotbestand vom 30.06.2026', '2026-06-30'],
  ['Vermögensübersicht vom 30.06.2026', '2026-06-30'],
  ['Depotauszug vom 30.06.2026', '2026-06-30'],
  ['Smith Family Trust as at 30 Jun 2026', '2026-06-30'],
  ['Portefeuille au 30/06/2026', '2026-06-30'],
  ['Report as of 06/30/2026, printed 07/05/2026', '2026-06-30'],
])('"%s" does not date the prices', (line, day) => {
  expect(dayOf(line)).toEqual([day, day]);
});

test.each(['Retiring as at 30 June 2026', 'Opened per 30.06.2026', 'Met Jane on 30 June 2026'])(
  '"%s" dates the prices',
  (line) => {
    expect(dayOf(line)).toEqual(['2026-11-20', '2026-11-20']);
  },
);
