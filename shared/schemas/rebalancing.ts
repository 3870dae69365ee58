import * as z from 'zod';
import { fraction } from './decimal.ts';
import { accountType } from './portfolio.ts';

const usd = z.number().max(1_000_000_000_000);

/** How far a weight may be from its target before it is traded for: points, and a part of the target; the less counts. */
export const bands = z.strictObject({ absolute: fraction, relative: fraction });
export type Bands = z.infer<typeof bands>;

/** How a person wants to rebalance; what is left out is as `shared/finance/rebalancing` has it by default. */
export const rebalancingRequest = z.strictObject({
  /** Money that comes in before trading, US dollars; without an account into the one that most is invested in, of those that may take it. */
  newMoney: z
    .array(z.strictObject({ account: z.string().trim().min(1).max(100).optional(), amount: usd.positive() }))
    .min(1)
    .max(200)
    .optional(),
  bands: bands.optional(),
  /** No trade below it, US dollars. */
  minimumTrade: usd.min(0).optional(),
  shares: z.enum(['whole', 'fractional']).optional(),
  /** `newMoney`: nothing is sold, and only the new money is spent. */
  mode: z.enum(['full', 'newMoney']).optional(),
});
export type RebalancingRequest = z.infer<typeof rebalancingRequest>;

/** Base currency, nominal, as of the analysis. */
const money = z.number();
const share = z.number();

/** An order a person could place. Sales never exceed what is held. */
export const trade = z.strictObject({
  accountName: z.string(),
  accountType,
  action: z.enum(['buy', 'sell']),
  symbol: z.string(),
  name: z.string(),
  quantity: z.number().positive(),
  /** All that is held of it in the account is sold; absent otherwise, and in older plans. */
  all: z.literal(true).optional(),
  /** Per unit, base currency. */
  price: money,
  value: money,
  /** Of a sale: gain realized, at average cost; null for a purchase or where the cost is not known. */
  gain: money.nullable(),
});
export type Trade = z.infer<typeof trade>;

/** Sales outside tax-advantaged accounts: what they bring, and how much of that is of what the cost is known of. */
export const taxableSales = z.strictObject({
  sold: money,
  costKnown: money,
  /** What is sold without a known cost, as it is called. */
  costUnknown: z.array(z.string()),
});
export type TaxableSales = z.infer<typeof taxableSales>;

/** A weight before and after the trades; regions are shares of the stocks. */
export const rebalancingRow = z.strictObject({
  breakdown: z.enum(['assetClass', 'region']),
  key: z.string(),
  label: z.string(),
  target: share,
  before: share,
  after: share,
});
export type RebalancingRow = z.infer<typeof rebalancingRow>;

export const rebalancingPlan = z.strictObject({
  mode: z.enum(['full', 'newMoney']),
  /** Whose targets: the person's, or the documented default mix, which makes the plan an illustration. */
  source: z.enum(['person', 'default']),
  /** Whether some weight is outside its band; if not, a full plan has no trades. */
  needed: z.boolean(),
  /** Money added to the accounts before trading. */
  newMoney: money,
  /** What of it repays loans of the accounts that it comes into; absent where nothing. */
  repaid: money.optional(),
  /** Absent in plans that were stored before they were noted. */
  bands: bands.optional(),
  /** Largest first, at most 100; the count is of all. */
  trades: z.array(trade),
  tradeCount: z.number().int(),
  bought: money,
  sold: money,
  /** Gains that sales in taxable accounts would realize, where the cost is known; null where none is. */
  taxableGain: money.nullable(),
  /** Of how much that is the gain; absent where nothing is sold there, and in plans that were stored before it was noted. */
  taxableSales: taxableSales.optional(),
  rows: z.array(rebalancingRow),
  /** Half the sum of absolute drifts of the asset classes before and after: what the trades leave undone. */
  turnoverBefore: share,
  residual: share,
  /** The same of the regions, as shares of the stocks; absent where they have no targets. */
  regions: z.strictObject({ turnoverBefore: share, residual: share }).optional(),
  /** Whether the person said how to trade or with what: then they are told too why nothing is traded. */
  asked: z.boolean().optional(),
  notes: z.array(z.string()),
});
export type RebalancingPlan = z.infer<typeof rebalancingPlan>;

/** What new money alone could buy, with nothing sold: beside a plan that sells too. */
export const purchases = z.strictObject({
  /** `given`: the person says that it comes; `savings`: what they save in the next year. */
  origin: z.enum(['given', 'savings']),
  /** What a year's saving pays of debts with their interest before it buys anything, US dollars; absent where there are none. */
  owed: z.number().nonnegative().optional(),
  /** Where it goes, and whether the person says so. */
  accounts: z.array(z.strictObject({ accountName: z.string(), amount: money, chosen: z.boolean() })),
  plan: rebalancingPlan,
});
export type Purchases = z.infer<typeof purchases>;
