// What is in the file was said to be outside of the figures, not understood, or answered with the largest company, or the whole portfolio's worth.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { planPlay } from '../../../shared/agents/models/narrator/plan/plan-play.ts';
import { cash, line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';
import { reference } from './held-portfolios.ts';

const goals = { age: 50, retireAt: 65, lifeExpectancy: 95, income: 25_000, contribute: 10_000 };
const brokerage = { accountName: 'Schwab Brokerage', accountType: 'taxable' } as const;
const work = { accountName: 'Fidelity 401(k)', accountType: 'tax_deferred' } as const;
const roth = { accountName: 'Rainy day', accountType: 'tax_free' } as const;
const lines = [
  line('VTI', 500, 300, { ...brokerage, costBasis: 90_000 }),
  line('BND', 800, 70, { ...brokerage, costBasis: 61_000 }),
  cash(24_000, brokerage),
  line('VXUS', 1000, 60, work),
  line('NVDA', 200, 150, roth),
];

const answerTo = async (question: string, given: typeof goals | null = null): Promise<string> =>
  (await asked(question, { lines, instruments: reference, ...(given !== null && { goals: given }) })).answer;

describe('a part of what is held is answered with its own worth and share', () => {
  test.each([
    ['How much do I have in my 401k?', /^Fidelity 401\(k\) is 19% of your portfolio, worth \$60,000\.$/],
    ["What's the value of my Schwab account?", /^Schwab Brokerage is 72% of your portfolio, worth \$230,000\.$/],
    ['How much have I got in Roth accounts?', /^All that is in tax-free accounts is 9\.4% of your portfolio, worth \$30,000\.$/], // prettier-ignore
    ['What is my HSA worth?', /^No account here is called that; there is Schwab Brokerage \(\$230,000\), /],
    ['How much is in each account?', /^The accounts are Schwab Brokerage \(\$230,000\), /],
    ['How much of our money sits in cash?', /^Cash is 7\.5% of your portfolio, worth \$24,000\.$/],
    ['What share of my savings is in bonds?', /^Bonds are 18% of your portfolio, worth \$56,000\.$/],
    ['How much do I own in technology?', /^Information technology is [\d.]+% of your portfolio, worth \$[\d,]+\.$/],
    ['What percentage is invested abroad?', /^Europe \([^)]*\), the emerging markets \([^)]*\) and the Pacific region \([^)]*\): 18% of your portfolio together, worth \$58,900\. Canada is counted with the United States, and not in this\./],
    ['How much Japan is there in my portfolio?', /^The Pacific region is .* How much of that is Japan alone is not among/],
    ['How much gold do I own?', /^Nothing is held in commodities, as far as that is known\.$/],
    ['How much cash is in my 401(k)?', /401\(k\).* Cash .* How much of one lies in the other is not among/],
  ])('%s', async (question, said) => {
    expect(await answerTo(question)).toMatch(said);
  }); // prettier-ignore

  test.each([
    ['Am I overexposed to tech?', /^Information technology is .*No industry is a larger part of it\.$/],
    ['Is my portfolio too US-heavy?', /^North America is .*of the stocks are in North America, against [\d.]+% in the world/], // prettier-ignore
    ['Are my bonds too few for a 50-year-old?', /^Bonds are 18% .* for your age, bonds are [\d.]+ percentage points below it\.$/], // prettier-ignore
    ['Am I holding too much cash?', /^Cash is 7\.5% .* No target is given for it, so how much of it to keep is yours to say\.$/], // prettier-ignore
  ])('with what it is measured against where it may be too much: %s', async (question, said) => {
    expect(await answerTo(question, goals)).toMatch(said);
  });

  test('each half of two questions as it would be alone', async () => {
    const both = await answerTo('Can I stop working at 62, and am I too concentrated in Nvidia?', goals);
    expect(both).toMatch(
      /^\*\*Retire at 62 .*The largest single company is NVIDIA Corporation, 9\.4% of your portfolio/s,
    );
    expect(both).not.toContain('Not tried');
    expect(await answerTo('When can I retire, and how much is in cash?', goals)).toMatch(
      /^Cash is 7\.5% .*The earliest age of retirement is/s,
    );
  });
});

