import { join, resolve } from 'node:path';

import { accountId } from './account.ts';
import { startApiGateway } from './api-gateway/api-gateway.ts';
import { awsEndpoint } from './aws-endpoint.ts';
import { graceSeconds, openContainers } from './containers/containers.ts';
import { readServices } from './containers/read-services.ts';
import { dataPaths } from './data-folder.ts';
import { deferredHandler } from './deferred-handler.ts';
import { readDeployment } from './deployment.ts';
import {
  functionEnvironment,
  scriptEnvironment,
  serviceEnvironment,
  type ServiceName,
  type Surroundings,
} from './environment.ts';
import { databaseNames, openFleetDatabase, secretRefusal } from './fleet-database.ts';
import { knowledgeNames, secretNamesOf } from './fleet-knowledge.ts';
import { overridden, type FleetOptions } from './fleet-options.ts';
import type { InvokeResult, Invoker, ReportProblem } from './invoker.ts';
import { lambdaInvoker } from './lambda-invoker.ts';
import { createLambdaHost } from './lambda/host.ts';
import { createLambdaHandler } from './lambda/server.ts';
import { acquireLock } from './lock.ts';
import { createLogStore } from './logs/log-store.ts';
import { createLogsHandler } from './logs/server.ts';
import { listenOnLoopback } from './loopback-server.ts';
import { packagedMarks } from './packaged-marks.ts';
import { accessKeyOf, authorizer } from './permissions.ts';
import { createRdsData, rdsDataPaths } from './rds-data/server.ts';
import { explainStartFailure } from './start-failure.ts';
import { StopStack } from './stop-stack.ts';

export type { FleetOptions, FleetProblem, FunctionOverride } from './fleet-options.ts';

export interface Fleet {
  readonly apiUrl: string;
  /** One endpoint for Lambda, RDS Data, CloudWatch Logs, S3 Vectors, SageMaker and Secrets Manager. */
  readonly awsUrl: string;
  /** SQS and S3. */
  readonly queuesUrl: string;
  readonly endpoints: Readonly<Record<ServiceName, string>>;
  /** @throws RangeError where no function is fed by that queue */
  queueUrl(name: string): string;
  /** The variables with which AWS SDK clients of this machine talk to the fleet, with the database's ARNs. */
  environmentForScripts(): Record<string, string>;
  invoke(functionName: string, payload: Uint8Array | string): Promise<InvokeResult>;
  /** Ends what runs, within the grace, and gives the data folder back. Safe to call again. */
  stop(): Promise<void>;
}

/**
 * Brings up AWS on this machine with the packaged functions in it.
 *
 * @throws FleetError with a remedy: no functions packaged, a port taken, the data folder in use, damaged or full
 * @example
 * const fleet = await startFleet({ dist: 'dist', dataFolder: '.alex', ports: { api: 4000 } });
 * await fetch(`${fleet.apiUrl}/health`);
 * await fleet.stop();
 */
export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const onProblem: ReportProblem = (message, cause) => {
    if (options.onProblem === undefined) console.error(message, ...(cause === undefined ? [] : [cause]));
    else options.onProblem({ message, cause });
  };
  const stack = new StopStack();
  const stop = (): Promise<void> =>
    stack.unwind((error) => {
      onProblem('stopping met a problem', error);
    });
  try {
    return { ...(await start(options, stack, onProblem)), stop };
  } catch (error) {
    await stop();
    throw explainStartFailure(error, options.dataFolder);
  }
}

