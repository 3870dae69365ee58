import { describe, expect, test } from '@jest/globals';
import { readOptions } from '../../../scripts/analysis/options.ts';
import { bandsIn, moneyFor, refuseUnknownAccounts } from '../../../scripts/analysis/rebalancing-flags.ts';
import { untargetedTrades } from '../../../shared/portfolio-files/untargeted-trades.ts';
import { portfolio } from '../../../shared/schemas/portfolio.ts';

const options = (...flags: string[]) => readOptions(['examples/portfolio.csv', ...flags]);

describe('flags about the trades', () => {
  test('without any the request says nothing of them', () => {
    expect(options().rebalancing).toBeUndefined();
  });

  test('each reaches the request', () => {
    const flags = ['--new-money', '20k@Roth IRA', '--new-money', '5,000', '--min-trade', '100', '--bands', '3/20'];
    expect(options(...flags, '--fractional', '--buy-only').rebalancing).toEqual({
      newMoney: [{ amount: 20_000, account: 'Roth IRA' }, { amount: 5000 }],
      minimumTrade: 100,
      bands: { absolute: 0.03, relative: 0.2 },
      shares: 'fractional',
      mode: 'newMoney',
    });
  });

  test.each(['lots', '0', '20000@', '@IRA', '-5'])('--new-money %s is refused with an example', (text) => {
    expect(moneyFor(text)).toMatchObject({ ok: false, problem: expect.stringContaining('20000') });
  });

  test.each(['5', '5/', '500/25', '5/101', 'a/b'])('--bands %s is refused with an example', (text) => {
    expect(bandsIn(text)).toMatchObject({ ok: false, problem: expect.stringContaining('5/25') });
  });

  test('buying only without money to buy with is told', () => {
    expect(() => options('--buy-only')).toThrow(
      expect.objectContaining({
        message: 'A flag is wrong:',
        // Not that --new-money, which was not given, is "".
        lines: expect.arrayContaining([expect.stringMatching(/^--buy-only needs --new-money/)]),
      }),
    );
  });

  test('money that comes in and no mix to put it towards is said to be left out, whatever stands in for a target', () => {
    const rebalancing = { newMoney: [{ amount: 1 }] };
    expect(untargetedTrades({ rebalancing, goals: null, targets: null })).toMatchObject([{ topic: 'left_out' }]);
    expect(untargetedTrades({ rebalancing, targets: { assetClasses: { equity: 1 } } })).toEqual([]);
    expect(untargetedTrades({ rebalancing, goals: { age: 45 } })).toEqual([]);
    expect(untargetedTrades({ goals: null })).toEqual([]);
  });

  test('money for an account that the file lacks names those that it has', () => {
    const held = portfolio.parse({ accounts: [{ name: 'Roth IRA' }] });
    expect(() => {
      refuseUnknownAccounts({ newMoney: [{ amount: 1, account: 'roth ira' }] }, held);
    }).not.toThrow();
    expect(() => {
      refuseUnknownAccounts({ newMoney: [{ amount: 1, account: 'Rothy' }] }, held);
    }).toThrow('Rothy');
  });
});
