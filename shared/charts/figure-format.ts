import { fixed, nextToAllOrNone } from '../finance/amounts.ts';
import type { ChartSpec } from '../schemas/chart.ts';

export type ChartUnit = ChartSpec['unit'];

/** A true minus sign: as wide as a plus, so columns of figures line up. */
export const MINUS = '\u2212';

const symbols: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };
/** The sign or code written before an amount: "$", or "CHF ". */
const prefix = (currency: string): string => symbols[currency] ?? `${currency} `;

/** Digits in groups of three, en-US, without asking the machine's locale: 1234567.891, 2 -> "1,234,567.89". No sign. */
export function grouped(value: number, decimals: number): string {
  const [whole = '0', fraction] = fixed(Math.abs(value), decimals).split('.');
  const withCommas = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}

/** "−" for what still differs from zero after rounding; never "−0". */
export function signOf(value: number, decimals: number): string {
  return value < 0 && Number(fixed(value, decimals)) !== 0 ? MINUS : '';
}

/** Whole units of money: 1234567.4 -> "$1,234,567". `decimals` 2 for prices. */
export function money(value: number, currency = 'USD', decimals = 0): string {
  return `${signOf(value, decimals)}${prefix(currency)}${grouped(value, decimals)}`;
}

const scales: readonly (readonly [number, string])[] = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'K'],
];

/** Money for an axis or a bar: 1234567 -> "$1.2M", 83400 -> "$83K", 1520 -> "$1.5K". */
export function compactMoney(value: number, currency = 'USD'): string {
  const size = Math.abs(value);
  // 999,950 would round to "1000K": step up where rounding would reach the next scale.
  const [scale, letter] = scales.find(([unit]) => size >= unit * 0.9995) ?? [1, ''];
  const scaled = size / scale;
  const decimals = letter === '' || scaled >= (letter === 'K' ? 9.95 : 99.95) ? 0 : 1;
  const digits = fixed(scaled, decimals).replace(/\.0$/, '');
  return `${signOf(value, 0)}${prefix(currency)}${digits}${letter}`;
}

/** A fraction as a percentage: 0.634 -> "63.4%". */
export function percent(fraction: number, decimals = 1): string {
  const percentage = fraction * 100;
  return `${signOf(percentage, decimals)}${grouped(percentage, decimals)}%`;
}

/** A chance, which never reads as all or none where it is not: "99.3%", "more than 99.9%", "less than 0.1%". */
export function chance(fraction: number, decimals = 1): string {
  const next = nextToAllOrNone(fraction, decimals);
  return next === null ? percent(fraction, decimals) : `${next.than} than ${next.percentage}%`;
}

/** The same where there is little room: ">99.9%". */
function shortChance(fraction: number): string {
  const next = nextToAllOrNone(fraction);
  return next === null ? percent(fraction) : `${next.than === 'more' ? '>' : '<'}${next.percentage}%`;
}

/** A value beside its bar or slice, in the chart's unit. */
export function figure(value: number, unit: ChartUnit, currency = 'USD'): string {
  if (unit === 'usd') return compactMoney(value, currency);
  if (unit === 'fraction') return shortChance(value);
  const decimals = unit === 'ratio' ? 1 : 0;
  return `${signOf(value, decimals)}${grouped(value, decimals)}`;
}

/** A value at an axis tick, where round numbers need no decimals. */
export function tick(value: number, unit: ChartUnit, currency = 'USD'): string {
  if (unit === 'fraction') return percent(value, Number.isInteger(Math.round(value * 1000) / 10) ? 0 : 1);
  return figure(value, unit, currency);
}
