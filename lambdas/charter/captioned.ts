import type { ChartSpec } from '../../shared/schemas/chart.ts';
import type { ChartChoice } from '../../shared/schemas/text.ts';

/** The chosen charts in the chosen order with their captions. What code drew is not touched; an unknown or repeated id is passed over. */
export function captioned(menu: readonly ChartSpec[], choice: ChartChoice): ChartSpec[] {
  const left = new Map(menu.map((chart) => [chart.id, chart]));
  return choice.charts.flatMap(({ id, caption }) => {
    const chart = left.get(id);
    left.delete(id);
    return chart === undefined ? [] : [{ ...chart, caption }];
  });
}
