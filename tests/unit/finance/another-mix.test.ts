// What another mix comes to, by hand and beside the same portfolio held so; and sums that come or go later, beside the same money today.
import { describe, expect, test } from '@jest/globals';
import { analyze } from '../../../shared/finance/analyze.ts';
import { applyChanges } from '../../../shared/finance/question/scenario.ts';
import type { Standing } from '../../../shared/finance/question/scenario.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import type { PlanChange } from '../../../shared/schemas/analysis-plan.ts';
import type { RetirementGoals } from '../../../shared/schemas/goals.ts';
import { plan as planSchema } from '../../../shared/schemas/retirement-plan/plan.ts';
import type { Plan } from '../../../shared/schemas/retirement-plan/plan.ts';
import { cash, instruments, line } from './portfolios.ts';

type Part = NonNullable<PlanChange['mix']>[number];

const goals: RetirementGoals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };
const mixOf = (...mix: Part[]): PlanChange => ({ what: 'mix', how: 'to', value: 0, per: null, fromAge: null, mix });
const to = (asset: string, value: number): Part => ({ asset, how: 'to', value });
const change = (what: PlanChange['what'], how: PlanChange['how'], value: number, more: Partial<PlanChange> = {}): PlanChange => ({ what, how, value, per: null, fromAge: null, ...more }); // prettier-ignore

interface Asked {
  lines?: SnapshotLine[];
  given?: RetirementGoals;
  plan?: Plan;
  paths?: number;
}
function asked(whatIfs: PlanChange[][], { lines = held(6000, 4000), given = goals, plan, paths = 2000 }: Asked = {}) {
  const question = { focus: [], outside: [], whatIfs: whatIfs.map((changes) => ({ changes })) };
  const input = { asOf: '2026-03-31', baseCurrency: 'USD', lines, instruments, seed: 1, paths, question };
  return analyze({ ...input, ...(plan === undefined ? { goals: given } : { plan }) });
}
const held = (stocks: number, bonds: number, money = 0): SnapshotLine[] => [
  line('STOX', stocks, 50),
  line('BOND', bonds, 50),
  ...(money === 0 ? [] : [cash(money)]),
];
const scenariosOf = (...args: Parameters<typeof asked>) => asked(...args).question?.scenarios ?? [];

describe('the shares of another mix', () => {
  const assets = [
    ['equity', 0.7],
    ['fixed_income', 0.2],
    ['cash', 0.1],
  ].map(([name, weight]) => ({ name, weight }));
  const market = planSchema.shape.market.parse({ assets });
  const standing: Standing = { goals, balance: 500_000, stocks: 0.7, market };
  const tried = (...mix: Part[]) => applyChanges([mixOf(...mix)], standing);

  test.each([
    ['two that are all', [to('equity', 60), to('fixed_income', 40)], { equity: 0.6, fixed_income: 0.4 }],
    ['more stocks: the rest in proportion', [to('equity', 85)], { equity: 0.85, fixed_income: 0.1, cash: 0.05 }],
    ['fewer stocks: more bonds', [to('equity', 50)], { equity: 0.5, fixed_income: 0.4, cash: 0.1 }],
    ['more bonds: out of all', [{ asset: 'fixed_income', how: 'up_percent', value: 20 }], { equity: 0.525, fixed_income: 0.4, cash: 0.075 }],
    ['from one to another', [{ asset: 'fixed_income', how: 'up_percent', value: 20 }, { asset: 'equity', how: 'down_percent', value: 20 }], { equity: 0.5, fixed_income: 0.4, cash: 0.1 }],
    ['dollars', [{ asset: 'cash', how: 'up', value: 50_000 }, { asset: 'equity', how: 'down', value: 50_000 }], { equity: 0.6, fixed_income: 0.2, cash: 0.2 }],
    ['what was not held', [to('real_estate', 10)], { real_estate: 0.1, equity: 0.63, fixed_income: 0.18, cash: 0.09 }],
    ['all in one', [to('cash', 100)], { cash: 1 }],
    ['none of one', [to('cash', 0)], { equity: 0.7 / 0.9, fixed_income: 0.2 / 0.9 }],
  ] as const)('%s', (_what, mix, shares) => {
    const { shares: then = {}, impossible } = tried(...mix);
    expect(impossible).toBeNull();
    expect(Object.keys(then).toSorted()).toEqual(Object.keys(shares).toSorted());
    for (const [name, share] of Object.entries(shares)) expect(then[name]).toBeCloseTo(share, 10);
  }); // prettier-ignore

  test('are told with those of today', () => {
    expect(tried(to('equity', 60), to('fixed_income', 40)).label).toBe('Hold 60% in stocks and 40% in bonds from today instead of the simulated 70% in stocks, 20% in bonds and 10% in cash'); // prettier-ignore
    expect(tried(to('equity', 70)).said).toEqual([{ label: 'hold 70% in stocks, 20% in bonds and 10% in cash, as planned', same: true }]); // prettier-ignore
  });

  test.each([
    [[to('equity', 80), to('fixed_income', 40)], 'that would be 120% of the portfolio'],
    [[{ asset: 'cash', how: 'down_percent', value: 20 }], 'there is no more than 10% in cash'],
    [[to('WHAT', 100)], /by funds that you hold, and WHAT is neither/],
  ] as const)('that cannot be are said: %j', (mix, why) => {
    expect(tried(...mix).impossible).toMatch(why);
  });

  const fall = change('stocks', 'down_percent', 50);

  test('the stocks that then fall are those of the other mix', () => {
    expect(applyChanges([fall, mixOf(to('equity', 40))], standing).balance).toBe(400_000);
  });

  test('what is sold after a fall of today has fallen with the rest', () => {
    const sold: PlanChange = { ...mixOf(to('cash', 100)), when: 'in_years', time: 0 };
    const after = applyChanges([fall, sold], standing);
    expect(after.balance).toBe(325_000);
    expect(after.shares).toEqual({ cash: 1 });
  });
});

