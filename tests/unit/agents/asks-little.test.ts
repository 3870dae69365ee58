// A plan that spends nothing, or forgot a zero, was told to last "in every simulated future".
import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { readPortfolio } from '../../../shared/agents/models/narrator/reading/read-portfolio.ts';
import { retirementPlay } from '../../../shared/agents/models/narrator/retirement/retirement-play.ts';
import { plannerPlay } from '../../../shared/agents/models/narrator/summary/planner-play.ts';
import { keyFigures } from '../../../shared/report/key-figures.ts';
import { retirementLines } from '../../../shared/report/terminal/retirement-lines.ts';
import { retirementGoals } from '../../../shared/schemas/goals.ts';
import { cash, line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

const lines = [line('STOX', 6000, 100), line('BOND', 2000, 100), cash(40_000)];
function said(income: number) {
  const goals = retirementGoals.parse({ age: 45, retireAt: 65, income, contribute: 20_000 });
  const { analysis, facts } = caseOf({ lines, instruments: allInstruments, goals });
  const reading = readPortfolio(facts);
  const { headline, body, observations } = plannerPlay(reading);
  const sections = retirementPlay(reading).sections.map((section) => section.body);
  const texts = [headline, body, ...observations, ...sections];
  return { analysis, headline, body, facts, texts, text: texts.join('\n\n') };
}
const BOAST = /every simulated future|very safe|held in every|work could stop/;

describe('an income that is no plan', () => {
  test.each([
    [0, 'no spending to test it with', 'ask again with what you want to live on'],
    [80, 'only $80 a year to pay, which is hardly a test', 'If $80 was meant for a month, or in thousands, ask again'],
  ])('%d a year is no success: what would last is said, and what to do', (income, first, then) => {
    const { analysis, headline, body, facts, texts, text } = said(income);
    expect(headline).toContain(`; the plan has ${first}, and $`);
    expect(body).toContain(then);
    expect(text).not.toMatch(BOAST);
    expect(checkGrounding(texts, facts).strays).toEqual([]);
    expect(retirementLines(analysis).join(' ')).toMatch(/^no test: next to nothing is taken out.* in all of 200/);
    expect(keyFigures(analysis).map(({ label }) => label)).not.toContain('Chance that the money lasts');
  });

  test('a plan that is merely safe is told so', () => {
    const { analysis, headline, text } = said(12_000);
    expect(keyFigures(analysis).map(({ label }) => label)).toContain('Chance that the money lasts');
    expect(headline).toMatch(/it lasts to age 95 in every simulated future|9\d% chance of lasting/);
    expect(text).not.toContain('no plan that the simulation could test');
  });
});
