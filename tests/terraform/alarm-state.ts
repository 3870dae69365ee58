// What an alarm of CloudWatch does with the values of a metric.
import * as z from 'zod';
import type { Resource } from './planned-fleet.ts';

const count = z.number().nullish();
const text = z.string().nullish();
const seconds = z.number().multipleOf(60);
const dimensions = z.record(z.string(), z.string()).nullish();
const metric = z.object({
  namespace: z.string(),
  metric_name: z.string(),
  dimensions,
  period: seconds,
  stat: z.enum(['Sum']),
});
const query = z.object({
  id: z.string(),
  expression: text,
  metric: z.array(metric),
  return_data: z.boolean().nullish(),
});
const alarm = z.object({
  alarm_name: z.string(),
  alarm_actions: z.array(z.string()).nullish(),
  actions_enabled: z.boolean().nullish(),
  comparison_operator: z.literal('GreaterThanThreshold'),
  evaluation_periods: z.number(),
  datapoints_to_alarm: count,
  threshold: z.number(),
  treat_missing_data: z.enum(['notBreaching', 'ignore', 'missing', 'breaching']),
  metric_query: z.array(query).nullish(),
});
const single = z
  .object({
    namespace: z.string(),
    metric_name: z.string(),
    dimensions,
    period: seconds,
    statistic: z.enum(['Average', 'Maximum', 'Minimum', 'Sum']).nullish(),
    extended_statistic: z.enum(['p95']).nullish(),
  })
  .transform(({ statistic, extended_statistic: percentile, ...rest }) => ({ ...rest, stat: statistic ?? percentile }));

/** What an expression means that alarms here are made of: each part is the metric of that name. */
const SHARE_OF_FAILURES = {
  expression: '100 * errors / MAX([errors, invocations])',
  parts: { errors: 'Errors', invocations: 'Invocations' },
};

export type Alarm = z.infer<typeof alarm> & {
  metrics: { namespace: string; metric_name: string; dimensions: Readonly<Record<string, string>>; period: number }[];
  /** How the values of a period become one; `share`: a percentage of the two metrics, which is the same however it is cut. */
  stat: string;
};

/** @throws ZodError for what no alarm here is; Error for an expression that nobody here can work out */
export function readAlarm(values: Resource['values']): Alarm {
  const parsed = alarm.parse(values);
  const queries = parsed.metric_query ?? [];
  if (queries.length === 0) {
    const { stat, ...one } = single.parse(values);
    return { ...parsed, metrics: [{ ...one, dimensions: one.dimensions ?? {} }], stat: stat ?? 'none' };
  }
  const parts = Object.fromEntries(queries.flatMap(({ id, metric: of }) => of.map((one) => [id, one.metric_name])));
  const returned = queries.filter(({ return_data: shown }) => shown === true).map(({ expression }) => expression);
  const said = { expression: returned.join('; '), parts };
  if (JSON.stringify(sorted(said)) !== JSON.stringify(sorted(SHARE_OF_FAILURES)))
    throw new Error(`${parsed.alarm_name}: nobody here can work out ${JSON.stringify(said)}`);
  const metrics = queries.flatMap((one) => one.metric.map((m) => ({ ...m, dimensions: m.dimensions ?? {} })));
  return { ...parsed, metrics, stat: 'share' };
}

const sorted = ({ expression, parts }: typeof SHARE_OF_FAILURES | { expression: string; parts: object }) => [
  expression,
  Object.entries(parts).map(String).toSorted(),
];

/** The values of a metric, by the minute; undefined where there is none. */
export type Course = (minute: number) => number | undefined;

/**
 * Whether an alarm goes off, within so many minutes of a metric's values. As CloudWatch does: the values of each period become one, and
 * so many of the last periods are above the threshold.
 */
export function goesOff(alarm: Alarm, at: Course, minutes = 2 * 1440): boolean {
  const length = Math.max(1, (alarm.metrics[0]?.period ?? 60) / 60);
  const periods = Array.from({ length: Math.floor(minutes / length) }, (_, index) => {
    const values = Array.from({ length }, (_unused, minute) => at(index * length + minute)).filter(
      (v) => v !== undefined,
    );
    return values.length === 0 ? undefined : inOne(alarm.stat, values);
  });
  const breaches = periods.map((value) =>
    value === undefined ? alarm.treat_missing_data === 'breaching' : value > alarm.threshold,
  );
  const wanted = alarm.datapoints_to_alarm ?? alarm.evaluation_periods;
  return breaches.some(
    (_, end) =>
      breaches.slice(Math.max(0, end + 1 - alarm.evaluation_periods), end + 1).filter(Boolean).length >= wanted,
  );
}

function inOne(stat: string, values: readonly number[]): number {
  const sum = values.reduce((all, value) => all + value, 0);
  if (stat === 'Sum') return sum;
  if (stat === 'Average' || stat === 'share') return sum / values.length;
  return stat === 'Minimum' ? Math.min(...values) : Math.max(...values);
}
