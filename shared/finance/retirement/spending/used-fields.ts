import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import type { Spending } from '../../../schemas/retirement-plan/spending.ts';
import { listed } from '../../listed.ts';
import { leavesSurvivor } from '../uncounted.ts';

/**
 * Whether the rule spends an amount, or keeps to bounds that are shares of one. A share of the balance needs none, so nothing
 * that changes an amount changes it: a fixed percentage and variable percentage withdrawal spend what there is, whoever is
 * alive and at whatever age.
 */
export const usesAmount = ({ rule: { rule } }: Pick<Spending, 'rule'>): boolean =>
  rule !== 'percentage' && rule !== 'variable_percentage';

/** Whether the amount is what the rule's floor and ceiling are shares of: what changes the amount changes those alone. */
export const hasBounds = ({ rule: { rule } }: Pick<Spending, 'rule'>): boolean => rule === 'floor_and_ceiling';

/** Rules that look at how many years are left. */
const plansAhead = ({ rule: { rule } }: Spending): boolean =>
  rule === 'guyton_klinger' || rule === 'variable_percentage';

/** Share of the amount that one alone spends; 1 where nobody is ever left alone to spend it, or the rule uses no amount. */
export const survivorShareOf = (plan: Plan): number =>
  usesAmount(plan.spending) && leavesSurvivor(plan) ? plan.spending.survivorShare : 1;

/** Of what the plan says of its spending, what changes no figure; a sentence for each reason. */
export function unusedNotes(plan: Plan): string[] {
  const { spending, people } = plan;
  const { amount, growth = 0, shareByAge = [], survivorShare, planTo } = spending;
  const ofAmount = [
    ...(amount > 0 ? ['amount'] : []),
    ...(growth === 0 ? [] : ['growth']),
    ...(shareByAge.length === 0 ? [] : ['shareByAge']),
    ...(survivorShare === 1 ? [] : ['survivorShare']),
  ];
  const unused = [
    ...(usesAmount(spending) ? [] : ofAmount),
    ...(planTo === undefined || plansAhead(spending) ? [] : ['planTo']),
  ];
  const alone = usesAmount(spending) && survivorShare !== 1 && !leavesSurvivor(plan);
  return [
    ...(unused.length === 0
      ? []
      : [
          `The rule of spending does not use ${listed(unused.map((field) => `spending.${field}`))} of the plan: ${unused.length === 1 ? 'it changes' : 'they change'} nothing.`,
        ]),
    ...(alone
      ? [
          `The plan’s spending.survivorShare changes nothing: ${people.length === 1 ? 'it is of one person' : 'neither of the two outlives the other'}.`,
        ]
      : []),
  ];
}
