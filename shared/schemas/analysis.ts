import * as z from 'zod';
import { accountType } from './portfolio.ts';
import { classificationSource, instrumentType } from './classification.ts';
import { isoDate } from './decimal.ts';
import { retirementGoals } from './goals.ts';
import { planOutline } from './plan-outline.ts';
import { answeredQuestion } from './question.ts';
import { performance } from './performance.ts';
import { purchases, rebalancingPlan } from './rebalancing.ts';
import { risk } from './risk.ts';
import { score } from './score.ts';

/** US dollars (or the base currency), nominal, as of the analysis date unless a field says otherwise. */
const money = z.number();
const share = z.number();

/** A line of a snapshot: a holding or a cash balance as it was when the analysis was asked for. */
export const snapshotLine = z.strictObject({
  accountName: z.string(),
  accountType,
  kind: z.enum(['holding', 'cash']),
  symbol: z.string(),
  name: z.string().nullable(),
  /** Units of the instrument, or the amount of a cash balance. */
  quantity: z.number(),
  currency: z.string(),
  /** Per unit, in `currency`; null where there is none. Cash is 1. */
  price: z.number().nullable(),
  priceAsOf: isoDate.nullable(),
  priceSource: z.string().nullable(),
  /** Whole holding, in `currency`. */
  costBasis: z.number().nullable(),
  /** Of a balance: what a year brings, a fraction of it; absent where it is not known. */
  interestRate: z.number().optional(),
});
export type SnapshotLine = z.infer<typeof snapshotLine>;

/** Why a line is not in the totals. */
export const exclusion = z.strictObject({
  accountName: z.string(),
  symbol: z.string(),
  name: z.string().nullable(),
  quantity: z.number(),
  reason: z.enum(['no_price', 'no_exchange_rate']),
  /** What it is quoted in. Absent in analyses stored before it was noted. */
  currency: z.string().optional(),
});

export const valuedHolding = z.strictObject({
  symbol: z.string(),
  name: z.string(),
  kind: z.enum(['holding', 'cash']),
  /** Null where nothing is known of the instrument. */
  type: instrumentType.nullable(),
  /** The currency its price is quoted in. */
  currency: z.string(),
  quantity: z.number(),
  /** Per unit in base currency; null for cash. */
  price: money.nullable(),
  priceAsOf: isoDate.nullable(),
  priceSource: z.string().nullable(),
  value: money,
  /** Share of the portfolio's value. */
  weight: share,
  /** Value less cost where every lot's cost is known, else null. */
  gain: money.nullable(),
  /** Where it is known of a part: that part's gain, and its share of the holding's value. Absent in older analyses. */
  knownGain: z.strictObject({ gain: money, share }).optional(),
  accounts: z.array(z.string()),
  assetClassKnown: z.boolean(),
  /** The asset class that at least nine tenths of it are in; null where there is none such, absent in older analyses. */
  assetClass: z.string().nullable().optional(),
  classificationSource: classificationSource.nullable(),
  /** How sure that source is, 0 to 1; null where nothing classifies it. */
  classificationConfidence: z.number().nullable().optional(),
  expenseRatio: z.number().nullable(),
  /** Price older than the staleness limit. */
  stale: z.boolean(),
});
export type ValuedHolding = z.infer<typeof valuedHolding>;

/** One row of a breakdown. `key` is an enum value such as "equity", an account's name, or "unknown". */
export const allocationRow = z.strictObject({ key: z.string(), label: z.string(), value: money, weight: share });
export type AllocationRow = z.infer<typeof allocationRow>;

/** Rows sum to the portfolio's value, weights to 1 (when the value is positive); largest first, "unknown" last. */
export const breakdowns = ['assetClass', 'region', 'sector', 'account', 'accountType', 'currency'] as const;
export const allocation = z.strictObject({
  assetClass: z.array(allocationRow),
  region: z.array(allocationRow),
  sector: z.array(allocationRow),
  account: z.array(allocationRow),
  accountType: z.array(allocationRow),
  currency: z.array(allocationRow),
});
export type Allocation = z.infer<typeof allocation>;

export const driftRow = z.strictObject({
  key: z.string(),
  label: z.string(),
  weight: share,
  target: share,
  /** weight - target, in fraction points. */
  drift: share,
  /** Money to move to reach the target: positive buys, negative sells. */
  toTarget: money,
});
export type DriftRow = z.infer<typeof driftRow>;

