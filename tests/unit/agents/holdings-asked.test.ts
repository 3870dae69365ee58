// What is held, at what price, in which account, and whether something is, was said to be outside of the figures or not understood.
import { describe, expect, test } from '@jest/globals';
import { holdingsAsked } from '../../../shared/agents/models/narrator/plan/holdings-asked.ts';
import { cash, line } from '../finance/portfolios.ts';
import { asked } from './asked.ts';
import { reference } from './held-portfolios.ts';

const brokerage = { accountName: 'Schwab Brokerage', accountType: 'taxable' } as const;
const work = { accountName: 'Fidelity 401(k)', accountType: 'tax_deferred' } as const;
const roth = { accountName: 'Rainy day', accountType: 'tax_free' } as const;
const lines = [
  line('VTI', 500, 300, { ...brokerage, costBasis: 90_000 }),
  line('BND', 800, 70, { ...brokerage, costBasis: 61_000 }),
  cash(24_000, brokerage),
  line('VXUS', 1000, 60, work),
  line('NVDA', 200, 150, roth),
  line('GLD', 10, 250, roth),
  line('IBIT', 100, 25, roth),
];

const answerTo = async (question: string): Promise<string> =>
  (await asked(question, { lines, instruments: reference })).answer;

/** An account called by a word that is of kinds of assets as well, one whose kind is said for its name, and stocks of two companies. */
const individual = { accountName: 'Individual', accountType: 'taxable' } as const;
const ira = { accountName: 'Roth IRA', accountType: 'tax_free' } as const;
const atFidelity = [
  cash(20_000, individual),
  line('AAPL', 200, 200, { ...individual, costBasis: 18_000 }),
  line('VTI', 300, 300, { ...individual, costBasis: 38_000 }),
  line('NVDA', 160, 125, { ...individual, costBasis: 6000 }),
  line('VXUS', 200, 60, { ...ira, costBasis: 9000 }),
  line('GLD', 72, 250, { ...ira, costBasis: 15_000 }),
];
const goals = { age: 52, retireAt: 65, lifeExpectancy: 95, income: 20_000, contribute: 15_000 };

describe('each part of a question is answered with what it asks for', () => {
  test.each([
    ['How much of my portfolio is in individual stocks?', /^Stocks of single companies are 30% of your portfolio;[^.]*\.$/],
    ['How much do I have in individual bonds?', /^Nothing is held in bonds/],
    ['How much is in my Individual account?', /^Individual is 85% of your portfolio, worth \$170,000\.$/],
    ['What is my total in Vanguard funds?', /^By their names these are [^:]*VTI[^:]*VXUS[^:]*: \$102,000 together\.$/],
    ['What are my Vanguard funds worth?', /: \$102,000 together\.$/],
    ['What is the total value of my Apple stock?', /^Apple Inc\. \(AAPL\) is 20% of your portfolio, worth \$40,000\.$/],
    ['How much of my portfolio is in index funds?', /^In funds, .*VTI.*GLD.*VXUS.*: 60% of your portfolio together, worth \$120,000\. Which of them follow an index/],
    ['How much do I have in ETFs?', /together, worth \$120,000\. Which of them are mutual funds and which are ETFs/],
    ['How much of my money is in Apple and Nvidia together, and can I retire at 62?', /^Apple Inc\. \(AAPL\) \(20%, \$40,000\) and NVIDIA[^:]*\(10%, \$20,000\): 30% of your portfolio together, worth \$60,000\.\n\n\*\*Retire at 62/],
    ['How much do I have in Apple and Netflix?', /^Apple Inc\. \(AAPL\) is 20% of your portfolio, worth \$40,000\. No account and no holding goes by the name of “netflix”\.$/],
    ['How much is in gold and Nvidia?', /^Commodities are .*\$18,000\. NVIDIA Corporation \(NVDA\) is 10% of your portfolio, worth \$20,000\.$/],
    ['How much have I gained on Apple, and how much tax would I owe if I sold it?', /^Apple Inc\. \(AAPL\) is worth \$40,000, \$22,000 more than was paid for it\..*taxes are not computed/s],
    ['How much have I gained on Apple, and can I retire at 62?', /^Apple Inc\. \(AAPL\) is worth \$40,000, \$22,000 more than was paid for it\..*\*\*Retire at 62/s],
    ['How many shares of Nvidia do I own and what did I pay for them?', /^You hold 160 units of NVIDIA[^.]*\.\n\nIn all \$6,000 was paid for NVIDIA/],
    ['How much is in my Roth IRA and what is in it?', /^Roth IRA is 15% of your portfolio, worth \$30,000\. It holds [^,]*\(GLD\) and [^,]*\(VXUS\)\.$/],
    ['How much gold do I own, in dollars and in percent, and in which account is it?', /^SPDR Gold Shares \(GLD\) is 9% of your portfolio, worth \$18,000\.\n\nSPDR Gold Shares \(GLD\) is held in Roth IRA\.$/],
    ['How much VXUS do I own and what does it cost?', /worth \$12,000\.\n\n[^,]*\(VXUS\) costs 0\.05% a year/],
    ['How much of my portfolio is in dollars?', /^USD is 100% of your portfolio/],
  ])('%s', async (question, said) => {
    expect((await asked(question, { lines: atFidelity, instruments: reference, goals })).answer).toMatch(said);
  }); // prettier-ignore

  test('what a fall takes is not said to be left out', async () => {
    const { answer } = await asked('What is my biggest holding and how much would I lose if stocks fell 30%?', {
      lines: atFidelity,
      instruments: reference,
      goals,
    });
    expect(answer).toMatch(/which takes \$\d.*Your largest holding is [^.]*\(VTI\)/s);
    expect(answer).not.toContain('Not tried');
  });
});

