// Falls, volatility and ratios of days whose prices are not known: told of the days that are, or not at all.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { performanceOf } from '../../../shared/finance/performance/performance.ts';
import type { Transaction } from '../../../shared/finance/performance/transactions.ts';

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay());
/** Weekdays from one day to another. */
function weekdays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) if (isWeekday(day)) days.push(day);
  return days;
}
const closes = (days: readonly string[], price: (at: number) => number) =>
  days.map((date, at) => ({ date, price: price(at) }));
const buy = (symbol: string, date: string, quantity: number, price: number): Transaction => ({
  ...{ accountName: 'A', kind: 'buy', date, symbol, quantity, price },
});
const deposit = (date: string, amount: number): Transaction => ({ accountName: 'A', kind: 'deposit', date, amount });

describe('a fall is of the days whose prices are known', () => {
  const [START, LAST] = ['2020-01-02', '2026-11-20'];
  const transactions = [deposit(START, 40_000), buy('MSFT', START, 60, 160), buy('MSFT', '2022-01-03', 10, 330)];
  const known = weekdays('2024-11-22', LAST);
  const prices = new Map([['MSFT', closes(known, (at) => 420 + at * 0.2 + (at % 2) * 4)]]);
  const { whole } = performanceOf({ transactions, prices, asOf: '2026-11-22' });

  test('and not of seven years of which five have no price', () => {
    expect(whole.known).toEqual({ from: '2024-11-22', to: '2026-11-22' });
    expect((whole.drawdown?.peak ?? '') >= '2024-11-22').toBe(true);
    // Weekdays of two years, and the Sunday of the analysis.
    expect(whole.risk?.returns).toBe(known.length);
    expect(whole.risk?.perYear).toBeCloseTo((known.length * 365) / 730, 10);
  });

  test('while the return over the time between is exact: it needs the prices at its ends and at flows only', () => {
    const last = prices.get('MSFT')?.at(-1)?.price ?? 0;
    expect(whole.timeWeighted?.total).toBeCloseTo((40_000 - 9600 - 3300 + 70 * last) / 40_000 - 1, 12);
    expect(whole.timeWeighted?.estimatedDays).toBe(0);
  });

  test('as an independent calculation from the known days’ values has it', () => {
    const values = [...closes(known, (at) => 420 + at * 0.2 + (at % 2) * 4)].map(({ price }) => 27_100 + 70 * price);
    values.push(values.at(-1) ?? 0);
    const returns = values.slice(1).map((value, at) => value / (values[at] ?? 1) - 1);
    const mean = returns.reduce((sum, one) => sum + one, 0) / returns.length;
    const variance = returns.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (returns.length - 1);
    expect(whole.risk?.volatility).toBeCloseTo(Math.sqrt((variance * returns.length * 365) / 730), 12);
    const falls = values.map((value, at) => 1 - value / Math.max(...values.slice(0, at + 1)));
    expect(whole.drawdown?.depth).toBeCloseTo(Math.max(...falls), 12);
  });
});

