// A cut of Social Security by law was to be had at once or never, though everybody asks of the year in which the trust funds are used up.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { projectPlan } from '../../../shared/finance/retirement/engine.ts';
import type { PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { planClaiming } from '../../../shared/finance/question/claiming.ts';
import { outlineOf } from '../../../shared/finance/retirement/portfolio/outline.ts';
import { benefitCut } from '../../../shared/finance/question/benefit-cut.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';
import { aPlan } from './a-plan.ts';

const still: PlanInput['market'] = {
  assets: [{ name: 'cash', weight: 1, mean: 0, volatility: 0 }],
  inflation: { mean: 0 },
};
const until = (age: number) => ({ longevity: { model: 'fixed_age', age } }) as const;
const social = (owner: number, amount: number, claimAt: number) => ({ kind: 'social_security' as const, owner, amount, claimAt }); // prettier-ignore

/** What comes in year by year: the changes of a balance from which nothing is spent and which never grows. */
function received(change: Partial<PlanInput>): number[] {
  const { p50 } = projectPlan(
    aPlan({ market: still, spending: { amount: 0 }, simulation: { paths: 1, seed: 1 }, ...change }),
  ).balance;
  return p50.slice(1).map((balance, year) => balance - (p50[year] ?? NaN));
}

describe('a cut from an age on', () => {
  test('is paid before it, or not after it', () => {
    const people = [{ age: 65, retireAt: 65, ...until(72) }];
    const paid = received({ people, incomes: [social(0, 30_000, 67)], socialSecurityCut: { from: 69, share: 0.2 } });
    expect(paid).toEqual([0, 0, 30_000, 30_000, 24_000, 24_000, 24_000]);
  });

  test('leaves pensions alone, and a survivor’s benefit whole', () => {
    const people = [
      { age: 70, retireAt: 70, ...until(73) },
      { age: 70, retireAt: 70, ...until(80) },
    ];
    const incomes: PlanInput['incomes'] = [
      social(0, 30_000, 67),
      social(1, 10_000, 67),
      { kind: 'pension', owner: 1, amount: 5000, from: 70 },
    ];
    const paid = received({ people, incomes, socialSecurityCut: { from: 75, share: 0.25 } });
    // 40,000 of two, then the larger of the two benefits, then three quarters of that; and the pension beside it.
    expect(paid).toEqual([45_000, 45_000, 45_000, 35_000, 35_000, 27_500, 27_500, 27_500, 27_500, 27_500]);
  });

  const share = fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100);
  const rule = fc.constantFrom<PlanInput['spending']['rule']>({ rule: 'constant_real' }, { rule: 'guyton_klinger' });
  const results = (change: Partial<PlanInput>) => {
    const { success, balance } = projectPlan(aPlan({ simulation: { paths: 60, seed: 4 }, ...change }));
    return { success, balance: balance.p50.map((each) => Math.round(each)) };
  };

  test('is of one person another thing than a smaller income after a larger one', () => {
    fc.assert(
      fc.property(share, rule, fc.integer({ min: 68, max: 90 }), (cut, how, from) => {
        const plan = { people: [{ age: 60, retireAt: 65 }], spending: { amount: 60_000, rule: how } };
        const pension = { kind: 'pension' as const, amount: 30_000, from: 67 };
        const incomes = [
          { ...pension, to: from },
          { ...pension, amount: 30_000 * (1 - cut), from },
        ];
        expect(results({ ...plan, incomes: [social(0, 30_000, 67)], socialSecurityCut: { from, share: cut } })).toEqual(
          results({ ...plan, incomes }),
        );
      }),
      { numRuns: 10, seed: 20261123 },
    );
  });

  test('from today on is of a couple another thing than benefits that are smaller by as much', () => {
    const people = [
      { age: 60, retireAt: 65, ...until(75) },
      { age: 62, retireAt: 65, ...until(92) },
    ];
    fc.assert(
      fc.property(share, rule, (cut, how) => {
        const benefits = (factor: number) => [social(0, 34_000 * factor, 68), social(1, 22_000 * factor, 66)];
        const plan = { people, spending: { amount: 60_000, rule: how } };
        expect(results({ ...plan, incomes: benefits(1), socialSecurityCut: { from: 60, share: cut } })).toEqual(
          results({ ...plan, incomes: benefits(1 - cut) }),
        );
      }),
      { numRuns: 10, seed: 20261123 },
    );
  });
});

