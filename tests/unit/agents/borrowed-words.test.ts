// Of an account on margin the shares of what is held are of less than that: none of them is all that there is.
import { describe, expect, test } from '@jest/globals';
import { buildCharts } from '../../../shared/charts/build.ts';
import { chooseCharts } from '../../../shared/agents/choose-charts.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { cash, instrument, line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

const usa = instrument('USA', {
  assetClasses: { equity: 1 },
  regions: { north_america: 1 },
  sectors: { information_technology: 0.3, financials: 0.7 },
});
const treasury = instrument('GOVT', {
  assetClasses: { fixed_income: 1 },
  regions: { north_america: 1 },
  sectors: { government_bonds: 1 },
});
const instruments = new Map([...allInstruments, usa, treasury]);

async function written(lines: Parameters<typeof caseOf>[0]['lines'], plan?: Parameters<typeof caseOf>[0]['goals']) {
  const { analysis, facts } = caseOf({ lines, instruments, ...(plan && { goals: plan }) });
  const [summary, report] = [await writeSummary(facts), await writeReport(facts)];
  const menu = buildCharts(analysis);
  const charts = menu.length === 0 ? null : await chooseCharts(facts, menu);
  for (const { check, degraded } of [summary, report, ...(charts === null ? [] : [charts])]) {
    expect(check.strays).toEqual([]);
    expect(degraded).toBeNull();
  }
  const { headline, body, observations } = summary.output;
  const sections = new Map(report.output.sections.map((one) => [one.id, one.body]));
  const captions = charts?.output.charts.map(({ caption }) => caption) ?? [];
  return {
    headline,
    body,
    observations,
    captions,
    sections,
    all: [headline, body, ...observations, ...sections.values(), ...captions].join('\n'),
  };
}

/** Whatever says of a part that it is everything. */
const EVERYTHING =
  /is all there is|All of it(?:: (?!Taxable)| is in (?!taxable))|all of it in|all of (?:the portfolio|what)|the whole portfolio/;

describe('an account on margin', () => {
  test.each([
    ['owes as much as its smaller part is worth', [line('USA', 500, 100), line('GOVT', 100, 100), cash(-10_000)]],
    ['owes far more than it is worth', [line('USA', 300, 100), line('GOVT', 500, 74), cash(-60_000)]],
    ['holds one company on it', [line('ACME', 500, 100), line('GOVT', 100, 100), cash(-10_000)]],
    ['holds gold on it', [line('GOLD', 500, 100), line('GOVT', 100, 100), cash(-10_000)]],
    ['holds on it what nobody can classify', [line('WHAT', 500, 100), line('GOVT', 100, 100), cash(-10_000)]],
  ])('that %s is told of no part that it is everything', async (_name, lines) => {
    const { all, captions } = await written(lines);
    expect(all).not.toMatch(EVERYTHING);
    expect(captions.join('\n')).toContain('Borrowed cash makes these shares add up to more than the whole');
  });

  test('is told its mix as shares of what is its own', async () => {
    const { body } = await written([line('USA', 500, 100), line('GOVT', 100, 100), cash(-10_000)]);
    expect(body).toContain('It holds stocks worth 100% and bonds worth 20% of what is yours, with borrowed money.');
  });
});

test('what is everything is still said to be', async () => {
  const { all, captions } = await written([line('USA', 500, 100)]);
  expect(captions).toEqual(expect.arrayContaining([expect.stringContaining('All of it: Stocks.')]));
  expect(all).not.toContain('Borrowed');
});
