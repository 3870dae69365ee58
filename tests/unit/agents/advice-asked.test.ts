// "What should I do first?" was told as beyond the figures, though the report recommends what to do, in order.
import { expect, test } from '@jest/globals';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { cash, line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';
import { reference } from './held-portfolios.ts';

const goals = { age: 50, retireAt: 65, lifeExpectancy: 95, income: 45_000, contribute: 10_000 };
const held = { lines: [line('VTI', 1000, 300), line('NVDA', 400, 150), cash(90_000)], instruments: reference, goals };
const titles = (text: string) => [...text.matchAll(/^\d\. \*\*([^*]+?)\.?\*\*/gm)].map(([, title]) => title);

test.each([
  'What should I do first?',
  'What would you recommend?',
  'Any advice?',
  'How can I improve my portfolio?',
  'What should I change?',
])('%s', async (question) => {
  const { answer, facts } = await asked(question, held);
  const { output } = await writeReport(facts);
  const told = titles(answer);
  expect(told.length).toBeGreaterThan(1);
  expect(told).toEqual(output.sections.flatMap(({ body }) => titles(body)).slice(0, told.length));
  // What stands beside it in the report does not stand beside an answer.
  expect(answer).not.toMatch(/this section|do not cover|not understood/);
});

test('is answered beside something to try as well', async () => {
  const { answer } = await asked('What should I do first? And what if Nvidia falls by half?', held);
  expect(titles(answer).length).toBeGreaterThan(1);
  expect(answer).toMatch(/NVDA falls by 50%, which takes \$30,000/);
});

test.each(['What should I do if I lose my job?', 'What should I do to retire at 60?', 'What would you sell first?'])(
  'no other question is answered with all of it: %s',
  async (question) => {
    expect((await asked(question, held)).answer).not.toMatch(/what matters most first/);
  },
);

test.each([
  ['Does the 4% rule work for me?', /^What you want is [\d.]+% of the median balance at 65 in the first year\. .*lasts to age 95 in/s],
  ['What is my withdrawal rate?', /^What you want is [\d.]+% of the median balance at 65/],
  ['Am I paying too much?', /^Holding your investments costs/],
  ['How do I compare to the market?', /returned over time is not known/],
  ['How much should I hold in gold?', /yours to say/],
])('%s', async (question, said) => {
  const { answer } = await asked(question, held);
  expect(answer).toMatch(said);
  expect(answer).not.toMatch(/Not tried|do not cover/);
}); // prettier-ignore

test('of what other income changes no one rate of withdrawal is told', async () => {
  const otherIncome = [{ kind: 'social_security' as const, amount: 20_000, from: 67 }];
  const { answer } = await asked('What is my withdrawal rate?', { ...held, goals: { ...goals, otherIncome } });
  expect(answer).toMatch(
    /^Other income pays a part of what you spend, so that all of it is no rate of the portfolio\./,
  );
});
