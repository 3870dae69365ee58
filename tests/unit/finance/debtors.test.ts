import { describe, expect, test } from '@jest/globals';
import { analyze } from '../../../shared/finance/analyze.ts';
import { debtorOf } from '../../../shared/finance/issuer.ts';
import type { Instrument, Weights } from '../../../shared/schemas/classification.ts';
import { AS_OF, exchangeRates, instrument, instruments, line } from './portfolios.ts';

function bond(symbol: string, name: string, sector: keyof Weights['sectors'], cash = false): [string, Instrument] {
  const made = cash ? { cash: 1 } : { fixed_income: 1 };
  const [, plain] = instrument(symbol, {
    assetClasses: made,
    regions: { north_america: 1 },
    sectors: { [sector]: 1 },
  });
  return [symbol, { ...plain, type: 'bond', name }];
}

const all = new Map([
  ...instruments,
  bond('13063DRD2', 'CALIFORNIA ST GO 5% 10/01/2030', 'municipal_bonds'),
  bond('345397B36', 'FORD MOTOR CREDIT CO LLC 5.125% 06/16/2030', 'corporate_bonds'),
  bond('345397C43', 'FORD MOTOR CREDIT CO LLC 4% 06/16/2032', 'corporate_bonds'),
  bond('91282CLW9', 'UNITED STATES TREAS NTS 4.25% 11/15/2034', 'government_bonds'),
  bond('02007XAA1', 'ALLY BK CD 4.5% 06/01/2028', 'cash', true),
]);

function scored(...held: [symbol: string, value: number][]) {
  const lines = held.map(([symbol, value]) => line(symbol, 1, value));
  const analysis = analyze({
    asOf: AS_OF,
    baseCurrency: 'USD',
    lines,
    instruments: all,
    exchangeRates,
    seed: 1,
    paths: 50,
  });
  return { ...analysis.concentration, score: analysis.scores?.diversification?.score ?? null };
}

describe('one issuer’s bonds that are half of everything', () => {
  test('are passed over in silence, and the spread graded as if nothing hung on them', () => {
    const { largestDebtor, score } = scored(['13063DRD2', 530], ['BALA', 470]);
    expect(largestDebtor).toEqual({ name: 'CALIFORNIA ST GO', symbols: ['13063DRD2'], weight: 0.53 });
    const { score: spread } = scored(['91282CLW9', 530], ['BALA', 470]);
    expect(score).toBeLessThan((spread ?? 0) - 2);
  });

  test('are counted as two issuers where they are two bonds', () => {
    const { largestDebtor } = scored(['345397B36', 300], ['345397C43', 200], ['13063DRD2', 400], ['BALA', 100]);
    expect(largestDebtor).toEqual({
      name: 'FORD MOTOR CREDIT CO LLC',
      symbols: ['345397B36', '345397C43'],
      weight: 0.5,
    });
  });

  test('are the Treasury’s, or deposits, which are no concentration', () => {
    expect(scored(['91282CLW9', 900], ['BALA', 100]).largestDebtor).toBeUndefined();
    expect(scored(['02007XAA1', 900], ['BALA', 100]).largestDebtor).toBeUndefined();
  });
});

test('a certificate of deposit beside a fund lowers the grade of how well the fund is spread', () => {
  expect(scored(['02007XAA1', 400], ['BALA', 100]).score).toBe(scored(['BALA', 100]).score);
});

test.each([
  ['US345397B363', 'Ford 5% 2030', 'debtor 345397'],
  ['FORD30', 'FORD MOTOR CREDIT CO LLC 5.125% 06/16/2030', 'debtor ford motor credit co llc'],
  ['FORD30', null, 'debtor ford30'],
])('the issuer of %s, %s', (symbol, name, key) => {
  expect(debtorOf(symbol, name).key).toBe(key);
});
