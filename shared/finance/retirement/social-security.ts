import type { IncomeStream } from '../../schemas/retirement-plan/incomes.ts';

/** Age at which the full benefit is paid, a survivor's too: of who was born in 1962 or later (a worker's: 1960). 20 CFR 404.409. */
const FULL_RETIREMENT_AGE = 67;
/** Age from which a widow or widower is paid who is not disabled. 20 CFR 404.335. */
export const SURVIVORS_AGE = 60;
/** What of the full benefit is lost by who is widowed at that age, or before. 20 CFR 404.410. */
const LOST_AT_SURVIVORS_AGE = 0.285;
/** A survivor has at least this share of the full benefit where the deceased had claimed early. 20 CFR 404.338. */
const SURVIVORS_LIMIT = 0.825;
/** A hair's breadth of rounding must not cost a month. */
const EPSILON = 1e-9;

/**
 * Share of the full benefit that is paid from a claiming age on, for a full retirement age of 67 (born 1960 or later):
 * 5/9 % less for each of the first 36 months before it, 5/12 % for each further one, 2/3 % more for each month after it up
 * to 70. US Social Security Administration, 20 CFR 404.410 and 404.313. `claimAt` 62 to 70; whole months count.
 */
export function claimingFactor(claimAt: number): number {
  const months = Math.floor((claimAt - FULL_RETIREMENT_AGE) * 12 + EPSILON);
  if (months >= 0) return 1 + (months * 2) / 300;
  const early = -months;
  return 1 - (Math.min(early, 36) * 5) / 900 - (Math.max(0, early - 36) * 5) / 1200;
}

/**
 * Share of the deceased's benefit that age leaves a survivor who begins to receive it at `age`: 71.5 % at 60, rising by the same
 * with every month to all of it at 67. 20 CFR 404.410; charts in SSA's POMS RS 00615.305.
 */
export function survivorsFactor(age: number): number {
  const span = (FULL_RETIREMENT_AGE - SURVIVORS_AGE) * 12;
  const early = Math.ceil((FULL_RETIREMENT_AGE - age) * 12 - EPSILON);
  return 1 - (LOST_AT_SURVIVORS_AGE * Math.min(span, Math.max(0, early))) / span;
}

/**
 * What a survivor is paid of a deceased's Social Security, US dollars a year, real, before tax, where it begins at the survivor's age
 * `age`, from 60 on. Of who died before claiming it is the full benefit, with the credits for delay that were earned by the death; of
 * who had claimed, what was claimed. Less by `survivorsFactor`, and after an early claim no more than the larger of what the deceased
 * was paid and 82.5 % of the full benefit: the limit comes after the reduction. 20 CFR 404.313, 404.338 and 404.410; Social
 * Security Act, section 202(e)(2)(C) and (D); POMS RS 00615.320.
 *
 * @param diedAt age of the deceased at death, in years
 */
export function survivorsBenefit({ amount, claimAt }: SocialSecurity, diedAt: number, age: number): number {
  const claimed = diedAt > claimAt + EPSILON;
  const credited = Math.max(FULL_RETIREMENT_AGE, Math.min(diedAt, claimAt));
  const reduced = claimingFactor(credited) * survivorsFactor(age);
  const early = claimed && claimAt < FULL_RETIREMENT_AGE;
  return amount * (early ? Math.min(reduced, Math.max(claimingFactor(claimAt), SURVIVORS_LIMIT)) : reduced);
}

type SocialSecurity = Pick<Extract<IncomeStream, { kind: 'social_security' }>, 'amount' | 'claimAt'>;
