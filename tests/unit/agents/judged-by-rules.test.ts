// The judge by rules blames a text for figures of what is not there: what funds cost, where none is held, or a chance that is said as "all".
import { expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { judgeByRules } from '../../../shared/agents/judge-by-rules.ts';
import { plannerPlay } from '../../../shared/agents/models/narrator/summary/planner-play.ts';
import { readPortfolio } from '../../../shared/agents/models/narrator/reading/read-portfolio.ts';
import { retirementGoals } from '../../../shared/schemas/goals.ts';
import type { Fact } from '../../../shared/schemas/fact.ts';
import { cash, line } from '../finance/portfolios.ts';
import { allInstruments, caseOf, household } from './portfolios.ts';

function complete(agent: 'planner' | 'reporter', facts: readonly Fact[], ...texts: readonly string[]) {
  const written = {
    texts: texts.map((text, at) => ({ at: `body.${at}`, text })),
    grounding: checkGrounding(texts, facts),
    claims: 0,
  };
  return judgeByRules(agent, { prompt: { instructions: '', input: '' }, facts, written }).complete;
}
const WHOLE = { score: 100, reason: 'It speaks of every subject expected of it.' };

test.each([
  ['one share alone', [line('ACME', 10, 300)]],
  ['one share beside cash', [line('ACME', 10, 300), cash(18_000)]],
])('%s costs nothing to hold, which is no figure that is missing', (_, lines) => {
  const { facts } = caseOf({ lines, instruments: allInstruments });
  expect(facts.filter(({ name }) => name.startsWith('costs.')).map(({ name }) => name)).toEqual(['costs.coverage']);
  const value = (name: string): string => String(facts.find((fact) => fact.name === name)?.value);
  const text = `It is worth $${value('portfolio.value')}, of which ACME is $${value('holding.ACME.value')}.`;
  const risk = `In a bad year it could lose $${value('risk.loss95.value')}.`;
  expect(complete('reporter', facts, text, risk)).toEqual(WHOLE);
});

test('a plan that lasts in all of its futures has no other figure of that', () => {
  const goals = retirementGoals.parse({ age: 60, retireAt: 65, income: 80 });
  const lines = [line('STOX', 6000, 100), line('BOND', 2000, 100), cash(40_000)];
  const { facts } = caseOf({ lines, instruments: allInstruments, goals });
  expect(facts.find(({ name }) => name === 'retirement.success')?.value).toBe(1);
  const { headline, body, observations } = plannerPlay(readPortfolio(facts));
  expect(complete('planner', facts, headline, body, ...observations)).toEqual(WHOLE);
});

test('what is there and has no figure is named', () => {
  const { score, reason } = complete('reporter', household.facts, 'In a bad year it may fall.');
  expect(score).toBe(0);
  expect(reason).toBe('It has no figure of: what it is worth; how it is spread; single holdings; risk; what it costs.');
});
