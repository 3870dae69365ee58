// 9,995 of 10,000 was told as "a 100% chance": nothing but all of them is 100%, and nothing but none of them is 0%.
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { readPortfolio } from '../../../shared/agents/models/narrator/reading/read-portfolio.ts';
import { plannerPlay } from '../../../shared/agents/models/narrator/summary/planner-play.ts';
import { finePercent, percent } from '../../../shared/agents/models/narrator/wording/percent.ts';
import { chance, figure } from '../../../shared/charts/figure-format.ts';
import { retirementCharts } from '../../../shared/charts/retirement-charts.ts';
import { percent as told } from '../../../shared/finance/amounts.ts';
import { factValue } from '../../../shared/report/format.ts';
import { retirementGoals } from '../../../shared/schemas/goals.ts';
import { MAX_PATHS } from '../../../shared/schemas/retirement-plan/plan.ts';
import { line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

const ways: readonly (readonly [string, (fraction: number) => string])[] = [
  ['the narrator', percent],
  ['the narrator, finely', finePercent],
  ['the engine', told],
  ['tables and tiles', (fraction) => chance(fraction)],
  ['tables, in whole percents', (fraction) => chance(fraction, 0)],
  ['bars', (fraction) => figure(fraction, 'fraction')],
  [
    'the list of facts',
    (value) => factValue({ name: 'a', label: 'A', value, unit: 'fraction', asOf: '2026-11-20', how: 'said' }),
  ],
];
const ALL = /^100(?:\.0+)?%$/;
const NONE = /^0(?:\.0+)?%$/;

describe.each(ways)('as %s say it', (_, say) => {
  const isHonest = (count: number, of: number): boolean => {
    const written = say(count / of);
    return ALL.test(written) === (count === of) && NONE.test(written) === (count === 0);
  };

  test('of 10,000 futures each count is all, none or between as it is', () => {
    expect(Array.from({ length: 10_001 }, (__, count) => count).filter((count) => !isHonest(count, 10_000))).toEqual(
      [],
    );
  });

  test('so it is of as many futures as a plan may have, and of what fails as of what holds', () => {
    const counts = fc.integer({ min: 1, max: MAX_PATHS }).chain((of) => {
      const few = fc.integer({ min: 0, max: Math.min(of, 20) });
      return fc.tuple(
        fc.oneof(
          few,
          few.map((less) => of - less),
          fc.integer({ min: 0, max: of }),
        ),
        fc.constant(of),
      );
    });
    fc.assert(
      fc.property(counts, ([count, of]) => {
        expect(isHonest(count, of)).toBe(true);
        if (count > 0 && count < of) expect(say(1 - count / of)).not.toMatch(count / of < 0.5 ? ALL : NONE);
      }),
    );
  });
});

test('weights that miss their sum by their last binary digits are all of it', () => {
  for (const [, say] of ways) expect(say(1 - 2 ** -50)).toMatch(ALL);
});

describe('a plan that fails in five of 10,000 futures', () => {
  const goals = retirementGoals.parse({ age: 45, retireAt: 65, income: 24_000, contribute: 0 });
  const { analysis, facts } = caseOf({
    lines: [line('STOX', 6000, 100), line('BOND', 2000, 100)],
    instruments: allInstruments,
    goals,
  });
  const exact: Readonly<Record<string, number>> = { 'retirement.success': 0.9995, 'retirement.failure': 0.0005 };
  const changed = facts.map((one) => ({ ...one, value: exact[one.name] ?? one.value }));

  test('has no chance of 100% in the headline, nor in 100% of the futures in the summary', () => {
    const { headline, body } = plannerPlay(readPortfolio(changed));
    expect(headline).toContain('in more than 99.9% of the');
    expect(`${headline} ${body}`).not.toMatch(/\b100%/);
  });

  test('has none in a caption', () => {
    const { retirement } = analysis;
    if (retirement === null) throw new Error('no retirement');
    const captions = retirementCharts({ ...analysis, retirement: { ...retirement, success: 0.9995 } }).map(
      ({ caption }) => caption,
    );
    expect(captions.join(' ')).toContain('more than 99.9%');
    expect(captions.join(' ')).not.toMatch(/100\.0% (?:as planned|of them)/);
  });
});
