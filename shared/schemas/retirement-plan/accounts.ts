import * as z from 'zod';
import { owner } from './people.ts';

const usd = z.number().min(0).max(1e15);
const rate = z.number().min(0).max(0.95);
const name = z.string().min(1).max(100);
export const timing = z.enum(['start', 'end']);

export const account = z.strictObject({
  name: name.describe('Unique among the accounts.'),
  type: z
    .enum(['taxable', 'tax_deferred', 'tax_free'])
    .describe('taxable: each year’s return is taxed. tax_deferred: what is withdrawn is taxed. tax_free: neither.'),
  balance: usd.describe('Value today, US dollars.'),
  costBasis: usd
    .optional()
    .describe(
      'taxable only: what was paid for what is held, US dollars. The gain above it is taxed at taxRate as it is withdrawn, in proportion; a loss is not credited. Where not given there is no gain.',
    ),
  taxRate: rate
    .default(0)
    .describe(
      'Effective tax rate as a fraction: of each step’s nominal return (taxable) or of withdrawals (tax_deferred).',
    ),
  fee: z.number().min(0).max(0.2).default(0).describe('Yearly cost as a fraction of the balance.'),
});
export type Account = z.infer<typeof account>;

export const saving = z.strictObject({
  account: name.optional().describe('Account it goes into; the first account where not given.'),
  owner,
  amount: usd.describe('US dollars a year, in today’s money (real).'),
  growth: z.number().min(-0.5).max(0.5).default(0).describe('Real growth of the amount a year, as a fraction.'),
  from: z.number().min(0).max(120).optional().describe('Age of the owner at which it begins; today where not given.'),
  to: z
    .number()
    .min(0)
    .max(120)
    .optional()
    .describe(
      'Age at which it ends, above today’s; the owner’s retirement where not given. An answer that tries another retirement ends a saving there that would go on after it, and moves along one that ends with the retirement; one that the plan itself ends after it stays.',
    ),
  timing: timing.default('end').describe('Added at the start or the end of each step.'),
});
export type Saving = z.infer<typeof saving>;
