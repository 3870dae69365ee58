import * as z from 'zod';
import { timing } from './accounts.ts';
import { ageInYears } from './people.ts';

const usd = z.number().min(0).max(1e9);
/** As much as any plan could sustain that its accounts can hold: what is solved for has to be an amount that can be given. */
const amount = z.number().min(0).max(1e18);
const share = z.number().min(0).max(1);

export const spendingRule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('constant_real') }).describe('The amount, in today’s money, every year.'),
  z
    .strictObject({ rule: z.literal('constant_nominal') })
    .describe(
      'The amount, in the dollars of the first year of spending, every year: never raised with inflation. `shareByAge` and `growth` apply to it.',
    ),
  z
    .strictObject({ rule: z.literal('percentage'), rate: share.describe('Of the balance, each year.') })
    .describe('A fixed percentage of the balance of the day, on top of other income.'),
  z
    .strictObject({
      rule: z.literal('guyton_klinger'),
      band: z.number().positive().max(1).default(0.2).describe('Width of the guardrails around the first rate.'),
      step: z.number().positive().max(0.5).default(0.1).describe('How much spending is cut or raised at a guardrail.'),
      noCutYears: z.number().min(0).max(100).default(15).describe('No cuts with this many years left, or fewer.'),
      withdrawalRule: z
        .boolean()
        .default(false)
        .describe(
          'Their withdrawal rule: no raise with inflation after a year in which the mix lost (nominal), where the rate is above the first; never made up.',
        ),
      inflationCap: z
        .number()
        .min(0)
        .max(1)
        .optional()
        .describe(
          'Their inflation rule (0.06): spending follows no more than this of a year’s inflation; never made up.',
        ),
      incomeReturn: z
        .number()
        .min(-0.05)
        .max(0.2)
        .default(0.02)
        .describe(
          'Real return a year at which income, changes of spending and goals still to come are spread over the years left.',
        ),
      floor: usd
        .optional()
        .describe(
          'Spending is never below this, US dollars a year in today’s money (real); a survivor’s, below their share of it.',
        ),
      ceiling: usd.optional().describe('Never above this, likewise.'),
    })
    .describe(
      'Guardrails of Guyton & Klinger (2006): their capital preservation and prosperity rules, and with `withdrawalRule` and an `inflationCap` of 0.06 all of theirs on spending. The rate is of what the accounts have to pay a year over the years left (to `planTo`), net of income, also of income that has not begun.',
    ),
  z
    .strictObject({
      rule: z.literal('variable_percentage'),
      realReturn: z
        .number()
        .min(-0.05)
        .max(0.2)
        .describe('Real return a year that the withdrawals are calculated with.'),
    })
    .describe('Variable percentage withdrawal: each year the payment that would use the balance up by `planTo`.'),
  z
    .strictObject({
      rule: z.literal('floor_and_ceiling'),
      rate: share.describe('Of the balance, each year.'),
      floor: share.describe('Spending is never below this share of `amount`.'),
      ceiling: z.number().min(1).max(10).describe('Spending is never above this multiple of `amount`.'),
    })
    .describe('A percentage of the balance, kept between a floor and a ceiling (Bengen, 2001).'),
]);
export type SpendingRule = z.infer<typeof spendingRule>;

export const spendingGoal = z.strictObject({
  name: z.string().min(1).max(100).describe('What it is for.'),
  age: ageInYears.describe('Age of the first person when it is paid; not below today’s.'),
  amount: usd.describe('US dollars in today’s money (real), after tax, on top of all other spending.'),
});

export type SpendingGoal = z.infer<typeof spendingGoal>;

export const spending = z.strictObject({
  amount: amount.describe(
    'US dollars a year in today’s money (real), after tax, other income included. The percentage rules do not use it.',
  ),
  growth: z
    .number()
    .min(-0.2)
    .max(0.2)
    .optional()
    .describe(
      'Real growth of the amount a year, as a fraction, from the second year of spending on; 0 where not given. The percentage rules do not use it.',
    ),
  shareByAge: z
    .array(
      z.strictObject({
        age: ageInYears.describe('Of the first person; rising.'),
        share: z.number().min(0).max(10).describe('Of the amount.'),
      }),
    )
    .max(120)
    .optional()
    .describe(
      'Spending by age, as shares of the amount: a straight line between, level before and after. The percentage rules do not use it.',
    ),
  from: ageInYears
    .optional()
    .describe(
      'Age of the first person at which spending begins; where not given, when all who live have retired. It stays in answers that try another retirement, unless it is the age at which the last of the people retires: then it goes along.',
    ),
  survivorShare: share
    .default(1)
    .describe(
      'Share of the amount that one person alone needs; of floor_and_ceiling, of its floor and ceiling. The percentage rules do not use it.',
    ),
  planTo: ageInYears
    .optional()
    .describe(
      'Age of the first person that guyton_klinger and variable_percentage plan to (no other rule uses it); the end of a fixed life, or 100, where not given.',
    ),
  timing: timing.default('start').describe('Withdrawn at the start or the end of each step.'),
  rule: spendingRule.default({ rule: 'constant_real' }).describe('How spending follows the markets.'),
  goals: z.array(spendingGoal).max(100).default([]).describe('One-off spending.'),
});
export type Spending = z.infer<typeof spending>;