const driftTable = z.strictObject({
  /** What the weights are shares of: the whole portfolio, or only what is invested in stocks (regions by default). */
  scope: z.enum(['portfolio', 'equity']),
  /** The money the weights are shares of; the part that is unclassified is left out. */
  value: money,
  /** `person`: given by the person; `default`: the documented age-based mix. */
  source: z.enum(['person', 'default']),
  /** Of a default mix: it goes by the years to a retirement later than 65, not by the age alone. */
  laterRetirement: z.boolean().optional(),
  how: z.string(),
  rows: z.array(driftRow),
  /** Half the sum of absolute drifts: the share of the portfolio that would have to change hands. */
  turnover: share,
});
export type DriftTable = z.infer<typeof driftTable>;

export const concentration = z.strictObject({
  /** Sum of squared weights over holdings, cash left out; 1 = one holding. Null where there are none. */
  herfindahl: z.number().nullable(),
  /** 1 / herfindahl. */
  effectiveHoldings: z.number().nullable(),
  largestWeight: share,
  largestSymbol: z.string().nullable(),
  topFiveWeight: share,
  /** Share of the portfolio in single companies' stocks (not funds). */
  singleStockWeight: share,
  /** The company with the largest share through its own stocks, its share classes taken together; null without stocks. */
  largestIssuer: z.strictObject({ name: z.string(), symbols: z.array(z.string()), weight: share }).nullable(),
  /** Who owes most through single bonds, national governments aside; absent where no such bond is held. */
  largestDebtor: z.strictObject({ name: z.string(), symbols: z.array(z.string()), weight: share }).optional(),
});
export type Concentration = z.infer<typeof concentration>;

/** An older price of a listing that gave way to a newer one of another line. */
export const priceConflict = z.strictObject({
  symbol: z.string(),
  /** Of the prices; absent in results of before it was told, as is `passedOverCount`. */
  currency: z.string().optional(),
  used: z.strictObject({ price: money, asOf: isoDate, accountName: z.string() }),
  /** At most five. */
  passedOver: z.array(z.strictObject({ price: money, asOf: isoDate, accountName: z.string() })),
  passedOverCount: z.number().int().optional(),
  /** Of results of when lines were not yet valued each at its own price: the dates were equal. */
  tie: z.boolean().optional(),
});
export type PriceConflict = z.infer<typeof priceConflict>;

/** Lines of one symbol whose prices are too far apart to be of one thing; each is valued at its own. */
export const pricedApart = z.strictObject({
  symbol: z.string(),
  currency: z.string(),
  /** The ten dearest at most; `count` is of all. */
  lines: z.array(z.strictObject({ accountName: z.string(), quantity: z.number(), price: money, asOf: isoDate })),
  count: z.number().int(),
});
export type PricedApart = z.infer<typeof pricedApart>;

/** 1 unit of `from` is worth `rate` units of `to`. */
export const exchangeRate = z.strictObject({
  from: z.string(),
  to: z.string(),
  rate: z.number().positive(),
  asOf: isoDate,
  source: z.string(),
});
export type ExchangeRate = z.infer<typeof exchangeRate>;

export const costs = z.strictObject({
  /** Weighted by value over what is known; a stock, bond, coin or balance costs 0 a year. Null when no fund's is known. */
  weightedExpenseRatio: z.number().nullable(),
  /** Share of invested value whose ratio is known. */
  coverage: share,
  /** Dollars a year at today's value. */
  yearlyCost: money.nullable(),
  /** What the ratio takes from today's value over `years`, growing at `growth` a year before costs; nominal. */
  overYears: z.strictObject({ years: z.number().int(), growth: z.number(), cost: money }).nullable(),
});
export type Costs = z.infer<typeof costs>;

/** Interest on cash, where a rate is known: a year's, each rate times its balance of today. */
export const cashInterest = z.strictObject({
  yearly: money,
  /** Annual percentage yield of the balances whose rate is known. */
  yield: z.number(),
  /** Share of the balances above zero whose rate is known. */
  coverage: share,
  /** What is charged on balances below zero whose rate is known; null where none is. */
  charged: money.nullable(),
});
export type CashInterest = z.infer<typeof cashInterest>;

/** Percentile paths of the balance, one entry an age; today's dollars (real). */
export const balanceFan = z.strictObject({
  ages: z.array(z.number()),
  p5: z.array(z.number()),
  p25: z.array(z.number()),
  p50: z.array(z.number()),
  p75: z.array(z.number()),
  p95: z.array(z.number()),
  /** Share of the paths on which somebody is alive, whom the percentiles are over; absent where that is all. */
  alive: z.array(share).optional(),
});

