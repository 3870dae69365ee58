import { sum } from '../decimal-number.ts';
import { isCashMerger, readAction } from './transaction-kind.ts';
import type { StatedRow } from './read-transaction.ts';

const ADJUSTMENT = /\s+adj(?:ustment)?\.?$/i;

/**
 * Schwab lists what is paid back or taken over twice, on one day and in either order: "Full Redemption" has the shares that go and
 * "Full Redemption Adj" the money for them, and of "Cash Merger" and "Cash Merger Adj" either may have either. The two are one sale: each
 * row as it stands, that of the shares with the money of the other, and none for the other, which is left out of the map.
 */
export function adjustedRows(rows: readonly StatedRow[]): ReadonlyMap<StatedRow, StatedRow> {
  const whole = new Map(rows.map((row) => [row, row]));
  for (const one of rows) {
    if (!ADJUSTMENT.test(one.words) || !(isMoney(one) || isShares(one))) continue;
    const words = one.words.replace(ADJUSTMENT, '').toLowerCase();
    const other = rows.find(
      (row) =>
        row.words.toLowerCase() === words &&
        row.date === one.date &&
        row.symbol === one.symbol &&
        row.account.key === one.account.key &&
        (isMoney(one) ? isShares(row) : isMoney(row)) &&
        whole.get(row) === row,
    );
    if (other === undefined) continue;
    const [money, shares] = isMoney(one) ? [one, other] : [other, one];
    const { amount, currency } = money;
    whole.set(shares, { ...shares, amount, currency, fees: sum(shares.fees, money.fees) });
    whole.delete(money);
  }
  return whole;
}

const isNothing = (amount: string | null): boolean => amount === null || amount === '0';

const isMoney = ({ quantity, amount }: StatedRow): boolean => quantity === null && !isNothing(amount);

/** Whether a row has shares that go, and no money for them. */
function isShares({ words, quantity, signedQuantity, amount }: StatedRow): boolean {
  if (quantity === null || !isNothing(amount)) return false;
  const action = readAction(words);
  const isOut = signedQuantity?.startsWith('-') === true || isCashMerger(words);
  return action === 'sell' || (action === 'in_kind' && isOut);
}