describe('the chance of another mix', () => {
  test('is that of the portfolio held so', () => {
    const [one] = scenariosOf([[mixOf(to('equity', 60), to('fixed_income', 40))]], { lines: held(9000, 1000) });
    const alone = asked([]).retirement;
    expect(one?.outcome?.success).toBe(alone?.success);
    expect([one?.mix?.mean, one?.mix?.volatility]).toEqual([alone?.portfolioMean, alone?.portfolioVolatility]);
  });

  test.each([0.25, undefined])('is so in every account by its tax, at %s', (taxRate) => {
    const given = { ...goals, ...(taxRate !== undefined && { taxRate }) };
    const across = (one: string, other: string): SnapshotLine[] => [
      line(one, 6000, 50, { accountName: 'A', accountType: 'tax_deferred' }),
      line(other, 4000, 50, { accountName: 'B', accountType: 'tax_free' }),
    ];
    const [one] = scenariosOf([[mixOf(to('equity', 60), to('fixed_income', 40))]], { lines: across('BOND', 'STOX'), given, paths: 200 }); // prettier-ignore
    expect(one?.outcome?.success).toBe(
      asked([], { lines: across('STOX', 'BOND'), given, paths: 200 }).retirement?.success,
    );
  });

  test('with an asset that the plan has none of lies within the error of the portfolio held so, and beside the plan’s own chance', () => {
    const { question, retirement } = asked([[mixOf(to('equity', 50), to('fixed_income', 30), to('cash', 20))]]);
    const one = question?.scenarios[0]?.outcome;
    const alone = asked([], { lines: held(5000, 3000, 100_000) }).retirement;
    expect(Math.abs((one?.success ?? 0) - (alone?.success ?? 1))).toBeLessThan(3 * (alone?.standardError ?? 0));
    expect((one?.success ?? 0) - (one?.change ?? 0)).toBeCloseTo(retirement?.success ?? 0, 12);
  });

  test('leaves other what-ifs on the futures of the plan', () => {
    const [mixed, later] = scenariosOf([[mixOf(to('cash', 50))], [change('retireAt', 'to', 67)]]);
    const [alone] = scenariosOf([[change('retireAt', 'to', 67)]]);
    expect(mixed?.outcome).not.toBeNull();
    expect(later).toEqual(alone);
  });

  test('of cash alone pays no fund', () => {
    const dear = new Map(instruments);
    const fund = dear.get('STOX');
    if (fund !== undefined) dear.set('STOX', { ...fund, expenseRatio: 0.05 });
    const question = { focus: [], outside: [], whatIfs: [{ changes: [mixOf(to('cash', 100))] }] };
    const input = { asOf: '2026-03-31', baseCurrency: 'USD', lines: held(6000, 4000), seed: 1, paths: 2000, question, goals }; // prettier-ignore
    const of = (funds: typeof instruments) => analyze({ ...input, instruments: funds }).question?.scenarios[0]?.outcome;
    // Whatever chance the plan has: in nearly constant futures the money of a mix lasts in all of them, or in none.
    expect(Math.abs((of(dear)?.success ?? 0) - (of(instruments)?.success ?? 1))).toBeLessThan(0.05);
  });

  test('is of the market of a whole plan, in the place of its glide path', () => {
    const plan = (market: unknown) =>
      planSchema.parse({
        people: [{ age: 45, retireAt: 65 }],
        accounts: [{ name: 'all', type: 'tax_free', balance: 500_000 }],
        spending: { amount: 40_000 },
        longevity: { model: 'fixed_age', age: 95 },
        market,
      });
    const classes = [
      { name: 'equity', weight: 0.5 },
      { name: 'fixed_income', weight: 0.5 },
    ];
    const glidePath = [
      { age: 45, weights: { equity: 0.9, fixed_income: 0.1 } },
      { age: 65, weights: { equity: 0.3, fixed_income: 0.7 } },
    ];
    const lines = held(5000, 5000).map((one) => ({ ...one, accountType: 'tax_free' as const }));
    const half = [[mixOf(to('equity', 50), to('fixed_income', 50))]];
    const [one] = scenariosOf(half, { lines, plan: plan({ assets: classes, glidePath }), paths: 200 });
    expect(one?.label).toBe('Hold 50% in stocks and 50% in bonds from today instead of the simulated 90% in stocks and 10% in bonds and the mix of each age'); // prettier-ignore
    expect(one?.outcome?.success).toBe(
      asked([], { lines, plan: plan({ assets: classes }), paths: 200 }).retirement?.success,
    );
    const [own] = scenariosOf(half, {
      lines,
      plan: plan({ assets: [{ name: 'farmland', weight: 1, mean: 0.05, volatility: 0.1 }] }),
    });
    expect(own?.impossible).toBe('the plan has asset classes of its own (farmland)');
  });

  test('keeps a debt, and has no cash beside it', () => {
    const lines = held(9000, 3000, -100_000);
    const [one, none] = scenariosOf([[mixOf(to('equity', 60), to('fixed_income', 40))], [mixOf(to('cash', 20))]], { lines }); // prettier-ignore
    expect(one?.mix?.shares.cash).toBeCloseTo(-0.2, 10);
    expect(one?.outcome?.success).toBe(asked([], { lines: held(7200, 4800, -100_000) }).retirement?.success);
    expect(none?.impossible).toMatch(/is borrowed/);
  });
});

