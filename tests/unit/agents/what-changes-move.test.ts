// A plan whose rule cannot run out: what one change does is told of spending, and of nothing where nothing moves.
import { describe, expect, test } from '@jest/globals';
import { chooseCharts } from '../../../shared/agents/choose-charts.ts';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { buildCharts } from '../../../shared/charts/build.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { retirementTables } from '../../../shared/report/tables/retirement-tables.ts';
import type { PlanInput } from '../../../shared/schemas/retirement-plan/plan.ts';
import { instruments, line } from '../finance/portfolios.ts';
import { wholePlan } from './portfolios.ts';

async function told(spending: PlanInput['spending'], longevity?: PlanInput['longevity']) {
  const plan = wholePlan({ spending, simulation: { paths: 400, seed: 3 }, ...(longevity && { longevity }) });
  const lines = [line('STOX', 6500, 100), line('BOND', 5000, 100)];
  const analysis = analyze({ asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1, plan });
  const facts = factsOf(analysis);
  if (analysis.retirement === null) throw new Error('there is a projection');
  const { output, check } = await writeRetirement(facts);
  expect(check.strays).toEqual([]);
  const charts = buildCharts(analysis);
  const chosen = await chooseCharts(facts, charts);
  expect(chosen.check.strays).toEqual([]);
  const names = new Set(facts.map(({ name }) => name));
  const chart = charts.find(({ id }) => id === 'retirement-what-ifs');
  for (const fact of chart?.facts ?? []) expect(names).toContain(fact);
  const tables = retirementTables(analysis.retirement, 'USD');
  return {
    chart,
    names,
    retirement: analysis.retirement,
    caption: chosen.output.charts.find(({ id }) => id === 'retirement-what-ifs')?.caption,
    table: tables.find(({ id }) => id === 'retirement-what-ifs'),
    allYears: tables.find(({ id }) => id === 'retirement-what-ifs-all-years'),
    text: output.sections.find(({ id }) => id === 'what-would-change-it')?.body ?? '',
  };
}

describe.each([
  ['a share of the balance', { amount: 40_000, rule: { rule: 'percentage', rate: 0.05 } }],
  ['what the years left ask', { amount: 40_000, rule: { rule: 'variable_percentage', realReturn: 0.03 } }],
] as const)('a plan that spends %s', (_, spending) => {
  test('reads of each change what it does to spending, in the text, the table, the chart and the facts', async () => {
    const { chart, names, retirement, table, allYears, text, caption } = await told(spending);
    expect(text).toContain('A rule that spends a share of what there is never runs out');
    expect(text).toContain('half of the futures have a mean year above $');
    expect(text).toMatch(/“Both retire 2 years later[^”]*” helps most: it raises that median by \$/);
    expect(text).not.toMatch(/chance is|chance by/);
    if (chart?.kind !== 'bars') throw new Error('no bars');
    expect(chart).toMatchObject({ unit: 'usd', basis: 'real' });
    const medians = retirement.whatIfs.map((one) => one.spending?.median.value);
    expect(chart.series[0]?.values).toEqual([retirement.comparedSpending?.median, ...medians]);
    expect(new Set(medians).size).toBeGreaterThan(3);
    expect(caption).toContain('The median of what is spent a year at age 75');
    expect(table?.caption).toBe('Each change in figures: spending a year at age 75');
    expect(table?.rows).toHaveLength(1 + retirement.whatIfs.length);
    expect(table?.notes.join(' ')).toContain('by its making the money never runs out');
    expect(allYears?.rows).toHaveLength(1 + retirement.whatIfs.length);
    expect(table?.notes.join(' ')).toContain('A later claim pays no benefit until it begins');
    expect(names).toContain('retirement.whatIf.retire_2_years_later.spendingError');
    expect(names).not.toContain('retirement.whatIf.retire_2_years_later.change');
  });
});

test('a year before the age that a rule plans to says that it shows nothing of a life beyond it', async () => {
  const longevity = { model: 'fixed_age', age: 95 } as const;
  const { table, allYears, text } = await told({ amount: 40_000, planTo: 95, rule: { rule: 'variable_percentage', realReturn: 0.03 } }, longevity); // prettier-ignore
  expect(table?.notes.join(' ')).toContain('leaves other income alone to a life beyond that age');
  const [longer] = allYears?.rows.filter(([first]) => first?.text.includes('5 years longer')) ?? [];
  expect(longer?.[5]?.text).toMatch(/^−\$/);
  expect(text).toMatch(/Not seen in that one year: .*5 years longer[^”]*” lowers the lowest year by \$/);
});

describe('a plan that no change moves', () => {
  test('has neither a table of zeros nor a chart without a bar, and reads why', async () => {
    const { chart, table, text } = await told({ amount: 200 });
    expect([chart, table]).toEqual([undefined, undefined]);
    expect(text).toContain('under each of the changes that were tried too');
    expect(text).toContain('“Both retire 2 years later');
    expect(text).not.toContain('below');
  });
});

describe('a plan whose chance a change moves', () => {
  test('reads of chances as before', async () => {
    const { chart, table, text } = await told({ amount: 90_000 });
    expect(chart).toMatchObject({ unit: 'fraction' });
    expect(table?.caption).toBe('Each change in figures');
    expect(text).toContain('as it stands the chance is');
  });
});
