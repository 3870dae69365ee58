import { listenOnLoopback, type HttpHandler, type LoopbackServer } from '../loopback-server.ts';
import type { Authorize } from '../permissions.ts';
import { createJsonService, jsonObject } from '../wire/json-service.ts';
import { ServiceException } from '../wire/service-exception.ts';
import type { Action } from './actions/action.ts';
import { createSecret } from './actions/create-secret.ts';
import { describeSecret } from './actions/describe-secret.ts';
import { getSecretValue } from './actions/get-secret-value.ts';
import { putSecretValue } from './actions/put-secret-value.ts';
import { badParameter } from './input.ts';
import type { SecretStore } from './secret-store.ts';

/** By the last part of `X-Amz-Target: secretsmanager.<Action>`. */
const actions = new Map<string, Action>([
  ['CreateSecret', createSecret],
  ['DescribeSecret', describeSecret],
  ['GetSecretValue', getSecretValue],
  ['PutSecretValue', putSecretValue],
]);

export const secretsTarget = 'secretsmanager.';
const BODY_BYTES = 262_144;

export interface SecretsServerOptions {
  authorize?: Authorize;
  onError?: (error: unknown) => void;
}

/** Answers the Secrets Manager API (AWS JSON 1.1) for `node:http`, as @aws-sdk/client-secrets-manager speaks it. Never throws. */
export function createSecretsHandler(store: SecretStore, options: SecretsServerOptions = {}): HttpHandler {
  return createJsonService({
    contentType: 'application/x-amz-json-1.1',
    bodyLimit: BODY_BYTES,
    tooLarge: () => badParameter('The request is too large.'),
    internalError: 'InternalServiceError',
    authorize: options.authorize,
    onError: options.onError ?? console.error,
    answer: ({ request, body, allow }) => {
      const target = String(request.headers['x-amz-target'] ?? '');
      const name = target.startsWith(secretsTarget) ? target.slice(secretsTarget.length) : '';
      const action = request.method === 'POST' ? actions.get(name) : undefined;
      if (action === undefined) {
        throw new ServiceException(
          'UnknownOperationException',
          400,
          `There is no operation ${target || '(none given)'}.`,
        );
      }
      const ask = (id: string): void => {
        allow({ action: `secretsmanager:${name}`, resource: store.nameOf(id) ?? id });
      };
      return { body: action({ store, input: jsonObject(body), allow: ask }) };
    },
  });
}

/** A server of its own, on 127.0.0.1; port 0 takes any free one. */
export function startSecretsServer(
  store: SecretStore,
  options: SecretsServerOptions & { port?: number } = {},
): Promise<LoopbackServer> {
  const { port = 0, onError = console.error } = options;
  return listenOnLoopback(createSecretsHandler(store, options), { port, service: 'Secrets Manager', onError });
}
