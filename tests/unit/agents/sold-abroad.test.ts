// "International" means outside the United States in funds sold there. In a British fund most of it is the United States.
import { describe, expect, test } from '@jest/globals';
import { classifyInstruments } from '../../../shared/agents/classify-instruments.ts';

const now = () => new Date('2026-03-31T12:00:00Z');

async function tag(symbol: string, name: string, currency?: string) {
  const { output } = await classifyInstruments([{ symbol, name, ...(currency && { currency }) }], { now });
  return output[0]?.classification;
}

const LEGAL = 'Legal & General International Index Trust Class C - Accumulation';

describe('an international fund', () => {
  test.each([
    ['by its currency', 'LGINT', LEGAL, 'GBP'],
    ['by the currency of its share class', 'LGINT', `${LEGAL} (GBP)`, undefined],
    ['by its SEDOL', 'BG0QPG0', LEGAL, undefined],
    ['by its ISIN', 'GB00B2Q6HW61', LEGAL, undefined],
    ['in euros', 'FUND', 'Carmignac International Equity Fund', 'EUR'],
    ['overseas', 'FUND', 'Schroder Overseas Growth Fund', 'GBP'],
  ])('sold elsewhere, %s, is of no known region', async (_how, symbol, name, currency) => {
    expect(await tag(symbol, name, currency)).toMatchObject({ assetClasses: { equity: 1 }, regions: { unknown: 1 } });
  });

  test('of developed markets sold elsewhere is not said to hold nothing of the United States', async () => {
    const abroad = await tag('FUND', 'Vanguard Developed Markets Index Fund', 'GBP');
    expect(abroad?.regions.north_america ?? null).toBeNull();
    expect(abroad?.regions.europe ?? null).toBeNull();
    const here = await tag('VTMGX', 'Vanguard Developed Markets Index Fund');
    expect(here?.regions.north_america ?? 0).toBe(0);
    expect(here?.regions.europe).toBeGreaterThan(0.4);
  });

  test.each([
    ['VGTSX', 'Vanguard Total International Stock Index', undefined],
    // Seven characters that are no SEDOL, and one that says without what it is.
    ['1234567', 'Vanguard Total International Stock Index', undefined],
    ['FUND', 'iShares MSCI ACWI ex US Index Fund', 'GBP'],
  ])('%s, %s, is outside the United States', async (symbol, name, currency) => {
    const found = await tag(symbol, name, currency);
    expect(found?.regions.north_america).toBeCloseTo(0.075, 3);
  });
});
