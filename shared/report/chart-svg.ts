import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { chartHeight, chartOption } from '../charts/option.ts';
import { plainText } from '../charts/plain-text.ts';
import type { ChartTheme } from '../charts/palette.ts';
import type { ChartSpec } from '../schemas/chart.ts';
import { describeChart } from './chart-description.ts';
import { escapeHtml } from './markup.ts';

use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

export interface SvgFrame {
  /** CSS pixels; the height follows from the chart. */
  readonly width: number;
  readonly theme: ChartTheme;
  /** Begins every id in the drawing: unique in the file it goes into. */
  readonly idPrefix: string;
  /** ISO 4217; default USD. */
  readonly currency?: string;
}

/**
 * The chart as one <svg> element: no script, no style sheet, no reference outside itself, the same bytes for the same
 * input. ECharts numbers its instances, so its ids are rewritten to the prefix.
 */
export function chartSvg(spec: ChartSpec, { width, theme, idPrefix, currency = 'USD' }: SvgFrame): string {
  const height = chartHeight(spec, width);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(chartOption(spec, theme, { width, height, currency }));
    return labelled(chart.renderToSVGString({ useViewBox: true }), spec, idPrefix, currency);
  } finally {
    chart.dispose();
  }
}

function labelled(drawing: string, spec: ChartSpec, idPrefix: string, currency: string): string {
  const inside = drawing
    .replace(/^<svg[^>]*>/, '')
    .replace(/<style\b[\s\S]*?<\/style>/g, '')
    .replace(/ class="zr\d+-[^"]*"/g, '')
    .replace(/ ecmeta_[a-z_]+="[^"]*"/g, '')
    .replace(/ id="zr\d+-([^"]*)"/g, ` id="${idPrefix}-$1"`)
    .replace(/="url\(#zr\d+-([^)"]*)\)"/g, `="url(#${idPrefix}-$1)"`);
  const viewBox = /^<svg[^>]* viewBox="([^"]*)"/.exec(drawing)?.[1] ?? '0 0 0 0';
  const [title, description] = [`${idPrefix}-title`, `${idPrefix}-desc`];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" role="img" aria-labelledby="${title} ${description}">` +
    `<title id="${title}">${escapeHtml(plainText(spec.title))}</title>` +
    `<desc id="${description}">${escapeHtml(describeChart(spec, currency))}</desc>${inside}`
  );
}
