// A plan's own share class of an index fund has no ticker: its sectors were "not known", though those of the index are.
import { expect, test } from '@jest/globals';
import { classifyInstruments } from '../../../shared/agents/classify-instruments.ts';
import { nasdaq100, sp500, usTotalMarket } from '../../../shared/database/seeds/reference/stock-indices.ts';

const sectorsOf = async (name: string) => {
  const { output } = await classifyInstruments([{ symbol: 'OWN-FUND', name }]);
  return output[0]?.classification?.sectors;
};

test.each([
  ['State Street S&P 500 Index Fund Class K', sp500],
  ['STATE STREET S&P 500 INDEX TRUST CL K', sp500],
  ['Fidelity 500 Index S&P 500', sp500],
  ['BlackRock S&P 500 Index Collective Trust', sp500],
  ['Harbor Point Total Stock Market Index Trust', usTotalMarket],
  ['Plan Total U.S. Stock Market Index', usTotalMarket],
  ['Harbor Point Nasdaq-100 Index Fund', nasdaq100],
  ['INVESCO QQQ TRUST', nasdaq100],
])('%s has the sectors of its index', async (name, { sectors }) => {
  const found = await sectorsOf(name);
  expect(Object.keys(found ?? {}).sort()).toEqual(Object.keys(sectors).sort());
  expect(found?.information_technology).toBeCloseTo(sectors.information_technology ?? 0, 9);
});

test.each([
  ['S&P 500 Growth Index Fund'],
  ['S&P 500 Equal Weight Fund'],
  ['Total International Stock Index Fund'],
  ['S&P 500 Covered Call Fund'],
])('%s is no whole index', async (name) => {
  expect(await sectorsOf(name)).not.toEqual(sp500.sectors);
});
