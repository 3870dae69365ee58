import type { Allocation, Costs, ProjectedCosts } from '../schemas/analysis.ts';
import type { RetirementGoals } from '../schemas/goals.ts';
import type { Plan } from '../schemas/retirement-plan/plan.ts';
import { usd } from './amounts.ts';
import { heldMix } from './held-mix.ts';
import type { Instruments } from './look-through.ts';
import { defaultAssumptions } from './market-assumptions/default.ts';
import { ENOUGH, modelledShare } from './modelled-share.ts';
import { toMoney } from './money.ts';
import { costOf } from './costs.ts';
import { taxTypes } from './retirement/portfolio/held.ts';
import type { Held, TaxType } from './retirement/portfolio/held.ts';
import { statesItsMix } from './retirement/portfolio/plan-on-portfolio.ts';
import { paysFromSaving, repaymentsOf } from './retirement/portfolio/repayment.ts';
import type { Debt, Owed } from './retirement/portfolio/repayment.ts';
import type { RetirementInput } from './retirement/project.ts';
import { growsForEducation, isHealth } from './rebalancing/purpose.ts';
import { ownRiskOf, withOwnRisk } from './risk/own-risk.ts';
import { untaxedGainOf } from './untaxed-gain.ts';
import { mostlyUnvalued } from './valued-share.ts';
import type { Valuation } from './valuation.ts';

/** The projection's own limit, base currency. */
const LARGEST_BALANCE = 1e15;

/** The largest fee that a plan's account may have. */
const LARGEST_FEE = 0.2;

interface Asked {
  goals: RetirementGoals | undefined;
  /** In the goals' place. */
  plan: Plan | undefined;
  seed: number;
  paths: number | undefined;
}

/** What a portfolio's retirement is projected from, or why it cannot be: one sentence. `unvalued` counts positions without a value. */
export function projectionInput(
  valuation: Valuation,
  allocation: Allocation,
  instruments: Instruments,
  { goals, plan, seed, paths }: Asked,
  unvalued = valuation.excluded.length,
): RetirementInput | string {
  const balance = toMoney(valuation.totalUnits, valuation.unit);
  if (goals === undefined && plan === undefined) {
    return 'No retirement goals were given: age, retirement age and income wanted.';
  }
  if (balance <= 0) return withoutValue(valuation, balance, { goals, plan });
  if (balance > LARGEST_BALANCE) return 'The portfolio is above 1e15, more than a projection can mean.';
  const valued = valuation.lines.filter(({ line }) => line.kind === 'holding').length;
  if (mostlyUnvalued(valued, unvalued)) return withoutMost(valued, unvalued);
  // A plan's own mix is projected whatever is held: only how the balances are taxed has to be known.
  if (modelledShare(allocation) < ENOUGH && !(plan !== undefined && statesItsMix(plan))) {
    return (
      'Most of the portfolio is of unknown make-up or in alternatives, for which there are no figures of return and risk: ' +
      'a projection of the rest would pass for one of the whole.'
    );
  }
  // All that is held, with a margin debt as cash below zero: what it finances is at risk in full.
  const mix = heldMix(allocation);
  // The same law as the risk figures': what single companies have of their own stays for the whole plan.
  const assumptions = withOwnRisk(defaultAssumptions, ownRiskOf(valuation, allocation, instruments));
  const costs = costsOf(costOf(valuation, instruments), valuation);
  return {
    ...(plan === undefined ? { goals } : { plan }),
    balance,
    mix,
    ...taxedHoldings(valuation, allocation),
    costs,
    untaxedGain: untaxedGainOf(valuation, instruments),
    seed,
    paths,
    assumptions,
  };
}

/** Most positions have no value: what the rest would come to is no figure of the whole. */
function withoutMost(valued: number, unvalued: number): string {
  const all = `${valued + unvalued} ${valued + unvalued === 1 ? 'position' : 'positions'}`;
  const which =
    valued > 0
      ? `${unvalued} of ${all} could not be valued`
      : `None of ${all} could be valued, and only cash is counted`;
  return `${which}: a projection of the rest would pass for one of the whole.`;
}

