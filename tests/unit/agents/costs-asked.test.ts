// What the funds cost, asked with a time or of the person who pays: named as not understood beside a report that states it.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';

describe('what the funds cost', () => {
  test.each([
    'How much will fees take over 20 years?',
    'What do my funds cost me over 20 years?',
    'What are my funds costing me?',
    'What will my ETFs cost me over the next twenty years?',
    'How much do fees eat up in 20 years?',
    'How much will I lose to fees over 20 years?',
    'What is my portfolio costing me a year?',
    'How much do I pay in fees?',
  ])('is asked, with nothing left that is not understood: %s', (question) => {
    const { focus, whatIfs, unread, outside } = planPlay(question, 45);
    expect({ focus, whatIfs, unread, outside }).toEqual({
      focus: ['costs'],
      whatIfs: [],
      unread: undefined,
      outside: [],
    });
  });

  test('over a time for which it is not worked out leaves that time untold', () => {
    const { focus, unread } = planPlay('How much will fees take over 30 years?', 45);
    expect(focus).toEqual(['costs']);
    expect(unread).toEqual([{ words: 'over 30 years', why: 'unclear' }]);
  });

  test('is answered beside what is tried', () => {
    const { focus, whatIfs, unread } = planPlay('What do my funds cost me over 20 years, and can I retire at 60?', 45);
    expect(focus).toContain('costs');
    expect(whatIfs).toHaveLength(1);
    expect(unread).toBeUndefined();
  });

  test.each([
    "How much will my daughter's college cost me over 4 years?",
    'How much are school fees over 20 years?',
    'What will a car cost me over 20 years?',
    'What if my funds cost me 1% more?',
  ])('is not what something else costs, nor other costs to try: %s', (question) => {
    const { focus, unread = [] } = planPlay(question, 45);
    expect(focus).not.toContain('costs');
    expect(unread).not.toEqual([]);
  });
});
