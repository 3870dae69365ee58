/**
 * Days on which the New York Stock Exchange trades. Rules: NYSE Rule 7.2 and the exchange's published calendars, and its
 * notices of days of national mourning since 2018. Another day that it closed for (an earlier funeral, a storm) counts as one here: its sources
 * then have no closes of it.
 */

/** The funerals of the presidents George H. W. Bush and Jimmy Carter: on both days the exchange was closed. */
const MOURNING: readonly string[] = ['2018-12-05', '2025-01-09'];
const DAY = 86_400_000;
/** The hour in New York after which a day's close is taken to be out: trading ends at 16:00, sources follow. */
const OUT_AT = 18;

/** An ISO date so many calendar days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** Whether the exchange trades on an ISO date. */
export function isTradingDay(day: string): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(day.slice(0, 4))).has(day);
}

/** The day itself, or the trading day before it. */
export function tradingDayUntil(day: string): string {
  let at = day;
  while (!isTradingDay(at)) at = addDays(at, -1);
  return at;
}

export const tradingDayBefore = (day: string): string => tradingDayUntil(addDays(day, -1));

/** How many trading days there are from one ISO date to another, both included. */
export function countTradingDays(from: string, to: string): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (isTradingDay(day)) count += 1;
  return count;
}

/** The last trading day not after `asOf` whose close is out at `now`: never one that is still being traded. */
export function newestClose(asOf: string, now: Date): string {
  const { day: today, hour } = inNewYork(now);
  const over = hour >= OUT_AT ? today : addDays(today, -1);
  return tradingDayUntil(asOf < over ? asOf : over);
}

const newYork = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' },
});

/** The date and the hour (0 to 23) that clocks in New York show. */
export function inNewYork(moment: Date): { day: string; hour: number } {
  const parts = Object.fromEntries(newYork.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { day: `${parts.year ?? ''}-${parts.month ?? ''}-${parts.day ?? ''}`, hour: Number(parts.hour) };
}

const found = new Map<number, ReadonlySet<string>>();

/** Weekdays of a year on which the exchange is closed. */
export function holidaysOf(year: number): ReadonlySet<string> {
  const known = found.get(year);
  if (known !== undefined) return known;
  const holidays = new Set(
    [
      newYearsDay(year),
      year >= 1998 ? nthWeekday(year, 1, 1, 3) : null, // Martin Luther King, Jr. Day
      nthWeekday(year, 2, 1, 3), // Washington's Birthday
      addDays(easterSunday(year), -2), // Good Friday
      lastMonday(year, 5), // Memorial Day
      year >= 2022 ? observed(`${year}-06-19`) : null, // Juneteenth
      observed(`${year}-07-04`), // Independence Day
      nthWeekday(year, 9, 1, 1), // Labor Day
      nthWeekday(year, 11, 4, 4), // Thanksgiving
      observed(`${year}-12-25`), // Christmas
      ...MOURNING.filter((day) => day.startsWith(`${year}-`)),
    ].filter((day) => day !== null),
  );
  found.set(year, holidays);
  return holidays;
}

/** On a Saturday the Friday before, on a Sunday the Monday after. */
function observed(day: string): string {
  const weekday = new Date(day).getUTCDay();
  return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, 1) : day;
}

/** On a Saturday it is not observed: the Friday before ends a year's accounts. */
function newYearsDay(year: number): string | null {
  const day = `${year}-01-01`;
  return new Date(day).getUTCDay() === 6 ? null : observed(day);
}

/** `weekday` 0 (Sunday) to 6, `n` from 1. */
function nthWeekday(year: number, month: number, weekday: number, n: number): string {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const ahead = (weekday - new Date(first).getUTCDay() + 7) % 7;
  return addDays(first, ahead + 7 * (n - 1));
}

function lastMonday(year: number, month: number): string {
  const next = `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const back = (new Date(next).getUTCDay() + 6) % 7;
  return addDays(next, back === 0 ? -7 : -back);
}

/** Gregorian Easter: "Anonymous Gregorian algorithm" (Nature, 20 April 1876; Meeus, "Astronomical Algorithms", ch. 8). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const month = Math.floor(sum / 31);
  return `${year}-${String(month).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`;
}
