// A model's plan turned a question round ("save $10,000 more" as saving $10,000 in all), took a month's amount for a year's, left out the
// date or half of the question, or tried what was not asked; and was carried out.
import { ScriptedModel, assistantMessage } from '@openai/agents-core/testing';
import { expect, test } from '@jest/globals';
import { planAnalysis } from '../../../shared/agents/plan-analysis.ts';
import { FULL_PLAN } from '../../../shared/schemas/analysis-plan.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';

const goals = { age: 50, retireAt: 65, lifeExpectancy: 95, income: 85_000, contribute: 25_000 };
const change = (what: PlanChange['what'], how: PlanChange['how'], value: number, more: Partial<PlanChange> = {}): PlanChange => ({ what, how, value, per: null, fromAge: null, ...more }); // prettier-ignore
const planned = (...changes: PlanChange[]) =>
  assistantMessage(JSON.stringify({ ...FULL_PLAN, whatIfs: changes.length === 0 ? [] : [{ changes }] }));
const mixOf = (equity: number, bonds: number): PlanChange => change('mix', 'to', 0, { mix: [{ asset: 'equity', how: 'to', value: equity }, { asset: 'fixed_income', how: 'to', value: bonds }] }); // prettier-ignore

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

test.each<[wrong: string, question: string, plan: PlanChange[], right: Partial<PlanChange>[]]>([
  [
    'a quarter as a year',
    'Could I spend $1,500 more a quarter?',
    [change('income', 'up', 1500, { per: 'year' })],
    [{ what: 'income', per: 'quarter' }],
  ],
  [
    'no date of a sum',
    'What if I receive $90,000 in 8 years?',
    [change('balance', 'up', 90_000)],
    [{ when: 'in_years', time: 8 }],
  ],
  [
    'years as an age',
    'What if I receive $90,000 in 8 years?',
    [change('balance', 'up', 90_000, { when: 'age', time: 8 })],
    [{ when: 'in_years', time: 8 }],
  ],
  [
    'no date of a fall',
    'What if stocks lose 35% in 6 years?',
    [change('stocks', 'down_percent', 35)],
    [{ when: 'in_years', time: 6 }],
  ],
  [
    'another asset',
    'What if bonds return 1%?',
    [change('returns', 'to', 1, { asset: 'equity' })],
    [{ asset: 'fixed_income' }],
  ],
  [
    'another source',
    'What if I get a pension of $9,000 a year from 67?',
    [change('otherIncome', 'to', 9000, { per: 'year', fromAge: 67, source: 'social_security' })],
    [{ source: 'pension' }],
  ],
  [
    'a mix turned round',
    'What if I hold 80% stocks and 20% bonds?',
    [mixOf(20, 80)],
    [{ what: 'mix', mix: mixOf(80, 20).mix ?? null }],
  ],
  [
    'no confidence',
    'How much can I spend with 95% confidence if I retire at 62?',
    [change('retireAt', 'to', 62), change('income', 'enough', 0)],
    [{ what: 'retireAt' }, { how: 'enough', confidence: 95 }],
  ],
  [
    'another crash',
    'What if a crash like 1973 comes the year after I retire?',
    [change('crash', 'to', 2000, { when: 'after_retirement', time: 1 })],
    [{ what: 'crash', value: 1973 }],
  ],
  [
    'half of it',
    'Can I retire at 61 and live to 99?',
    [change('lifeExpectancy', 'to', 99)],
    [{ value: 61 }, { value: 99 }],
  ],
  ['nothing of it', 'Can I retire in 8 years?', [], [{ what: 'retireAt', how: 'in', value: 8 }]],
  [
    'another nought',
    'What if I stop saving now?',
    [change('otherIncome', 'to', 0, { source: 'pension' })],
    [{ what: 'contribute', value: 0 }],
  ],
  [
    'money from retirement on for money from now on',
    'What if I get $12,000 a year of rent from now on?',
    [change('otherIncome', 'to', 12_000, { per: 'year' })],
    [{ what: 'otherIncome', when: 'in_years', time: 0 }],
  ],
  [
    'money for life for money until work stops',
    'What if I get $12,000 a year of rent from now until I retire?',
    [change('otherIncome', 'to', 12_000, { per: 'year', when: 'in_years', time: 0 })],
    [{ what: 'otherIncome', when: 'in_years', time: 0, until: 'retirement' }],
  ],
  ['what is not asked', 'What do my funds cost?', [change('retireAt', 'in', 1)], []],
  ['a crash that is not asked', 'What do my funds cost?', [change('crash', 'to', 2008)], []],
])('a plan that has %s goes back, and then the rules read it: %s', async (_, question, plan, right) => {
  const { output, author } = await planAnalysis({ question, goals }, { model: new ScriptedModel([[planned(...plan)], [planned(...plan)]]) }); // prettier-ignore
  expect(author.model).toBe('narrator');
  expect(output.whatIfs[0]?.changes ?? []).toMatchObject(right);
});

test.each<[question: string, plan: PlanChange[]]>([
  ['Could I spend $1,500 more a quarter?', [change('income', 'up', 1500, { per: 'quarter' })]],
  ['What if I hold 80% stocks and 20% bonds?', [{ ...mixOf(80, 20), mix: mixOf(80, 20).mix?.toReversed() ?? null }]],
  ['What if I stop saving now?', [change('contribute', 'to', 0, { when: 'in_years', time: 0 })]],
  ['What if I save $25,000 a year until 60?', [change('contribute', 'to', 0, { when: 'age', time: 60 })]],
  ['Can I retire at 60?', [change('retireAt', 'to', 60, { who: null, when: null })]],
  [
    'What if I retire at 60 and stocks fall 30% that year?',
    [change('stocks', 'down_percent', 30, { when: 'age', time: 60 }), change('retireAt', 'to', 60)],
  ],
  ['What if I pay $12,000 a year for college for 4 years?', [change('cost', 'to', 12_000, { per: 'year', years: 4 })]],
  ['Am I safe in a crash?', [change('crash', 'to', 2008)]],
])('a plan that says the same in another form is used: %s', async (question, plan) => {
  const { output, author } = await planAnalysis(
    { question, goals },
    { model: new ScriptedModel([[planned(...plan)]]) },
  );
  expect(author.model).not.toBe('narrator');
  expect(output.whatIfs[0]?.changes).toEqual(plan);
});