describe('a sum that comes or goes later', () => {
  const sum = (how: 'up' | 'down', value: number, when: PlanChange['when'], time: number) => change('balance', how, value, { when, time }); // prettier-ignore

  test('at today’s age is that sum today', () => {
    const [later, today] = scenariosOf([[sum('up', 100_000, 'age', 45)], [change('balance', 'up', 100_000)]]);
    expect(later?.outcome).toEqual(today?.outcome);
    expect([later?.label, later?.sums]).toEqual(['Receive $100,000 at age 45', [{ age: 45, amount: -100_000 }]]);
  });

  test('that comes and goes in one year changes nothing', () => {
    const [both] = scenariosOf([[sum('up', 80_000, 'age', 70), change('cost', 'to', 80_000, { when: 'age', time: 70 })]]); // prettier-ignore
    expect(both?.outcome?.change).toBe(0);
  });

  test('that is taken out is a cost of that date', () => {
    const [out, cost] = [sum('down', 50_000, 'in_years', 10), change('cost', 'to', 50_000, { when: 'in_years', time: 10 })].map((one) => scenariosOf([[one]])[0]); // prettier-ignore
    expect(out).toEqual(cost);
  });

  test('is worth the less the later it comes, and nothing once the plan has ended', () => {
    const [soon, late, never] = scenariosOf([[sum('up', 150_000, 'age', 50)], [sum('up', 150_000, 'age', 85)], [sum('up', 150_000, 'age', 95)]]); // prettier-ignore
    expect(soon?.outcome?.change).toBeGreaterThan(late?.outcome?.change ?? 1);
    expect(late?.outcome?.change).toBeGreaterThan(0);
    expect(never?.impossible).toBe('the plan does not go on to 95');
  });

  test('comes in also where accounts are kept apart by their taxes, and to whoever of two is alive', () => {
    const lines = held(6000, 4000).map((one, index) => ({ ...one, accountType: index === 0 ? ('tax_deferred' as const) : ('taxable' as const) })); // prettier-ignore
    const [taxed] = scenariosOf([[sum('up', 200_000, 'age', 60)]], {
      lines,
      given: { ...goals, taxRate: 0.2 },
      paths: 200,
    });
    expect(taxed?.outcome?.change).toBeGreaterThan(0.05);
    const plan = planSchema.parse({
      people: [
        { age: 60, retireAt: 62, longevity: { model: 'fixed_age', age: 65 } },
        { age: 60, retireAt: 62, longevity: { model: 'fixed_age', age: 95 } },
      ],
      accounts: [{ name: 'all', type: 'taxable', balance: 500_000 }],
      spending: { amount: 30_000 },
      market: { assets: [{ name: 'equity', weight: 1 }] },
    });
    const [survived] = scenariosOf([[sum('up', 300_000, 'age', 70)]], { plan, paths: 200 });
    expect(survived?.outcome?.change).toBeGreaterThan(0.05);
  });
});
