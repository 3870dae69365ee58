// What the report advises on the mix, beside what the simulation says of it: the reporter writes from the facts that it is told, and
// without the shares that are simulated it said of the very move that was tried that another size was.
import { expect, test } from '@jest/globals';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { line } from '../finance/portfolios.ts';
import { reference } from './held-portfolios.ts';
import { caseOf, wholePlan } from './portfolios.ts';

const goals = { age: 60, retireAt: 65, lifeExpectancy: 95, income: 72_000, contribute: 24_000, otherIncome: [{ kind: 'social_security' as const, amount: 34_000, from: 67 }] }; // prettier-ignore
const at = (accountName: string, accountType: 'taxable' | 'tax_deferred') => ({ accountName, accountType });

async function recommended(of: Omit<Parameters<typeof caseOf>[0], 'instruments'>): Promise<string> {
  const { facts } = caseOf({ instruments: reference, ...of });
  const { output, check } = await writeReport(facts);
  expect(check.strays).toEqual([]);
  return output.sections.map(({ body }) => body).join('\n');
}

/** Three quarters in stocks, and what the person aims for is what the simulation tries: twenty points less. */
const heavy = [line('VTI', 2500, 300, at('Brokerage', 'taxable')), line('BND', 3200, 72, at('IRA', 'tax_deferred'))];

test('a move as large as the one that the simulation tries agrees with it, and its swings are told', async () => {
  const said = await recommended({
    lines: heavy,
    goals,
    targets: { assetClasses: { equity: 0.56, fixed_income: 0.44 } },
  });
  expect(said).toMatch(/The simulation of your plan agrees: “Hold less in stocks, .*, with smaller swings\./);
  expect(said).not.toContain('another size');
});

test('advice to hold more stocks is not silent about a chance that it lowers', async () => {
  const careful = [line('VTI', 450, 300, at('Brokerage', 'taxable')), line('BND', 5000, 72, at('IRA', 'tax_deferred'))];
  const said = await recommended({
    lines: careful,
    goals: {
      ...goals,
      age: 50,
      income: 53_000,
      contribute: 15_000,
      otherIncome: [{ kind: 'social_security', amount: 28_000, from: 67 }],
    },
    paths: 4000,
  });
  expect(said).toMatch(/points the other way: “Hold more in stocks, .*” would lower the chance .*, with wider swings\. So look at that mix again before you buy any stocks\./); // prettier-ignore
});

test('new money that buys alone is no advice to sell', async () => {
  const rebalancing = { newMoney: [{ account: 'IRA', amount: 40_000 }], mode: 'newMoney' as const };
  const said = await recommended({ lines: heavy, goals, targets: { assetClasses: { equity: 0.56, fixed_income: 0.44 } }, rebalancing }); // prettier-ignore
  expect(said).toMatch(/Purchases that (?:come nearer to it|would do it) are listed/);
  expect(said).not.toMatch(/Selling inside a tax-deferred|Move money from stocks/);
});

test('guardrails of two people cut what is planned for who is alive, and not what both want', async () => {
  const plan = wholePlan({});
  const { facts } = caseOf({ instruments: reference, lines: heavy, plan });
  const { output } = await writeReport(facts);
  expect(JSON.stringify(output)).not.toContain('some year brings less than that.');
});
