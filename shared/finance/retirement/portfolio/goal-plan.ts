import type { RetirementGoals } from '../../../schemas/goals.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { balancesByTax, heldWeights } from './held.ts';
import type { Held, TaxType } from './held.ts';
import { paidAtOnce, REPAYMENT, repaymentsOf } from './repayment.ts';

/** What is told of each part: accounts for education grow untaxed, and those of another kind are taken as taxable. */
const accountNames = ({ purposes }: Held): Readonly<Record<TaxType, string>> => ({
  taxable: purposes?.other === true ? 'Taxable and other accounts' : 'Taxable accounts',
  tax_deferred: 'Tax-deferred accounts',
  tax_free: purposes?.education === true ? 'Tax-free accounts and those for education' : 'Tax-free accounts',
});

/**
 * The goals as a plan of the engine: one person, spending and other income in today's money. With a tax rate there is an
 * account for each way in which the portfolio is taxed, and saving goes to them as the portfolio is divided; without one
 * there is a single account and nothing is taxed. Debts that are paid back out of what is saved, after tax, come first: until they
 * are gone saving goes to a taxable account.
 */
export function goalPlan(held: Held, goals: RetirementGoals, simulation: Plan['simulation']): Plan {
  const { taxRate } = goals;
  const fee = held.costs?.fee ?? 0;
  const payments = held.owed === undefined ? [] : repaymentsOf(held.owed, goals);
  const parts =
    taxRate === undefined
      ? [{ name: 'Portfolio', type: 'tax_free' as const, balance: held.balance, share: 1, rate: 0 }]
      : taxedParts(held, goals).map((part) => ({ ...part, rate: part.type === 'tax_free' ? 0 : taxRate }));
  return {
    people: [{ age: goals.age, retireAt: goals.retireAt }],
    accounts: parts.map(({ name, type, balance, rate }) => ({
      ...{ name, type, balance, taxRate: rate, fee },
      ...(type === 'taxable' ? { costBasis: Math.max(0, balance - (held.untaxedGain?.value ?? 0)) } : {}),
    })),
    savings: savingsOf(parts, payments.at(-1)?.age, goals),
    incomes: (goals.otherIncome ?? []).map(({ kind, amount, from, to }) => ({
      // What the goals say of Social Security is what it pays from its age on: nothing is reckoned of it.
      kind: kind === 'social_security' ? 'other' : kind,
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
      goals: payments,
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

/**
 * Saving to each account by its share; until the debts are gone, or retirement if that is first, all of it to the first, which
 * pays them. Other goals pay them at other ages: a plan of theirs is made anew, never out of this one.
 */
function savingsOf(
  parts: readonly { name: string; share: number }[],
  paidAt: number | undefined,
  { age, retireAt, contribute }: RetirementGoals,
): Plan['savings'] {
  const into = ({ name, share }: { name: string; share: number }) => ({
    ...{ account: name, owner: 0, amount: contribute * share },
    ...{ growth: 0, timing: 'end' as const },
  });
  const [first] = parts;
  if (paidAt === undefined || paidAt <= age || first === undefined || parts.length === 1) return parts.map(into);
  return [
    { ...into({ ...first, share: 1 }), to: paidAt },
    ...(paidAt >= retireAt
      ? []
      : parts.filter(({ share }) => share > 0).map((part) => ({ ...into(part), from: paidAt }))),
  ];
}

interface TaxedPart {
  name: string;
  type: TaxType;
  share: number;
  balance: number;
}

/**
 * The ways in which the portfolio is taxed, the taxable one first. Debts that are paid out of what is saved are paid from an account
 * without gains, which holds nothing else: money that only passes through sells nothing of what is held.
 */
function taxedParts(held: Held, goals: RetirementGoals): TaxedPart[] {
  const parts = balancesByTax(held).map((part) => ({ ...part, name: accountNames(held)[part.type] }));
  if (held.owed === undefined || paidAtOnce(held.owed, goals)) return parts;
  const taxable = parts[0]?.type === 'taxable';
  if (taxable && (held.untaxedGain?.value ?? 0) <= 0) return parts;
  return [{ name: taxable ? REPAYMENT : accountNames(held).taxable, type: 'taxable', share: 0, balance: 0 }, ...parts];
}