describe('a question on what is held is answered with it, and with nothing else', () => {
  test.each([
    ['Which account is the biggest?', /^Schwab Brokerage is 71% of your portfolio, worth \$230,000\.$/],
    ['What is my smallest account?', /^Rainy day is 11% of your portfolio, worth \$35,000\.$/],
    ['What do we own?', /^You hold .*VTI.*VXUS.*BND.*NVDA.* Cash is \$24,000\.$/],
    ['Show me my investments.', /^You hold .*VTI.*VXUS.*BND.*NVDA/],
    ['Which bonds do I own?', /^You hold [^,]*\(BND\) \(17%, \$56,000\)\.$/],
    ['What is in my 401(k)?', /^Fidelity 401\(k\) is 18% .* It holds [^,]*\(VXUS\)\.$/],
    ['What is in my HSA?', /^No account here is called that; there is Schwab Brokerage/],
    ['What is in my Roth IRA?', /^All that is in tax-free accounts is 11% of your portfolio, worth \$35,000\.$/],
    ['What are my three largest holdings?', /^Your largest holdings are [^.]*VTI[^.]*\$150,000\), [^.]*VXUS[^.]* and [^.]*BND/],
    ['What are my top five positions?', /NVDA.* The five largest are \d\d% of your portfolio\.$/],
    ['What price did you use for Nvidia?', /^NVIDIA Corporation \(NVDA\) is counted at \$150\.00 a unit/],
    ['How many shares of NVDA do I have?', /^You hold 200 units of NVIDIA Corporation \(NVDA\)\.$/],
    ['How recent are the prices?', /^(?:All|The) prices are of .* 2026/],
    ['What does VXUS cost me each year?', /^[^,]*\(VXUS\) costs 0\.05% a year/],
    ['What was my worst investment?', /^[^,]*\(BND\) is worth \$56,000, \$5,000 less than was paid/],
    ['Which of my funds has performed best?', /\(VTI\) is worth \$150,000, \$60,000 more than was paid/],
    ["What is Nvidia's weight in my portfolio?", /^NVIDIA Corporation \(NVDA\) is 9\.2% of your portfolio, worth \$30,000\.$/],
    ['Do I own Nvidia?', /^Yes: NVIDIA Corporation \(NVDA\) is 9\.2% of your portfolio, worth \$30,000\.$/],
    ['Do I still own any bitcoin?', /^Yes: [^.]*\(IBIT\) is /],
    ['Do I hold Netflix?', /^None of your holdings goes by that name\. Which companies funds hold is not known here\.$/],
    ['How much Netflix do I own?', /^None of your holdings goes by that name\./],
    ['How much gold do I own?', /^SPDR Gold Shares \(GLD\) is 0\.8% of your portfolio, worth \$2,500\.$/],
    ['How much of my portfolio is in gold?', /^Commodities are .* Of that SPDR Gold Shares \(GLD\) is \$2,500\.$/],
    ['Which account holds Nvidia?', /^NVIDIA Corporation \(NVDA\) is held in Rainy day\.$/],
    ['In which account is VXUS?', /\(VXUS\) is held in Fidelity 401\(k\)\.$/],
    ['Where is my cash?', /^Your cash, \$24,000 in all, is held in Schwab Brokerage\.$/],
    ['Where do I hold gold?', /\(GLD\) is held in Rainy day\.$/],
    ['Where do I keep Netflix?', /^None of your holdings goes by that name\./],
    ['Which positions have no price?', /^Every position has a price\.$/],
    ['How much of my money is tax-free?', /^What is in tax-free accounts is 11% of your portfolio, worth \$35,000\.$/],
    ['What share of my savings is tax-deferred?', /^What is in tax-deferred accounts is 18% of your portfolio/],
    ['How much is in my Rainy day account?', /^Rainy day is 11% of your portfolio, worth \$35,000\.$/],
    ['How much is in Schwab?', /^Schwab Brokerage is 71% of your portfolio/],
    ['How much is in Robinhood?', /^No account and no holding goes by that name\.$/],
    ['How much of my money is in Vanguard funds?', /^By their names these are .*\(VTI\).*\(VXUS\).*\(BND\).* together\.$/],
    ['How much do I have in small caps?', /^No account and no holding goes by that name\. Stocks are not broken down by the size/],
    ['How much is in growth stocks?', /^No account and no holding goes by that name\. Stocks are not broken down/],
    ['How much is in tax-deferred accounts?', /^All that is in tax-deferred accounts is 18% /],
    ['How much of my Schwab account is in BND?', /^Schwab Brokerage is 71% .*\(BND\) is 17% .* It is held in Schwab Brokerage\.$/],
    ['How much did I pay for BND?', /^In all \$61,000 was paid for .*\(BND\)\. .* is worth \$56,000, \$5,000 less than was paid/],
    ['What fees am I paying on VXUS?', /^[^,]*\(VXUS\) costs 0\.05% a year/],
    ['How much emergency fund do I have?', /^Your cash, \$24,000 in all, is held in Schwab Brokerage\. How many months/],
    ["What's the expected return of my portfolio?", /^The returns of what you hold are assumed to average \d/],
    ['How much cash do I have and is that too much?', /^Cash is .*\$24,000\. No target is given for it/],
    ['What do I own the most of?', /^Your largest holdings are .*\(VTI\)/],
    ['Where is most of my money?', /^Your largest holdings are .*\(VTI\)/],
    ['Which funds overlap?', /^Which companies funds hold is not known here, and so not how far they overlap\./],
    ['What do you assume for returns?', /^The returns of what you hold are assumed to average \d/],
    ['Is inflation included?', /^There is no retirement plan here, and the other figures are of today: inflation is in none/],
    ['How much Social Security will I get?', /^There is no retirement plan here, and Social Security and pensions are in none/],
    ['Is my portfolio riskier than the S&P 500?', /How an index would swing beside it is not among these figures\.$/],
    ['Is my 401k bigger than my Schwab account?', /^Fidelity 401\(k\) is 18% .* Schwab Brokerage is 71% /],
  ])('%s', async (question, said) => {
    expect(await answerTo(question)).toMatch(said);
  }); // prettier-ignore
});

