import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { spendingFrom } from '../work-stops.ts';
import type { Held } from './held.ts';

/** What United States law takes or asks that no projection here reckons with. */
export interface LawNote {
  /** As a part of a list of what is left out, without figures. */
  leftOut: string;
  /** With the law's figures. */
  note: string;
}

/** Until then a withdrawal is charged more, 26 U.S.C. 72(t)(2)(A)(i). */
const EARLY = 59.5;
/** 26 U.S.C. 401(a)(9)(C)(v), as amended by the SECURE 2.0 Act of 2022, section 107. */
const REQUIRED = 73;

/** Of a plan that holds such accounts and comes to such ages. */
export function lawNotes(held: Held, plan: Plan): LawNote[] {
  const { taxShares = {}, purposes } = held;
  const deferred = (taxShares.tax_deferred ?? 0) > 0;
  return [
    ...(deferred && spendsEarly(held, plan)
      ? [
          {
            leftOut: 'the additional tax on early withdrawals from tax-deferred accounts',
            note: 'The plan takes money out of tax-deferred accounts before 59½. Unless an exception applies, such as leaving that employer at 55 or later, it is charged 10% more in tax (26 U.S.C. 72(t)), which is not counted.',
          },
        ]
      : []),
    ...(deferred && comesTo(plan, REQUIRED)
      ? [
          {
            leftOut: 'required minimum distributions',
            note: 'From 73 on (75 for those born in 1960 or later) the law asks for required minimum distributions out of most tax-deferred accounts every year (26 U.S.C. 401(a)(9)), which are taxed as income. They are not worked out: the projection takes out what is spent.',
          },
        ]
      : []),
    ...(purposes?.health === true
      ? [
          {
            leftOut: 'the tax on health savings that pay for anything but medical costs',
            note: 'Health savings accounts are counted as if all they pay for were medical costs. What pays for anything else is taxed as income, with 20% more before 65 (26 U.S.C. 223(f)(4)).',
          },
        ]
      : []),
    ...(purposes?.education === true
      ? [
          {
            leftOut: 'the tax on education savings that pay for anything else',
            note: 'Accounts for education, 529 plans and the like, are counted as growing without tax (26 U.S.C. 529(c)). Of what pays for anything else the earnings are taxed as income, with 10% more (26 U.S.C. 529(c)(6)).',
          },
        ]
      : []),
  ];
}

/** Whether somebody may live to an age: where lives are drawn, they may. */
const comesTo = ({ longevity }: Plan, age: number): boolean => longevity.model !== 'fixed_age' || longevity.age > age;

/** Whether spending begins before that age of one of the people, and is more until then than taxable accounts hold today. */
function spendsEarly({ balance, taxShares = {} }: Held, plan: Plan): boolean {
  const { people, spending } = plan;
  const later = spendingFrom(plan) - (people[0]?.age ?? 0);
  const years = EARLY - Math.min(...people.map(({ age }) => age + later));
  return years > 0 && spending.amount * years > balance * (taxShares.taxable ?? 0);
}
