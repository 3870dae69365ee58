import { figure } from './figure-format.ts';
import type { Canvas, ChartOption, SpecOf } from './frame.ts';
import { common, FONT_SIZE, isNarrow, LEGEND_ROW } from './frame.ts';
import { colorsFor } from './palette.ts';
import { fitText } from './text-fit.ts';

const RING = 200;
const FIGURE_COLUMN = 58;

export function donutHeight({ slices }: SpecOf<'donut'>, width: number): number {
  const list = slices.length * LEGEND_ROW;
  return isNarrow(width) ? RING + 16 + list : Math.max(RING + 8, list + 8);
}

/** Braces and bars mean styles in the legend's text; what looks like them reads the same. */
const plain = (label: string): string => label.replaceAll('{', '(').replaceAll('}', ')').replaceAll('|', '/');

/** A ring with its parts listed beside it (below it on a phone), each with its figure: no label on a slice to collide. */
export function donutOption(spec: SpecOf<'donut'>, canvas: Canvas): ChartOption {
  const { theme, width, height, currency, interactive } = canvas;
  const narrow = isNarrow(width);
  const left = narrow ? 0 : RING + 48;
  const nameColumn = Math.min(280, width - left - FIGURE_COLUMN - 30);
  const colors = colorsFor(
    spec.slices.map(({ label }) => label),
    theme,
  );
  const values = new Map(spec.slices.map(({ label, value }) => [label, value]));
  const list = spec.slices.length * LEGEND_ROW;
  return {
    ...common(canvas),
    ...(interactive && {
      tooltip: { trigger: 'item', valueFormatter: (value) => figure(Number(value), spec.unit, currency) },
    }),
    legend: {
      orient: 'vertical',
      left,
      top: narrow ? RING + 16 : Math.max(0, (height - list) / 2),
      padding: 0,
      itemGap: LEGEND_ROW - 14,
      itemHeight: 12,
      itemWidth: 12,
      icon: 'roundRect',
      selectedMode: false,
      formatter: (name) => {
        const label = fitText(plain(name), nameColumn, FONT_SIZE);
        return `{name|${label}}{figure|${figure(values.get(name) ?? 0, spec.unit, currency)}}`;
      },
      textStyle: {
        color: theme.ink,
        rich: {
          name: { width: nameColumn, fontSize: FONT_SIZE },
          figure: { width: FIGURE_COLUMN, align: 'right', fontSize: FONT_SIZE, fontWeight: 600 },
        },
      },
    },
    series: [
      {
        type: 'pie',
        radius: [RING * 0.29, RING * 0.47],
        center: [narrow ? width / 2 : RING / 2 + 8, narrow ? RING / 2 : height / 2],
        silent: !interactive,
        label: { show: false },
        emphasis: { disabled: !interactive },
        itemStyle: { borderColor: theme.surface, borderWidth: 1.5 },
        data: spec.slices.map(({ label, value }, index) => ({
          name: label,
          value,
          itemStyle: { color: colors[index] ?? theme.rest },
        })),
      },
    ],
  };
}
