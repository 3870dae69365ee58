// "What if Nvidia falls by half?" was told as not understood: a single price that moves is tried as all stocks are.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { cash, line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';
import { reference } from './held-portfolios.ts';

const goals = { age: 50, retireAt: 65, lifeExpectancy: 95, income: 25_000, contribute: 10_000 };
const lines = [
  line('VTI', 500, 300),
  line('BND', 800, 70),
  cash(24_000),
  line('NVDA', 200, 150),
  line('GLD', 10, 250),
  line('IBIT', 100, 25),
];
const held = { lines, instruments: reference };

describe('a price that moves is read', () => {
  test.each([
    ['What if Nvidia falls by half?', 'Nvidia', 'down_percent', 50],
    ['What if NVDA goes to zero?', 'NVDA', 'down_percent', 100],
    ['What if Lehman Brothers goes bankrupt?', 'Lehman Brothers', 'down_percent', 100],
    ['What if my Berkshire Hathaway shares drop 30%?', 'Berkshire Hathaway', 'down_percent', 30],
    ['How much would I lose if Apple fell 40%?', 'Apple', 'down_percent', 40],
    ['What happens if Tesla doubles?', 'Tesla', 'up_percent', 100],
    ['What if bonds lose 20% of their value?', 'fixed_income', 'down_percent', 20],
    ['what if bitcoin drops 60%?', 'bitcoin', 'down_percent', 60],
    ['What if the price of gold rises 10%?', 'gold', 'up_percent', 10],
    ['What if my biggest position is cut in half?', 'largest', 'down_percent', 50],
  ])('%s', (question, asset, how, value) => {
    const { whatIfs, unread } = planPlay(question);
    expect(unread).toBeUndefined();
    expect(whatIfs).toEqual([{ changes: [{ what: 'price', how, value, per: null, fromAge: null, asset }] }]);
  });

  test.each([
    'What if my house falls 20%?',
    'What if rents rise 5%?',
    'What if my Roth IRA loses 20%?',
    'What if tech stocks fall 40%?',
    'What if Nvidia falls 50% in five years?',
    'What if Apple returns 5% a year?',
    'Did Nvidia fall 50% last year?',
  ])('and nothing else is taken for one: %s', (question) => {
    const changes = planPlay(question, 50).whatIfs.flatMap((one) => one.changes);
    expect(changes.filter(({ what }) => what === 'price')).toEqual([]);
  });

  test('all stocks stay all stocks', () => {
    const [one] = planPlay('What if stocks fall 30%?').whatIfs;
    expect(one?.changes[0]).toMatchObject({ what: 'stocks', how: 'down_percent', value: 30 });
  });
});

describe('a price that moves is answered', () => {
  test.each([
    ['What if Nvidia falls by half?', /^\*\*NVDA falls by 50%, which takes \$15,000, what funds hold of it not counted\*\*/],
    ['What if NVDA goes bankrupt?', /^\*\*NVDA falls by 100%, which takes \$30,000/],
    ['What if bonds fall 20%?', /^\*\*Bonds fall by 20%, which takes \$11,200\*\*/],
    ['What if gold falls 30%?', /^\*\*Gold falls by 30%, which takes \$750\*\*/],
    ['What if bitcoin drops 60%?', /^\*\*bitcoin falls by 60%, which takes \$1,500\*\*/i],
    ['What if my largest holding drops 10%?', /^\*\*VTI falls by 10%, which takes \$15,000\*\*/],
    ['What if VTI falls 10% and NVDA falls 50%?', /VTI falls by 10%, which takes \$15,000; NVDA falls by 50%, which takes \$15,000/],
  ])('%s', async (question, said) => {
    expect((await asked(question, { ...held, goals })).answer).toMatch(said);
    // Without goals there is no chance to tell, and what it takes is told all the same.
    expect((await asked(question, held)).answer).toMatch(said);
  }); // prettier-ignore

  test.each([
    ['What if Netflix falls by half?', /none of the holdings is called Netflix/],
    ['What if REITs fall 20%?', /nothing is held in real estate/],
  ])('and what is not held is said to be none: %s', async (question, said) => {
    expect((await asked(question, { ...held, goals })).answer).toMatch(said);
  });

  test('with the chance that the same portfolio has at that price', async () => {
    const funds = lines.slice(0, 3);
    const { analysis } = await asked('What if VTI falls by half?', { ...held, lines: funds, goals });
    const cheaper = [line('VTI', 500, 150), ...funds.slice(1)];
    const then = analyze({ asOf: '2026-03-31', baseCurrency: 'USD', seed: 1, paths: 400, ...held, lines: cheaper, goals });
    const [scenario] = analysis.question?.scenarios ?? [];
    expect(scenario?.balance).toBeCloseTo(analysis.totals.value - 75_000, 2);
    expect(scenario?.outcome?.success).toBe(then.retirement?.success);
  }); // prettier-ignore
});

describe('a fund house', () => {
  const unknown = line('VCSH', 100, 79, { name: 'Vanguard Short-Term Corporate Bond ETF' });
  test.each([
    'What if Vanguard goes bust?',
    'Is my money safe if Vanguard goes bankrupt?',
    'What if Vanguard drops 20%?',
  ])('is no holding, also where the cost of one of its funds is not known: %s', async (question) => {
    const { answer } = await asked(question, { ...held, lines: [...lines, unknown], goals });
    expect(answer).toContain('cannot be tried: Vanguard is the house of several funds here');
    expect(answer).not.toMatch(/VCSH|which takes/);
  });
});