describe('holdings that stand still for want of closes', () => {
  const days = weekdays('2026-08-03', '2026-11-20');
  const wave = (level: number) => (at: number) => level * (1 + 0.01 * (at % 2));
  const symbols = ['CVX', 'HD', 'JNJ', 'KO', 'MRK', 'PEP', 'PG', 'WMT'];
  const transactions = [deposit('2026-08-03', 40_000), ...symbols.map((symbol) => buy(symbol, '2026-08-03', 10, 100))];
  /** All have the newest price; of so many there are the closes before it too. */
  const withHistories = (many: number) =>
    performanceOf({
      transactions,
      prices: new Map(
        symbols.map((symbol, at) => [
          symbol,
          at < many ? closes(days, wave(100)) : [{ date: '2026-11-20', price: 101 }],
        ]),
      ),
      asOf: '2026-11-22',
    }).whole;

  test('are not taken for calm, however much cash lies beside them: no fall, volatility or ratio is told, and whose closes are missing', () => {
    const half = withHistories(4);
    expect([half.drawdown, half.risk, half.known]).toEqual([null, null, undefined]);
    expect(half.missing).toContain('most is wanting of MRK, PEP, PG, WMT');
    expect(half.timeWeighted?.total).not.toBeNull();
    expect(half.growth?.length).toBeLessThan(10);
    expect(withHistories(8)).toMatchObject({ missing: null, risk: { returns: expect.any(Number) } });
  });

  test('keep no risk from being told where they are a twentieth of what is invested', () => {
    const beside = (quantity: number) =>
      performanceOf({
        transactions: [buy('VTI', '2026-08-03', 95, 100), buy('OLD', '2026-08-03', quantity, 0.01)],
        prices: new Map([
          ['VTI', closes(days, () => 100)],
          ['OLD', [{ date: '2026-11-20', price: 0.01 }]],
        ]),
        asOf: '2026-11-20',
      }).whole;
    expect(beside(50_000).risk).not.toBeNull();
    expect(beside(50_100).risk).toBeNull();
  });

  test('on single days make those days part of the next step, and no return of their own', () => {
    const some = closes(days, wave(100)).filter((_, at) => at % 5 !== 2);
    const { whole } = performanceOf({
      transactions: [buy('VTI', '2026-08-03', 10, 100), buy('VXUS', '2026-08-03', 10, 100)],
      prices: new Map([
        ['VTI', closes(days, wave(100))],
        ['VXUS', some.filter(({ date }) => date < '2026-09-01' || date > '2026-09-11')],
      ]),
      asOf: '2026-11-20',
    });
    expect(whole).toMatchObject({ missing: null });
    expect(whole.known).toBeUndefined();
    expect(whole.risk?.returns).toBeLessThan(days.length - 5);
  });
});

test('a break longer than two months ends what is known: the stretch after it counts, and only if it reaches the end', () => {
  const bought = [buy('V', '2025-01-02', 10, 100)];
  const of = (prices: { date: string; price: number }[], more: Transaction[] = [], quantity = new Map()) =>
    performanceOf({
      transactions: [...bought, ...more],
      prices: new Map([['V', prices], ...quantity]),
      asOf: '2026-11-20',
    }).whole;
  const [early, late] = [weekdays('2025-01-02', '2025-06-30'), weekdays('2025-10-01', '2026-11-20')];
  const price = (at: number) => 100 + (at % 3);
  expect(of([...closes(early, price), ...closes(late, price)]).known).toEqual({ from: '2025-10-01', to: '2026-11-20' });
  // Sold in between, nothing could fall: what is known is all of it.
  const sold: Transaction[] = [{ ...buy('V', '2025-06-30', 10, 101), kind: 'sell' }, buy('V', '2025-10-01', 10, 100)];
  expect(of([...closes(early, price), ...closes(late, price)], sold)).toMatchObject({ missing: null });
  expect(of([...closes(early, price), ...closes(late, price)], sold).known).toBeUndefined();
  // Cash beside it carries the return to the end, where only little is at an old price; falls end months before.
  const beside = [deposit('2025-01-02', 1_000_000)];
  expect(of(closes(early, price), beside)).toMatchObject({ drawdown: null, risk: null });
});

test('taking prices away never makes a fall deeper, and what is told is of days within the time measured', () => {
  const days = weekdays('2026-01-05', '2026-06-30');
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 50, max: 150 }), { minLength: days.length, maxLength: days.length }),
      fc.array(fc.boolean(), { minLength: days.length, maxLength: days.length }),
      (levels, kept) => {
        const all = closes(days, (at) => levels[at] ?? 100);
        const some = all.filter((_, at) => at === 0 || at === all.length - 1 || kept[at] === true);
        const of = (prices: typeof all) =>
          performanceOf({
            transactions: [buy('V', '2026-01-05', 10, levels[0] ?? 100)],
            prices: new Map([['V', prices]]),
            asOf: '2026-06-30',
          }).whole;
        const [whole, part] = [of(all), of(some)];
        expect(part.timeWeighted?.total).toBeCloseTo(whole.timeWeighted?.total ?? Number.NaN, 9);
        expect(part.drawdown?.depth ?? 0).toBeLessThanOrEqual((whole.drawdown?.depth ?? 0) + 1e-9);
        const [from, to] = [part.known?.from ?? '2026-01-05', part.known?.to ?? '2026-06-30'];
        expect([from >= '2026-01-05', to <= '2026-06-30', from < to]).toEqual([true, true, true]);
        for (const day of [part.drawdown?.peak, part.drawdown?.trough]) {
          if (day !== undefined) expect(day >= dayAfter(from, -1) && day <= to).toBe(true);
        }
      },
    ),
    { numRuns: 40 },
  );
});