/** An account as the projection has it: the portfolio's own value, by how it is taxed. */
export const projectedAccount = z.strictObject({
  name: z.string(),
  type: z.enum(['taxable', 'tax_deferred', 'tax_free']),
  balance: money,
  /** Effective: of withdrawals (tax_deferred), of nominal returns (taxable). */
  taxRate: z.number(),
  /** Yearly cost as a share of the balance. */
  fee: z.number(),
});
export type ProjectedAccount = z.infer<typeof projectedAccount>;

/** What the funds cost, as far as the projection takes it off. */
export const projectedCosts = z.strictObject({
  /** Of the value whose ratio is known. */
  weightedExpenseRatio: z.number(),
  /** Share of what is invested whose ratio is known; the rest is taken to cost the same. */
  coverage: share,
  /** Of the whole portfolio, cash included: what is taken off each year where the plan says no fee of its own. */
  fee: z.number(),
});
export type ProjectedCosts = z.infer<typeof projectedCosts>;

export const assumption = z.strictObject({
  key: z.string(),
  label: z.string(),
  /** Arithmetic expected yearly return, nominal, fraction. */
  mean: z.number(),
  /** Yearly standard deviation, fraction. */
  volatility: z.number(),
  /** Share of the portfolio simulated in this class. */
  weight: share,
  source: z.string(),
});

/** Gains of today in taxable accounts. */
export const untaxedGain = z.strictObject({
  /** Value less cost where the cost is known, losses counted against gains; 0 where these are larger. */
  value: money,
  /** Share of what taxable accounts hold whose cost is known; 0 where none is. */
  coverage: share,
});
export type UntaxedGain = z.infer<typeof untaxedGain>;

/** A figure of spending under a change, real dollars: less the plan's own, with the standard error of that on the same futures. */
const spendingChange = z.strictObject({ value: money, change: money, standardError: money });

