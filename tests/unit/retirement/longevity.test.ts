import { describe, expect, test } from '@jest/globals';
import { gompertzSurvival, gompertzYears } from '../../../shared/finance/retirement/longevity/gompertz.ts';
import { lifeExpectancy, survivalByYear } from '../../../shared/finance/retirement/longevity/life-table.ts';
import { lifetime } from '../../../shared/finance/retirement/longevity/lifetime.ts';
import { usPeriodLifeTable2025 } from '../../../shared/finance/retirement/longevity/us-period-life-table-2025.ts';
import { drawLives, emptyLives } from '../../../shared/finance/retirement/ledger/lives.ts';
import { compile } from '../../../shared/finance/retirement/compile/compile.ts';
import { aPlan } from './a-plan.ts';
import { lifeTable, vectors } from './vectors.ts';

// Milevsky & Robinson, North American Actuarial Journal 4(4), 2000, p. 114.
test.each(vectors.gompertzSurvival.cases)('Gompertz: from $from to $to, mode $mode', (given) => {
  const survival = gompertzSurvival(given.from, given.to, given.mode, given.dispersion);
  expect(Math.abs(survival - given.survival)).toBeLessThanOrEqual(given.tolerance);
  expect(gompertzYears(given.from, survival, given.mode, given.dispersion)).toBeCloseTo(given.to - given.from, 9);
});

describe('the US period life table (Social Security, 2025 Trustees Report)', () => {
  test('is copied without a slip', () => {
    expect([...usPeriodLifeTable2025.male]).toEqual(lifeTable.male);
    expect([...usPeriodLifeTable2025.female]).toEqual(lifeTable.female);
  });

  test.each(vectors.lifeExpectancy.cases)('life expectancy of a $sex at $age', ({ sex, age, years, tolerance }) => {
    expect(Math.abs(lifeExpectancy(usPeriodLifeTable2025[sex], age) - years)).toBeLessThanOrEqual(tolerance);
  });

  test('an age between birthdays lies between its neighbours', () => {
    const years = (age: number) =>
      lifetime({ model: 'us_period_life_table_2025' }, { age, retireAt: 65, sex: 'male' }).years(0.5);
    expect(years(65.5)).toBeLessThan(years(65));
    expect(years(65.5)).toBeGreaterThan(years(66) - 0.01);
    expect(years(65.0000001)).toBeCloseTo(years(65), 5);
  });
});

describe('a mortality table of one’s own', () => {
  const person = { age: 65.5, retireAt: 65, sex: 'male' } as const;
  test('that is the US one gives the same lives, from whatever age it begins', () => {
    const whole = lifetime({ model: 'us_period_life_table_2025' }, person);
    for (const firstAge of [0, 40, 65]) {
      const own = lifetime(
        { model: 'life_table', firstAge, deathProbabilities: lifeTable.male.slice(firstAge) },
        person,
      );
      for (const chance of [0.99, 0.5, 0.1, 1e-6]) expect(own.years(chance)).toBeCloseTo(whole.years(chance), 9);
      expect(own.longest).toBeCloseTo(whole.longest, 9);
    }
  });
  test('rules the lives that are drawn', () => {
    const paths = 20_000;
    const plan = aPlan({ longevity: { model: 'life_table', firstAge: 65, deathProbabilities: [0.1, 0, 0.5, 1] } });
    const lives = emptyLives(paths);
    drawLives(compile(plan), 0, paths, lives);
    const share = (years: number) => lives.end.filter((steps) => steps === years).length / paths;
    expect(Math.abs(share(1) - 0.1)).toBeLessThan(0.007);
    expect(share(2)).toBe(0);
    expect(Math.abs(share(3) - 0.45)).toBeLessThan(0.011);
    expect(Math.abs(share(4) - 0.45)).toBeLessThan(0.011);
  });
});

test('every law falls from 1 to 0: the years at a chance are in order and finite', () => {
  const models = [
    { model: 'constant_hazard', medianYears: 28.1 },
    { model: 'gompertz', mode: 87, dispersion: 10 },
    { model: 'us_period_life_table_2025' },
  ] as const;
  for (const model of models) {
    const law = lifetime(model, { age: 65, retireAt: 65, sex: 'female' });
    let last = 0;
    for (let chance = 0.999; chance > 0; chance -= 0.001) {
      expect(law.years(chance)).toBeGreaterThan(last);
      last = law.years(chance);
    }
    expect(law.longest).toBeGreaterThanOrEqual(last);
    expect(law.longest).toBeLessThanOrEqual(1000);
  }
});

test('simulated couples: each dies by their own table, and somebody lives as often as they should', () => {
  const paths = 40_000;
  const plan = aPlan({
    people: [
      { age: 65, retireAt: 65, sex: 'male' },
      { age: 62, retireAt: 62, sex: 'female' },
    ],
    longevity: { model: 'us_period_life_table_2025' },
  });
  const lives = emptyLives(paths);
  drawLives(compile(plan), 0, paths, lives);
  const alive = (qx: readonly number[], age: number, years: number) => survivalByYear(qx, age)[years] ?? 0;
  for (const years of [10, 20, 30]) {
    const [his, hers] = [alive(lifeTable.male, 65, years), alive(lifeTable.female, 62, years)];
    const count = (lived: Int32Array) => lived.reduce((sum, steps) => (steps > years ? sum + 1 : sum), 0) / paths;
    const within = (seen: number, expected: number) => {
      expect(Math.abs(seen - expected)).toBeLessThan(3 * Math.sqrt((expected * (1 - expected)) / paths));
    };
    within(count(lives.together), his * hers);
    within(count(lives.end), 1 - (1 - his) * (1 - hers));
  }
});
