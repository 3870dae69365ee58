// Three funds without a price and some cash: the cash was judged as if it were the whole, and a plan with it.
import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { reporterPlay } from '../../../shared/agents/models/narrator/report/reporter-play.ts';
import { captions } from '../../../shared/agents/models/narrator/charts/captions.ts';
import { readPortfolio } from '../../../shared/agents/models/narrator/reading/read-portfolio.ts';
import { plannerPlay } from '../../../shared/agents/models/narrator/summary/planner-play.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { retirementGoals } from '../../../shared/schemas/goals.ts';
import { cash, line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

const goals = retirementGoals.parse({ age: 45, retireAt: 65, lifeExpectancy: 92, income: 60_000, contribute: 10_000 });
const unpriced = ['STOX', 'BOND', 'REIT'].map((symbol) => line(symbol, 1000, null));
const saidOf = (lines: Parameters<typeof caseOf>[0]['lines'], more = {}) => {
  const { analysis } = caseOf({ lines, instruments: allInstruments, goals, ...more });
  const facts = factsOf(analysis);
  const reading = readPortfolio(facts);
  const { headline, body, observations, answer } = plannerPlay(reading);
  const sections = reporterPlay(reading).sections.map((section) => section.body);
  const seen = Object.values(captions).map((caption) => caption(reading));
  return {
    analysis,
    facts,
    headline,
    observations,
    answer,
    text: [headline, body, ...observations, ...sections].join('\n'),
    seen: seen.join('\n'),
  };
};

const VERDICTS =
  /does not hold|whole portfolio|all of the portfolio|All of it|100%|Change the plan|purpose|graded|bad year|of the portfolio/;

describe('a portfolio of which most positions have no value', () => {
  test('has no projection, no risk, no grade and no drift', () => {
    for (const lines of [
      [...unpriced, cash(20_000)],
      [...unpriced, line('GOLD', 10, 300)],
    ]) {
      const { analysis } = saidOf(lines, { targets: { assetClasses: { equity: 0.6, fixed_income: 0.4 } } });
      expect(analysis.retirement).toBeNull();
      expect(analysis.retirementMissing).toMatch(/could (?:not )?be valued.*would pass for one of the whole/);
      expect(analysis.risk).toBeNull();
      expect(analysis.scores).toEqual({ diversification: null, risk: null });
      expect(analysis.drift).toEqual({ assetClass: null, region: null });
      expect(analysis.rebalancing).toBeNull();
    }
  });

  test('is nowhere judged by what has one', () => {
    for (const lines of [
      [...unpriced, cash(20_000)],
      [...unpriced, line('GOLD', 10, 300)],
    ]) {
      const { headline, observations, text, seen, facts } = saidOf(lines);
      expect(headline).toMatch(
        /^Without (?:any of its three|three of four) positions, which could not be valued: the \$/,
      );
      expect(observations[0]).toContain('could not be valued');
      expect(`${text}\n${seen}`).not.toMatch(VERDICTS);
      expect(checkGrounding(text.split('\n'), facts).strays).toEqual([]);
    }
  });

  test('cannot be asked about what rests on shares of it', () => {
    const question = { focus: ['risk' as const, 'allocation' as const], outside: [], whatIfs: [] };
    const { answer } = saidOf([...unpriced, cash(20_000)], { question });
    expect(answer).toMatch(/None of the three positions could be valued/);
    expect(answer).not.toMatch(/cash 100%/);
  });

  test('with debts that are paid first has none either', () => {
    const loan = { ...cash(-5000), accountName: 'Loan', interestRate: 0.06 };
    expect(saidOf([...unpriced, cash(20_000), loan]).analysis.retirement).toBeNull();
  });

  test('worth less than nothing has no grade of how it is spread', () => {
    const { scores } = saidOf([line('STOX', 10, 300), line('BOND', 10, 100), cash(-19_000)]).analysis;
    expect(scores?.diversification).toBeNull();
  });

  test('is another than one of which half is valued', () => {
    const { analysis } = saidOf([line('STOX', 100, 300), line('BOND', 10, null)]);
    expect(analysis.retirement).not.toBeNull();
  });
});

test('the caption of the largest holdings counts no cash among them, and says so where cash is a bar beside them', () => {
  const lines = ['STOX', 'BOND', 'REIT', 'GOLD', 'TECH', 'WORLD'].map((symbol) => line(symbol, 10, 300));
  expect(saidOf([...lines, cash(3000)]).seen).toContain('The five largest, without cash, make up');
  expect(saidOf(lines).seen).toContain('The five largest make up');
});
