import { fixed } from '../../amounts.ts';
import type { RetirementGoals } from '../../../schemas/goals.ts';
import type { PlanOutline } from '../../../schemas/plan-outline.ts';
import { oldestFirst } from '../../../schemas/retirement-plan/history-periods.ts';
import type { IncomeStream } from '../../../schemas/retirement-plan/incomes.ts';
import type { Longevity } from '../../../schemas/retirement-plan/longevity.ts';
import type { Person } from '../../../schemas/retirement-plan/people.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import type { Spending } from '../../../schemas/retirement-plan/spending.ts';
import { savedIn, savingsTold } from '../saved.ts';
import { countedCut, paidGoals, paidIncomes } from '../uncounted.ts';
import { claimingFactor } from '../social-security.ts';
import { hasBounds, survivorShareOf, usesAmount } from '../spending/used-fields.ts';
import { nameOf } from '../name-of.ts';
import { boundsOf, furtherTerms } from './further-terms.ts';
import { spendingFrom, workStops } from '../work-stops.ts';

/** What a report says of a plan; goals and incomes that no future has are left out, for they are in no figure. */
export function outlineOf(plan: Plan): PlanOutline {
  const { people, spending, market } = plan;
  const history = 'history' in market.returns ? market.returns.history : null;
  const rows = history === null || typeof history === 'string' ? [] : oldestFirst(history);
  const [first, last] = [rows[0], rows.at(-1)];
  const savings = savingsTold(plan);
  const terms = furtherTerms(plan);
  return {
    people: people.map((person) => ({
      ...(person.name === undefined ? {} : { name: person.name }),
      age: person.age,
      retireAt: person.retireAt,
      lives: lives(person.longevity ?? plan.longevity, person.sex),
    })),
    horizon: horizonOf(plan),
    returns: market.returns.model,
    ...(first === undefined || last === undefined ? {} : { history: { first: first.period, last: last.period } }),
    spendingFrom: spendingFrom(plan),
    spending: {
      rule: changes(spending) ? 'changing' : spending.rule.rule,
      how: howSpent(spending),
      amount: usesAmount(spending) ? spending.amount : null,
      ...amountIs(spending),
      survivorShare: survivorShareOf(plan),
      ...(hasBounds(spending) ? { bounds: true as const } : {}),
      ...boundsOf(spending),
      constant: spending.rule.rule === 'constant_real' && people.length === 1 && !changes(spending),
      goals: paidGoals(plan).map(({ name, age, amount }) => ({ name, age, amount })),
    },
    saved: savedIn(plan).now,
    ...(savings === undefined ? {} : { savings }),
    incomes: paidIncomes(plan).map((income) => incomeOf(plan, income)),
    glidePath: market.glidePath.length > 0,
    ...(terms.length > 0 ? { terms } : {}),
  };
}

function lives(longevity: Longevity, sex?: Person['sex']): string {
  switch (longevity.model) {
    case 'fixed_age':
      return `to age ${longevity.age}`;
    case 'fixed_years':
      return `for ${longevity.years} years`;
    case 'constant_hazard':
      return `with the same chance of dying at any age, half for ${longevity.medianYears} years`;
    case 'gompertz':
      return `by a Gompertz law, most often to age ${longevity.mode}, spread by ${longevity.dispersion} years`;
    case 'us_period_life_table_2025':
      return `by the US period life table of 2025${sex === undefined ? '' : ` for a ${sex === 'male' ? 'man' : 'woman'}`}`;
    case 'life_table':
      return `by a mortality table of the plan’s own from age ${longevity.firstAge}`;
  }
}

function horizonOf({ people, longevity }: Plan): PlanOutline['horizon'] {
  const models = people.map((person) => person.longevity ?? longevity);
  const [model, other] = models;
  if (model?.model === 'fixed_years' && (other === undefined || sameYears(model, other))) {
    return { kind: 'years', years: model.years };
  }
  if (model?.model === 'fixed_age' && other === undefined) return { kind: 'age', age: model.age };
  return { kind: 'life' };
}

const sameYears = (one: Longevity, other: Longevity): boolean =>
  one.model === 'fixed_years' && other.model === 'fixed_years' && one.years === other.years;

/** Age and retirement age, whole years, as far as a target-date mix asks for them: of a couple, when the last of them retires. */
export function workingLife(plan: Plan): { age: number; retireAt: number } {
  return { age: Math.floor(plan.people[0]?.age ?? 0), retireAt: Math.floor(workStops(plan.people)) };
}