const all = new Intl.ListFormat('en-US', { type: 'conjunction' });

/** Nothing is left of what is owned: why there is nothing to project, and all that it takes to have the debts paid first. */
function withoutValue(valuation: Valuation, balance: number, { goals, plan }: Pick<Asked, 'goals' | 'plan'>): string {
  const { lines } = valuation;
  if (!lines.some(({ units }) => units < 0)) {
    return 'Nothing in the portfolio has a positive value, so there is nothing to project.';
  }
  const rated = lines.every((one) => !(one.units < 0) || isRatedDebt(one));
  const saved = plan === undefined && goals !== undefined && saves(goals);
  const missing = [
    ...(plan === undefined ? [] : ['goals in place of a plan']),
    ...(rated
      ? []
      : ['the interest that each of them is charged (a column "Interest rate" of the file, interestRate in JSON)']),
    ...(lines.some(({ units }) => units > 0) ? [] : ['something held beside them']),
    ...(saved ? [] : ['what is saved a year until retirement (contribute, and a retirement that is still to come)']),
  ];
  return [
    balance < 0
      ? `${usd(-balance)} more is owed than all that is held is worth, so there is nothing yet to project.`
      : 'As much is owed as all that is held is worth, so there is nothing yet to project.',
    ...(saved ? [payingBack(valuation, balance, goals, rated)] : []),
    `A projection pays debts first where it is given ${all.format(missing)}.`,
    'A debt whose payments are part of what is spent can be left out of the portfolio.',
  ].join(' ');
}

/** How long what is saved would take to pay back what is owed. */
function payingBack(valuation: Valuation, balance: number, goals: RetirementGoals, rated: boolean): string {
  const debt = rated ? owedOf(ratedDebts(valuation)) : debtAt(-balance, defaultAssumptions.classes.cash.mean);
  const payments = repaymentsOf(debt, goals);
  const interest = rated ? 'what they are charged' : 'the interest that cash earns';
  if ((payments.at(-1)?.amount ?? 0) > goals.contribute) {
    return `What is saved until retirement would not pay the debts back at ${interest}.`;
  }
  const more = rated ? '' : ', and a lender usually asks for more';
  return `What is saved would first pay the debts back, which takes about ${timeOf(payments, goals.contribute)} of saving at ${interest}${more}.`;
}

/** How long it takes to save yearly payments, of which the last may be a part of a year's: in words. */
function timeOf(payments: readonly { amount: number }[], yearly: number): string {
  const months = Math.max(1, Math.round(12 * (payments.length - 1 + (payments.at(-1)?.amount ?? 0) / yearly)));
  if (months >= 24) return `${Math.round(months / 12)} years`;
  return months === 12 ? 'a year' : months === 1 ? 'a month' : `${months} months`;
}

const saves = ({ age, retireAt, contribute }: RetirementGoals): boolean => contribute > 0 && retireAt > age;

/** A debt at a nominal effective rate, a fraction. */
function debtAt(amount: number, nominalRate: number): Debt {
  return { amount, nominalRate, realRate: (1 + nominalRate) / (1 + defaultAssumptions.inflation.mean) - 1 };
}

/** Whether a line is a balance below zero of which it is known, or assumed, what it is charged. */
export const isRatedDebt = ({ line, units }: Valuation['lines'][number]): boolean =>
  line.kind === 'cash' && units < 0 && line.interestRate !== undefined;

/** Those debts, each by itself. What they are charged is paid as it falls due, and bears no interest of its own. */
const ratedDebts = ({ lines, unit }: Valuation): Debt[] =>
  lines.filter(isRatedDebt).map(({ line, units }) => debtAt(toMoney(-units, unit), line.interestRate ?? 0));

/** All of them together, at the average of what they are charged. */
function owedOf(debts: readonly Debt[]): Owed {
  const amount = debts.reduce((sum, debt) => sum + debt.amount, 0);
  const interest = debts.reduce((sum, debt) => sum + debt.amount * debt.nominalRate, 0);
  return { ...debtAt(amount, interest / amount), debts };
}

