import type { Analysis } from '../schemas/analysis.ts';
import type { ChartSpec } from '../schemas/chart.ts';
import type { GrowthPoint } from '../schemas/performance.ts';
import { percent } from './figure-format.ts';

/** A day as a year and its part: July 2, 2025 is 2025.5. */
function yearOf(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`);
  const year = Number(date.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  return year + (day - start) / (Date.UTC(year + 1, 0, 1) - start);
}

/** How far each day is below the highest before it: 0 at a peak, else negative. */
function belowPeak(growth: readonly GrowthPoint[]): number[] {
  let peak = 0;
  return growth.map(({ value }) => {
    peak = Math.max(peak, value);
    return peak > 0 ? value / peak - 1 : 0;
  });
}

/** Between days further apart, in years, a line would tell of a time that nothing is known of. */
const APART = 0.5;

/** Growth since the first transaction with deposits taken out, and how far below its peak it was where prices are frequent enough; none without returns, and where hardly anything was priced. */
export function performanceCharts({ performance }: Analysis): ChartSpec[] {
  const growth = performance?.whole.growth ?? [];
  const total = performance?.whole.timeWeighted?.total;
  if (growth.length < 3 || total === undefined) return [];
  const falls = performance?.whole.drawdown !== null;
  const x = growth.map(({ date }) => yearOf(date));
  if (!falls && x.some((at, index) => at - (x[index - 1] ?? at) > APART)) return [];
  const pricedTo = performance?.whole.pricedTo;
  const until = pricedTo === undefined ? '' : ' to the last day with prices';
  const { known } = performance?.whole ?? {};
  const seen = growth.filter(({ date }) => known === undefined || (date >= known.from && date <= known.to));
  const below = new Map(belowPeak(seen).map((depth, at) => [seen[at]?.date, depth]));
  const partly =
    known === undefined
      ? ''
      : ' Where prices are missing the line joins the days that are known, and no falls are drawn.';
  return [
    {
      id: 'performance',
      kind: 'lines',
      title: `Return since the first transaction${falls ? ', and falls on the way' : ''}`,
      caption: `${percent(total)} in all${until}, with deposits and withdrawals taken out.${partly}`,
      unit: 'fraction',
      basis: 'nominal',
      facts: [
        'performance.whole.timeWeighted.total',
        ...(falls ? ['performance.whole.drawdown.depth', 'performance.whole.drawdown.current'] : []),
        ...(pricedTo === undefined ? [] : ['performance.whole.pricedTo']),
        ...(known === undefined ? [] : ['performance.whole.known.from', 'performance.whole.known.to']),
      ],
      x,
      xLabel: 'Year',
      series: [
        { label: 'Return so far', values: growth.map(({ value }) => value - 1) },
        ...(falls ? [{ label: 'Below the last peak', values: growth.map(({ date }) => below.get(date) ?? null) }] : []),
      ],
      marks: [],
    },
  ];
}
