import type { Analysis } from '../schemas/analysis.ts';
import { toMoney } from './money.ts';
import type { Valuation } from './valuation.ts';

/** So many accounts are named. */
const NAMED = 20;

/**
 * What each account owes whose cash, all its currencies together, is below zero: base currency, positive, most first. Another
 * account's cash does not make up for it. Undefined where none owes anything.
 */
export function borrowedIn({ lines, unit }: Valuation): Analysis['borrowed'] {
  const balances = new Map<string, number>();
  for (const { line, units } of lines) {
    if (line.kind === 'cash') balances.set(line.accountName, (balances.get(line.accountName) ?? 0) + units);
  }
  const owing = [...balances]
    .map(([accountName, units]) => ({ accountName, value: toMoney(-units, unit) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  return owing.length === 0 ? undefined : owing.slice(0, NAMED);
}
