// What was found for a question, and every fact beside it, said of another span, base, share of the futures or plan.
import { expect, test } from '@jest/globals';
import { groundingFixture } from './grounding-fixture.ts';

const { textsIn, problemsOf } = groundingFixture('solved');

test('lies about an answer that was searched for are stopped, but for the few that are known', () => {
  expect(textsIn('lies').filter((text) => problemsOf(text).length === 0)).toEqual(textsIn('believed'));
});

test('honest texts about it are not, but for the few that are known', () => {
  expect(textsIn('honest').filter((text) => problemsOf(text).length > 0)).toEqual(textsIn('flagged'));
});
