// What a careful adviser would say first, of portfolios for which it is not what the figures' order would bring up.
import { describe, expect, test } from '@jest/globals';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import type { RetirementGoals } from '../../../shared/schemas/goals.ts';
import { cash, exchangeRates, instrument, instruments, line } from '../finance/portfolios.ts';
import { caseOf } from './portfolios.ts';
import type { Case } from './portfolios.ts';

const plan: RetirementGoals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 12_000 };
const known = new Map([...instruments, instrument('LP', null, { name: 'Redwood Private Partners LP' })]);
const of = (lines: Parameters<typeof caseOf>[0]['lines'], goals?: RetirementGoals): Case =>
  caseOf({ lines, instruments: known, exchangeRates, ...(goals && { goals }) });

async function report({ facts }: Case, id: string): Promise<string> {
  const { output } = await writeReport(facts);
  return output.sections.find((one) => one.id === id)?.body ?? '';
}
const firstOf = (list: string): string => /^1\. .*$/m.exec(list)?.[0] ?? '';

describe('a plan that does not hold', () => {
  const hopeless = of([line('STOX', 1000, 290)], { ...plan, age: 60, retireAt: 62, income: 200_000 });

  test('is the headline, with the income that would last', async () => {
    const { output } = await writeSummary(hopeless.facts);
    expect(output.headline).toMatch(
      /^The plan does not hold: at \$200,000 a year .*; \$[\d,]+ a year would last in 85%/,
    );
  });

  test('is the first observation too, which says when the money runs out', async () => {
    const { output } = await writeSummary(hopeless.facts);
    expect(output.observations[0]).toMatch(/^At \$200,000 a year the money typically runs out around age \d+/);
  });

  test('is not met by advice to work to an age at which nobody can count on working', async () => {
    expect(hopeless.analysis.retirement?.earliestRetirement?.age ?? 120).toBeGreaterThan(75);
    const [summary, retirement] = [await writeSummary(hopeless.facts), await writeRetirement(hopeless.facts)];
    const said = [
      ...summary.output.observations,
      ...retirement.output.sections.map(({ body }) => body),
      await report(hopeless, 'recommendations'),
    ].join(' ');
    expect(said).not.toMatch(/work(?:ing)? (?:would have to go on |would have to last )?to (?:age )?\d/);
    if (hopeless.analysis.retirement?.earliestRetirement) expect(said).toContain('people can count on');
  });

  test('comes before every other recommendation, with what would have to change', async () => {
    const first = firstOf(await report(hopeless, 'recommendations'));
    expect(first).toContain('Change the plan first');
    expect(first).toMatch(/an income of \*\*\$[\d,]+ a year\*\* in place of \$200,000/);
    expect(first).toContain('Social Security');
  });
});

test('a plan that holds in every future is not advised to save', async () => {
  const sure = of([line('STOX', 10_000, 290)], { ...plan, income: 10_000, contribute: 30_000 });
  expect(sure.analysis.retirement?.success).toBe(1);
  const first = firstOf(await report(sure, 'recommendations'));
  expect(first).toContain('Decide what the room in your plan is for');
  expect(first).toContain('Saving more would hardly add');
  const { output } = await writeRetirement(sure.facts);
  const change = output.sections.find(({ id }) => id === 'what-would-change-it')?.body ?? '';
  expect(change).not.toMatch(/helps most|next comes/);
});

describe('what the chance of success does not count', () => {
  test.each([
    ['far from retirement', plan, false],
    ['near it', { ...plan, age: 63, income: 60_000 }, true],
    ['in it', { ...plan, age: 70, retireAt: 60, contribute: 0, income: 60_000 }, true],
  ])('is said beside it to someone %s', async (_name, goals, near) => {
    const one = of([line('STOX', 3000, 290)], goals);
    const retirement = await writeRetirement(one.facts);
    const summary = await writeSummary(one.facts);
    const readiness = retirement.output.sections.find(({ id }) => id === 'readiness')?.body ?? '';
    for (const text of [readiness, summary.output.body]) {
      expect(text).toContain('Social Security and pensions are not counted');
      expect(text.includes('ask again with what they will pay')).toBe(near);
    }
  });

  test('a retirement age that has passed is said to have passed', async () => {
    const one = of([line('STOX', 3000, 290)], { ...plan, age: 70, retireAt: 60, contribute: 0 });
    const { output } = await writeRetirement(one.facts);
    expect(output.sections[0]?.body).toContain('past the retirement age of 60 that you gave, so spending starts now');
  });
});

