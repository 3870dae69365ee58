import type { Field } from './column-names.ts';

/** Where each field stands. */
export type Positions = Map<Field, number>;

const at = (headers: readonly string[], form: RegExp): number => headers.findIndex((header) => form.test(header));

/**
 * Columns whose headers mean one thing in one file and another in the next, by what stands beside them: "Amount" and "Balance"
 * are how many beside a symbol and a value, and the value beside a quantity.
 */
export function guessColumns(headers: readonly string[], positions: Positions): void {
  const isList = positions.has('action') || positions.has('tradeDate');
  const count = at(headers, /^(?:amount|balance|total)$/i);
  if (isList || !positions.has('symbol') || count < 0) return;
  if (!positions.has('quantity') && positions.has('marketValue')) positions.set('quantity', count);
  else if (positions.has('quantity') && !positions.has('marketValue')) positions.set('marketValue', count);
  else return;
  positions.delete('amount');
}
