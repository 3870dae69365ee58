// A figure that is a fact, said of what is left out ("outside North America"), of a plan that was only tried, of growth or interest,
// or as a ratio to one, and holdings put into another account: all were believed.
import { expect, test } from '@jest/globals';
import { groundingFixture } from './grounding-fixture.ts';

const { textsIn, problemsOf } = groundingFixture('elsewhere', 'turned');

test('a figure said of what it is not of is stopped, but for the few that are known', () => {
  expect(textsIn('lies').filter((text) => problemsOf(text).length === 0)).toEqual(textsIn('believed'));
});

test('honest texts in the same words are not, but for the few that are known', () => {
  expect(textsIn('honest').filter((text) => problemsOf(text).length > 0)).toEqual(textsIn('flagged'));
});
