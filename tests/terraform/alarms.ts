// Alarms that somebody hears, of metrics that there are, and that can go off when what they are for happens.
import * as z from 'zod';
import { stepNames } from '../../shared/schemas/job.ts';
import type { Resource } from './planned-fleet.ts';
import { printedMetrics } from './printed-metrics.ts';

const count = z.number().nullish();
const metric = z.object({
  namespace: z.string(),
  metric_name: z.string(),
  dimensions: z.record(z.string(), z.string()).nullish(),
  period: z.number(),
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
  metric_query: z.array(z.object({ metric: z.array(metric) })).nullish(),
});
type Alarm = z.infer<typeof alarm> & { metrics: z.infer<typeof metric>[] };

/** The metrics that AWS has, each with the dimensions that it comes with; as the services' guides list them, November 2026. */
const known: Readonly<Record<string, readonly string[]>> = {
  'AWS/Lambda FunctionName': ['Duration', 'Errors', 'Invocations', 'Throttles'],
  'AWS/Lambda ': ['Throttles'],
  'AWS/SQS QueueName': ['ApproximateAgeOfOldestMessage', 'ApproximateNumberOfMessagesVisible'],
  'AWS/ApiGateway ApiId': ['4xx', '5xx', 'Count', 'Latency'],
  'AWS/ApiGateway ApiName': ['4XXError', '5XXError', 'Count', 'Latency'],
  'AWS/RDS DBClusterIdentifier': ['ACUUtilization', 'ServerlessDatabaseCapacity'],
  'AWS/SageMaker EndpointName,VariantName': ['Invocation4XXErrors', 'Invocation5XXErrors', 'Invocations'],
};

/** Whether AWS has a metric with just these dimensions. */
export const isKnown = (namespace: string, name: string, dimensions: readonly string[]): boolean =>
  known[`${namespace} ${dimensions.toSorted().join()}`]?.includes(name) === true;

/** How many metrics an alarm looks at, each of which is charged. */
export const metricsOf = (values: Resource['values']): number => readAlarm(values).metrics.length;

function readAlarm(values: Resource['values']): Alarm {
  const parsed = alarm.parse(values);
  const queried = (parsed.metric_query ?? []).flatMap((query) => query.metric);
  return { ...parsed, metrics: queried.length > 0 ? queried : [metric.parse(values)] };
}

