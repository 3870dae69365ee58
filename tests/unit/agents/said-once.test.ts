// A sentence that says one thing twice, figures that do not add up beside each other, and too little said of cash alone.
import { expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { readPortfolio } from '../../../shared/agents/models/narrator/reading/read-portfolio.ts';
import { retirementPlay } from '../../../shared/agents/models/narrator/retirement/retirement-play.ts';
import { plannerPlay } from '../../../shared/agents/models/narrator/summary/planner-play.ts';
import { points } from '../../../shared/agents/models/narrator/wording/percent.ts';
import { retirementGoals } from '../../../shared/schemas/goals.ts';
import { cash, line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

const goals = retirementGoals.parse({ age: 45, retireAt: 65, income: 30_000, contribute: 20_000 });
const mixed = [line('STOX', 680, 100), line('BOND', 320, 100)];

test('one fund that is all the stocks there are is not given its share twice', () => {
  const { facts } = caseOf({ lines: mixed, instruments: allInstruments });
  const { observations } = plannerPlay(readPortfolio(facts));
  expect(observations).toContain('Stocks are 68% of the portfolio, as is the largest investment, STOX.');
  expect(checkGrounding(observations, facts).strays).toEqual([]);
});

test('cash alone leaves three things to say', () => {
  for (const more of [{}, { goals }]) {
    const { facts } = caseOf({ lines: [cash(2_000_000)], instruments: allInstruments, ...more });
    const { observations } = plannerPlay(readPortfolio(facts));
    expect(new Set(observations).size).toBe(3);
    expect(checkGrounding(observations, facts).strays).toEqual([]);
  }
});

test('a chance before, a chance after and the points between are written to the same decimal', () => {
  const { facts } = caseOf({ lines: mixed, instruments: allInstruments, goals });
  const reading = readPortfolio(facts);
  const section = retirementPlay(reading).sections.find(({ id }) => id === 'what-would-change-it')?.body ?? '';
  const [before, change, after] = [
    ...(/as it stands the chance is ([\d.]+)%.*?raises the chance by ([\d.]+) .*?points, to ([\d.]+)%/s.exec(section) ??
      []),
  ]
    .slice(1)
    .map(Number);
  expect(before).toBeGreaterThan(0);
  expect((before ?? 0) + (change ?? 0)).toBeCloseTo(after ?? 0, 1);
  const lever = plannerPlay(reading).observations.find((one) => one.includes('helps retirement most')) ?? '';
  expect(lever).toMatch(/rises from \d+\.\d% to \d+\.\d%/);
  expect(checkGrounding([section, lever], facts).strays).toEqual([]);
});

test('ten points and more keep the tenth that the chances beside them have', () => {
  expect([0.132, 0.063, 0.165].map(points)).toEqual([
    '13.2 percentage points',
    '6.3 percentage points',
    '16.5 percentage points',
  ]);
});
