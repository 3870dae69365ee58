import { SQSClient } from '@aws-sdk/client-sqs';

import { lambdaFile, type PackagedFunction } from './deployment.ts';
import { DeploymentError } from './errors.ts';
import type { Invoker, ReportProblem } from './invoker.ts';
import { declareQueue } from './queues/declare-queue.ts';
import { startEventSource } from './queues/event-source.ts';
import type { QueueServer } from './queues/queue-server.ts';
import { startSchedule } from './scheduler/schedule.ts';

/**
 * Makes every queue that feeds a function, with its dead-letter queue. Returns their names.
 *
 * @throws DeploymentError where two functions want one queue
 */
export function declareQueues(functions: readonly PackagedFunction[], queues: QueueServer): ReadonlySet<string> {
  const owners = new Map<string, string>();
  for (const { name, config } of functions) {
    for (const trigger of config.triggers) {
      if (trigger.type !== 'sqs') continue;
      const other = owners.get(trigger.queue);
      if (other !== undefined)
        throw new DeploymentError(`${lambdaFile(other)} and ${lambdaFile(name)} both take from ${trigger.queue}.`);
      owners.set(trigger.queue, name);
      declareQueue(queues, trigger, config.timeout);
    }
  }
  return new Set(owners.keys());
}

export interface Triggers {
  /** Nothing is delivered any more; resolves when what runs has ended, or after `graceMilliseconds`. */
  stop(graceMilliseconds: number): Promise<void>;
}

/** Begins to deliver messages and to run schedules. */
export function startTriggers(options: {
  functions: readonly PackagedFunction[];
  queues: QueueServer;
  invoker: Invoker;
  region: string;
  onProblem: ReportProblem;
}): Triggers {
  const { functions, queues, invoker, region, onProblem } = options;
  const client = new SQSClient({
    endpoint: queues.url,
    region,
    credentials: { accessKeyId: 'event-source', secretAccessKey: 'local' },
  });
  const running = functions.flatMap(({ name: functionName, config }) =>
    config.triggers.flatMap((trigger) => {
      if (trigger.type === 'schedule') {
        return [startSchedule({ invoker, functionName, rate: trigger.rate, region, onProblem })];
      }
      if (trigger.type !== 'sqs') return [];
      const { batchSize, maximumConcurrency } = trigger;
      const queueUrl = queues.queueUrl(trigger.queue);
      const queueArn = queues.queueArn(trigger.queue);
      const { releasePolls } = queues;
      const source = { client, invoker, functionName, queueUrl, queueArn, region, releasePolls, onProblem };
      return [startEventSource({ ...source, batchSize, maximumConcurrency })];
    }),
  );
  return {
    stop: async (graceMilliseconds) => {
      await Promise.all(running.map((trigger) => trigger.stop(graceMilliseconds)));
      client.destroy();
    },
  };
}