/** Ports are taken first, so that a taken one is said before anything slow; what needs them waits behind them. */
async function start(options: FleetOptions, stack: StopStack, onProblem: ReportProblem): Promise<Omit<Fleet, 'stop'>> {
  const { region = 'us-east-1', ports = {}, graceMilliseconds = 5_000 } = options;
  const onError = (error: unknown): void => {
    onProblem('a request could not be answered', error);
  };
  const packaged = readDeployment(options.dist);
  const functions = packaged.map((fn) => overridden(fn, options.overrides?.[fn.name]));
  const modelSettings = { ALEX_MODEL: 'narrator', ...options.modelSettings };
  const services = readServices(options.dist);
  const secretNames = secretNamesOf([...functions, ...services]);
  const authorize = authorizer([...functions, ...services], options.modelSettings?.AWS_ACCESS_KEY_ID);
  const paths = dataPaths(options.dataFolder);
  const lock = acquireLock(options.dataFolder, { staysUp: options.staysUp ?? true });
  stack.add(() => {
    lock.release();
  });

  const ready = Promise.withResolvers<Invoker>();
  const invoker: Invoker = { invoke: async (name, payload) => (await ready.promise).invoke(name, payload) };
  const { apiKeys = () => [] } = options;
  const gateway = await startApiGateway({ functions, invoker, port: ports.api ?? 0, apiKeys, onProblem });
  stack.add(() => gateway.close(0));
  const aws = deferredHandler();
  const awsServer = await listenOnLoopback(aws.handler, { port: ports.aws ?? 0, service: 'the AWS services', onError });
  stack.add(() => awsServer.close(0));
  const running = options.services ?? {};
  const servicePort = ports.services ?? 0;
  const containers = await openContainers({ dist: options.dist, services, running, port: servicePort, onProblem, onError }); // prettier-ignore
  stack.add(() => containers.stop(0));

  const opening = openFleetDatabase(options.databaseUrl, paths.database);
  const opened = opening.catch(() => undefined); // At once, since it may fail while something else is awaited.
  stack.add(async () => (await opened)?.close());
  // Loaded only now: their modules take as long as the database needs anyway.
  const { startQueueServer } = await import('./queues/queue-server.ts');
  const { declareQueues, startTriggers } = await import('./triggers.ts');
  const queues = await startQueueServer({ folder: paths.queues, port: ports.queues ?? 0, region, authorize, onError });
  stack.add(() => queues.close());
  const queueNames = declareQueues(functions, queues);

  const around: Surroundings = {
    region,
    endpoints: {
      LAMBDA: awsServer.url,
      RDS_DATA: awsServer.url,
      CLOUDWATCH_LOGS: awsServer.url,
      SQS: queues.url,
      S3: queues.url,
      S3VECTORS: awsServer.url,
      SAGEMAKER_RUNTIME: awsServer.url,
      SECRETS_MANAGER: awsServer.url,
    },
    queueUrl: (name) => (queueNames.has(name) ? queues.queueUrl(name) : undefined),
    functionNames: new Set(functions.map((fn) => fn.name)),
    database: databaseNames(region),
    modelSettings,
    traceSettings: options.traceSettings ?? {},
    marketSettings: options.marketSettings ?? {},
    knowledge: knowledgeNames(region, secretNames),
    researcherUrl: containers.url('researcher'),
  };
  const logs = createLogStore({ folder: paths.logs, region, accountId, onError });
  stack.add(() => {
    logs.close();
  });
  const host = createLambdaHost({
    functions: functions.map((fn) => ({
      ...fn,
      zip: join(options.dist, fn.zip),
      environment: {
        AWS_ACCESS_KEY_ID: accessKeyOf(fn.name),
        ...functionEnvironment(fn.name, fn.config, around),
        ...options.overrides?.[fn.name]?.environment,
      },
    })),
    codeFolder: paths.code,
    logs,
    region,
    accountId,
    stopMilliseconds: Math.min(graceMilliseconds, 1_000),
  });

  const { startKnowledgeServices } = await import('./knowledge-services.ts');
  const knowledge = startKnowledgeServices({
    region,
    folders: paths,
    modelFolder: options.embeddingModelFolder,
    secretNames,
    secrets: options.secrets ?? {},
    authorize,
    onProblem,
  });
  stack.add(() => knowledge.close());

  const database = await opening;
  const { name: databaseName, ...arns } = around.database;
  const { readSecret, nameOfSecret } = knowledge;
  const refuseSecret = secretRefusal(authorize, nameOfSecret);
  const rdsData = createRdsData({ database, databaseName, ...arns, readSecret, refuseSecret });
  stack.add(() => rdsData.close());
  stack.add(() => host.stop());
  const lambda = createLambdaHandler(host);
  const handlers = { lambda, rdsData: rdsData.handle, logs: createLogsHandler(logs), ...knowledge.handlers };
  aws.open(awsEndpoint(handlers, rdsDataPaths, authorize));

  // Scripts are told of a researcher that runs: to functions its address is there always, as on AWS.
  const researcherUrl = 'researcher' in running ? around.researcherUrl : undefined;
  const environment = scriptEnvironment({ ...around, researcherUrl }, [...queueNames], containers.running);
  await options.prepare?.({ ...environment });
  ready.resolve(lambdaInvoker(host));
  containers.start({
    environmentOf: ({ name, config }) => serviceEnvironment(name, config, around, graceSeconds(graceMilliseconds)),
    logs,
  });
  const triggered = functions.filter(({ config }) => !config.needs.includes('researcher') || 'researcher' in running);
  const triggers = startTriggers({ functions: triggered, queues, invoker, region, onProblem });
  stack.add(async () => {
    const ends = [triggers, containers].map((one) => one.stop(graceMilliseconds));
    await Promise.all([...ends, gateway.close(graceMilliseconds)]);
  });
  const urls = { api: gateway.url, aws: awsServer.url, queues: queues.url };
  const { startedWith } = options;
  const inUse = services.filter(({ name }) => name in running);
  const runs = { dist: resolve(options.dist), marks: packagedMarks(packaged, inUse) };
  lock.publish({ urls, environment, runs, ...(startedWith !== undefined && { startedWith }) });

  return {
    apiUrl: urls.api,
    awsUrl: urls.aws,
    queuesUrl: urls.queues,
    endpoints: around.endpoints,
    queueUrl: (name) => {
      const url = around.queueUrl(name);
      if (url === undefined) throw new RangeError(`no function is fed by a queue called ${name}`);
      return url;
    },
    environmentForScripts: () => ({ ...environment }),
    invoke: (name, payload) => host.invoke(name, payload),
  };
}
