// Alarms that somebody hears, of metrics and things that there are, that go off when what they are for happens, and not when it does not.
import * as z from 'zod';
import { alarmCases } from './alarm-cases.ts';
import { goesOff, readAlarm } from './alarm-state.ts';
import { unknownThings } from './metric-things.ts';
import type { Resource } from './planned-fleet.ts';
import { printedMetrics } from './printed-metrics.ts';

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
  const wrong = alarms.flatMap((alarm) => {
    const heard = alarm.actions_enabled !== false && alarm.alarm_actions?.some((action) => topics.includes(action));
    const things = new Set(alarm.metrics.map(({ dimensions }) => metricKey('', '', dimensions)));
    return [
      ...(heard === true ? [] : ['nobody hears of it']),
      ...(things.size === 1 ? [] : ['its metrics are of different things']),
      // AWS sends no values of what nobody uses, such as an idle queue, and no alarm here is for that.
      ...(goesOff(alarm, () => undefined) ? ['it goes off where there are no values'] : []),
      ...alarm.metrics.flatMap(({ namespace, metric_name: metric, dimensions }) => {
        if (printed.has(metricKey(namespace, metric, dimensions))) return [];
        if (isKnown(namespace, metric, Object.keys(dimensions)))
          return unknownThings(resources, dimensions).map((thing) => `there is no ${thing}`);
        const by = Object.entries(dimensions)
          .map(([name, value]) => (namespace.startsWith('AWS/') ? name : `${name} ${value}`))
          .join(', ');
        return [`${namespace} has no metric ${metric} by ${by}`];
      }),
    ].map((what) => `${alarm.alarm_name}: ${what}`);
  });
  const missed = alarmCases(resources).flatMap(
    ({ metric, dimension, value, sets, leaves, staysWithoutData = false }) => {
      const watching = alarms.filter(({ metrics }) =>
        metrics.some((one) => one.metric_name === metric && one.dimensions[dimension] === value),
      );
      if (watching.length === 0) return [`${sets.what}: there is no alarm`];
      return watching.flatMap((alarm) => [
        ...(goesOff(alarm, sets.course, sets.minutes) ? [] : [`${alarm.alarm_name} cannot go off: ${sets.what}`]),
        ...(goesOff(alarm, leaves.course, leaves.minutes)
          ? [`${alarm.alarm_name} goes off for nothing: ${leaves.what}`]
          : []),
        ...(alarm.treat_missing_data === (staysWithoutData ? 'ignore' : 'notBreaching')
          ? []
          : [`${alarm.alarm_name} ${staysWithoutData ? 'ends' : 'does not end'} where there are no values any more`]),
      ]);
    },
  );
  return [...wrong, ...missed];
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
