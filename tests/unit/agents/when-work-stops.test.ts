// Work stops at one age and spending begins at another: each is told of its own, in facts, texts, tables, charts and answers.
import { describe, expect, test } from '@jest/globals';
import { planAnalysis } from '../../../shared/agents/plan-analysis.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { retirementCharts } from '../../../shared/charts/retirement-charts.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { retirementTables } from '../../../shared/report/tables/retirement-tables.ts';
import type { PlanInput } from '../../../shared/finance/retirement/engine.ts';
import { instruments, line } from '../finance/portfolios.ts';
import { wholePlan } from './portfolios.ts';

type People = PlanInput['people'];
const one = (retireAt: number): People => [{ age: 58, retireAt }];
const two: People = [
  { name: 'Ida', age: 63, retireAt: 60 },
  { name: 'Tom', age: 55, retireAt: 60 },
];
const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };

const WHEN = 'What is the earliest I can retire?';

async function told(
  people: People,
  from: number | undefined,
  amount = 60_000,
  question = 'How much will I have when I retire?',
) {
  const plan = wholePlan({
    people,
    incomes: [{ kind: 'pension', amount: 30_000, from: 62, to: 68 }],
    savings: [{ owner: people.length - 1, amount: 30_000 }],
    spending: { amount, ...(from !== undefined && { from }) },
    longevity: { model: 'fixed_age', age: 90 },
    simulation: { paths: 200, seed: 3 },
  });
  const { output: asked } = await planAnalysis({ question, goals });
  const lines = [line('STOX', 5500, 100), line('BOND', 5000, 100)];
  const analysis = analyze({
    ...{ asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1, paths: 200, plan },
    question: asked,
  });
  const { retirement } = analysis;
  if (retirement === null) throw new Error('nothing was projected');
  const facts = factsOf(analysis);
  const [text, report, summary] = [await writeRetirement(facts), await writeReport(facts), await writeSummary(facts, {}, question)]; // prettier-ignore
  expect([text.check.strays, report.check.strays, summary.check.strays]).toEqual([[], [], []]);
  return {
    retirement,
    fact: (name: string) => facts.find((each) => each.name === name)?.value,
    text: text.output.sections.map(({ body }) => body).join('\n'),
    report: report.output.sections.map(({ body }) => body).join('\n'),
    summary: summary.output.body,
    answer: summary.output.answer ?? '',
    rows: retirementTables(retirement, 'USD').flatMap(({ rows }) => rows.map((row) => row.map((each) => Object.values(each).join(' ')).join(' | '))), // prettier-ignore
    marks: retirementCharts(analysis).flatMap((chart) => (chart.kind === 'fan' && chart.id === 'retirement-balance' ? chart.marks.map(({ label }) => label) : [])), // prettier-ignore
    titles: retirementCharts(analysis).map(({ title }) => title),
    median: (age: number) => retirement.balance.p50[age - (people[0]?.age ?? 0)],
  };
}

