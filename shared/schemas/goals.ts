import * as z from 'zod';
import { assetClass, region } from './classification.ts';
import { fraction } from './decimal.ts';

const years = z.number().int();
const usdPerYear = z.number().min(0).max(100_000_000);

/** What income beside the portfolio's can be. */
export const otherIncomeKinds = ['social_security', 'pension', 'annuity', 'rent', 'work', 'other'] as const;

/** Income that does not come from the portfolio: US dollars of today a year, before tax, from one birthday to another. */
export const otherIncome = z
  .strictObject({
    kind: z.enum(otherIncomeKinds),
    amount: usdPerYear,
    /** Age at which it begins; above today's, or it is paid already. */
    from: years.min(16).max(120),
    /** Age at which it ends; for life where absent. */
    to: years.min(17).max(120).optional(),
  })
  .refine(({ from, to }) => to === undefined || to > from, { path: ['to'], message: 'must be above from' });
export type OtherIncome = z.infer<typeof otherIncome>;

/** What a person wants of their money. All money is in US dollars of today (real) per year; before tax, unless `taxRate` is given. */
export const retirementGoals = z
  .strictObject({
    /** Age today, whole years. */
    age: years.min(16).max(110),
    /** Age at which work stops and spending from the portfolio starts; not above `lifeExpectancy`. */
    retireAt: years.min(16).max(110),
    /** Age the money must last to. */
    lifeExpectancy: years.min(30).max(120).default(95),
    /** Income wanted each year in retirement, today's dollars: what `otherIncome` does not pay is taken from the portfolio. */
    income: usdPerYear,
    /** Saved into the portfolio each year until retirement, today's dollars. */
    contribute: usdPerYear.default(0),
    /** Social Security, pensions and the like; what of it is not spent is saved. Absent: none is counted. */
    otherIncome: z.array(otherIncome).max(10).optional(),
    /**
     * Effective tax rate, a fraction, on withdrawals from tax-deferred accounts and on the returns of taxable ones; `income` is
     * then what is left after tax, and so is `otherIncome`. Absent: nothing is taxed, and all is before tax.
     */
    taxRate: z.number().min(0).max(0.95).optional(),
    /** Chance that the income found to last and the earliest retirement must reach, a fraction; 0.85 where absent. */
    confidence: z.number().gt(0).lt(1).optional(),
  })
  .superRefine((goals, context) => {
    if (goals.lifeExpectancy <= goals.age) {
      context.addIssue({ code: 'custom', path: ['lifeExpectancy'], message: 'must be above age' });
    }
    if (goals.retireAt >= goals.lifeExpectancy) {
      context.addIssue({ code: 'custom', path: ['retireAt'], message: 'must be below lifeExpectancy' });
    }
  });
export type RetirementGoals = z.infer<typeof retirementGoals>;

const sumsToOne = (weights: Record<string, number | undefined>) =>
  Math.abs(Object.values(weights).reduce<number>((sum, weight) => sum + (weight ?? 0), 0) - 1) <= 1e-6;

/** The mix a person aims for; each breakdown sums to 1. */
export const targets = z.strictObject({
  assetClasses: z.partialRecord(assetClass, fraction).refine(sumsToOne, 'weights must sum to 1').optional(),
  regions: z.partialRecord(region, fraction).refine(sumsToOne, 'weights must sum to 1').optional(),
});
export type Targets = z.infer<typeof targets>;
