import { log } from '../../random/logarithm.ts';
import type { Longevity } from '../../../schemas/retirement-plan/longevity.ts';
import type { Person } from '../../../schemas/retirement-plan/people.ts';
import { gompertzYears } from './gompertz.ts';
import { survivalByYear, yearsAtSurvival } from './life-table.ts';
import { usPeriodLifeTable2025 } from './us-period-life-table-2025.ts';

/** How long one person lives from today. */
export interface Lifetime {
  /** Years lived where a share `chance` (above 0, below 1) of such people are still alive. */
  years: (chance: number) => number;
  /** Nobody lives longer. */
  longest: number;
  /** Whether it differs from path to path. */
  random: boolean;
}

/** The smallest chance that a 32-bit uniform draw can be. */
const RAREST = 2 ** -33;
const LONGEST = 1000;
const OLDEST = 120;

/** The law of one person's remaining years under a longevity model. */
export function lifetime(model: Longevity, person: Person): Lifetime {
  switch (model.model) {
    case 'fixed_age':
      return fixed(model.age - person.age);
    case 'fixed_years':
      return fixed(model.years);
    case 'constant_hazard':
      return random((chance) => Math.min(LONGEST, (-log(chance) / Math.LN2) * model.medianYears));
    case 'gompertz':
      return random((chance) =>
        Math.min(OLDEST - person.age, gompertzYears(person.age, chance, model.mode, model.dispersion)),
      );
    case 'us_period_life_table_2025':
      return byTable(usPeriodLifeTable2025[person.sex ?? 'female'], person.age);
    case 'life_table':
      return byTable(model.deathProbabilities, person.age - model.firstAge);
  }
}

/** `age` counts from that of the table's first probability. */
function byTable(deathProbabilities: readonly number[], age: number): Lifetime {
  const alive = survivalByYear(deathProbabilities, age);
  const firstYear = 1 - (age - Math.floor(age));
  return random((chance) => yearsAtSurvival(alive, firstYear, chance));
}

const fixed = (years: number): Lifetime => ({ years: () => years, longest: years, random: false });
const random = (years: (chance: number) => number): Lifetime => ({ years, longest: years(RAREST), random: true });