describe('what is there when work stops', () => {
  test.each([
    ['spending begins later', one(62), 68, 62],
    ['spending begins sooner', one(66), 60, 66],
    ['spending begins then', one(62), 62, 62],
    ['no age is given for spending', one(62), undefined, 62],
    ['of two, when the last of them stops, spending before', two, 63, 68],
    ['of two, spending after', two, 70, 68],
    ['of two, no age given', two, undefined, 68],
  ])('is the balance of that age and not of another: %s', async (_, people, from, stops) => {
    const { retirement, fact, answer, text, rows, median } = await told(people, from);
    expect(retirement.medianAtRetirement).toBe(median(stops));
    expect(fact('retirement.medianAtRetirement')).toBe(median(stops));
    expect(fact('goals.retireAt')).toBe(stops);
    expect(fact('goals.yearsToRetirement')).toBe(stops - (people[0]?.age ?? 0));
    const when = people.length === 1 ? 'work stops' : from === undefined ? 'spending begins' : 'both have retired';
    for (const said of [answer, text]) expect(said).toContain(`The median balance when ${when}, at ${stops}, is`);
    const label = people.length === 1 ? 'at retirement' : `when ${when}`;
    const sum = (median(stops) ?? 0).toLocaleString('en-US', { maximumFractionDigits: 0 });
    expect(rows.find((each) => each.startsWith(`Median balance ${label}`))).toContain(`$${sum}`);
  });

  test('is told beside what is there when spending begins', async () => {
    const { rows, marks, fact, text, summary, median, titles } = await told(one(62), 68);
    const begins = (median(68) ?? 0).toLocaleString('en-US', { maximumFractionDigits: 0 });
    expect(rows.find((each) => each.startsWith('Median balance when spending begins'))).toMatch(
      new RegExp(`at 68.*\\$${begins}`),
    );
    expect(rows.find((each) => each.startsWith('Wanted each year'))).toContain('beginning at 68');
    expect(marks).toEqual(['Retires at 62', 'Spending begins, 68']);
    expect([fact('goals.spendingFrom'), fact('goals.yearsToSpending'), fact('goals.yearsToRetirement')]).toEqual([
      68, 10, 4,
    ]);
    expect(fact('retirement.balance.p50.62')).toBe(median(62));
    expect(text).toContain('It begins at age 68');
    expect(text).toMatch(/\| 62 \|/);
    expect(text).not.toContain('five years of retirement');
    expect(titles).not.toContain('What the first five years of retirement decide');
    expect(summary).toContain('Stopping work at 62 and living on $60,000 a year from 68 on');
  });

  test('is nothing new where both are one: no second row, mark or fact', async () => {
    const { rows, marks, fact, summary, titles } = await told(one(62), undefined);
    expect(rows.filter((each) => each.startsWith('Median balance'))).toHaveLength(2);
    expect(marks).toEqual(['Retires at 62']);
    expect([
      fact('goals.spendingFrom'),
      fact('goals.yearsToSpending'),
      fact('retirement.earliestSpendingFrom'),
    ]).toEqual([undefined, undefined, undefined]);
    expect(summary).toContain('living on $60,000 a year, ');
    expect(titles).toContain('What the first five years of retirement decide');
  });

  test('is told of who still works though spending has begun, and of the retired as today', async () => {
    const working = await told(two, 63);
    expect(working.summary).toContain('Stopping work at 60 and living on $60,000 a year from today on');
    expect(working.marks).toEqual(['Both retired, 68']);
    const retired = await told(one(58), 62);
    expect(retired.summary).toContain('Retired already and living on $60,000 a year from 62 on');
    expect(retired.marks).toEqual(['Spending begins, 62']);
    expect(retired.text).toContain('It begins at age 62');
    expect(retired.rows.find((each) => each.startsWith('Median balance at retirement'))).toBeUndefined();
  });
});

describe('the earliest retirement', () => {
  test('is told with the age at which spending begins, where that is one of its own', async () => {
    const { fact, text, answer, rows, report } = await told(one(62), 68, 90_000, WHEN);
    expect(fact('retirement.earliestSpendingFrom')).toBe(68);
    expect(text).toContain('With the income you want from 68 on, ');
    expect(answer).toMatch(/iving on \$90,000 a year from 68 on/);
    expect(rows.find((each) => each.startsWith('Earliest age'))).toContain('spending begins at 68, as planned');
    expect(report).toMatch(/with the income as it is from 68 on|by working longer alone, with spending from 68 on/);
  });

  test('is told with the age that moves along with the work', async () => {
    const { fact, text, answer, rows, retirement } = await told(one(62), 62, 70_000, WHEN);
    const age = retirement.earliestRetirement?.age ?? 0;
    expect(age).not.toBe(62);
    expect(fact('retirement.earliestSpendingFrom')).toBe(age);
    expect(text).toContain(`With the income you want from ${age} on, `);
    expect(answer).toContain(`a year from ${age} on`);
    expect(rows.find((each) => each.startsWith('Earliest age'))).toContain(`spending begins at ${age}`);
  });

  test('of two is told with whose age it is', async () => {
    const { fact, text, rows, retirement } = await told(two, 70, 50_000);
    expect(retirement.earliestRetirement?.spendingFrom).toBe(70);
    expect(fact('retirement.earliestSpendingFrom')).toBe(70);
    expect(text).toContain('With the income you want once Ida is 70, ');
    expect(rows.find((each) => each.startsWith('Earliest ages'))).toContain(
      'spending begins when Ida is 70, as planned',
    );
  });
});
