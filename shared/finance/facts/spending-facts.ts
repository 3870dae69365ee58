import type { RetirementResult } from '../../schemas/analysis.ts';
import { paidInFull } from '../retirement/answers/paid-in-full.ts';
import { termsOf } from '../retirement/terms.ts';
import type { FactDraft } from './fact-list.ts';

const shares = { p5: '95%', p25: '75%', p50: 'half' } as const;

/** Where spending follows the markets, or who is alive: how far apart it lies, at every fifth birthday. */
function rangeFacts(
  result: RetirementResult,
  { ages, ...fan }: NonNullable<RetirementResult['spending']>,
  [family, begun]: readonly [string, string] = ['spending', ''],
): FactDraft[] {
  const { spendingFrom, futures } = termsOf(result);
  const how = `Percentile over ${result.paths} ${futures}${fan.alive === undefined ? '' : ' in which somebody is alive'}.`;
  return ages.flatMap((age, index): FactDraft[] => {
    if (age < spendingFrom || (age !== Math.ceil(spendingFrom) && age % 5 !== 0)) return [];
    return (['p5', 'p25', 'p50', 'p75', 'p95'] as const).map((percentile) => ({
      name: `retirement.${family}.${percentile}.${age}`,
      label: `Spending at age ${age}${begun}, ${percentile.slice(1)}th percentile`,
      value: fan[percentile][index],
      unit: 'usd',
      basis: 'real',
      how,
    }));
  });
}

/** How often spending that follows the markets falls below what is wanted. */
function cutFact({ spendingCut, paths }: RetirementResult): FactDraft[] {
  if (spendingCut === undefined) return [];
  return [
    {
      name: 'retirement.spendingCut',
      label: 'Chance that spending is cut below what is wanted in some year',
      value: spendingCut,
      unit: 'fraction',
      how: `Share of ${paths} futures in which the rule spends less than 99.5% of it in any year.`,
    },
  ];
}

/** Until which age the income is paid in full, in most futures and in half of them; none where it is to the end in most. */
export function spendingFacts(result: RetirementResult): FactDraft[] {
  const { spending, paths, seed } = result;
  const { income, constant, spendingFrom, futures, historical } = termsOf(result);
  if (spending === undefined || income === 0) return [];
  if (!constant || income === null) {
    const { sustainableSpending: then } = result;
    const begun = ['sustainable', ', begun with the sustainable income'] as const;
    return [
      ...cutFact(result),
      ...rangeFacts(result, spending),
      ...(then === undefined ? [] : rangeFacts(result, then, begun)),
    ];
  }
  const until = paidInFull(spending, spendingFrom, income);
  return (['p5', 'p25', 'p50'] as const).flatMap((percentile): FactDraft[] => {
    const age = until[percentile];
    if (age === null) return [];
    return [
      {
        name: `retirement.paidInFullUntil.${percentile}`,
        label: `Age until which the income is paid in full: ${shares[percentile]} of the ${futures} get that far`,
        value: age,
        unit: 'age',
        how: `First age at which the ${percentile.slice(1)}th percentile of spending over ${paths} ${futures}${historical ? '' : `, seed ${seed}`}, is below the income wanted.`,
      },
    ];
  });
}
