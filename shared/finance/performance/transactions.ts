/**
 * What happened in an account on a day. `amount` is what it did to the account's cash (negative for a purchase or a fee);
 * `quantity` is positive for a purchase, a sale and a transfer, and for a split the shares one share became.
 */
export interface Transaction {
  /** ISO 8601. */
  date: string;
  accountName: string;
  kind:
    | 'buy'
    | 'sell'
    | 'dividend'
    | 'interest'
    | 'fee'
    | 'deposit'
    | 'withdrawal'
    | 'split'
    /** Shares that came from, or went to, another place without cash; worth their price of the day. */
    | 'transfer_in'
    | 'transfer_out';
  symbol?: string | undefined;
  quantity?: number | undefined;
  /** One unit; also taken as a quote of the day. */
  price?: number | undefined;
  /** Base currency; absent for a purchase or sale: quantity x price. */
  amount?: number | undefined;
}

/** Prices by symbol, base currency, in any order. */
export type PriceHistory = ReadonlyMap<string, readonly { date: string; price: number }[]>;

/** The units of its symbol that an account holds after a transaction, where it held `held` before. */
export function unitsAfter(held: number, { kind, quantity = 0 }: Pick<Transaction, 'kind' | 'quantity'>): number {
  if (kind === 'buy' || kind === 'transfer_in') return held + quantity;
  if (kind === 'sell' || kind === 'transfer_out') return held - quantity;
  return kind === 'split' ? held * quantity : held;
}

/** Shares that came for no money out of what is held, as in a spin-off: they are a return of it, as a dividend is. */
export const isGivenOut = ({ kind, amount }: Pick<Transaction, 'kind' | 'amount'>): boolean =>
  kind === 'buy' && amount === 0;

/** What a transaction does to the account's cash: above zero for money that comes in, in the currency of its amount or price. */
export function cashEffect({
  kind,
  amount,
  quantity = 0,
  price = 0,
}: Pick<Transaction, 'kind' | 'amount' | 'quantity' | 'price'>): number {
  if (kind === 'split' || kind === 'transfer_in' || kind === 'transfer_out') return 0;
  if (kind === 'deposit') return Math.abs(amount ?? 0);
  if (kind === 'withdrawal') return -Math.abs(amount ?? 0);
  if (kind === 'fee') return -Math.abs(amount ?? 0);
  if (amount !== undefined) return amount;
  return kind === 'buy' ? -quantity * price : quantity * price;
}
