// A portfolio whose make-up nobody knows: what was asked for is not said not to have been.
import { describe, expect, test } from '@jest/globals';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import type { AnalysisInput } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { cash, instruments, line } from '../finance/portfolios.ts';
import { wholePlan } from './portfolios.ts';

const lines = [line('WHAT', 1000, 60), line('STOX', 50, 300), line('BOND', 50, 75), cash(100)];
const simulation = { paths: 200, seed: 3 };
const glidePath = [{ age: 58, weights: { equity: 0.6, fixed_income: 0.4 } }];
const assets = [
  { name: 'equity', weight: 0.6 },
  { name: 'fixed_income', weight: 0.4 },
];
const path = wholePlan({ simulation, market: { assets, returns: { model: 'lognormal' }, glidePath } });

async function spreadOf(input: Partial<AnalysisInput>) {
  const given = { asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1, paths: 200, ...input };
  const analysis = analyze(given);
  const { output, check } = await writeReport(factsOf(analysis));
  expect(check.strays).toEqual([]);
  return { analysis, body: output.sections.map((section) => section.body).join('\n') };
}

describe('targets for a portfolio that is mostly of unknown make-up', () => {
  test('are said to be compared with nothing, and why, not to be missing', async () => {
    const targets = { assetClasses: { equity: 0.6, fixed_income: 0.3, cash: 0.1 } };
    const { analysis, body } = await spreadOf({ targets });
    expect(analysis).toMatchObject({ drift: { assetClass: null }, rebalancing: null });
    expect(analysis.driftMissing).toMatch(/^Your target mix could not be compared.*unknown make-up/);
    expect(body).not.toContain('none was given');
    expect(body).toContain('no trades toward it are proposed');
  });

  test('are so where a plan’s glide path is the target', async () => {
    const { analysis, body } = await spreadOf({ plan: path });
    expect(analysis.driftMissing).toMatch(/^The mix of the plan’s glide path/);
    expect(body).not.toContain('none was given');
  });

  test('that nobody gave are said not to be there', async () => {
    const { analysis, body } = await spreadOf({});
    expect(analysis.driftMissing).toBeUndefined();
    expect(body).toContain('none was given');
  });

  test('that can be compared leave nothing to say', async () => {
    const { analysis } = await spreadOf({ lines: [line('STOX', 50, 300), line('BOND', 50, 75)], plan: path });
    expect(analysis.driftMissing).toBeUndefined();
  });
});

describe('a plan that brings its own mix', () => {
  test('is projected whatever is held, and the report says what cannot be told', async () => {
    for (const held of [lines, [line('WHAT', 1000, 60)]]) {
      const { analysis } = await spreadOf({ lines: held, plan: path });
      expect(analysis.retirementMissing).toBeNull();
      expect(analysis.retirement?.success).toBeGreaterThanOrEqual(0);
      expect(analysis.retirement?.notes.join(' ')).toContain('cannot be told from it');
    }
  });

  test('is another thing than one that takes the portfolio’s', async () => {
    const { analysis } = await spreadOf({ plan: wholePlan({ simulation }) });
    expect(analysis.retirement).toBeNull();
    expect(analysis.retirementMissing).toContain('unknown make-up');
  });
});
