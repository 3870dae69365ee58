import type { PlanChange } from '../../schemas/analysis-plan.ts';
import { assetClasses } from '../../schemas/classification.ts';
import type { RetirementGoals } from '../../schemas/goals.ts';
import type { Fall } from '../../schemas/retirement-plan/market.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { labelOf } from '../labels.ts';
import { lifetime } from '../retirement/longevity/lifetime.ts';
import { nameOf } from '../retirement/name-of.ts';
import { EPISODES, returnIn } from '../risk/episodes.ts';
import type { Episode } from '../risk/episodes.ts';
import type { Said } from './sums.ts';

/** Whose plan it is that something falls in, and what is held. */
export interface Setting {
  goals: RetirementGoals | null;
  plan?: Plan | undefined;
  classes?: readonly string[];
  year?: number;
  falls?: readonly Fall[];
}

/** Whether a change falls in a year of the plan: at a date, or as a bad time of the past did. */
export const isDated = ({ what, when = null }: PlanChange): boolean => what === 'crash' || when !== null;

/** A fall of stocks, of the portfolio or of all that once fell, in the year of the plan that the question dates it to. */
export function datedFall(
  change: PlanChange,
  setting: Setting,
): Said & { falls?: readonly Fall[]; impossible?: string } {
  const { falls: before = [], classes = ['equity'] } = setting;
  const episode = episodeOf(change);
  const by = Object.fromEntries(classes.flatMap((name) => lost(change, name, episode)));
  const what = said(change, by, episode);
  const life = lifeOf(setting);
  if (life === null) return { label: what, impossible: WITHOUT_A_PLAN };
  const age = ageOf(change, life, setting.year);
  if (age === null) return { label: what, impossible: 'the question gives it no year' };
  const label = `${what} ${yearOf(change, age, life)}`;
  const impossible = whyNot(change, age, life) ?? (Object.keys(by).length === 0 ? NOTHING : null);
  return impossible === null ? { label, falls: [...before, { age, by }] } : { label, impossible };
}

export const WITHOUT_A_PLAN =
  'there is no retirement plan in which it could come; give your age, the age at which you stop working and the income you want';
const NOTHING = 'nothing that the plan is simulated with is known to fall then';

const episodeOf = ({ what, value }: PlanChange): Episode | undefined =>
  what === 'crash' ? EPISODES.find(({ began }) => began === value) : undefined;

/** What an asset loses. Of a bad time of the past what fell falls again, and what rose stays. */
function lost({ what, value }: PlanChange, name: string, episode: Episode | undefined): [string, number][] {
  if (what === 'balance') return [[name, value / 100]];
  if (what === 'stocks') return name === 'equity' ? [[name, value / 100]] : [];
  const key = assetClasses.find((one) => one === name);
  const fell = key === undefined || episode === undefined ? 0 : -returnIn(episode, key);
  return fell > 0 ? [[name, fell]] : [];
}

const percent = (share: number): string => `${String(Number((100 * share).toFixed(2)))}%`;

function said({ what, value }: PlanChange, by: Fall['by'], episode: Episode | undefined): string {
  if (what === 'balance') return `the portfolio falls by ${percent(value / 100)}`;
  if (what === 'stocks') return `stocks fall by ${percent(value / 100)}`;
  const years = episode?.label.split(', ').at(-1)?.replace('-', ' to ') ?? String(value);
  const falling = Object.entries(by).map(([name, share]) => `${labelOf(name).toLowerCase()} by ${percent(share)}`);
  const all = falling.length > 1 ? `${falling.slice(0, -1).join(', ')} and ${falling.at(-1) ?? ''}` : falling.join('');
  return `a crash like that of ${years}${all === '' ? '' : `, ${all},`}`;
}

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

export function lifeOf({ goals, plan }: Setting): Life | null {
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
  const lives = plan.people.map((person) => lifetime(person.longevity ?? plan.longevity, person).longest);
  return {
    age: first.age,
    // Of two people the money has to last from when the last of them stops working.
    retires: first.age + Math.max(...plan.people.map(({ age, retireAt }) => retireAt - age)),
    end: first.age + Math.max(...lives),
    turns: others.length === 0 ? 'you turn' : `${nameOf(plan.people, 0)} turns`,
    retired: others.length === 0 ? 'you are' : 'both are',
    is: others.length === 0 ? 'you are' : `${nameOf(plan.people, 0)} is`,
  };
}

/** The age of the first person in the year of the fall; null where nothing tells it. */
export function ageOf({ when = null, time = null }: PlanChange, life: Life, year?: number): number | null {
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

function yearOf({ when = null, time = null }: PlanChange, age: number, { turns }: Life): string {
  if (when === null) return 'this year';
  const turning = `the year ${turns} ${String(Number(age.toFixed(2)))}`;
  return when === 'in_year' ? `in ${String(time ?? 0)}, ${turning}` : `in ${turning}`;
}

export function whyNot({ when = null, time = null }: PlanChange, age: number, life: Life): string | null {
  if (age < life.age) {
    if (when === 'in_year') return `${String(time ?? 0)} is past`;
    if (when !== 'age') return `${life.retired} retired already; give it an age or a year`;
    return `age ${String(age)} is past: ${life.is} ${String(life.age)} already`;
  }
  return age >= life.end ? `the plan does not go on to ${String(age)}` : null;
}
