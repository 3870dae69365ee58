import type { ChartSpec } from '../schemas/chart.ts';
import { barsHeight, barsOption } from './bars.ts';
import { donutHeight, donutOption } from './donut.ts';
import type { ChartFrame, ChartOption } from './frame.ts';
import { overTimeHeight, overTimeOption } from './over-time.ts';
import type { ChartTheme } from './palette.ts';

/** The height, CSS pixels, that a chart needs at a width for its rows and labels not to crowd. */
export function chartHeight(spec: ChartSpec, width: number): number {
  switch (spec.kind) {
    case 'donut':
      return donutHeight(spec, width);
    case 'bars':
      return barsHeight(spec, width);
    case 'fan':
    case 'lines':
      return overTimeHeight(spec, width);
  }
}

/**
 * What ECharts is to draw for a chart: the one place where a spec becomes a drawing, for the page and for the file.
 * The title and caption are not in it: the page around it carries them, where they are text a reader can select.
 *
 * @example
 * echarts.init(element).setOption(chartOption(spec, lightTheme, { width: 640, height: chartHeight(spec, 640), interactive: true }));
 */
export function chartOption(spec: ChartSpec, theme: ChartTheme, frame: ChartFrame): ChartOption {
  const { width, height, currency = 'USD', interactive = false } = frame;
  const canvas = { theme, width, height, currency, interactive };
  switch (spec.kind) {
    case 'donut':
      return donutOption(spec, canvas);
    case 'bars':
      return barsOption(spec, canvas);
    case 'fan':
    case 'lines':
      return overTimeOption(spec, canvas);
  }
}
