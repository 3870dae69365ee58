import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { functionEnvironment } from '../../local/environment.ts';
import { embeddingsEndpoint, ownersSecret, secretNamesOf, vectorIndex } from '../../local/fleet-knowledge.ts';
import { functionConfiguration } from '../../local/lambda/actions/function-configuration.ts';
import { accessKeyOf, authorizer } from '../../local/permissions.ts';
import { declareQueue } from '../../local/queues/declare-queue.ts';
import { lambdaConfig, type LambdaConfig } from '../../shared/schemas/lambda-config.ts';
import { serviceConfig, type ServiceConfig } from '../../shared/schemas/service-config.ts';
import { surroundings } from '../setup/surroundings.ts';
import {
  placeVariable,
  type DeployedFunction,
  type DeployedQueue,
  type DeployedService,
  type Deployment,
} from './deployment.ts';

/** What is set the same on both sides. */
export interface Settings {
  model: Record<string, string>;
  market: Record<string, string>;
  trace: Record<string, string>;
}

export interface Folders {
  functions: { name: string; config: LambdaConfig }[];
  services: { name: string; config: ServiceConfig }[];
}

/** Every folder of lambdas/ and services/ under one root. */
export function readFolders(root: string): Folders {
  const read = <T>(room: string, file: string, parse: (json: unknown) => T) => {
    const folders = existsSync(join(root, room)) ? readdirSync(join(root, room)).sort() : [];
    return folders
      .filter((name) => existsSync(join(root, room, name, file)))
      .map((name) => ({ name, config: parse(JSON.parse(readFileSync(join(root, room, name, file), 'utf8'))) }));
  };
  return {
    functions: read('lambdas', 'lambda.json', (json) => lambdaConfig.parse(json)),
    services: read('services', 'service.json', (json) => serviceConfig.parse(json)),
  };
}

const configuration = z.object({
  Handler: z.string(),
  Runtime: z.string(),
  Timeout: z.number(),
  MemorySize: z.number(),
});
const redrive = z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() });

/** What a laptop gives these folders. */
export function laptopFleet({ functions, services }: Folders, settings: Settings): Deployment {
  const around = surroundings({
    functionNames: new Set(functions.map(({ name }) => name)),
    modelSettings: settings.model,
    marketSettings: settings.market,
    traceSettings: settings.trace,
    researcherUrl: 'http://127.0.0.1/',
  });
  const authorize = authorizer([...functions, ...services]);
  const wishes = everyWish(functions, secretNamesOf([...functions, ...services]));
  const grants = (name: string, config: Pick<LambdaConfig, 'needs' | 'environment'>) => {
    const environment = functionEnvironment(name, config, around);
    const own = Object.keys(environment).filter((variable) => !placeVariable.test(variable));
    const same = { ...config.environment, ...settings.model, ...settings.market, ...settings.trace };
    return {
      variables: own.sort(),
      settings: Object.fromEntries(own.filter((key) => key in same).map((key) => [key, environment[key] ?? ''])),
      permissions: wishes.filter((wish) => authorize(accessKeyOf(name), asWish(wish)) === undefined).sort(),
    };
  };
  const deployed = (name: string, config: LambdaConfig): DeployedFunction => {
    const fn = { name, config, zip: import.meta.filename, sha256: '0'.repeat(64), environment: {} };
    const shown = configuration.parse(functionConfiguration(fn, { region: around.region, accountId: '000000000000' }));
    const { Handler: handler, Runtime: runtime, Timeout: timeout, MemorySize: memory } = shown;
    return { handler, runtime, timeout, memory, ...grants(name, config) };
  };
  const contained = (name: string, config: ServiceConfig): DeployedService => {
    const { port, healthPath, cpu, memory } = config;
    // A container listens to all; a laptop's to itself, at a port that is free.
    return { port, listens: `0.0.0.0:${port}`, healthPath, cpu, memory, ...grants(name, config) };
  };
  return {
    functions: Object.fromEntries(functions.map(({ name, config }) => [name, deployed(name, config)])),
    services: Object.fromEntries(services.map(({ name, config }) => [name, contained(name, config)])),
    queues: Object.fromEntries(functions.flatMap(queuesOf)),
    schedules: functions.flatMap(({ name, config }) =>
      config.triggers.flatMap((trigger) => (trigger.type === 'schedule' ? [`${name} ${trigger.rate}`] : [])),
    ),
    routes: functions
      .flatMap(({ name, config }) =>
        config.triggers.flatMap((trigger) => {
          if (trigger.type === 'http') return trigger.routes.map((route) => `${route} ${name}`);
          if (trigger.type === 'rest') {
            return trigger.routes.map((route) => `${route} ${name}${trigger.apiKey ? ' key' : ' open'}`);
          }
          return [];
        }),
      )
      .sort(),
  };
}

/** Everything that some function of a fleet could ever want of the services that a laptop has. */
function everyWish(functions: Folders['functions'], ofFolders: readonly string[]): string[] {
  const queues = functions.flatMap(({ config }) => config.triggers.flatMap((t) => (t.type === 'sqs' ? [t.queue] : [])));
  const secrets = [...ofFolders, ownersSecret];
  const of = (actions: string[], resources: string[]) => resources.flatMap((r) => actions.map((a) => `${a} ${r}`));
  return [
    'rds-data:ExecuteStatement ',
    ...of(
      ['lambda:InvokeFunction'],
      functions.map(({ name }) => name),
    ),
    ...of(
      [
        'SendMessage',
        'ReceiveMessage',
        'DeleteMessage',
        'GetQueueAttributes',
        'ChangeMessageVisibility',
        'PurgeQueue',
      ].map((a) => `sqs:${a}`),
      queues,
    ),
    ...of(
      ['QueryVectors', 'GetVectors', 'ListVectors', 'PutVectors', 'DeleteVectors', 'DeleteIndex'].map(
        (a) => `s3vectors:${a}`,
      ),
      [`${vectorIndex.bucket}/${vectorIndex.index}`],
    ),
    ...of(['sagemaker:InvokeEndpoint'], [embeddingsEndpoint]),
    ...of(['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'], secrets),
  ];
}

function asWish(text: string): { action: string; resource: string } {
  const [action = '', resource = ''] = text.split(' ');
  return { action, resource };
}

function queuesOf({ name, config }: Folders['functions'][number]): [string, DeployedQueue][] {
  return config.triggers.flatMap((trigger): [string, DeployedQueue][] => {
    if (trigger.type !== 'sqs') return [];
    const declared: Record<string, Record<string, string>> = {};
    declareQueue(
      {
        url: '',
        queueUrl: (queue) => queue,
        queueArn: (queue) => queue,
        declareQueue: (queue, attributes) => (declared[queue] = attributes),
        releasePolls: () => undefined,
        close: () => Promise.resolve(),
      },
      trigger,
      config.timeout,
    );
    const { VisibilityTimeout = '', RedrivePolicy = '{}' } = declared[trigger.queue] ?? {};
    const { deadLetterTargetArn: deadLetters, maxReceiveCount: maximumReceives } = redrive.parse(
      JSON.parse(RedrivePolicy),
    );
    const { batchSize, maximumConcurrency } = trigger;
    const given = { visibility: Number(VisibilityTimeout), deadLetters, maximumReceives };
    return [[trigger.queue, { ...given, consumer: name, batchSize, maximumConcurrency }]];
  });
}
