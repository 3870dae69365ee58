// What the functions of a fleet have logged, as it is on the disk.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { dataPaths } from '../../local/data-folder.ts';

const event = z.object({ message: z.string() });

/** Every message of every function so far, a tenth of a second ago. */
export function loggedIn(dataFolder: string): string[] {
  const folder = dataPaths(dataFolder).logs;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => event.parse(JSON.parse(line)).message);
}

/** A line in CloudWatch's embedded metric format. */
export const metricLine = z.looseObject({
  _aws: z.object({
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.literal('Alex'),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string(), Unit: z.string() })),
      }),
    ),
  }),
});
export type MetricLine = z.infer<typeof metricLine>;

/** The lines among some messages that are metrics. */
export function metricsAmong(messages: readonly string[]): MetricLine[] {
  return messages
    .filter((message) => message.includes('"_aws"'))
    .map((message) => metricLine.parse(JSON.parse(message)));
}
