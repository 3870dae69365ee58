import { fixed } from '../../../../finance/amounts.ts';

const signs: Record<string, string> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };
const scales = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/**
 * Money as people write it: "$412,300", "$1.23 million", "CHF 9,870". To the dollar below 1,000, to ten below 10,000, to the
 * hundred below a million, three figures above. A sum below zero has its sign in front.
 */
export function money(amount: number, currency = 'USD'): string {
  const sign = signs[currency] ?? `${currency} `;
  return `${amount < 0 ? '−' : ''}${sign}${size(Math.abs(amount))}`;
}

/** Money that a person stated themselves, to the dollar where it is whole dollars: "$82,345". */
export function statedMoney(amount: number, currency = 'USD'): string {
  if (!Number.isInteger(amount) || amount < 0 || amount >= 10_000_000) return money(amount, currency);
  return `${signs[currency] ?? `${currency} `}${amount.toLocaleString('en-US')}`;
}

/** An amount as `money` writes it, for a column: with the zeros that a sentence leaves out, "$1.30 million" beside "$1.29 million". */
export function inColumn(written: string): string {
  const [, before = '', whole = '', digits = '', name = ''] =
    /^(.*?)(\d+)(?:\.(\d+))?( (?:trillion|billion|million))$/.exec(written) ?? [];
  const decimals = Math.max(0, 3 - whole.length);
  return name === '' || before.endsWith(',') || decimals === 0
    ? written
    : `${before}${whole}.${digits.padEnd(decimals, '0')}${name}`;
}

/** More of a difference than this is not rounded away. */
const MOST_ROUNDED = 0.01;

/**
 * What a sum differs by from a round one, written to the step that `money` writes the sum with, so that both add up: $78,168 is written
 * $78,200, and so is $8,200 more than $70,000; $6,154 is written $6,150, and so is $23,850 less than $30,000. A difference of which a
 * coarser step would change more than a hundredth is written by itself. Without its sign.
 */
export function moneyApart(difference: number, sum: number, currency = 'USD'): string {
  const amount = Math.abs(difference);
  const { step } = stepOf(Math.abs(sum));
  const rounded = Math.round(amount / step) * step;
  const own = stepOf(amount);
  // Rounded to the sum's step and then to its own it could be off by more than half of either.
  if (step < own.step) return own.name === null ? statedMoney(rounded, currency) : money(amount, currency);
  return money(Math.abs(rounded - amount) <= MOST_ROUNDED * rounded ? rounded : amount, currency);
}

/** The step to which `money` rounds, and the name that it counts in, of an amount of a dollar or more. */
function stepOf(amount: number): { step: number; scale: number; name: string | null; decimals: number } {
  // 999,950 rounds to a million in hundreds.
  for (const [scale, name] of scales) {
    if (amount < scale * 0.99995) continue;
    const scaled = amount / scale;
    const decimals = scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2;
    return { step: scale / 10 ** decimals, scale, name, decimals };
  }
  return { step: amount < 1000 ? 1 : amount < 9995 ? 10 : 100, scale: 1, name: null, decimals: 0 };
}

function size(amount: number): string {
  if (amount !== 0 && amount < 1) return amount < 0.005 ? '0' : fixed(amount, 2);
  const { step, scale, name, decimals } = stepOf(amount);
  if (name !== null) return `${Number(fixed(amount / scale, decimals)).toLocaleString('en-US')} ${name}`;
  return (Math.round(amount / step) * step).toLocaleString('en-US');
}
