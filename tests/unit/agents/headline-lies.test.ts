import { expect, test } from '@jest/globals';
import { groundingFixture } from './grounding-fixture.ts';

const { textsIn, problemsOf } = groundingFixture('headline');

test.each(textsIn('lies'))('the chief results are not turned round in ordinary words: %s', (lie) => {
  expect(problemsOf(lie)).not.toEqual([]);
});

test('the same words said as it is are not stopped, but for the few that are known', () => {
  const honest = textsIn('honest');
  expect(honest.filter((text) => problemsOf(text).length > 0)).toEqual(textsIn('flagged'));
});

test.each([
  ['Success is less likely than failure.', 'lasts in 72.5% of the futures'],
  ['One in four futures is broke at 80.', 'fewer than 25%'],
  ['No position exceeds 15% of the portfolio.', '20.3%'],
  ['Microsoft has fallen since you bought it.', 'it has gained'],
  ['Two of your 21 positions have no price.', 'it is 1 of them'],
  ['At 72.5%, the plan clears the bar of 85%.', 'the chance is 72.5%'],
])('whoever wrote it is told what is so: %s', (lie, told) => {
  expect(problemsOf(lie).join(' ')).toContain(told);
});
