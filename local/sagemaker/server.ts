import { accountId } from '../account.ts';
import { errorMessage } from '../error-code.ts';
import { listenOnLoopback, type HttpHandler, type LoopbackServer } from '../loopback-server.ts';
import type { Authorize, Wish } from '../permissions.ts';
import { createJsonService } from '../wire/json-service.ts';
import { ServiceException } from '../wire/service-exception.ts';
import type { Embedder } from './embedder.ts';
import { extractFeatures } from './feature-extraction.ts';
import { PAYLOAD_BYTES } from './limits.ts';
import { modelError } from './model-error.ts';

const invocations = /^\/endpoints\/([^/]+)\/invocations$/;

/** Whether a path is SageMaker's. */
export const isEndpointPath = (path: string): boolean => path.startsWith('/endpoints/');

export interface EndpointOptions {
  readonly name: string;
  /** Made when it is first asked for. */
  readonly embedder: () => Promise<Embedder>;
  readonly authorize?: Authorize;
  readonly onError?: (error: unknown) => void;
}

/** Answers InvokeEndpoint for `node:http`, as @aws-sdk/client-sagemaker-runtime speaks it. Never throws. */
export function createEndpointHandler(options: EndpointOptions): HttpHandler {
  return createJsonService({
    contentType: 'application/json',
    bodyLimit: PAYLOAD_BYTES,
    tooLarge: () =>
      validationError(`Request ${PAYLOAD_BYTES} bytes or more: the most that a serverless endpoint takes.`),
    internalError: 'InternalFailure',
    authorize: options.authorize,
    onError: options.onError ?? console.error,
    answer: async ({ request, path, body, allow }) => {
      const [, segment] = invocations.exec(path) ?? [];
      if (request.method !== 'POST' || segment === undefined) {
        throw new ServiceException('UnknownOperationException', 404, `${request.method ?? ''} ${path} is no action.`);
      }
      const name = decoded(segment);
      const wish: Wish = { action: 'sagemaker:InvokeEndpoint', resource: name };
      allow(wish);
      if (name !== options.name) throw validationError(`Endpoint ${name} of account ${accountId} not found.`);
      const headers = { 'x-amzn-invoked-production-variant': 'AllTraffic' };
      return { body: await extractFeatures(await loaded(options.embedder), body), headers };
    },
  });
}

/** A server of its own, on 127.0.0.1; port 0 takes any free one. */
export function startEndpointServer(options: EndpointOptions & { port?: number }): Promise<LoopbackServer> {
  const { port = 0, onError = console.error } = options;
  return listenOnLoopback(createEndpointHandler(options), { port, service: 'SageMaker', onError });
}

/** A container whose model cannot be loaded answers 500; whoever loads it has told why. @throws {ServiceException} ModelError */
async function loaded(embedder: EndpointOptions['embedder']): Promise<Embedder> {
  try {
    return await embedder();
  } catch (error) {
    throw modelError(500, errorMessage(error));
  }
}

function validationError(message: string): ServiceException {
  return new ServiceException('ValidationError', 400, message);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
