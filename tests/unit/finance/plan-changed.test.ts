// A question of a whole plan changes what it asks about, and says of what.
import { describe, expect, test } from '@jest/globals';
import { namedIn, planChanged } from '../../../shared/finance/question/plan-changed.ts';
import { outlineOf } from '../../../shared/finance/retirement/portfolio/outline.ts';
import { whatIfs } from '../../../shared/finance/retirement/answers/what-ifs.ts';
import type { PlanInput } from '../../../shared/finance/retirement/engine.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';
import { aPlan } from '../retirement/a-plan.ts';

const worker = { age: 40, retireAt: 65 };
const planOf = (savings: PlanInput['savings'], more: Partial<PlanInput> = {}) =>
  aPlan({ people: [worker], savings, ...more });
const rising = planOf([
  { amount: 10_000, to: 50 },
  { amount: 20_000, from: 50 },
]);
const saving = (how: PlanChange['how'], value: number): PlanChange => ({
  ...{ what: 'contribute', how, value, per: null, fromAge: null },
});
const sums = (savings: readonly { amount: number }[] = []) => savings.map(({ amount }) => Math.round(amount));

describe('a question of saving', () => {
  test('is of what is saved today: what is saved later is not halved by it', () => {
    const { plan, label } = planChanged(saving('to', 15_000), rising);
    expect(label).toBe('save $15,000 a year instead of $10,000, and what the plan saves later stays');
    expect(sums(plan?.savings)).toEqual([15_000, 20_000]);
  });

  test('in percent is of all that is saved', () => {
    const { plan, label } = planChanged(saving('up_percent', 20), rising);
    expect(label).toBe('save $12,000 a year instead of $10,000, and as much of a change in what is saved later');
    expect(sums(plan?.savings)).toEqual([12_000, 24_000]);
  });

  test('is the plan itself where it is what is saved today, whatever the label goes on to say', () => {
    expect([10_000, 15_000].map((sum) => planChanged(saving('to', sum), rising).same)).toEqual([true, false]);
  });

  test('of what grows is of as much as of today, in a what-if too', () => {
    const growing = planOf([{ amount: 10_000, growth: 0.05 }]);
    expect(planChanged(saving('to', 15_000), growing).label).toBe(
      'save $15,000 a year instead of $10,000, as of today',
    );
    const labels = whatIfs(growing, { mean: 0.05, inflation: 0.02 }).map(({ label }) => label);
    expect(labels).toContain('Save 20% more, $12,000 a year as of today');
  });

  test('before saving begins lasts until it does', () => {
    const later = planOf([{ amount: 20_000, from: 50 }]);
    const { plan } = planChanged(saving('to', 5_000), later);
    expect(plan?.savings.map(({ amount, from, to }) => [amount, from, to])).toEqual([
      [20_000, 50, undefined],
      [5_000, undefined, 50],
    ]);
    expect(planChanged(saving('up_percent', 20), later).label).toBe('save 20% more once saving begins');
  });

  test('of a sum that goes into one account and then another is of that sum', () => {
    const accounts: PlanInput['accounts'] = ['a', 'b'].map((name) => ({ name, type: 'tax_free', balance: 1000 }));
    const moving = planOf(
      [
        { amount: 10_000, to: 50, account: 'a' },
        { amount: 10_000, from: 50, account: 'b' },
      ],
      { accounts },
    );
    const { plan, label } = planChanged(saving('to', 15_000), moving);
    expect(label).toBe('save $15,000 a year instead of $10,000');
    expect(sums(plan?.savings)).toEqual([15_000, 15_000]);
  });

  test('the what-if of saving more says what is saved at the same time', () => {
    const label = (plan: ReturnType<typeof planOf>) =>
      whatIfs(plan, { mean: 0.07, inflation: 0.02 }).find(({ key }) => key === 'save_20_percent_more')?.label;
    expect(label(rising)).toBe('Save 20% more, $12,000 a year today and 20% more of what is saved later');
    expect(outlineOf(rising).saved).toBe(10_000);
    expect(label(planOf([{ amount: 20_000, from: 50 }]))).toBe('Save 20% more once saving begins');
    expect(label(planOf([{ amount: 10_000 }, { amount: 5_000 }]))).toBe('Save 20% more, $18,000 a year');
  });
});