export const retirementResult = z.strictObject({
  /** Null where the projection is of a whole plan. */
  goals: retirementGoals.nullable(),
  /** What the plan says; absent where the projection is of goals. */
  plan: planOutline.optional(),
  /** Absent in results that were stored before there were several. */
  accounts: z.array(projectedAccount).optional(),
  /** What is taken off for the funds' costs; null where no fund's is known, absent in results stored before. */
  fundCosts: projectedCosts.nullable().optional(),
  /** Absent where taxable accounts hold nothing that could have gained, and in results stored before. `taxed`: as it is withdrawn. */
  untaxedGain: untaxedGain.extend({ taxed: z.boolean() }).optional(),
  startingBalance: money,
  /**
   * Debts whose interest is stated, or assumed, paid first out of what is saved until `paidAt`, or `atOnce` out of what is held; `startingBalance`
   * is then what is held, these debts aside, or with `takenOff` what is left of it. `paidAt` is absent in results stored before.
   */
  owed: z
    .strictObject({
      ...{ amount: money, nominalRate: z.number(), realRate: z.number() },
      ...{ paidAt: z.number().optional(), atOnce: z.boolean().optional(), takenOff: z.literal(true).optional() },
    })
    .optional(),
  paths: z.number().int(),
  seed: z.number().int(),
  /** Share of paths in which the money lasts to life expectancy, or for as long as the plan says, fraction. */
  success: z.number(),
  /** Of `success`: sqrt(p (1 - p) / n), fraction. */
  standardError: z.number(),
  /** 95 % Wilson interval of `success`, fractions. */
  interval: z.tuple([z.number(), z.number()]),
  balance: balanceFan,
  /** Percentile paths of what can be spent in each year, real dollars; before retirement 0. */
  spending: balanceFan.optional(),
  /** Real dollars, at the age at which the last of those who still work stops; today where nobody works any more. */
  medianAtRetirement: money,
  /** At life expectancy, or when the last person dies. */
  medianAtEnd: money,
  /** Among the paths that fail: age at which money runs out; null when none fails. */
  medianRuinAge: z.number().nullable(),
  p10RuinAge: z.number().nullable(),
  /** Yearly spending, real dollars, that would succeed with `confidence`; 0 where not even none would; null when the balance is 0, or `sustainableStop` is floor or any. */
  sustainableIncome: money.nullable(),
  /**
   * Why it is not the money that decides that: the rule never spends more than its `ceiling`, or less than its `floor`, or `any` amount
   * lasts. The bound in real dollars a year, and the share of the futures in which the plan succeeds at it; absent where the money decides.
   */
  sustainableStop: z
    .strictObject({ by: z.enum(['ceiling', 'floor', 'any']), amount: money.nullable(), success: share })
    .optional(),
  /** Share of the futures in which spending that follows the markets is less than planned in some year; absent where it is the same. */
  spendingCut: share.optional(),
  /** What is then spent in each year, where it follows the markets from that income on, or is a share of it. */
  sustainableSpending: balanceFan.optional(),
  confidence: z.number(),
  /** What one change would do, on the same random numbers; ranked by its effect on success, or where `comparedSpending` is there on that. */
  whatIfs: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      success: z.number(),
      change: z.number(),
      /** Of `change`, on the same paths. */
      standardError: z.number(),
      /** What it does to `comparedSpending`. */
      spending: z
        .strictObject({
          median: spendingChange,
          low: spendingChange,
          meanYear: spendingChange.optional(),
          lowestYear: spendingChange.optional(),
        })
        .optional(),
    }),
  ),
  /**
   * Where the money lasts in every future whatever is changed, for spending follows the markets: what is spent in one year, at an age of
   * the first person; real dollars, the median and the 5th percentile. Over all years of spending, the medians of the futures' mean years
   * and of their lowest; absent from what was stored before there were any. All absent where success is what a change moves.
   */
  comparedSpending: z
    .strictObject({
      age: z.number(),
      median: money,
      low: money,
      meanYear: money.optional(),
      lowestYear: money.optional(),
    })
    .optional(),
  /**
   * Earliest age of retirement that would succeed with `confidence`; null where there is none, or already retired. Of a couple `ages`
   * has one for each, in the plan's order, and `age` is the first one's: all who still work stop by as much sooner or later than planned.
   * `alone` has, where both still work, how early each could with the other retiring as planned; null where no age of theirs is enough.
   * `spendingFrom` is the age of the first person at which spending then begins, where a plan gives one of its own that has not come.
   */
  earliestRetirement: z
    .strictObject({
      age: z.number(),
      ages: z.array(z.number()).optional(),
      spendingFrom: z.number().optional(),
      success: z.number(),
      alone: z.array(z.strictObject({ age: z.number(), success: z.number() }).nullable()).optional(),
    })
    .nullable()
    .optional(),
  /** Share of all paths whose money runs out at each age. */
  ruinByAge: z.array(z.strictObject({ age: z.number(), share })).optional(),
  /** Of historical returns: the first and the last start on record, and those from which the money runs out, in the order of time. */
  starts: z.strictObject({ first: z.string(), last: z.string(), failed: z.array(z.string()) }).optional(),
  /** Income that cannot be paid, in all, among the paths that fail; real dollars; null when none fails. */
  shortfall: z.strictObject({ p10: money, p50: money, p90: money }).nullable().optional(),
  /** Success by fifths of the paths, ordered by the real return a year of the first five years of spending, worst first. */
  sequence: z
    .array(z.strictObject({ fifth: z.number().int(), earlyReturn: z.number(), success: z.number() }))
    .optional(),
  assumptions: z.array(assumption),
  /** Of the yearly returns of each two classes held, -1 to 1, by their labels. */
  correlations: z.array(z.strictObject({ one: z.string(), other: z.string(), value: z.number() })).optional(),
  correlationSource: z.string().optional(),
  /** What the law takes or asks of such accounts at such ages that is not reckoned with, each as a part of a list. */
  leftOut: z.array(z.string()).optional(),
  inflation: z.strictObject({ mean: z.number(), source: z.string() }),
  /** Expected nominal yearly return of the mix and its volatility, fractions. */
  portfolioMean: z.number(),
  portfolioVolatility: z.number(),
  notes: z.array(z.string()),
});
export type RetirementResult = z.infer<typeof retirementResult>;

