import type { ChartChoice } from '../../../shared/schemas/text.ts';
import type { ExpectedCharts } from '../case.ts';
import { lose } from '../row.ts';
import type { Loss } from '../row.ts';

/** Words of a caption that says something of its chart. */
const CAPTION = 4;

/**
 * What is wrong with a choice of charts; all demands together are 60 points, for the choice itself was checked already: charts
 * that there are, each once, at least four.
 */
export function checkCharts({ charts }: ChartChoice, expected: ExpectedCharts | undefined): Loss[] {
  const ids = charts.map(({ id }) => id);
  const { fewest = 1, includes = [], order = [] } = expected ?? {};
  const wrong = [
    ...(ids.length < fewest ? [`${ids.length} charts, at least ${fewest} are wanted`] : []),
    ...includes.filter((id) => !ids.includes(id)).map((id) => `leaves out the chart ${id}`),
    ...order
      .filter(
        ([first, second]) => ids.includes(first) && ids.includes(second) && ids.indexOf(first) > ids.indexOf(second),
      )
      .map(([first, second]) => `shows ${second} before ${first}`),
    ...(charts.some(({ caption }) => caption.split(/\s+/u).length < CAPTION)
      ? ['has a caption that says nothing']
      : []),
  ];
  return wrong.map((why) => lose(60 / (2 + includes.length + order.length), why));
}
