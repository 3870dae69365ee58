import type { Field } from './column-names.ts';

/** Where each field stands. */
export type Positions = Map<Field, number>;

const at = (headers: readonly string[], form: RegExp): number => headers.findIndex((header) => form.test(header));

/**
 * Columns whose headers mean one thing in one file and another in the next, by what stands beside them: "Amount" and "Balance"
 * are how many beside a symbol, a price and a value; "Local value" with a nameless column after it is the currency (DEGIRO).
 */
export function guessColumns(headers: readonly string[], positions: Positions): void {
  const local = at(headers, /^local value$/i);
  if (local >= 0 && headers[local + 1] === '' && !positions.has('currency')) positions.set('currency', local);
  const isList = positions.has('action') || positions.has('tradeDate');
  const beside = positions.has('symbol') && positions.has('price') && positions.has('marketValue');
  const count = at(headers, /^(?:amount|balance)$/i);
  if (isList || !beside || positions.has('quantity') || count < 0) return;
  positions.set('quantity', count);
  positions.delete('amount');
}