/** Everything that code knows about a portfolio: the one source of facts, charts and report tables. */
export const analysis = z.strictObject({
  asOf: isoDate,
  baseCurrency: z.string(),
  totals: z.strictObject({
    value: money,
    invested: money,
    cash: money,
    /** Sum of gains where cost is known, and the share of invested value it covers. */
    gain: money.nullable(),
    gainCoverage: share,
    accounts: z.number().int(),
    /** Distinct instruments with a value. */
    holdings: z.number().int(),
    positions: z.number().int(),
    oldestPriceAsOf: isoDate.nullable(),
    newestPriceAsOf: isoDate.nullable(),
  }),
  /** Largest first, at most 50; `otherHoldings` says what is beyond. */
  holdings: z.array(valuedHolding),
  otherHoldings: z.strictObject({
    count: z.number().int(),
    value: money,
    weight: share,
    /** Of those whose cost is known; absent where none is, and in older analyses. */
    gain: money.optional(),
  }),
  excluded: z.array(exclusion),
  /** How many were excluded in all; `excluded` lists at most 200. */
  excludedCount: z.number().int(),
  /** Largest first, at most 200; the count is of all. */
  unclassified: z.array(z.strictObject({ symbol: z.string(), name: z.string(), value: money, weight: share })),
  unclassifiedCount: z.number().int(),
  /** Classified by a model from their names: guesses, counted like the rest. Largest first, at most 200; the count is of all. */
  guessed: z
    .array(
      z.strictObject({
        symbol: z.string(),
        name: z.string(),
        value: money,
        weight: share,
        confidence: z.number(),
        /** Who says so: the model's name. Absent in analyses stored before it was noted. */
        citation: z.string().optional(),
      }),
    )
    .optional(),
  guessedCount: z.number().int().optional(),
  /** Oldest first, at most 200; the count is of all. */
  stale: z.array(z.strictObject({ symbol: z.string(), priceAsOf: isoDate, days: z.number().int() })),
  staleCount: z.number().int(),
  /** Holdings that count at a price far from the market's, largest first, at most 50. Absent where there is none. */
  doubted: z
    .array(
      z.strictObject({
        symbol: z.string(),
        name: z.string().nullable(),
        value: money,
        weight: share,
        currency: z.string(),
        used: z.strictObject({ price: z.number(), asOf: isoDate }),
        market: z.strictObject({ price: z.number(), asOf: isoDate, source: z.string() }),
      }),
    )
    .optional(),
  /** Symbols whose price's file gives no date, so that the file's own day stands in; at most 200, the count is of all. */
  undated: z.array(z.string()).optional(),
  undatedCount: z.number().int().optional(),
  /** Accounts of which nothing says how they are taxed, so that their type is assumed. Absent where each is stated. */
  taxationAssumed: z.number().int().optional(),
  /** Of one of Alex's own examples, and nobody's money: its report alone may cite invented sample pages. */
  example: z.literal(true).optional(),
  /** Lines and other things of the input that were left out when it was read. Absent where none was. */
  leftOutOfInput: z.number().int().optional(),
  /** What of the input may be many times too large or too small, as nothing states its currency or unit. Absent where nothing is. */
  unsureOfInput: z.number().int().optional(),
  /** Accounts that an older file lists, too; what else may be counted twice; what is not yet owned; what is otherwise in doubt. Absent where nothing is. */
  olderCopiesInInput: z.number().int().optional(),
  twiceInInput: z.number().int().optional(),
  unvestedInInput: z.number().int().optional(),
  inDoubtInInput: z.number().int().optional(),
  /** At most 200. */
  priceConflicts: z.array(priceConflict),
  /** At most 200. Absent where every symbol stands for one thing. */
  pricedApart: z.array(pricedApart).optional(),
  /** The rates that the valuation used, each into the base currency. */
  exchangeRates: z.array(exchangeRate),
  allocation,
  drift: z.strictObject({ assetClass: driftTable.nullable(), region: driftTable.nullable() }),
  /** Why a mix that the person aims for, or their plan's, is compared with nothing: one sentence. Absent where it is, or none is given. */
  driftMissing: z.string().optional(),
  concentration,
  costs,
  /**
   * What accounts owe whose cash is below zero, whatever lies in others; absent where none does. `pending` in one that cannot
   * borrow, where it is a purchase that is still to be settled. `cashTakenOff` is the cash of the same account, in whatever currency,
   * that is taken off already. `assumed` is the yearly interest of a debt of its kind, a fraction, where nobody states its own.
   */
  borrowed: z
    .array(
      z.strictObject({
        accountName: z.string(),
        value: money,
        cashTakenOff: money.optional(),
        pending: z.literal(true).optional(),
        assumed: z.strictObject({ called: z.string(), rate: z.number(), source: z.string() }).optional(),
      }),
    )
    .optional(),
  /** Absent where no balance's rate is known. */
  cashInterest: cashInterest.optional(),
  /** Grades from 1 to 10, each with its recipe; null where too little is known. */
  scores: z.strictObject({ diversification: score.nullable(), risk: score.nullable() }).optional(),
  /** What may be lost; null where no asset class is known. */
  risk: risk.nullable().optional(),
  /** Trades that would reach the asset class targets (and the person's region targets); null without targets. */
  rebalancing: rebalancingPlan.nullable().optional(),
  /** What new money alone could buy; absent where none comes, or where `rebalancing` is just that. */
  purchases: purchases.optional(),
  /** Returns over time; absent where no transactions were given. */
  performance: performance.optional(),
  /** Null when no goals were given or nothing is priced; `retirementMissing` says why. */
  retirement: retirementResult.nullable(),
  retirementMissing: z.string().nullable(),
  /** What was made of the person's question; absent where none was asked. */
  question: answeredQuestion.optional(),
});
export type Analysis = z.infer<typeof analysis>;
