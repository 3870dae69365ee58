import type { RetirementResult } from '../schemas/analysis.ts';
import type { ChartSpec } from '../schemas/chart.ts';
import { paidInFull } from '../finance/retirement/answers/paid-in-full.ts';
import type { PaidInFull } from '../finance/retirement/answers/paid-in-full.ts';
import { howSpent, termsOf } from '../finance/retirement/terms.ts';
import type { Terms } from '../finance/retirement/terms.ts';
import { compactMoney, grouped } from './figure-format.ts';
import { outerBand } from './outer-band.ts';
import { plainText } from './plain-text.ts';
import { nameOf } from '../finance/retirement/name-of.ts';

/**
 * The range of what can be spent in each year of retirement, in today's dollars; none where the income is paid in full
 * to the end in all but the rarest futures, so that there is no range to show.
 */
export function spendingFan(result: RetirementResult, currency: string): ChartSpec[] {
  const { spending } = result;
  const terms = termsOf(result);
  const first = spending?.ages.findIndex((age) => age >= terms.spendingFrom) ?? -1;
  if (spending === undefined || first === -1 || spending.ages.length - first < 2) return [];
  const told = caption(result, spending, terms, currency);
  if (told === null) return [];
  const since = (column: readonly number[]): number[] => column.slice(first);
  return [
    {
      id: 'retirement-spending',
      kind: 'fan',
      title: 'How much can be spent, age by age',
      caption: `${told.caption}${onceSaid(result, terms.spendingFrom)}`,
      unit: 'usd',
      basis: 'real',
      facts: told.facts,
      x: since(spending.ages),
      xLabel: terms.couple ? `Age of ${nameOf(result.plan?.people ?? [], 0)}` : 'Age',
      bands: [
        { label: outerBand(terms.futures), lower: since(spending.p5), upper: since(spending.p95) },
        { label: 'Middle half', lower: since(spending.p25), upper: since(spending.p75) },
      ],
      median: since(spending.p50),
      marks: [],
    },
  ];
}

/** Goals named beside the chart at most. */
const NAMED = 3;

/** What a spike is: spending of one year, on top. */
function onceSaid({ plan }: RetirementResult, from: number): string {
  const goals = (plan?.spending.goals ?? []).filter(({ age }) => age >= from);
  if (goals.length === 0) return '';
  const named = goals
    .slice(0, NAMED)
    .map(({ name, age }) => `“${plainText(name)}” at ${grouped(age, Number.isInteger(age) ? 0 : 1)}`);
  const more = goals.length > NAMED ? ` and ${(goals.length - NAMED).toString()} more` : '';
  return ` A rise of one year is a goal on top: ${named.join(', ')}${more}.`;
}

interface Told {
  caption: string;
  facts: string[];
}

function caption(
  { goals, plan }: RetirementResult,
  spending: NonNullable<RetirementResult['spending']>,
  terms: Terms,
  currency: string,
): Told | null {
  const { income, constant, spendingFrom, futures } = terms;
  const beside =
    plan === undefined && (goals?.otherIncome ?? []).length === 0 ? ' from the portfolio' : ', other income included';
  if (!constant || income === null) {
    const ages = spending.ages.filter((age) => age >= spendingFrom && age % 5 === 0);
    return {
      caption: `Each age is a year's spending${beside}, in today's dollars${plan === undefined ? '' : `: ${howSpent(plan)}`}.`,
      facts: ['p5', 'p50', 'p95'].flatMap((name) => ages.map((age) => `retirement.spending.${name}.${age}`)),
    };
  }
  const until = paidInFull(spending, spendingFrom, income);
  if (until.p5 === null) return null;
  return {
    caption: `${said(until, compactMoney(income, currency), futures)} Each age is a year's spending${beside}, in today's dollars, if nothing is changed on the way.`,
    facts: ['goals.income', ...(['p5', 'p25', 'p50'] as const).map((name) => `retirement.paidInFullUntil.${name}`)],
  };
}

function said({ p5, p25, p50 }: PaidInFull, income: string, futures: string): string {
  const reach = (age: number | null): string => (age === null ? 'to the end' : `until age ${age}`);
  const half = p25 === null ? '' : ` and ${reach(p50)} in half of them`;
  return `The ${income} a year is paid in full ${reach(p5)} in 19 of 20 ${futures}, ${reach(p25)} in three of four${half}.`;
}
