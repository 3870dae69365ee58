import type {
  BarSeriesOption,
  ComposeOption,
  GridComponentOption,
  LegendComponentOption,
  LineSeriesOption,
  MarkLineComponentOption,
  PieSeriesOption,
  TooltipComponentOption,
} from 'echarts';
import type { ChartSpec } from '../schemas/chart.ts';
import type { ChartTheme } from './palette.ts';
import { textWidth } from './text-fit.ts';

/** What ECharts is given: only the series and components that these charts use, so that a bundle needs no others. */
export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | PieSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | MarkLineComponentOption
  | TooltipComponentOption
>;

/** The place a chart is drawn in, CSS pixels. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  /** ISO 4217; the unit "usd" means money of this currency. Default USD. */
  readonly currency?: string;
  /** On a page: animation, and figures under the pointer. Off in a file. */
  readonly interactive?: boolean;
}

/** All a drawing function needs beside its spec. */
export interface Canvas {
  readonly theme: ChartTheme;
  readonly width: number;
  readonly height: number;
  readonly currency: string;
  readonly interactive: boolean;
}

export const FONT_SIZE = 12;
export const LEGEND_ROW = 24;
const LEGEND_ICON = 14;
const LEGEND_GAP = 18;
/** A phone's width: labels then stand above or below what they name. */
export const isNarrow = (width: number): boolean => width < 480;

/** How many rows a legend of these names takes across `width`. */
export function legendRows(names: readonly string[], width: number): number {
  let rows = 1;
  let used = 0;
  for (const name of names) {
    const item = LEGEND_ICON + 6 + textWidth(name, FONT_SIZE) + LEGEND_GAP;
    if (used > 0 && used + item > width) {
      rows += 1;
      used = 0;
    }
    used += item;
  }
  return rows;
}

/** A legend across the top, from the left edge. */
export function topLegend(names: readonly string[], { theme, width }: Canvas): LegendComponentOption {
  return {
    data: [...names],
    top: 3,
    left: 0,
    width: width - 8,
    padding: 0,
    itemGap: LEGEND_GAP,
    itemWidth: LEGEND_ICON,
    itemHeight: 10,
    icon: 'roundRect',
    selectedMode: false,
    textStyle: { color: theme.ink, fontSize: FONT_SIZE },
  };
}

/** What every chart shares: its type, and no movement in a file. */
export function common({ theme, interactive }: Canvas): ChartOption {
  return {
    animation: interactive,
    textStyle: { fontFamily: theme.fontFamily, fontSize: FONT_SIZE, color: theme.ink },
  };
}

export type SpecOf<K extends ChartSpec['kind']> = Extract<ChartSpec, { kind: K }>;
