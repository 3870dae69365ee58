// "What if Social Security is cut by 23% in 2033?" was not understood: the question that is asked most of it.
import { expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';
import { planAnalysis } from '../../../shared/agents/plan-analysis.ts';
import { cash, line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';
import { reference } from './held-portfolios.ts';

const goals = {
  ...{ age: 50, retireAt: 65, lifeExpectancy: 95, income: 60_000, contribute: 10_000 },
  otherIncome: [{ kind: 'social_security' as const, amount: 30_000, from: 67 }],
};

test.each<[question: string, percent: number, when: 'in_year' | 'age' | 'in_years', time: number]>([
  ['What if Social Security is cut by 23% in 2033?', 23, 'in_year', 2033],
  ['Social Security cut by a quarter in 2034', 25, 'in_year', 2034],
  ['If benefits are cut by 20 percent when the trust fund runs out in 2034, are we still ok?', 20, 'in_year', 2034],
  ['When the trust fund runs out in 2033 and benefits are cut by 23%, will I be fine?', 23, 'in_year', 2033],
  ['What if Congress cuts benefits 20% when the trust fund runs out in 2034?', 20, 'in_year', 2034],
  ['What if I only get 77% of my Social Security from 2033 on?', 23, 'in_year', 2033],
  ['What if Social Security only pays 80% of benefits after 2034?', 20, 'in_year', 2034],
  ['In 2034, Social Security will be cut by 19%. Will my money last?', 19, 'in_year', 2034],
  ['What if there is a 20% cut in Social Security starting in 2035?', 20, 'in_year', 2035],
  ["What if they cut Social Security by 30% when I'm 70?", 30, 'age', 70],
  ['Social Security gets cut 20% after I turn 72', 20, 'age', 72],
  ['What if Social Security is cut 20% in 10 years?', 20, 'in_years', 10],
  ['What if Social Security goes bankrupt in 2034?', 100, 'in_year', 2034],
  ['What happens if no Social Security after 2035?', 100, 'in_year', 2035],
])('%s', async (question, value, when, time) => {
  const { whatIfs, unread = [], outside } = planPlay(question, 50);
  expect(whatIfs.map(({ changes }) => changes)).toMatchObject([
    [{ what: 'otherIncome', how: 'down_percent', source: 'social_security', value, when, time }],
  ]);
  expect([unread, outside]).toEqual([[], []]);
  // A model that plans so is believed too.
  expect((await planAnalysis({ question, goals })).output.whatIfs).toEqual(whatIfs);
});

test.each(['What if Social Security is cut by 23%?', 'What if I only get 70% of my Social Security?'])(
  'without a day it is of all that is ever paid: %s',
  (question) => {
    const [change] = planPlay(question, 50).whatIfs.flatMap(({ changes }) => changes);
    expect(change).toMatchObject({ what: 'otherIncome', source: 'social_security' });
    expect(change?.when ?? null).toBeNull();
  },
);

test('is answered with what is left, and leaves the chance as it is planned', async () => {
  const held = { lines: [line('VTI', 1000, 300), cash(90_000)], instruments: reference, goals };
  const { answer, analysis } = await asked('What if Social Security is cut by 23% in 2033?', held);
  expect(answer).toContain(
    '**Social Security pays 23% less from 2033 on, at age 57, $23,100 a year instead of $30,000**',
  );
  const [tried] = analysis.question?.scenarios ?? [];
  expect(tried?.outcome?.success).toBeLessThan(analysis.retirement?.success ?? 0);
});
