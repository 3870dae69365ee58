// The plainest questions, which name no figure: they were told to lie beyond the figures, though the report has what they ask.
import { describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';
import { cash, line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';
import { reference } from './held-portfolios.ts';

const goals = { age: 50, retireAt: 65, lifeExpectancy: 95, income: 45_000, contribute: 10_000 };
const held = { lines: [line('VTI', 1000, 300), line('NVDA', 400, 150), cash(90_000)], instruments: reference, goals };

const topics: readonly [topics: string, questions: string[]][] = [
  ['retirement', ['Is my plan any good?', 'How is my retirement plan looking?', 'Will we be all right?', 'Am I in good shape?', 'Are we ahead?', 'Will I make it?', 'Can I live on what I have?', "What's my success rate?", 'ok so will i be fine', 'Is my money going to last?', 'Is it going to be enough for us?', 'Do I need to save more?', 'Should we work longer?']],
  ['drift', ['Should I have more bonds?', 'Do we need to hold fewer stocks?']],
  ['performance', ['Am I beating the market?']],
  ['value,drift,retirement', ['How are we doing financially?', 'Where do I stand?', 'Give me an overview', 'Can you review my investments?', 'Rate my portfolio.', "What's the bottom line?", 'Is this a good portfolio?', 'How does my portfolio look right now?', 'What should I know?', 'is my portfolio ok', 'Please explain our finances.']],
  ['value', ['How much have I saved?', 'How rich are we?', "What's my balance?", 'How much money have we got in total?', 'How much is my nest egg?', 'What is my net worth?', "What's our total net worth today?"]],
  ['future_value', ['What will my portfolio be worth when I retire?', 'What will our net worth be once we retire?', 'How big will my nest egg be when I stop working?', 'What will I have at retirement?']],
  ['earliest_retirement', ['How much longer must I work?', 'How many years until I can retire?', 'How long before I can quit my job?', 'When am I done working?', 'How long will I have to keep working?']],
  ['running_out', ['How long until our savings run out?', 'How many years do I have until I run out of money?', 'How long can I live off my portfolio?', 'How long before we go broke?', 'Am I going to run out of money?', 'Are we gonna outlive our savings?']],
  ['retirement,spending', ['Am I drawing too much?', 'Are we overspending?', 'Do I take out too much?', 'Is my spending too high?', 'Are my withdrawals sustainable?']],
  ['drift,risk,retirement', ['What now?', 'Got any tips?', 'What can we do differently?', 'Should I change anything?', 'What are the weaknesses of my portfolio?', 'Is anything wrong with my plan?', "What's our next step?", 'How can I improve?']],
  ['risk,retirement', ['What might hurt me?', 'Should I be worried?', 'What are the dangers?', 'Is there anything I should worry about?', 'What worries you about my portfolio?']],
  ['risk,concentration', ['How do I lower our risk?', 'How can I make my portfolio safer?', 'What can I do to take less risk?', 'What is my safest investment?', 'Which holding is the most volatile?']],
]; // prettier-ignore

describe.each(topics)('a question of %s', (expected, questions) => {
  test.each(questions)('%s', (question) => {
    const { focus, whatIfs, outside, unread = [] } = planPlay(question, 50);
    expect([focus.join(), whatIfs, outside, unread]).toEqual([expected, [], [], []]);
  });
});

test.each(['I want to retire at 58. What do I have to change?', 'We lent our son $80,000. Are we going to be fine?'])(
  'what is told before such a question is what it asks about: %s',
  async (question) => {
    expect((await asked(question, held)).answer).not.toMatch(/what matters most first|^Stopping work at 65/);
  },
);

describe('what was called not understood and is asked by many', () => {
  test.each(['What changes would help most?', 'Which assumptions matter the most?', 'What one thing would improve my odds most?'])('names what helps or hurts the plan most: %s', async (question) => {
    expect((await asked(question, held)).answer).toMatch(/helps retirement most|most exposed to/);
  }); // prettier-ignore

  test.each(['What does an 80% chance of success mean?', 'What does 72% mean?', 'What does this chance mean for me?'])('says of what a chance is one: %s', async (question) => {
    const { answer } = await asked(question, held);
    expect(answer).toMatch(/of the simulated futures/);
    expect(answer).not.toMatch(/Not tried|not understood/);
  }); // prettier-ignore

  test.each(['Where should I put my next $5,000?', 'What should we buy with $12,000?', 'How should I invest $500 a month?', 'What should I do with $30,000 in cash?'])('new money is not tried as another plan, and said to be given apart: %s', (question) => {
    const { whatIfs, unread = [], focus } = planPlay(question, 50);
    expect([whatIfs, unread.map(({ why }) => why), focus.includes('drift')]).toEqual([[], ['placed'], true]);
  }); // prettier-ignore

  test.each(['What should I do with a $100,000 inheritance at 60?', 'What can I do with $60,000 a year?', 'How should I buy a $400,000 house?'])('but not what is to be tried: %s', (question) => {
    expect((planPlay(question, 50).unread ?? []).map(({ why }) => why)).not.toContain('placed');
  }); // prettier-ignore

  test.each(['How much dividends do I get?', 'How much income does our portfolio generate?', "What's my dividend yield?"])('pay-outs are told to be a part of the returns: %s', async (question) => {
    const { answer } = await asked(question, held);
    expect(answer).toMatch(/dividends and interest is not listed/);
    expect(answer).not.toMatch(/not understood/);
  }); // prettier-ignore

  test.each([
    ['What would $500 more a month in savings do?', 6000],
    ['What would an extra $200 a month of savings do for me?', 2400],
  ])('more savings are tried on top of what is saved: %s', async (question, more) => {
    const { answer } = await asked(question, held);
    expect(answer).toContain(`Save $${(goals.contribute + more).toLocaleString('en-US')} a year instead of $10,000`);
  });

  test.each([
    ["What's the worst year I could have?", /In a bad year, one in twenty/],
    ['What is the median outcome?', /The median balance when work stops/],
    ['What did you assume about inflation?', /Prices are taken to rise/],
    ['When will I run out of money in the worst case?', /typically does so around age|lasts to/],
  ])('is answered: %s', async (question, said) => {
    const { answer } = await asked(question, held);
    expect(answer).toMatch(said);
    expect(answer).not.toMatch(/not understood/);
  });

  test.each(['What happens if there is a recession the year I retire?', "What if there's a recession in 2030?"])(
    'a recession is named as a fall without its size: %s',
    (question) => {
      expect((planPlay(question, 50).unread ?? []).map(({ why }) => why)).toEqual(['size']);
    },
  );

  test('the safe amount to spend is that which lasts, and no loss of a bad year', async () => {
    const { answer } = await asked('What is a safe amount to spend monthly?', held);
    expect(answer).toMatch(/the most that lasts/);
    expect(answer).not.toMatch(/bad year/);
  });
});

test('an age that is the plan’s own is nothing that it asks about', () => {
  const { focus, unread } = planPlay('Hi Alex. I am 50. Will I be OK?', 50);
  expect([focus, unread]).toEqual([['retirement'], undefined]);
});

test.each([
  ['Will I be OK if stocks fall by 30%?', 1],
  ['How long do I have to work if I spend $60,000 a year?', 1],
  ['What should I do with $50,000?', 0],
  ['Am I spending too much on my car?', 0],
  ['How much do I have in bonds?', 0],
  ['Is $60,000 a year enough?', 1],
])('what says more than such a question is no such: %s', (question, tried) => {
  const { focus, whatIfs } = planPlay(question, 50);
  expect(whatIfs.length > 0).toBe(tried > 0);
  expect(focus.join()).not.toMatch(/value,drift,retirement|^retirement,spending$|drift,risk,retirement/);
});

test.each([
  ['How many more years must I work?', /^\*\*The earliest age of retirement is/],
  ['How long will it be until my money runs out?', /typically does so around age/],
  ['Am I taking out too much?', /would last to age 95 in 85% .*you want \$45,000 a year/s],
  ['Give me a quick summary', /your portfolio is worth \$450,000.*typical of target-date funds.*lasts to age 95/s],
  ['What could go wrong?', /^In a bad year, .*The retirement plan is most exposed to/s],
  ['How can we reduce our risk?', /^What would lower the risk, by these figures, what matters most first:\s+1\. \*\*.*NVIDIA/s],
  ['What is the value of my NVIDIA stock?', /^NVIDIA Corporation \(NVDA\) is [\d.]+% of your portfolio, worth \$/],
  ['What is my unrealized gain in the Roth IRA?', /^What was gained in one account by itself is not among these figures\./],
  ['What is my worst case?', /^In a bad year, /],
  ['What can I do to improve my plan?', /^What the figures suggest/],
  ['Which of my investments is the riskiest?', /^How risky each holding is by itself is not worked out: .*NVIDIA Corporation, 13%/],
  ['What does a diversification score of 8 mean?', /^\*\*Diversification is graded \d out of 10\.\*\* What lowers it/],
  ['Why is my risk grade so high?', /^\*\*Risk is graded \d+ out of 10\*\*/],
  ['Could I take out 5% a year?', /^What you want is 5% of the median balance at 65 .* A share of the portfolio is not tried as spending; .* lasts to age 95/],
  ['Is $450,000 enough to retire on?', /^Your portfolio is worth \$450,000\. Stopping work at 65/],
  ['Can we retire with 460k?', /^Your portfolio is worth \$450,000\. Stopping work at 65/],
])('is answered with what the report knows: %s', async (question, said) => {
  const { answer } = await asked(question, held);
  expect(answer).toMatch(said);
  expect(answer).not.toMatch(/Not tried|do not cover/);
}); // prettier-ignore

test.each([
  ['How much do I need at 62 to retire?', /^Not tried: “How much do I need at 62 to retire”, because what has to be there is found as of today/],
  ['How much should we have when we retire?', /^Not tried: .* found as of today/],
  ['How big a nest egg do I need by 60?', /^Not tried: .* found as of today/],
  ['Is $2 million enough?', /^Not tried: “Is \$2 million enough”, because a sum to have is no spending/],
])('a sum to have later, or another than is held, is named and not taken for another question: %s', async (question, said) => {
  const { answer, planned } = await asked(question, held);
  expect(answer).toMatch(said);
  expect(planned.whatIfs).toEqual([]);
}); // prettier-ignore

test('what is needed to retire is told to be needed today, with what is saved until then on top', async () => {
  const { answer } = await asked('How much more do I need to retire?', held);
  expect(answer).toMatch(/^\*\*Begin today with \$[\d,]+ instead of \$450,000 \(the least that lasts in 85% with what the plan saves\)\*\*/); // prettier-ignore
  expect(answer).toContain('how much has to be there on that day is not worked out');
});

test('what the first year takes out of the portfolio is said with the other income that is paid by then', async () => {
  const withIncome = (from: number) => ({
    ...held,
    goals: { ...goals, otherIncome: [{ kind: 'social_security' as const, amount: 20_000, from }] },
  });
  const question = 'How much will I need to withdraw from my portfolio in the first year of retirement?';
  expect((await asked(question, withIncome(67))).answer).toMatch(/^You want \$45,000 a year,.* at age 65, all of that comes out of the portfolio: other income begins later\./); // prettier-ignore
  expect((await asked(question, withIncome(64))).answer).toMatch(/ at age 65, other income of \$20,000 a year is paid already, and the rest/); // prettier-ignore
  const { answer } = await asked('How much can I withdraw in the first year of retirement?', withIncome(67));
  expect(answer).not.toContain('all of that comes out');
});

test('what is not understood is told to be that, and not only to lie beyond the figures', async () => {
  const { answer } = await asked('Is four per cent much?', held);
  expect(answer).toMatch(/do not cover: what of the question was not understood, or asks for more/);
});

test('without a retirement plan nothing is said of one', async () => {
  const { answer } = await asked('Will we be OK?', { ...held, goals: undefined });
  expect(answer).toMatch(/^Retirement is not assessed\./);
});

test('a sum that is tried and is as large as a pension leaves the pension what it is', async () => {
  const otherIncome = [{ kind: 'social_security' as const, amount: 20_000, from: 67 }];
  const { answer } = await asked('What if I spend $20,000 a year on travel for 5 years?', {
    ...held,
    goals: { ...goals, otherIncome },
  });
  expect(answer).toContain('Pay $20,000 a year out of the portfolio');
});

describe('what Social Security and pensions pay of the spending', () => {
  const paid = { ...held, goals: { ...goals, otherIncome: [{ kind: 'social_security' as const, amount: 30_000, from: 67 }] } }; // prettier-ignore
  test.each(['What share of my spending will Social Security cover?', 'How much of my expenses does Social Security pay?', 'Will Social Security cover all my expenses?', 'How much of my budget is covered by Social Security?'])('is worked out: %s', async (question) => {
    const { answer } = await asked(question, paid);
    expect(answer).toBe('Counted beside the portfolio: $30,000 a year of Social Security from age 67. That is 67% of the $45,000 a year that you want to spend.');
  }); // prettier-ignore

  test('is nothing where none is counted', async () => {
    const { answer } = await asked('How much of my spending will Social Security cover?', held);
    expect(answer).toContain('Social Security and pensions are not counted');
  });
});