test.each([
  ['Will inflation eat my savings?', /^All amounts of the plan are in dollars of today\. Prices are taken to rise by \d\.\d% a year,[^.]*\.$/],
  ['What is the impact of inflation on my plan?', /^All amounts of the plan are in dollars of today\./],
  ['Are these numbers in today’s dollars?', /^All amounts of the plan are in dollars of today\./],
  ['How much Social Security will I get?', /^Counted beside the portfolio: \$28,000 a year of Social Security from age 67\.$/],
  ['Does this include Social Security?', /^Counted beside the portfolio: \$28,000 a year of Social Security from age 67\.$/],
  ['What has the biggest effect on my plan?', /Of the changes in your hands, .* helps .*The retirement plan is most exposed to/s],
  ['How sensitive is my plan to returns?', /^Stopping work at 65(?!.*returned over time).*The retirement plan is most exposed to/s],
  ['What is the total of my Fidelity 401(k) and Rainy day accounts?', /^Fidelity 401\(k\) \(18%, \$60,000\) and Rainy day \(11%, \$35,000\): 2\d% of your portfolio together, worth \$95,000\.$/],
  ['What would a financial advisor tell me to change?', /^What the figures suggest/],
])('%s is answered with what the plan has of it', async (question, said) => {
  const otherIncome = [{ kind: 'social_security' as const, amount: 28_000, from: 67 }];
  expect((await asked(question, { lines, instruments: reference, goals: { ...goals, income: 56_000, otherIncome } })).answer).toMatch(said);
}); // prettier-ignore

test.each([
  'What if inflation is 4%?',
  'What if Social Security is cut?',
  'Can I retire at 62 if Social Security is included?',
])('%s tries something, and asks for nothing that is there', (question) => {
  expect(holdingsAsked(question)).toEqual([]);
});

test.each([
  'Do I own enough stocks?',
  'Do I own any index funds?',
  'Do I own my house?',
  'What should I own?',
  'How much do I own?',
  'What is my best chance to retire early?',
  'What if I sell my largest holding?',
  'How many years do I have?',
  'Do I have to sell?',
])('%s asks for no list, no price and no name', (question) => {
  expect(holdingsAsked(question)).toEqual([]);
});
