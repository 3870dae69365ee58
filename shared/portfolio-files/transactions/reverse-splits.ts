import type { ListedTransaction } from './listed-transaction.ts';
import type { Stated } from './read-transaction.ts';
import { absolute, negated } from './signs.ts';

/** What became of a list whose splits in two rows are one transaction each, and which symbols changed with them. */
export interface Paired {
  listed: ListedTransaction[];
  renamed: { line: number; from: string; to: string }[];
  /** Rows that have one side of a split of which no other row has the other. */
  alone: ListedTransaction[];
}

const OLD = /\bsplits?\W*(?:clos(?:e|ed|ing)|out|old)\W*$/i;
const NEW = /\bsplits?\W*(?:open(?:ed|ing)?|in|new)\W*$/i;

/**
 * Which side of a split a row has by its words: Trading 212 writes all shares from before it as "Stock split close" and all
 * from after it as "Stock split open", both without a sign.
 */
export function splitHalf({ words, ratio, quantity }: Pick<Stated, 'words' | 'ratio' | 'quantity'>) {
  if (ratio !== null || quantity === null) return {};
  const plain = words.replaceAll('_', ' ');
  if (OLD.test(plain)) return { half: 'old' as const, quantity: negated(absolute(quantity)) };
  return NEW.test(plain) ? { half: 'new' as const, quantity: absolute(quantity) } : {};
}

/**
 * Brokers list a reverse split twice, and some every split: the old shares that go, and the new ones that come, often under another symbol
 * or number. The two of a day in an account are one split, so many for so many, and what was held under the old symbol is under the new one.
 */
export function pairedSplits(listed: readonly ListedTransaction[]): Paired {
  const halves = listed.filter(isHalf);
  const days = Map.groupBy(halves, ({ account, date }) => `${account.key} ${date}`);
  const gone = new Set<ListedTransaction>();
  const whole = new Map<ListedTransaction, ListedTransaction>();
  const names = new Map<string, { to: ListedTransaction; line: number }>();
  for (const all of days.values()) {
    for (const old of all.filter(({ quantity }) => isNegative(quantity))) {
      const fresh = all.filter((one) => !isNegative(one.quantity) && !whole.has(one));
      const only = fresh.length === 1 && all.length === 2 ? fresh[0] : undefined;
      const match = fresh.find(({ symbol }) => symbol === old.symbol) ?? only;
      if (match === undefined) continue;
      gone.add(old);
      const ratio = { after: match.quantity ?? '1', before: (old.quantity ?? '-1').slice(1) };
      whole.set(match, { ...match, ratio, quantity: null });
      if (match.symbol !== old.symbol)
        names.set(`${old.account.key} ${old.symbol ?? ''}`, { to: match, line: old.line });
    }
  }
  const renamed = [...names].map(([key, { to, line }]) => ({
    ...{ line, from: key.slice(to.account.key.length + 1), to: to.symbol ?? '' },
  }));
  const alone = halves.filter((one) => one.half !== undefined && !gone.has(one) && !whole.has(one));
  return {
    listed: listed
      .filter((one) => !gone.has(one) && !alone.includes(one))
      .map((one) => whole.get(one) ?? underNewName(one, names)),
    renamed,
    alone,
  };
}

/** A split that is told by shares alone, of those that come or of those that go. */
const isHalf = ({ kind, ratio, quantity, came }: ListedTransaction): boolean =>
  kind === 'split' && ratio === null && quantity !== null && came === undefined;

const isNegative = (quantity: string | null): boolean => quantity?.startsWith('-') === true;

function underNewName(
  one: ListedTransaction,
  names: ReadonlyMap<string, { to: ListedTransaction }>,
): ListedTransaction {
  const to = names.get(`${one.account.key} ${one.symbol ?? ''}`)?.to;
  return to === undefined || one.date > to.date ? one : { ...one, symbol: to.symbol };
}
