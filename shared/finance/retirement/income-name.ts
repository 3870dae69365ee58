import type { OtherIncome } from '../../schemas/goals.ts';

/** What each kind of income is called. */
export const incomeLabels: Readonly<Record<OtherIncome['kind'], string>> = {
  social_security: 'Social Security',
  pension: 'Pension',
  annuity: 'Annuity',
  rent: 'Rent',
  work: 'Work',
  other: 'Other income',
};

/** The same within a sentence. */
export const incomeName = (kind: OtherIncome['kind']): string =>
  kind === 'social_security' ? incomeLabels[kind] : incomeLabels[kind].toLowerCase();