describe('no figure of something larger or other than what is asked is given for it', () => {
  test.each([
    ['How much is in US stocks?', /^77% of the stocks are in North America\. Stocks are 75% of your portfolio, worth \$240,000\. The United States and Canada are counted together\.$/],
    ['How much of our stocks is in Europe?', /^[\d.]+% of the stocks are in Europe\. Stocks are 75% of your portfolio, worth \$240,000\.$/],
    ['What is the value of our international equities?', /^Europe \(10%\), .*: 23% of the stocks together\. Stocks are 75%/],
    ['How much do I have in American bonds?', /^All that is invested in North America, of every kind, is .* How much of that is in bonds is not among these figures\./],
    ['What share is in single stocks?', /^Stocks of single companies are 9\.4% of your portfolio;/],
    ['How much do I have in individual companies?', /^Stocks of single companies are 9\.4% of your portfolio;/],
    ['Am I losing money on bonds?', /^Vanguard Total Bond Market ETF \(BND\) is worth \$56,000, \$5,000 less than was paid for it\. That is unrealized/],
    ['How have my bonds done?', /^Vanguard Total Bond Market ETF \(BND\) is worth \$56,000, \$5,000 less/],
    ['How much have I made on gold?', /^No holding is in commodities alone, so what was gained on that is not among these figures\.$/],
    ['Which of my stocks is down?', /^No such holding whose cost is known is worth less than was paid for it\.$/],
    ['Which fund is the cheapest?', /^The cheapest funds you hold are .*\(VTI\) and .*\(BND\), at 0\.03% a year\./],
    ['Which of my funds has the lowest costs?', /^The cheapest funds you hold are /],
    ['Which fund is the most expensive?', /^The most expensive fund you hold is .*\(VXUS\), at 0\.05% a year\./],
  ])('%s', async (question, said) => {
    const answer = await answerTo(question);
    expect(answer).toMatch(said);
    expect(answer).not.toContain('no advice is given');
  }); // prettier-ignore
});

describe('what is no part of what is held is left to what reads it', () => {
  test.each([
    'How much cash do I need to retire at 60?',
    'How much should I move to bonds?',
    'How much would I lose in stocks?',
    'Should I sell my gold?',
    'How much tax do I pay on bonds?',
    'How much will I have in stocks in 10 years?',
    'What does my 401(k) cost?',
    'What if I put 20% in cash?',
  ])('%s', (question) => {
    expect(planPlay(question, 45).focus).not.toContain('allocation');
  });
});

describe('how it has done is answered by what is known of it', () => {
  let known = '';
  beforeAll(async () => {
    known = await answerTo('What did my portfolio return?');
  });
  test.each([
    'How have our investments done since March?',
    'How well is my 401(k) doing?',
    'Have I made any money?',
    'Did we lose money last year?',
    'Are my funds up?',
    'What is my profit?',
  ])('%s', async (question) => {
    expect(known).toMatch(/^The investments are worth \$[\d,]+ more than was paid .* takes your transactions\.$/);
    expect(await answerTo(question)).toBe(known);
  });

  test.each([
    ['Which of my funds lost money?', /BND\) is worth \$56,000, \$5,000 less/, /VTI/],
    ['What are my winners?', /VTI\) is worth \$150,000, \$60,000 more/, /BND/],
  ])('%s', async (question, said, unsaid) => {
    const answer = await answerTo(question);
    expect(answer).toMatch(said);
    expect(answer).not.toMatch(unsaid);
  });
});

test.each(['Is my portfolio too aggressive for someone aged 50?', 'Do I take too much risk for my age?'])(
  'whether the risk is right is told by its grade and what is typical of the age: %s',
  async (question) => {
    const answer = await answerTo(question, goals);
    expect(answer).toMatch(
      /\*\*Risk is graded \d out of 10\*\*.*typical of target-date funds for your age, .* points /,
    );
    expect(answer).not.toContain('Not tried');
  },
);

test.each(['What would a 2008-type crash do to my savings?', 'What happens to my portfolio if there is another 2008?'])(
  'a crash of the past takes so many dollars of what is held, plan or none: %s',
  async (question) => {
    const answer = await answerTo(question);
    expect(answer).toMatch(/^Whether the money lasts cannot be said without .*\n\nHeld through .* would have lost [\d.]+%, or \$[\d,]+\./); // prettier-ignore
    expect(answer).not.toContain('cannot be tried');
  },
);

test('words of spending and of last year ask for no company and no plan', () => {
  expect(planPlay('Is $85,000 too much to spend?', 45).focus).not.toContain('concentration');
  expect(planPlay('Did I make money last year?', 45).focus).toEqual(['performance']);
});

test.each(['Is too much of my money in a single company?', 'Is too much of my portfolio in a single stock?'])(
  'one company is no part of the portfolio that the stocks of single companies are: %s',
  (question) => {
    const { focus, unread } = planPlay(question, 45);
    expect({ focus, unread }).toEqual({ focus: ['concentration'], unread: undefined });
  },
);