describe('a question of retirement', () => {
  const retire = (value: number, plan: ReturnType<typeof planOf>) =>
    planChanged({ what: 'retireAt', how: 'to', value, per: null, fromAge: null }, plan);

  test('does not save after it, saves in added years, and keeps what the plan saves after its own', () => {
    const plan = planOf([
      { amount: 60_000, to: 58 },
      { amount: 20_000, to: 65 },
      { amount: 1_000, to: 70 },
    ]);
    const ends = (value: number) => retire(value, plan).plan?.savings.map(({ to }) => to);
    expect(ends(49)).toEqual([49, 49, 70]);
    expect(ends(60)).toEqual([58, 60, 70]);
    expect(ends(67)).toEqual([58, 67, 70]);
  });

  test('leaves the age from which the plan spends where it is, moves one that is that of retirement, and says so', () => {
    const spending = (from: number) => {
      const { plan, label, spendsFrom = '' } = retire(60, planOf([], { spending: { amount: 40_000, from } }));
      return [plan?.spending.from, `${label}${spendsFrom}`];
    };
    expect(spending(66)).toEqual([66, 'retire at 60 instead of 65, with spending from 66, as planned']);
    expect(spending(65)).toEqual([60, 'retire at 60 instead of 65, with spending from 60']);
    expect(spending(40)).toEqual([40, 'retire at 60 instead of 65']);
  });

  test('of one of two says from when both spend, where that is not then', () => {
    const couple = (ages: readonly [number, number], from?: number) =>
      aPlan({
        people: [
          { name: 'Ana', age: 58, retireAt: ages[0] },
          { name: 'Ben', age: 60, retireAt: ages[1] },
        ],
        spending: { amount: 40_000, ...(from !== undefined && { from }) },
      });
    const label = (plan: ReturnType<typeof couple>, value: number, who?: string) => {
      const said = planChanged({ what: 'retireAt', how: 'to', value, per: null, fromAge: null, who }, plan, who === 'Ana' ? 0 : undefined); // prettier-ignore
      return `${said.label}${said.spendsFrom ?? ''}`;
    };
    expect(label(couple([65, 66]), 62, 'Ana')).toBe(
      'Ana retires at 62 instead of 65, with spending once both have retired, when Ana is 64',
    );
    expect(label(couple([65, 66]), 67, 'Ana')).toBe(
      'Ana retires at 67 instead of 65, with spending once both have retired, when Ana is 67',
    );
    expect(label(couple([65, 60]), 62, 'Ana')).toBe('Ana retires at 62 instead of 65');
    expect(label(couple([65, 66], 70), 62, 'Ana')).toBe(
      'Ana retires at 62 instead of 65, with spending from when Ana is 70, as planned',
    );
    expect(label(couple([65, 66]), 62)).toBe('both retire at 62 instead of at 65 and 66');
  });
});

