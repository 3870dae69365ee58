import type { BarSeriesOption } from 'echarts';
import { errorBars, reach } from './error-bars.ts';
import { figure, tick } from './figure-format.ts';
import type { Canvas, ChartOption, SpecOf } from './frame.ts';
import { common, FONT_SIZE, isNarrow, LEGEND_ROW, legendRows, topLegend } from './frame.ts';
import { colorsFor, hueOfAssetClass, isRest, isYardstick } from './palette.ts';
import { fitText, textWidth, wrapText } from './text-fit.ts';

type Bars = SpecOf<'bars'>;

const legendHeight = ({ series }: Bars, width: number): number =>
  series.length < 2
    ? 0
    : legendRows(
        series.map(({ label }) => label),
        width,
      ) *
        LEGEND_ROW +
      6;

export function barsHeight(spec: Bars, width: number): number {
  if (!spec.horizontal) return 280 + legendHeight(spec, width);
  const abreast = spec.stacked ? 1 : spec.series.length;
  const lines = Math.max(...categoryLabels(spec, width).map((label) => label.split('\n').length));
  return spec.categories.length * Math.max(abreast * 17 + 12, lines * LINE_HEIGHT + 8) + legendHeight(spec, width) + 8;
}

const LINE_HEIGHT = 15;

/** Long names go on several lines rather than push the bars off a phone. */
const labelRoom = (width: number): number => Math.round(width * (isNarrow(width) ? 0.38 : 0.34));
const categoryLabels = (spec: Bars, width: number): string[] =>
  spec.categories.map((label) => wrapText(label, labelRoom(width), FONT_SIZE, isNarrow(width) ? 5 : 3));

/** One series: asset classes in their hues, what is grouped or only a yardstick in grey, losses in their own colour. */
function barColors(
  { categories, baseline = 0 }: Bars,
  values: readonly (number | null)[],
  { theme }: Canvas,
): string[] {
  const plain = categories.filter((label) => !isRest(label) && !isYardstick(label));
  if (plain.length > 0 && plain.every((label) => hueOfAssetClass(label) !== null)) return colorsFor(categories, theme);
  return categories.map((label, at) => {
    if (isRest(label) || isYardstick(label)) return theme.rest;
    return (values[at] ?? baseline) < baseline ? theme.hues.brick : theme.hues.blue;
  });
}

function seriesOf(spec: Bars, canvas: Canvas): BarSeriesOption[] {
  const { theme, currency, interactive } = canvas;
  const alone = spec.series.length === 1;
  const colors = colorsFor(
    spec.series.map(({ label }) => label),
    theme,
  );
  // A figure at the end of each bar takes the place of an axis; parts of a stack have none.
  const figures = !spec.stacked && (spec.horizontal || spec.categories.length * spec.series.length <= 14);
  const scale = spec.horizontal ? pixelsPerUnit(spec, canvas) : 0;
  const baseline = spec.baseline ?? 0;
  const [ahead, behind] = spec.horizontal ? (['right', 'left'] as const) : (['top', 'bottom'] as const);
  const below = spec.horizontal && onlyLosses(spec) ? ahead : behind;
  return spec.series.map(({ label, values }, index) => {
    const own = alone ? barColors(spec, values, canvas) : [];
    return {
      type: 'bar',
      name: label,
      ...(spec.stacked && { stack: 'whole' }),
      barMaxWidth: spec.horizontal ? 15 : 44,
      barGap: '15%',
      silent: !interactive,
      emphasis: { disabled: !interactive },
      itemStyle: { color: colors[index] ?? theme.rest, borderRadius: 1.5 },
      label: {
        show: figures,
        color: theme.ink,
        fontSize: FONT_SIZE,
        distance: 6,
        formatter: ({ value }) => (typeof value === 'number' ? figure(value, spec.unit, currency) : ''),
      },
      ...errorBars(spec, canvas),
      data: values.map((value, at) => ({
        value: value ?? '-',
        label: {
          position: value !== null && value < baseline ? below : ahead,
          // The figure stands beyond the whisker.
          ...(value !== null && { distance: 6 + Math.abs(reach(spec, at, value) - value) * scale }),
        },
        ...(alone && { itemStyle: { color: own[at] ?? theme.rest } }),
      })),
    };
  });
}

const ends = (spec: Bars): number[] =>
  spec.series.flatMap(({ values }) => values.map((value, at) => reach(spec, at, value ?? spec.baseline ?? 0)));
/** Bars of losses alone run to the right all the same, beside their names. */
const onlyLosses = (spec: Bars): boolean =>
  spec.baseline === undefined && ends(spec).every((value) => value <= 0) && ends(spec).some((value) => value < 0);
