import { usd } from '../finance/amounts.ts';
import { incomeName } from '../finance/retirement/income-name.ts';
import type { RetirementResult } from '../schemas/analysis.ts';
import { chance, listed, money, percent } from './format.ts';

/** One income beside the portfolio's, as a table and a sentence have it. */
export interface BesideIncome {
  label: string;
  amount: number;
  /** "from 67", "from 62 to 70". */
  when: string;
}

/** Income beside the portfolio's, of goals or of a whole plan. */
export function besideIncomes({ goals, plan }: Pick<RetirementResult, 'goals' | 'plan'>): BesideIncome[] {
  const when = (from: number, to: number | null | undefined) =>
    `from ${from}${typeof to === 'number' ? ` to ${to}` : ''}`;
  if (plan !== undefined) {
    return plan.incomes.map(({ whose, kind, amount, from, to, paidAlready, basis, taxRate = 0, cut }) => ({
      label: `${whose === null ? '' : `${whose}’s `}${incomeName(kind)}`,
      amount,
      when: `${paidAlready ? `already paid${to === null ? '' : `, until ${to}`}` : when(from, to)}${cut === undefined ? '' : ` and ${usd(cut.amount)} from ${cut.from} on, after the cut`}${basis === 'nominal' ? ', not raised with inflation' : ''}${taxRate > 0 ? `, less ${percent(taxRate)} of tax` : ''}`,
    }));
  }
  return (goals?.otherIncome ?? []).map(({ kind, amount, from, to }) => ({
    label: incomeName(kind),
    amount,
    when: when(from, to),
  }));
}

type Beside = Pick<RetirementResult, 'goals' | 'plan' | 'spendingCut'>;

const NONE = 'Social Security and pensions are not counted';
const givesWay = ({ spendingCut }: Beside): string =>
  spendingCut === undefined ? '' : `spending below plan in some year in ${chance(spendingCut)}; `;

/**
 * Said beside every chance of success: that spending gives way where it does, and what income it counts beside the
 * portfolio's, or that it counts none.
 */
export function besidePortfolio(result: Beside, currency: string): string {
  const incomes = besideIncomes(result);
  if (incomes.length === 0) return `${givesWay(result)}${NONE}`;
  return `${givesWay(result)}with ${listed(incomes.map(({ label, amount, when }) => `${money(amount, currency)} of ${label} ${when}`))}`;
}

/** The same in few words, where the sentences and the table of the plan name each income: of several how many there are. */
export function besideInShort(result: Beside, currency: string): string {
  const { length } = besideIncomes(result);
  return length < 2 ? besidePortfolio(result, currency) : `${givesWay(result)}counting ${length} other incomes`;
}