/**
 * Debts that state what they are charged, which are paid before anything is saved: out of what is saved; or today and out of what
 * is held, where that covers them and what is saved until retirement would not. Null where none states it, where neither pays them, or
 * where nothing is held beside them whose mix the rest is projected with. A debt without a rate (margin) stays in the mix.
 */
export function owedFirst(valuation: Valuation, goals: RetirementGoals | undefined): Owed | null {
  const debts = ratedDebts(valuation);
  if (goals === undefined || debts.length === 0) return null;
  const owed = owedOf(debts);
  const { totalUnits, unit } = valuation;
  const owned = toMoney(totalUnits, unit);
  if (owned + owed.amount <= 0) return null;
  const covered = afterTax(valuation, goals) > owed.amount;
  if (covered && !paysFromSaving(owed, goals)) return { ...owed, covered, atOnce: true };
  return saves(goals) ? { ...owed, covered } : null;
}

/** What would be left of all that is held if it were withdrawn today, less debts without a rate; gains untaxed. */
function afterTax(valuation: Valuation, { taxRate = 0 }: RetirementGoals): number {
  const { lines, unit } = valuation;
  const units = lines.reduce((sum, one) => {
    if (isRatedDebt(one)) return sum;
    const kept = one.line.accountType === 'tax_deferred' && one.units > 0 ? 1 - taxRate : 1;
    return sum + one.units * kept;
  }, 0);
  return toMoney(Math.trunc(units), unit);
}

/**
 * Such debts where no goals pay them first: beside a whole plan, or where nothing is saved and what is held would not pay them after
 * tax. They are taken off what is held today, for none of them grows with it. Null where there are none, or nothing would be left.
 */
export function takenOff(valuation: Valuation): Debt | null {
  const debts = ratedDebts(valuation);
  return debts.length === 0 || valuation.totalUnits <= 0 ? null : owedOf(debts);
}

/** What the funds take of the whole portfolio each year; cash costs nothing to hold. Null where no fund's cost is known. */
function costsOf(
  { weightedExpenseRatio, coverage }: Costs,
  { holdings, totalUnits }: Valuation,
): ProjectedCosts | null {
  if (weightedExpenseRatio === null) return null;
  const invested = holdings.reduce((sum, { kind, units }) => (kind === 'cash' || units <= 0 ? sum : sum + units), 0);
  const fee = Math.min(LARGEST_FEE, (weightedExpenseRatio * invested) / totalUnits);
  return { weightedExpenseRatio, coverage, fee };
}

/**
 * How the portfolio is taxed. What accounts for education earn is not (26 U.S.C. 529(c)); another account that does not say is taken as
 * taxable. A debt lowers what the others hold.
 */
function taxedHoldings(
  { lines, totalUnits }: Valuation,
  { accountType }: Allocation,
): { taxShares: NonNullable<Held['taxShares']>; purposes: Held['purposes'] } {
  const weight = (type: string) => accountType.find(({ key }) => key === type)?.weight ?? 0;
  const ofEducation = lines.reduce((sum, { line, units }) => (growsForEducation(line) ? sum + units : sum), 0);
  const education = totalUnits > 0 ? Math.max(0, Math.min(ofEducation / totalUnits, weight('other'))) : 0;
  const other = Math.max(0, weight('other') - education);
  const held = {
    taxable: Math.max(0, weight('taxable')) + other,
    tax_deferred: Math.max(0, weight('tax_deferred')),
    tax_free: Math.max(0, weight('tax_free')) + education,
  };
  const sum = taxTypes.reduce((total, type) => total + held[type], 0);
  const share = (type: TaxType) => (sum > 0 ? held[type] / sum : type === 'taxable' ? 1 : 0);
  const health = lines.some(({ line, units }) => units > 0 && line.accountType === 'tax_free' && isHealth(line.accountName)); // prettier-ignore
  return {
    taxShares: { taxable: share('taxable'), tax_deferred: share('tax_deferred'), tax_free: share('tax_free') },
    purposes: { education: education > 0, health, other: other > LITTLE },
  };
}

/** Less than that is what is left of a difference of fractions. */
const LITTLE = 1e-9;
