import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { claimsIn, complianceProblems } from '../../../shared/agents/compliance/compliance.ts';

describe('compliance flags as a promise', () => {
  test.each([
    'Your retirement is guaranteed.',
    'We guarantee a return of 8%.',
    'This fund cannot lose.',
    'You can’t lose with bonds.',
    'Bonds are risk-free.',
    'There is zero risk in this plan.',
    'This is a sure thing.',
    'Your money will double by then.',
    'Stocks are bound to recover.',
    'You will definitely be fine.',
    'The market will certainly rise.',
    'You will never run out of money.',
    'You will retire comfortably.',
    'This plan can never fail.',
    'Your savings are completely safe.',
    'It is a no-brainer.',
    'Apple will outperform.',
    'It will make you rich.',
    'The portfolio is sure to grow.',
    'Stocks always win in the end, and yours will always grow.',
    'It is **guaran\u00ADteed** to work.',
    'Returns are 100% certain.',
    'Your retirement is safe.',
    'You have nothing to worry about.',
    'The money will last until you are 95.',
    'You will be fine in any market.',
    'Stocks always recover in the end.',
    'There is no way this plan fails.',
    'You are set for life.',
    'Your future is secured.',
    'Rest assured that your savings will see you through.',
    'You can count on a comfortable retirement.',
    'Microsoft will keep rising.',
    'Your losses will be recovered soon.',
    'There is hardly any risk in this portfolio.',
    'Your bonds protect you from every loss.',
    'We promise that your money lasts.',
    'Nothing can go wrong.',
    'The risk is negligible.',
    'You will beat inflation.',
    'This is the safest portfolio you can have.',
    'You are certain to reach your goal.',
    'You are on track to never run out.',
    'This mix makes losing impossible.',
    'You need not worry about inflation.',
    'The dividends will keep coming.',
    'Success is a foregone conclusion.',
    'Losses are only temporary.',
    'The upside is unlimited.',
    'Trust me on this one.',
    'Your family will never want for anything.',
    'The Fed will cut rates next month.',
    'Stocks will return 10% next year.',
    'Put your faith in index funds and you’ll be fine.',
    'There is no risk of loss with these bonds.',
    'Selling NVIDIA now avoids any loss.',
    'Your principal is never at risk in AGG.',
    'The odds are entirely in your favor.',
    'This fund is a sure winner.',
    'Interest rates are about to fall.',
  ])('%s', (text) => {
    expect(claimsIn(text).map(({ kind }) => kind)).toContain('promise');
  });
});

describe('compliance flags as a push', () => {
  test.each([
    'Act now before prices rise.',
    'Buy today.',
    'Sign up for our premium plan.',
    'Use my code at checkout.',
    'It is a strong buy.',
    'A once-in-a-lifetime opportunity.',
    'This is the best fund on the market.',
    'Everyone should own gold.',
    'Open an account with Acme Brokers.',
    'Click here to learn more.',
    'Sell everything and buy gold.',
    'You should buy NVDA, it is the winner of the decade.',
    'Put all your money into VTI.',
    'Buy MSFT before the price goes up.',
    'Every investor ought to move 30% of it into XYZQ before December 1.',
    'Investors are urged to rotate into Acme now.',
    'It is time to get out of Tesla.',
    'Load up on Nvidia now.',
    'Get out of bonds immediately.',
    'Smart investors buy Tesla today.',
    'Now is the moment to buy Apple.',
    'The right move is to buy Tesla.',
    'Drop your bonds and chase growth.',
    'Now is a good time to buy Microsoft.',
    'I would sell Microsoft at once.',
    'Microsoft is undervalued.',
    'We strongly recommend selling all of NVIDIA today.',
    'I recommend buying more VTI.',
    'Our advice is to sell NVIDIA.',
    'NVIDIA should be sold.',
    'Put your cash into VTI.',
    'NVIDIA is a winner that keeps on giving.',
  ])('%s', (text) => {
    expect(claimsIn(text).map(({ kind }) => kind)).toContain('push');
  });
});

describe('compliance flags as certainty about tax or law', () => {
  test.each([
    'You will pay no tax on it.',
    "You won't owe any taxes.",
    'The IRS will never notice.',
    'This is perfectly legal.',
    'The loss is always deductible.',
    'Withdrawals from the Roth IRA are always tax free for you.',
    'That way you avoid all taxes forever.',
    'You owe no tax on this sale.',
    'The IRS lets you deduct these losses.',
  ])('%s', (text) => {
    expect(claimsIn(text).map(({ kind }) => kind)).toContain('certainty');
  });
});

