import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { claimsIn, complianceProblems } from '../../../shared/agents/compliance.ts';

describe('compliance flags as a promise', () => {
  test.each([
    'Your retirement is guaranteed.',
    'We guarantee a return of 8%.',
    'This fund cannot lose.',
    'You can’t lose with bonds.',
    'Bonds are risk-free.',
    'There is zero risk in this plan.',
    'This is a sure thing.',
    'Your money will double by then.',
    'Stocks are bound to recover.',
    'You will definitely be fine.',
    'The market will certainly rise.',
    'You will never run out of money.',
    'You will retire comfortably.',
    'This plan can never fail.',
    'Your savings are completely safe.',
    'It is a no-brainer.',
    'Apple will outperform.',
    'It will make you rich.',
    'The portfolio is sure to grow.',
    'Stocks always win in the end, and yours will always grow.',
    'It is **guaran\u00ADteed** to work.',
    'Returns are 100% certain.',
  ])('%s', (text) => {
    expect(claimsIn(text).map(({ kind }) => kind)).toContain('promise');
  });
});

describe('compliance flags as a push', () => {
  test.each([
    'Act now before prices rise.',
    'Buy today.',
    'Sign up for our premium plan.',
    'Use my code at checkout.',
    'It is a strong buy.',
    'A once-in-a-lifetime opportunity.',
    'This is the best fund on the market.',
    'Everyone should own gold.',
    'Open an account with Acme Brokers.',
    'Click here to learn more.',
  ])('%s', (text) => {
    expect(claimsIn(text).map(({ kind }) => kind)).toContain('push');
  });
});

describe('compliance flags as certainty about tax or law', () => {
  test.each([
    'You will pay no tax on it.',
    "You won't owe any taxes.",
    'The IRS will never notice.',
    'This is perfectly legal.',
    'The loss is always deductible.',
    'That way you avoid all taxes forever.',
  ])('%s', (text) => {
    expect(claimsIn(text).map(({ kind }) => kind)).toContain('certainty');
  });
});

describe('compliance lets pass', () => {
  test.each([
    'Nothing is guaranteed.',
    'There is no guarantee that it lasts.',
    'Past returns guarantee nothing about the future, and none of this is guaranteed.',
    'Bonds are not risk-free.',
    'No investment is risk-free.',
    'The risk-free rate is 3%.',
    'Anyone who says it cannot lose is selling something.',
    'Be wary of a sure thing.',
    'That does not mean your money will double.',
    'It isn’t a safe bet.',
    'You could run out of money.',
    'Selling inside a tax-deferred account brings no tax today; in a taxable account it can.',
    'Tax-free accounts hold 10% of the money.',
    'The chance that the money lasts is 63%.',
    'Without risk of its own, cash still loses to inflation.',
    'A guarantee is not what this is.',
    'You may not be able to retire comfortably.',
    'Consider buying bonds.',
    'Do not miss the forest for the trees: you cannot lose sight of costs.',
  ])('%s', (text) => {
    expect(claimsIn(text)).toEqual([]);
  });

  test('every honest text of the fixture', () => {
    const file = new URL('../../fixtures/grounding/honest.json', import.meta.url);
    const texts = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>).flat();
    expect(complianceProblems(texts)).toEqual([]);
  });
});

test('compliance names each claim once, with what is wrong with it', () => {
  expect(complianceProblems(['It is guaranteed.', 'Yes, guaranteed.'])).toEqual([
    '"guaranteed" promises what nobody can promise: leave it out',
  ]);
});

test('compliance ends in good time on a hostile text', () => {
  const started = performance.now();
  claimsIn(`${'not '.repeat(20_000)}guaranteed ${'guaranteed '.repeat(5000)}${"you'll pay ".repeat(5000)}`);
  expect(performance.now() - started).toBeLessThan(3000);
});
