import * as z from 'zod';
import { otherIncomeKinds } from '../goals.ts';
import { ageInYears, owner } from './people.ts';

const usd = z.number().min(0).max(1e9);
const taxRate = z.number().min(0).max(0.95).default(0).describe('Effective tax rate on it, as a fraction.');

export const incomeStream = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('social_security'),
      owner,
      amount: usd.describe(
        'Yearly benefit at full retirement age (67), US dollars in today’s money (real), before tax.',
      ),
      claimAt: z
        .number()
        .min(62)
        .max(70)
        .default(67)
        .describe('Claiming age; 62 pays 70% of the amount, 70 pays 124%.'),
      taxRate,
    })
    .describe(
      'US Social Security. Who survives the other receives the larger of their own benefit and the survivor’s (20 CFR 404.335 to 404.338): what the other was paid, at least 82.5% of the full amount, or the full amount where the other died unclaimed, both with the credits for delay earned by then. It is applied for at once, from 60 on, and is less where it begins before 67 (71.5% of it at 60). Left out: waiting for a larger one, limits on earnings, and spouses’, children’s and divorced partners’ benefits.',
    ),
  z
    .strictObject({
      kind: z
        .enum(otherIncomeKinds)
        .exclude(['social_security'])
        .describe('What it is, and is called in the report; it changes no figure.'),
      owner,
      amount: usd.describe('US dollars a year, before tax.'),
      basis: z
        .enum(['real', 'nominal'])
        .default('real')
        .describe('real keeps pace with inflation; nominal stays the same.'),
      from: ageInYears.describe('Age of the owner at which it begins.'),
      to: ageInYears.optional().describe('Age of the owner at which it ends, above today’s; for life where not given.'),
      survivorShare: z.number().min(0).max(1).default(0).describe('Share that a surviving partner goes on receiving.'),
      taxRate,
    })
    .describe('A pension, an annuity, rent, part-time work, or other income: any that is not from the accounts.'),
]);
/** A cut of Social Security by law, from one day on and for everybody who is paid by then or later. */
export const socialSecurityCut = z
  .strictObject({
    from: ageInYears.describe('Age of the first person from which less is paid.'),
    share: z.number().gt(0).max(1).describe('What is cut of every benefit, as a fraction: 0.2 pays 80%.'),
  })
  .describe(
    'A cut of every Social Security benefit by law, a survivor’s too, as where the trust funds are used up: the trustees’ report of 2025 expects that of the old-age and survivors’ fund in 2033, with 77% of the benefits payable from then on.',
  );
export type SocialSecurityCut = z.infer<typeof socialSecurityCut>;

export type IncomeStream = z.infer<typeof incomeStream>;
