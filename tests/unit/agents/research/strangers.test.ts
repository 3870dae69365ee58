// A company's own sentence was refused for the places and measures in it, as if it set somebody else beside what is held.
import { expect, test } from '@jest/globals';
import { setBeside } from '../../../../shared/agents/research/strangers/set-beside.ts';

const own = new Set(['home', 'depot', 'nvidia', 'costco', 'bnd']);

test.each([
  'Home Depot operated a total of 2,290 retail stores in all 50 states, the District of Columbia, Puerto Rico, U.S. Virgin Islands, Guam, 10 Canadian provinces and Mexico.',
  'For the quarter, GAAP and non-GAAP gross margins were 74.1% and 74.4%, respectively.',
  'Costco runs 108 warehouses in Canada, among them in Alberta, Ontario and Quebec, and others in Iceland and New Zealand.',
  'Nvidia spent more on R&D than before, and SG&A costs rose by 4%.',
])('a sentence names places and measures, and nobody: %s', (sentence) => {
  expect(setBeside(sentence, own)).toEqual([]);
});

test('a name of an investment beside what is held is found as before', () => {
  expect(setBeside('BND holders find a better home in QWEX.', own)).toEqual(['QWEX']);
  expect(setBeside('Holders of BND would be safer with Columbia Helios Fund.', own)).not.toEqual([]);
});