/** Room for the longest figure beside a bar. */
const figureRoom = (spec: Bars, currency: string, keep: (value: number) => boolean): number =>
  Math.max(
    0,
    ...ends(spec)
      .filter(keep)
      .map((value) => textWidth(figure(value, spec.unit, currency), FONT_SIZE) + 10),
  );

/** Room to the left of the bars, for names and the figures of losses, and to the right, for figures. */
function sides(spec: Bars, { width, currency }: Canvas): { left: number; right: number } {
  const lines = categoryLabels(spec, width).flatMap((label) => label.split('\n'));
  const widest = Math.max(0, ...lines.map((line) => textWidth(line, FONT_SIZE)));
  const column = Math.min(labelRoom(width), widest) + 12;
  const { baseline = 0 } = spec;
  const losses = figureRoom(spec, currency, (value) => value < baseline);
  const gains = figureRoom(spec, currency, (value) => value >= baseline);
  return onlyLosses(spec)
    ? { left: column, right: Math.max(losses, gains) + 2 }
    : { left: column + losses, right: gains + 2 };
}

/** How far a horizontal bar reaches for one unit of its figure. */
function pixelsPerUnit(spec: Bars, canvas: Canvas): number {
  const { left, right } = sides(spec, canvas);
  const values = ends(spec);
  const { baseline = 0 } = spec;
  const span = Math.max(baseline, ...values) - Math.min(baseline, ...values);
  return span > 0 ? Math.max(0, canvas.width - left - right) / span : 0;
}

function horizontal(spec: Bars, canvas: Canvas): ChartOption {
  const { theme, width, currency } = canvas;
  const labels = categoryLabels(spec, width);
  const values = ends(spec);
  const { baseline = 0 } = spec;
  return {
    grid: {
      outerBoundsMode: 'none',
      ...sides(spec, canvas),
      top: legendHeight(spec, width),
      bottom: 8,
    },
    xAxis: {
      type: 'value',
      show: false,
      inverse: onlyLosses(spec),
      startValue: baseline,
      min: Math.min(baseline, ...values),
      max: Math.max(baseline, ...values) || (values.some((value) => value < 0) ? 0 : 1),
    },
    yAxis: {
      type: 'category',
      inverse: true,
      // Positions rather than names, so that two of the same name stay two bars.
      data: labels.map((_, at) => String(at)),
      axisLine: { show: spec.baseline === undefined, onZero: true, lineStyle: { color: theme.rule } },
      axisTick: { show: false },
      axisLabel: {
        color: theme.ink,
        fontSize: FONT_SIZE,
        interval: 0,
        align: 'right',
        lineHeight: LINE_HEIGHT,
        margin: 8 + (onlyLosses(spec) ? 0 : figureRoom(spec, currency, (value) => value < baseline)),
        formatter: (_value, at) => labels[at] ?? '',
      },
    },
  };
}

function vertical(spec: Bars, canvas: Canvas): ChartOption {
  const { theme, width, currency } = canvas;
  const slot = (width - 56) / spec.categories.length;
  const labels = spec.categories.map((label) => fitText(label, Math.max(slot - 4, 44), FONT_SIZE));
  return {
    grid: { outerBoundsMode: 'none', left: 56, right: 8, top: legendHeight(spec, width) + 22, bottom: 28 },
    xAxis: {
      type: 'category',
      data: labels.map((_, at) => String(at)),
      axisLine: { lineStyle: { color: theme.rule } },
      axisTick: { show: false },
      axisLabel: {
        color: theme.ink,
        fontSize: FONT_SIZE,
        // Every nth name where not all have room.
        interval: Math.max(0, Math.ceil(48 / slot) - 1),
        formatter: (_value, at) => labels[at] ?? '',
      },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      splitLine: { lineStyle: { color: theme.rule } },
      axisLabel: { color: theme.mutedInk, formatter: (value: number) => tick(value, spec.unit, currency) },
    },
  };
}

/** Bars with their figures at their ends. */
export function barsOption(spec: Bars, canvas: Canvas): ChartOption {
  const { interactive, currency } = canvas;
  return {
    ...common(canvas),
    ...(spec.series.length > 1 && {
      legend: topLegend(
        spec.series.map(({ label }) => label),
        canvas,
      ),
    }),
    ...(interactive && {
      tooltip: { trigger: 'item', valueFormatter: (value) => figure(Number(value), spec.unit, currency) },
    }),
    ...(spec.horizontal ? horizontal(spec, canvas) : vertical(spec, canvas)),
    series: seriesOf(spec, canvas),
  };
}
