import { laterSplits } from './performance/later-splits.ts';
import { asQuoted } from './performance/split-adjusted.ts';
import { unitsAfter } from './performance/transactions.ts';
import type { PriceHistory, Transaction } from './performance/transactions.ts';

/** What is held in an account, at a price as it was quoted on its day. */
interface PricedLine {
  accountName: string;
  symbol: string;
  quantity: number;
  price: number | null;
  priceAsOf: string | null;
  priceSource: string | null;
}

/** Relative difference up to which a quantity is the one that transactions end with: brokers round fractions of shares. */
const ROUNDED = 0.005;

/**
 * Lines with their prices as those of a share of today: what was quoted before a split is divided by it. A price keeps the day on which
 * it was observed, so that of two the later one still counts, and its source says what was done. Left alone are prices that their source has
 * divided already, and those of accounts whose transactions end with another quantity: it may be of before the split, too.
 */
export function afterSplits<Line extends PricedLine>(
  lines: readonly Line[],
  history: { transactions: readonly Transaction[]; prices: PriceHistory } | undefined,
): readonly Line[] {
  const transactions = history?.transactions ?? [];
  if (history === undefined || !transactions.some(({ kind }) => kind === 'split')) return lines;
  const since = laterSplits(transactions);
  const divided = new Set(asQuoted(transactions, history.prices).adjusted);
  return lines.map((line) => {
    const { symbol, price, priceAsOf, priceSource } = line;
    const ratio = price === null || priceAsOf === null ? 1 : since(symbol, priceAsOf);
    if (price === null || priceAsOf === null || ratio === 1) return line;
    const own = transactions.filter((one) => one.symbol === symbol);
    const isTrade = own.some((one) => one.date === priceAsOf && one.price !== undefined);
    if (divided.has(symbol) && !isTrade) return line;
    if (isOfAnotherTime(line, own)) return line;
    return { ...line, price: price / ratio, priceSource: `${priceSource ?? 'not stated'}, divided by a later split` };
  });
}

/** Whether an account's transactions end with another quantity than the one that is stated. */
function isOfAnotherTime({ accountName, quantity }: PricedLine, ofSymbol: readonly Transaction[]): boolean {
  const own = ofSymbol.filter((one) => one.accountName === accountName);
  if (own.every(({ kind }) => kind === 'split')) return false;
  const dated = own.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const ended = dated.reduce(unitsAfter, 0);
  return Math.abs(ended - quantity) > ROUNDED * Math.abs(quantity);
}
