// What alarms are for: what has to set one off, and what must not, else nobody looks any more.
import * as z from 'zod';
import { stepNames } from '../../shared/schemas/job.ts';
import type { Course } from './alarm-state.ts';
import type { Resource } from './planned-fleet.ts';

interface Happening {
  /** A sentence. */
  what: string;
  course: Course;
  /** How long it lasts, in minutes; two days where it says nothing. */
  minutes?: number;
}

export interface AlarmCase {
  /** The metric, and the dimension that says of what. */
  metric: string;
  dimension: string;
  value: string;
  sets: Happening;
  leaves: Happening;
  /** Whether it stays as it was while there is no value, as nobody asks; else it ends then. */
  staysWithoutData?: true;
}

const target = z.array(z.object({ arn: z.string() }));

/** A case for everything in a deployment that an alarm has to watch. */
export function alarmCases(resources: readonly Resource[]): AlarmCase[] {
  const of = (type: string) => resources.filter((one) => one.type === type);
  const rates = new Map(
    of('aws_scheduler_schedule').map(({ values }) => {
      const { arn } = target.parse(values.target)[0] ?? { arn: '' };
      return [arn.slice(arn.lastIndexOf(':') + 1), minutesOf(String(values.schedule_expression))];
    }),
  );
  return [
    ...of('aws_sqs_queue').map(({ values }) => queueCase(String(values.name))),
    ...of('aws_lambda_function').flatMap(({ values }) => {
      const name = String(values.function_name);
      return functionCases(name, Number(values.timeout), rates.get(name));
    }),
    ...of('aws_apigatewayv2_api').map(({ values }) => errorsCase('5xx', 'ApiId', String(values.id))),
    ...of('aws_api_gateway_rest_api').map(({ values }) => errorsCase('5XXError', 'ApiName', String(values.name))),
    ...of('aws_sagemaker_endpoint').map(({ values }) =>
      errorsCase('Invocation5XXErrors', 'EndpointName', String(values.name)),
    ),
    ...of('aws_rds_cluster').map(({ values }) => {
      const value = String(values.cluster_identifier);
      return {
        ...{ metric: 'ACUUtilization', dimension: 'DBClusterIdentifier', value },
        sets: { what: `${value} is at its limit for an hour`, course: always(99), minutes: 60 },
        leaves: { what: `${value} is at two thirds of it`, course: always(66) },
      };
    }),
    // Pricing has no model: degraded says there that a source failed.
    ...stepNames
      .filter((name) => name !== 'price')
      .map((step) => ({
        ...{ metric: 'StepsDegraded', dimension: 'step', value: step },
        // Asked once in six hours, and the narrator writes each time.
        sets: { what: `every ${step} falls back to the narrator`, course: every(360, 1) },
        leaves: { what: `one ${step} of four does`, course: (minute: number) => (minute % 4 === 0 ? 1 : 0) },
        staysWithoutData: true as const,
      })),
  ];
}

const always =
  (value: number): Course =>
  () =>
    value;
const every =
  (minutes: number, value: number): Course =>
  (minute) =>
    minute % minutes === 0 ? value : undefined;

function queueCase(value: string): AlarmCase {
  const dimension = 'QueueName';
  return /-dlq$|-failed-events$/.test(value)
    ? {
        ...{ metric: 'ApproximateNumberOfMessagesVisible', dimension, value },
        sets: { what: `one message lies in ${value}`, course: always(1) },
        leaves: { what: `${value} is empty`, course: always(0) },
      }
    : {
        ...{ metric: 'ApproximateAgeOfOldestMessage', dimension, value },
        sets: { what: `a message waits in ${value} for an hour`, course: (minute) => 60 * minute, minutes: 60 },
        leaves: { what: `messages wait in ${value} for five minutes`, course: always(300) },
      };
}

function functionCases(value: string, timeout: number, schedule: number | undefined): AlarmCase[] {
  // Without a schedule: asked once in a minute, all day.
  const rate = schedule ?? 1;
  const dimension = 'FunctionName';
  const limit = 1000 * timeout;
  return [
    {
      ...{ metric: 'Errors', dimension, value },
      sets: { what: `${value} fails every ${rate} minutes`, course: every(rate, 100) },
      leaves: { what: `one invocation of ${value} in a hundred fails`, course: every(rate, 1) },
      // Between two runs of a schedule nothing is known to be mended.
      ...(schedule !== undefined && { staysWithoutData: true }),
    },
    {
      ...{ metric: 'Duration', dimension, value },
      sets: { what: `${value} runs into its time limit`, course: every(rate, limit) },
      leaves: { what: `${value} takes half of its time`, course: every(rate, limit / 2) },
    },
    {
      ...{ metric: 'Throttles', dimension, value },
      sets: { what: `${value} is throttled`, course: every(rate, 1) },
      leaves: { what: `${value} is not throttled`, course: every(rate, 0) },
    },
  ];
}

const errorsCase = (metric: string, dimension: string, value: string): AlarmCase => ({
  ...{ metric, dimension, value },
  sets: { what: `${value} fails once in a minute for an hour`, course: always(1), minutes: 60 },
  leaves: { what: `${value} fails once in ten minutes`, course: every(10, 1) },
});

function minutesOf(rate: string): number {
  const [, count = '1', unit = 'minute'] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(rate) ?? [];
  return Number(count) * ({ minute: 1, hour: 60, day: 1440 }[unit] ?? 1);
}
