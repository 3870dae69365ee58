// Apart from the schema, for the engine's threads load none.
import type { IncomeStream } from './incomes.ts';

export type SocialSecurity = Extract<IncomeStream, { kind: 'social_security' }>;
/** All but Social Security, which has a claiming age and rules of its own. */
export type PrivateIncome = Exclude<IncomeStream, SocialSecurity>;

export const isSocialSecurity = (one: IncomeStream): one is SocialSecurity => one.kind === 'social_security';
export const isPrivateIncome = (one: IncomeStream): one is PrivateIncome => one.kind !== 'social_security';
