import type { PlanChange } from '../../schemas/analysis-plan.ts';
import type { RetirementGoals } from '../../schemas/goals.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { lifetime } from '../retirement/longevity/lifetime.ts';
import { nameOf } from '../retirement/name-of.ts';

/** Whose plan it is that something comes in, and when today is. */
export interface Setting {
  /** Null where none were given: then only what the portfolio is worth can change. */
  goals: RetirementGoals | null;
  /** A whole plan, in the goals' place. */
  plan?: Plan | undefined;
  /** Of a plan of two people, whose retirement or life a question asks about; of all where it is left out. What comes "that year" comes in that of theirs. */
  who?: number;
  /** Year of the calendar in which today is. */
  year?: number;
}

export const WITHOUT_A_PLAN =
  'there is no retirement plan in which it could come; give your age, the age at which you stop working and the income you want';

export const NO_PLAN =
  'there is no retirement plan to change; give your age, the age at which you stop working and the income you want';

/** Ages are those of the first person, whole or not. */
export interface Life {
  age: number;
  retires: number;
  /** Nobody lives longer. */
  end: number;
  /** Who turns an age, in a sentence, and whose work ends when the plan's does. */
  turns: string;
  retired: string;
  is: string;
}

export function lifeOf({ goals, plan, who }: Setting): Life | null {
  if (goals !== null) {
    return {
      age: goals.age,
      retires: goals.retireAt,
      end: goals.lifeExpectancy,
      turns: 'you turn',
      retired: 'you are',
      is: 'you are',
    };
  }
  const [first, ...others] = plan?.people ?? [];
  if (plan === undefined || first === undefined) return null;
  const one = who === undefined ? undefined : plan.people[who];
  const asked = one === undefined ? plan.people : [one];
  const lives = plan.people.map((person) => lifetime(person.longevity ?? plan.longevity, person).longest);
  return {
    age: first.age,
    // Of two people the money has to last from when the last of them stops working, where the question is not of one.
    retires: first.age + Math.max(...asked.map(({ age, retireAt }) => retireAt - age)),
    end: first.age + Math.max(...lives),
    turns: others.length === 0 ? 'you turn' : `${nameOf(plan.people, 0)} turns`,
    retired: others.length === 0 ? 'you are' : one === undefined ? 'both are' : `${nameOf(plan.people, who ?? 0)} is`,
    is: others.length === 0 ? 'you are' : `${nameOf(plan.people, 0)} is`,
  };
}

/** How a question dates something. */
export type Dated = Pick<PlanChange, 'when' | 'time'>;

/** The age of the first person at which it comes; null where nothing tells it. */
export function ageOf({ when = null, time = null }: Dated, life: Life, year?: number): number | null {
  if (when === null) return life.age;
  if (time === null) return null;
  switch (when) {
    case 'age':
      return time;
    case 'in_years':
      return life.age + time;
    case 'in_year':
      return year === undefined ? null : life.age + time - year;
    case 'before_retirement':
      return life.retires - time;
    case 'after_retirement':
      return life.retires + time;
  }
}

/** Why it is in no future of the plan; null where it is. */
export function whyNot({ when = null, time = null }: Dated, age: number, life: Life): string | null {
  if (age < life.age) {
    if (when === 'in_year') return `${String(time ?? 0)} is past`;
    if (when !== 'age') return `${life.retired} retired already; give it an age or a year`;
    return `age ${String(age)} is past: ${life.is} ${String(life.age)} already`;
  }
  return age >= life.end ? `the plan does not go on to ${String(age)}` : null;
}

/** An age in a sentence, in whole years or of two decimals. */
export const shownAge = (age: number): string => String(Number(age.toFixed(2)));
