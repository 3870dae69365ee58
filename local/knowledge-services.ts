import { randomBytes } from 'node:crypto';

import { databaseRoles, secretOfRole, userOfRole } from '../shared/schemas/database-role.ts';
import { accountId } from './account.ts';
import { embeddingsEndpoint, vectorIndex } from './fleet-knowledge.ts';
import type { ReportProblem } from './invoker.ts';
import type { HttpHandler } from './loopback-server.ts';
import type { Authorize } from './permissions.ts';
import { createVectorsHandler } from './s3-vectors/server.ts';
import { VectorStore } from './s3-vectors/vector-store.ts';
import { chooseEmbedder } from './sagemaker/choose-embedder.ts';
import { createEndpointHandler } from './sagemaker/server.ts';
import { SecretStore } from './secrets/secret-store.ts';
import { createSecretsHandler } from './secrets/server.ts';

export interface KnowledgeServices {
  readonly handlers: Readonly<Record<'vectors' | 'embeddings' | 'secrets', HttpHandler>>;
  /** The value of a secret by its ARN, as AWS's own services read one; undefined where there is none. */
  readonly readSecret: (arn: string) => string | undefined;
  /** The name of a secret by its ARN, for permissions. */
  readonly nameOfSecret: (arn: string) => string;
  close(): Promise<void>;
}

export interface KnowledgeOptions {
  readonly region: string;
  readonly folders: { readonly vectors: string; readonly secrets: string };
  /** Where a person may have put a model's files; see local/sagemaker/README.md. */
  readonly modelFolder: string | undefined;
  /** The secrets that there are; others that were once made stay closed in their files. */
  readonly secretNames: readonly string[];
  /** Values of secrets by name, which the person's environment gave. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly authorize: Authorize;
  readonly onProblem: ReportProblem;
}

/**
 * S3 Vectors, SageMaker and Secrets Manager with what a fleet has in them: the bucket with its index, the embeddings endpoint, the
 * secrets. Nothing is loaded that nobody asks for: neither vectors nor a model.
 *
 * @throws {FleetError} where the data folder is damaged or cannot be written to
 */
export function startKnowledgeServices(options: KnowledgeOptions): KnowledgeServices {
  const { region, folders, authorize, onProblem } = options;
  const onError = (error: unknown): void => {
    onProblem('a request could not be answered', error);
  };
  const store = new VectorStore({
    folder: folders.vectors,
    region,
    accountId,
    onTornTail: ({ path, bytes }) => {
      onProblem(
        `${path}: its last ${bytes} bytes were of a write that never ended, and are cut off; nothing else is lost.`,
      );
    },
  });
  makeIndex(store);
  const secrets = new SecretStore({ folder: folders.secrets, region });
  makeSecrets(secrets, options.secretNames, options.secrets);
  const embedder = chooseEmbedder(options.modelFolder, onProblem);
  return {
    handlers: {
      vectors: createVectorsHandler(store, { authorize, onError }),
      embeddings: createEndpointHandler({ name: embeddingsEndpoint, embedder, authorize, onError }),
      secrets: createSecretsHandler(secrets, { authorize, onError }),
    },
    readSecret: (arn) => {
      const name = secrets.nameOf(arn);
      return name === undefined ? undefined : currentValue(secrets, name);
    },
    nameOfSecret: (arn) => secrets.nameOf(arn) ?? arn.slice(arn.lastIndexOf(':') + 1),
    close: () => store.close(),
  };
}

function makeIndex(store: VectorStore): void {
  const { bucket, index, dimension, nonFilterableMetadataKeys } = vectorIndex;
  const createdAt = Date.now();
  if (!store.buckets().some(({ name }) => name === bucket)) store.createBucket({ name: bucket, createdAt });
  if (store.indexes(bucket).some(({ name }) => name === index)) return;
  store.createIndex(bucket, {
    name: index,
    createdAt,
    dimension,
    distanceMetric: 'cosine',
    nonFilterableMetadataKeys: [...nonFilterableMetadataKeys],
  });
}

/** What is drawn by chance, once and for good, where nobody gives it: the researcher's key, the passwords of the database's roles. */
const drawn: ReadonlyMap<string, () => string> = new Map([
  ['researcher-key', () => JSON.stringify({ key: newKey() })],
  ...databaseRoles.map((role): [string, () => string] => [
    secretOfRole(role),
    () => JSON.stringify({ username: userOfRole(role), password: newKey() }),
  ]),
]);

/** What is only ever of the start that was given it: a person's keys of price sources, which stand in their environment. */
const ofOneStart: readonly string[] = ['market-keys'];

/** Any other is empty until it is written or a start is given it, as on AWS, and keeps its value from then on. */
function makeSecrets(store: SecretStore, names: readonly string[], values: Readonly<Record<string, string>>): void {
  const given = new Map(Object.entries(values));
  for (const name of names) {
    if (!store.has(name)) store.create(name);
    const current = currentValue(store, name);
    const wanted = given.get(name) ?? (ofOneStart.includes(name) ? undefined : (current ?? drawn.get(name)?.()));
    if (wanted === undefined) store.clear(name);
    else if (wanted !== current) store.put(name, { value: { string: wanted } });
  }
}

const currentValue = (store: SecretStore, name: string): string | undefined =>
  store.find(name).versions.find(({ stages }) => stages.includes('AWSCURRENT'))?.string;

const newKey = (): string => randomBytes(32).toString('base64url');
