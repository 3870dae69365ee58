import { readAction } from './transaction-kind.ts';
import type { StatedRow } from './read-transaction.ts';

const ADJUSTMENT = /\s+adj(?:ustment)?\.?$/i;

/**
 * Schwab lists what is paid back or taken over twice: "Full Redemption" with the shares that go and "Full Redemption Adj" with
 * the money for them, on one day, in either order. The two are one sale: each row as it stands, with what the other adds, and none for the
 * other, which is left out of the map.
 */
export function adjustedRows(rows: readonly StatedRow[]): ReadonlyMap<StatedRow, StatedRow> {
  const whole = new Map(rows.map((row) => [row, row]));
  for (const paid of rows) {
    if (!ADJUSTMENT.test(paid.words) || paid.quantity !== null || paid.amount === null) continue;
    const words = paid.words.replace(ADJUSTMENT, '');
    const moved = rows.find((row) => isOther(row, paid, words) && whole.get(row) === row);
    if (moved === undefined) continue;
    whole.set(moved, { ...moved, amount: paid.amount, fees: paid.fees });
    whole.delete(paid);
  }
  return whole;
}

/** Whether a row has the shares of a day and security whose money another one has. */
function isOther(row: StatedRow, paid: StatedRow, words: string): boolean {
  const action = readAction(row.words);
  return (
    row.words.toLowerCase() === words.toLowerCase() &&
    (action === 'sell' || action === 'in_kind') &&
    row.quantity !== null &&
    (row.amount === null || row.amount === '0') &&
    row.date === paid.date &&
    row.symbol === paid.symbol &&
    row.account.key === paid.account.key
  );
}
