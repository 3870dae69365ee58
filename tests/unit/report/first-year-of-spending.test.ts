// A person spends what a report says that spending begins at: it has to be what the simulated plan spends in its first year.
import { describe, expect, test } from '@jest/globals';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { retirementTables } from '../../../shared/report/tables/retirement-tables.ts';
import type { PlanInput } from '../../../shared/schemas/retirement-plan/plan.ts';
import { spendingRule } from '../../../shared/schemas/retirement-plan/spending.ts';
import { allInstruments, caseOf, wholePlan } from '../agents/portfolios.ts';
import { line } from '../finance/portfolios.ts';

const START = 66;
const byAge = [
  { age: START, share: 1.3 },
  { age: 85, share: 0.8 },
];
const bounds = { rule: 'floor_and_ceiling', rate: 0.035, floor: 0.8, ceiling: 1.2 } as const;

/** Ways to spend: every rule, and what may go with it. */
const WAYS: Record<string, Omit<PlanInput['spending'], 'amount'>> = {
  'the same every year': {},
  'the same, by age': { shareByAge: byAge },
  'the same, growing': { growth: 0.02 },
  'so many dollars': { rule: { rule: 'constant_nominal' } },
  'so many dollars, by age': { rule: { rule: 'constant_nominal' }, shareByAge: byAge },
  'a percentage': { rule: { rule: 'percentage', rate: 0.04 } },
  guardrails: { rule: { rule: 'guyton_klinger' } },
  'guardrails, by age': { rule: { rule: 'guyton_klinger' }, shareByAge: byAge },
  'a variable percentage': { rule: { rule: 'variable_percentage', realReturn: 0.03 } },
  'a floor and a ceiling': { rule: bounds },
  'a floor and a ceiling, by age': { rule: bounds, shareByAge: byAge },
};

test('every rule of spending that a plan can have is tried', () => {
  const tried = new Set(Object.values(WAYS).map(({ rule }) => rule?.rule ?? 'constant_real'));
  expect([...tried].toSorted()).toEqual(spendingRule.options.map(({ shape }) => shape.rule.value).toSorted());
});

const planned = (spending: PlanInput['spending']) =>
  caseOf({
    instruments: allInstruments,
    plan: wholePlan({
      people: [{ age: START, retireAt: 65 }],
      savings: [],
      incomes: [],
      longevity: { model: 'fixed_age', age: 95 },
      spending,
    }),
    lines: [line('BALA', 9000, 100)],
  });

const sums = (text: string, words: RegExp): number[] =>
  [...text.matchAll(words)].map(([, sum]) => Number(sum?.replaceAll(',', '')));

// Little is wanted and the room is told of; too much, and what would last instead.
const wanted = [15_000, 90_000];
describe.each(Object.entries(WAYS).flatMap(([name, way]) => wanted.map((amount) => ({ name, amount, way }))))(
  '$name, with $amount wanted',
  ({ amount, way }) => {
    const { analysis, facts } = planned({ amount, ...way });
    const lasts = analysis.retirement?.sustainableIncome ?? null;

    test('what spending is said to begin at is what the plan then spends in its first year', async () => {
      const summary = await writeSummary(facts, {}, 'How much can I spend a year?');
      const { answer, headline, body, observations } = summary.output;
      const chapter = await writeRetirement(facts);
      const text = [answer, headline, body, ...observations, ...chapter.output.sections.map((one) => one.body)].join(
        '\n',
      );
      // Where spending moves, what is between its beginning and what is wanted leaves no "that" to stand for it.
      if (way.rule !== undefined && way.rule.rule !== 'constant_nominal')
        expect(text).not.toMatch(/\bThat is \$[\d,]+ (?:less|more) than the \$[\d,]+ you want/);
      const said = sums(text, /\b(?:begins|begun|beginning) (?:at|with) \*{0,2}\$([\d,]+)/gi);
      if (lasts === null) {
        expect(said).toEqual([]);
        return;
      }
      const { spending } = planned({ ...way, amount: lasts }).analysis.retirement ?? {};
      const first = spending?.p50[spending.ages.indexOf(START)] ?? NaN;
      for (const sum of said) expect(Math.abs(sum / first - 1)).toBeLessThan(0.01);
      const told = Object.keys(way).length > 0;
      expect(said.length > 0).toBe(told);
    });

    test('the table calls an amount that the first year does not spend no spending, and shows that of the first year', () => {
      const table = JSON.stringify(analysis.retirement === null ? [] : retirementTables(analysis.retirement, 'USD'));
      const isShared = way.shareByAge !== undefined || way.rule?.rule === 'floor_and_ceiling';
      expect(table.includes('Yearly spending that lasts')).toBe(lasts !== null && !isShared);
      expect(table.includes(`spending at age ${START}`)).toBe(lasts !== null && isShared);
    });
  },
);
