// Questions that were answered with something false: a pointer to another question, a debt that could be listed, what is not tried.
import { expect, test } from '@jest/globals';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { instruments, line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';

const goals = { age: 43, retireAt: 45, lifeExpectancy: 95, income: 30_000, contribute: 0, taxRate: 0.2 };
const held = (accountName: string, accountType: SnapshotLine['accountType'], quantity = 4000) =>
  line('STOX', quantity, 100, { accountName, accountType, costBasis: 100_000 });

test.each([
  'How much must I withdraw from my IRA this year?',
  'What is my RMD this year?',
  'How much am I required to take out of my 401k this year?',
])('"%s" is told as not worked out, and never sent to ask for spending', async (question) => {
  const lines = [held('Traditional IRA', 'tax_deferred')];
  const { answer } = await asked(question, {
    lines,
    instruments,
    paths: 60,
    goals: { ...goals, age: 76, retireAt: 70 },
  });
  expect(answer).toMatch(/Not tried: .*because required minimum distributions are not worked out/);
  expect(answer).not.toContain('How much can I spend?');
});

test('a mortgage that is paid off has its payments named as not counted', async () => {
  const lines = [held('Brokerage', 'taxable', 8000)];
  const { answer } = await asked('What if I pay off my mortgage of $180,000 now?', {
    lines,
    instruments,
    paths: 60,
    goals,
  });
  expect(answer).toContain('payments that end once a debt is paid off are not counted');
  expect(answer).not.toContain('can be added so');
});

test('what there will be is not called untried, of the plan as it is or with what is tried', async () => {
  const lines = [held('Brokerage', 'taxable')];
  const saves = { ...goals, retireAt: 66, contribute: 12_000 };
  const { answer } = await asked('How much will I have at 66 if I save $12,000 a year?', { lines, instruments, paths: 60, goals: saves }); // prettier-ignore
  expect(answer).toContain('The median balance at 66 is ');
  expect(answer).not.toContain('Not tried');
  const more = await asked('How much will I have at 66 if I save $15,000 a year?', { lines, instruments, paths: 60, goals: saves }); // prettier-ignore
  expect(more.answer).toContain('**Save $15,000 a year instead of $12,000**: the median balance at 66 is then ');
  expect(more.answer).not.toContain('Not tried');
});
