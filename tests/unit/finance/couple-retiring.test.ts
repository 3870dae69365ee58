// Of two people one may stop first: what is then saved, from when is spent, and what is taken off was told of the plan as it was.
import { describe, expect, test } from '@jest/globals';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';
import { wholePlan } from '../agents/portfolios.ts';
import { instruments, line } from './portfolios.ts';

const change = (of: Partial<PlanChange>): PlanChange => ({ what: 'retireAt', how: 'to', value: 60, per: null, fromAge: null, ...of }); // prettier-ignore

/** Ana of 57 saves $15,000, Ben of 60 $10,000 a year; one of their accounts states a fee of its own. */
const analysed = (changes: PlanChange[], fee = 0.01) =>
  analyze({
    asOf: '2026-03-31',
    baseCurrency: 'USD',
    lines: [line('STOX', 3000, 100), line('BOND', 3000, 100)],
    instruments,
    seed: 1,
    paths: 300,
    plan: wholePlan({
      people: [
        { name: 'Ana', age: 57, retireAt: 63 },
        { name: 'Ben', age: 60, retireAt: 65 },
      ],
      accounts: [
        { name: 'Joint', type: 'taxable', balance: 300_000, fee },
        { name: '401(k)', type: 'tax_deferred', balance: 300_000 },
      ],
      savings: [
        { account: '401(k)', owner: 0, amount: 15_000 },
        { account: '401(k)', owner: 1, amount: 10_000 },
      ],
      spending: { amount: 45_000 },
      longevity: { model: 'fixed_age', age: 90 },
    }),
    question: { focus: [], outside: [], whatIfs: [{ changes }] },
  });
const labelOf = (...changes: PlanChange[]) => analysed(changes).question?.scenarios[0]?.label;

describe('what two people do is told as they leave the plan', () => {
  test('what has to be saved is not compared with what another, who then saves no more, would have saved as well', () => {
    const label = labelOf(change({}), change({ what: 'contribute', how: 'enough', value: 0 }));
    expect(label).toMatch(/save \$[\d,]+ a year instead of \$15,000 \(the least that lasts in \d+%\)$/i);
  });

  test('where nobody stops saving it is compared with all that is planned', () => {
    const label = labelOf(change({ what: 'contribute', how: 'enough', value: 0 }), change({ what: 'income', value: 60_000 })); // prettier-ignore
    expect(label).toMatch(/instead of \$25,000 \(the least that lasts in \d+%: \$[\d,]+ a year more than planned\)/);
  });

  test('spending begins when both have retired as both are tried, and not as one of them alone is', () => {
    const alone = labelOf(change({ value: 61, who: 'Ana' }));
    const both = labelOf(change({ value: 61, who: 'Ana' }), change({ value: 62, who: 'Ben' }));
    expect(alone).toBe('Ana retires at 61 instead of 63, with spending once both have retired, when Ana is 62');
    expect(both).toMatch(
      /^Ana retires at 61 instead of 63; Ben retires at 62 instead of 65, with spending .*, when Ana is 61$/,
    );
  });
});

describe('of two people', () => {
  const fall = (of: Partial<PlanChange>) => change({ what: 'stocks', how: 'down_percent', value: 25, when: 'after_retirement', time: 0, ...of }); // prettier-ignore

  test('a fall comes in the year in which the one who is named retires, and of a stranger it is not tried', () => {
    const [ana, ben] = ['Ana', 'Ben'].map((who) => analysed([fall({ who })]).question?.scenarios[0]);
    expect([ana?.falls?.[0]?.age, ben?.falls?.[0]?.age]).toEqual([63, 62]);
    expect(analysed([fall({ who: 'Carla' })]).question?.scenarios[0]?.impossible).toBe(
      'nobody of the plan is called Carla',
    );
  });

  test('a sum says whose age it comes at', () => {
    expect(labelOf(change({ what: 'balance', how: 'up', value: 50_000, when: 'in_years', time: 3 }))).toBe(
      'Receive $50,000 when Ana is 60',
    );
    expect(labelOf(change({ what: 'cost', value: 9000, per: 'year', when: 'in_years', time: 3, years: 4 }))).toBe(
      'Pay $9,000 a year out of the portfolio, while Ana is 60 to 63',
    );
  });

  test('who works longer moves the day from which both spend, and that is told', () => {
    expect(labelOf(change({ value: 70, who: 'Ben' }))).toBe(
      'Ben retires at 70 instead of 65, with spending once both have retired, when Ana is 67',
    );
  });
});

test('a fee that the plan states of an account is no cost of the funds', () => {
  const fact = (fee: number, name: string) => factsOf(analysed([], fee)).find((one) => one.name === name);
  expect(fact(0.01, 'assumption.fee.of')?.value).toMatch(/^the fees that the plan states of accounts/);
  expect(fact(0.01, 'assumption.fee')?.how).toMatch(/^Fees of the accounts/);
  expect(fact(0, 'assumption.fee.of')).toBeUndefined();
});
