import type { RetirementGoals } from '../../schemas/goals.ts';
import type { Saving } from '../../schemas/retirement-plan/accounts.ts';
import type { IncomeStream } from '../../schemas/retirement-plan/incomes.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { usd } from '../amounts.ts';
import { stepOfAge, stepsOf } from './compile/steps.ts';
import { incomeLabels } from './income-name.ts';
import { lifetime } from './longevity/lifetime.ts';
import { SURVIVORS_AGE } from './social-security.ts';

/** What so small a share of drawn lives, of each person, still sees is in no figure to speak of. */
const RARE = 0.005;

/** First step that a person does not live to, from today: of drawn lives, the one that only `share` of them lives to. */
function endOf({ people, longevity, simulation }: Plan, owner: number, share = RARE): number {
  const person = people[owner];
  if (person === undefined) return 0;
  const years = lifetime(person.longevity ?? longevity, person).years(share);
  return Math.max(1, stepsOf(years, simulation.stepsPerYear));
}

const endOfAll = (plan: Plan): number => Math.max(...plan.people.map((_, owner) => endOf(plan, owner)));

/** Whether one of two may live on alone: not where both live to the same step for certain. */
export const leavesSurvivor = (plan: Plan): boolean =>
  plan.people.length > 1 && (hasDrawnLives(plan) || endOf(plan, 0) !== endOf(plan, 1));

/** The goals that the plan's figures have in them: none of the past, and none that nobody lives to, or hardly anybody. */
export function paidGoals(plan: Plan): Plan['spending']['goals'] {
  const end = endOfAll(plan);
  return plan.spending.goals.filter(({ age }) => {
    const step = stepOfAge(plan, 0, age);
    return step >= 0 && step < end;
  });
}

/** The incomes that the plan's figures have in them: none that has ended, nor begins when nobody lives to receive it. */
export const paidIncomes = (plan: Plan): Plan['incomes'] =>
  plan.incomes.filter((income) => whyNot(plan, spanOf(plan, income)) === null);

/** The cut of Social Security that the plan's figures have in them: none that nobody lives to, or hardly anybody. */
export const countedCut = (plan: Plan): Plan['socialSecurityCut'] =>
  plan.socialSecurityCut !== undefined && stepOfAge(plan, 0, plan.socialSecurityCut.from) < endOfAll(plan)
    ? plan.socialSecurityCut
    : undefined;

/** The savings that the plan's figures have in them: none of nothing, that has ended, or that nobody lives to begin. */
export const paidSavings = (plan: Plan): Plan['savings'] =>
  plan.savings.filter((saving) => saving.amount > 0 && whyNotSaved(plan, saving) === null);

const STARTS: Readonly<Partial<Record<IncomeStream['kind'], string>>> = { pension: 'A pension', annuity: 'An annuity' };

/** Of what a plan says, what no future has, each in a sentence: it is in no figure. */
export function uncountedNotes(plan: Plan): string[] {
  const { spending, incomes, savings } = plan;
  const goals = paidGoals(plan);
  return [
    ...spending.goals
      .filter((goal) => goal.amount > 0 && !goals.includes(goal))
      .map(({ name, age, amount }) => {
        const why = stepOfAge(plan, 0, age) < 0 ? 'that age has passed' : tooLate(plan, `the age of ${age}`);
        return `${name}, ${usd(amount)} at ${age}, is not counted: ${why}.`;
      }),
    ...incomes.flatMap((income) => {
      const why = income.amount > 0 ? whyNot(plan, spanOf(plan, income)) : null;
      return why === null
        ? []
        : [
            `${STARTS[income.kind] ?? incomeLabels[income.kind]} of ${usd(income.amount)} a year is not counted: ${why}.`,
          ];
    }),
    ...savings.flatMap((saving) => {
      const why = saving.amount > 0 ? whyNotSaved(plan, saving) : null;
      return why === null ? [] : [`Saving of ${usd(saving.amount)} a year is not counted: ${why}.`];
    }),
    ...(plan.market.falls ?? []).flatMap(({ age }) =>
      stepOfAge(plan, 0, age) < endOfAll(plan)
        ? []
        : [`A fall at ${age} is not counted: ${tooLate(plan, 'that age')}.`],
    ),
    ...(plan.socialSecurityCut !== undefined && countedCut(plan) === undefined
      ? [
          `A cut of Social Security from ${plan.socialSecurityCut.from} on is not counted: ${tooLate(plan, 'that age')}.`,
        ]
      : []),
    ...(neverSpends(plan) ? ['No yearly spending is counted: the plan ends before it begins.'] : []),
  ];
}

