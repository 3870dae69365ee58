import { isPrivateIncome } from '../../../schemas/retirement-plan/income-kind.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { power } from './power.ts';
import { spendingShare } from './spending-share.ts';
import { ALL, STATES, alive } from './states.ts';
import { EPSILON, stepOfAge } from './steps.ts';
import { leftByLaw, survivorsBenefits } from './survivors-benefits.ts';
import type { SurvivorsBenefits } from './survivors-benefits.ts';
import { claimingFactor } from '../social-security.ts';
import { usesAmount } from '../spending/used-fields.ts';

/** By state and step, and per step, real, in US dollars, unless it says otherwise. */
export interface Schedule {
  steps: number;
  /** First step in which the accounts are spent from, by state; `steps` where there is none. */
  spendingStart: Int32Array;
  /** The part of the household's spending that this state needs at this age, over steps a year, from spendingStart on; 0 before. 1 of a rule that uses no amount. */
  unit: Float64Array;
  goals: Float64Array;
  /** Income after tax: in today's money, and in the dollars of the day. A survivor's Social Security is here their own alone. */
  real: Float64Array;
  nominal: Float64Array;
  survivors: SurvivorsBenefits;
  /** Savings by account: [account][state * steps + step]. */
  saveStart: Float64Array[];
  saveEnd: Float64Array[];
}

/** Everything about a plan that does not depend on the markets or on when people die, step by step. */
export function schedule(plan: Plan, steps: number): Schedule {
  const { people, spending } = plan;
  const perYear = plan.simulation.stepsPerYear;
  const ageAt = (owner: number, step: number): number => (people[owner]?.age ?? 0) + step / perYear;
  const table = (cell: (state: number, step: number) => number): Float64Array => {
    const cells = new Float64Array(STATES * steps);
    for (let state = 0; state < STATES; state++) {
      if (state > 0 && people.length < 2) break;
      for (let step = 0; step < steps; step++) cells[state * steps + step] = cell(state, step);
    }
    return cells;
  };

  const spendingStart = Int32Array.from({ length: STATES }, (_, state) => {
    const retirements = people.flatMap((person, index) =>
      alive(state, index) ? [stepOfAge(plan, index, person.retireAt)] : [],
    );
    const start = spending.from === undefined ? Math.max(...retirements) : stepOfAge(plan, 0, spending.from);
    return Math.min(steps, Math.max(0, start));
  });
  const first = spendingStart[ALL] ?? 0;
  const share = (state: number, step: number): number =>
    !usesAmount(spending)
      ? 1
      : (people.length > 1 && state !== ALL ? spending.survivorShare : 1) *
        spendingShare(spending, ageAt(0, step), Math.floor(Math.max(0, step - first) / perYear));
  const goals = new Float64Array(STATES * steps);
  for (const goal of spending.goals) {
    const step = stepOfAge(plan, 0, goal.age);
    if (step < 0 || step >= steps) continue;
    for (let state = 0; state < STATES; state++)
      goals[state * steps + step] = (goals[state * steps + step] ?? 0) + goal.amount;
  }
  const benefit = (owner: number, step: number): number =>
    ownBenefit(plan, owner, ageAt(owner, step)) * leftByLaw(plan, step);
  const incomeOf = (basis: 'real' | 'nominal') =>
    plan.incomes.length === 0
      ? new Float64Array(STATES * steps)
      : table(
          (state, step) =>
            privateIncomes(plan, basis, state, step, ageAt) / perYear +
            (basis === 'real' ? benefits(people, state, step, benefit) / perYear : 0),
        );
  const savings = (timing: 'start' | 'end') =>
    plan.accounts.map((account, place) => {
      const own = plan.savings.filter(
        (saving) =>
          saving.timing === timing && (saving.account === undefined ? place === 0 : saving.account === account.name),
      );
      if (own.length === 0) return new Float64Array(STATES * steps);
      return table((state, step) =>
        own.reduce((sum, saving) => {
          const age = ageAt(saving.owner, step) + EPSILON;
          const from = saving.from ?? 0;
          const to = saving.to ?? people[saving.owner]?.retireAt ?? 0;
          const due = alive(state, saving.owner) && age >= from && age < to;
          const years = Math.floor(step / perYear);
          return due ? sum + (saving.amount / perYear) * power(1 + saving.growth, years) : sum;
        }, 0),
      );
    });
  return {
    steps,
    spendingStart,
    unit: table((state, step) => (step >= (spendingStart[state] ?? 0) ? share(state, step) / perYear : 0)),
    goals,
    real: incomeOf('real'),
    nominal: incomeOf('nominal'),
    survivors: survivorsBenefits(plan, steps, benefit),
    saveStart: savings('start'),
    saveEnd: savings('end'),
  };
}

type AgeAt = (owner: number, step: number) => number;

function privateIncomes(plan: Plan, basis: 'real' | 'nominal', state: number, step: number, ageAt: AgeAt): number {
  let sum = 0;
  for (const income of plan.incomes) {
    if (!isPrivateIncome(income) || income.basis !== basis) continue;
    const age = ageAt(income.owner, step) + EPSILON;
    if (age < income.from || (income.to !== undefined && age >= income.to)) continue;
    sum += income.amount * (1 - income.taxRate) * (alive(state, income.owner) ? 1 : income.survivorShare);
  }
  return sum;
}

/** Social Security of everybody alive, each their own. */
const benefits = (people: Plan['people'], state: number, step: number, benefit: AgeAt): number =>
  people.reduce((sum, _, owner) => (alive(state, owner) ? sum + benefit(owner, step) : sum), 0);

/** A person's own Social Security at an age, once it is due, after tax. */
function ownBenefit({ incomes }: Plan, owner: number, age: number): number {
  let sum = 0;
  for (const income of incomes) {
    if (income.kind !== 'social_security' || income.owner !== owner || age + EPSILON < income.claimAt) continue;
    sum += income.amount * claimingFactor(income.claimAt) * (1 - income.taxRate);
  }
  return sum;
}
