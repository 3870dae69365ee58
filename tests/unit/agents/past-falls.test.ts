// What past bad times would have done to a mix, in the narrator's words: each time lacks figures of its own.
import { expect, test } from '@jest/globals';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { riskLines } from '../../../shared/report/terminal/risk-lines.ts';
import { cash, instrument, line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

const classes = [
  instrument('ALLEQ', { assetClasses: { equity: 1 }, regions: { north_america: 1 }, sectors: { other: 1 } }),
  instrument('REITS', { assetClasses: { real_estate: 1 }, regions: { north_america: 1 }, sectors: { real_estate: 1 } }),
  instrument(
    'FUND',
    { assetClasses: { alternatives: 1 }, regions: { unknown: 1 }, sectors: { other: 1 } },
    { type: 'other' },
  ),
  instrument('METAL', { assetClasses: { commodities: 1 }, regions: { global: 1 }, sectors: { commodities: 1 } }),
];
const instruments = new Map([...allInstruments, ...classes]);

async function risks(lines: Parameters<typeof caseOf>[0]['lines']): Promise<string> {
  const { output } = await writeReport(caseOf({ lines, instruments }).facts);
  return output.sections.map(({ body }) => body).join('\n');
}

test('what had no figure in the Great Depression is not said of 2008, which has one', async () => {
  const text = await risks([line('ALLEQ', 800, 100), line('REITS', 50, 100), line('METAL', 50, 100), cash(10_000)]);
  expect(text).toMatch(
    /financial crisis \(2008\)[^.]*would have lost [^.]*\. The worst of the times tested, the Great Depression \(1929-1932\), would have cost it [^.]*\. Alex has no figure for real estate and commodities at that time: they are taken to have done as stocks did\./,
  );
  expect(text).not.toContain('published figure');
});

test('what neither time has a figure for is said of both', async () => {
  const text = await risks([line('ALLEQ', 800, 100), line('FUND', 100, 100)]);
  expect(text).toContain(
    'Alex has no figure for alternatives at either time: they are taken to have done as stocks did.',
  );
});

test('what both times lack is said word for word twice, where one of them lacks more', async () => {
  const text = await risks([line('ALLEQ', 700, 100), line('REITS', 100, 100), line('COIN', 200, 100)]);
  expect(text).toContain('no figure for real estate at that time');
  expect(text.match(/Cryptocurrencies did not exist at [^|\n]*?can fall much further/g)).toHaveLength(1);
});

const COINS =
  'Cryptocurrencies did not exist at that time and are taken to have done as stocks did; they can fall much further.';

/** What the summary says, with its observations, and the terminal beside it. */
async function inShort(lines: Parameters<typeof caseOf>[0]['lines']) {
  const { facts, analysis } = caseOf({ lines, instruments });
  const { output } = await writeSummary(facts);
  return { said: [output.body, ...output.observations].join('\n'), terminal: riskLines(analysis).join('\n'), facts }; // prettier-ignore
}

test('a loss of 2008 is not told in short as if coins, much of what is held, had been there', async () => {
  const { said, terminal, facts } = await inShort([line('ALLEQ', 500, 100), line('COIN', 450, 100), cash(5_000)]);
  for (const sentence of said.split('\n').filter((one) => /\((?:2008|1929-1932)\)/.test(one)))
    expect(sentence).toContain(COINS);
  expect(said).toContain(COINS);
  expect(terminal).toContain(COINS);
  const shock = facts.find(({ name }) => name === 'risk.stress.rate_shock.return')?.value;
  expect(shock).toBeCloseTo(0.5 * -0.181 + 0.45 * -0.6427 + 0.05 * 0.0152, 4);
});

test('what is little of what is held is not spoken of in short', async () => {
  const { said, terminal } = await inShort([line('ALLEQ', 980, 100), line('COIN', 20, 100)]);
  expect(`${said} ${terminal}`).not.toContain('Cryptocurrencies');
});
