import fc from 'fast-check';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import type { RetirementGoals } from '../../../shared/schemas/goals.ts';
import { cash, exchangeRates, instrument, line } from '../finance/portfolios.ts';
import { caseOf } from './portfolios.ts';
import type { Case } from './portfolios.ts';

const bonds = [
  instrument(
    'FORD-2032',
    { assetClasses: { fixed_income: 1 }, regions: { north_america: 1 }, sectors: { corporate_bonds: 1 } },
    { name: 'FORD MOTOR CREDIT 6.1% 08/19/2032', type: 'bond', expenseRatio: null },
  ),
  instrument(
    'UST-2033',
    { assetClasses: { fixed_income: 1 }, regions: { north_america: 1 }, sectors: { government_bonds: 1 } },
    { name: 'US TREAS NTS 3.875% 08/15/2033', type: 'bond', expenseRatio: null },
  ),
];

/** What people hold: the reference set, and single bonds. */
export const reference = new Map([...referenceInstruments.map((one) => [one.symbol, one] as const), ...bonds]);

/**
 * What many hold, whose names are words of a report as well ("Gold", "Total Bond Market", "Realty Income"), and anything else of the reference
 * set, tickers of other exchanges among it ("HNR1.DE").
 */
const symbol = fc.oneof(
  fc.constantFrom(
    ...['VTI', 'GLD', 'BND', 'VXUS', 'VNQ', 'AAPL', 'MSFT', 'SGOV', 'SPY', 'IAU', 'IBIT', 'VWO', 'QQQ', 'TIP', 'XLE', 'NVDA', 'O', 'SLV', 'PDBC', 'ARKK', 'FORD-2032', 'UST-2033'],
  ),
  fc.constantFrom(...reference.keys()),
); // prettier-ignore

const held = fc.record({
  symbol,
  quantity: fc.integer({ min: 2, max: 400 }),
  price: fc.integer({ min: 20, max: 450 }),
  /** What it cost beside what it is worth: a loss, a gain, not known. */
  cost: fc.constantFrom(null, 0.4, 0.63, 0.9, 1, 1.2, 1.7),
  account: fc.nat(2),
});

const places = fc.constantFrom<readonly (readonly [string, SnapshotLine['accountType']])[]>(
  [['Fidelity', 'taxable']],
  [['Rollover IRA', 'tax_deferred']],
  [['Fidelity', 'taxable'], ['Roth IRA', 'tax_free'], ['401(k)', 'tax_deferred']],
); // prettier-ignore

const goals: fc.Arbitrary<RetirementGoals> = fc
  .record({
    age: fc.integer({ min: 24, max: 78 }),
    work: fc.constantFrom(0, 1, 3, 9, 21, 35),
    lifeExpectancy: fc.constantFrom(84, 95, 100),
    income: fc.constantFrom(12_000, 30_000, 47_350, 80_000),
    contribute: fc.constantFrom(0, 6000, 20_000),
  })
  .map(({ age, work, ...rest }) => ({ age, retireAt: Math.min(age + work, 80), ...rest }));

/** Portfolios as people hold them, of instruments by their real names: one account or three, losses, gains, debts, euros, no plan and short ones. */
export const heldCase: fc.Arbitrary<Case> = fc
  .record({
    positions: fc.array(held, { minLength: 1, maxLength: 6 }),
    places,
    money: fc.constantFrom(null, null, 4200, 61_000, -9800),
    foreign: fc.boolean(),
    goals: fc.option(goals, { nil: undefined, freq: 4 }),
  })
  .map(({ positions, places: accounts, money, foreign, goals: asked }) => {
    const at = (place: number) => {
      const [accountName, accountType] = accounts[place % accounts.length] ?? ['Fidelity', 'taxable'];
      return { accountName, accountType };
    };
    const lines = positions.map(({ symbol: of, quantity, price, cost, account }) =>
      line(of, quantity, price, { ...at(account), costBasis: cost === null ? null : Math.round(quantity * price * cost) }),
    ); // prettier-ignore
    if (money !== null) lines.push(cash(money, at(0)));
    if (foreign) lines.push(line('SAP', 60, 180, { ...at(1), currency: 'EUR' }));
    return caseOf({ lines, instruments: reference, goals: asked, exchangeRates });
  });
