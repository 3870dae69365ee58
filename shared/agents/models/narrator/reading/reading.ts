import type { FactBook } from './fact-book.ts';

/** One part of a breakdown. Weights are shares of the portfolio, fractions; they can be below 0 where there is a debt. */
export interface Part {
  key: string;
  /** As a person calls it, already safe in Markdown. */
  label: string;
  value: number;
  weight: number;
}

export interface Held extends Part {
  symbol: string;
  /** Name and symbol, safe in Markdown: "Vanguard Total Stock Market ETF (VTI)". */
  title: string;
  gain: number | null;
  expenseRatio: number | null;
  /** The label of the asset class that nearly all of it is in; null where there is none such. */
  assetClass: string | null;
}

export interface DriftPart {
  key: string;
  label: string;
  weight: number;
  target: number;
  drift: number;
  /** Positive: to buy. */
  toTarget: number;
}

export interface Drift {
  /** Whether the target is the person's own. */
  own: boolean;
  how: string;
  ofStocks: boolean;
  turnover: number;
  /** What is compared, as a share of the portfolio. */
  share: number;
  /** Whom a target that nobody gave is typical for: finishes "typical for". */
  typicalFor: string;
  /** Farthest from its target first. */
  parts: DriftPart[];
  /** The gap to speak of first; null where there are no parts. */
  leading: DriftPart | null;
}

/** What is spent with a change, and what that is more or less than as planned. */
export interface SpendingChange {
  value: number;
  change: number;
  standardError: number;
}

export interface WhatIf {
  key: string;
  label: string;
  success: number;
  change: number;
  standardError: number;
  /**
   * The median of what is spent with it in the year compared, less that as planned; of what 19 of 20 futures reach; and over all years of
   * the mean and the lowest, null where the facts have none. Null where chances are compared.
   */
  spending:
    | (SpendingChange & { low: SpendingChange; meanYear: SpendingChange | null; lowestYear: SpendingChange | null })
    | null;
}

/** Income beside the portfolio's. */
export interface OtherIncome {
  label: string;
  /** Of two people, whose it is. */
  whose: string | null;
  amount: number;
  /** Age of whoever receives it. */
  from: number;
  to: number | null;
  /** Not raised with inflation. */
  nominal: boolean;
  /** Effective tax on it, a fraction; null where none is taken off. */
  taxRate: number | null;
  /** Said by the facts to be paid already. */
  already: boolean;
  /** What is left of it once the law has cut it, and the age from which; null where nothing does. */
  cut: { from: number; amount: number } | null;
}

/** One of the people of a whole plan. */
export interface Planner {
  name: string;
  age: number;
  retireAt: number;
}

export interface Retirement {
  /** Of the first person, as are all ages here. */
  age: number;
  /** When work stops: of two when the last of them stops. May have passed. */
  retireAt: number;
  /** When spending begins. */
  spendingFrom: number;
  /** The age that the money must last to; null where lives are random, or two. */
  lifeExpectancy: number | null;
  /** Finishes "the money lasts": "to age 95", "for as long as either of you lives". */
  until: string;
  /** Whether lives are random: balances at an age are then of those in which somebody is alive, and the end is not one age. */
  forLife: boolean;
  /** What the paths are: "simulated futures", "historical starts". */
  futures: string;
  historical: boolean;
  /** "before tax", or "after tax" where taxes are taken off. */
  taxWords: string;
  /** The people of a whole plan; empty where there are only goals. */
  people: Planner[];
  /** How a whole plan spends, where that is not the same every year: "raised and cut by …"; null otherwise. */
  rule: string | null;
  /** Whether spending goes up and down with the markets. */
  followsMarkets: boolean;
  /** What the amounts wanted and sustainable are, where the first year spends a share of them; null where they are its spending. */
  amountIs: string | null;
  /** Wanted a year; 0 where nothing is, or where the rule says how much. */
  income: number;
  contribute: number;
  otherIncome: OtherIncome[];
  /** Of those that matter to most people, the ones that nobody has counted; null where all are. */
  notCounted: string | null;
  yearsToRetirement: number;
  /** Years until spending begins: as many, unless the plan gives an age of its own for that. */
  yearsToSpending: number;
  success: number;
  failure: number;
  standardError: number;
  low: number;
  high: number;
  paths: number;
  medianAtRetirement: number;
  medianAtEnd: number;
  medianRuinAge: number | null;
  p10RuinAge: number | null;
  sustainableIncome: number | null;
  /** What is spent in the first year with it, the median; null where the facts have no such years. */
  sustainableStart: number | null;
  /** How often the money lasts with that income where it is the plan's ceiling that stops it; null where it is the money. */
  ceilingSuccess: number | null;
  /** The plan's floor, and how often it lasts, where not even that does as often as asked for; null otherwise. */
  floor: { amount: number; success: number } | null;
  incomeGap: number | null;
  withdrawalRate: number | null;
  confidence: number;
  whatIfs: WhatIf[];
  /**
   * What is spent as planned in the year that what-ifs are compared in: the median, and what 19 of 20 futures reach; over all years the mean
   * and the lowest, where the facts have them. Null where chances are compared.
   */
  comparedSpending: {
    age: number;
    median: number;
    low: number;
    meanYear: number | null;
    lowestYear: number | null;
  } | null;
}

/** The facts arranged for writing. */
export interface Reading {
  book: FactBook;
  asOf: string;
  /** Money in the base currency, as people write it. */
  money: (amount: number) => string;
  /** Money that the person stated: not rounded. */
  stated: (amount: number) => string;
  /** What a sum that stands beside it differs by from another: see `moneyApart`. */
  apart: (difference: number, sum: number) => string;
  value: number;
  invested: number;
  cash: number;
  cashWeight: number | null;
  /** All that accounts owe whose cash is below zero, positive; other accounts’ cash is not taken off. */
  debts: number;
  /** Whether anything is owed: the other shares then add up to more than the whole. */
  owes: boolean;
  /** What is held as a share of what is left after the debts: 1 where nothing is owed, 9.6 where most is. */
  held: number;
  /** Whether such a share is all that there is; of one who owes, no share is. */
  isWhole: (weight: number) => boolean;
  /** "63%", or "all" where it is all that there is. */
  share: (weight: number) => string;
  accounts: number;
  holdingCount: number;
  holdings: Held[];
  others: { count: number; value: number; weight: number } | null;
  breakdown: Record<'assetClass' | 'region' | 'sector' | 'account' | 'accountType' | 'currency', Part[]>;
  drift: { assetClass: Drift | null; region: Drift | null };
  excluded: { symbol: string; account: string; reason: string }[];
  excludedCount: number;
  /** Whether something has a value, and most positions have none: no share is then one of the portfolio. */
  fewValued: boolean;
  unclassified: { symbol: string; value: number; weight: number }[];
  unclassifiedCount: number;
  unclassifiedWeight: number;
  stale: { symbol: string; priceAsOf: string }[];
  staleCount: number;
  retirement: Retirement | null;
  /** Why there is no retirement projection; null where there is one, or nothing is said of it. */
  retirementMissing: string | null;
}
