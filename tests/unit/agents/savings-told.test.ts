// What a plan saves is told as it is simulated: whose, how much as of today, how it grows, and from when to when.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reckonedFrom } from '../../../shared/agents/grounding/reckoned-facts.ts';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { projectPlan } from '../../../shared/finance/retirement/engine.ts';
import { outlineOf } from '../../../shared/finance/retirement/portfolio/outline.ts';
import { retirementTables } from '../../../shared/report/tables/retirement-tables.ts';
import type { PlanInput } from '../../../shared/schemas/retirement-plan/plan.ts';
import { instruments, line } from '../finance/portfolios.ts';
import { aPlan, certain } from '../retirement/a-plan.ts';
import { wholePlan } from './portfolios.ts';

const lines = [line('STOX', 6500, 100), line('BOND', 5000, 100)];
const alone = { age: 58, retireAt: 65, sex: 'female' } as const;
const couple = [
  { name: 'Ana', age: 58, retireAt: 65, sex: 'female' },
  { name: 'Ben', age: 60, retireAt: 66, sex: 'male' },
] as const;

async function told(savings: PlanInput['savings'], people: PlanInput['people'] = [...couple]) {
  const plan = wholePlan({ people, savings, incomes: [], simulation: { paths: 200, seed: 3 } });
  const analysis = analyze({ asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1, plan });
  const facts = factsOf(analysis);
  const { output, check } = await writeRetirement(facts);
  expect(check.strays).toEqual([]);
  const tables = analysis.retirement === null ? [] : retirementTables(analysis.retirement, 'USD');
  const rows = tables.flatMap((table) => table.rows.map((row) => row.map(({ text, note }) => [text, note].join(' ').trim()).join(' | '))); // prettier-ignore
  return {
    facts,
    text: output.sections.map(({ body }) => body).join('\n'),
    saved: rows.filter((row) => row.startsWith('Saved')),
  };
}

describe('what is saved', () => {
  test('stays one short sentence where it is one sum until the one person retires', async () => {
    const { text, saved, facts } = await told([{ amount: 18_000 }], [alone]);
    expect(text).toContain('$18,000 a year is saved until then.');
    expect(saved).toEqual(['Saved each year until retirement | $18,000']);
    expect(facts.filter(({ name }) => name.startsWith('goals.saving.'))).toEqual([]);
  });

  test('is told of each of two, with how it grows', async () => {
    const { text, saved, facts } = await told([
      { owner: 0, amount: 18_000, growth: 0.01 },
      { owner: 1, amount: 7000 },
    ]);
    expect(text).toContain(
      'Ana saves $18,000 a year, raised by 1% a year beyond inflation, until 65; Ben saves $7,000 a year until 66.',
    );
    expect(text).not.toContain('saved until then');
    expect(saved).toEqual([
      'Saved each year by Ana as of today; raised by 1% a year beyond inflation, until 65 | $18,000',
      'Saved each year by Ben until 66 | $7,000',
    ]);
    const of = (name: string) => facts.find((one) => one.name === name);
    expect(of('goals.saving.1.whose')?.value).toBe('Ana');
    expect(of('goals.saving.1.growth')?.value).toBe(0.01);
    expect(of('goals.saving.2.to')?.value).toBe(66);
    expect(of('goals.contribute')).toMatchObject({ value: 25_000, label: 'Saved a year today, all together' });
  });

  test('is told where none of it is saved yet, and where it ends before the retirement', async () => {
    const { text, saved } = await told([
      { owner: 0, amount: 18_000, growth: -0.2, to: 60 },
      { owner: 1, amount: 12_000, growth: 0.05, from: 63, to: 65 },
    ]);
    expect(text).toContain(
      'Ana saves $18,000 a year, lowered by 20% a year beyond inflation, until 60; Ben saves $12,000 a year, raised by 5% a year beyond inflation from today on, from 63 to 65.',
    );
    expect(saved).toHaveLength(2);
    const later = await told([{ owner: 1, amount: 12_000, from: 63, to: 65 }]);
    expect(later.text).toContain('Ben saves $12,000 a year from 63 to 65.');
    expect(later.saved).toEqual(['Saved each year by Ben from 63 to 65 | $12,000']);
  });

  test('is spoken to who is alone, one saving after the other', async () => {
    const savings = [{ amount: 20_000, to: 61 }, { amount: 30_000, from: 60 }]; // prettier-ignore
    const { text } = await told(savings, [alone]);
    expect(text).toContain('You save $20,000 a year until 61; you save $30,000 a year from 60 to 65.');
  });

  test('is not added up over the years as if it were the same in each', async () => {
    const names = async (growth: number) => {
      const { facts } = await told([{ amount: 18_000, growth }], [alone]);
      return reckonedFrom(facts).map(([, { fact }]) => fact);
    };
    expect(await names(0)).toContain('goals.contribute * goals.yearsToRetirement');
    expect(await names(0.05)).not.toContain('goals.contribute * goals.yearsToRetirement');
  });
});

test('what is told of savings, put in their place, is the same plan', () => {
  const age = fc.integer({ min: 50, max: 72 });
  const saving = fc
    .record({
      owner: fc.constantFrom(0, 1),
      amount: fc.constantFrom(0, 5000, 12_000),
      growth: fc.constantFrom(0, 0.05, -0.1),
      from: fc.option(age, { nil: undefined }),
      to: fc.option(fc.integer({ min: 61, max: 75 }), { nil: undefined }),
    })
    .filter(({ from = 0, to = Infinity }) => from < to);
  fc.assert(
    fc.property(fc.array(saving, { maxLength: 4 }), (savings) => {
      const planOf = (list: PlanInput['savings']) =>
        aPlan({
          people: [
            { name: 'Ana', age: 58, retireAt: 65 },
            { name: 'Ben', age: 60, retireAt: 66 },
          ],
          market: certain,
          longevity: { model: 'fixed_age', age: 85 },
          simulation: { paths: 1, seed: 1 },
          savings: list,
        });
      const plan = planOf(savings);
      const again = (outlineOf(plan).savings ?? []).map(({ whose, amount, growth, from, to }) => ({
        ...{ owner: whose === 'Ben' ? 1 : 0, amount, growth, to },
        ...(from === null ? {} : { from }),
      }));
      const [told, asked] = [projectPlan(planOf(again)).balance.p50, projectPlan(plan).balance.p50];
      expect(told.map(Math.round)).toEqual(asked.map(Math.round));
    }),
    { numRuns: 60 },
  );
});