describe('a portfolio that is mostly unknown', () => {
  const unknown = of([line('LP', 1, 610_000), line('STOX', 1000, 290), cash(100_000)], plan);

  test('says so in its headline, and names the holding', async () => {
    const { output } = await writeSummary(unknown.facts);
    expect(output.headline).toMatch(
      /^61% of this \$1 million portfolio cannot be classified.*its risk is not worked out$/,
    );
    expect(output.observations[0]).toMatch(/^Redwood Private Partners LP \(LP\) is 61% of the portfolio/);
  });

  test('claims no missing risk where the half that is known is graded', async () => {
    const half = of([line('LP', 1, 290_000), line('STOX', 1000, 290)], plan);
    const { output } = await writeSummary(half.facts);
    expect(output.headline).toMatch(/mix is largely unknown and its risk is that of the rest alone$/);
    expect(half.facts.some(({ name }) => name === 'risk.volatility')).toBe(true);
  });

  test('says among the risks that they are not worked out, and asks for the classification first', async () => {
    expect(await report(unknown, 'risks')).toMatch(
      /Alex could not classify Redwood Private Partners LP \(LP\), and it is 61%.*no grade of risk, no bad year/s,
    );
    expect(firstOf(await report(unknown, 'recommendations'))).toContain('Complete the picture');
  });
});

test('every region that comes short is named, not the largest alone', async () => {
  const usa = instrument('USA', {
    assetClasses: { equity: 1 },
    regions: { north_america: 1 },
    sectors: { financials: 1 },
  });
  const one = caseOf({ lines: [line('USA', 1000, 100)], instruments: new Map([usa]) });
  const advice = await report(one, 'recommendations');
  const regions = advice.split('\n').find((item) => item.includes('over more of the world')) ?? '';
  for (const region of ['Europe', 'the Pacific region', 'the emerging markets']) expect(regions).toContain(region);
});

test('one year in twenty is not left to be read as the worst there is', async () => {
  const { output } = await writeSummary(of([line('STOX', 1000, 290)]).facts);
  expect(output.body).toMatch(
    /one in twenty.*That is not the worst that can happen: a time like the Great Depression/s,
  );
});

describe('income beside the portfolio', () => {
  const near: RetirementGoals = { ...plan, age: 62, retireAt: 66, income: 60_000 };
  const paid: RetirementGoals = { ...near, otherIncome: [{ kind: 'social_security', amount: 28_000, from: 67 }] };
  const lines = [line('STOX', 2000, 290)];

  test('is said beside the chance, and so is what nobody has counted', async () => {
    const { output } = await writeSummary(of(lines, paid).facts);
    expect(output.body).toContain('Counted beside the portfolio: $28,000 a year of Social Security from age 67.');
    expect(output.body).not.toContain('Social Security is not counted');
    const { output: without } = await writeSummary(of(lines, near).facts);
    expect(without.body).toContain('Social Security and pensions are not counted');
  });

  test('leaves its part of the income to nobody else', async () => {
    const { output } = await writeRetirement(of(lines, paid).facts);
    const [readiness] = output.sections;
    expect(readiness?.body).toContain('to live on $60,000 a year');
    expect(output.sections.map(({ body }) => body).join()).not.toContain('the portfolio alone has to pay');
  });
});

describe('words for what is not there', () => {
  test('no fund is looked through where none is held', async () => {
    const bond = instrument(
      'TNOTE',
      { assetClasses: { fixed_income: 1 }, regions: { north_america: 1 }, sectors: { government_bonds: 1 } },
      { type: 'bond', expenseRatio: 0 },
    );
    const stock = instrument(
      'SOLO',
      { assetClasses: { equity: 1 }, regions: { europe: 1 }, sectors: { energy: 1 } },
      { type: 'stock', expenseRatio: 0 },
    );
    const without = caseOf({ lines: [line('SOLO', 500, 100), line('TNOTE', 400, 100)], instruments: new Map([bond, stock]) }); // prettier-ignore
    const { output } = await writeSummary(without.facts);
    const said = [await report(without, 'how-it-is-spread'), await report(without, 'risks'), ...output.observations];
    expect(said[0]).toMatch(/^By asset class, 56% of the portfolio is in stocks and 44% in bonds\./);
    expect(said.join('\n')).not.toMatch(/funds? (?:at|included|are)/);
    expect(await report(of([line('STOX', 100, 290), cash(9000)]), 'how-it-is-spread')).toMatch(/^Looking through the/);
  });

  test('that no income is low enough is not said as if an income of zero would last', async () => {
    const broke = of([line('BOND', 1, 0.01)], { ...plan, age: 66, contribute: 0 });
    const advice = await report(broke, 'recommendations');
    expect(advice).toContain('There is no income low enough for the money to last in 85% of them.');
    expect(advice).not.toContain('No income at all would last');
  });
});
