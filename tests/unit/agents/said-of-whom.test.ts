// A figure of what is held, said to be what is typical; the portfolio's gain, said of one account: they were believed, as
// the facts have the figure and nothing said whose it is.
import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { household } from './portfolios.ts';

const { facts } = household;
const problems = (text: string): string[] => checkGrounding([text], facts).problems;
const value = (name: string): number => Number(facts.find((fact) => fact.name === name)?.value);
const share = (name: string): string => `${(100 * value(name)).toFixed(1)}%`;
const money = (name: string): string => `$${Math.round(value(name)).toLocaleString('en-US')}`;

const held = share('drift.assetClass.equity.weight');
const target = share('drift.assetClass.equity.target');
const here = share('drift.region.north_america.weight');
const gain = money('portfolio.gain');
const earliest = share('retirement.earliestSuccess');
const least = share('retirement.whatIf.spend_10_percent_less.success');

describe('what is held', () => {
  test.each([
    `The usual mix at your age holds ${held} in stocks.`,
    `A typical portfolio for your age is ${held} stocks.`,
    `You have ${target} in stocks against a typical ${held}.`,
    `Savers of your age keep ${held} in stocks.`,
    `At your age, ${held} in stocks would be normal.`,
    `The global stock market has ${here} in North America.`,
    `[${held}](drift.assetClass.equity.weight) in stocks is customary.`,
  ])('is not what is typical: %s', (text) => {
    expect(problems(text)).not.toEqual([]);
  });

  test.each([
    `Your ${held} in stocks is above the ${target} typical for your age.`,
    `Compared with a typical mix for your age, your ${held} in stocks is high.`,
    `While a typical mix for your age has ${target} in stocks, you hold ${held}.`,
    `Unlike a typical portfolio, yours has ${held} in stocks.`,
    `At your age ${target} in stocks is typical, and you have ${held}.`,
    `North America is ${here} of your stocks, less than the world's markets have there.`,
  ])('may stand beside it: %s', (text) => {
    expect(problems(text)).toEqual([]);
  });
});

describe("the portfolio's gain", () => {
  test.each([
    `The brokerage account alone has gained ${gain}.`,
    `Your Roth IRA has gained ${gain}.`,
    `A gain of ${gain} sits in the 401(k).`,
    `Your index funds have gained ${gain}.`,
  ])('is not that of one account, or of the funds beside single stocks: %s', (text) => {
    expect(problems(text)).not.toEqual([]);
  });

  test.each([
    `Across your three accounts you have gained ${gain}.`,
    `Your investments have gained ${gain} since you bought them.`,
    `In all, your accounts show a gain of ${gain}.`,
  ])('is that of all: %s', (text) => {
    expect(problems(text)).toEqual([]);
  });
});

test('what a portfolio is worth is not what was paid for it', () => {
  expect(problems(`Your portfolio cost ${money('portfolio.value')}.`)).not.toEqual([]);
  expect(problems(`Your portfolio is worth ${money('portfolio.value')}, ${gain} more than it cost.`)).toEqual([]);
});

test('what can be spent with other income is not what is taken out of the portfolio', () => {
  const sustained = money('retirement.sustainableIncome');
  const paid = { ...facts.find(({ name }) => name === 'goals.income'), name: 'goals.otherIncome.1.amount', label: 'Social Security', value: 24_000 }; // prettier-ignore
  const beside = (text: string) => checkGrounding([text], [...facts, paid as (typeof facts)[number]]).problems;
  expect(beside(`You can withdraw ${sustained} a year from the portfolio.`)).not.toEqual([]);
  expect(beside(`You can spend ${sustained} a year on top of Social Security.`)).not.toEqual([]);
  expect(beside(`You can spend ${sustained} a year, Social Security included.`)).toEqual([]);
  expect(problems(`You can withdraw ${sustained} a year from the portfolio.`)).toEqual([]);
});

describe('the chance of the earliest retirement', () => {
  test.each([
    `Spending 10% less raises the chance to ${earliest}.`,
    `Holding less in stocks raises the chance to ${earliest}.`,
  ])('is that of no other change: %s', (text) => {
    expect(problems(text)).not.toEqual([]);
  });

  test.each([
    `Working until 75 raises the chance to ${earliest}.`,
    `The earliest age that lasts often enough is 75, with a chance of ${earliest}.`,
    `Spending 10% less raises the chance to ${least}, and work to 75 would make it ${earliest}.`,
  ])('is that of working until then: %s', (text) => {
    expect(problems(text)).toEqual([]);
  });
});
