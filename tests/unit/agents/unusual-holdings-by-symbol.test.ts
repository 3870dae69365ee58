// Coins, metals and property that are much of a portfolio and known by their symbols alone: what is said of two or three of them is their
// own sum, in words that the check reads so.
import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { instrument, line } from '../finance/portfolios.ts';
import { caseOf } from './portfolios.ts';

const goals = { age: 40, retireAt: 65, lifeExpectancy: 90, income: 60_000, contribute: 10_000 };
const vti = instrument('VTI', { assetClasses: { equity: 1 }, regions: { north_america: 1 }, sectors: { unknown: 1 } });

/** Dollars by symbol, all of one class, beside $30,000 of shares. */
function holding(assetClass: 'alternatives' | 'commodities' | 'real_estate', dollars: Record<string, number>) {
  const known = Object.keys(dollars).map((symbol) =>
    instrument(
      symbol,
      { assetClasses: { [assetClass]: 1 }, regions: { global: 1 }, sectors: { other: 1 } },
      { name: symbol, expenseRatio: null },
    ),
  );
  const lines = [
    line('VTI', 100, 300, {}),
    ...Object.entries(dollars).map(([symbol, value]) => line(symbol, 10, value / 10, { name: symbol })),
  ];
  return caseOf({ lines, goals, instruments: new Map([vti, ...known]) });
}

async function textsOf({ facts }: ReturnType<typeof holding>): Promise<string[]> {
  const [{ output: report }, { output: summary }] = [await writeReport(facts), await writeSummary(facts)];
  const said = [summary.headline, summary.body, ...summary.observations];
  return [...report.sections.map(({ title, body }) => `${title}. ${body}`), ...said];
}

describe('unusual holdings known by symbol pass for figures of nothing', () => {
  test.each([
    ['alternatives', { BTC: 45_000, ETH: 15_000 }],
    ['alternatives', { 'BTC-USD': 45_000, ETH: 15_000 }],
    ['alternatives', { SOL: 45_000, ADA: 15_000 }],
    ['alternatives', { BTC: 25_000, ETH: 15_000, SOL: 8000 }],
    ['alternatives', { BTC: 45_000 }],
    ['commodities', { GLDX: 20_000, SLVX: 11_000 }],
    ['real_estate', { REIA: 45_000, REIB: 25_000 }],
  ] as const)('%s %j', async (assetClass, dollars) => {
    const known = holding(assetClass, { ...dollars });
    expect(checkGrounding(await textsOf(known), known.facts).problems).toEqual([]);
  });
});

test('a coin that is too little to be named is counted with those that are', async () => {
  const known = holding('alternatives', { BTC: 45_000, ETH: 15_000, SOL: 1500 });
  const texts = (await textsOf(known)).join('\n');
  expect(texts).toContain('Decide how much of BTC and ETH you want to hold.');
  expect(texts).toContain('$60,000, 66% of what you own, is in the two of them');
  expect(texts).toContain('lowers their share');
  expect(texts).toContain('BTC and ETH are 66% of the portfolio, $60,000');
  expect(checkGrounding([texts], known.facts).problems).toEqual([]);
});
