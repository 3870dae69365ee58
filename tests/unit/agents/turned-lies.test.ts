// Ways, periods, starts, accounts, sides and shares of the futures told the other way round, with figures that are facts.
import { expect, test } from '@jest/globals';
import { groundingFixture } from './grounding-fixture.ts';

const { textsIn, problemsOf } = groundingFixture('turned');

test('a fact said the other way round is stopped, but for the few that are known', () => {
  expect(textsIn('lies').filter((text) => problemsOf(text).length === 0)).toEqual(textsIn('believed'));
});

test('honest texts of the same kinds are not, but for the few that are known', () => {
  expect(textsIn('honest').filter((text) => problemsOf(text).length > 0)).toEqual(textsIn('flagged'));
});
