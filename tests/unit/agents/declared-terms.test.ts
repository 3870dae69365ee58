import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { readMarks } from '../../../shared/agents/grounding/named/marks.ts';
import type { Fact } from '../../../shared/schemas/fact.ts';
import { household } from './portfolios.ts';

const { facts } = household;
const problems = (written: string, own: readonly Fact[] = facts): string[] => {
  const { text, marks } = readMarks(written);
  return checkGrounding([{ at: 'body', text, marks }], own).problems;
};
const value = (name: string): number => Number(facts.find((fact) => fact.name === name)?.value);
const money = (name: string): string => `$${Math.round(value(name)).toLocaleString('en-US')}`;
const share = (name: string): string => `${(100 * value(name)).toFixed(1)}%`;
const now = money('portfolio.value');
const later = money('retirement.medianAtRetirement');
const retireAt = value('goals.retireAt');

describe("today's figure said of a later time", () => {
  test.each([
    `The median balance at retirement is ${now}.`,
    `At ${retireAt} you would have about ${now} in the middle case.`,
    `By the time you retire the portfolio will have grown to [${now}](portfolio.value) in the median future.`,
    `In retirement you would draw on about ${now}.`,
    `Twenty years from now your portfolio will be worth [${now}](portfolio.value).`,
  ])('is against the fact: %s', (text) => {
    expect(problems(text)).not.toEqual([]);
  });

  test.each([
    `You have [${now}](portfolio.value) today, and in the median future [${later}](retirement.medianAtRetirement) when you stop working at ${retireAt}.`,
    `From ${now} now, the middle future reaches ${later} at ${retireAt}.`,
    `Your [${now}](portfolio.value) would need to grow by the time you retire.`,
    `The portfolio is worth [${now}](portfolio.value), and you want [${money('goals.income')}](goals.income) a year once you retire.`,
  ])('is none where it is what is started from: %s', (text) => {
    expect(problems(text)).toEqual([]);
  });

  test("a later balance is not today's", () => {
    expect(problems(`Your current balance is [${later}](retirement.medianAtRetirement).`)).not.toEqual([]);
  });
});

describe('a share of the portfolio', () => {
  const weight = 'allocation.region.europe.weight';
  const region = 'drift.region.europe.weight';

  test('is no share of the stocks', () => {
    expect(problems(`Europe is [${share(weight)}](${weight}) of your stocks.`)).not.toEqual([]);
    expect(problems(`Europe is [${share(region)}](${region}) of your stocks.`)).toEqual([]);
  });

  test('has not risen to what it is', () => {
    expect(problems(`Europe's share has risen to [${share(weight)}](${weight}).`)).not.toEqual([]);
  });
});

test('the end of a range is not its middle', () => {
  const p95 = `retirement.balance.p95.${retireAt}`;
  expect(problems(`At ${retireAt} you typically have [${money(p95)}](${p95}).`)).not.toEqual([]);
});

test('a volatility is no fall', () => {
  expect(problems(`Your portfolio is expected to fall [${share('risk.volatility')}](risk.volatility) a year.`)).not.toEqual([]); // prettier-ignore
  expect(problems(`In a year it may swing by [${share('risk.volatility')}](risk.volatility) either way.`)).toEqual([]);
});

describe('an age known only of the futures in which the money runs out', () => {
  const age = `[${value('retirement.medianRuinAge')}](retirement.medianRuinAge)`;

  test.each([
    `The money typically runs out at ${age}.`,
    `The plan lasts in most futures. Typically the money is gone by ${age}.`,
    `Expect to run out of money at ${age}.`,
  ])('is not said of the plan: %s', (text) => {
    expect(problems(text)).not.toEqual([]);
  });

  test.each([
    `Where the money runs out, it typically does so at ${age}.`,
    `In one future in two the money runs out. It typically does so at ${age}.`,
    `The failing futures typically run dry at ${age}.`,
  ])('is said of those: %s', (text) => {
    expect(problems(text)).toEqual([]);
  });
});

test('the chance asked for may be kept, but no change of the plan is known to keep it', () => {
  const asked = `[${String(100 * value('retirement.confidence'))}%](retirement.confidence)`;
  expect(problems(`To keep the chance at ${asked}, you could spend less.`)).toEqual([]);
  expect(problems(`Spending less lifts the chance to ${asked}.`)).not.toEqual([]);
});

test('so many others are as many as are left of all', () => {
  const holdings = value('portfolio.holdings');
  expect(problems(`The 2 largest holdings outweigh the other ${String(holdings - 2)}.`)).toEqual([]);
  expect(problems(`The 2 largest holdings outweigh the other ${String(holdings + 31)}.`)).not.toEqual([]);
});
