// What a model says of a fall that a question dates: what was tried passes, what was not is stopped.
import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { planAnalysis } from '../../../shared/agents/plan-analysis.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import type { Fact } from '../../../shared/schemas/fact.ts';
import { instruments, line } from '../finance/portfolios.ts';

const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };

/** The plan holds in 84.0% of the futures, and with that fall in 63.6%. */
async function factsFor(question: string): Promise<Fact[]> {
  const { output: plan } = await planAnalysis({ question, goals });
  const lines = [line('STOX', 3000, 100), line('BOND', 2000, 100)];
  const at = { asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1, paths: 1000 };
  return factsOf(analyze({ ...at, question: plan, goals }));
}
const straysOf = (text: string, facts: readonly Fact[]): string[] => checkGrounding([text], facts).strays;

describe('of a fall in the year of retirement', () => {
  const facts = factsFor('What if the market falls 40 % the year I retire?');

  test.each([
    'If stocks fell 40% in the year you turn 65, the money would last in 63.6% of the simulated futures, 20.4 percentage points less than as planned.',
    'A 40% fall of stocks at 65 would lower the chance that the money lasts to about 64%.',
    'Were the market to fall by 40% in the year you retire, the plan would hold in 64% of the futures.',
    'Losing 40% on stocks in the year you turn 65 would cost about 20 points: the chance falls from 84% to 63.6%.',
    'You asked about a 40% fall of the market in the year you retire, at 65.',
    'If stocks drop 40% just as you retire at 65, the chance of success is 63.6% instead of 84.0%.',
    'Even after a 40% crash at age 65, the money lasts in about 64% of the futures.',
  ])('what was tried passes: %s', async (text) => {
    expect(straysOf(text, await facts)).toEqual([]);
  });

  test.each([
    'If stocks fell 30% in the year you turn 65, the money would last in 63.6% of the simulated futures.',
    'If stocks fell 40% in the year you turn 70, the money would last in 63.6% of the simulated futures.',
    'If stocks rose 40% in the year you turn 65, the money would last in 63.6% of the simulated futures.',
    'If stocks fell 40% in the year you turn 65, the chance would rise to 63.6%.',
    'If stocks fell 40% in the year you turn 65, the money would last in 84.0% of the simulated futures.',
    'If bonds fell 40% in the year you turn 65, the money would last in 63.6% of the simulated futures.',
    'If stocks fell 40% in the year you turn 65, the money would last in 63.6% of the simulated futures, 20.4 percentage points more than as planned.',
    'If stocks fell 40% in the year you turn 65, the money would run out in 63.6% of the simulated futures.',
    'As planned, the money lasts in 63.6% of the simulated futures.',
    'If stocks fell 40% today, the money would last in 63.6% of the simulated futures.',
    'If stocks fell 63.6% in the year you turn 65, the money would last in 40% of the futures.',
    'Your stocks have fallen by 40%.',
    'Stocks are 40% of your portfolio.',
    'If stocks fell 40% in the year you turn 45, the money would last in 63.6% of the simulated futures.',
    'If stocks fell 40% in the year you turn 95, the money would last in 63.6% of the simulated futures.',
    'If stocks fell 40% ten years before you retire, the money would last in 63.6% of the simulated futures.',
    'A fall of 40% in the year you turn 65 would gain you 20.4 percentage points.',
    'Bonds fall by 40% at 65 in every future.',
  ])('what was not tried is stopped: %s', async (text) => {
    expect(straysOf(text, await facts)).not.toEqual([]);
  });
});

test('a fall of today and one of later are each what they are', async () => {
  const facts = await factsFor('What if the market falls 20% now and another 30% when I retire?');
  expect(straysOf('If stocks fell by 20% today and by 30% in the year you turn 65, the plan would be weaker.', facts)).toEqual([]); // prettier-ignore
  expect(straysOf('If stocks fell by 30% today, the plan would be weaker.', facts)).toEqual(['30%']);
});

test('of a crash of the past its own figures pass, and no others', async () => {
  const facts = await factsFor('What if there is a crash like 2008 right when I retire?');
  expect(straysOf('A crash like that of 2008, with stocks down 37% in the year you turn 65, would hurt.', facts)).toEqual([]); // prettier-ignore
  expect(straysOf('If stocks fell 37% when you are 70, as in 2008, the plan would be weaker.', facts)).toContain('37%');
});

test('where no fall is dated nothing is said against one of today', async () => {
  const facts = await factsFor('What if stocks fall by 40%?');
  expect(straysOf('If stocks fell by 40% today, the money would last less often.', facts)).toEqual([]);
});
