// When work can stop, of one person and of two: what the engine solves reaches the facts, the report and the answer.
import { describe, expect, test } from '@jest/globals';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { retirementTables } from '../../../shared/report/tables/retirement-tables.ts';
import { instruments, line } from '../finance/portfolios.ts';
import type { AnalysisInput } from '../../../shared/finance/analyze.ts';
import { asked } from './asked.ts';
import { wholePlan } from './portfolios.ts';

const lines = [line('STOX', 5500, 100), line('BOND', 5000, 100)];
const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };
const couple = wholePlan({ spending: { amount: 90_000 }, simulation: { paths: 500, seed: 3 } });

const answered = async (question: string, who: Pick<AnalysisInput, 'goals' | 'plan'>) =>
  asked(question, { lines, instruments, paths: 500, ...who }, goals);

describe('the earliest retirement of a couple', () => {
  test('is in the facts, the report and its table, each age by name', async () => {
    const { analysis, facts } = await answered('What is the earliest we can both retire?', { plan: couple });
    const { retirement } = analysis;
    const ages = retirement?.earliestRetirement?.ages ?? [];
    expect(ages).toHaveLength(2);
    const value = (name: string) => facts.find((fact) => fact.name === name)?.value;
    expect([value('retirement.earliestAge.1'), value('retirement.earliestAge.2')]).toEqual(ages);
    expect(value('retirement.earliestShift')).toBe(Math.abs((ages[0] ?? 0) - 65));
    const { output, check } = await writeRetirement(facts);
    expect(check.strays).toEqual([]);
    const told = new RegExp(`Ana (?:at|to) ${String(ages[0])} and Ben (?:at|to) ${String(ages[1])}`);
    expect(output.sections.find(({ id }) => id === 'sustainable-spending')?.body).toMatch(told);
    const [table] = retirement === null ? [] : retirementTables(retirement, 'USD');
    expect(JSON.stringify(table?.rows)).toContain(`${String(ages[0])} and ${String(ages[1])}`);
  });

  test('is advised with the chance that it has, not with the one aimed at', async () => {
    const rich = wholePlan({ spending: { amount: 60_000 }, simulation: { paths: 500, seed: 3 } });
    const { analysis, facts } = await answered('How are we doing?', { plan: rich });
    const found = analysis.retirement?.earliestRetirement;
    const { output, check } = await writeReport(facts);
    expect(check.strays).toEqual([]);
    const [, chance] =
      /could stop work[^.]* would still last in (\d[\d.]*)%/.exec(output.sections.map(({ body }) => body).join(' ')) ??
      [];
    expect(Math.abs(Number(chance) - (found?.success ?? 0) * 100)).toBeLessThan(0.6);
    expect(found?.success).toBeGreaterThan((analysis.retirement?.confidence ?? 1) + 0.01);
  });

  test.each(['What is the earliest we can both retire?', 'When can we stop working?', 'How early can I retire?'])(
    'answers "%s"',
    async (question) => {
      const { answer, body } = await answered(question, { plan: couple });
      expect(answer).toMatch(
        /^\*\*With both ages moved alike, the earliest to stop work is Ana at \d+ and Ben at \d+\*\*/,
      );
      expect(body).not.toContain(answer);
    },
  );

  test('"Can we both retire at 61?" is tried of both first, then of each', async () => {
    const { analysis, answer } = await answered('Can we both retire at 61?', { plan: couple });
    const scenarios = analysis.question?.scenarios ?? [];
    expect(scenarios.map(({ label }) => label)).toEqual([
      'Both retire at 61 instead of at 65 and 66',
      'Ana retires at 61 instead of 65, with spending once both have retired, when Ana is 64',
      'Ben retires at 61 instead of 66, with spending once both have retired, when Ana is 65',
    ]);
    const chances = scenarios.map(({ outcome }) => outcome?.success ?? Number.NaN);
    expect(chances[0]).toBeLessThanOrEqual(Math.min(...chances.slice(1)));
    expect(answer).toMatch(/^\*\*Both retire at 61 instead of at 65 and 66\*\*: the money lasts/);
    expect(answer).toContain('With both ages moved alike');
  });

  test('"Can we both retire at 66?", as one of them will, is not tried a second time as the other’s alone', async () => {
    const { analysis } = await answered('Can we both retire at 66?', { plan: couple });
    const labels = analysis.question?.scenarios.map(({ label }) => label);
    expect(labels).toEqual(['Both retire at 66 instead of at 65 and 66']);
  });
});

