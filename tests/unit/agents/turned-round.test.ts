// A model's plan turned a question round ("save $10,000 more" as saving $10,000 in all), and was carried out.
import { ScriptedModel, assistantMessage } from '@openai/agents-core/testing';
import { expect, test } from '@jest/globals';
import { planAnalysis } from '../../../shared/agents/plan-analysis.ts';
import { FULL_PLAN } from '../../../shared/schemas/analysis-plan.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';

const goals = { age: 50, retireAt: 65, lifeExpectancy: 95, income: 85_000, contribute: 25_000 };
const change = (what: PlanChange['what'], how: PlanChange['how'], value: number): PlanChange => ({ what, how, value, per: null, fromAge: null }); // prettier-ignore
const planned = (one: PlanChange) => assistantMessage(JSON.stringify({ ...FULL_PLAN, whatIfs: [{ changes: [one] }] }));

test.each([
  ['What if I save $8,000 more each year?', change('contribute', 'to', 8000), change('contribute', 'up', 8000)],
  ['What if I save $8,000 a year more?', change('income', 'to', 8000), change('contribute', 'up', 8000)],
  ['Can I spend 15% less?', change('income', 'up_percent', 15), change('income', 'down_percent', 15)],
])('a plan that turns the question round goes back, and then the rules read it: %s', async (question, wrong, right) => {
  const stubborn = new ScriptedModel([[planned(wrong)], [planned(wrong)]]);
  const { output } = await planAnalysis({ question, goals }, { model: stubborn });
  expect(output.whatIfs.map(({ changes }) => changes[0])).toMatchObject([{ what: right.what, how: right.how, value: right.value }]); // prettier-ignore
  const mended = await planAnalysis({ question, goals }, { model: new ScriptedModel([[planned(wrong)], [planned(right)]]) }); // prettier-ignore
  expect(mended.output.whatIfs[0]?.changes).toEqual([right]);
});

test('a price may be paid as a cost or out of the portfolio', async () => {
  const cost = { ...change('cost', 'to', 30_000), when: 'in_years' as const, time: 0 };
  const { output } = await planAnalysis({ question: 'What if I buy a $30,000 car?', goals }, { model: new ScriptedModel([[planned(cost)]]) }); // prettier-ignore
  expect(output.whatIfs[0]?.changes).toEqual([cost]);
});
