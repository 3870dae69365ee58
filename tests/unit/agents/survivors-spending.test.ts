// A couple's percentiles are over two people and one: what falls by a death is not told as what the markets do.
import { describe, expect, test } from '@jest/globals';
import { inColumn } from '../../../shared/agents/models/narrator/wording/money.ts';
import { chooseCharts } from '../../../shared/agents/choose-charts.ts';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { buildCharts } from '../../../shared/charts/build.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import type { PlanInput } from '../../../shared/schemas/retirement-plan/plan.ts';
import { instruments, line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';
import { wholePlan } from './portfolios.ts';

const lines = [line('STOX', 6500, 100), line('BOND', 5000, 100)];

async function told(spending: PlanInput['spending']) {
  const plan = wholePlan({ spending, simulation: { paths: 400, seed: 3 } });
  const analysis = analyze({ asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1, plan });
  const facts = factsOf(analysis);
  const { output, check } = await writeRetirement(facts);
  expect(check.strays).toEqual([]);
  const charts = await chooseCharts(facts, buildCharts(analysis));
  expect(charts.check.strays).toEqual([]);
  return { analysis, facts, text: output.sections.map(({ body }) => body).join('\n'), charts: charts.output.charts };
}

describe('a couple whose survivor spends less', () => {
  test('reads which part of a lower spending is a death', async () => {
    const { text } = await told({ amount: 60_000, survivorShare: 0.7, rule: { rule: 'guyton_klinger' } });
    expect(text).toContain('changes with the markets, and with who is alive');
    expect(text).toContain('spends 70% of that, $42,000 a year');
    expect(text).toContain('whoever is left alone spends 70% of what both would');
    expect(text).toContain('all that one alone wants');
  });

  test('reads why the money may last longer when one of the two dies early', async () => {
    const plan = wholePlan({ spending: { amount: 60_000, survivorShare: 0.7 }, simulation: { paths: 300, seed: 3 } });
    const { answer } = await asked('What if Ben dies at 70?', { lines, instruments, plan }, null);
    expect(answer).toContain('**Ben dies at 70**');
    expect(answer).toContain('From a death on whoever is left alone spends 70% of what both would');
    const { answer: other } = await asked('What if Ben retires at 64?', { lines, instruments, plan }, null);
    expect(other).not.toContain('From a death on');
  });

  test('is not told that spending is the same every year', async () => {
    const { analysis, text } = await told({ amount: 60_000, survivorShare: 0.7 });
    expect(text).toContain('Whoever is left alone spends 70% of that');
    const captions = buildCharts(analysis).filter(({ id }) => id === 'retirement-spending');
    expect(captions.map(({ caption }) => caption).join(' ')).toContain('70% of it for one alone');
  });

  test('reads nothing of it where one alone spends as much', async () => {
    const { text, facts } = await told({ amount: 60_000, rule: { rule: 'guyton_klinger' } });
    expect(text).not.toMatch(/left alone|who is alive\./);
    expect(facts.some(({ name }) => name.startsWith('goals.plan.survivor'))).toBe(false);
  });

  test.each([
    ['a percentage of the balance', { rule: 'percentage', rate: 0.04 }],
    ['variable percentage withdrawal', { rule: 'variable_percentage', realReturn: 0.03 }],
  ] as const)('reads nothing of it under %s, which spends as much whoever is alive', async (_rule, rule) => {
    const { analysis, text, facts } = await told({ amount: 60_000, survivorShare: 0.7, growth: -0.05, rule });
    expect(text).not.toMatch(/left alone|who is alive\.|beyond inflation/);
    expect(facts.some(({ name }) => name.startsWith('goals.plan.survivor'))).toBe(false);
    expect(JSON.stringify(buildCharts(analysis))).not.toMatch(/one alone|beyond inflation/);
    expect(analysis.retirement?.notes.join(' ')).toContain(
      'does not use spending.amount, spending.growth and spending.survivorShare',
    );
  });

  test('reads of a floor and a ceiling that those are lower, for the balance need not reach them', async () => {
    const rule = { rule: 'floor_and_ceiling', rate: 0.05, floor: 0.2, ceiling: 5 } as const;
    const { text } = await told({ amount: 60_000, survivorShare: 0.7, rule });
    expect(text).not.toMatch(/left alone spends|one alone wants/);
    expect(text).toContain('Spending is reckoned from $60,000 a year');
    expect(text).toContain('For whoever is left alone, the floor and the ceiling are 70% of what they are for two');
  });
});

describe('the fan of balances where lives are random', () => {
  test('has a caption of its own line, not of what is left over all deaths', async () => {
    const { analysis, charts } = await told({ amount: 60_000, rule: { rule: 'guyton_klinger' } });
    const caption = charts.find(({ id }) => id === 'retirement-balance')?.caption ?? '';
    const [, age = ''] = /at (\d+), in today’s dollars/.exec(caption) ?? [];
    const fan = analysis.retirement?.balance;
    expect(fan?.ages).toContain(Number(age));
    expect(caption).not.toContain('in the end');
  });

  test('stands beside that of spending, where spending follows the markets', async () => {
    const { charts } = await told({ amount: 60_000, rule: { rule: 'guyton_klinger' } });
    expect(charts.map(({ id }) => id)).toEqual(expect.arrayContaining(['retirement-balance', 'retirement-spending']));
  });
});

test('a column of figures has one precision', () => {
  expect(['$1.3 million', '$1.29 million', '$12 million', '$132 million', '$1 billion', '$950,000', '€2.5 million'].map(inColumn)).toEqual(['$1.30 million', '$1.29 million', '$12.0 million', '$132 million', '$1.00 billion', '$950,000', '€2.50 million']); // prettier-ignore
});

describe('balances of those alive', () => {
  test.each([
    ['random lives, whatever words tell their end', 'us_period_life_table_2025', 'until nobody is left', true],
    ['one age, whatever words tell it', 'fixed_age', 'for as long as it takes', false],
  ] as const)('are told of %s', async (_what, model, until, alive) => {
    const longevity = model === 'fixed_age' ? ({ model, age: 95 } as const) : ({ model } as const);
    const people = [{ age: 60, retireAt: 65, sex: 'female' as const }];
    const plan = wholePlan({ people, longevity, simulation: { paths: 200, seed: 3 } });
    const analysis = analyze({ asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1, plan });
    const facts = factsOf(analysis).map((one) => (one.name === 'goals.plan.until' ? { ...one, value: until } : one));
    const { output } = await writeRetirement(facts);
    const range = output.sections.find(({ id }) => id === 'range-of-outcomes')?.body ?? '';
    expect(range.includes('of those in which somebody is alive')).toBe(alive);
  });
});
