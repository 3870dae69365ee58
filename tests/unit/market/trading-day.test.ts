// Which day's close is asked for. The exchange's own calendars are the oracle.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  countTradingDays,
  holidaysOf,
  isTradingDay,
  newestClose,
  tradingDayBefore,
} from '../../../shared/market/trading-day.ts';

describe('the exchange’s holidays', () => {
  // "Holidays & Trading Hours", https://www.nyse.com/markets/hours-calendars, and earlier years of it.
  test.each([
    ['2018', '01-01 01-15 02-19 03-30 05-28 07-04 09-03 11-22 12-05 12-25'],
    ['2021', '01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24'],
    ['2022', '01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26'],
    ['2023', '01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25'],
    ['2024', '01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25'],
    ['2025', '01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25'],
    ['2026', '01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25'],
    ['2027', '01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24'],
    ['2028', '01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25'],
  ])('of %s are those it published', (year, days) => {
    expect([...holidaysOf(Number(year))].sort()).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  test('leave about 252 days a year', () => {
    expect(countTradingDays('2024-01-01', '2024-12-31')).toBe(252);
    expect(countTradingDays('2025-01-01', '2025-12-31')).toBe(250); // It closed on 9 January, too.
    expect(countTradingDays('2026-01-01', '2026-12-31')).toBe(251);
  });
});

describe('the newest close', () => {
  test.each([
    ['2026-03-31', '2026-03-31T21:59:00Z', '2026-03-30', 'before six in New York (summer time) a day is not over'],
    ['2026-03-31', '2026-03-31T22:00:00Z', '2026-03-31', 'after it, it is'],
    ['2026-01-15', '2026-01-15T22:59:00Z', '2026-01-14', 'in winter New York is an hour further behind'],
    ['2026-01-15', '2026-01-15T23:00:00Z', '2026-01-15', 'in winter New York is an hour further behind'],
    ['2026-04-01', '2026-04-01T02:00:00Z', '2026-03-31', 'at night in London it is still yesterday in New York'],
    ['2026-03-29', '2026-03-29T15:00:00Z', '2026-03-27', 'Sunday'],
    ['2026-04-06', '2026-04-06T14:00:00Z', '2026-04-02', 'Easter Monday morning, after Good Friday'],
    ['2020-02-29', '2026-03-31T15:00:00Z', '2020-02-28', 'a day long past'],
    ['2027-01-01', '2026-03-31T23:00:00Z', '2026-03-31', 'a day to come has no close yet'],
  ])('as of %s at %s is of %s: %s', (asOf, now, close) => {
    expect(newestClose(asOf, new Date(now))).toBe(close);
  });

  test('is a trading day not after the day asked for, with none between that was over', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1998-01-01', days));
    fc.assert(
      fc.property(day, day, (asOf, today) => {
        const close = newestClose(asOf, new Date(`${today}T23:30:00Z`));
        expect(isTradingDay(close)).toBe(true);
        expect(close <= asOf && close <= today).toBe(true);
        const last = asOf < today ? asOf : today;
        expect(countTradingDays(addDays(close, 1), last)).toBe(0);
        expect(countTradingDays(tradingDayBefore(close), close)).toBe(2);
      }),
    );
  });
});
