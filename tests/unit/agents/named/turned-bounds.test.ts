import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../../shared/agents/grounding/check-grounding.ts';
import { readMarks } from '../../../../shared/agents/grounding/named/marks.ts';
import { facts as factList } from '../../../../shared/schemas/fact.ts';

const facts = factList.parse(
  JSON.parse(
    readFileSync(new URL('../../../fixtures/grounding/couple.facts.json', import.meta.url), 'utf8'),
  ) as unknown,
);
const valueOf = (name: string): number => Number(facts.find((fact) => fact.name === name)?.value);

/** `{name}` in a text is that fact, written as people write it and named. */
const withFacts = (text: string): string =>
  text.replaceAll(/\{([^}]+)\}/g, (_all, name: string) => {
    const fact = facts.find((one) => one.name === name);
    const value = Math.abs(valueOf(name));
    const shown = fact?.unit === 'usd' ? `$${Math.round(value).toLocaleString('en-US')}` : fact?.unit === 'fraction' ? `${(100 * value).toFixed(1).replace('.0', '')}%` : String(value); // prettier-ignore
    return `[${shown}](${name})`;
  });
const flagged = (text: string): boolean =>
  checkGrounding([{ at: 'body', ...readMarks(withFacts(text)) }], facts).problems.length > 0;
const flaggedPlain = (text: string): boolean =>
  checkGrounding([readMarks(withFacts(text)).text], facts).problems.length > 0;

const bounds = [
  'A bad year would cost at most {risk.loss95.value}.',
  'A bad year takes no more than {risk.loss95.share}.',
  'In a bad year you would lose up to {risk.loss95.value}.',
  'The most you could lose in a bad year is {risk.loss95.value}.',
  'In a bad year, one in twenty, losses stay below {risk.loss95.value}.',
  'Even in a bad year you would not lose more than {risk.loss95.value}.',
  'You can lose no more than {risk.loss95.share} in a year.',
  'Your losses are limited to {risk.loss95.share} a year.',
  'The maximum loss in one year in a hundred is {risk.loss99.share}.',
  'In an average year you lose {risk.loss95.share}.',
  'Nineteen years out of twenty you lose {risk.loss95.share} or more.',
  'A loss of more than {risk.loss95.value} in a year is impossible.',
  'You will not lose more than {risk.loss95.value} in any year.',
  'You cannot lose more than {risk.loss99.value} in a year.',
  'At worst you lose {risk.loss95.value}.',
];

describe('the least that is lost in the worst years is not the most', () => {
  test.each(bounds)('%s', (text) => {
    expect([flagged(text), flaggedPlain(text)]).toEqual([true, true]);
  });
});

describe('a figure of the plan said of what it is not', () => {
  test.each([
    'With {retirement.confidence} confidence you can spend {goals.income} a year.',
    'An income of {goals.income} lasts in {retirement.confidence} of the futures.',
    '{goals.income} a year would last in {retirement.confidence} of the simulated futures.',
    'Your {goals.income} a year is sustainable with {retirement.confidence} confidence.',
    'A retirement at {goals.retireAt} is possible with {retirement.confidence} confidence.',
    'At {retirement.confidence} confidence you can retire at {goals.retireAt}.',
    'The money typically runs out at {retirement.p10RuinAge}.',
    'In half of the futures that fail, the money runs out by {retirement.p10RuinAge}.',
    'In most failing futures the money is gone by {retirement.p10RuinAge}.',
    'The money lasts at least until {retirement.medianRuinAge}.',
    'Your mix earns {retirement.portfolioMean} a year after inflation.',
    'At {goals.retireAt} you have at least {retirement.medianAtRetirement}.',
    'You can retire at {retirement.earliestAge} at the latest.',
    'You should expect to earn {retirement.portfolioVolatility} a year.',
    'Your IRA holds {allocation.account.schwab-brokerage.value}.',
    'The portfolio has to pay {goals.income} a year.',
    'Your gains are {portfolio.gain} this year.',
  ])('%s', (text) => {
    expect(flagged(text)).toBe(true);
  });
});

describe('the same figures said rightly stand', () => {
  test.each([
    'In one year in twenty you would lose {risk.loss95.value} or more.',
    'A bad year, one in twenty, would cost at least {risk.loss95.value}.',
    'In most years the loss, if any, is no more than {risk.loss95.share}; one year in twenty is worse.',
    'One year in a hundred costs more than {risk.loss99.value}.',
    'With {retirement.confidence} confidence you can spend {retirement.sustainableIncome} a year.',
    'You want {goals.income} a year, but with {retirement.confidence} confidence only {retirement.sustainableIncome} would last.',
    'With {retirement.confidence} confidence you can retire at {retirement.earliestAge}.',
    'The earliest age at which the plan holds in {retirement.confidence} of the futures is {retirement.earliestAge}, not {goals.retireAt}.',
    'Where the money runs out, it does so at {retirement.medianRuinAge} in the typical case, and in the earliest tenth by {retirement.p10RuinAge}.',
    'Your mix is expected to earn {retirement.portfolioMean} a year before inflation.',
    'In half of the futures you have at least {retirement.medianAtRetirement} at {goals.retireAt}.',
    'Your traditional IRA holds {allocation.account.traditional-ira.value}.',
    'The brokerage account holds {allocation.account.schwab-brokerage.value}.',
  ])('%s', (text) => {
    expect(flagged(text)).toBe(false);
  });
});