/** From an age of its owner to another, at most until the step in which all end who may have it. */
interface Span {
  owner: number;
  from: number;
  to: number;
  end: number;
}

function spanOf(plan: Plan, income: IncomeStream): Span {
  const { owner } = income;
  if (income.kind === 'social_security') {
    const end = isPaidToSurvivor(plan, owner) ? Infinity : endOf(plan, owner);
    return { owner, from: income.claimAt, to: Infinity, end };
  }
  const end = income.survivorShare > 0 ? endOfAll(plan) : endOf(plan, owner);
  return { owner, from: income.from, to: income.to ?? Infinity, end };
}

/** Whether the other of two may live after this one, at an age at which Social Security pays survivors. */
function isPaidToSurvivor(plan: Plan, owner: number): boolean {
  const other = 1 - owner;
  const from = Math.max(endOf(plan, owner, 1 - RARE), stepOfAge(plan, other, SURVIVORS_AGE));
  return plan.people.length > 1 && from < endOf(plan, other);
}

/** Why nothing is ever paid of it; null where something is. */
function whyNot(plan: Plan, { owner, from, to, end }: Span): string | null {
  const [begins, ends] = [Math.max(0, stepOfAge(plan, owner, from)), stepOfAge(plan, owner, to)];
  if (ends <= 0) return `it ended at ${to}`;
  if (to <= from) return `it would end at ${to}, before it begins at ${from}`;
  if (begins >= end) return tooLate(plan, `its age of ${from}`);
  return begins < ends ? null : `the ages of ${from} and ${to} lie between two steps of the plan`;
}

function whyNotSaved(plan: Plan, { owner, from = 0, to = plan.people[owner]?.retireAt ?? 0 }: Saving): string | null {
  return whyNot(plan, { owner, from, to, end: endOf(plan, owner) });
}

function tooLate(plan: Plan, age: string): string {
  return hasDrawnLives(plan)
    ? `${age} is reached in fewer than one future in a hundred`
    : `the plan ends before ${age}`;
}

const hasDrawnLives = ({ people, longevity }: Plan): boolean =>
  people.some((person) => lifetime(person.longevity ?? longevity, person).random);

/** Whether everybody dies before the household begins to spend, in each of the futures. */
function neverSpends(plan: Plan): boolean {
  const { people, spending } = plan;
  if (hasDrawnLives(plan)) return false;
  if (spending.from !== undefined) return stepOfAge(plan, 0, spending.from) >= endOfAll(plan);
  return people.every(({ retireAt }, owner) => stepOfAge(plan, owner, retireAt) >= endOf(plan, owner));
}

/** Goals with what of them is counted: incomes that have not ended and begin in time, and saving by who still works. */
export function countedGoals(goals: RetirementGoals): RetirementGoals {
  const { otherIncome, ...rest } = goals;
  const counted = otherIncome?.filter((income) => isCounted(goals, income));
  return {
    ...rest,
    contribute: goals.retireAt > goals.age ? goals.contribute : 0,
    ...(counted === undefined || counted.length === 0 ? {} : { otherIncome: counted }),
  };
}

/** Of what the goals say, what is in no figure, each in a sentence. */
export function uncountedGoalNotes(goals: RetirementGoals): string[] {
  const { age, retireAt, contribute, otherIncome = [], lifeExpectancy } = goals;
  return [
    ...otherIncome
      .filter((income) => income.amount > 0 && !isCounted(goals, income))
      .map(({ amount, from, to }) => {
        const ended = to !== undefined && to <= age;
        const why = ended
          ? `it ended at ${to}`
          : `it would begin at ${from}, and the money has to last to ${lifeExpectancy}`;
        return `Other income of ${usd(amount)} a year is not counted: ${why}.`;
      }),
    ...(contribute > 0 && retireAt <= age
      ? [`Saving of ${usd(contribute)} a year is not counted: it ends with the retirement at ${retireAt}.`]
      : []),
  ];
}

function isCounted(
  { age, lifeExpectancy }: RetirementGoals,
  { from, to }: NonNullable<RetirementGoals['otherIncome']>[number],
): boolean {
  return from < lifeExpectancy && (to === undefined || to > age);
}
