import { describe, expect, test } from '@jest/globals';
import { groundingFixture } from './grounding-fixture.ts';

const { textsIn, problemsOf } = groundingFixture('judged');

const believed = (all: readonly string[]) => all.filter((text) => problemsOf(text).length === 0);
const stopped = (all: readonly string[]) => all.filter((text) => problemsOf(text).length > 0);

test('no lie about the example portfolio is believed, of those that judges and authors have told', () => {
  const lies = textsIn('lies');
  expect(lies.length).toBeGreaterThan(300);
  expect(believed(lies)).toEqual([]);
});

test('honest texts about it are not stopped, but for the few that are known', () => {
  const honest = textsIn('honest');
  expect(stopped(honest)).toEqual(textsIn('flagged'));
});

describe('the chance of the plan as it is', () => {
  test.each([
    'Retire at 60 instead of 65 and the money lasts in 53.6% of the simulated futures.',
    'If you hold 59% in stocks instead of 79%, the money lasts in 53.6% of the simulated futures.',
    'If you retire at 60, the chance stays at [54%](retirement.success), as the plan does.',
    'If you move abroad, the money lasts in 54% of the simulated futures.',
  ])('is not that of a changed one, whatever it is compared with: %s', (text) => {
    expect(problemsOf(text)).not.toEqual([]);
  });

  test.each([
    'Retire at 60 instead of 65 and the chance falls from 54% to 37%.',
    'Retiring at 60, the money lasts in 37.1% of the simulated futures, against 53.6% as planned.',
    'Retiring at 60 would lower the 54% chance that the money lasts to 37%.',
    'You asked about retiring at 60; as planned, the money lasts in 54% of the simulated futures.',
    'If you retire at 60, the chance is 37%; if you keep to the plan, the money lasts in 54% of the futures.',
  ])('may stand beside one: %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  test('is not given for the chance of a changed one', () => {
    expect(problemsOf('As planned the money lasts in [37.1%](question.whatIf.1.success) of the futures.')).not.toEqual(
      [],
    );
  });
});

describe('a part in words', () => {
  test.each(['Cash is a tenth of the portfolio.', 'Energy is a twentieth of the portfolio.', 'Bonds are an eighth of the portfolio.'])('is no threefold overstatement: %s', (text) => {
    expect(problemsOf(text)).not.toEqual([]);
  }); // prettier-ignore

  test.each(['Bonds are a tenth of the portfolio.', 'VTI is a fifth of the portfolio.', 'Emerging markets are a twentieth of the portfolio.', 'Microsoft is an eighth of the portfolio.', 'Technology is a third of the portfolio.'])('is rounded as people round: %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  }); // prettier-ignore
});

describe('a verdict on a plan that holds in 54% of the futures', () => {
  test.each(['Your plan is in good shape.', 'You have saved enough to retire.', 'You can stop working at 65.', 'Your savings are ample.'])('is not that it is good: %s', (text) => {
    expect(problemsOf(text).join()).toContain('53.6%');
  }); // prettier-ignore

  test.each(['Your plan is not on track.', 'If your plan works, it is by luck.', 'The plan works in 54% of the simulated futures.', 'Whether you have enough to retire is close to a coin toss.'])('may say what it is: %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  }); // prettier-ignore

  test('of whatever plan is spoken of', () => {
    expect(problemsOf('You can retire at 60 as you like.').join()).toContain('37.1%');
  });
});
