// A mortgage, a student loan or a credit card whose rate nobody states: never a broker's loan that grows with what is held.
import { describe, expect, test } from '@jest/globals';
import { analyze } from '../../../shared/finance/analyze.ts';
import type { AnalysisInput } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { debtRateOf } from '../../../shared/finance/market-assumptions/debt-rates.ts';
import { gapsOf } from '../../../shared/report/gaps.ts';
import { analysis as analysisSchema } from '../../../shared/schemas/analysis.ts';
import { retirementGoals } from '../../../shared/schemas/goals.ts';
import { plan as planSchema } from '../../../shared/schemas/retirement-plan/plan.ts';
import { allocationTables } from '../../../shared/report/tables/allocation-tables.ts';
import { holdingsTable } from '../../../shared/report/tables/holdings-table.ts';
import { sampleResult } from '../../fixtures/results/sample.ts';
import { AS_OF, cash, instruments, line } from '../finance/portfolios.ts';

const goals = retirementGoals.parse({ age: 45, retireAt: 65, lifeExpectancy: 95, income: 30_000, contribute: 20_000 });
const analysed = (lines: AnalysisInput['lines'], more: Partial<AnalysisInput> = {}) =>
  analysisSchema.parse(
    analyze({
      ...{ asOf: AS_OF, baseCurrency: 'USD', lines, instruments, exchangeRates: [], goals, seed: 1, paths: 400 },
      ...more,
    }),
  );
const mortgage = (amount: number, interestRate?: number) =>
  cash(-amount, { accountName: 'Home loan', ...(interestRate === undefined ? {} : { interestRate }) });
const held = [line('STOX', 400, 300), line('BOND', 1000, 73)];

