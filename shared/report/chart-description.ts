import { figure } from '../charts/figure-format.ts';
import { plainText } from '../charts/plain-text.ts';
import type { ChartSpec } from '../schemas/chart.ts';
import { lowerFirst } from './format.ts';

const MOST = 30;

const list = (parts: readonly string[]): string =>
  parts.length > MOST ? `${parts.slice(0, MOST).join('; ')}; and ${parts.length - MOST} more` : parts.join('; ');

/** From here on a day stands for its year: within two months of its end. */
const LATE = 5 / 6;

/**
 * The ages or years worth reading aloud: the first, the last, and every tenth between. Of days drawn as years and their
 * parts, the last of each year, unless it is so early that the year is not told by it.
 */
const milestones = (x: readonly number[]): number[] =>
  x.every(Number.isInteger)
    ? x.map((_, index) => index).filter((index) => index % 10 === 0 || index === x.length - 1)
    : x.flatMap((at, index) => {
        const next = x[index + 1];
        return next !== undefined && (Math.floor(at) === Math.floor(next) || at % 1 < LATE) ? [] : [index];
      });

/** "2025" for a day in July of 2025. */
const whole = (at: number | undefined): string => (at === undefined ? '' : Math.floor(at).toString());

/** So many bars are read out whatever they say; of more, those that read as zero are left out. */
const FEW = 12;

/** What a chart shows in words and figures, for those who do not see it. Plain text, not escaped. */
export function describeChart(spec: ChartSpec, currency = 'USD'): string {
  const say = (value: number | null | undefined): string =>
    value === null || value === undefined ? 'not known' : figure(value, spec.unit, currency);
  switch (spec.kind) {
    case 'donut':
      return `Ring chart. ${list(spec.slices.map(({ label, value }) => `${plainText(label)} ${say(value)}`))}.`;
    case 'bars':
      return `Bar chart. ${list(
        spec.categories.flatMap((category, at) => {
          if (spec.categories.length > FEW && spec.series.every(({ values: of }) => say(of[at]) === say(0))) return [];
          const values = spec.series.map(({ label, values: of }) =>
            spec.series.length === 1 ? say(of[at]) : `${lowerFirst(label)} ${say(of[at])}`,
          );
          const ends = spec.errors?.[at];
          const between = ends ? ` (${say(ends[0])} to ${say(ends[1])})` : '';
          return [`${plainText(category)} ${values.join(', ')}${between}`];
        }),
      )}.`;
    case 'fan':
      return `Fan chart by ${lowerFirst(spec.xLabel)}. ${list(
        milestones(spec.x).map((at) => {
          const [outer] = spec.bands;
          const range =
            outer === undefined
              ? ''
              : `, ${lowerFirst(outer.label)} ${say(outer.lower[at])} to ${say(outer.upper[at])}`;
          return `${spec.xLabel} ${whole(spec.x[at])}: median ${say(spec.median[at])}${range}`;
        }),
      )}.`;
    case 'lines':
      return `Line chart by ${lowerFirst(spec.xLabel)}. ${list(
        milestones(spec.x).map(
          (at) =>
            `${spec.xLabel} ${whole(spec.x[at])}: ${spec.series.map(({ label, values }) => `${label} ${say(values[at])}`).join(', ')}`,
        ),
      )}.`;
  }
}