describe('a question of how long somebody lives', () => {
  const living = (value: number, who?: string, how: PlanChange['how'] = 'to'): PlanChange => ({
    ...{ what: 'lifeExpectancy', how, value, per: null, fromAge: null },
    ...(who === undefined ? {} : { who }),
  });
  const couple = (longevity: PlanInput['longevity']) =>
    aPlan({
      people: [
        { name: 'Ana Maria', age: 58, retireAt: 65, sex: 'female' },
        { name: 'Ben', age: 60, retireAt: 66, sex: 'male' },
      ],
      longevity,
    });
  const drawn = couple({ model: 'us_period_life_table_2025' });

  test.each([
    ['of a drawn life, sooner than half of such people', living(70, 'Ben'), drawn, 'Ben dies at 70'],
    ['of a drawn life, later than half', living(95, 'ben'), drawn, 'Ben lives to 95'],
    ['by the first of several names', living(70, 'Ana'), drawn, 'Ana Maria dies at 70'],
    ['of a fixed one', living(70, 'Ben'), couple({ model: 'fixed_age', age: 90 }), 'Ben dies at 70 instead of 90'],
    ['by years', living(5, 'Ben', 'up'), couple({ model: 'fixed_age', age: 90 }), 'Ben lives to 95 instead of 90'],
  ])('is not of the one whom it names: %s', (_, change, plan, label) => {
    const changed = planChanged(change, plan);
    const ages = changed.plan?.people.map(({ longevity }) => (longevity?.model === 'fixed_age' ? longevity.age : null));
    const who = label.startsWith('Ben') ? 1 : 0;
    expect(changed.label).toBe(label);
    expect(changed.impossible).toBeUndefined();
    expect(ages).toEqual([0, 1].map((index) => (index === who ? Number(/\d+/.exec(label)?.[0]) : null)));
  });

  test('is tried though it has passed, goes beyond every age, or has nothing to count from', () => {
    for (const change of [living(60, 'Ben'), living(121, 'Ben'), living(5, 'Ben', 'up')]) {
      expect(planChanged(change, drawn).impossible).toBeDefined();
    }
    expect(planChanged(living(5, undefined, 'up'), drawn).impossible).toMatch(/ask for an age, or of one of them/);
  });

  test('of both is passed over where the plan has no one age for both', () => {
    const apart = {
      ...drawn,
      people: drawn.people.map((one) => ({ ...one, longevity: { model: 'fixed_age' as const, age: 88 } })),
    };
    for (const plan of [drawn, apart]) {
      const both = planChanged(living(95), plan);
      expect(both).toMatchObject({ label: 'both live to 95', plan: { longevity: { model: 'fixed_age', age: 95 } } });
      expect(both.plan?.people.map(({ longevity }) => longevity)).toEqual([undefined, undefined]);
    }
  });

  test('of both is tried though one of them has passed that age', () => {
    const fixed = couple({ model: 'fixed_age', age: 90 });
    expect(planChanged(living(59), fixed).impossible).toBe('age 59 cannot be planned to');
    expect(planChanged(living(61), fixed).impossible).toBeUndefined();
  });

  test('of somebody whom the plan does not have is tried of those whom it has', () => {
    expect(planChanged(living(70, 'Carla'), drawn)).toEqual({
      label: 'Carla lives to another age',
      impossible: 'nobody of the plan is called Carla',
    });
    const { longevity, people } = drawn;
    const unnamed = { ...drawn, people: people.map(({ name: _name, ...person }) => person), longevity };
    expect(planChanged(living(70, 'Carla'), unnamed, 1).label).toBe('the second person dies at 70');
  });

  test('is of whose first name it is, though another has it as the whole', () => {
    const named = (...names: string[]) => ({
      ...drawn,
      people: drawn.people.map((person, index) => ({ ...person, name: names[index] ?? '' })),
    });
    expect(planChanged(living(70, 'Ana'), named('Ana Maria', 'Ana')).label).toBe('Ana dies at 70');
    expect(namedIn(living(70, 'Ana'), named('Ana Maria', 'Ana Lucia'))).toBeUndefined();
  });

  test('of one person whose life is drawn is not tried', () => {
    const alone = aPlan({
      people: [{ age: 58, retireAt: 65, sex: 'female' }],
      longevity: { model: 'us_period_life_table_2025' },
    });
    expect(planChanged(living(95), alone)).toMatchObject({ label: 'live to 95' });
    expect(planChanged(living(95), alone).impossible).toBeUndefined();
  });
});

test('who lives past the age to which a rule uses up what is held is told so: by that rule nothing fails', () => {
  const rule = { rule: 'variable_percentage' as const, realReturn: 0.03 };
  const lives = (planTo: number | undefined, value: number) =>
    planChanged(
      { what: 'lifeExpectancy', how: 'to', value, per: null, fromAge: null },
      planOf([], { spending: { amount: 0, rule, ...(planTo !== undefined && { planTo }) }, longevity: { model: 'fixed_age', age: 95 } }),
    ).label;
  expect(lives(95, 100)).toBe(
    'the money has to last to 100 instead of 95, with what is held used up at 95 as the rule plans, and other income alone after that',
  );
  expect([lives(100, 100), lives(undefined, 100), lives(95, 90)].join()).not.toContain('used up');
}); // prettier-ignore

