import type { LineSeriesOption } from 'echarts';
import { figure, tick } from './figure-format.ts';
import type { Canvas, ChartOption, SpecOf } from './frame.ts';
import { common, FONT_SIZE, isNarrow, LEGEND_ROW, legendRows, topLegend } from './frame.ts';
import { colorsFor } from './palette.ts';

type OverTime = SpecOf<'fan'> | SpecOf<'lines'>;

const MEDIAN = 'Median';

const names = (spec: OverTime): string[] =>
  spec.kind === 'fan'
    ? [MEDIAN, ...spec.bands.toReversed().map(({ label }) => label)]
    : spec.series.map(({ label }) => label);

const legendHeight = (spec: OverTime, width: number): number => legendRows(names(spec), width) * LEGEND_ROW;

export const overTimeHeight = (spec: OverTime, width: number): number =>
  (isNarrow(width) ? 250 : 300) + legendHeight(spec, width);

const basisName = { real: "today's dollars", nominal: 'dollars of the day' } as const;

/** Vertical lines with their names above the plot, turned inwards near an edge. */
function marksOf(spec: OverTime, { theme }: Canvas): NonNullable<LineSeriesOption['markLine']> {
  const [first = 0] = spec.x;
  const span = (spec.x.at(-1) ?? 1) - first || 1;
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: theme.mutedInk, type: 'dashed', width: 1 },
    data: spec.marks.map(({ x, label }) => {
      const at = (x - first) / span;
      return {
        xAxis: x,
        name: label,
        label: {
          show: true,
          position: 'end',
          formatter: () => label,
          color: theme.mutedInk,
          fontSize: FONT_SIZE,
          align: at > 0.7 ? 'right' : at < 0.3 ? 'left' : 'center',
        },
      };
    }),
  };
}

const drawn = (values: readonly (number | null)[], x: readonly number[]): [number, number | '-'][] =>
  x.map((at, index) => [at, values[index] ?? '-']);

const still = (canvas: Canvas) =>
  ({ type: 'line', symbol: 'none', silent: !canvas.interactive, emphasis: { disabled: true } }) as const;

/** A band is an invisible line at its lower edge with the filled distance to the upper edge stacked on it. */
function fanSeries(spec: SpecOf<'fan'>, canvas: Canvas): LineSeriesOption[] {
  const { theme } = canvas;
  const bands = spec.bands.flatMap(({ label, lower, upper }, index): LineSeriesOption[] => {
    const stack = `band-${index}`;
    const edge = { ...still(canvas), stack, stackStrategy: 'all' as const, lineStyle: { width: 0 } };
    const height = upper.map((value, at) => value - (lower[at] ?? value));
    const opacity = 0.18 + (0.22 * index) / Math.max(1, spec.bands.length - 1);
    return [
      { ...edge, data: drawn(lower, spec.x), tooltip: { show: false } },
      {
        ...edge,
        name: label,
        data: drawn(height, spec.x),
        itemStyle: { color: theme.hues.blue, opacity },
        areaStyle: { color: theme.hues.blue, opacity },
      },
    ];
  });
  const median: LineSeriesOption = {
    ...still(canvas),
    name: MEDIAN,
    data: drawn(spec.median, spec.x),
    itemStyle: { color: theme.hues.blue },
    lineStyle: { width: 2.2, color: theme.hues.blue },
    markLine: marksOf(spec, canvas),
  };
  return [...bands, median];
}

function lineSeries(spec: SpecOf<'lines'>, canvas: Canvas): LineSeriesOption[] {
  const colors = colorsFor(names(spec), canvas.theme);
  const dashes = ['solid', 'dashed', 'dotted'] as const;
  return spec.series.map(({ label, values }, index) => ({
    ...still(canvas),
    name: label,
    data: drawn(values, spec.x),
    itemStyle: { color: colors[index] ?? canvas.theme.rest },
    // The hues repeat after seven: then the dash tells two lines apart, also in print.
    lineStyle: {
      width: 2,
      color: colors[index] ?? canvas.theme.rest,
      type: dashes[Math.floor(index / 7) % 3] ?? 'solid',
    },
    ...(index === 0 && { markLine: marksOf(spec, canvas) }),
  }));
}

/** A fan of percentiles, or lines, over ages or years. */
export function overTimeOption(spec: OverTime, canvas: Canvas): ChartOption {
  const { theme, width, currency, interactive } = canvas;
  const basis = spec.unit === 'usd' && spec.basis !== undefined ? ` (${basisName[spec.basis]})` : '';
  return {
    ...common(canvas),
    legend: topLegend(names(spec), canvas),
    ...(interactive &&
      spec.kind === 'lines' && {
        tooltip: { trigger: 'axis', valueFormatter: (value) => figure(Number(value), spec.unit, currency) },
      }),
    grid: { outerBoundsMode: 'none', left: 54, right: 14, top: legendHeight(spec, width) + 24, bottom: 44 },
    xAxis: {
      type: 'value',
      min: spec.x[0] ?? 0,
      max: spec.x.at(-1) ?? 1,
      name: `${spec.xLabel}${basis === '' ? '' : `; in${basis.replace(/[()]/g, '')}`}`,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: { color: theme.mutedInk },
      minInterval: 1,
      axisLine: { lineStyle: { color: theme.rule } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        color: theme.mutedInk,
        hideOverlap: true,
        formatter: (value: number) => (Number.isInteger(value) ? String(value) : ''),
      },
    },
    yAxis: {
      type: 'value',
      axisLine: { show: false },
      axisTick: { show: false },
      splitNumber: 4,
      splitLine: { lineStyle: { color: theme.rule } },
      axisLabel: { color: theme.mutedInk, formatter: (value: number) => tick(value, spec.unit, currency) },
    },
    series: spec.kind === 'fan' ? fanSeries(spec, canvas) : lineSeries(spec, canvas),
  };
}
