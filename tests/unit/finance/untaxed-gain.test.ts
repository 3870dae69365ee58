import { describe, expect, test } from '@jest/globals';
import { analyze } from '../../../shared/finance/analyze.ts';
import { AS_OF, instruments, line } from './portfolios.ts';

const goals = { age: 61, retireAt: 61, lifeExpectancy: 95, income: 12_000, contribute: 0 };
const of = (costs: readonly (number | null)[], taxRate?: number, type: 'taxable' | 'tax_deferred' = 'taxable') =>
  analyze({
    asOf: AS_OF,
    baseCurrency: 'USD',
    lines: costs.map((costBasis, at) => line(at === 0 ? 'STOX' : 'BOND', 2000, 100, { costBasis, accountType: type })),
    instruments,
    goals: { ...goals, ...(taxRate === undefined ? {} : { taxRate }) },
    seed: 4,
    paths: 600,
  }).retirement;

describe('what taxable accounts have gained until today', () => {
  test('lowers the chance where a tax rate is given, and is named where none is', () => {
    const [gained, paid] = [of([20_000, 20_000], 0.15), of([200_000, 200_000], 0.15)];
    expect(gained?.untaxedGain).toEqual({ value: 360_000, coverage: 1, taxed: true });
    expect(paid?.untaxedGain).toEqual({ value: 0, coverage: 1, taxed: false });
    expect(gained?.success).toBeLessThan((paid?.success ?? 0) - 0.02);
    const untaxed = of([20_000, 20_000]);
    expect(untaxed?.untaxedGain).toMatchObject({ value: 360_000, taxed: false });
    expect(untaxed?.notes.join(' ')).toContain('gained until today is not taken off');
  });

  test('of unknown cost is no gain, and says so; losses count against gains', () => {
    expect(of([null, null], 0.15)?.untaxedGain).toEqual({ value: 0, coverage: 0, taxed: false });
    expect(of([null, null], 0.15)?.notes.join(' ')).toContain('What was paid is not known');
    expect(of([20_000, null], 0.15)?.untaxedGain).toEqual({ value: 180_000, coverage: 0.5, taxed: true });
    expect(of([150_000, 230_000], 0.15)?.untaxedGain?.value).toBe(20_000);
  });

  test('is nobody’s business inside a retirement account', () => {
    expect(of([20_000, 20_000], 0.15, 'tax_deferred')?.untaxedGain).toBeUndefined();
  });
});