test('the Social Security of one of two people leaves the other’s as it is', () => {
  const plan = aPlan({
    people: [
      { name: 'Laura', age: 57, retireAt: 63, sex: 'female' },
      { name: 'Tom', age: 59, retireAt: 65, sex: 'male' },
    ],
    incomes: [22_000, 31_000].map((amount, owner) => ({
      kind: 'social_security' as const,
      owner,
      amount,
      claimAt: 67,
    })),
  });
  const cut = (who: string): PlanChange => ({
    ...{
      what: 'otherIncome',
      how: 'down_percent',
      value: 20,
      per: null,
      fromAge: null,
      source: 'social_security',
      who,
    },
  });
  const { label, plan: then } = planChanged(cut('Laura'), plan);
  expect(label).toBe('Laura’s Social Security of $17,600 a year from age 67 instead of $22,000');
  expect(then?.incomes).toHaveLength(2);
  expect(then?.incomes.map((one) => [one.owner, 'amount' in one ? Math.round(one.amount) : null])).toEqual(
    expect.arrayContaining([
      [0, 17_600],
      [1, 31_000],
    ]),
  );
  expect(planChanged(cut('Carla'), plan).impossible).toBe('nobody of the plan is called Carla');
});

describe('a question of other income of a whole plan', () => {
  const { incomes } = aPlan({
    incomes: [
      { kind: 'pension', amount: 20_000, from: 65 },
      { kind: 'rent', amount: 12_000, from: 60, to: 70 },
      { kind: 'work', amount: 30_000, from: 65, to: 68 },
    ],
  });
  const asked = (change: Partial<PlanChange>) =>
    planChanged(
      { what: 'otherIncome', how: 'to', value: 0, per: 'year', fromAge: null, ...change },
      planOf([], { incomes }),
    );
  const kept = ({ plan }: ReturnType<typeof asked>) =>
    plan?.incomes.map(({ kind, amount }) => `${kind} ${String(amount)}`);

  test('is of the income of that name, and leaves rent and work as they are', () => {
    const more = asked({ source: 'pension', value: 26_000 });
    expect(more.label).toBe('pension of $26,000 a year from age 65 instead of $20,000');
    expect(kept(more)?.toSorted()).toEqual(['pension 26000', 'rent 12000', 'work 30000']);
    const none = asked({ source: 'pension' });
    expect([none.label, kept(none)]).toEqual(['no pension instead of $20,000 a year', ['rent 12000', 'work 30000']]);
  });

  test('in percent of a pension takes as much off its own', () => {
    expect(kept(asked({ source: 'pension', how: 'down_percent', value: 25 }))?.toSorted()).toEqual([
      'pension 15000',
      'rent 12000',
      'work 30000',
    ]);
  });

  test('without a name comes on top of all of it, and is no pension', () => {
    expect(kept(asked({ value: 5000, fromAge: 67 }))).toEqual([
      'pension 20000',
      'rent 12000',
      'work 30000',
      'other 5000',
    ]);
  });

  test('of one of two is of theirs alone, and says where inflation wears it away', () => {
    const couple = aPlan({
      people: [
        { name: 'Ana', age: 58, retireAt: 65 },
        { name: 'Ben', age: 60, retireAt: 66 },
      ],
      incomes: [
        { kind: 'pension', owner: 0, amount: 8000, from: 65 },
        { kind: 'pension', owner: 1, amount: 9000, basis: 'nominal', from: 66 },
      ],
    });
    const ben = {
      what: 'otherIncome',
      how: 'to',
      value: 20_000,
      per: 'year',
      fromAge: null,
      source: 'pension',
      who: 'Ben',
    } as const;
    const { label, plan } = planChanged(ben, couple);
    expect(label).toBe('Ben’s pension of $20,000 a year from age 66 instead of $9,000, not raised with inflation');
    expect(plan?.incomes.map(({ owner, amount }) => [owner, amount])).toEqual([
      [0, 8000],
      [1, 20_000],
    ]);
    expect(planChanged({ ...ben, value: 0 }, couple).label).toBe('none of Ben’s pension instead of $9,000 a year');
  });

  test('that would begin after its end is not tried', () => {
    const bridge = planOf([], { incomes: [{ kind: 'pension', amount: 9000, from: 60, to: 65 }] });
    const later = { what: 'otherIncome', how: 'to', value: 9000, per: 'year', fromAge: 66, source: 'pension' } as const;
    expect(planChanged(later, bridge).impossible).toBe('it would end before it begins');
    expect(planChanged({ ...later, fromAge: 64 }, bridge).impossible).toBeUndefined();
  });
});