/** What is wrong with the alarms of a deployment, a line each. */
export function alarmFindings(resources: readonly Resource[]): string[] {
  const of = (type: string) => resources.filter((one) => one.type === type);
  // Written in the name that functions are given for the deployment.
  const services = new Set(of('aws_lambda_function').map(({ values }) => serviceOf(values)));
  const printed = new Set(
    printedMetrics().flatMap(({ namespace, name, values }) =>
      [...services].map((service = values.service ?? '') => metricKey(namespace, name, { ...values, service })),
    ),
  );
  const topics = of('aws_sns_topic').map(({ values }) => values.arn);
  const alarms = of('aws_cloudwatch_metric_alarm').map(({ values }) => readAlarm(values));
  const missed: string[] = [];
  const watched = (name: string, dimension: string, value: string): Alarm[] =>
    alarms.filter(({ metrics }) => metrics.some((m) => m.metric_name === name && m.dimensions?.[dimension] === value));
  const need = (found: readonly Alarm[], what: string, goesOff: (alarm: Alarm) => boolean): void => {
    if (found.length === 0) missed.push(`${what}: there is no alarm`);
    for (const one of found) if (!goesOff(one)) missed.push(`${one.alarm_name} cannot go off: ${what}`);
  };
  for (const { alarm_name: name, alarm_actions: actions, actions_enabled: enabled, metrics } of alarms) {
    if (enabled === false || !(actions ?? []).some((action) => topics.includes(action)))
      missed.push(`${name}: nobody hears of it`);
    for (const { namespace, metric_name: of, dimensions } of metrics) {
      const values = dimensions ?? {};
      if (!isKnown(namespace, of, Object.keys(values)) && !printed.has(metricKey(namespace, of, values)))
        missed.push(
          `${name}: ${namespace} has no metric ${of} by ${Object.entries(values)
            .map(([dimension, value]) => (namespace.startsWith('AWS/') ? dimension : `${dimension} ${value}`))
            .join(', ')}`,
        );
    }
  }
  for (const { values } of of('aws_sqs_queue')) {
    const queue = String(values.name);
    if (/-dlq$|-failed-events$/.test(queue)) {
      const found = watched('ApproximateNumberOfMessagesVisible', 'QueueName', queue);
      need(found, `one message lies in ${queue}`, (one) => goesOff(one, () => 1));
    } else {
      const found = watched('ApproximateAgeOfOldestMessage', 'QueueName', queue);
      need(found, `a message waits in ${queue} for an hour`, (one) => goesOff(one, (minute) => 60 * minute, 60));
    }
  }
  const rates = new Map(
    of('aws_scheduler_schedule').map(({ values }) => {
      const { arn } = z.array(z.object({ arn: z.string() })).parse(values.target)[0] ?? { arn: '' };
      return [arn.slice(arn.lastIndexOf(':') + 1), minutesOf(String(values.schedule_expression))];
    }),
  );
  for (const { values } of of('aws_lambda_function')) {
    const name = String(values.function_name);
    // Without a schedule: asked once in a minute, all of an hour.
    const every = rates.get(name) ?? 1;
    const fails = (minute: number): number | undefined => (minute % every === 0 ? 100 : undefined);
    need(watched('Errors', 'FunctionName', name), `${name} fails every ${every} minutes`, (one) => goesOff(one, fails));
    const slow = (minute: number) => (minute % every === 0 ? 1000 * Number(values.timeout) : undefined);
    need(watched('Duration', 'FunctionName', name), `${name} runs into its time limit`, (one) => goesOff(one, slow));
    need(watched('Throttles', 'FunctionName', name), `${name} is throttled`, (one) => goesOff(one, fails));
  }
  // Pricing has no model: degraded says there that a source failed.
  for (const step of stepNames.filter((name) => name !== 'price')) {
    // Asked once in six hours, and the narrator writes each time.
    const degraded = (minute: number): number | undefined => (minute % 360 === 0 ? 1 : undefined);
    const found = watched('StepsDegraded', 'step', step);
    need(found, `every ${step} falls back to the narrator`, (one) => goesOff(one, degraded));
  }
  return missed;
}

const environments = z.array(z.object({ variables: z.record(z.string(), z.string()).nullish() })).nullish();
const serviceOf = ({ environment }: Resource['values']): string | undefined =>
  environments.parse(environment)?.[0]?.variables?.POWERTOOLS_SERVICE_NAME;

const metricKey = (namespace: string, name: string, dimensions: Readonly<Record<string, string>>): string =>
  [
    namespace,
    name,
    ...Object.entries(dimensions)
      .map((pair) => pair.join('='))
      .toSorted(),
  ].join(' ');

/**
 * Whether an alarm goes off, within so many minutes of a metric's values: what a minute has, undefined where it has none. As
 * CloudWatch does: the greatest of each period, so many of the last periods above the threshold.
 */
function goesOff(alarm: Alarm, at: (minute: number) => number | undefined, minutes = 2 * 1440): boolean {
  const length = Math.max(1, (alarm.metrics[0]?.period ?? 60) / 60);
  const periods = Array.from({ length: Math.floor(minutes / length) }, (_, index) => {
    const values = Array.from({ length }, (_unused, minute) => at(index * length + minute)).filter(
      (v) => v !== undefined,
    );
    return values.length === 0 ? undefined : Math.max(...values);
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

function minutesOf(rate: string): number {
  const [, count = '1', unit = 'minute'] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(rate) ?? [];
  return Number(count) * ({ minute: 1, hour: 60, day: 1440 }[unit] ?? 1);
}
