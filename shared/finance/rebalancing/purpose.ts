// What an account is for, as far as its name tells, and what the law lets be paid into it.
import type { AccountType } from '../../schemas/portfolio.ts';
import { usd } from '../amounts.ts';
import { isPlanAtWork } from './representatives.ts';

/** Money that is meant for somebody's education or care, or that is a child's. */
const EDUCATION =
  /(?<![\d#*.-])529(?![-\d])|\bcoverdell\b|\beducation\b|\bcollege\b|\bESA\b|\bRESP\b|\b(?:utma|ugma)\b|\bABLE\b|\btrump account/i;

export const isEducation = (accountName: string): boolean => EDUCATION.test(accountName);

/** Of these what they earn is not taxed where it pays for that; a child's own account (UTMA, UGMA) is taxed as any other. */
const UNTAXED_EDUCATION =
  /(?<![\d#*.-])529(?![-\d])|\bcoverdell\b|\beducation(?:al)? savings\b|\bcollege savings plan\b|\bESA\b|\bABLE\b/i;

export const growsForEducation = (line: { accountName: string; accountType: AccountType }): boolean =>
  line.accountType === 'other' && UNTAXED_EDUCATION.test(line.accountName);

export const isHealth = (accountName: string): boolean => HEALTH.test(accountName);

const HEALTH = /\bh\.?s\.?a\b|health savings/i;
const IRA = /\bira\b|\broth\b|\brollover\b|individual retirement/i;
/** Paid into by an employer, with other limits. */
const OF_EMPLOYERS = /\b(?:sep|simple|sar-?sep)\b/i;

/** What a person may pay into all their IRAs of a year: the IRS's figures of 2026 (Notice 2025-67). */
const IRA_LIMIT = { year: 2026, usual: 7_500, from50: 8_600 } as const;

const isIra = (accountName: string, type: AccountType): boolean =>
  (type === 'tax_deferred' || type === 'tax_free') &&
  IRA.test(accountName) &&
  !OF_EMPLOYERS.test(accountName) &&
  !isPlanAtWork(accountName);

/** What a person may put by of a year in a plan at work (Notice 2025-67) and in an HSA (Rev. Proc. 2025-19). */
const AT_WORK = { usual: 24_500, from50: 32_500 } as const;
const HSA = { alone: 4_400, family: 8_750, from55: 1_000 } as const;
/** Plans at work with that limit; a 401(a) has another. */
const DEFERRED = /\b(?:401\W{0,2}k|403\W{0,2}b|457)(?!\d)|\btsp\b/i;

/** Whether so much new money may go there in a year, and is likely to. */
export function takes(accountName: string, type: AccountType, amount: number, age: number | undefined): boolean {
  if (isEducation(accountName) || HEALTH.test(accountName)) return false;
  return !isIra(accountName, type) || amount <= limitAt(age);
}

const limitAt = (age = 0): number => (age >= 50 ? IRA_LIMIT.from50 : IRA_LIMIT.usual);

/** What stands against so much new money there; null where nothing is known to. */
export function overLimit(
  accountName: string,
  type: AccountType,
  amount: number,
  age: number | undefined,
): string | null {
  const year = IRA_LIMIT.year;
  if (HEALTH.test(accountName) && type !== 'taxable') {
    if (amount <= HSA.alone) return null;
    return `${accountName} takes at most ${usd(HSA.alone)} of new savings in ${year} where the insurance covers one person, ${usd(HSA.family)} where it covers a family, ${usd(HSA.from55)} more from age 55, with what an employer pays in. The rest needs another account.`;
  }
  if (DEFERRED.test(accountName) && (type === 'tax_deferred' || type === 'tax_free')) {
    if (amount <= ((age ?? 0) >= 50 ? AT_WORK.from50 : AT_WORK.usual)) return null;
    return `${accountName} takes at most ${usd(AT_WORK.usual)} of pay in ${year}, ${usd(AT_WORK.from50)} from age 50; what the employer adds or is rolled over comes on top, and some plans and ages allow more. The rest needs another account.`;
  }
  if (!isIra(accountName, type) || amount <= limitAt(age)) return null;
  return `${accountName} takes at most ${usd(IRA_LIMIT.usual)} of new savings in ${year}, ${usd(IRA_LIMIT.from50)} from age 50, all IRAs together; only what is rolled over from another plan may be more. The rest needs another account.`;
}
