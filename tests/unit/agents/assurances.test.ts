import { describe, expect, test } from '@jest/globals';
import { complianceProblems } from '../../../shared/agents/compliance/compliance.ts';

describe('an assurance', () => {
  test.each([
    'Your money is safe no matter what happens.',
    'An income of $62,000 a year is bulletproof.',
    'You could spend $62,000 a year with complete confidence.',
    'Your income is locked in for life.',
    'Bonds cannot fall.',
    'Your nest egg is untouchable.',
    'Your portfolio is crash-proof.',
    'Regardless of what markets do, your income is covered.',
    'You can count on $62,000 a year for life.',
    'Swap your 401(k) funds for VTI.',
    'Consider moving everything into gold.',
    'Consider switching your bond fund for gold.',
    'The mix is broad. Swap your 401(k) funds for VTI.',
    'It swings a lot; replace the index funds with Nvidia while you can.',
    'The chance is low. Exchange the bonds for stocks.',
  ])('is a problem: %s', (text) => {
    expect(complianceProblems([text])).not.toEqual([]);
  });

  test.each([
    'No income is bulletproof.',
    'Nobody can say with complete confidence what markets will do.',
    'The price is set each day, and bonds can fall.',
    'Moving $41,841 from FXAIX to FXNAX in the 401(k) would close most of the gap.',
    'Your plan is not crash-proof.',
    'The chance depends on how markets do in the first years.',
    'Switching your stock funds into bonds would lower the chance.',
    'Replacing the bond fund with cash lowers both the return and the swings.',
    'Replace the stocks with TIPS in the projection and the chance falls.',
  ])('is none where it is denied or told as it is: %s', (text) => {
    expect(complianceProblems([text])).toEqual([]);
  });
});