/** What a planner of a question has to know of a plan: goals, as near as they come. */
export function goalsInShort(plan: Plan): RetirementGoals {
  const { spending, saved, horizon } = outlineOf(plan);
  const lifeExpectancy = horizon.kind === 'age' ? Math.floor(horizon.age) : 95;
  return { ...workingLife(plan), lifeExpectancy, income: spending.amount ?? 0, contribute: saved };
}

const percent = (share: number): string => `${Number(fixed(share * 100, 2))}%`;

/** Spending that grows, shrinks or goes by age is not the same every year. */
const changes = (spending: Spending): boolean => changesOf(spending).length > 0;

/** An amount that the rule takes shares of is not what the first year spends. */
function amountIs(spending: Spending): { amountIs?: string } {
  if (!usesAmount(spending)) return {};
  const { shareByAge = [] } = spending;
  const bounds = hasBounds(spending);
  if (shareByAge.length === 0)
    return bounds ? { amountIs: 'the sum that the floor and the ceiling are shares of' } : {};
  const what = bounds
    ? 'the floor, the ceiling and each age’s spending are shares of'
    : 'each age’s spending is a share of';
  return { amountIs: `the sum that ${what}` };
}

function howSpent(spending: Spending): string {
  const also = changesOf(spending).join(' and ');
  if (also === '') return byRule(spending);
  switch (spending.rule.rule) {
    case 'constant_real':
      return also;
    case 'constant_nominal':
      return `${byRule(spending)}, but ${also}`;
    case 'floor_and_ceiling':
      return `${byRule(spending)}, which is ${also}`;
    default:
      return `${byRule(spending)}, and ${also}`;
  }
}

/** What changes the amount from year to year beside the rule. An amount in dollars grows as it is, not beyond inflation. */
function changesOf(spending: Spending): string[] {
  const { growth = 0, shareByAge = [], rule } = spending;
  if (!usesAmount(spending)) return [];
  const beyond = rule.rule === 'constant_nominal' ? '' : ' beyond inflation';
  return [
    ...(growth === 0 ? [] : [`${growth > 0 ? 'raised' : 'lowered'} by ${percent(Math.abs(growth))} a year${beyond}`]),
    ...(shareByAge.length === 0 ? [] : ['changed with age as the plan says']),
  ];
}

function byRule({ rule }: Spending): string {
  switch (rule.rule) {
    case 'constant_real':
      return 'the same in today’s money every year';
    case 'constant_nominal':
      return 'kept at that many dollars and never raised with inflation';
    case 'percentage':
      return `${percent(rule.rate)} of the balance each year, on top of other income`;
    case 'guyton_klinger':
      return 'raised and cut by the guardrails of Guyton and Klinger as the markets go';
    case 'variable_percentage':
      return `the share of the balance each year that would use it up by the end at a real return of ${percent(rule.realReturn)}`;
    case 'floor_and_ceiling':
      return `${percent(rule.rate)} of the balance each year, between ${percent(rule.floor)} and ${percent(rule.ceiling)} of that amount`;
  }
}

function incomeOf(plan: Plan, income: IncomeStream): PlanOutline['incomes'][number] {
  const { people } = plan;
  const owner = people[income.owner];
  const whose = people.length === 1 ? null : nameOf(people, income.owner);
  const benefit = income.kind === 'social_security';
  const from = benefit ? income.claimAt : income.from;
  const amount = benefit ? Number((income.amount * claimingFactor(income.claimAt)).toPrecision(12)) : income.amount;
  const law = benefit ? countedCut(plan) : undefined;
  const left = Number((amount * (1 - (law?.share ?? 0))).toPrecision(12));
  // The cut is dated by an age of the first person.
  const age = (owner?.age ?? 0) + (law?.from ?? 0) - (people[0]?.age ?? 0);
  const isCutAtOnce = law !== undefined && age <= Math.max(from, owner?.age ?? 0);
  return {
    whose,
    kind: income.kind,
    amount: isCutAtOnce ? left : amount,
    basis: benefit ? 'real' : income.basis,
    from,
    to: benefit ? null : (income.to ?? null),
    paidAlready: (owner?.age ?? 0) >= from,
    ...(income.taxRate > 0 ? { taxRate: income.taxRate } : {}),
    ...(law !== undefined && !isCutAtOnce ? { cut: { from: Number(age.toFixed(2)), amount: left } } : {}),
  };
}
