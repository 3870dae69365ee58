import { describe, expect, test } from '@jest/globals';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { buildCharts } from '../../../shared/charts/build.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { outlineOf } from '../../../shared/finance/retirement/portfolio/outline.ts';
import { besidePortfolio } from '../../../shared/report/other-income.ts';
import { retirementTables } from '../../../shared/report/tables/retirement-tables.ts';
import { retirementLines } from '../../../shared/report/terminal/retirement-lines.ts';
import { analysis as analysisSchema } from '../../../shared/schemas/analysis.ts';
import { facts as factsSchema } from '../../../shared/schemas/fact.ts';
import { plainCases } from '../agents/portfolios.ts';
import type { Case } from '../agents/portfolios.ts';
import { aPlan } from '../retirement/a-plan.ts';

/** Everything that anybody is told of a case's retirement: texts, tables, charts, terminal, labels of facts. */
async function told({ analysis, facts }: Case): Promise<string> {
  const { retirement } = analysis;
  if (retirement === null) throw new Error('the case has no projection');
  const chapter = await writeRetirement(facts);
  const summary = await writeSummary(facts);
  const { headline, body, observations } = summary.output;
  const tables = retirementTables(retirement, 'USD').map((one) => JSON.stringify(one));
  const charts = buildCharts(analysis).filter(({ id }) => id.startsWith('retirement-'));
  const labels = facts
    .filter(({ name }) => /^(?:goals|retirement)\./.test(name))
    .map(({ label, how }) => `${label} ${how}`);
  return [
    ...chapter.output.sections.map((section) => section.body),
    ...[headline, body, ...observations],
    ...tables,
    ...charts.map((one) => JSON.stringify(one)),
    ...retirementLines(analysis),
    ...labels,
  ].join('\n');
}

describe('what is said of a couple with guardrails and random lives', () => {
  const one = plainCases['planned by a couple with guardrails'];

  test('names no age that the money lasts to, and nobody who is not one of them', async () => {
    const text = await told(one);
    expect(text).toContain('for as long as either of you lives');
    expect(text).not.toMatch(/lasts? to age|must last to age|to age 95|undefined|NaN|\bnull years/);
    expect(text).toContain('Ana is 58 and retires at 65; Ben is 60 and retires at 66.');
    expect(text).toContain('Ben’s pension');
  });

  test('an amount that moves with the markets is not called an income that lasts', async () => {
    const text = await told(one);
    expect(text).toMatch(/Spending that begins at \*\*\$/);
    expect(text).not.toMatch(/An income of \*\*/);
    expect(one.facts.some(({ name }) => name.startsWith('retirement.paidInFullUntil'))).toBe(false);
    expect(one.facts.some(({ name }) => name.startsWith('retirement.spending.p50.'))).toBe(true);
  });
});

describe('what is said where the plan’s own bounds stop what could be spent', () => {
  test('the ceiling is called the ceiling, with the chance that it has and not the one asked for', async () => {
    const one = plainCases['with a ceiling below what would last'];
    const { sustainableStop: stop, confidence } = one.analysis.retirement ?? {};
    expect(stop).toMatchObject({ by: 'ceiling', amount: 30_000 });
    expect(stop?.success).toBeGreaterThan(confidence ?? 1);
    const text = await told(one);
    expect(text).toContain('That is the plan’s ceiling');
    expect(text).toContain('Yearly spending at the plan’s ceiling');
    expect(text).not.toMatch(
      /would last[^.]* in 85%|In 85% of|(?<!Earliest ages? (?:of retirement )?)with 85% confidence|lasts from 85%/,
    );
  });

  test('a floor that fails is not an income of nothing, and nothing is said to be sustainable', async () => {
    const one = plainCases['with a floor that does not last'];
    expect(one.analysis.retirement).toMatchObject({
      sustainableIncome: null,
      sustainableStop: { by: 'floor', amount: 500_000 },
    });
    const text = await told(one);
    expect(text).toContain('The plan never spends less than its floor of **$500,000 a year**');
    expect(text).toContain('The plan’s floor: it never spends less a year');
    expect(text).toContain('Yearly spending at the plan’s floor');
    expect(text).not.toMatch(/No spending at all|no income low enough|null|undefined|NaN/);
  });
});

describe('what is said of history', () => {
  test('counts starts and not simulated futures, and calls no share a chance', async () => {
    const text = await told(plainCases['run through history']);
    expect(text).toMatch(/of 31 historical starts/);
    expect(text).toContain('for 30 years');
    expect(text).not.toMatch(/simulated future|futures, seed|[Cc]hance that the money lasts|the chance is|random seed/);
    expect(text).not.toMatch(/95% interval|9 in 10 futures|standard error 0/);
  });
});

describe('what is said of spending by percentage', () => {
  test('that it cannot run out is no success: it is what can be spent that changes', async () => {
    const text = await told(plainCases['spent by percentage']);
    expect(text).toContain('does not run out by itself');
    expect(text).not.toMatch(/On these assumptions the plan|100\.0% chance|A sample of/);
    expect(text).toMatch(/At age \d+ the median is \$/);
  });
});

describe('what is said of goals with a tax rate', () => {
  test('what is wanted is after tax everywhere', async () => {
    const text = await told(plainCases['taxed by account type']);
    expect(text).toContain('after tax');
    expect(text).not.toContain('before tax');
    expect(text).not.toContain('taxes on what is withdrawn');
    expect(text).toMatch(/Taxes are taken off at effective rates: 15% of each year’s return/);
  });
});

test.each(Object.entries(plainCases))(
  'of a portfolio that is %s the analysis and its facts fit their schemas',
  (_name, one) => {
    expect(analysisSchema.parse(one.analysis)).toEqual(one.analysis);
    expect(factsSchema.parse(factsOf(one.analysis))).toEqual(one.facts);
  },
);

test('a pension that is paid already is said in whole words, with the age at which it ends', () => {
  const pension = { kind: 'pension', amount: 20_000, from: 60 } as const;
  const said = (to: { to?: number }) => {
    const outline = outlineOf(aPlan({ incomes: [{ ...pension, ...to }] }));
    return besidePortfolio({ goals: null, plan: outline }, 'USD');
  };
  expect(said({})).toBe('with $20,000 of pension already paid');
  expect(said({ to: 70 })).toBe('with $20,000 of pension already paid, until 70');
});

test('rent, work and an annuity of a plan are called what they are, not pensions', () => {
  const incomes = (['rent', 'work', 'annuity', 'other'] as const).map((kind, index) => ({
    ...{ kind, amount: 10_000 + index, from: 70 },
  }));
  const outline = outlineOf(aPlan({ incomes }));
  expect(besidePortfolio({ goals: null, plan: outline }, 'USD')).toBe(
    'with $10,000 of rent from 70, $10,001 of work from 70, $10,002 of annuity from 70 and $10,003 of other income from 70',
  );
});
