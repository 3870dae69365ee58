import type { BarSeriesOption } from 'echarts';
import type { Canvas, SpecOf } from './frame.ts';

/** Height of the caps at a whisker's ends, pixels. */
const CAP = 7;

/**
 * The interval around each bar as a thin line with caps, over bars of a single series: what the bar's figure could be for
 * its sampling alone; and the line at which bars begin that do not begin at zero. Nothing where the spec has neither.
 */
export function errorBars(spec: SpecOf<'bars'>, { theme }: Canvas): Pick<BarSeriesOption, 'markLine'> {
  if (spec.series.length > 1) return {};
  const { errors = [], baseline } = spec;
  if (errors.length === 0 && baseline === undefined) return {};
  const at = (value: number, index: number) => (spec.horizontal ? [value, String(index)] : [String(index), value]);
  const whiskers = errors.flatMap((ends, index) =>
    ends === null ? [] : [[{ coord: at(ends[0], index) }, { coord: at(ends[1], index) }] as [object, object]],
  );
  return {
    markLine: {
      silent: true,
      animation: false,
      symbol: 'rect',
      // A cap lies across its line, whichever way the bars run.
      symbolSize: [CAP, 1.2],
      label: { show: false },
      lineStyle: { color: theme.ink, width: 1.2, type: 'solid' },
      itemStyle: { color: theme.ink },
      data: [...whiskers, ...(baseline === undefined ? [] : [lineAt(baseline, theme.mutedInk)])],
    },
  };
}

/** From edge to edge of the chart, without caps. */
const lineAt = (value: number, color: string): [object, object] => {
  const end = (edge: number) => ({ coord: [value, edge], symbol: 'none', lineStyle: { color, width: 1 } });
  return [end(-Infinity), end(Infinity)];
};

/** The farthest reach of a bar with its interval; the bar's own end where it has none. */
export function reach(spec: SpecOf<'bars'>, index: number, value: number): number {
  const ends = spec.errors?.[index];
  if (ends === null || ends === undefined) return value;
  return value < (spec.baseline ?? 0) ? Math.min(value, ends[0]) : Math.max(value, ends[1]);
}
