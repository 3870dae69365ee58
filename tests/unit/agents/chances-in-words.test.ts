// The chance of a plan in words, its confidence and how spread a portfolio is: each is held to its own fact, in its own sense. The
// money lasts in 53.6% of the futures of these facts; the confidence chosen is 85%, the effective number of holdings 8.3.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { facts as factList } from '../../../shared/schemas/fact.ts';
import type { Fact } from '../../../shared/schemas/fact.ts';

const facts = factList.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/grounding/judged/facts.json', import.meta.url), 'utf8')),
);
/** The same household with another chance. */
const lasting = (success: number): Fact[] =>
  facts.map((one) => {
    if (one.name === 'retirement.success') return { ...one, value: success };
    return one.name === 'retirement.failure' ? { ...one, value: 1 - success } : one;
  });
const problemsOf = (text: string, about: readonly Fact[] = facts) => checkGrounding([text], about).problems;

describe('a chance in words that is another', () => {
  test.each([
    'The money runs out in a tenth of the futures.',
    'The money runs out in an eighth of the futures.',
    'Your money runs out in only about a fifth of the futures.',
    'The money lasts in four fifths of the futures.',
    'In nine out of ten futures your money lasts to 95.',
    'Your chance of success is nine in ten.',
    'Nine in ten futures succeed.',
    'The money runs out in one in eight futures.',
    'The odds are three to one in your favour.',
    'The odds are two to one that the plan holds.',
    'The risk of running out is one in ten.',
    'Failure comes in just one of ten futures.',
    'The plan holds in more than three quarters of the futures.',
  ])('is found: %s', (text) => {
    expect(problemsOf(text)).not.toEqual([]);
  });

  test.each([
    ['of a plan that is named as it was tried', 'Retire at 61 with a pension', 1, true],
    ['of one that does not hold in all', 'Retire at 61 with a pension', 0.9, false],
  ])('"in all of the futures" is held to the chance %s', (_, label, success, isSo) => {
    const [one] = facts;
    if (one === undefined) throw new Error('no facts');
    const tried: Fact[] = [{ ...one, name: 'question.whatIf.7.label', value: label, unit: 'text' }, { ...one, name: 'question.whatIf.7.success', value: success, unit: 'fraction' }]; // prettier-ignore
    const found = problemsOf(`**${label}**: the money lasts to the end in all of the simulated futures.`, [
      ...facts,
      ...tried,
    ]);
    expect(found.length === 0).toBe(isSo);
  });

  test('is its own where the change is named as it was tried, with no other word that it is supposed', () => {
    const [one] = facts;
    if (one === undefined) throw new Error('no facts');
    const label = 'Pay $9,000 out of the portfolio at age 53';
    const tried: Fact[] = [{ ...one, name: 'question.whatIf.7.label', value: label, unit: 'text' }, { ...one, name: 'question.whatIf.7.success', value: 0.5217, unit: 'fraction' }]; // prettier-ignore
    const found = problemsOf(`**${label}**: the money lasts to the end in 52.2% of the simulated futures, no clear difference from the plan.`, [...facts, ...tried]); // prettier-ignore
    expect(found).toEqual([]);
  });

  test('is not excused by another chance of that size: of an earlier age, or of the other outcome', () => {
    // The earliest retirement has 86%.
    expect(problemsOf('Nine in ten futures succeed.', lasting(0.725))).not.toEqual([]);
    expect(problemsOf('The money lasts in a quarter of the futures.', lasting(0.725))).not.toEqual([]);
    expect(problemsOf('Three in four futures run out of money.', lasting(0.725))).not.toEqual([]);
  });
});

describe('a chance in words that is so', () => {
  test.each([
    ['The money lasts in nearly three quarters of the futures.', 0.725],
    ['In seven out of ten futures the money lasts.', 0.725],
    ['The money runs out in about a quarter of the futures.', 0.725],
    ['The odds are three to one in your favour.', 0.74],
    ['Nine in ten futures succeed.', 0.9],
    ['The money runs out in a tenth of the futures.', 0.9],
    ['The money lasts in about half of the futures.', 0.5358],
    ['Of those futures that fail, a tenth have run out by 73.', 0.5358],
  ])('is believed: %s (%s)', (text, success) => {
    expect(problemsOf(text, lasting(success))).toEqual([]);
  });
});

describe('the confidence that was chosen', () => {
  test.each(['The plan meets the 85% confidence.', 'Your plan clears the 85% confidence level.'])(
    'is not met by less: %s',
    (text) => {
      expect(problemsOf(text)).not.toEqual([]);
      expect(problemsOf(text, lasting(0.9))).toEqual([]);
    },
  );

  test.each([
    'The plan misses the 85% confidence.',
    'The plan does not reach the 85% confidence.',
    'Retiring at 77 meets the 85% confidence.',
    'An income of $42,889 a year meets the 85% confidence.',
  ])('may be said to be missed, or met by what meets it: %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('how spread a portfolio is', () => {
  const graded = (score: number) =>
    facts.map((one) => (one.name === 'score.diversification' ? { ...one, value: score } : one));

  test('is held to the effective number of holdings', () => {
    expect(problemsOf('With an effective 19 holdings your portfolio is spread.')).not.toEqual([]);
    expect(problemsOf('The effective number of holdings is 14.')).not.toEqual([]);
    expect(problemsOf('The effective number of holdings is 8.')).toEqual([]);
  });

  test('is called good only where it is graded so', () => {
    expect(problemsOf('Your portfolio is well diversified.', graded(4))).not.toEqual([]);
    expect(problemsOf('Your portfolio is poorly diversified.', graded(8))).not.toEqual([]);
    expect(problemsOf('Your portfolio is well diversified.', graded(8))).toEqual([]);
    expect(problemsOf('Your portfolio is not well diversified.', graded(4))).toEqual([]);
  });
});
