import * as z from 'zod';
import { instrumentType, symbol, weights } from './classification.ts';
import { currency, decimal, isoDate, nonNegativeDecimal, positiveDecimal } from './decimal.ts';

/** How an account is taxed: the distinction that matters to a plan, whatever the account is called. */
export const accountTypes = ['taxable', 'tax_deferred', 'tax_free', 'other'] as const;
export const accountType = z.enum(accountTypes);
export type AccountType = z.infer<typeof accountType>;

/** One holding in one account. Quantities and money are decimal strings; `currency` is the price's and cost's currency. */
export const position = z.strictObject({
  symbol,
  name: z.string().min(1).max(200).optional(),
  quantity: positiveDecimal,
  currency: currency.default('USD'),
  /** What was paid for the whole holding, in `currency`. */
  costBasis: nonNegativeDecimal.optional(),
  /** The person's own price of one unit; needs `priceAsOf`. */
  price: positiveDecimal.optional(),
  priceAsOf: isoDate.optional(),
  /** Where the person's price came from, e.g. "my-positions.csv"; "the person" when absent. */
  priceSource: z.string().min(1).max(200).optional(),
  /** The person's own classification; wins over every other. */
  classification: z.strictObject({ ...weights.shape, type: instrumentType.optional() }).optional(),
});
export type Position = z.infer<typeof position>;

/** Above it a yearly rate, a fraction, is a percentage that was written for one: no bank pays more, and no card of a shop costs more. */
const HIGHEST_RATE = { paid: 0.3, charged: 0.6 };

/** The highest rate of a balance by its sign: what is owed is charged more than savings are paid. */
export const highestRate = (isDebt: boolean): number => HIGHEST_RATE[isDebt ? 'charged' : 'paid'];

const balance = z.strictObject({
  currency: currency.default('USD'),
  amount: decimal,
  /** What a year brings, a fraction of the balance: an interest rate or a yield (APY) as it is stated. What is charged on a debt. */
  interestRate: decimal.optional(),
});
/** Cash that is not a position: a balance in a currency. May be negative (margin). */
export const cashBalance = balance.refine(
  ({ amount, interestRate = '0' }) => Math.abs(Number(interestRate)) <= highestRate(Number(amount) < 0),
  {
    path: ['interestRate'],
    error: `must be a fraction such as "0.043" for 4.3 %, at most ${HIGHEST_RATE.paid}, and ${HIGHEST_RATE.charged} of what is owed`,
  },
);
export type CashBalance = z.infer<typeof cashBalance>;

export const account = z.strictObject({
  name: z.string().trim().min(1).max(100),
  type: accountType.default('taxable'),
  cash: z.array(cashBalance).max(20).default([]),
  positions: z.array(position).max(10_000).default([]),
});
export type Account = z.infer<typeof account>;

/** 1 unit of `from` was worth `rate` units of `to` on `asOf`. */
export const statedRate = z.strictObject({
  from: currency,
  to: currency,
  rate: positiveDecimal,
  asOf: isoDate,
  source: z.string().min(1).max(200).optional(),
});

/** A dated price of one unit that a person knows of an instrument, beside the one on its position: what returns over time need. */
export const quote = z.strictObject({
  symbol,
  currency: currency.default('USD'),
  price: positiveDecimal,
  asOf: isoDate,
  source: z.string().min(1).max(200).optional(),
});
export type Quote = z.infer<typeof quote>;

export const transactionKinds = [
  'buy',
  'sell',
  'dividend',
  'interest',
  'fee',
  'deposit',
  'withdrawal',
  'split',
  'transfer_in',
  'transfer_out',
] as const;
/**
 * What happened in an account on a day, in `currency` (US dollars where it is absent). `amount` is what it did to the account's
 * cash (absent for a purchase or sale: quantity times price); `quantity` is positive, and for a split the shares that one share became.
 * A purchase with the amount 0 is of shares that another holding gave out, as in a spin-off: no money from outside.
 */
export const transaction = z
  .strictObject({
    /** The account's name, as in `accounts`. */
    account: z.string().trim().min(1).max(100),
    date: isoDate,
    kind: z.enum(transactionKinds),
    symbol: symbol.optional(),
    quantity: positiveDecimal.optional(),
    price: positiveDecimal.optional(),
    amount: decimal.optional(),
    /** Of price and amount; converted at the rate of its day, the last known by then. Absent: USD. */
    currency: currency.optional(),
  })
  .superRefine(({ kind, symbol: of, quantity, price, amount }, context) => {
    const shares = ['buy', 'sell', 'split', 'transfer_in', 'transfer_out'].includes(kind);
    if (shares && of === undefined)
      context.addIssue({ code: 'custom', path: ['symbol'], message: `a ${kind} needs a symbol` });
    if (shares && quantity === undefined) {
      context.addIssue({ code: 'custom', path: ['quantity'], message: `a ${kind} needs a quantity` });
    }
    if (!shares && amount === undefined) {
      context.addIssue({ code: 'custom', path: ['amount'], message: `a ${kind} needs an amount` });
    }
    if ((kind === 'buy' || kind === 'sell') && price === undefined && amount === undefined) {
      context.addIssue({ code: 'custom', path: ['price'], message: `a ${kind} needs a price or an amount` });
    }
  });
export type StatedTransaction = z.infer<typeof transaction>;

/** A whole portfolio: what the project's own JSON files hold, what files of other kinds are read into. */
export const portfolio = z
  .strictObject({
    accounts: z.array(account).min(1).max(200),
    exchangeRates: z.array(statedRate).max(20_000).default([]),
    quotes: z.array(quote).max(20_000).default([]),
    transactions: z.array(transaction).max(20_000).default([]),
  })
  .superRefine(({ accounts, transactions }, context) => {
    const names = new Set<string>();
    accounts.forEach((one, a) => {
      if (names.has(one.name.toLowerCase())) {
        context.addIssue({
          code: 'custom',
          path: ['accounts', a, 'name'],
          message: `account "${one.name}" appears twice`,
        });
      }
      names.add(one.name.toLowerCase());
      const symbols = new Set<string>();
      one.positions.forEach((held, p) => {
        if (symbols.has(held.symbol)) {
          const message = `${held.symbol} appears twice in account "${one.name}"`;
          context.addIssue({ code: 'custom', path: ['accounts', a, 'positions', p, 'symbol'], message });
        }
        symbols.add(held.symbol);
        if ((held.price === undefined) !== (held.priceAsOf === undefined)) {
          const message = 'price and priceAsOf go together: a price without its date is not a price';
          context.addIssue({ code: 'custom', path: ['accounts', a, 'positions', p, 'priceAsOf'], message });
        }
      });
    });
    transactions.forEach(({ account: name }, t) => {
      if (names.has(name.toLowerCase())) return;
      context.addIssue({
        code: 'custom',
        path: ['transactions', t, 'account'],
        message: `there is no account "${name}"`,
      });
    });
  });
export type Portfolio = z.infer<typeof portfolio>;
export type PortfolioInput = z.input<typeof portfolio>;
