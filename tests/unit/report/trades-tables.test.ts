import { describe, expect, test } from '@jest/globals';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { purchasesTable } from '../../../shared/report/tables/purchases-table.ts';
import { GLOBAL_MARKET } from '../../../shared/finance/target-mix.ts';
import { tradesTables } from '../../../shared/report/tables/trades-table.ts';
import type { Table } from '../../../shared/report/tables/table.ts';
import type { Region } from '../../../shared/schemas/classification.ts';
import type { Targets } from '../../../shared/schemas/goals.ts';
import type { RebalancingRequest } from '../../../shared/schemas/rebalancing.ts';
import { AS_OF, cash, instrument, instruments as usual, line } from '../finance/portfolios.ts';

const stocksOf = (regions: Partial<Record<Region, number>>) => ({
  assetClasses: { equity: 1 },
  regions,
  sectors: { financials: 1 },
});
const instruments = new Map([
  ...usual,
  instrument('NORTH', stocksOf({ north_america: 1 })),
  instrument('GOLD', { assetClasses: { commodities: 1 }, regions: { global: 1 }, sectors: { other: 1 } }),
  instrument('WORLD', stocksOf(GLOBAL_MARKET.weights)),
]);
const ira = { accountName: 'IRA', accountType: 'tax_deferred' } as const;
const of = (lines: ReturnType<typeof line>[], targets?: Targets, rebalancing?: RebalancingRequest) =>
  analyze({ asOf: AS_OF, baseCurrency: 'USD', lines, instruments, targets, rebalancing, seed: 1, paths: 20 });
const firsts = (table: Table | undefined) => table?.rows.map(([first]) => first?.text) ?? [];
const saidIn = (table: Table | null | undefined) => table?.notes.join(' ') ?? '';