describe('a question of a cut', () => {
  const change: PlanChange = {
    what: 'otherIncome', how: 'down_percent', value: 23, per: null, fromAge: null, source: 'social_security', when: 'in_year', time: 2033,
  }; // prettier-ignore
  const goals = { age: 60, retireAt: 65, lifeExpectancy: 95, income: 50_000, contribute: 0 };
  const benefit = { kind: 'social_security' as const, amount: 30_000, from: 64 };

  test('has what is paid before the year cut, or what is paid after it whole', () => {
    const { goals: cut, label } = benefitCut(change, { goals: { ...goals, otherIncome: [benefit] }, year: 2026 });
    expect(cut?.otherIncome).toEqual([
      { ...benefit, to: 67 },
      { ...benefit, amount: 23_100, from: 67 },
    ]);
    expect(label).toBe('Social Security pays 23% less from 2033 on, at age 67, $23,100 a year instead of $30,000');
  });

  test('of a benefit that begins later still pays the whole of it', () => {
    const later = { ...benefit, from: 70 };
    const { goals: cut } = benefitCut(change, { goals: { ...goals, otherIncome: [later] }, year: 2026 });
    expect(cut?.otherIncome).toEqual([{ ...later, amount: 23_100 }]);
  });

  test.each([
    ['there is none to cut', change, [], 'the plan has no Social Security to cut'],
    ['the year is past', { ...change, time: 2020 }, [benefit], '2020 is past'],
    ['nobody lives to see it', { ...change, time: 2080 }, [benefit], 'the plan does not go on to 114'],
  ])('is tried where %s', (_, asked, otherIncome, reason) => {
    const { impossible, goals: cut } = benefitCut(asked, { goals: { ...goals, otherIncome }, year: 2026 });
    expect(impossible).toContain(reason);
    expect(cut).toBeUndefined();
  });
});

describe('a plan with a cut of its own', () => {
  const couple = (from: number) =>
    aPlan({
      people: [
        { name: 'Ana', age: 63, retireAt: 66, ...until(95) },
        { name: 'Ben', age: 61, retireAt: 65, ...until(95) },
      ],
      incomes: [social(0, 27_000, 67), social(1, 22_000, 64)],
      socialSecurityCut: { from, share: 0.23 },
    });

  test('is told by what is paid before it alone', () => {
    expect(outlineOf(couple(70)).incomes).toMatchObject([
      { whose: 'Ana', amount: 27_000, from: 67, cut: { from: 70, amount: 20_790 } },
      { whose: 'Ben', amount: 17_600, from: 64, cut: { from: 68, amount: 13_552 } },
    ]);
    const [first] = outlineOf(couple(65)).incomes;
    expect(first).toMatchObject({ amount: 20_790, from: 67 });
    expect(first).not.toHaveProperty('cut');
  });

  test('or by a note that is missing, as where no future comes to it', () => {
    const notes = (from: number) => projectPlan(couple(from)).notes.join(' ');
    expect(notes(70)).toContain('All Social Security is cut by 23% from Ana turning 70 on');
    expect(notes(110)).toContain('A cut of Social Security from 110 on is not counted: the plan ends before that age.');
    expect(notes(70.5)).toContain('a cut of Social Security at 70.5 counts from 71');
  });

  // By hand, of a full benefit of 1 a year: 1.0 from 67 and 1.24 from 70, each 0.77 of it from 70 on: 3 years of 1, then 0.1848 a year more.
  test('has the break-even age of a later claim from before the cut', () => {
    const { breakEven, label } = planClaiming({ what: 'claimAt', how: 'to', value: 70, per: null, fromAge: null, who: 'Ana' }, couple(70), { named: 0 }); // prettier-ignore
    expect(breakEven).toBe(Math.ceil(70 + 3 / (0.24 * 0.77)));
    expect(label).toContain('which then pays $25,780 a year');
    const whole = planClaiming({ what: 'claimAt', how: 'to', value: 70, per: null, fromAge: null, who: 'Ana' }, couple(110), { named: 0 }); // prettier-ignore
    expect(whole.breakEven).toBe(Math.ceil(70 + 3 / 0.24));
  });

  test('is not put aside in silence where a question asks of another', () => {
    const asked: PlanChange = { what: 'otherIncome', how: 'down_percent', value: 10, per: null, fromAge: null, source: 'social_security', when: 'in_year', time: 2034 }; // prettier-ignore
    expect(benefitCut(asked, { goals: null, plan: couple(70), year: 2026 }).label).toContain('in the place of the plan’s own cut of 23% from 70 on'); // prettier-ignore
  });
});
