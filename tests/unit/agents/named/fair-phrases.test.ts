import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../../shared/agents/grounding/check-grounding.ts';
import { readMarks } from '../../../../shared/agents/grounding/named/marks.ts';
import { facts as factList } from '../../../../shared/schemas/fact.ts';
import type { Fact } from '../../../../shared/schemas/fact.ts';

const grandma = factList.parse(
  JSON.parse(
    readFileSync(new URL('../../../fixtures/grounding/grandma.facts.json', import.meta.url), 'utf8'),
  ) as unknown,
);
const money = (name: string): string => {
  const value = grandma.find((fact) => fact.name === name)?.value;
  return `[$${Math.round(Math.abs(Number(value))).toLocaleString('en-US')}](${name})`;
};
const count = (name: string): string => `[${String(grandma.find((fact) => fact.name === name)?.value)}](${name})`;

const problemsOf = (text: string, facts: readonly Fact[] = grandma): string[] =>
  checkGrounding([{ at: 'body', ...readMarks(text) }], [...facts]).problems;

const rest = (() => {
  const name = 'allocation.assetClass.equity.weight';
  const value = Number(grandma.find((fact) => fact.name === name)?.value);
  return `[${Math.round(100 * (1 - value))}%](1 - ${name})`;
})();
/** An age at which even a poor outcome has something left. */
const end = grandma.flatMap(({ name, value }) => {
  const age = /^retirement\.balance\.p5\.(\d+)$/.exec(name)?.[1];
  return age !== undefined && Number(value) > 1000 ? [Number(age)] : [];
})[1];
const balance = (percentile: number): string => money(`retirement.balance.p${String(percentile)}.${String(end)}`);

describe('a phrase that every writer uses is not against its fact', () => {
  test.each([
    `You hold ${count('portfolio.holdings')} different investments across ${count('portfolio.accounts')} accounts.`,
    `Across your ${count('portfolio.accounts')} accounts you hold ${count('portfolio.holdings')} different instruments.`,
    `Your money is divided over ${count('portfolio.accounts')} accounts holding ${count('portfolio.holdings')} different investments.`,
    `Everything but stocks comes to ${rest} of the portfolio.`,
    `Everything except stocks is ${rest} of the portfolio.`,
    `At ${String(end)}, one in twenty futures has less than ${balance(5)}, and one in twenty has more than ${balance(95)}.`,
    `At ${String(end)} a quarter of the futures hold less than ${balance(25)}, while another quarter hold more than ${balance(75)}.`,
    `Between ${balance(25)} and ${balance(75)} is where half of the futures stand at ${String(end)}.`,
    `Your stocks would have to shrink by ${money('drift.assetClass.equity.toTarget')} to reach the target.`,
  ])('%s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('the other end of the outcomes is still another', () => {
  test.each([
    `At ${String(end)}, one in twenty futures has less than ${balance(95)}.`,
    `At ${String(end)}, one in twenty futures has more than ${balance(5)}.`,
    `You hold ${count('portfolio.accounts')} different investments.`,
    `Stocks are ${rest} of the portfolio.`,
  ])('%s', (text) => {
    expect(problemsOf(text)).not.toEqual([]);
  });
});

describe('companies taken together', () => {
  const names = grandma.flatMap(({ name, value }) =>
    /^holding\.[^.]+\.weight$/.test(name) && typeof value === 'number' ? [name.split('.')[1] ?? ''] : [],
  );
  const [one = '', two = ''] = names;
  const of = (key: string) => Number(grandma.find(({ name }) => name === `holding.${key}.weight`)?.value);
  const facts = grandma.map((fact) =>
    fact.name === 'concentration.singleStock.weight' ? { ...fact, value: of(one) + of(two) } : fact,
  );
  const written = `[${Math.round(100 * (of(one) + of(two)))}%](concentration.singleStock.weight)`;

  test('come to the share of all of them where they are all', () => {
    expect(problemsOf(`Together, ${one} and ${two} come to ${written} of everything you own.`, facts)).toEqual([]);
  });

  test('and not where some are missing', () => {
    expect(problemsOf(`Together, ${one} and cash come to ${written} of everything you own.`, facts)).not.toEqual([]);
  });
});
