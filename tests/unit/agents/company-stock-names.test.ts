// An employer's stock in a plan is taken for a broad fund, "no single company's stock is held"; or a fund of small companies for one company.
import { describe, expect, test } from '@jest/globals';
import { taggerPlay } from '../../../shared/agents/models/narrator/tags/tagger-play.ts';
import { isStockByName } from '../../../shared/agents/models/narrator/tags/stock-ending.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { cash, exchangeRates, instrument, line } from '../finance/portfolios.ts';
import { caseOf } from './portfolios.ts';

const tagged = (name: string) => taggerPlay({ asOf: '2026-11-20', items: [{ symbol: 'HY2', name }] }).instruments[0];

describe('a company’s stock', () => {
  test.each([
    ...['Walmart Stock Fund', 'BOEING STOCK FUND', 'Procter & Gamble Stock Fund', 'AT&T Stock Fund', 'GE Stock Fund'],
    ...['3M Stock Fund', 'Deere Common Stock Fund', 'JPMorgan Chase Common Stock Fund', 'Eli Lilly Stock Fund'],
    ...['Publix Stock', 'Kroger Stock Fund (Unitized)', 'HCA Stock Fund K', 'Nucor Stock Unit Fund'],
    // Companies that are called by words of places, styles and industries.
    ...['Honeywell International Stock Fund', 'International Paper Stock Fund', 'Duke Energy Stock Fund'],
    ...['General Electric Stock Fund', 'American Airlines Stock Fund', 'Union Pacific Stock Fund', 'S&P Global Stock'],
    ...['Bank of America Stock Fund', 'U.S. Bancorp Stock Fund', 'Micron Technology Stock Fund', 'Common Stock Fund'],
  ])('%s, which its name alone tells, is a fund of many', (name) => {
    expect(tagged(name)).toMatchObject({ type: 'stock', assetClasses: [{ key: 'equity', weight: 1 }] });
    expect(isStockByName(name)).toBe(true);
  });

  test.each([
    ...['Company Stock Fund', 'Employer Stock', 'My company’s stock', 'Former employer stock', 'Acme Inc. Stock Fund'],
    ...['Verizon Company Stock Fund', 'Southern Company Stock', 'Vanguard Company Stock Fund', 'Private Company Stock'],
    ...['Chevron Leveraged ESOP', 'Wells Fargo ESOP Fund', 'Tesla RSUs', 'ESPP', 'Acme restricted stock units'],
  ])('%s, which is said to be an employer’s, is unknown or a fund of many', (name) => {
    expect(tagged(name)).toMatchObject({ type: 'stock', confidence: 0.8 });
  });
});

test.each([
  ...[
    'US Large Company Stock Fund',
    'Large Company Stock Index',
    'Small Company Stock Index Fund',
    'Small Company Stock',
  ],
  ...['International Company Stock Fund', 'Mid-Sized Company Stock Fund', 'Smaller Company Stock Fund'],
  ...[
    'Vanguard Small Company Stock',
    'Growth Company Stock Fund',
    'Medium Company Stock Fund',
    'Large Company Common Stock',
  ],
  ...['Growth Stock Fund', 'Dividend Stock Fund', 'Global Stock Fund', 'Japan Stock Fund', 'Stock Fund'],
  ...['Dodge & Cox Stock Fund', 'Dodge & Cox International Stock Fund', 'Fidelity Low-Priced Stock Fund'],
  ...['T. Rowe Price International Stock Fund', 'Thornburg International Stock Fund', 'Fidelity Large Cap Stock Fund'],
  ...['Health Care Stock Fund', 'Pacific Stock Fund', 'U.S. Large Cap Stock Fund', 'Aggressive Growth Stock Fund'],
  ...['S&P 500 Stock Fund', 'Total Stock Market Index Fund', 'CREF Stock R3', 'Socially Responsible Stock Fund'],
])('%s is taken for one company’s stock, or stays unknown', (name) => {
  expect(tagged(name)).toMatchObject({ type: 'mutual_fund', assetClasses: [{ key: 'equity', weight: 1 }] });
});

test.each(['Acme Preferred Stock', 'Apple stock options', 'Fidelity Leveraged Company Stock Fund'])(
  '%s is counted as a company’s common stock',
  (name) => {
    expect(tagged(name)?.assetClasses).toBeNull();
  },
);

test.each([
  ['Boeing Stock Fund', true],
  ['Boeing Company Stock Fund', false],
])('that %s is one company’s is told as certain, or not at all: by its name alone %s', async (name, byName) => {
  const composition = { assetClasses: { equity: 1 }, regions: { unknown: 1 }, sectors: { unknown: 1 } };
  const instruments = new Map([instrument('BSF', composition, { name, type: 'stock' })]);
  const { facts } = caseOf({ lines: [line('BSF', 800, 100), cash(20_000)], instruments, exchangeRates });
  const { output: summary } = await writeSummary(facts);
  const { output: report } = await writeReport(facts);
  const advice = report.sections.find(({ id }) => id === 'recommendations')?.body ?? '';
  const risks = report.sections.find(({ id }) => id === 'risks')?.body ?? '';
  expect(risks).not.toContain('no single company');
  expect(summary.observations.join(' ')).toContain(`${name} alone is 80% of the portfolio`);
  for (const text of [summary.headline, summary.observations.join(' '), risks, advice])
    expect([text, /\bmay (?:be|rest on) one company/.test(text)]).toEqual([text, byName]);
});