describe('compliance stops', () => {
  test.each([
    'Sell your Microsoft shares.',
    'Buy more VXUS.',
    'VTI is a great buy at this price.',
    'Ask for the Premium plan at our partner Bitpanda.',
    'NVIDIA has only one way to go: up.',
    'You do not need an adviser.',
  ])('an order or a sales talk, however short: %s', (text) => {
    expect(claimsIn(text)).not.toEqual([]);
  });

  test.each(['Sell some Tesla? At 21% it is large.', 'Buying more bonds would bring the mix closer to its target.'])(
    'and no question or illustration: %s',
    (text) => {
      expect(claimsIn(text)).toEqual([]);
    },
  );
});

describe('compliance lets pass', () => {
  test.each([
    'Nothing is guaranteed.',
    'There is no guarantee that it lasts.',
    'Past returns guarantee nothing about the future, and none of this is guaranteed.',
    'Bonds are not risk-free.',
    'No investment is risk-free.',
    'The risk-free rate is 3%.',
    'Anyone who says it cannot lose is selling something.',
    'Be wary of a sure thing.',
    'That does not mean your money will double.',
    'It isn’t a safe bet.',
    'You could run out of money.',
    'The money will last to 95 in 72% of the simulated futures.',
    'If you save more, the money will last longer.',
    'Whether it will be enough depends on markets.',
    'Nobody can promise that your money lasts.',
    'Selling $30,000 of VTI would bring stocks to their target.',
    'You would need to sell about $30,000 of VTI to get there.',
    'You should hold no more than a quarter of it in US stocks.',
    'No plan is safe from a long war.',
    'The plan looks very safe, which no plan is.',
    'Social Security will cover about a third of your spending.',
    'In the middle case the money will run out at 88.',
    'How any one company will do, no simulation can say.',
    'Your contributions will add $20,000 a year.',
    'Do not read this as advice.',
    'The most it can cover is $62,000 a year.',
    'It takes putting everything into one basket to lose it all.',
    'Selling inside a tax-deferred account brings no tax today; in a taxable account it can.',
    'Tax-free accounts hold 10% of the money.',
    'The chance that the money lasts is 63%.',
    'Without risk of its own, cash still loses to inflation.',
    'A guarantee is not what this is.',
    'You may not be able to retire comfortably.',
    'Consider buying bonds.',
    'Do not miss the forest for the trees: you cannot lose sight of costs.',
    'There is no plan without any risk of loss.',
    'Whether Microsoft is undervalued, nobody can say.',
    'We recommend talking to a qualified adviser before you sell anything.',
    'If NVIDIA should be sold, tax may be due on the gain.',
    'Alex does not recommend buying or selling NVIDIA.',
    'The rebalancing list sells 12 shares of NVIDIA and buys 77 shares of VTI.',
    'Put new savings of $24,000 into VTI: that brings stocks to 80%.',
    'Diversification does not eliminate all risk.',
    'NVIDIA is the largest winner in the account, with a gain of $30,000.',
    'Our advice is to read the list of what is missing first.',
    'Nobody knows whether interest rates are about to fall.',
    'That does not mean that now is a good time to buy.',
  ])('%s', (text) => {
    expect(claimsIn(text)).toEqual([]);
  });

  test('every honest text of the fixture', () => {
    const file = new URL('../../fixtures/grounding/honest.json', import.meta.url);
    const texts = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>).flat();
    expect(complianceProblems(texts)).toEqual([]);
  });
});

test('compliance names each claim once, with what is wrong with it', () => {
  expect(complianceProblems(['It is guaranteed.', 'Yes, guaranteed.'])).toEqual([
    '"guaranteed" promises what nobody can promise: leave it out',
  ]);
});

test.each([
  ['Your portfolio is sure to recover from any fall.', ['sure to recover']],
  ['NVIDIA will keep growing for years.', ['will keep']],
  ['VTI is the best fund there is.', ['the best fund there is']],
  ['You will never lose more than 14% in a year.', ['will never lose']],
  ['Your money will last until 95, and stocks always come back.', ['will last', 'stocks always come back']],
])('a promise of which several rules have words is named once, and two are two: %s', (text, said) => {
  expect(claimsIn(text).map((claim) => claim.text)).toEqual(said);
});

test('compliance ends in good time on a hostile text', () => {
  const started = performance.now();
  claimsIn(`${'not '.repeat(20_000)}guaranteed ${'guaranteed '.repeat(5000)}${"you'll pay ".repeat(5000)}`);
  expect(performance.now() - started).toBeLessThan(10_000);
});
