import { factsOf } from '../finance/facts.ts';
import type { Analysis } from '../schemas/analysis.ts';
import type { ChartSpec } from '../schemas/chart.ts';
import { breakdownCharts } from './breakdown-charts.ts';
import { driftCharts } from './drift-charts.ts';
import { holdingCharts } from './holding-charts.ts';
import { performanceCharts } from './performance-charts.ts';
import { retirementCharts } from './retirement-charts.ts';
import { riskCharts } from './risk-charts.ts';

/**
 * Every chart that makes sense for these figures, in the order in which a reader should meet them. Each names the facts
 * that it draws (those that exist: of long lists and of the fan only some figures are facts). An empty or wholly unpriced
 * portfolio has none. The same analysis gives the same charts.
 */
export function buildCharts(analysis: Analysis): ChartSpec[] {
  if (analysis.holdings.length === 0) return [];
  const stated = new Set(factsOf(analysis).map(({ name }) => name));
  const charts = [
    ...breakdownCharts(analysis),
    ...holdingCharts(analysis),
    ...driftCharts(analysis),
    ...riskCharts(analysis),
    ...performanceCharts(analysis),
    ...retirementCharts(analysis),
  ];
  return charts.map((chart) => ({ ...chart, facts: chart.facts.filter((name) => stated.has(name)) }));
}
