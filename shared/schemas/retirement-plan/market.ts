import * as z from 'zod';
import { ageInYears } from './people.ts';

const name = z.string().min(1).max(60);
const weight = z.number().min(0).max(1e6);

export const asset = z.strictObject({
  name: name.describe(
    'Any name; equity, fixed_income, real_estate, commodities, cash and alternatives have default figures.',
  ),
  weight: weight.describe('Share of every account; shares are scaled to sum to one.'),
  mean: z
    .number()
    .min(-0.5)
    .max(1)
    .optional()
    .describe('Expected yearly return as a fraction; the default’s where not given.'),
  volatility: z.number().min(0).max(2).optional().describe('Standard deviation of the yearly return, as a fraction.'),
  kind: z
    .enum(['arithmetic', 'compound', 'continuous'])
    .default('arithmetic')
    .describe(
      'Which mean it is. continuous: drift and volatility of a geometric Brownian motion (log drift mean - volatility^2 / 2).',
    ),
  basis: z.enum(['nominal', 'real']).default('nominal').describe('Before or after inflation.'),
});
export type Asset = z.infer<typeof asset>;

export const history = z
  .strictObject({
    frequency: z.enum(['year', 'month']).describe('How long a row is.'),
    rows: z
      .array(
        z.strictObject({
          period: z.string().max(20).describe('Year (1998), or year and month (1998-04).'),
          inflation: z.number().gt(-0.9).max(100).describe('Of the period, as a fraction.'),
          returns: z.record(name, z.number().gt(-1).max(100)).describe('Nominal return of each asset.'),
        }),
      )
      .min(2)
      .max(20_000)
      .describe('Each period once and none left out, in any order; they are run oldest first.'),
  })
  .describe(
    'What happened. The command reads it from a CSV file, whose figures are fractions (0.07) or percentages (7%); one too large for a fraction, as in a hyperinflation, needs the sign.',
  );
export type History = z.infer<typeof history>;

const source = z.union([history, z.string().min(1)]).describe('The rows, or (for the command) the path of a CSV file.');

export const returns = z.discriminatedUnion('model', [
  z
    .strictObject({ model: z.literal('lognormal') })
    .describe('Correlated lognormal returns, independent between steps.'),
  z
    .strictObject({
      model: z.literal('student_t'),
      degreesOfFreedom: z
        .number()
        .gt(2)
        .max(1000)
        .describe(
          'The fewer, the fatter the tails; 3 to 8 is usual. Volatility is kept, so near 2 it lies in very rare years alone and all others are calm.',
        ),
    })
    .describe('Multivariate Student-t returns of the same means, volatilities and correlations.'),
  z
    .strictObject({
      model: z.literal('bootstrap'),
      history: source,
      block: z.number().positive().max(50).default(5).describe('Length of the blocks, in years.'),
    })
    .describe('Blocks of years drawn from history, with its inflation.'),
  z
    .strictObject({
      model: z.literal('historical'),
      history: source,
      wrap: z.boolean().default(false).describe('Continue at the first row after the last.'),
    })
    .describe('Every sequence that history holds, once each; `paths` is then their number.'),
]);
export type Returns = z.infer<typeof returns>;

export const fall = z.strictObject({
  age: ageInYears.describe(
    'Age of the first person at the beginning of the step in which it happens; not below today’s.',
  ),
  by: z
    .record(name, z.number().min(0).max(1))
    .describe(
      'Fraction of its value that an asset loses, 0 to 1, after what is paid at the start of the step and before what is paid at its end; an asset left out loses nothing.',
    ),
});
export type Fall = z.infer<typeof fall>;

export const market = z.strictObject({
  assets: z.array(asset).min(1).max(20).describe('What the accounts hold; all hold the same mix.'),
  correlations: z
    .array(
      z.strictObject({
        between: z.tuple([name, name]).describe('Two assets, or an asset and "inflation".'),
        value: z.number().min(-1).max(1).describe('-1 to 1.'),
      }),
    )
    .max(400)
    .default([])
    .describe(
      'Of yearly returns, whatever the steps; "inflation" is a name too (with the return of the asset’s own basis). Pairs not given: the defaults’ where both have them, else 0. With inflation none beyond sqrt(1 - persistence^2) is possible.',
    ),
  glidePath: z
    .array(
      z.strictObject({
        age: z.number().min(0).max(120).describe('Of the first person; rising.'),
        weights: z.record(name, weight).describe('Shares by asset; an asset left out has none.'),
      }),
    )
    .max(120)
    .default([])
    .describe('Weights by age of the first person, in a straight line between; replaces the assets’ weights.'),
  rebalanceYears: z
    .number()
    .int()
    .min(0)
    .max(120)
    .optional()
    .describe(
      'Years between rebalancing to the weights of the day, from today on; 1 where not given, 0 for never. Money goes in and out at the mix of the day.',
    ),
  falls: z
    .array(fall)
    .max(20)
    .optional()
    .describe(
      'Falls at a given age, the same in every future, on top of what the returns of that step are there. They stay at their age in answers that try another retirement.',
    ),
  inflation: z
    .strictObject({
      mean: z.number().min(-0.2).max(1).describe('A year, as a fraction.'),
      volatility: z
        .number()
        .min(0)
        .max(0.5)
        .default(0)
        .describe('Of a year’s inflation, whatever the steps; 0 is fixed inflation.'),
      persistence: z
        .number()
        .min(0)
        .max(0.99)
        .default(0)
        .describe('How much of a year’s deviation from the mean is left in the next.'),
    })
    .optional()
    .describe('Of consumer prices; the default mean, fixed, where not given. History brings its own.'),
  returns: returns.default({ model: 'lognormal' }).describe('How returns are drawn.'),
});
export type MarketPlan = z.infer<typeof market>;
