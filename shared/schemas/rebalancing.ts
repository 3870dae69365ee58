import * as z from 'zod';
import { accountType } from './portfolio.ts';

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
  /** Per unit, base currency. */
  price: money,
  value: money,
  /** Of a sale: gain realized, at average cost; null for a purchase or where the cost is not known. */
  gain: money.nullable(),
});
export type Trade = z.infer<typeof trade>;

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
  /** Largest first, at most 100; the count is of all. */
  trades: z.array(trade),
  tradeCount: z.number().int(),
  bought: money,
  sold: money,
  /** Gains that sales in taxable accounts would realize, where the cost is known; null where none is. */
  taxableGain: money.nullable(),
  rows: z.array(rebalancingRow),
  /** Half the sum of absolute drifts of the asset classes before and after: what the trades leave undone. */
  turnoverBefore: share,
  residual: share,
  notes: z.array(z.string()),
});
export type RebalancingPlan = z.infer<typeof rebalancingPlan>;
