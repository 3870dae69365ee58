import { randomUUID } from 'node:crypto';
import type { LogStore } from '../logs/log-store.ts';
import { ServiceException } from '../wire/service-exception.ts';
import { AsyncInvocations, type AttemptResult } from './async-invocations.ts';
import { Concurrency } from './concurrency.ts';
import { EnvironmentPool, type TakenEnvironment } from './environment-pool.ts';
import { functionArn, logGroupName, type FunctionPackage } from './function-package.ts';
import { FunctionRegistry } from './function-registry.ts';
import { InvocationLog } from './invocation-log.ts';
import type { InvokeOptions, InvokeResult, LambdaHost } from './lambda-host.ts';
import { INIT_MILLISECONDS } from './limits.ts';
import { jsonPayload } from './payload.ts';
import { runInvocation } from './run-invocation.ts';
import { newTraceId } from './trace-id.ts';

export type { FunctionPackage } from './function-package.ts';
export type { InvokeOptions, InvokeResult, LambdaHost } from './lambda-host.ts';

export interface LambdaHostOptions {
  functions: FunctionPackage[];
  /** Zips are unzipped to `<codeFolder>/<name>-<sha256>`. */
  codeFolder: string;
  logs: LogStore;
  region?: string;
  accountId?: string;
  /** Invocations at once, over all functions. Default 20. */
  concurrency?: number;
  /** An environment unused this long is ended. Default 90 seconds: a function asked every minute stays. */
  idleMilliseconds?: number;
  /** Default 10 seconds. */
  stopMilliseconds?: number;
  /** How long a module may take to load. Default 10 seconds, as on AWS. */
  initMilliseconds?: number;
  /** Waits before a failed asynchronous event runs again. Default one and two minutes, as on AWS. */
  retryDelays?: readonly number[];
}

/**
 * Lambda on this machine: functions from their zips, in worker threads.
 *
 * @throws {CodePackageError} for a zip that is not what was packaged
 * @throws {ServiceException} InvalidParameterValueException for a function with more than 4 KB of environment
 * @example
 * const host = createLambdaHost({ functions, codeFolder: '.alex/code', logs: createLogStore() });
 * const { payload, functionError } = await host.invoke('tagger', JSON.stringify({ jobId }));
 */
export function createLambdaHost(options: LambdaHostOptions): LambdaHost {
  const { region = 'us-east-1', accountId = '000000000000', logs } = options;
  const { concurrency: limit = 20, idleMilliseconds = 90_000, stopMilliseconds = 10_000 } = options;
  const { initMilliseconds = INIT_MILLISECONDS } = options;
  const registry = new FunctionRegistry(options.functions, options.codeFolder, { region, accountId });
  const concurrency = new Concurrency(
    limit,
    new Map(options.functions.map((fn) => [fn.name, fn.config.reservedConcurrency])),
  );
  const pool = new EnvironmentPool({ size: limit, idleMilliseconds });
  const events = new AsyncInvocations(options.retryDelays);
  for (const fn of options.functions) logs.createGroup(logGroupName(fn.name));
  let stopped = false;

  async function run(name: string, payload: string, invocation: InvokeOptions): Promise<InvokeResult> {
    if (stopped) throw new ServiceException('ServiceException', 500, 'The host has stopped.', { Type: 'Service' });
    concurrency.begin(name);
    try {
      return await runIn(
        pool.take(name, () => registry.start(name)),
        name,
        payload,
        invocation,
      );
    } finally {
      concurrency.end(name);
    }
  }

  async function runIn(
    { environment, warm }: TakenEnvironment,
    name: string,
    payload: string,
    { requestId = randomUUID(), traceId = newTraceId(), clientContext }: InvokeOptions,
  ): Promise<InvokeResult> {
    const { memory, timeout } = registry.get(name).config;
    const logStream = registry.logStreamOf(environment);
    const log = new InvocationLog(requestId, (line) => {
      logs.append(logGroupName(name), logStream, line);
    });
    try {
      const answer = await runInvocation(
        environment,
        { requestId, payload, traceId, clientContext, invokedFunctionArn: functionArn({ region, accountId }, name) },
        { warm, log, timeoutMilliseconds: timeout * 1000, memorySize: memory, initMilliseconds },
      );
      return { status: 200, ...answer, logTail: log.tail(), requestId };
    } finally {
      pool.give(name, environment);
    }
  }

  function accept(name: string, payload: Uint8Array | string, invocation: InvokeOptions): void {
    registry.get(name);
    const text = jsonPayload(payload, 'async');
    const requestId = invocation.requestId ?? randomUUID();
    events.accept(
      () => attempt(name, text, { ...invocation, requestId }),
      (attempts) => {
        const dropped = `The asynchronous event ${requestId} is dropped after ${attempts} failed attempts.`;
        logs.append(logGroupName(name), 'asynchronous-invocations', dropped);
      },
    );
  }

  function attempt(name: string, payload: string, invocation: InvokeOptions): Promise<AttemptResult> {
    return run(name, payload, invocation).then(
      (result) => (result.functionError ? 'failed' : 'done'),
      (error: unknown) => (error instanceof ServiceException && error.status === 429 ? 'throttled' : 'failed'),
    );
  }

  return {
    region,
    accountId,
    async invoke(name, payload, invocation = {}) {
      registry.get(name);
      return run(name, jsonPayload(payload, 'sync'), invocation);
    },
    invokeAsync: (name, payload, invocation = {}) =>
      new Promise((resolve) => {
        accept(name, payload, invocation);
        resolve();
      }),
    get: (name) => registry.get(name),
    list: () => registry.list(),
    environmentCount: () => pool.count,
    async stop() {
      events.stop();
      await concurrency.idle(stopMilliseconds);
      stopped = true;
      await pool.end();
    },
  };
}
