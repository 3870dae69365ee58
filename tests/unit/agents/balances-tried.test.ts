// What there is at a day was told of the plan as it is where the question changes the plan, or of the plan of another question.
import { expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';
import { reference } from './held-portfolios.ts';
import { wholePlan } from './portfolios.ts';

const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };
const held = { lines: [line('VTI', 1000, 300)], instruments: reference, goals };
/** What the projection itself has with other goals. */
const balanceOf = (changed: object) => {
  const { retirement } = analyze({ asOf: '2026-03-31', baseCurrency: 'USD', seed: 1, paths: 400, ...held, goals: { ...goals, ...changed } }); // prettier-ignore
  if (retirement === null) throw new Error('no projection');
  return retirement.balance;
};
const shown = (value: number): string =>
  value >= 1e6
    ? `$${Number((value / 1e6).toPrecision(3)).toString()} million`
    : `$${(Math.round(value / 100) * 100).toLocaleString('en-US')}`;

test('the balance with what is changed is the one that a projection of that plan has', async () => {
  const { answer, analysis } = await asked('How much will I have at 65 if I save $10,000 more a year?', held);
  const then = balanceOf({ contribute: 20_000 });
  const at = then.ages.indexOf(65);
  const [told] = analysis.question?.scenarios[0]?.balances?.at ?? [];
  expect(told).toEqual({ age: 65, p5: then.p5[at], p25: then.p25[at], p50: then.p50[at], p75: then.p75[at] });
  const now = balanceOf({});
  expect(answer).toContain(
    `**Save $20,000 a year instead of $10,000**: the median balance at 65 is then ${shown(then.p50[at] ?? 0)} instead of ${shown(now.p50[at] ?? 0)},`,
  );
});

test('the day on which work stops is the one of the plan that is tried', async () => {
  const { analysis } = await asked('How much will I have when I retire if I retire at 60?', held);
  expect(analysis.question?.scenarios[0]?.balances?.at.map(({ age }) => age)).toEqual([60]);
});

test('when a sum is there, and how likely it is, are told with what is changed', async () => {
  const { answer, analysis } = await asked('When will I have $900,000 if I save $30,000 a year?', held);
  const { ages, p50 } = balanceOf({ contribute: 30_000 });
  const first = ages.find((_age, at) => (p50[at] ?? 0) >= 900_000);
  expect(analysis.question?.scenarios[0]?.balances?.reached).toEqual([{ amount: 900_000, age: first }]);
  expect(answer).toContain(`the median balance then first reaches $900,000 at age ${String(first)}.`);
  const { answer: likely } = await asked('Will I have $1 million at 65 if I save $30,000 a year?', held);
  expect(likely).toMatch(/: you then have \$1 million or more at 65 in \d+% of the simulated futures\. The median/);
});

test('a balance at the end of the plan is told, and none after it', async () => {
  const { analysis } = await asked('How much will be left at 95 if I spend $30,000 a year?', held);
  expect(analysis.question?.scenarios[0]?.balances?.at.map(({ age }) => age)).toEqual([95]);
  const { analysis: beyond, answer } = await asked('How much will be left at 99 if I spend $30,000 a year?', held);
  expect(beyond.question?.scenarios[0]?.balances?.at).toEqual([]);
  expect(answer).toContain('What there will be then cannot be said: the plan does not go on to 99.');
});

test('of two people it is told whose age it is', async () => {
  const plan = wholePlan({ spending: { amount: 30_000 }, simulation: { paths: 200, seed: 3 } });
  const { goals: _, ...others } = held;
  const { answer } = await asked('What will we have at 75 if we save $40,000 a year?', { ...others, plan }, goals);
  expect(answer).toMatch(/: the median balance when Ana is 75 is then \$/);
});

test('is believed neither of the plan as it is, nor of another age', async () => {
  const { facts, analysis } = await asked('How much will I have at 65 if I save $10,000 more a year?', held);
  const then = shown(analysis.question?.scenarios[0]?.balances?.at[0]?.p50 ?? 0);
  const caught = (text: string) => checkGrounding([text], facts).strays.length > 0;
  const honest = [`If you save $20,000 a year, the median balance at 65 is ${then}.`, `Saving $20,000 a year, you would have about ${then} at 65 in the median future.`]; // prettier-ignore
  const lies = [`As planned, the median balance at 65 is ${then}.`, `If you save $20,000 a year, the median balance at 70 is ${then}.`, `Under your plan you have ${then} at 65 in the median future.`, `With spending of $36,000, the median balance at 65 is ${then}.`]; // prettier-ignore
  expect(honest.filter(caught)).toEqual([]);
  expect(lies.filter((one) => !caught(one))).toEqual([]);
});
