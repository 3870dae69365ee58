import { pairedStandardError } from '../proportion.ts';
import type { Tally } from '../simulate.ts';
import type { SpendingChange, SpendingEffects } from './spending-effects.ts';
import type { WhatIf } from './what-ifs.ts';

export interface WhatIfResult {
  key: string;
  label: string;
  /** Share of paths that succeed with the change. */
  success: number;
  /** Less the plan's own share. */
  change: number;
  /** Of `change`, on the same paths. */
  standardError: number;
  /** What it does to spending, where that is what is compared. */
  spending?: SpendingChange;
}

/** What each change does to success, the largest effect first. `tally` ran the plan and then the what-ifs in order. */
export function rankWhatIfs(list: readonly WhatIf[], tally: Pick<Tally, 'changes' | 'ruin'>): WhatIfResult[] {
  const paths = tally.ruin.length;
  const successes = countLasting(tally.ruin);
  return list
    .map(({ key, label }, index) => {
      const { gained, lost } = tally.changes[index] ?? { gained: 0, lost: 0 };
      return {
        key,
        label,
        success: (successes + gained - lost) / paths,
        change: (gained - lost) / paths,
        standardError: pairedStandardError(gained, lost, paths),
      };
    })
    .sort((one, other) => Math.abs(other.change) - Math.abs(one.change));
}

/** Whether the money lasts on every path, under the plan and each of the changes: then success tells none of them apart. */
export const cannotMove = (success: number, ranked: readonly WhatIfResult[]): boolean =>
  success === 1 && ranked.every((one) => one.success === 1);

/** The changes of `list`, which is in the order of the effects, by what they do to the median of spending, the largest effect first. */
export function rankBySpending(
  list: readonly WhatIf[],
  ranked: readonly WhatIfResult[],
  { changes }: Pick<SpendingEffects, 'changes'>,
): WhatIfResult[] {
  const effects = new Map(list.map(({ key }, index) => [key, changes[index]]));
  const sizeOf = ({ key }: WhatIfResult) => Math.abs(effects.get(key)?.median.change ?? 0);
  return ranked
    .filter(({ key }) => effects.has(key))
    .map((one) => {
      const spending = effects.get(one.key);
      return spending === undefined ? one : { ...one, spending };
    })
    .sort((one, other) => sizeOf(other) - sizeOf(one));
}

/** Paths on which the money lasts. */
export function countLasting(ruin: Int32Array): number {
  let count = 0;
  for (const step of ruin) if (step < 0) count++;
  return count;
}
