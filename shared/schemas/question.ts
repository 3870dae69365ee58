import * as z from 'zod';
import { focusTopic, outsideTopic, unreadPart } from './analysis-plan.ts';
import { fall } from './retirement-plan/market.ts';

/** One thing that a question asks to try, simulated on the very futures of the plan. */
export const scenario = z.strictObject({
  /** What is different, in words of ours: "Retire at 60 instead of 65". */
  label: z.string(),
  /** The portfolio today, base currency, as the scenario has it. */
  balance: z.number(),
  /** What falls at an age of the first person, in every future: fractions by asset. Absent where nothing does. */
  falls: z.array(fall).optional(),
  /** Another mix that is held: shares by asset class, which sum to one, and its expected return and volatility a year, nominal fractions. */
  mix: z
    .strictObject({ shares: z.record(z.string(), z.number()), mean: z.number(), volatility: z.number() })
    .optional(),
  /** What is paid once at an age of the first person, US dollars of today; below zero what comes in. */
  sums: z.array(z.strictObject({ age: z.number(), amount: z.number() })).optional(),
  /**
   * What the question left open, as code found it: an age, or US dollars of today a year; with the chance that the question wants of it, a
   * fraction, where that is not the plan's.
   */
  found: z
    .strictObject({
      what: z.enum(['retireAt', 'income', 'contribute']),
      value: z.number(),
      confidence: z.number().optional(),
    })
    .optional(),
  /** Age by which the later of two claims of Social Security has paid as much in all, real and without interest; where a claim is tried. */
  breakEven: z.number().optional(),
  /** Chance that the money lasts, its change against the plan and the standard error of that change; null without goals. */
  outcome: z
    .strictObject({
      success: z.number(),
      change: z.number(),
      standardError: z.number(),
      /** Of the first person, in those futures in which the money runs out; null where it does in none. */
      medianRuinAge: z.number().nullable().optional(),
    })
    .nullable(),
  /**
   * What the question asks of balances, with everything that is different: US dollars of today at the start of the year at an age of the first person,
   * as quantiles over the futures; the first age at which the median has a sum, null where it never does; the share of the futures with a sum or more.
   */
  balances: z
    .strictObject({
      at: z.array(
        z.strictObject({ age: z.number(), p5: z.number(), p25: z.number(), p50: z.number(), p75: z.number() }),
      ),
      reached: z.array(z.strictObject({ amount: z.number(), age: z.number().nullable() })),
      chances: z.array(z.strictObject({ amount: z.number(), age: z.number(), chance: z.number() })),
    })
    .optional(),
  /** Whether it is the plan itself: nothing is different. */
  same: z.boolean().optional(),
  /** Why it could not be simulated; null where it was. */
  impossible: z.string().nullable(),
});
export type Scenario = z.infer<typeof scenario>;

/** What code made of a person's question. */
export const answeredQuestion = z.strictObject({
  /** As it was asked, so that what research says of it can be searched for. */
  asked: z.string().optional(),
  focus: z.array(focusTopic),
  outside: z.array(outsideTopic),
  scenarios: z.array(scenario),
  /** Days at which it asks what there will be, as ages of the first person; or why there is no balance of one. */
  balancesAt: z.array(z.strictObject({ age: z.number(), missing: z.string().optional() })).optional(),
  /** Sums that it asks for, US dollars of today, and the first age at which the median balance has them; null where it never does. */
  balancesReached: z.array(z.strictObject({ amount: z.number(), age: z.number().nullable() })).optional(),
  /** Sums, US dollars of today, and in what share of the futures there is as much or more at an age; or why that is not known. */
  balanceChances: z
    .array(
      z.strictObject({
        amount: z.number(),
        age: z.number(),
        chance: z.number().optional(),
        missing: z.string().optional(),
      }),
    )
    .optional(),
  /**
   * Sums, US dollars of today, to be there at an age of the first person, and the least that has to be saved a year from today until work
   * stops so that they are in half of the futures and in a share of `confidence` (a fraction): US dollars of today a year, null where no
   * amount does it; beside what the plan saves today. Or why that is not known.
   */
  savingsGoals: z
    .array(
      z.strictObject({
        amount: z.number(),
        age: z.number(),
        per: z.enum(['year', 'month']),
        confidence: z.number(),
        planned: z.number(),
        half: z.number().nullable(),
        likely: z.number().nullable(),
        missing: z.string().optional(),
      }),
    )
    .optional(),
  /** What of it was not tried, in its own words. */
  unread: z.array(unreadPart).optional(),
});
export type AnsweredQuestion = z.infer<typeof answeredQuestion>;
