import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { HttpHandler } from './loopback-server.ts';
import { credentialScope, type Authorize, type Wish } from './permissions.ts';
import { vectorPaths } from './s3-vectors/server.ts';
import { isEndpointPath } from './sagemaker/server.ts';
import { secretsTarget } from './secrets/server.ts';
import { isSigned, refuseUnsigned } from './signature.ts';

export interface AwsServices {
  lambda: HttpHandler;
  rdsData: HttpHandler;
  logs: HttpHandler;
  /** These ask for permissions themselves: what a request is about is in its body. */
  vectors: HttpHandler;
  embeddings: HttpHandler;
  secrets: HttpHandler;
}

/** One endpoint for every AWS API that is told apart by its path or its X-Amz-Target. */
export function awsEndpoint(services: AwsServices, rdsDataPaths: readonly string[], authorize: Authorize): HttpHandler {
  const dataPaths = new Set(rdsDataPaths);
  const vectors = new Set(vectorPaths);

  function route(request: IncomingMessage): { handler: HttpHandler; wish?: Wish } | undefined {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const target = request.headers['x-amz-target'];
    if (vectors.has(path)) return { handler: services.vectors };
    if (isEndpointPath(path)) return { handler: services.embeddings };
    if (typeof target === 'string' && target.startsWith(secretsTarget)) return { handler: services.secrets };
    if (path.startsWith('/2015-03-31/')) return { handler: services.lambda, wish: lambdaWish(request.method, path) };
    if (dataPaths.has(path)) {
      return { handler: services.rdsData, wish: { action: 'rds-data:ExecuteStatement', resource: '' } };
    }
    if (typeof target === 'string' && target.startsWith('Logs_20140328.')) {
      return { handler: services.logs, wish: { action: `logs:${target.slice(14)}`, resource: '' } };
    }
    return undefined;
  }

  return async (request, response) => {
    if (!isSigned(request)) {
      refuseUnsigned(response);
      return;
    }
    const found = route(request);
    const scope = credentialScope(request);
    if (found === undefined) {
      const operation = request.headers['x-amz-target'] ?? `${request.method ?? ''} ${request.url ?? ''}`;
      const service = scope?.service ?? 'unknown';
      const message = `${String(operation)} (service ${service}) is not among what this machine offers.`;
      refuse(request, response, { status: 404, type: 'UnknownOperationException', message });
      return;
    }
    const denied = found.wish && authorize(scope?.accessKeyId, found.wish);
    if (denied === undefined) await found.handler(request, response);
    else refuse(request, response, { status: 403, type: 'AccessDeniedException', message: denied });
  };
}

function lambdaWish(method: string | undefined, path: string): Wish {
  const [, name, operation] = /^\/2015-03-31\/functions\/([^/]+)\/([^/]+)/.exec(path) ?? [];
  if (method === 'POST' && operation === 'invocations' && name !== undefined) {
    return { action: 'lambda:InvokeFunction', resource: functionName(name) };
  }
  return { action: 'lambda:GetFunction', resource: '' };
}

/** A function may be named by its ARN, whole or in part, with or without a qualifier. */
function functionName(segment: string): string {
  let given = segment;
  try {
    given = decodeURIComponent(segment);
  } catch {
    // Not a name at all: nobody is allowed it, and whoever may do everything gets Lambda's own refusal.
  }
  return given.replace(/^(?:.*:)?function:/, '').split(':', 1)[0] ?? given;
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: { status: number; type: string; message: string },
): void {
  request.resume();
  response
    .writeHead(refusal.status, {
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-errortype': refusal.type,
      'x-amzn-requestid': randomUUID(),
    })
    .end(JSON.stringify({ __type: refusal.type, message: refusal.message }));
}
