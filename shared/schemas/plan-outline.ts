import * as z from 'zod';
import { otherIncomeKinds } from './goals.ts';

/** US dollars a year, in today's money (real). */
const usd = z.number();
const age = z.number();

/** What a whole retirement plan says, as far as a report tells it; the plan itself stays with the request. */
export const planOutline = z.strictObject({
  people: z
    .array(
      z.strictObject({
        name: z.string().optional(),
        age,
        retireAt: age,
        /** How long the person lives, in words: "to age 95", "by the US period life table". */
        lives: z.string(),
      }),
    )
    .min(1)
    .max(2),
  /** What the money has to last for: an age of the one person, so many years, or as long as anybody lives. */
  horizon: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('age'), age }),
    z.strictObject({ kind: z.literal('years'), years: z.number() }),
    z.strictObject({ kind: z.literal('life') }),
  ]),
  /** How returns are drawn. */
  returns: z.enum(['lognormal', 'student_t', 'bootstrap', 'historical']),
  /** First and last period of the history that returns are taken from; absent where they are drawn from a law. */
  history: z.strictObject({ first: z.string(), last: z.string() }).optional(),
  /** Age of the first person at which spending begins, as planned. */
  spendingFrom: age,
  spending: z.strictObject({
    rule: z.string(),
    /** The rule in words that follow "spending". */
    how: z.string(),
    /** Wanted a year, after tax, other income included; null where the rule does not use an amount. */
    amount: usd.nullable(),
    /** What `amount` is where the first year spends a share of it: "the sum that the floor and the ceiling are shares of". */
    amountIs: z.string().optional(),
    /** Of `amount`, for one of two alone; 1 where nothing is less for it, or the rule does not use it. */
    survivorShare: z.number(),
    /** Present where `amount` is what a floor and a ceiling are shares of: one alone has a share of those. */
    bounds: z.literal(true).optional(),
    /** Spending is never below this, or above it, a year; absent where the rule has none, or where it changes with age. */
    floor: usd.optional(),
    ceiling: usd.optional(),
    /** True where the amount is the same in every year and for everybody who lives, so that less is a shortfall. */
    constant: z.boolean(),
    goals: z.array(z.strictObject({ name: z.string(), age, amount: usd })),
  }),
  /** Saved in the first year, all together. */
  saved: usd,
  /** Each saving by itself; absent where `saved` is all of it, every year until the one person retires. */
  savings: z
    .array(
      z.strictObject({
        /** Of two people, whose it is. */
        whose: z.string().nullable(),
        /** A year, as of today: what is paid first where it begins later has grown by then. */
        amount: usd,
        /** Real, a year from today on, a fraction. */
        growth: z.number(),
        /** Ages of its owner; null where it has begun. */
        from: age.nullable(),
        to: age,
      }),
    )
    .optional(),
  incomes: z.array(
    z.strictObject({
      /** Of two people, whose it is. */
      whose: z.string().nullable(),
      kind: z.enum(otherIncomeKinds),
      /** A year, as paid from its beginning. */
      amount: usd,
      basis: z.enum(['real', 'nominal']),
      /** Age of its owner. */
      from: age,
      to: age.nullable(),
      paidAlready: z.boolean(),
      /** Effective rate that is taken off it, a fraction; absent where none is. */
      taxRate: z.number().optional(),
      /** What is left of it a year once the law has cut it, from an age of its owner on. */
      cut: z.strictObject({ from: age, amount: usd }).optional(),
    }),
  ),
  /** True where the mix changes with age as the plan says. */
  glidePath: z.boolean(),
  /** All else that decides the figures, as sentences; absent where there is nothing else, and in outlines stored before. */
  terms: z.array(z.string()).optional(),
});
export type PlanOutline = z.infer<typeof planOutline>;
