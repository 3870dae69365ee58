// A name may tell the class and neither region nor sector. What it does not tell is no industry, no region and no reproach.
import { describe, expect, test } from '@jest/globals';
import { chooseCharts } from '../../../shared/agents/choose-charts.ts';
import { readPortfolio } from '../../../shared/agents/models/narrator/reading/read-portfolio.ts';
import { diversification } from '../../../shared/agents/models/narrator/report/grades.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { buildCharts } from '../../../shared/charts/build.ts';
import { cash, instrument, line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

async function written(lines: Parameters<typeof caseOf>[0]['lines']) {
  const goals = { age: 40, retireAt: 65, lifeExpectancy: 95, income: 100, contribute: 0 };
  const { analysis, facts } = caseOf({ lines, instruments: allInstruments, goals });
  const specs = buildCharts(analysis);
  const [summary, report, charts] = [
    await writeSummary(facts),
    await writeReport(facts),
    await chooseCharts(facts, specs),
  ];
  for (const { check } of [summary, report, charts]) expect(check.strays).toEqual([]);
  const sections = new Map(report.output.sections.map(({ id, body }) => [id, body]));
  const captions = [...specs.map(({ caption }) => caption), ...charts.output.charts.map(({ caption }) => caption)];
  return {
    analysis,
    specs,
    sections,
    captions: captions.join('\n'),
    all: [...captions, summary.output.headline, summary.output.body, ...summary.output.observations, ...sections.values()].join('\n'), // prettier-ignore
  };
}

const byName = [line('ST500', 60, 100), line('912828ZT0', 40, 100)];

describe('of stocks whose sectors no name says', () => {
  test('nothing is said of few or many industries, and no sector is the largest', async () => {
    const { analysis, all, specs, sections } = await written(byName);
    expect(analysis.scores?.diversification?.score).toBe(10);
    expect(all).not.toMatch(/(?:few|many) industries|Not known:|\bOther:/);
    expect(sections.get('risks')).toContain('The industries of most of its stocks are not known');
    expect(specs.find(({ id }) => id === 'sectors')?.caption).toBe(
      'The largest part is Government bonds, with 40.0%. For 60.0% of the portfolio it is not known.',
    );
    const { specs: alone } = await written([line('ST500', 95, 100), line('STOX', 5, 100)]);
    expect(alone.map(({ id }) => id)).not.toContain('sectors');
    expect(sections.get('how-it-is-spread')).toContain('For 60% the sector is not known.');
  });

  test('what is not known is no part of what the largest is found among', async () => {
    const { captions } = await written([line('ST500', 50, 100), line('STOX', 50, 100)]);
    expect(captions).toContain('Information technology: 20% of the portfolio, the largest sector named.');
    expect(captions).toContain('For 50% it is not known.');
    expect(captions).not.toContain('Not known:');
  });
});

describe('of few stocks beside other things', () => {
  const wide = instrument('WIDE', {
    assetClasses: { equity: 1 },
    regions: { north_america: 0.6, europe: 0.3, emerging_markets: 0.1 },
    sectors: { information_technology: 0.25, financials: 0.25, health_care: 0.25, industrials: 0.25 },
  });
  test.each([
    ['one company', [line('ACME', 40, 100), line('BOND', 60, 100)], false],
    ['two of one industry', [line('GOOG', 20, 100), line('GOOGL', 20, 100), line('BOND', 60, 100)], false],
    ['two of two industries', [line('GOOG', 20, 100), line('ACME', 20, 100), line('BOND', 60, 100)], false],
    ['most in one, the rest in a fund', [line('ACME', 26, 100), line('WIDE', 14, 100), line('BOND', 60, 100)], false],
    ['a fund of many', [line('WIDE', 40, 100), line('BOND', 60, 100)], true],
  ])('%s: what is said of their industries is of the stocks', (_, lines, said) => {
    const { facts } = caseOf({ lines, instruments: new Map([...allInstruments, wide]) });
    const body = diversification(readPortfolio(facts)) ?? '';
    expect(body).toContain('Diversification is graded');
    expect(body.includes('spread over many industries')).toBe(said);
  });
});

describe('of stocks whose regions no name says', () => {
  test('no target is held against them, and no advice rests on the rest', async () => {
    const { analysis, all } = await written([line('IE00B3RBWM25', 80, 100), line('ST500', 20, 100)]);
    expect(analysis.drift.region).toBeNull();
    expect(all).not.toMatch(/Spread the stocks over more of the world|regions are (?:close|far)/);
    expect(all).toContain('For 80% the region is not known.');
  });

  test('shares are of those that are known, and said to be', async () => {
    const { all, specs } = await written([line('IE00B3RBWM25', 30, 100), line('STOX', 70, 100)]);
    expect(all).toContain('Of the stocks whose region is known, 60% are in North America');
    expect(all).toContain('For 30% of the portfolio the region is not known.');
    expect(specs.map(({ title }) => title)).toContain(
      'Regions against their targets, of the stocks whose region is known',
    );
  });
});

describe('holdings known by a code', () => {
  test('are called by their names in texts, charts and captions', async () => {
    const { all, specs } = await written([
      line('IE00B3RBWM25', 80, 100, { costBasis: 7000 }),
      line('912828ZT0', 20, 100),
    ]);
    expect(all).not.toMatch(/IE00B3RBWM25|912828ZT0/);
    expect(JSON.stringify(specs.find(({ id }) => id === 'top-holdings'))).toContain(
      'VANGUARD FTSE ALL-WORLD UCITS ETF',
    );
    const unpriced = await written([
      line('STOX', 1, 100),
      line('CASH:EUR', 100, null, { kind: 'cash', currency: 'EUR' }),
    ]);
    expect(unpriced.all).not.toContain('CASH:EUR');
  });
});

test('an account that owes is not passed over where the rest is said to be all', async () => {
  const { sections } = await written([
    line('STOX', 600, 100, { accountName: 'Roth IRA', accountType: 'tax_free' }),
    cash(-12_000, { accountName: 'Margin loan', accountType: 'taxable' }),
  ]);
  const spread = sections.get('how-it-is-spread') ?? '';
  expect(spread).toContain('$60,000 is in tax-free accounts; in taxable accounts $12,000 more is owed than is there.');
  expect(spread).not.toContain('All of it is in tax-free');
});