describe('the trades of the report', () => {
  test('print all that is held where all is sold, and else no more than the order', () => {
    const lines = [line('STOX', 700.125, 100, ira), line('BOND', 100, 100, ira)];
    const soldOf = (bonds: number) => {
      const assetClasses = bonds === 1 ? { fixed_income: 1 } : { equity: 1 - bonds, fixed_income: bonds };
      const analysis = of(lines, { assetClasses }, { shares: 'fractional' });
      const order = analysis.rebalancing?.trades.find(({ action }) => action === 'sell');
      const row = tradesTables(analysis)[0]?.rows.find(([first]) => first?.text === 'Sell STOX');
      return { order, printed: row?.at(-1)?.text };
    };
    expect(soldOf(1)).toMatchObject({ order: { quantity: 700.125, all: true }, printed: '700.125' });
    // 266.6966 of them: rounded, 266.70 would be sold.
    const part = soldOf(0.4587);
    expect(part.order?.all).toBeUndefined();
    expect(Number(part.printed)).toBe(Math.floor((part.order?.quantity ?? 0) * 100) / 100);
  });

  test('regions off target are traded for, and said to be, though every class is at its own', () => {
    const analysis = of([line('NORTH', 900, 100, ira), line('WORLD', 50, 100, ira), line('BOND', 50, 100, ira)], {
      assetClasses: { equity: 0.95, fixed_income: 0.05 },
      regions: { north_america: 0.65, europe: 0.15, pacific: 0.1, emerging_markets: 0.1 },
    });
    const [list, weights] = tradesTables(analysis);
    expect(firsts(list)).toEqual(expect.arrayContaining(['Sell NORTH', 'Buy WORLD']));
    expect(saidIn(list)).toMatch(/By region, of the stocks: \d+\.\d% now; after these trades: \d+\.\d%/);
    expect(firsts(weights)).toContain('Europe');
    const { regions } = analysis.rebalancing ?? {};
    expect(regions?.residual).toBeLessThan(regions?.turnoverBefore ?? 0);
  });

  test('shares of what is classified pass for shares of the portfolio, where some of it is not', () => {
    const mix = { assetClasses: { equity: 0.5, fixed_income: 0.5 } };
    const known = [line('STOX', 800, 100, ira), line('BOND', 200, 100, ira)];
    const whole = tradesTables(of(known, mix));
    expect(saidIn(whole[0])).toContain('Off target now: 30.0% of the portfolio');
    expect(saidIn(whole[1])).toBe('');
    // 1,000 of 2,000 is not known: the same $30,000 is 30% of the rest and 15% of all.
    const half = tradesTables(of([...known, line('WHAT', 1000, 100, ira)], mix));
    expect(saidIn(half[0])).toContain('Off target now: 30.0% of what is classified');
    expect(saidIn(half[1])).toContain('the 50.0% of the portfolio that is not has no part in them');
  });

  test('the residual of the regions is theirs, where only a fund of several can be had', () => {
    const lines = [line('NORTH', 900, 100, ira), line('WORLD', 50, 100, ira)];
    const { rebalancing } = of(lines, { assetClasses: { equity: 1 }, regions: { europe: 1 } });
    expect(rebalancing?.residual).toBeCloseTo(0, 9);
    expect(rebalancing?.regions?.residual).toBeGreaterThan(0.5);
    expect(rebalancing?.notes.join(' ')).toMatch(/No fund held .*Europe/);
  });

  test('with targets for the regions alone every class keeps its share, new money included', () => {
    const lines = [line('NORTH', 900, 100, ira), line('WORLD', 50, 100, ira), line('BOND', 500, 100, ira)];
    const { rebalancing } = of(lines, { regions: GLOBAL_MARKET.weights }, { newMoney: [{ amount: 14_500 }] });
    const stocks = rebalancing?.rows.find(({ key }) => key === 'equity');
    expect(stocks?.target).toBeCloseTo(95 / 145, 9);
    expect(stocks?.after).toBeCloseTo(95 / 145, 2);
    expect(rebalancing?.regions?.residual).toBeLessThan(0.02);
    expect(rebalancing?.notes.join(' ')).toContain('each keeps its share');
  });

  test('stand in the order in which they can be placed: in each account what is sold before what it pays for', () => {
    const roth = { accountName: 'Roth', accountType: 'tax_free' } as const;
    const lines = [ira, roth].flatMap((account, at) => [
      line('STOX', 90 - at * 40, 100, account),
      line('ACME', 45 - at * 20, 100, account),
      line('BOND', 1, 100, account),
    ]);
    const targets = { assetClasses: { fixed_income: 1 } };
    const [list] = tradesTables(of(lines, targets));
    const placed = list?.rows.map(([trade, account]) => `${account?.text ?? ''}: ${trade?.text ?? ''}`) ?? [];
    expect(placed).toEqual([
      'IRA: Sell STOX',
      'IRA: Sell ACME',
      'IRA: Buy BOND',
      'Roth: Sell STOX',
      'Roth: Sell ACME',
      'Roth: Buy BOND',
    ]);
  });

  test('the bands are told, and with them why something stays off its target', () => {
    const lines = [line('STOX', 760, 100, ira), line('BOND', 200, 100, ira), line('GOLD', 40, 100)];
    const targets = { assetClasses: { equity: 0.6, fixed_income: 0.4 } };
    const band = (rebalancing?: RebalancingRequest) => saidIn(tradesTables(of(lines, targets, rebalancing))[0]);
    expect(band()).toContain('once it is 5 points away from its target, or 25% of the target where that is less');
    // A quarter of no target is nothing: by that alone what has none could not be inside.
    expect(band()).toContain('where that is less (without a target, the points alone): its band.');
    expect(band()).toMatch(
      /Off target, but inside the band after these trades, and so not traded for: .*Commodities 4\.0% \(target 0\.0%\)/,
    );
    expect(band({ bands: { absolute: 0.005, relative: 0.05 } })).toContain('0.5 points away from its target, or 5%');
    expect(band({ bands: { absolute: 0.005, relative: 0.05 } })).not.toContain('Commodities');
    expect(band({ bands: { absolute: 0.01, relative: 0.1 } })).toContain('once it is 1 point away');
  });

  test('no gain passes for that of all that is sold, where of some of it nobody knows the cost', async () => {
    const targets = (equity: number) => ({ assetClasses: { equity, fixed_income: 1 - equity } });
    const lines = [
      line('STOX', 300, 300),
      line('NORTH', 20, 560, { costBasis: 11_000 }),
      line('BOND', 100, 73.5, { costBasis: 7500 }),
    ];
    const said = async (some: typeof lines, equity: number) => {
      const analysis = of(some, targets(equity));
      const facts = factsOf(analysis);
      const { output, check } = await writeReport(facts);
      expect(check).toMatchObject({ outcome: 'passed', strays: [] });
      const [list] = tradesTables(analysis);
      const advice = output.sections.find(({ id }) => id === 'recommendations')?.body ?? '';
      return { list, note: saidIn(list), advice, facts: facts.map(({ name }) => name) };
    };
    const partly = await said(lines, 0.05);
    const known = /known for (\$[\d,]+) of the (\$[\d,]+) sold there: what STOX cost is not known/.exec(partly.note);
    expect(partly.advice).toContain(`on ${known?.[1] ?? '?'} of the ${known?.[2] ?? '?'} sold`);
    expect(partly.advice).toContain('what STOX cost is not known');
    expect(partly.list?.rows.find(([first]) => first?.text === 'Sell STOX')?.[2]?.note).toBe('gain not known');
    const none = await said([line('STOX', 300, 300), line('BOND', 100, 73.5)], 0.4);
    expect(none.note).toContain('What STOX cost is not known, and so neither is the gain on the $');
    expect(none.advice).toMatch(/what gains they would realize on the \$[\d,]+ sold in taxable accounts is open/);
    const all = await said([line('STOX', 300, 300, { costBasis: 45_000 }), line('BOND', 100, 73.5)], 0.4);
    expect(all.advice).toMatch(/in taxable accounts they would realize gains of \$[\d,]+\./);
    expect(all.facts.filter((name) => name.startsWith('rebalancing.taxableSales'))).toEqual([]);
  });

  test('the units printed as sold pay for those printed as bought', () => {
    const fractions = new Map([
      ...instruments,
      instrument('HIGH', stocksOf({ north_america: 1 }), { type: 'mutual_fund' }),
      instrument(
        'LOW',
        { assetClasses: { fixed_income: 1 }, regions: { north_america: 1 }, sectors: {} },
        { type: 'mutual_fund' },
      ),
    ]);
    for (const price of [195.3, 187.77, 512.09, 33.1]) {
      const analysis = analyze({
        ...{ asOf: AS_OF, baseCurrency: 'USD', instruments: fractions, seed: 1, paths: 20 },
        lines: [line('HIGH', 700.127, price, ira), line('LOW', 11.3, 10.42, ira)],
        targets: { assetClasses: { equity: 0.5, fixed_income: 0.5 } },
      });
      const printed = (trade: string) =>
        Number(
          tradesTables(analysis)[0]
            ?.rows.find(([first]) => first?.text === trade)
            ?.at(-1)
            ?.text.replaceAll(',', ''),
        );
      const [sold, bought] = [printed('Sell HIGH') * price, printed('Buy LOW') * 10.42];
      expect(bought).toBeLessThanOrEqual(sold);
      expect(sold - bought).toBeLessThan(0.11);
    }
  });

  test('trades that stop short are not headed, nor recommended, as those that would reach the targets', async () => {
    const targets = { assetClasses: { equity: 0.6, fixed_income: 0.4 } };
    const said = async (price: number) => {
      const analysis = of([line('STOX', 3000 / price, price, ira), line('BOND', 1000 / price, price, ira)], targets);
      const { output } = await writeReport(factsOf(analysis));
      const advice = output.sections.find(({ id }) => id === 'recommendations')?.body;
      return { caption: tradesTables(analysis)[0]?.caption, advice, residual: analysis.rebalancing?.residual };
    };
    const [whole, fine] = [await said(1000), await said(10)];
    expect(whole.residual).toBeGreaterThan(0.05);
    expect(whole.caption).toBe('Trades towards your targets');
    expect(whole.advice).toContain('Trades that come nearer to it are listed');
    expect(fine.residual).toBeLessThan(0.001);
    expect(fine.caption).toBe('Trades that would reach your targets');
    expect(fine.advice).toContain('Trades that would do it are listed');
  });

  test('new money that moves the mix by less than a percent is listed all the same', () => {
    const targets = { assetClasses: { equity: 0.5, fixed_income: 0.5 } };
    const lines = [line('STOX', 900, 100), line('BOND', 500, 10)];
    const [list] = tradesTables(of(lines, targets, { newMoney: [{ amount: 500 }], mode: 'newMoney' }));
    expect(firsts(list)).toEqual(['Buy BOND']);
    expect(saidIn(list)).toContain('Nothing is sold');
  });

  test('new money goes to what is most short, even where cash is below its own target', () => {
    const targets = { assetClasses: { equity: 0.5, fixed_income: 0.4, cash: 0.1 } };
    const lines = [line('STOX', 3200, 100), line('BOND', 365, 100), cash(10_000)];
    const { rebalancing } = of(lines, targets, { newMoney: [{ amount: 30_000 }], mode: 'newMoney' });
    expect(rebalancing).toMatchObject({ bought: 30_000, trades: [{ symbol: 'BOND' }] });
  });

  test.each<[string, RebalancingRequest, RegExp]>([
    ['only cash is short', { newMoney: [{ amount: 1000 }], mode: 'newMoney' }, /Nothing but cash is below its target/],
    ['every weight is in its band', { shares: 'fractional' }, /inside its band/],
  ])('whoever says how to trade is told why nothing is traded: %s', (_, rebalancing, why) => {
    const targets = { assetClasses: { equity: 0.8, cash: 0.2 } };
    const [table, ...more] = tradesTables(of([line('STOX', 820, 100), cash(18_000)], targets, rebalancing));
    expect(more).toEqual([]);
    expect(saidIn(table)).toMatch(why);
  });

  test('of money that buys no whole share it is said that parts would do', () => {
    const targets = { assetClasses: { equity: 0.2, fixed_income: 0.8 } };
    const lines = [line('STOX', 500, 100), line('BOND', 1, 400)];
    const [table] = tradesTables(of(lines, targets, { newMoney: [{ amount: 300 }], mode: 'newMoney' }));
    expect(saidIn(table)).toContain('in parts of shares some would');
    const both = of(lines, targets, { newMoney: [{ amount: 300 }] });
    expect(saidIn(purchasesTable(both))).toContain('in parts of shares some would');
  });

  const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 20_000 };
  const withGoals = (lines: ReturnType<typeof line>[], contribute = goals.contribute) =>
    analyze({
      ...{ asOf: AS_OF, baseCurrency: 'USD', lines, instruments },
      ...{ goals: { ...goals, contribute }, seed: 1, paths: 20 },
    });

  test('who asked for nothing reads of no trades that do not help, but of why there are none', () => {
    const [table, ...more] = tradesTables(withGoals([line('STOX', 820, 100)]));
    expect(more).toEqual([]);
    expect(table?.caption).toBe('No trades towards the typical mix are shown, and why');
    expect(firsts(table)).toEqual(['Stocks', 'Bonds']);
    expect(saidIn(table)).toContain('No fund held is mostly bonds');
    expect(tradesTables(withGoals([line('STOX', 820, 100), line('BOND', 180, 100)]))).toEqual([]);
    expect(tradesTables(of([line('STOX', 820, 100)]))).toEqual([]);
  });

  test('a list of purchases says itself that none of what is most missing can be had', () => {
    const analysis = withGoals([line('STOX', 400, 100, ira), line('BALA', 1000, 40, ira)]);
    expect(saidIn(purchasesTable(analysis))).toContain('No fund held is mostly bonds');
  });

  test('a list of purchases says itself that what it buys may not be sold in that account, though the trades say it too', () => {
    // As much as an IRA takes in a year.
    const analysis = withGoals([line('STOX', 900, 100, ira), line('BOND', 10, 100)], 7000);
    const check = 'IRA holds no BOND today: check that it can be bought there.';
    expect(tradesTables(analysis).map(saidIn).join(' ')).toContain(check);
    expect(firsts(purchasesTable(analysis) ?? undefined)).toContain('Buy BOND');
    expect(saidIn(purchasesTable(analysis))).toContain(check);
  });

  test('what is left of the savings once a loan is paid is not called what is saved in a year', () => {
    const loan = cash(-14_000, { accountName: 'Car loan', interestRate: 0.07 });
    const caption = purchasesTable(withGoals([line('STOX', 900, 100), line('BOND', 10, 100), loan]))?.caption;
    expect(caption).toMatch(
      /^The \$5,020 that is left in the first year of the \$20,000 that you save, once debts of \$14,980 are paid, put/,
    );
  });

  test('new money alone does not use up the cash that was there', () => {
    const targets = { assetClasses: { equity: 0.5, fixed_income: 0.5 } };
    const request: RebalancingRequest = { newMoney: [{ amount: 30_000 }], mode: 'newMoney', shares: 'fractional' };
    const [list] = tradesTables(of([line('STOX', 820, 100), line('BOND', 10, 100), cash(2000)], targets, request));
    expect(firsts(list)).toEqual(['Buy BOND']);
    expect(saidIn(list)).not.toContain('Keep back');
  });
});

test('trades in what is classified by its name alone say so beside them, and others do not', () => {
  const { classification } = instruments.get('BOND') ?? {};
  if (classification === null || classification === undefined) throw new Error('the fixture has no classification');
  const guess = instrument('GESS', null, {
    classification: { ...classification, source: 'model', citation: 'some:model', confidence: 0.5 },
  });
  const said = (symbol: string) =>
    saidIn(
      tradesTables(
        analyze({
          ...{ asOf: AS_OF, baseCurrency: 'USD', instruments: new Map([...instruments, guess]), seed: 1, paths: 20 },
          lines: [line('STOX', 800, 100, ira), line(symbol, 200, 100, ira)],
          targets: { assetClasses: { equity: 0.5, fixed_income: 0.5 } },
        }),
      )[0],
    );
  expect(said('GESS')).toMatch(/GESS.* \(only 50% sure\) is classified by name alone, which is a guess/);
  expect(said('BOND')).not.toContain('guess');
});
