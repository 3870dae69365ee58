import { pairedStandardError } from '../proportion.ts';
import type { Tally } from '../simulate.ts';
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

/** Paths on which the money lasts. */
export function countLasting(ruin: Int32Array): number {
  let count = 0;
  for (const step of ruin) if (step < 0) count++;
  return count;
}
