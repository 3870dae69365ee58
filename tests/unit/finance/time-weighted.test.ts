import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { performanceOf } from '../../../shared/finance/performance/performance.ts';
import type { Transaction } from '../../../shared/finance/performance/transactions.ts';

const day = (number: number) => new Date(Date.UTC(2020, 0, 2 + number)).toISOString().slice(0, 10);
const at = (number: number, kind: Transaction['kind'], more: Partial<Transaction> = {}): Transaction => ({
  date: day(number),
  accountName: 'Main',
  kind,
  ...more,
});
const LAST = 24;

/** A price for each of the days; `quoted` says on which of them a history has it, the rest is told by trades alone. */
const market = fc.record({
  price: fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: LAST + 1, maxLength: LAST + 1 }),
  quoted: fc.array(fc.boolean(), { minLength: LAST + 1, maxLength: LAST + 1 }),
});
type Market = typeof market extends fc.Arbitrary<infer T> ? T : never;
const historyOf = ({ price, quoted }: Market) =>
  price
    .map((one, number) => ({ date: day(number), price: one }))
    .filter((_, number) => number === LAST || quoted[number] === true);

/** Days on which the holding is multiplied: by more than 1 with money from outside, by less with money taken out. */
const moves = fc.array(
  fc.record({ on: fc.integer({ min: 1, max: LAST }), factor: fc.double({ min: 0.1, max: 12, noNaN: true }) }),
  { maxLength: 12 },
);
const byDay = (list: readonly { on: number; factor: number }[]) => [...list].sort((a, b) => a.on - b.on);

const totalOf = (
  transactions: readonly Transaction[],
  prices: ReadonlyMap<string, { date: string; price: number }[]>,
) => performanceOf({ transactions, prices, asOf: day(LAST) }).whole.timeWeighted;

/** What brings the money in or out with it: cash that is recorded, none that is, or shares from elsewhere. */
const ways = ['deposits', 'purchases', 'transfers'] as const;

/** Buys or sells to a multiple of what is held, at the day's price. */
function trade(way: (typeof ways)[number], symbol: string, on: number, units: number, price: number): Transaction[] {
  const [bought, size] = [units > 0, Math.abs(units)];
  if (size === 0) return [];
  const order = at(on, bought ? 'buy' : 'sell', { symbol, quantity: size, price });
  const money = { amount: size * price };
  if (way === 'purchases') return [order];
  if (way === 'transfers') return [at(on, bought ? 'transfer_in' : 'transfer_out', { symbol, quantity: size, price })];
  return bought ? [at(on, 'deposit', money), order] : [order, at(on, 'withdrawal', money)];
}