describe('a mortgage without a rate', () => {
  test('is paid by 56 out of $20,000 a year, and not kept in proportion to what is held', () => {
    const { retirement } = analysed([...held, mortgage(180_000)]);
    // Real rate 1.0617 / 1.026 - 1 = 3.4795%: ln(1 / (1 - 180,000 x 0.034795 / 20,000)) / ln 1.034795 = 10.98 years.
    expect(retirement?.owed).toMatchObject({ amount: 180_000, nominalRate: 0.0617, paidAt: 56 });
    expect(retirement?.startingBalance).toBe(193_000);
    expect(retirement?.assumptions.every(({ weight }) => weight >= 0)).toBe(true);
    expect(retirement?.portfolioVolatility).toBeLessThan(0.12);
    const stated = analysed([...held, mortgage(180_000, 0.0617)]).retirement;
    expect(retirement?.success).toBe(stated?.success);
  });

  test('has the assumed rate told with its source, and the true one asked for', () => {
    const analysis = analysed([...held, mortgage(180_000)]);
    const gap = gapsOf(sampleResult(analysis)).find(({ title }) => title.startsWith('Interest assumed'));
    expect(gap?.items).toEqual([
      expect.stringMatching(/^Home loan is taken for a mortgage at 6\.17% a year \(Freddie Mac/),
    ]);
    expect(gap?.remedy).toContain('“Interest rate”');
    expect(factsOf(analysis).find(({ name }) => name === 'interest.assumed.count')?.value).toBe(1);
    const stated = analysed([...held, mortgage(180_000, 0.05)]);
    expect(
      gapsOf(sampleResult(stated))
        .map(({ title }) => title)
        .join(),
    ).not.toContain('assumed');
    expect(stated.borrowed).toEqual([{ accountName: 'Home loan', value: 180_000 }]);
  });

  test('is taken off what is held where nothing is saved and what is left after tax would not pay it', () => {
    const deferred = [line('STOX', 1000, 200, { accountType: 'tax_deferred' }), mortgage(180_000)];
    const asked = { ...goals, contribute: 0, taxRate: 0.2 };
    const { retirement } = analysed(deferred, { goals: asked });
    expect(retirement?.startingBalance).toBe(20_000);
    expect(retirement?.owed).toMatchObject({ amount: 180_000, takenOff: true });
    const plain = [line('STOX', 100, 200, { accountType: 'tax_deferred' })];
    expect(retirement?.success).toBe(analysed(plain, { goals: asked }).retirement?.success);
  });

  test('is taken off what is held beside a whole plan', () => {
    const plan = planSchema.parse({
      people: [{ name: 'Ann', age: 45, retireAt: 65 }],
      accounts: [{ name: 'All', type: 'tax_free', balance: 1 }],
      spending: { amount: 5000 },
      market: { assets: [{ name: 'equity', weight: 1 }], returns: { model: 'lognormal' } },
      longevity: { model: 'fixed_age', age: 95 },
    });
    const ofHalf = analysed([line('STOX', 400, 300), mortgage(60_000)], { goals: undefined, plan }).retirement;
    const half = analysed([line('STOX', 200, 300)], { goals: undefined, plan }).retirement;
    expect(ofHalf?.startingBalance).toBe(60_000);
    expect(ofHalf?.success).toBe(half?.success);
    expect(ofHalf?.notes.join(' ')).toContain('$60,000, are taken off what is held today, which leaves $60,000');
  });
});

test('interest stated as 5% of $180,000 is $9,000 a year: what is paid as it falls due bears none', () => {
  const { cashInterest, retirement } = analysed([...held, mortgage(180_000, 0.05)]);
  expect(cashInterest?.charged).toBe(9_000);
  expect(retirement?.owed?.nominalRate).toBe(0.05);
});

describe('which debts have a usual rate', () => {
  test.each([
    ['Mortgage', 0.0617],
    ['Home loan', 0.0617],
    ['Wells Fargo mortgage', 0.0617],
    ['Hypothek', 0.0617],
    ['Student loans', 0.0639],
    ['Car loan', 0.0767],
    ['Auto loan (Toyota)', 0.0767],
    ['Credit card', 0.21],
    ['HELOC', 0.0775],
    ['401(k) loan', 0.0775],
    ['Personal loan', 0.114],
  ])('%s', (name, rate) => {
    expect(debtRateOf(name)?.rate).toBe(rate);
  });

  test.each(['Margin', 'Margin loan', 'Lombard loan', 'Securities-based line of credit', 'Brokerage', 'College fund'])(
    '%s has none',
    (name) => {
      expect(debtRateOf(name)).toBeUndefined();
    },
  );

  test('an account that holds what was bought with a loan is a broker’s, whatever it is called', () => {
    const { borrowed, retirement } = analysed([
      line('STOX', 400, 300, { accountName: 'Loan account' }),
      cash(-20_000, { accountName: 'Loan account' }),
    ]);
    expect(borrowed).toEqual([{ accountName: 'Loan account', value: 20_000 }]);
    expect(retirement?.owed).toBeUndefined();
  });
});

test('of debts above all that is held there are no shares, and none is called 0%', () => {
  const facts = factsOf(analysed([line('STOX', 30, 100), cash(-15_000, { accountName: 'Margin' })]));
  const names = facts.map(({ name }) => name);
  expect(names).toContain('holding.STOX.value');
  expect(
    names.filter((name) => /^(?:holding|allocation|concentration|cash|unclassified)\b.*weight$/.test(name)),
  ).toEqual([]);
});

test('of such debts every weight in a table is a dash', () => {
  const analysis = analysed([line('STOX', 30, 100), line('BOND', 10, 50), cash(-15_000, { accountName: 'Margin' })]);
  const holdings = holdingsTable(analysis);
  const weights = [holdings, ...allocationTables(analysis)].flatMap((table) => {
    const at = table?.columns.findIndex(({ title }) => title === 'Weight') ?? -1;
    return [...(table?.rows ?? []), ...(table?.total === undefined ? [] : [table.total])].map((row) => row[at]?.text);
  });
  expect(new Set(weights)).toEqual(new Set(['–']));
});
