import type { Longevity } from '../../../schemas/retirement-plan/longevity.ts';
import type { Person } from '../../../schemas/retirement-plan/people.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { lifetime } from '../longevity/lifetime.ts';
import { paidGoals, paidIncomes } from '../uncounted.ts';
import type { WhatIf } from './what-ifs.ts';

const MORE = 5;
const OLDEST = 120;
/** A long life is one that this share of such people have, or a longer one. */
const LONG = 0.1;

/**
 * What living longer would mean: five years more where the end is fixed, and where it is drawn, a life as long as one in ten
 * such people have. What rules plan to stays as it is where lives are drawn: nobody knows beforehand. None where history
 * would be too short for it.
 */
export function longerLife(plan: Plan): WhatIf[] {
  const { people, market, longevity } = plan;
  if (market.returns.model === 'historical' && !market.returns.wrap) return [];
  const models = people.map((person) => person.longevity ?? longevity);
  if (models.every((model) => model.model === 'fixed_age')) return fiveYears(plan);
  if (models.every((model) => model.model === 'fixed_age' || model.model === 'fixed_years')) return [];

  const long = people.map((person, index) => longLife(models[index] ?? longevity, person));
  const lived = people.map((person, index) => {
    const years = long[index] ?? null;
    return years === null ? person : { ...person, longevity: { model: 'fixed_years' as const, years } };
  });
  const ends = people.flatMap((person, index) => {
    const years = long[index] ?? null;
    return years === null ? [] : [{ who: person.name ?? 'One of you', until: endOf(person, years) }];
  });
  const [{ who, until } = { who: '', until: '' }] = ends;
  const label =
    ends.length > 1
      ? `Both live long, ${ends.map((end) => end.until).join(' and ')}, as one in ten of each do`
      : `${people.length === 1 ? 'Live' : `${who} lives`} ${until}, as one in ten do`;
  return [{ key: 'live_long', label, plan: { ...plan, people: lived } }];
}

/** Years until the last whole age that one in ten such people, or a few more, live to; null where the end is fixed. */
function longLife(model: Longevity, person: Person): number | null {
  if (model.model === 'fixed_age' || model.model === 'fixed_years') return null;
  const end = Math.floor(person.age + lifetime(model, person).years(LONG));
  return Math.min(1000, Math.max(1, end - person.age));
}

function endOf(person: Person, years: number): string {
  const age = person.age + years;
  return age <= OLDEST ? `to ${Math.round(age)}` : `${Math.round(years)} more years`;
}

function fiveYears(plan: Plan): WhatIf[] {
  const { people, longevity } = plan;
  const ages = people.map((person) => {
    const model = person.longevity ?? longevity;
    return model.model === 'fixed_age' ? model.age + MORE : OLDEST;
  });
  if (ages.some((age) => age > OLDEST)) return [];
  const [age = OLDEST] = ages;
  const alike = ages.every((one) => one === age);
  const label = alike
    ? `Live ${MORE} years longer, to ${age}`
    : `Both live ${MORE} years longer, to ${ages.join(' and ')}`;
  const lived = people.map((person, index) =>
    person.longevity === undefined
      ? person
      : { ...person, longevity: { model: 'fixed_age' as const, age: ages[index] ?? age } },
  );
  const whole: Longevity = longevity.model === 'fixed_age' ? { ...longevity, age: longevity.age + MORE } : longevity;
  // What is due after the end is none of the plan's: the change is of a longer life alone.
  const paid = { incomes: paidIncomes(plan), spending: { ...plan.spending, goals: paidGoals(plan) } };
  return [{ key: 'live_5_years_longer', label, plan: { ...plan, ...paid, people: lived, longevity: whole } }];
}
