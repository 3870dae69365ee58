// Accounts are exported with the broker's name in front, and nobody repeats that: what "your Roth IRA" was said to hold was checked only where it is called just that.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { shortNames } from '../../../shared/agents/grounding/short-names.ts';
import { facts as factList } from '../../../shared/schemas/fact.ts';

const written = readFileSync(new URL('../../fixtures/grounding/nurse.facts.json', import.meta.url), 'utf8');
const renamed = written.replaceAll('roth-ira', 'vanguard-roth-ira').replaceAll('Roth IRA', 'Vanguard Roth IRA');
const facts = [
  ...factList.parse(JSON.parse(renamed)),
  ...factList.parse([
    { name: 'holding.SCHD.accounts', label: 'SCHD, held in', value: 'Brokerage', unit: 'text', asOf: '2026-03-31', how: 'The accounts that hold it.' }, // prettier-ignore
  ]),
];
const strays = (text: string) => checkGrounding([text], facts).strays;

test.each([
  ['Your Roth IRA holds SCHD, worth $11,480.', '$11,480'],
  ['SCHD, worth $11,480, is held in your Roth IRA.', '$11,480'],
  ['Your Roth IRA is your largest account.', 'Roth IRA'],
  ['Your Roth IRA is your largest account, with about $96,000 in it.', 'Roth IRA'],
])('%s', (text, lie) => {
  expect(strays(text)).toContain(lie);
});

test.each([
  'Your Roth IRA holds $33,050, or 20% of the portfolio.',
  'Your brokerage account holds SCHD, worth $11,480.',
])('what is true passes: %s', (text) => {
  expect(strays(text)).toEqual([]);
});

test('a kind that two accounts are of means neither of them', () => {
  const of = (...names: string[]) => shortNames(new Map(names.map((name) => [name, new Set([`account:${name}`])])));
  expect(of('schwab roth ira', 'fidelity rollover ira').get('roth ira')).toBe('account:schwab roth ira');
  expect(of('schwab roth ira', 'fidelity rollover ira').get('roth')).toBe('account:schwab roth ira');
  expect(of('schwab roth ira', 'fidelity roth ira').get('roth ira')).toBeUndefined();
  expect(of('schwab roth ira', 'fidelity roth ira').get('roth')).toBeUndefined();
});
