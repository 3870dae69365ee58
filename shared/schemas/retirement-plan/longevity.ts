import * as z from 'zod';

const years = z.number().positive().max(1000);

/** How long a person lives. Everything here is in years. */
export const longevity = z.discriminatedUnion('model', [
  z
    .strictObject({ model: z.literal('fixed_age'), age: z.number().positive().max(120).describe('Age at death.') })
    .describe('Dies at this age; the money must last to it.'),
  z
    .strictObject({ model: z.literal('fixed_years'), years: years.describe('From today.') })
    .describe(
      'Lives this many years from today, whatever the age: an endowment, or a published study of so many years.',
    ),
  z
    .strictObject({ model: z.literal('constant_hazard'), medianYears: years.describe('Years until half have died.') })
    .describe('The same chance of dying at every moment; half are alive after medianYears.'),
  z
    .strictObject({
      model: z.literal('gompertz'),
      mode: z.number().min(30).max(120).describe('Most likely age at death.'),
      dispersion: z.number().positive().max(50).describe('Spread of the age at death.'),
    })
    .describe('Gompertz law: S(x to y) = exp(exp((x - m) / b) (1 - exp((y - x) / b))).'),
  z
    .strictObject({ model: z.literal('us_period_life_table_2025') })
    .describe('US Social Security period life table, 2025 Trustees Report, by sex.'),
  z
    .strictObject({
      model: z.literal('life_table'),
      firstAge: z.number().int().min(0).max(119).default(0).describe('Age of the first probability.'),
      deathProbabilities: z
        .array(z.number().min(0).max(1))
        .min(1)
        .max(150)
        .describe('Chance of dying within a year, age by age from firstAge on; the last is 1.'),
    })
    .describe('A mortality table of your own; for a couple, one each under `people[].longevity`.'),
]);
export type Longevity = z.infer<typeof longevity>;
