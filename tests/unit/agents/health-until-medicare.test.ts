// What health care costs "until 65" once work has stopped at 60 was charged from today on, or not understood.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';

const costOf = (question: string) =>
  planPlay(question, 45)
    .whatIfs.flatMap(({ changes }) => changes)
    .find(({ what }) => what === 'cost');

describe('begins with retirement', () => {
  test.each([
    'What if my health care costs $15,000 a year until 65 after retiring at 60?',
    'What if I retire at 60 and health care costs $15,000 a year until 65?',
    'What if I retire at 60 and pay $15,000 a year for health care until 65?',
    'What if I retire at 60 and pay $15,000 a year for health insurance until Medicare at 65?',
    'Can I retire at 60 if I pay $15,000 a year for health insurance until 65?',
    'If I stop working at 60, with health premiums of $15,000 a year until age 65, is it enough?',
  ])('%s', (question) => {
    expect(costOf(question)).toMatchObject({
      value: 15_000,
      per: 'year',
      when: 'after_retirement',
      time: 0,
      toAge: 65,
    });
  });
});

test.each([
  ['What if I pay $15,000 a year for health care until 65?', { when: 'in_years', time: 0, toAge: 65 }],
  [
    'What if health insurance costs me $15,000 a year from 60 to 65 and I retire at 60?',
    { when: 'age', time: 60, toAge: 65 },
  ],
  [
    'What if my health care costs $15,000 a year until 80 after I stop working?',
    { when: 'after_retirement', toAge: 80 },
  ],
])('as before: %s', (question, date) => {
  expect(costOf(question)).toMatchObject({ value: 15_000, ...date });
});
