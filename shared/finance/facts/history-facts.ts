import { periodNumber } from '../../schemas/retirement-plan/history-periods.ts';
import type { RetirementResult } from '../../schemas/analysis.ts';
import type { FactDraft } from './fact-list.ts';

/** Stretches of neighbouring starts that are named; of more than that the longest. */
const MOST_STRETCHES = 24;

/** From which starts in history the money runs out: names of years or months, and no figures. */
export function historyFacts({ starts }: RetirementResult): FactDraft[] {
  if (starts === undefined) return [];
  const text = { unit: 'text', how: 'Every start on record is run once.' } as const;
  const { first, last, failed } = starts;
  return [
    { name: 'retirement.history.starts', label: 'Starts in history, the first and the last', value: `${first} to ${last}`, ...text }, // prettier-ignore
    ...(failed.length === 0
      ? []
      : [{ name: 'retirement.history.failedStarts', label: 'Starts in history from which the money runs out', value: stretches(failed), ...text } as const]), // prettier-ignore
  ];
}

/** "the years 1899, 1902, 1962-1969": neighbours as one, of months "1929-01 to 1929-09". With a word before it a text can quote it whole. */
function stretches(periods: readonly string[]): string {
  const isYears = periods.every((one) => periodNumber(one, 'year') !== null);
  const runs: { from: string; to: string; at: number; count: number }[] = [];
  for (const period of periods) {
    const at = periodNumber(period, isYears ? 'year' : 'month') ?? 0;
    const run = runs.at(-1);
    const name = isYears ? String(at) : period;
    if (run?.at === at - 1) Object.assign(run, { to: name, at, count: run.count + 1 });
    else runs.push({ from: name, to: name, at, count: 1 });
  }
  const shown = new Set(runs.toSorted((one, other) => other.count - one.count).slice(0, MOST_STRETCHES));
  const said = runs.filter((run) => shown.has(run)).map(({ from, to, count }) => (count === 1 ? from : count === 2 ? `${from}, ${to}` : isYears ? `${from}-${to}` : `${from} to ${to}`)); // prettier-ignore
  return `the ${isYears ? 'year' : 'month'}${periods.length > 1 ? 's' : ''} ${said.join(', ')}${runs.length > shown.size ? ' and others' : ''}`;
}
