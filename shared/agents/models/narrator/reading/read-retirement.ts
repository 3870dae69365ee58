import { plain } from '../wording/markdown.ts';
import type { FactBook } from './fact-book.ts';
import type { Retirement } from './reading.ts';

/** The projection; null where there is none. */
export function readRetirement(book: FactBook): Retirement | null {
  const success = book.number('retirement.success');
  if (success === null) return null;
  const number = (name: string) => book.number(name) ?? 0;
  return {
    age: number('goals.age'),
    retireAt: number('goals.retireAt'),
    lifeExpectancy: number('goals.lifeExpectancy'),
    income: number('goals.income'),
    contribute: number('goals.contribute'),
    otherIncome: book.keys('goals.otherIncome', 'amount').map((key) => {
      const at = `goals.otherIncome.${key}`;
      return {
        label: plain(book.text(`${at}.label`) ?? 'Other income'),
        amount: number(`${at}.amount`),
        from: number(`${at}.from`),
        to: book.number(`${at}.to`),
      };
    }),
    notCounted: book.text('goals.notCounted'),
    yearsToRetirement: number('goals.yearsToRetirement'),
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
      };
    }),
  };
}
