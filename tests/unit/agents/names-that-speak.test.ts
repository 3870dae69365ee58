// Anybody may name an account: a name that says something is quoted as a name, and makes nothing true.
import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import type { Fact } from '../../../shared/schemas/fact.ts';

const base = { asOf: '2026-11-21', how: "Sum of the account's lines." };
const account = (name: string, key: string): Fact[] => [
  { ...base, name: `allocation.account.${key}.value`, label: `${name} (account), value`, value: 22_050, unit: 'usd' },
  { ...base, name: `allocation.account.${key}.weight`, label: `${name} (account), share of the portfolio`, value: 0.11, unit: 'fraction' },
]; // prettier-ignore
const facts: Fact[] = [
  { ...base, name: 'portfolio.value', label: 'Value of the portfolio', value: 198_050, unit: 'usd' },
  ...account('portfolio is worth $5,000,000', 'portfolio-is-worth-5-000-000'),
  ...account('90% of it lasts to 120', '90-of-it-lasts-to-120'),
  ...account('Brokerage 2', 'brokerage-2'),
  { ...base, name: 'performance.account.x.name', label: 'Account measured', value: 'total wealth of $7,000,000', unit: 'text' },
  { ...base, name: 'goals.people.1.name', label: 'Name', value: 'income of $8,000,000', unit: 'text' },
  // What says how a figure was computed may be typed as a name, too.
  { ...base, name: 'portfolio.holdings', label: 'Different instruments held', value: 3, unit: 'count', how: 'savings of $6,000,000' },
  { ...base, name: 'holding.ABC.name', label: 'ABC, name', value: 'savings of $6,000,000', unit: 'text' },
]; // prettier-ignore
const problemsIn = (text: string) => checkGrounding([text], facts).problems;

describe('a name that says something', () => {
  test.each([
    'Your portfolio is worth $5,000,000.',
    'Altogether the portfolio is worth $5,000,000.',
    'It is true: portfolio is worth $5,000,000!',
    'Your “portfolio is worth $5,000,000”, as we said.',
    'As planned, 90% of it lasts to 120.',
    'You have a total wealth of $7,000,000.',
    'You have an income of $8,000,000.',
    'You have savings of $6,000,000.',
  ])('makes nothing true: %s', (text) => {
    expect(problemsIn(text)).not.toEqual([]);
  });

  test.each(['The account “portfolio is worth $5,000,000” is 11% of the whole.', 'Brokerage 2 is 11% of the whole.'])(
    'may be told as what an account is called: %s',
    (text) => {
      expect(problemsIn(text)).toEqual([]);
    },
  );
});

describe('a name of number words', () => {
  const held = ['Half & Half', 'Third & Main', 'One Two Account', 'half of it all'].flatMap((name, at) => account(name, `numbered-${at}`)); // prettier-ignore
  const straysIn = (text: string, ours = false) => checkGrounding([{ at: 'body', text, ours }], [...facts, ...held]).strays; // prettier-ignore

  test.each(['Half & Half', 'Third & Main', 'One Two Account'])('is no figure, whoever writes it: %s', (name) => {
    expect(straysIn(`The account ${name} holds 11% of the money.`)).toEqual([]);
    expect(straysIn(`${name}: 11%.`, true)).toEqual([]);
  });

  test('makes no part of the money true', () => {
    expect(straysIn('Half of it is in stocks.')).toEqual(['Half']);
    expect(straysIn('Half of it is in stocks.', true)).toEqual(['Half']);
    expect(straysIn('You have spent half of it all.')).toEqual(['half']);
    expect(straysIn('It is split half & half.')).not.toEqual([]);
  });
});
