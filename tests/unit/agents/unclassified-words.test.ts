// What could not be classified is said to be that: a file may well say what it is, and the figures of risk are not of it.
import { describe, expect, test } from '@jest/globals';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { keyFigures } from '../../../shared/report/key-figures.ts';
import { cash, instrument, line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

const instruments = new Map([
  ...allInstruments,
  instrument('NOTE', null, { name: 'GOLDMAN SACHS GR 5.15% DUE 05/22/45' }),
  instrument(
    'ALLY',
    { assetClasses: { cash: 1 }, regions: { global: 1 }, sectors: { cash: 1 } },
    { name: 'ALLY BANK CD', expenseRatio: null },
  ),
]);

async function written(lines: Parameters<typeof caseOf>[0]['lines'], income?: number) {
  const goals = { age: 60, retireAt: 65, lifeExpectancy: 95, income: income ?? 0, contribute: 0 };
  const { analysis, facts } = caseOf({ lines, instruments, ...(income !== undefined && { goals }) });
  const [summary, report] = [await writeSummary(facts), await writeReport(facts)];
  for (const { check, degraded } of [summary, report]) {
    expect(check.strays).toEqual([]);
    expect(degraded).toBeNull();
  }
  const sections = new Map(report.output.sections.map(({ id, body }) => [id, body]));
  const { headline, body, observations } = summary.output;
  return {
    analysis,
    body,
    observations,
    sections,
    all: [headline, body, ...observations, ...sections.values()].join('\n'),
  };
}

describe('a portfolio of which much could not be classified', () => {
  const lines = [line('NOTE', 300, 100), line('STOX', 100, 290), cash(40_000)];

  test('is told so, not that nothing says what it is', async () => {
    const { all, sections } = await written(lines, 1000);
    expect(all).not.toMatch(/nothing says what/i);
    expect(sections.get('risks')).toContain('Alex could not classify GOLDMAN SACHS');
    expect(sections.get('how-it-is-spread')).toMatch(/The other 30% could not be classified\./);
  });

  test('has its figures of risk with what they are not of, each of them', async () => {
    const { analysis, body, sections } = await written(lines);
    const figures = keyFigures(analysis);
    expect(figures.find(({ label }) => label === 'Risk')?.note).toContain('of the part that is classified');
    expect(body).toMatch(/one in twenty.*What could not be classified is taken to be like the rest.*too low/s);
    expect(sections.get('risks')).toMatch(/graded \d+ out of 10\*\*, where 10 swings most, going by the part that is/);
    expect(sections.get('risks')).toMatch(/one in twenty, a mix like the part that is classified would/);
    expect(sections.get('risks')).toMatch(/crisis \(2008\), a mix like the part that is classified would have/);
  });

  test('has them without that where next to all is classified', async () => {
    const { all } = await written([line('NOTE', 5, 100), line('STOX', 100, 290)]);
    expect(all).toMatch(/one in twenty, a mix like this would/);
    expect(all).not.toMatch(/too low|going by the part/);
  });
});

test('a certificate of deposit is not called a fund', async () => {
  const { all } = await written([line('ALLY', 300, 100), line('STOX', 100, 290)]);
  expect(all).toContain('is in holdings that count as cash');
  expect(all).not.toMatch(/funds that hold/);
});
