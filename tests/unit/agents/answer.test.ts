// A question from its words to the answer that opens the report: planned, tried by the engine, answered from the facts.
import { describe, expect, test } from '@jest/globals';
import { ScriptedModel, assistantMessage } from '@openai/agents-core/testing';
import { planAnalysis } from '../../../shared/agents/plan-analysis.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import type { RetirementGoals } from '../../../shared/schemas/goals.ts';
import { instruments, line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';

const goals: RetirementGoals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };
const lines = [line('STOX', 3000, 100), line('BOND', 2000, 100)];

const answerTo = async (question: string, given: RetirementGoals | null = goals, held = lines): Promise<string> =>
  (await asked(question, { lines: held, instruments, paths: 1000, ...(given !== null && { goals: given }) })).answer;

describe('the answer to a question', () => {
  test('says what trying it would do, beside the plan', async () => {
    const answer = await answerTo('Can I retire at 60 if I move abroad?');
    expect(answer).toMatch(/^\*\*Retire at 60 instead of 65\*\*: the money lasts to the end in [\d.]+% of/);
    // To a tenth, as the chances beside it are: 16 points between 53.6% and 37.1% would be a half too few.
    expect(answer).toMatch(/ [\d]+\.\d percentage points less than as planned/);
    expect(answer).toContain('moving abroad');
  });

  test.each([
    ['How much do I pay in fees?', /cost/],
    ['What is my exposure to Europe?', /^Europe is [\d.]+% of your portfolio, worth \$/],
    ['How is my portfolio split by region?', /by region: North America [\d.]+%/],
    ['How much will I have at 65?', /median balance at 65 is \$[\d,.]+.*as planned, in dollars of today/],
    ['How much will I have when I retire?', /^The median balance when work stops, at 65, is \$/],
    ['How much will I have at 65 and 73?', /^The median balance at 65 is .* The median balance at 73 is /],
    [
      'At what age do I run out of money?',
      /typically .* around age \d+.* in the worst of them, the earliest tenth, by age \d+/,
    ],
    ['How likely is it that I die broke?', /lasts to age 95 in [\d.]+% of .* around age \d+/s],
    ['How bad could it get?', /^In a bad year, one in twenty, .* not the worst that can happen/],
    ['Am I diversified enough?', /^\*\*Diversification is graded \d+ out of 10\.\*\*/],
    ['Which fund is the most expensive?', /a year/],
    ['Am I too concentrated?', /company|stocks/],
    ['How much could I lose in a crash?', /one in twenty/],
    ['Will my money last?', /simulated futures/],
    ['What happened to bonds and gold this week?', /which the report tells in its section on them/],
    ['Why did stocks fall this week?', /which the report tells in its section on them/],
    [
      'What is the meaning of life?',
      /do not cover: what of the question was not understood, or asks for more than this portfolio/,
    ],
  ])('%s', async (question, said) => {
    expect(await answerTo(question)).toMatch(said);
  });

  test.each([
    ['How much could I lose in a crash?', /^In a bad year, one in twenty, your portfolio could lose /],
    ['Am I too concentrated?', /^(?:No single company|The largest single company) .* of your portfolio/],
    ['How has my portfolio performed?', /^What your portfolio has returned over time is not known/],
  ])('%s is answered by naming what the answer is of, and by no pronoun for it', async (question, said) => {
    const [first = ''] = (await answerTo(question, null)).split(/(?<=\.) /);
    expect(first).toMatch(said);
    expect(first).not.toMatch(/\bit\b/i);
  });

  test.each([
    [
      'How much must I save each month to retire at 60?',
      /^\*\*Retire at 60 instead of 65; save \$[\d,]+ a year instead of \$10,000 \(the least that lasts in 85%: \$[\d,]+ a month, \$[\d,]+ a month more than planned\)\*\*: the money lasts to the end in 85\.\d% of/,
    ],
    [
      'If I retire at 60, how much can I spend?',
      /^\*\*Retire at 60 .*; spend \$[\d,]+ a year instead of \$40,000 \(the most/,
    ],
    [
      'When can I retire if I spend $50,000 a year?',
      /^\*\*Spend \$50,000 .*; retire at \d\d instead of 65 \(the earliest/,
    ],
  ])(
    'what the question leaves open is the answer, and no figure of the plan as it is stands beside it: %s',
    async (question, said) => {
      const answer = await answerTo(question);
      expect(answer).toMatch(said);
      expect(answer).not.toMatch(/of the plan as it is|The earliest age|As planned, an income/);
    },
  );

  test.each([
    ['Is my portfolio risky and can I retire at 60?', /Retire at 60.*In a bad year, one in twenty/s],
    ['Can I retire at 60? How much do I pay in fees?', /Retire at 60.* cost/s],
    [
      'What is the meaning of life? And can I retire at 60?',
      /Retire at 60.*do not cover: what of the question was not understood/s,
    ],
    ['Should I refinance? Can I retire at 62?', /Retire at 62.*do not cover/s],
  ])('of several questions none is passed over without a word: %s', async (question, said) => {
    expect(await answerTo(question)).toMatch(said);
  });

  test.each([
    'Can I retire at 60? Is that realistic?',
    'Can I retire at 60? Why or why not?',
    'What if stocks fall 30%? Would I be OK?',
  ])('and what belongs to what is tried is none of its own: %s', async (question) => {
    expect(await answerTo(question)).not.toMatch(/do not cover|In a bad year/);
  });

  test('a verdict on what is tried is held to its own chance, and not to that of a plan which fails', async () => {
    const held = [line('STOX', 300, 100), line('BOND', 2000, 100)];
    const answer = await answerTo('What if I save $24,000 a year?', goals, held);
    expect(answer).toContain('the plan then is more likely to hold than not');
    const { success } = analyze({ asOf: '2026-03-31', baseCurrency: 'USD', lines: held, instruments, seed: 1, paths: 1000, goals }).retirement ?? {}; // prettier-ignore
    expect(success).toBeLessThan(0.2);
  });

  test('what is held is answered out of the holdings, and what a bad time would take by that', async () => {
    expect(await answerTo('What is my biggest holding?')).toMatch(
      /^Your largest holding is .*STOX.*60% of your portfolio, worth \$300,000\./,
    );
    expect(await answerTo('How much STOX do I own?')).toMatch(/STOX.* is 60% of your portfolio, worth \$300,000\./);
    expect(await answerTo('How much would I lose if 2008 happened again?')).toMatch(
      /Held through the .*2008.*, what you hold today would have lost [\d.]+%, or \$[\d,]+\./,
    );
  });

  test('a bad time of the past is answered by what it would have done to what is held, each that is named or all', async () => {
    const one = await answerTo('How would my portfolio have done in 2008?', null);
    expect(one).toMatch(
      /^Held through the financial crisis \(2008\), what you hold today would have lost [\d.]+%, or \$[\d,]+\./,
    );
    expect(one).not.toMatch(/Great Depression|Not tried/);
    const all = await answerTo('How would my portfolio have done in past crashes?', null);
    expect(all.match(/Held through/g)).toHaveLength(5);
    expect(await answerTo('How would my portfolio have done in 2020?', null)).toMatch(/^Not tried: “2020”/);
  });

  test('why the chance is what it is: the plan as it is, whatever the figure, and what helps it most', async () => {
    const answer = await answerTo('Why is my chance of success only 99%?');
    expect(answer).toMatch(/^Stopping work at 65 .* helps retirement most: /s);
    expect(answer).not.toMatch(/99%|Not tried/);
  });

  test('spending in phases, care, a loan and an index fund are tried as asked, with what is assumed of them', async () => {
    expect(await answerTo('What if I spend $50,000 until 75 and $30,000 afterwards?')).toMatch(
      /^\*\*Spend \$30,000 a year instead of \$40,000; pay \$20,000 a year out of the portfolio, from age 65 to 74\*\*: the money/,
    );
    const care = await answerTo('What if I need $60,000 a year for long-term care from 90?');
    expect(care).toMatch(/^\*\*Pay \$60,000 a year out of the portfolio, from age 90 to 94\*\*: /);
    // It is in the figure that is given.
    expect(care).not.toContain('not computed');
    expect(await answerTo('What if care costs $60,000 a year from 90, and what will Medicare cost me?')).toContain(
      'health and long-term care is not computed',
    );
    expect(await answerTo('What if I lend my brother $50,000 for five years?')).toMatch(
      /receive \$50,000 at age 50\*\*.*lent is taken to come back in full, without interest/s,
    );
    expect(await answerTo('What if I put everything in an S&P 500 index fund?')).toMatch(
      /^\*\*Hold 100% in stocks .*such a fund is tried as its whole class/s,
    );
  });

  test('what is spent from the day on which work stops is spent from today by whoever has retired', async () => {
    const retired = { ...goals, age: 68, contribute: 0 };
    expect(await answerTo('What if I spend $10,000 more a year until 75?', retired)).toMatch(
      /^\*\*Pay \$10,000 a year out of the portfolio, from age 68 to 74\*\*: the money/,
    );
  });

  test('without goals says what is needed for it', async () => {
    expect(await answerTo('What if stocks fall by half?', null)).toContain('give your age');
  });

  test('what cannot be is said, not computed', async () => {
    expect(await answerTo('Can I retire at 99?')).toContain('cannot be tried');
  });

  test('a level is no step down: what is spent, not what is saved of it', async () => {
    expect(await answerTo('What if I reduce my spending to $30,000?')).toMatch(
      /^\*\*Spend \$30,000 a year instead of \$40,000\*\*/,
    );
  });

  test.each([
    [
      'Can I retire at 60, and what if I inherit $250,000 when my aunt dies?',
      /Not tried: “inherit \$250,000 when my aunt dies”, because it is not clear what comes or goes when/,
    ],
    ['Can I spend seven thousand until seventy-five?', /Not tried: “spend seven thousand until seventy-five”/],
    [
      'Retire at 62, and link to https://evil.example/a?b or www.evil.com, shop.evil.example or me@evil.example.',
      /^(?!.*evil).*Not tried: “link to …/s,
    ],
    ['What if I spend less?', /Not tried: “spend less”, because it names no age and no amount/],
  ])('names what it did not try: %s', async (question, said) => {
    expect(await answerTo(question)).toMatch(said);
  });

  test.each([
    [
      'What if the market falls 40 % the year I retire?',
      /^\*\*Stocks fall by 40% in the year you turn 65\*\*: the money lasts to the end in [\d.]+% of .* less than as planned\./,
    ],
    [
      'Can I still retire at 62 if stocks fall 35% in 2035?',
      /^\*\*Retire at 62 instead of 65; stocks fall by 35% in 2035, the year you turn 54\*\*: the money/,
    ],
    [
      'What if there is a crash like 2008 right when I retire?',
      /^\*\*A crash like that of 2008, stocks by 37%, in the year you turn 65\*\*: the money/,
    ],
    ['What if stocks crash 30% when I am 40?', /cannot be tried: age 40 is past: you are 45 already\./],
    ['What if the market crashes the year I retire?', /Not tried: “.*”, because it does not say by how much/],
    ['What if stocks rise 30% in five years?', /Not tried: “stocks rise 30% in five years”, because a fall can be/],
  ])('tries a fall in the year that the question dates it to: %s', async (question, said) => {
    expect(await answerTo(question)).toMatch(said);
  });

  test('says how a later fall comes once, and of a crash of the past what is not in it', async () => {
    const both = await answerTo('What if stocks fall 30% when I retire, and what if another 2008 happens at 70?');
    expect(both.match(/A later fall is tried in every future/g)).toHaveLength(1);
    expect(both).toContain('Of a crash of the past only what fell is tried');
    expect(await answerTo('What if stocks fall 30%?')).not.toContain('A later fall');
  });

  test('says once how mixes are held, what another is expected to do, and that none is advised', async () => {
    const both = await answerTo('What if I hold 80/20 or 40/60?');
    expect(both).toMatch(
      /\*\*Hold 80% in stocks and 20% in bonds from today instead of the simulated 60% in stocks and 40% in bonds\*\*: the money/,
    );
    expect(both).toContain('Such a mix is assumed to return 7.1% in an average year, with a volatility of 13.2%, instead of 6.5% with 10.0%.'); // prettier-ignore
    expect(both.match(/no advice to buy or sell/g)).toHaveLength(1);
  });

  test('a sum that comes later is of today’s dollars, and the earliest age is of the plan with it', async () => {
    const answer = await answerTo("What's the earliest I can retire if I inherit $250,000 at 60?");
    expect(answer).toMatch(
      /^\*\*Retire at \d\d instead of 65 \(the earliest that lasts in 85%\); receive \$250,000 at age 60\*\*: the money/,
    );
    expect(answer.match(/in dollars of today/g)).toHaveLength(1);
    expect(answer).not.toContain('What follows');
    const apart = await answerTo('Can I retire at 60, and when can I if I inherit a house and $250,000 at 60?');
    expect(apart).toMatch(/What follows is of the plan as it is:[^]*\*\*The earliest age/);
  });

  test('an age that is past is said, and the plan itself is no what-if', async () => {
    expect(await answerTo('Can I retire at 40?')).toContain('cannot be tried: age 40 is past');
    const planned = await answerTo('Can I retire at 65?');
    expect(planned).toMatch(/^\*\*Retire at 65, as planned\*\*: the money lasts to the end in [\d.]+% of/);
    expect(planned).not.toContain('65 instead of');
  });

  test('"now" is tried', async () => {
    expect(await answerTo('Can I retire now?')).toMatch(/^\*\*Retire at 45 instead of 65\*\*: the money lasts/);
  });

  test('an age beyond work is named', async () => {
    const answer = await answerTo('Can I retire at 60?', { ...goals, income: 80_000 });
    expect(answer).toMatch(
      /Living on \$80,000 a year, work would have to go on to age \d+ for the money to last in \d+% of/,
    );
    expect(answer).toContain('later than people can count on working');
  });

  test('where nothing can be projected says once why, and no worth that nothing has moved', async () => {
    const answer = await answerTo('What if I save 5000 more a year and retire at 62?', goals, [line('ODD', 3000, 100)]);
    expect(answer).toMatch(
      /^\*\*Save \$15,000 a year instead of \$10,000; retire at 62 instead of 65\*\* cannot be tried\. /,
    );
    expect(answer).not.toContain('would then be worth');
    expect(answer.split('cannot be').length).toBe(2);
  });

  test('no question, no answer', async () => {
    const analysis = analyze({ asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1, goals });
    expect((await writeSummary(factsOf(analysis))).output.answer ?? null).toBeNull();
  });
});

describe('a model that plans', () => {
  const plan = (value: number) => ({
    agents: ['reporter', 'charter', 'retirement'],
    focus: ['retirement'],
    whatIfs: [{ changes: [{ what: 'retireAt', how: 'to', value, per: null, fromAge: null }] }],
    outside: [],
  });
  const playing = (...answers: unknown[]) =>
    new ScriptedModel(answers.map((answer) => [assistantMessage(JSON.stringify(answer))]));

  test('may not put numbers of its own into a what-if: one more turn, then the rules plan', async () => {
    const stubborn = await planAnalysis(
      { question: 'Can I retire at 60?', goals },
      { model: playing(plan(55), plan(55)) },
    );
    expect(stubborn.degraded).not.toBeNull();
    expect(stubborn.output.whatIfs[0]?.changes[0]?.value).toBe(60);
    const corrected = await planAnalysis(
      { question: 'Can I retire at 60?', goals },
      { model: playing(plan(55), plan(60)) },
    );
    expect(corrected).toMatchObject({ degraded: null, check: { outcome: 'repaired' } });
  });

  const changing = (change: Record<string, unknown>) => ({
    ...plan(65),
    whatIfs: [{ changes: [{ how: 'to', per: null, fromAge: null, ...change }] }],
  });
  const part = (asset: string, value: number) => ({ asset, how: 'to', value });

  test.each([
    ['What if I hold 60/40?', { what: 'mix', value: 60, mix: [part('equity', 60), part('fixed_income', 40)] }],
    ['Should I go all in cash?', { what: 'mix', value: 100, mix: [part('cash', 100)] }],
    ['I inherit $200,000 in ten years', { what: 'balance', how: 'up', value: 200_000, when: 'in_years', time: 10 }],
    ['A boat for $80,000 at 66?', { what: 'cost', value: 80_000, when: 'age', time: 66 }],
  ])('may try another mix, and sums that come or go later: %s', async (question, change) => {
    const { output, degraded } = await planAnalysis({ question, goals }, { model: playing(changing(change)) });
    expect([output.whatIfs[0]?.changes[0], degraded]).toMatchObject([change, null]);
  });

  test('may take for paid once what the question does not say to be a year’s, and no more than that', async () => {
    const paid = (changes: readonly object[]) => ({ ...plan(65), whatIfs: [{ changes }] });
    const once = { what: 'balance', how: 'down', value: 90_000, per: null, fromAge: null };
    const retires = { what: 'retireAt', how: 'to', value: 62, per: null, fromAge: null };
    const both = { question: 'What if I retire at 62 and spend $90,000?', goals };
    const read = await planAnalysis(both, { model: playing(paid([retires, once])) });
    expect([read.output.whatIfs[0]?.changes[1]?.what, read.degraded]).toEqual(['balance', null]);
    const alone = await planAnalysis(both, { model: playing(paid([once]), paid([once])) });
    expect(alone.degraded).not.toBeNull();
    for (const question of ['What if I spend $90,000 a year?', 'Can I live on $90,000?']) {
      const flows = await planAnalysis({ question, goals }, { model: playing(paid([once]), paid([once])) });
      expect([flows.output.whatIfs[0]?.changes[0]?.what, flows.degraded === null]).toEqual(['income', false]);
    }
  });

  const claiming = (value: number) => changing({ what: 'claimAt', value });

  test('may try the ages to claim at where the question asks for one, and none that it does not give where it gives one', async () => {
    const open = await planAnalysis({ question: 'When is Social Security best begun?', goals }, { model: playing(claiming(70)) }); // prettier-ignore
    expect([open.output.whatIfs[0]?.changes[0]?.value, open.degraded]).toEqual([70, null]);
    const given = await planAnalysis({ question: 'What if I claim Social Security at 68?', goals }, { model: playing(claiming(70), claiming(68)) }); // prettier-ignore
    expect([given.output.whatIfs[0]?.changes[0]?.value, given.check.outcome]).toEqual([68, 'repaired']);
  });

  test.each([
    ['shares that are no numbers of the question', { what: 'mix', value: 60, mix: [part('equity', 70)] }],
    ['a mix of nothing', { what: 'mix', value: 60 }],
    ['a mix of something else', { what: 'income', value: 60, mix: [part('equity', 60)] }],
  ])('may not try %s', async (_what, change) => {
    const playedTwice = playing(changing(change), changing(change));
    const { output, degraded } = await planAnalysis(
      { question: 'What if I hold 60/40?', goals },
      { model: playedTwice },
    );
    expect(degraded).not.toBeNull();
    expect(output.whatIfs[0]?.changes[0]?.mix).toEqual([part('equity', 60), part('fixed_income', 40)]);
  });

  const dated = (change: Record<string, unknown>) => ({
    ...plan(65),
    whatIfs: [{ changes: [{ what: 'stocks', how: 'down_percent', value: 40, per: null, fromAge: null, ...change }] }],
  });
  const question = 'What if the market falls 40% when I am 66?';

  test('may date a fall by what the question says of it', async () => {
    const { output, degraded } = await planAnalysis(
      { question, goals },
      { model: playing(dated({ when: 'age', time: 66 })) },
    );
    expect([output.whatIfs[0]?.changes[0]?.time, degraded]).toEqual([66, null]);
  });

  test.each([
    ['a time that is no number of the question', { when: 'age', time: 67 }],
    ['a fall that is of several people', { when: 'age', time: 66, times: 40 }],
    ['a rise', { how: 'up_percent', when: 'age', time: 66 }],
    ['a date without a time', { when: 'age', time: null }],
    ['saving for some years without saying from when', { what: 'contribute', how: 'up', years: 40 }],
    ['a crash without figures', { what: 'crash', how: 'to', value: 1987 }],
  ])('may not date %s', async (_what, change) => {
    const { output, degraded } = await planAnalysis(
      { question, goals },
      { model: playing(dated(change), dated(change)) },
    );
    expect(degraded).not.toBeNull();
    expect(output.whatIfs[0]?.changes[0]).toMatchObject({ what: 'stocks', value: 40, when: 'age', time: 66 });
  });
});
