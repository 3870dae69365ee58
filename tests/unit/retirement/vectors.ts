import { readFileSync } from 'node:fs';
import * as z from 'zod';

const number = z.number();

/** Outside figures for the retirement engine; each block names its source. */
export const vectors = z
  .object({
    milevskyRobinson2005: z.object({
      cases: z.array(
        z.object({
          mu: number,
          sigma: number,
          medianYears: number,
          spendingRate: number,
          ruin: number,
          tolerance: number,
        }),
      ),
    }),
    gompertzSurvival: z.object({
      cases: z.array(
        z.object({ from: number, to: number, mode: number, dispersion: number, survival: number, tolerance: number }),
      ),
    }),
    guytonKlinger: z.object({
      cases: z.array(
        z.object({
          balance: number,
          cpi: number,
          spending: number,
          floor: number.optional(),
          yearIndex: number.optional(),
        }),
      ),
    }),
    lifeExpectancy: z.object({
      cases: z.array(z.object({ sex: z.enum(['male', 'female']), age: number, years: number, tolerance: number })),
    }),
    socialSecurityClaimingFactors: z.object({ byClaimingAge: z.record(z.string(), number) }),
    reference: z.object({
      cases: z.array(
        z.object({ value: number, yearsToRetirement: number, annualIncome: number, correctSuccess: number }),
      ),
    }),
    capitalMarketAssumptions: z.object({
      jpmorganLtcma2026Compound: z.record(z.string(), number),
      vanguardVcmm20250430RangeAndVolatility: z.record(z.string(), z.tuple([number, number, number])),
      correlations1990to2024: z.object({
        stock_bond: number,
        stock_cash: number,
        stock_inflation: number,
        bond_cash: number,
        bond_inflation: number,
        cash_inflation: number,
      }),
      jpmorganLtcma2023CompoundArithmeticVolatility: z.record(z.string(), z.tuple([number, number, number])),
    }),
  })
  .parse(JSON.parse(readFileSync('tests/fixtures/vectors/retirement.json', 'utf8')));

export const lifeTable = z
  .object({ male: z.array(number), female: z.array(number) })
  .parse(JSON.parse(readFileSync('tests/fixtures/vectors/ssa-period-life-table-2025.json', 'utf8')));
