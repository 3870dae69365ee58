import type { RetirementResult } from '../../schemas/analysis.ts';

/**
 * What tells the what-ifs of a projection apart: the chance that the money lasts; where that lasts whatever is changed, what can be
 * spent; null where there is none, or nothing that a change moves: a table or a chart of them would say nothing.
 */
export function whatIfMeasure({
  whatIfs,
  success,
  comparedSpending,
}: Pick<RetirementResult, 'whatIfs' | 'success' | 'comparedSpending'>): 'success' | 'spending' | null {
  if (comparedSpending !== undefined) return 'spending';
  return whatIfs.every((one) => one.change === 0 && one.success === success) ? null : 'success';
}
