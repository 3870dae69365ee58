import type { Analysis } from '../schemas/analysis.ts';
import type { ChartSpec } from '../schemas/chart.ts';
import { breakdownCharts } from './breakdown-charts.ts';
import { driftCharts } from './drift-charts.ts';
import { holdingCharts } from './holding-charts.ts';
import { retirementCharts } from './retirement-charts.ts';

/**
 * Every chart that makes sense for these figures, in the order in which a reader should meet them. Each names the facts
 * that it draws. An empty or wholly unpriced portfolio has none. The same analysis gives the same charts.
 */
export function buildCharts(analysis: Analysis): ChartSpec[] {
  if (analysis.holdings.length === 0) return [];
  return [
    ...breakdownCharts(analysis),
    ...holdingCharts(analysis),
    ...driftCharts(analysis),
    ...retirementCharts(analysis),
  ];
}
