import type { Portfolio, StatedTransaction } from '../../schemas/portfolio.ts';
import { majorCurrency, majorUnits } from '../exchange-rates.ts';
import { cashEffect } from './transactions.ts';

/** What a unit of a currency was worth in US dollars on a day: the last rate known by then; null before the first. */
export type RateOn = (currency: string, day: string) => number | null;

/** The rates from or to US dollars that a portfolio states, looked up by day. */
export function datedRates(exchangeRates: Portfolio['exchangeRates']): RateOn {
  const dated = new Map<string, { day: string; rate: number }[]>();
  for (const { from, to, rate, asOf } of exchangeRates) {
    if ((from === 'USD') === (to === 'USD')) continue;
    const currency = to === 'USD' ? from : to;
    const own = dated.get(currency) ?? [];
    own.push({ day: asOf, rate: to === 'USD' ? Number(rate) : 1 / Number(rate) });
    dated.set(currency, own);
  }
  for (const own of dated.values()) own.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  return (currency, day) => {
    if (currency === 'USD') return 1;
    const own = dated.get(majorCurrency(currency)) ?? [];
    let [low, high] = [0, own.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((own[middle]?.day ?? '9999') <= day) low = middle + 1;
      else high = middle;
    }
    const last = own[low - 1];
    return last === undefined ? null : last.rate * majorUnits(currency);
  };
}

/** The pair under which a currency is held as if it were a security: EUR/USD. */
export const pairOf = (currency: string): string => `${majorCurrency(currency)}/USD`;

/** Whether a symbol is such a pair. */
export const isPair = (symbol: string): boolean => /^[A-Z]{3}\/USD$/.test(symbol);

/**
 * Transactions in other currencies as ones in US dollars, at the rate of their day. Where an account's cash is recorded, what they
 * did to cash in their currency is held on as units of the pair (EUR/USD), bought or sold at that rate, so that its worth
 * follows the rate from then on. Where no rate is known by the day, shares and cash move without a price: the worth
 * of the account is then unknown, and no return of it can be told.
 */
export function inDollars(
  transactions: readonly StatedTransaction[],
  rateOn: RateOn,
): Omit<StatedTransaction, 'currency'>[] {
  const tracked = new Set(
    transactions.flatMap(({ account, kind }) =>
      kind === 'deposit' || kind === 'withdrawal' ? [account.toLowerCase()] : [],
    ),
  );
  return transactions.flatMap(({ currency = 'USD', ...one }) => {
    if (currency === 'USD') return [one];
    const rate = rateOn(currency, one.date);
    const moved = cashOf(one);
    if (rate === null) return unpriced(one, moved, currency);
    const dollars = decimal(moved * rate);
    const { price, amount, ...rest } = one;
    const converted = {
      ...rest,
      ...(price !== undefined && { price: decimal(Number(price) * rate) }),
      ...((amount !== undefined || moved !== 0) && { amount: dollars }),
    };
    if (moved === 0 || !tracked.has(one.account.toLowerCase())) return [converted];
    return [
      converted,
      {
        ...{ account: one.account, date: one.date, symbol: pairOf(currency) },
        kind: moved > 0 ? ('buy' as const) : ('sell' as const),
        quantity: decimal(Math.abs(moved) * majorUnits(currency)),
        price: decimal(rate / majorUnits(currency)),
        amount: dollars.startsWith('-') ? dollars.slice(1) : `-${dollars}`,
      },
    ];
  });
}

type Plain = Omit<StatedTransaction, 'currency'>;

/** What it did to cash, in its own currency. */
const cashOf = ({ kind, amount, quantity, price }: Plain): number =>
  cashEffect({
    kind,
    ...(amount !== undefined && { amount: Number(amount) }),
    ...(quantity !== undefined && { quantity: Number(quantity) }),
    ...(price !== undefined && { price: Number(price) }),
  });

/** What changed hands, without a word of its worth. */
function unpriced({ account, date, kind, symbol, quantity }: Plain, moved: number, currency: string): Plain[] {
  const shares: Plain[] =
    kind === 'split'
      ? [{ account, date, kind, symbol, quantity }]
      : symbol === undefined || quantity === undefined
        ? []
        : [{ account, date, symbol, quantity, kind: kind === 'buy' || kind === 'transfer_in' ? IN : OUT }];
  if (moved === 0) return shares;
  const units = decimal(Math.abs(moved) * majorUnits(currency));
  return [...shares, { account, date, kind: moved > 0 ? IN : OUT, symbol: pairOf(currency), quantity: units }];
}

const IN = 'transfer_in';
const OUT = 'transfer_out';

/** As the database keeps it: eight decimals. */
const decimal = (value: number): string => value.toFixed(8).replace(/\.?0+$/, '');
