// A coin exchange or a wallet takes no funds: trades and new money put there could not be carried out.
import { describe, expect, test } from '@jest/globals';
import { analyze } from '../../../shared/finance/analyze.ts';
import { rebalance } from '../../../shared/finance/rebalancing/rebalance.ts';
import { valuePortfolio } from '../../../shared/finance/valuation.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import { AS_OF, cash, instrument, instruments as known, line } from './portfolios.ts';

const coin = (symbol: string) => instrument(symbol, { assetClasses: { alternatives: 1 }, regions: { global: 1 }, sectors: { other: 1 } }, { type: 'crypto', expenseRatio: null }); // prettier-ignore
const instruments = new Map([...known, coin('LTC'), coin('SOL')]);
const KRAKEN = { accountName: 'Kraken' } as const;
const IRA = { accountName: 'Rollover IRA', accountType: 'tax_deferred' } as const;
const assetClasses = { equity: 0.5, fixed_income: 0.3, alternatives: 0.2 };
// $100,000, half of it coins.
const held = [
  line('LTC', 400, 100, { ...KRAKEN, costBasis: 10_000 }),
  line('SOL', 50, 200, { ...KRAKEN, costBasis: 12_000 }),
  line('STOX', 300, 100, { costBasis: 20_000 }),
  line('BOND', 200, 100, { costBasis: 21_000 }),
];
const planOf = (lines: SnapshotLine[], newMoney?: { accountName: string; amount: number }[]) =>
  rebalance(valuePortfolio(lines, 'USD', []), instruments, {
    assetClasses,
    ...(newMoney && { newMoney }),
  });

describe('an account of coins', () => {
  test('is sold in, and what that brings buys in the brokerage account, to the target, with a word that it has to be moved', () => {
    const plan = planOf(held);
    expect(plan?.trades.map(({ action, symbol, accountName, value }) => [action, symbol, accountName, value])).toEqual(
      expect.arrayContaining([
        ['sell', 'SOL', 'Kraken', 10_000],
        ['sell', 'LTC', 'Kraken', 20_000],
        ['buy', 'STOX', 'Main', 20_000],
        ['buy', 'BOND', 'Main', 10_000],
      ]),
    );
    expect(plan?.residual).toBeCloseTo(0, 6);
    expect(plan?.notes).toContain(
      'Kraken holds coins alone: its money has to be moved to Main before it buys anything.',
    );
    expect(plan?.notes.filter((note) => note.includes('check that it can be bought'))).toEqual([]);
  });

  test('with its cash, an unpriced coin and one that nobody knows beside it is one still', () => {
    const more = [cash(3000, KRAKEN), line('SOL', 1, null, KRAKEN), line('DUST', 5, null, KRAKEN)];
    const trades = planOf([...held, ...more])?.trades ?? [];
    expect(trades.filter(({ action, accountName }) => action === 'buy' && accountName === 'Kraken')).toEqual([]);
    const spent = trades.reduce((sum, { action, value }) => sum + (action === 'buy' ? value : -value), 0);
    expect(spent).toBeGreaterThan(2900);
    expect(spent).toBeLessThanOrEqual(3000);
  });

  test('keeps what it sells as cash where funds are held in retirement accounts only, for no money moves there', () => {
    const lines = held.map((one) => (one.accountName === 'Main' ? { ...one, ...IRA } : one));
    const plan = planOf(lines);
    expect(
      plan?.trades.filter(({ action, accountName }) => action === 'buy' && accountName !== IRA.accountName),
    ).toEqual([]);
    const sold = plan?.trades.some(({ accountName }) => accountName === 'Kraken') ?? false;
    expect(plan?.notes.some((note) => /^Kraken keeps \$[\d,]+ in cash: it holds coins alone/.test(note))).toBe(sold);
  });

  test('whose cash alone pays for a purchase has a word of it too', () => {
    const lines = [line('LTC', 200, 100, KRAKEN), line('STOX', 500, 100), line('BOND', 200, 100), cash(10_000, KRAKEN)];
    const plan = planOf(lines);
    expect(plan).toMatchObject({ sold: 0, bought: 10_000 });
    expect(plan?.notes.some((note) => note.startsWith('Kraken holds coins alone: '))).toBe(true);
  });

  test('beside a fund of anything is an account as any other', () => {
    const trades = planOf([...held, line('STOX', 10, 100, KRAKEN)])?.trades ?? [];
    expect(trades.some(({ action, accountName }) => action === 'buy' && accountName === 'Kraken')).toBe(true);
  });
});

test.each(['Kraken', 'kraken', undefined])(
  'new money for coins’ account (%s) goes where funds are bought, which is said',
  (account) => {
    const { rebalancing, purchases } = analyze({
      asOf: AS_OF,
      baseCurrency: 'USD',
      lines: held,
      instruments,
      targets: { assetClasses },
      rebalancing: { newMoney: [{ amount: 10_000, ...(account !== undefined && { account }) }] },
      seed: 1,
      paths: 40,
    });
    expect(purchases?.accounts).toEqual([{ accountName: 'Main', amount: 10_000, chosen: false }]);
    expect(rebalancing?.newMoney).toBe(10_000);
    const bought = purchases?.plan.trades.filter(({ action }) => action === 'buy') ?? [];
    expect(new Set(bought.map(({ accountName }) => accountName))).toEqual(new Set(['Main']));
    const said = purchases?.plan.notes.includes('Kraken holds coins alone: its new money is taken to go into Main.');
    expect(said).toBe(account !== undefined);
  },
);
