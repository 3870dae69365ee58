import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { LogStore } from '../logs/log-store.ts';
import { ServiceException } from '../wire/service-exception.ts';
import { AsyncInvocations, type AttemptResult } from './async-invocations.ts';
import { unpackCode } from './code-folder.ts';
import { Concurrency } from './concurrency.ts';
import { EnvironmentPool } from './environment-pool.ts';
import { checkEnvironmentSize, environmentVariables } from './environment-variables.ts';
import { ExecutionEnvironment } from './execution-environment.ts';
import { functionArn, HANDLER, logGroupName, type FunctionPackage } from './function-package.ts';
import { InvocationLog } from './invocation-log.ts';
import { jsonPayload } from './payload.ts';
import { runInvocation } from './run-invocation.ts';
import { newTraceId } from './trace-id.ts';

export type { FunctionPackage } from './function-package.ts';

export interface InvokeResult {
  /** 200, also where the function failed. */
  status: number;
  /** Present when the function threw, timed out or died; the payload then holds errorType, errorMessage and trace. */
  functionError?: 'Unhandled';
  /** JSON. */
  payload: Uint8Array;
  /** The last 4 KB of the invocation's log. */
  logTail: string;
  requestId: string;
}

export interface InvokeOptions {
  requestId?: string;
  /** An `X-Amzn-Trace-Id`; a new one by default. */
  traceId?: string;
  /** JSON. */
  clientContext?: string;
}

export interface LambdaHost {
  readonly region: string;
  readonly accountId: string;
  /**
   * Runs a function and waits for its answer. A function that fails is an answer (`functionError`).
   *
   * @throws {ServiceException} ResourceNotFoundException, TooManyRequestsException (429, worth a retry),
   *   RequestTooLargeException, InvalidRequestContentException
   */
  invoke(name: string, payload: Uint8Array | string, options?: InvokeOptions): Promise<InvokeResult>;
  /** Accepts an event: resolves before it runs. Failures are retried twice, then dropped and logged. Throws as `invoke`. */
  invokeAsync(name: string, payload: Uint8Array | string, options?: InvokeOptions): Promise<void>;
  list(): FunctionPackage[];
  /** The function of that name. @throws {ServiceException} ResourceNotFoundException */
  get(name: string): FunctionPackage;
  /** Environments there are now, working or frozen. */
  environmentCount(): number;
  /** Waits for what runs (what it invokes is still served), at most `stopMilliseconds`, then ends every environment. */
  stop(): Promise<void>;
}

export interface LambdaHostOptions {
  functions: FunctionPackage[];
  /** Zips are unzipped to `<codeFolder>/<name>-<sha256>`. */
  codeFolder: string;
  logs: LogStore;
  region?: string;
  accountId?: string;
  /** Invocations at once, over all functions. Default 20. */
  concurrency?: number;
  /** An environment unused this long is ended. Default 5 minutes. */
  idleMilliseconds?: number;
  /** Default 10 seconds. */
  stopMilliseconds?: number;
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
  const { region = 'us-east-1', accountId = '000000000000', logs, codeFolder } = options;
  const { concurrency: limit = 20, idleMilliseconds = 300_000, stopMilliseconds = 10_000 } = options;
  mkdirSync(codeFolder, { recursive: true });
  const functions = new Map(
    options.functions.map((fn) => {
      checkEnvironmentSize(fn);
      logs.createGroup(logGroupName(fn.name));
      return [fn.name, { fn, taskRoot: unpackCode(fn, codeFolder) }];
    }),
  );
  const reserved = new Map(options.functions.map((fn) => [fn.name, fn.config.reservedConcurrency]));
  const concurrency = new Concurrency(limit, reserved);
  const pool = new EnvironmentPool({ size: limit, idleMilliseconds });
  const events = new AsyncInvocations(options.retryDelays);
  const streams = new WeakMap<ExecutionEnvironment, string>();
  const settled = new Set<() => void>();
  let stopped = false;

  function find(name: string): { fn: FunctionPackage; taskRoot: string } {
    const found = functions.get(name);
    if (found) return found;
    const arn = functionArn({ region, accountId }, name);
    throw new ServiceException('ResourceNotFoundException', 404, `Function not found: ${arn}`, { Type: 'User' });
  }

  function start({ fn, taskRoot }: { fn: FunctionPackage; taskRoot: string }): ExecutionEnvironment {
    const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/');
    const logStream = `${day}/[$LATEST]${randomBytes(16).toString('hex')}`;
    const environment = new ExecutionEnvironment({
      name: fn.name,
      taskRoot,
      handler: HANDLER,
      memory: fn.config.memory,
      environment: environmentVariables(fn, { region, taskRoot, logStream }),
    });
    streams.set(environment, logStream);
    return environment;
  }

  async function run(name: string, payload: string, invocation: InvokeOptions): Promise<InvokeResult> {
    const target = find(name);
    const { requestId = randomUUID(), traceId = newTraceId(), clientContext } = invocation;
    concurrency.begin(name);
    const { environment, warm } = pool.take(name, () => start(target));
    const stream = streams.get(environment) ?? '';
    const log = new InvocationLog(requestId, (line) => {
      logs.append(logGroupName(name), stream, line);
    });
    try {
      const invokedFunctionArn = functionArn({ region, accountId }, name);
      const answer = await runInvocation(
        environment,
        { requestId, payload, traceId, clientContext, invokedFunctionArn },
        { warm, log, timeoutMilliseconds: target.fn.config.timeout * 1000, memorySize: target.fn.config.memory },
      );
      return { status: 200, ...answer, logTail: log.tail(), requestId };
    } finally {
      concurrency.end(name);
      pool.give(name, environment);
      for (const tell of settled) tell();
    }
  }

  function attempt(name: string, payload: string, invocation: InvokeOptions): Promise<AttemptResult> {
    return run(name, payload, invocation).then(
      (result) => (result.functionError ? 'failed' : 'done'),
      (error: unknown) => (error instanceof ServiceException && error.status === 429 ? 'throttled' : 'failed'),
    );
  }

  function refuseWhenStopped(): void {
    if (stopped) throw new ServiceException('ServiceException', 500, 'The host has stopped.', { Type: 'Service' });
  }

  return {
    region,
    accountId,
    async invoke(name, payload, invocation = {}) {
      refuseWhenStopped();
      find(name);
      return run(name, jsonPayload(payload, 'sync'), invocation);
    },
    async invokeAsync(name, payload, invocation = {}) {
      refuseWhenStopped();
      find(name);
      const text = jsonPayload(payload, 'async');
      const requestId = invocation.requestId ?? randomUUID();
      events.accept(
        () => attempt(name, text, { ...invocation, requestId }),
        (attempts) => {
          const dropped = `The asynchronous event ${requestId} is dropped after ${attempts} failed attempts.`;
          logs.append(logGroupName(name), 'asynchronous-invocations', dropped);
        },
      );
      return Promise.resolve();
    },
    list: () => options.functions,
    get: (name) => find(name).fn,
    environmentCount: () => pool.count,
    async stop() {
      events.stop();
      const deadline = Date.now() + stopMilliseconds;
      while (concurrency.total > 0 && Date.now() < deadline) await nextSettled(settled, deadline - Date.now());
      stopped = true;
      await pool.end();
    },
  };
}

/** Resolves when an invocation ends, or after that many milliseconds. */
function nextSettled(settled: Set<() => void>, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const tell = (): void => {
      clearTimeout(timer);
      settled.delete(tell);
      resolve();
    };
    const timer = setTimeout(tell, milliseconds);
    settled.add(tell);
  });
}
