import type { InputNote } from './group-notes.ts';

/** What trades would be made towards: any of them is enough. */
interface Aims {
  goals?: unknown;
  plan?: unknown;
  targets?: unknown;
  rebalancing?: unknown;
}

/** How to rebalance was said and nothing to rebalance towards: then no trades are shown, and the report says why. */
export function untargetedTrades({ goals, plan, targets, rebalancing }: Aims): InputNote[] {
  if ((rebalancing ?? null) === null || [goals, plan, targets].some((aim) => (aim ?? null) !== null)) return [];
  const text =
    'new money and how to rebalance were left out: there is no target mix; give your own (--targets), or goals (age, retirement age and income), which give a typical one';
  return [{ topic: 'left_out', text }];
}
