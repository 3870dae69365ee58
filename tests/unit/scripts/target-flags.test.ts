import { describe, expect, test } from '@jest/globals';
import { readOptions } from '../../../scripts/analysis/options.ts';
import { readTargetFlags } from '../../../scripts/analysis/target-flags.ts';
import { targets as schema } from '../../../shared/schemas/goals.ts';

const options = (...flags: string[]) => readOptions(['examples/portfolio.csv', ...flags]);
const refused = (flags: { targets?: string; regionTargets?: string }): string[] => {
  const problems: string[] = [];
  readTargetFlags(flags, (flag, text, parse) => {
    const parsed = text === undefined ? undefined : parse(text);
    if (parsed?.ok === false) problems.push(`${flag}: ${parsed.problem}`);
    return parsed?.ok === true ? parsed.value : undefined;
  });
  return problems;
};

describe('flags about the mix that is aimed for', () => {
  test('without any the file decides', () => {
    expect(options().targets).toBeUndefined();
  });

  test.each(['stocks=60,bonds=30,cash=10', 'Stocks: 60%, Bonds: 30%, Cash: 10%', 'equity 60,fixed-income 30,cash 10'])(
    '%s is understood',
    (text) => {
      expect(options('--targets', text).targets).toEqual({
        assetClasses: { equity: 0.6, fixed_income: 0.3, cash: 0.1 },
      });
    },
  );

  test('regions stand beside the classes', () => {
    const given = options(
      '--targets',
      'stocks=100',
      '--region-targets',
      'north america=65,emerging=10,europe=15,pacific=10',
    );
    expect(given.targets).toEqual({
      assetClasses: { equity: 1 },
      regions: { north_america: 0.65, emerging_markets: 0.1, europe: 0.15, pacific: 0.1 },
    });
  });

  test('thirds as people round them add up', () => {
    const given = options('--targets', 'stocks=33.3,bonds=33.3,real estate=33.3').targets;
    expect(schema.safeParse(given).success).toBe(true);
  });

  test.each([
    ['stocks=60,bonds=30', 'Together they are 90%'],
    ['stocks=0.6,bonds=0.4', 'Together they are 1%'],
    ['stocks=60,gold=40', '"gold" is none of stocks, bonds, real_estate, commodities, cash'],
    ['stocks=60,stocks=40', 'given twice'],
    ['equity=60,stocks=40', 'given twice'],
    ['stocks', 'no name with a percentage'],
    ['stocks=-60,bonds=160', 'no name with a percentage'],
    ['', 'no name with a percentage'],
  ])('--targets "%s" is refused: %s', (text, why) => {
    expect(refused({ targets: text })).toEqual([expect.stringContaining(why)]);
    expect(refused({ targets: text })[0]).toContain('stocks=60,bonds=30,cash=10');
  });

  test('what belongs to no region is no target among the stocks', () => {
    expect(refused({ regionTargets: 'north_america=60,global=40' })[0]).toContain('"global" is none of');
  });

  test('everything that is wrong is told at once', () => {
    expect(refused({ targets: 'x', regionTargets: 'y' })).toHaveLength(2);
  });
});
