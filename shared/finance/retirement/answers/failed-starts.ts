import { oldestFirst } from '../../../schemas/retirement-plan/history-periods.ts';
import type { Plan } from '../../../schemas/retirement-plan/plan.ts';

/** Of every start on record: the first and the last, and those from which the money runs out, as the record names its periods. */
export interface HistoryStarts {
  first: string;
  last: string;
  failed: string[];
}

/** Which starts fail, in the order of time; undefined where returns are not run through history. */
export function historyStarts({ market }: Plan, ruin: Int32Array, paths: number): HistoryStarts | undefined {
  const { returns } = market;
  if (returns.model !== 'historical' || typeof returns.history === 'string') return undefined;
  const starts = oldestFirst(returns.history).slice(0, paths);
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const failed = starts.filter((_, path) => (ruin[path] ?? -1) >= 0);
  return { first: first.period, last: last.period, failed: failed.map(({ period }) => period) };
}