describe('the earliest ages of a couple that are moved alike', () => {
  // Ben's savings are small, so that he could stop long before both could alike.
  const uneven = wholePlan({
    people: [
      { name: 'Ana', age: 61, retireAt: 64, sex: 'female' },
      { name: 'Ben', age: 60, retireAt: 65, sex: 'male' },
    ],
    savings: [
      { account: '401(k)', owner: 0, amount: 60_000 },
      { account: '401(k)', owner: 1, amount: 1000 },
    ],
    incomes: [{ kind: 'social_security', owner: 0, amount: 24_000, claimAt: 67 }],
    spending: { amount: 84_000 },
    simulation: { paths: 500, seed: 3, confidence: 0.6 },
  });

  test('are nowhere told as the earliest of each: what one alone could do stands beside them', async () => {
    const { analysis, answer, facts } = await answered('When is the earliest we can retire?', { plan: uneven });
    const { retirement } = analysis;
    const [ana, ben] = retirement?.earliestRetirement?.ages ?? [];
    const alone = retirement?.earliestRetirement?.alone?.[1] ?? null;
    expect(alone?.age).toBeLessThan(ben ?? 0);
    const told = `With Ana at 64 as planned, Ben could stop at ${String(alone?.age)} and still reach 60%`;
    expect(answer).toContain(`With both ages moved alike, the earliest to stop work is Ana at ${String(ana)}`);
    expect(answer.toLowerCase()).toContain(told.toLowerCase());
    const { output, check } = await writeRetirement(facts);
    expect(check.strays).toEqual([]);
    expect(output.sections.find(({ id }) => id === 'sustainable-spending')?.body.toLowerCase()).toContain(told.toLowerCase()); // prettier-ignore
    const [table] = retirement === null ? [] : retirementTables(retirement, 'USD');
    expect(JSON.stringify(table?.rows)).toMatch(/Earliest ages[^"]*both moved alike/);
    expect(JSON.stringify(table?.rows)).toMatch(
      /Earliest age [^"]*of Ben alone","note":"Ana at 64 as planned; chance then/,
    );
  });

  test('are no answer to who asks for one of them', async () => {
    const { answer } = await answered('Can Ben retire at 62?', { plan: uneven });
    expect(answer).toMatch(/^\*\*Ben retires at 62 instead of 65/);
    expect(answer).toContain('With Ana at 64 as planned, Ben could stop at');
    expect(answer).not.toMatch(/earliest|moved alike/i);
  });
});

describe('the earliest retirement of one person', () => {
  test('is the answer to who asks for it', async () => {
    const { analysis, answer } = await answered('What is the earliest I can retire?', { goals });
    const age = analysis.retirement?.earliestRetirement?.age;
    expect(answer).toMatch(new RegExp(`^\\*\\*The earliest age of retirement is ${String(age)}\\*\\*`));
  });

  test('that no age reaches is said', async () => {
    const { answer } = await answered('When can I retire?', { goals: { ...goals, income: 900_000 } });
    expect(answer).toMatch(/^(?:No age of retirement reaches|Living on .* later than people can count on working)/);
  });

  test('is asked in vain without goals, and that is said', async () => {
    const { answer } = await answered('When can I retire?', {});
    expect(answer).toContain('cannot be said without a retirement plan');
  });
});
