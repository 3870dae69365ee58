import * as z from 'zod';
import { account, saving } from './accounts.ts';
import { incomeStream, socialSecurityCut } from './incomes.ts';
import { longevity } from './longevity.ts';
import { market } from './market.ts';
import { person } from './people.ts';
import { crossCheck } from './cross-check.ts';
import { spending } from './spending.ts';

/** Paths that one projection may have; beyond it the standard error no longer tells. */
export const MAX_PATHS = 1_000_000;

export const simulation = z.strictObject({
  paths: z.number().int().min(1).max(MAX_PATHS).default(10_000).describe('Number of simulated futures.'),
  seed: z.int().default(1).describe('Whole number; the same seed gives the same result everywhere.'),
  stepsPerYear: z.literal([1, 4, 12, 52]).default(1).describe('Steps a year: 1 yearly, 12 monthly.'),
  confidence: z
    .number()
    .gt(0)
    .lt(1)
    .default(0.85)
    .describe('Chance of success that sustainable spending and the earliest retirement age must reach.'),
});

/** A retirement plan: who, what they have, what comes in, what goes out, and what is assumed of the world. */
export const plan = z
  .strictObject({
    $schema: z.string().optional().describe('Where this schema is, for an editor.'),
    people: z.array(person).min(1).max(2).describe('One person, or a couple.'),
    accounts: z.array(account).min(1).max(20).describe('Withdrawn from in this order.'),
    savings: z.array(saving).max(40).default([]).describe('What is paid in.'),
    incomes: z.array(incomeStream).max(40).default([]).describe('Social Security, pensions and other income.'),
    socialSecurityCut: socialSecurityCut.optional(),
    spending: spending.describe('What goes out.'),
    market: market.describe('What is assumed of returns and inflation.'),
    longevity: longevity.default({ model: 'fixed_age', age: 95 }).describe('How long people live.'),
    simulation: simulation.prefault({}).describe('How the futures are simulated.'),
  })
  .superRefine(crossCheck)
  .meta({ title: 'Alex retirement plan', description: 'Input of `npm run --silent project -- plan.json`.' });
export type Plan = z.infer<typeof plan>;
export type PlanInput = z.input<typeof plan>;
