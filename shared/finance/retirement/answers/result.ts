import * as z from 'zod';

const share = z.number().min(0).max(1);
const usd = z.number();
const nearest = z.strictObject({ p10: usd, p50: usd, p90: usd });

const spendingChange = z.strictObject({
  value: usd.describe('With the change.'),
  change: usd.describe('Less the plan’s own.'),
  standardError: usd.describe('Of change, on the same paths.'),
});

/** Percentiles by age of the first person, over the paths on which somebody is alive; real US dollars. */
const fan = z
  .strictObject({
    ages: z.array(z.number()),
    p5: z.array(usd),
    p25: z.array(usd),
    p50: z.array(usd),
    p75: z.array(usd),
    p95: z.array(usd),
    alive: z.array(share).describe('Share of the paths on which somebody is alive.'),
  })
  .describe('Percentiles by age of the first person, over the paths on which somebody is alive; real US dollars.');
export type PlanFan = z.infer<typeof fan>;

/** The answer to a plan. Money is real (today's US dollars); shares and rates are fractions. */
export const planResult = z.strictObject({
  basis: z.literal('real').describe('All money is in today’s US dollars.'),
  paths: z.number().int(),
  seed: z.number().int(),
  stepsPerYear: z.number().int(),
  success: share.describe(
    'Share of paths on which all spending is met for as long as anybody lives; 1 where spending never begins, as a note then says.',
  ),
  standardError: z.number().describe('Of success: sqrt(p (1 - p) / n).'),
  interval: z.tuple([share, share]).describe('95% Wilson interval of success.'),
  balance: fan.describe('Balance of all accounts at the start of each year, before that year’s withdrawal.'),
  spending: fan.describe('Spending in each year, other income and one-off goals included; 0 before spending begins.'),
  estate: z
    .strictObject({ p5: usd, p25: usd, p50: usd, p75: usd, p95: usd })
    .describe('Left when the last person dies.'),
  ruin: z.strictObject({
    share: share.describe('Share of paths on which the money runs out.'),
    ages: nearest.nullable().describe('Age of the first person when it does, among those paths; null where none does.'),
    byAge: z.array(z.strictObject({ age: z.number(), share })).describe('Share of all paths, by age.'),
  }),
  starts: z
    .strictObject({
      first: z.string(),
      last: z.string(),
      failed: z.array(z.string()).describe('Those from which the money runs out, in the order of time.'),
    })
    .optional()
    .describe(
      'Of historical returns: the first and the last start, as the record names its periods. Absent where returns are drawn.',
    ),
  shortfall: nearest
    .nullable()
    .describe('Spending that cannot be met, in all, among the paths where the money runs out.'),
  confidence: share,
  sustainableSpending: usd
    .nullable()
    .describe(
      'Largest `spending.amount`, real and after tax, that succeeds with this confidence. constant_real: every year’s spending; constant_nominal: the first year’s dollars; guyton_klinger: the first year’s, which the guardrails then move, the `ceiling` at most (`sustainableStop` then says so); floor_and_ceiling: what floor and ceiling are shares of; with `growth` or `shareByAge`: what they apply to. 0 where less than a cent does. null for rules that spend what there is, where spending never begins, and where `sustainableStop` is floor, any or goals.',
    ),
  sustainableSuccess: share
    .nullable()
    .describe(
      'Share of these paths on which the plan succeeds with `sustainableSpending` as its amount: the confidence or a little more, and more than that where the `ceiling` stopped it. Where `sustainableStop` is floor, of the plan at its floor; where it is any, with any amount; where it is goals, with nothing spent but the goals. null where nothing was solved for.',
    ),
  sustainableStop: z
    .enum(['ceiling', 'floor', 'any', 'goals'])
    .nullable()
    .describe(
      'Why it is not the money that decides what is sustainable. ceiling: `sustainableSpending` is the rule’s ceiling, for more is never spent; it succeeds with more than the confidence. floor: the rule never spends less than its floor, and not even that succeeds with this confidence. any: every amount does, for none is spent: a floor_and_ceiling whose floor is 0, or a spending that too few live to. goals: with nothing spent but the one-off goals the plan does not succeed with this confidence. null where the money decides.',
    ),
  spendingCut: share
    .nullable()
    .describe(
      'Share of paths on which a rule that begins with `spending.amount` and follows the markets (guyton_klinger, floor_and_ceiling) spends less than that in some year; null for other rules.',
    ),
  sustainableFan: fan
    .nullable()
    .describe(
      'Spending in each year, as `spending` has it, with `sustainableSpending` as its amount, where years spend something else than that: it follows the markets (guyton_klinger, floor_and_ceiling) or goes by `shareByAge`; null for plans whose amount stays, or is none.',
    ),
  earliestRetirement: z
    .strictObject({
      ages: z.array(z.number()),
      spendingFrom: z
        .number()
        .optional()
        .describe(
          '`spending.from` of that plan, where the plan gives it: its own, or where that is the age at which the last of the people retires, the one at which the last then does.',
        ),
      success: share,
      alone: z
        .array(z.strictObject({ age: z.number(), success: share }).nullable())
        .optional()
        .describe(
          'Where two still work, in their order: the earliest `age` of each by whole years with the other’s as planned, and what the plan then comes to. `ages` are moved alike, which passes these over. null where no age of that one alone is enough.',
        ),
    })
    .nullable()
    .describe(
      'Earliest retirement, by whole years sooner or later alike of all who still work, that succeeds with this confidence: `success` is what the plan with these `ages` as `retireAt`, and `spendingFrom` as `spending.from`, comes to. null where there is none, where nobody works, and for rules that spend what there is: no age makes them fail.',
    ),
  whatIfs: z
    .array(
      z.strictObject({
        key: z.string(),
        label: z.string(),
        success: share,
        change: z.number(),
        standardError: z.number().describe('Of change, on the same paths.'),
        spending: z
          .strictObject({
            median: spendingChange,
            low: spendingChange,
            meanYear: spendingChange,
            lowestYear: spendingChange,
          })
          .optional()
          .describe('What it does to `comparedSpending`; only where `whatIfMeasure` is spending.'),
      }),
    )
    .describe('One change each, on the same futures; the largest effect by `whatIfMeasure` first.'),
  whatIfMeasure: z
    .enum(['success', 'spending'])
    .describe(
      'What the what-ifs are ranked by: `change` of success, or, where a rule that follows the markets lasts on every path whatever is changed, the change of the median of `comparedSpending`.',
    ),
  comparedSpending: z
    .strictObject({
      age: z.number(),
      median: usd,
      low: usd,
      meanYear: usd.describe(
        'Median over the paths of the mean of what is spent a year, over all years of spending lived whole.',
      ),
      lowestYear: usd.describe('Median over the paths of what is spent in the lowest of those years.'),
    })
    .nullable()
    .describe(
      'The plan’s own spending in the year that what-ifs are compared in: ten years after spending begins, or in the middle of fewer; age of the first person, the median and the 5th percentile (19 of 20 paths spend at least this), over the paths on which somebody is alive. null where `whatIfMeasure` is success.',
    ),
  sequence: z
    .array(z.strictObject({ fifth: z.number().int(), earlyReturn: z.number(), success: share }))
    .describe('Success by fifths of the paths, ordered by the real return of the first five years of spending.'),
  market: z.strictObject({
    returns: z.string(),
    assets: z.array(
      z.strictObject({
        name: z.string(),
        weight: z.number().max(1e6).describe('Shares sum to one; cash below zero is a debt.'),
        mean: z.number().describe('Arithmetic, a year.'),
        volatility: z.number(),
        basis: z.enum(['nominal', 'real']),
      }),
    ),
    mean: z.number().describe('Expected yearly return of today’s mix, arithmetic.'),
    volatility: z.number(),
    inflation: z.number(),
  }),
  notes: z.array(z.string()),
});
export type PlanResult = z.infer<typeof planResult>;
