import type { RetirementResult } from '../../schemas/analysis.ts';
import { paidInFull } from '../retirement/answers/paid-in-full.ts';
import type { FactDraft } from './fact-list.ts';

const shares = { p5: '95%', p25: '75%', p50: 'half' } as const;

/** Until which age the income is paid in full, in most futures and in half of them; none where it is to the end in most. */
export function spendingFacts({ spending, goals, paths, seed }: RetirementResult): FactDraft[] {
  if (spending === undefined || goals.income === 0) return [];
  const until = paidInFull(spending, Math.max(goals.age, goals.retireAt), goals.income);
  return (['p5', 'p25', 'p50'] as const).flatMap((percentile): FactDraft[] => {
    const age = until[percentile];
    if (age === null) return [];
    return [
      {
        name: `retirement.paidInFullUntil.${percentile}`,
        label: `Age until which the income is paid in full: ${shares[percentile]} of the simulated futures get that far`,
        value: age,
        unit: 'age',
        how: `First age at which the ${percentile.slice(1)}th percentile of spending over ${paths} simulated futures, seed ${seed}, is below the income wanted.`,
      },
    ];
  });
}
