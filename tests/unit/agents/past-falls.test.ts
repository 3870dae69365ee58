// What past bad times would have done to a mix, in the narrator's words: each time lacks figures of its own.
import { expect, test } from '@jest/globals';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { cash, instrument, line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

const classes = [
  instrument('ALLEQ', { assetClasses: { equity: 1 }, regions: { north_america: 1 }, sectors: { other: 1 } }),
  instrument('REITS', { assetClasses: { real_estate: 1 }, regions: { north_america: 1 }, sectors: { real_estate: 1 } }),
  instrument('METAL', { assetClasses: { commodities: 1 }, regions: { global: 1 }, sectors: { commodities: 1 } }),
];
const instruments = new Map([...allInstruments, ...classes]);

async function risks(lines: Parameters<typeof caseOf>[0]['lines']): Promise<string> {
  const { output } = await writeReport(caseOf({ lines, instruments }).facts);
  return output.sections.map(({ body }) => body).join('\n');
}

test('what had no figure in 2008 is not said of the Great Depression, which lacked others', async () => {
  const text = await risks([line('ALLEQ', 800, 100), line('REITS', 50, 100), line('METAL', 50, 100), cash(10_000)]);
  expect(text).toMatch(
    /financial crisis \(2008\)[^.]*would have lost [^.]*\. Without a published figure for that time, commodities are taken to have done as stocks did and cash is taken not to have changed\. The worst of the times tested, the Great Depression \(1929-1932\), would have cost it [^.]*\. Without a published figure for that time, real estate and commodities are taken to have done as stocks did\./,
  );
});

test('what neither time has a figure for is said of both', async () => {
  const text = await risks([line('ALLEQ', 800, 100), line('METAL', 100, 100)]);
  expect(text).toContain(
    'Without a published figure for either time, commodities are taken to have done as stocks did.',
  );
});