describe('time-weighted return, as the report has it', () => {
  test.each(ways)('of one instrument it is the growth of its price, whatever came or went as %s', (way) => {
    fc.assert(
      fc.property(market, moves, (one, list) => {
        const first = one.price[0] ?? 1;
        let held = 100;
        const transactions = trade(way, 'A', 0, held, first);
        for (const { on, factor } of byDay(list)) {
          transactions.push(...trade(way, 'A', on, held * (factor - 1), one.price[on] ?? 1));
          held *= factor;
        }
        const found = totalOf(transactions, new Map([['A', historyOf(one)]]));
        expect((found?.total ?? NaN) + 1).toBeCloseTo((one.price[LAST] ?? 0) / first, 6);
        expect(found?.estimatedDays).toBe(0);
      }),
    );
  });

  test.each(ways)('of several instruments it is blind to money that buys or sells them all alike: %s', (way) => {
    fc.assert(
      fc.property(market, market, moves, (one, other, list) => {
        const markets = new Map([
          ['A', one],
          ['B', other],
        ]);
        const prices = new Map([...markets].map(([symbol, its]) => [symbol, historyOf(its)]));
        const opening = [...markets].flatMap(([symbol, { price }]) => trade(way, symbol, 0, 10, price[0] ?? 1));
        let held = 10;
        const more = byDay(list).flatMap(({ on, factor }) => {
          const units = held * (factor - 1);
          held *= factor;
          return [...markets].flatMap(([symbol, { price }]) => trade(way, symbol, on, units, price[on] ?? 1));
        });
        const still = totalOf(opening, prices);
        const moved = totalOf([...opening, ...more], prices);
        expect((moved?.total ?? NaN) + 1).toBeCloseTo((still?.total ?? NaN) + 1, 6);
      }),
    );
  });

  test('a deposit that stays in cash leaves the return until then as it was', () => {
    fc.assert(
      fc.property(
        market,
        fc.integer({ min: 1, max: LAST - 1 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (one, on, amount) => {
          const quoted = one.quoted.map((_, number) => number % 2 === 0 || number === on);
          const prices = new Map([['A', historyOf({ ...one, quoted })]]);
          const opening = trade('deposits', 'A', 0, 100, one.price[0] ?? 1);
          const found = totalOf([...opening, at(on, 'deposit', { amount })], prices);
          const [start, middle, end] = [one.price[0] ?? 1, one.price[on] ?? 1, one.price[LAST] ?? 1];
          const after = (100 * end + amount) / (100 * middle + amount);
          expect((found?.total ?? NaN) + 1).toBeCloseTo((middle / start) * after, 6);
        },
      ),
    );
  });

  // A hundred at 100, up to 120, down to 90, where nine times as much is added, and up to 150.
  test('nine times the money in at the bottom is not a gain of the top', () => {
    const quotes = [100, 120, 90, 150].map((price, number) => ({ date: day(number * 8), price }));
    const transactions = [...trade('deposits', 'V', 0, 10, 100), ...trade('deposits', 'V', 16, 100, 90)];
    const found = totalOf(transactions, new Map([['V', quotes]]));
    expect(found).toMatchObject({ estimatedDays: 0 });
    expect(found?.total).toBeCloseTo(0.5, 12);
  });

  test('a trade in one account tells the price that another one needs', () => {
    const quotes = [
      { date: day(0), price: 100 },
      { date: day(24), price: 150 },
    ];
    const transactions = [
      ...trade('deposits', 'V', 0, 10, 100),
      { ...at(12, 'buy', { symbol: 'V', quantity: 100, price: 90 }), accountName: 'IRA' },
      { ...at(12, 'deposit', { amount: 9000 }), accountName: 'IRA' },
    ];
    const found = performanceOf({ transactions, prices: new Map([['V', quotes]]), asOf: day(24) });
    expect(found.whole.timeWeighted).toMatchObject({ estimatedDays: 0 });
    expect(found.whole.timeWeighted?.total).toBeCloseTo(0.5, 12);
  });

  test('money that comes on a day without a price is counted as an estimate, small money is not', () => {
    const quotes = [0, 24].map((number) => ({ date: day(number), price: 100 + number }));
    const of = (amount: number) =>
      totalOf([...trade('deposits', 'V', 0, 10, 100), at(12, 'deposit', { amount })], new Map([['V', quotes]]));
    expect(of(500)?.estimatedDays).toBe(1);
    expect(of(5)?.estimatedDays).toBe(0);
  });

  test('a dividend of the day on which much money comes was earned by what was there before', () => {
    const quotes = [0, 12, 24].map((number) => ({ date: day(number), price: 100 }));
    const transactions = [
      ...trade('deposits', 'V', 0, 10, 100),
      at(12, 'dividend', { symbol: 'V', amount: 30 }),
      at(12, 'deposit', { amount: 9000 }),
    ];
    expect(totalOf(transactions, new Map([['V', quotes]]))?.total).toBeCloseTo(0.03, 12);
  });

  test.each([1, 4])('prices divided by a later split of 4 (%p: as quoted) are no crash', (divided) => {
    const quotes = [260, 264, 268, 70, 75].map((price, number) => ({
      date: day(number * 6),
      price: number < 3 ? price / divided : price,
    }));
    const transactions = [...trade('deposits', 'V', 0, 10, 262), at(18, 'split', { symbol: 'V', quantity: 4 })];
    const found = performanceOf({ transactions, prices: new Map([['V', quotes]]), asOf: day(24) });
    expect(found.whole.timeWeighted?.total).toBeCloseTo((4 * 75) / 262 - 1, 9);
    expect(found.splitAdjusted).toEqual(divided === 1 ? undefined : ['V']);
  });

  test('a split on the day of a purchase is no gain', () => {
    const quotes = [
      { date: day(0), price: 100 },
      { date: day(12), price: 25 },
      { date: day(24), price: 30 },
    ];
    const transactions = [
      ...trade('deposits', 'V', 0, 10, 100),
      at(12, 'split', { symbol: 'V', quantity: 4 }),
      ...trade('deposits', 'V', 12, 400, 25),
    ];
    expect(totalOf(transactions, new Map([['V', quotes]]))?.total).toBeCloseTo(0.2, 12);
  });
});
