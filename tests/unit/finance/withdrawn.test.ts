// So much a year out of the portfolio of a whole plan, with what Social Security pays counted against it as well, or at another amount in
// another year.
import { describe, expect, test } from '@jest/globals';
import { withdrawing } from '../../../shared/finance/question/withdrawn.ts';
import type { PlanInput } from '../../../shared/finance/retirement/engine.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';
import { aPlan } from '../retirement/a-plan.ts';

const change: PlanChange = { what: 'withdraw', how: 'to', value: 3000, per: 'month', fromAge: null };
const security = { kind: 'social_security' as const, amount: 20_000, claimAt: 67 };
const planOf = (more: Partial<PlanInput>) =>
  aPlan({ people: [{ age: 60, retireAt: 65 }], incomes: [security], ...more });
const tried = (more: Partial<PlanInput>, of: PlanChange = change) => withdrawing(of, { goals: null, plan: planOf(more) }); // prettier-ignore

describe('what is withdrawn of a whole plan', () => {
  test('is the same every year, and no income pays for it', () => {
    const { plan, label, impossible } = tried({
      spending: { amount: 70_000, growth: -0.01, survivorShare: 0.7, shareByAge: [{ age: 80, share: 0.8 }] },
    });
    expect([label, impossible]).toEqual([
      'withdraw $36,000 a year from the portfolio, with Social Security on top',
      undefined,
    ]);
    expect(plan?.incomes).toEqual([]);
    expect(plan?.spending).toMatchObject({ amount: 36_000, growth: 0, shareByAge: [], survivorShare: 1 });
  });

  test('is told to be after tax where the plan taxes it', () => {
    const accounts: PlanInput['accounts'] = [{ name: 'IRA', type: 'tax_deferred', balance: 500_000, taxRate: 0.15 }];
    expect(tried({ accounts }).label).toContain('$36,000 a year, after tax, from the portfolio');
  });

  test('is all that is spent where nothing else pays', () => {
    const { plan, label } = tried({ incomes: [], spending: { amount: 70_000, growth: -0.01 } });
    expect(label).toBe('spend $36,000 a year instead of $70,000');
    expect(plan?.spending).toMatchObject({ amount: 36_000, growth: -0.01 });
  });

  test.each([
    ['a rule makes it another sum every year', { spending: { amount: 70_000, rule: { rule: 'guyton_klinger' as const } } }], // prettier-ignore
    ['income is paid, and kept, before spending begins', { people: [{ age: 60, retireAt: 69 }] }],
  ])('is not tried where %s', (_why, more) => {
    const { plan, impossible } = tried(more);
    expect([plan, typeof impossible]).toEqual([undefined, 'string']);
  });

  test('is not tried on top of Social Security alone where something else pays as well', () => {
    const both = [security, { kind: 'pension' as const, amount: 9000, from: 65 }];
    expect(tried({ incomes: both }, { ...change, source: 'social_security' }).impossible).toContain('other income');
    expect(tried({ incomes: both }).label).toContain('with other income on top');
  });
});
