// What a careful adviser says first of a portfolio whose stocks and bonds are a small part of it.
import { describe, expect, test } from '@jest/globals';
import { article } from '../../../shared/agents/models/narrator/wording/percent.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { defaultAssetClasses } from '../../../shared/finance/target-mix.ts';
import { cash, exchangeRates, line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

const goals = { age: 60, retireAt: 65, lifeExpectancy: 95, income: 20_000, contribute: 0 };
const of = (lines: Parameters<typeof caseOf>[0]['lines']) =>
  caseOf({ lines, instruments: allInstruments, exchangeRates, goals });

describe('a portfolio with few stocks and bonds', () => {
  test.each([
    ['coins', [line('COIN', 1800, 100), line('BOND', 100, 98)], / alone is \d+% of the portfolio/],
    ['cash', [cash(480_000), line('BOND', 280, 73)], /Cash is 96% of the portfolio/],
    ['gold', [line('GOLD', 1000, 300), line('BOND', 50, 73)], / alone is \d+% of the portfolio/],
  ])('of %s is not told of drift between them, but of what it is', async (_name, lines, first) => {
    const { analysis, facts } = of(lines);
    expect(analysis.drift.assetClass).toBeNull();
    const { output } = await writeSummary(facts);
    expect(output.observations.join('\n')).toMatch(first);
    const report = await writeReport(facts);
    const advice = report.output.sections.find(({ id }) => id === 'recommendations')?.body ?? '';
    expect(advice).toMatch(/Decide how much|Give the cash a purpose/);
    expect(advice).not.toMatch(/moving money/i);
    expect(report.output.sections.map(({ body }) => body).join(' ')).not.toContain('stocks are in few industries');
  });

  test('the base of a drift is said where it is not nearly all', async () => {
    const { analysis, facts } = of([cash(40_000), line('BOND', 600, 100)]);
    expect(analysis.drift.assetClass).not.toBeNull();
    const { output } = await writeReport(facts);
    const spread = output.sections.find(({ id }) => id === 'how-it-is-spread')?.body ?? '';
    expect(spread).toContain('Among your stocks and bonds (60% of the portfolio)');
  });
});

test.each([
  [45, 40, 0.82, false],
  [45, 65, 0.82, false],
  [38, 42, 0.9, false],
  [60, 68, 0.628, true],
  [82, 82, 0.3, false],
])(
  'the typical mix at %i with retirement at %i does not go by an early or an endless career',
  (age, retireAt, equity, later) => {
    const { weights, laterRetirement = false } = defaultAssetClasses({ age, retireAt });
    expect(weights.equity).toBeCloseTo(equity, 6);
    expect(laterRetirement).toBe(later);
  },
);

test('an article goes by how a figure is spoken', () => {
  const spoken = ['8%', '8.5%', '83%', '11%', '18%', '11,000', '800'];
  expect(spoken.map(article)).toEqual(spoken.map(() => 'an'));
  const others = ['1%', '10%', '72%', '110', '180%', '1.8%', '98%'];
  expect(others.map(article)).toEqual(others.map(() => 'a'));
});
