import type { HttpHandler, LoopbackServer } from '../loopback-server.ts';
import { listenOnLoopback } from '../loopback-server.ts';
import type { Authorize } from '../permissions.ts';
import { createJsonService, jsonObject } from '../wire/json-service.ts';
import { ServiceException } from '../wire/service-exception.ts';
import type { Action } from './actions/action.ts';
import { createIndex } from './actions/create-index.ts';
import { createVectorBucket } from './actions/create-vector-bucket.ts';
import { deleteIndex } from './actions/delete-index.ts';
import { deleteVectorBucket } from './actions/delete-vector-bucket.ts';
import { deleteVectors } from './actions/delete-vectors.ts';
import { getIndex } from './actions/get-index.ts';
import { getVectorBucket } from './actions/get-vector-bucket.ts';
import { getVectors } from './actions/get-vectors.ts';
import { listIndexes } from './actions/list-indexes.ts';
import { listVectorBuckets } from './actions/list-vector-buckets.ts';
import { listVectors } from './actions/list-vectors.ts';
import { putVectors } from './actions/put-vectors.ts';
import { queryVectors } from './actions/query-vectors.ts';
import { BODY_BYTES } from './limits.ts';
import { refused } from './validation.ts';
import type { VectorStore } from './vector-store.ts';

/** Each is `POST /<Action>`. */
const actions = new Map<string, Action>([
  ['CreateVectorBucket', createVectorBucket],
  ['GetVectorBucket', getVectorBucket],
  ['ListVectorBuckets', listVectorBuckets],
  ['DeleteVectorBucket', deleteVectorBucket],
  ['CreateIndex', createIndex],
  ['GetIndex', getIndex],
  ['ListIndexes', listIndexes],
  ['DeleteIndex', deleteIndex],
  ['PutVectors', putVectors],
  ['GetVectors', getVectors],
  ['ListVectors', listVectors],
  ['DeleteVectors', deleteVectors],
  ['QueryVectors', queryVectors],
]);

/** The paths that are S3 Vectors'. */
export const vectorPaths: readonly string[] = [...actions.keys()].map((name) => `/${name}`);

export interface VectorsServerOptions {
  authorize?: Authorize;
  onError?: (error: unknown) => void;
}

/** Answers the S3 Vectors API (REST, JSON) for `node:http`, as @aws-sdk/client-s3vectors speaks it. Never throws. */
export function createVectorsHandler(store: VectorStore, options: VectorsServerOptions = {}): HttpHandler {
  return createJsonService({
    contentType: 'application/json',
    bodyLimit: BODY_BYTES,
    tooLarge: () => refused('', `The request is larger than ${BODY_BYTES} bytes`),
    internalError: 'InternalServerException',
    authorize: options.authorize,
    onError: options.onError ?? console.error,
    answer: async ({ request, path, body, allow }) => {
      const name = path.slice(1);
      const action = request.method === 'POST' ? actions.get(name) : undefined;
      if (action === undefined) {
        throw new ServiceException('UnknownOperationException', 404, `${request.method ?? ''} ${path} is no action.`);
      }
      const input = jsonObject(body);
      const ask = (resource: string, other = name): void => {
        allow({ action: `s3vectors:${other}`, resource });
      };
      return { body: await action({ store, input, allow: ask }) };
    },
  });
}

/** A server of its own, on 127.0.0.1; port 0 takes any free one. */
export function startVectorsServer(
  store: VectorStore,
  options: VectorsServerOptions & { port?: number } = {},
): Promise<LoopbackServer> {
  const { port = 0, onError = console.error } = options;
  return listenOnLoopback(createVectorsHandler(store, options), { port, service: 'S3 Vectors', onError });
}
