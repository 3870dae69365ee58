import * as z from 'zod';
import { longevity } from './longevity.ts';

export const MAX_AGE = 120;
/** Ages may be given to a fraction of a year. */
export const ageInYears = z.number().min(0).max(MAX_AGE);

export const person = z.strictObject({
  name: z.string().min(1).max(100).optional().describe('What to call this person.'),
  age: ageInYears.describe('Age today, in years.'),
  retireAt: ageInYears.describe('Age at which this person stops saving. Already past it: retired.'),
  sex: z.enum(['male', 'female']).optional().describe('Needed by the life table only.'),
  longevity: longevity.optional().describe("This person's own length of life, where it differs from the plan's."),
});
export type Person = z.infer<typeof person>;

/** Which of the people something belongs to: 0 is the first. */
export const owner = z
  .number()
  .int()
  .min(0)
  .max(1)
  .default(0)
  .describe('Whose it is: 0 the first person, 1 the second.');
