import type { RetirementGoals } from '../../../schemas/goals.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { balancesByTax, heldWeights } from './held.ts';
import type { Held, TaxType } from './held.ts';
import { repaymentsOf } from './repayment.ts';

const accountNames: Readonly<Record<TaxType, string>> = {
  taxable: 'Taxable accounts',
  tax_deferred: 'Tax-deferred accounts',
  tax_free: 'Tax-free accounts',
};

/**
 * The goals as a plan of the engine: one person, spending and other income in today's money. With a tax rate there is an
 * account for each way in which the portfolio is taxed, and saving goes to them as the portfolio is divided; without one
 * there is a single account and nothing is taxed. Where debts are larger than all that is held, they are paid back first, out of what is
 * saved after tax: saving then goes to a taxable account, which the payments leave untaxed.
 */
export function goalPlan(held: Held, goals: RetirementGoals, simulation: Plan['simulation']): Plan {
  const { taxRate } = goals;
  const fee = held.costs?.fee ?? 0;
  const parts =
    taxRate === undefined
      ? [{ name: 'Portfolio', type: 'tax_free' as const, balance: held.balance, share: 1, rate: 0 }]
      : taxedParts(held).map(({ type, balance, share }) => ({
          ...{ name: accountNames[type], type, balance, share },
          rate: type === 'tax_free' ? 0 : taxRate,
        }));
  return {
    people: [{ age: goals.age, retireAt: goals.retireAt }],
    accounts: parts.map(({ name, type, balance, rate }) => ({
      ...{ name, type, balance, taxRate: rate, fee },
      ...(type === 'taxable' ? { costBasis: Math.max(0, balance - (held.untaxedGain?.value ?? 0)) } : {}),
    })),
    savings: (held.owed === undefined ? parts : parts.slice(0, 1).map((first) => ({ ...first, share: 1 }))).map(
      ({ name, share }) => ({
        ...{ account: name, owner: 0, amount: goals.contribute * share },
        ...{ growth: 0, timing: 'end' as const },
      }),
    ),
    incomes: (goals.otherIncome ?? []).map(({ amount, from, to }) => ({
      kind: 'pension',
      owner: 0,
      amount,
      basis: 'real',
      from,
      ...(to === undefined ? {} : { to }),
      survivorShare: 0,
      taxRate: 0,
    })),
    spending: {
      amount: goals.income,
      survivorShare: 1,
      timing: 'start',
      rule: { rule: 'constant_real' },
      goals: held.owed === undefined ? [] : repaymentsOf(held.owed, goals),
    },
    market: {
      assets: heldWeights(held.mix).map((one) => ({ ...one, kind: 'arithmetic', basis: 'nominal' })),
      correlations: [],
      glidePath: [],
      returns: { model: 'lognormal' },
    },
    longevity: { model: 'fixed_age', age: goals.lifeExpectancy },
    simulation,
  };
}

/** The ways in which the portfolio is taxed, the taxable one first; it is there too where debts have to be paid out of it. */
function taxedParts(held: Held): ReturnType<typeof balancesByTax> {
  const parts = balancesByTax(held);
  if (held.owed === undefined || parts[0]?.type === 'taxable') return parts;
  return [{ type: 'taxable', share: 0, balance: 0 }, ...parts];
}
