import { plain } from '../wording/markdown.ts';
import type { FactBook } from './fact-book.ts';
import type { Retirement, SpendingChange, WhatIf } from './reading.ts';

/** The projection; null where there is none. */
export function readRetirement(book: FactBook): Retirement | null {
  const success = book.number('retirement.success');
  if (success === null) return null;
  const number = (name: string) => book.number(name) ?? 0;
  const lifeExpectancy = book.number('goals.lifeExpectancy');
  const futures = book.text('goals.plan.futures') ?? 'simulated futures';
  const floor = book.number('retirement.floor.amount');
  const rule = book.text('goals.plan.rule');
  return {
    age: number('goals.age'),
    retireAt: number('goals.retireAt'),
    spendingFrom: book.number('goals.spendingFrom') ?? number('goals.retireAt'),
    lifeExpectancy,
    until: book.text('goals.plan.until') ?? `to age ${(lifeExpectancy ?? 0).toString()}`,
    forLife: book.text('goals.plan.horizon') === 'life',
    futures,
    historical: futures.startsWith('historical'),
    taxWords: book.text('goals.plan.tax') ?? (book.number('goals.taxRate') === null ? 'before tax' : 'after tax'),
    people: book.keys('goals.people', 'age').map((key) => ({
      name: plain(book.text(`goals.people.${key}.name`) ?? 'You'),
      age: number(`goals.people.${key}.age`),
      retireAt: number(`goals.people.${key}.retireAt`),
    })),
    rule: rule === null || rule === 'constant_real' ? null : book.text('goals.plan.spending'),
    followsMarkets:
      rule !== null && (book.number('retirement.spendingCut') !== null || book.number('goals.income') === null),
    amountIs: book.text('goals.plan.amountIs'),
    income: number('goals.income'),
    contribute: number('goals.contribute'),
    otherIncome: book.keys('goals.otherIncome', 'amount').map((key) => {
      const at = `goals.otherIncome.${key}`;
      const [cutFrom, cutAmount] = [book.number(`${at}.cutFrom`), book.number(`${at}.cutAmount`)];
      return {
        label: plain(book.text(`${at}.label`) ?? 'Other income'),
        whose: book.text(`${at}.whose`),
        amount: number(`${at}.amount`),
        from: number(`${at}.from`),
        to: book.number(`${at}.to`),
        nominal: book.label(`${at}.amount`).endsWith('not raised with inflation'),
        taxRate: book.number(`${at}.taxRate`),
        already: book.label(`${at}.from`).endsWith('(already)'),
        cut: cutFrom === null || cutAmount === null ? null : { from: cutFrom, amount: cutAmount },
      };
    }),
    notCounted: book.text('goals.notCounted'),
    yearsToRetirement: number('goals.yearsToRetirement'),
    yearsToSpending: book.number('goals.yearsToSpending') ?? number('goals.yearsToRetirement'),
    success,
    failure: number('retirement.failure'),
    standardError: number('retirement.standardError'),
    low: number('retirement.interval.low'),
    high: number('retirement.interval.high'),
    paths: number('retirement.paths'),
    medianAtRetirement: number('retirement.medianAtRetirement'),
    medianAtEnd: number('retirement.medianAtEnd'),
    medianRuinAge: book.number('retirement.medianRuinAge'),
    p10RuinAge: book.number('retirement.p10RuinAge'),
    sustainableIncome: book.number('retirement.sustainableIncome'),
    sustainableStart: book.number(`retirement.sustainable.p50.${String(book.ages('retirement.sustainable.p50')[0])}`),
    ceilingSuccess: book.number('retirement.ceiling.success'),
    floor: floor === null ? null : { amount: floor, success: number('retirement.floor.success') },
    incomeGap: book.number('retirement.incomeGap'),
    withdrawalRate: book.number('retirement.withdrawalRate'),
    confidence: number('retirement.confidence'),
    whatIfs: book.keys('retirement.whatIf', 'success').map((key) => {
      const at = `retirement.whatIf.${key}`;
      return {
        key,
        label: plain(book.text(`${at}.label`) ?? key),
        success: number(`${at}.success`),
        change: number(`${at}.change`),
        standardError: number(`${at}.standardError`),
        spending: spendingUnder(book, at),
      };
    }),
    comparedSpending: comparedIn(book),
  };
}

/** What is spent with a change, where that is what is compared. */
function spendingUnder(book: FactBook, at: string): WhatIf['spending'] {
  const [median, low, meanYear = null, lowestYear = null] = ['spending', 'lowSpending', 'meanYear', 'lowestYear'].map(
    (leaf): SpendingChange | null => {
      const value = book.number(`${at}.${leaf}`);
      const [change = 0, standardError = 0] = ['Change', 'Error'].map(
        (part) => book.number(`${at}.${leaf}${part}`) ?? 0,
      );
      return value === null ? null : { value, change, standardError };
    },
  );
  return median && low ? { ...median, low, meanYear, lowestYear } : null;
}

function comparedIn(book: FactBook): Retirement['comparedSpending'] {
  const [age, median, low, meanYear = null, lowestYear = null] = ['age', 'median', 'low', 'meanYear', 'lowestYear'].map(
    (leaf) => book.number(`retirement.comparedSpending.${leaf}`),
  );
  if (typeof age !== 'number' || typeof median !== 'number' || typeof low !== 'number') return null;
  return { age, median, low, meanYear, lowestYear };
}
