import { chance, grouped, MINUS, money, percent, signOf } from '../charts/figure-format.ts';
import type { Analysis } from '../schemas/analysis.ts';
import type { Fact } from '../schemas/fact.ts';

export { chance, compactMoney, money, percent } from '../charts/figure-format.ts';
export { listed } from '../finance/listed.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "2026-03-31" -> "March 31, 2026". What is no ISO date stays as it is. */
export function longDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = months[Number(month) - 1];
  return year === undefined || name === undefined ? iso : `${name} ${Number(day)}, ${year}`;
}

/** "2026-03-31" -> "Mar 31, 2026", for tables. */
export const shortDate = (iso: string): string => longDate(iso).replace(/^([A-Z][a-z]{2})[a-z]*/, '$1');

/** An ISO instant in UTC -> "March 31, 2026, 09:30 UTC". */
export const instant = (iso: string): string => `${longDate(iso)}, ${iso.slice(11, 16)} UTC`;

/** Units held, with the decimals they have, up to eight: 1200 -> "1,200", 0.12345678 -> "0.12345678". */
export function quantity(value: number): string {
  const [, decimals = ''] = Math.abs(value).toFixed(8).replace(/0+$/, '').split('.');
  return `${signOf(value, 8)}${grouped(value, decimals.length)}`;
}

/** A difference that says its direction: 118400 -> "+$118,400"; zero has no sign. */
export function signedMoney(value: number, currency = 'USD'): string {
  const text = money(value, currency);
  return value > 0 && !text.startsWith(MINUS) && Math.round(value) !== 0 ? `+${text}` : text;
}

/** How far a chance is known: "± 0.4%", "± less than 0.1%". */
export const plusMinus = (standardError: number): string => `± ${chance(standardError)}`;

/** A difference of two fractions in percentage points: 0.091 -> "+9.1". The unit stands in the heading beside it. */
export function points(difference: number): string {
  const size = grouped(difference * 100, 1);
  return size === '0.0' ? size : `${difference < 0 ? MINUS : '+'}${size}`;
}

/** Milliseconds for a person: "210 ms", "1.2 s", "3 min 5 s". */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** "1 holding", "8 holdings", "1 position". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count, 0)} ${count === 1 ? one : many}`;

/** As it stands within a sentence: "Age of Ana" -> "age of Ana"; "S&P 500" stays. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** As it begins a sentence. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A fact's value in its unit, exact enough to check a figure in the text against. */
export function factValue({ value, unit, basis }: Fact, currency = 'USD'): string {
  if (value === null) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return unit === 'date' ? longDate(value) : value;
  switch (unit) {
    case 'usd':
      return `${money(value, currency, 2)}${basis === 'real' ? " in today's money" : ''}`;
    case 'fraction':
      return chance(value, 2);
    case 'points':
      return `${percent(value, 2).replace('%', '')} percentage points`;
    case 'years':
      return `${quantity(Number(value.toFixed(2)))} ${value === 1 ? 'year' : 'years'}`;
    case 'ratio':
      return quantity(Number(value.toFixed(4)));
    case 'count':
    case 'age':
    case 'date':
    case 'text':
    case 'boolean':
      return quantity(Number(value.toFixed(2)));
  }
}

/** A share of the portfolio; a dash where debts are above all that is held, or nothing has a value, and it has no meaning. */
export const shareOf = ({ totals }: Pick<Analysis, 'totals'>, weight: number): string =>
  totals.value > 0 ? percent(weight) : '–';
