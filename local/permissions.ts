import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import type { LambdaConfig } from '../shared/schemas/lambda-config.ts';
import { accountId } from './account.ts';
import { embeddingsEndpoint, ownersSecret, vectorIndex } from './fleet-knowledge.ts';

/** What somebody wants to do, in IAM's words: `lambda:InvokeFunction` on the function `reporter`. */
export interface Wish {
  readonly action: string;
  /** The name of the function, queue, index (`BUCKET/INDEX`), endpoint or secret; empty where there is only one of its kind. */
  readonly resource: string;
}

/** Undefined where it is allowed, else the sentence with which AWS refuses. */
export type Authorize = (accessKeyId: string | undefined, wish: Wish) => string | undefined;

/**
 * A function's own access key: its requests are told from others' by it. Made up from the name, so that it is the same
 * in every run; the secret is never checked.
 */
export function accessKeyOf(functionName: string): string {
  return `ASIA${createHash('sha256').update(functionName).digest('hex').slice(0, 16).toUpperCase()}`;
}

/** Who signed a request, and for which service, by the credential scope of its Signature Version 4. */
export function credentialScope(
  request: Pick<IncomingMessage, 'headers'>,
): { accessKeyId: string; service: string } | undefined {
  const scope = /Credential=([^/\s]+)\/\d{8}\/[^/\s]+\/([^/\s]+)\/aws4_request/.exec(
    request.headers.authorization ?? '',
  );
  const [, accessKeyId, service] = scope ?? [];
  return accessKeyId === undefined || service === undefined ? undefined : { accessKeyId, service };
}

const vectorReads = ['QueryVectors', 'GetVectors', 'ListVectors'];
const vectorWrites = ['PutVectors', 'DeleteVectors'];

/** What of a lambda.json decides on permissions; a container has no triggers. */
export type Permitted = Pick<LambdaConfig, 'needs'> & Partial<Pick<LambdaConfig, 'triggers'>>;

/**
 * What each function's `needs` allow, as its role's policy does on AWS. A key that is no function's (a script's, a
 * test's) may do everything: it is the owner of the machine.
 *
 * @param modelKey the access key that all functions with the need `model` share, where a person's own is to call Bedrock: it
 *   cannot tell them apart, so each may do what any of them may
 */
export function authorizer(functions: readonly { name: string; config: Permitted }[], modelKey?: string): Authorize {
  const roles = new Map(
    functions.map((fn) => [accessKeyOf(fn.name), { name: fn.name, allowed: allowedBy(fn.config) }]),
  );
  if (modelKey !== undefined) {
    const sharing = functions.filter(({ config }) => config.needs.includes('model'));
    const allowed = new Set(sharing.flatMap(({ config }) => [...allowedBy(config)]));
    roles.set(modelKey, { name: 'functions-with-a-model', allowed });
  }
  return (accessKeyId, { action, resource }) => {
    const role = accessKeyId === undefined ? undefined : roles.get(accessKeyId);
    if (role === undefined || role.allowed.has(`${action} ${resource}`)) return undefined;
    const user = `arn:aws:sts::${accountId}:assumed-role/${role.name}/${role.name}`;
    const what = resource === '' ? '' : ` on resource: ${resource}`;
    return `User: ${user} is not authorized to perform: ${action}${what} because its lambda.json has no need for it`;
  };
}

function allowedBy(config: Permitted): Set<string> {
  const allowed = new Set<string>();
  for (const need of config.needs) {
    const [kind, target = ''] = need.split(':', 2);
    if (kind === 'database') {
      allowed.add('rds-data:ExecuteStatement ');
      allowed.add(`secretsmanager:GetSecretValue ${target === '' ? ownersSecret : `database-${target}`}`);
    }
    if (kind === 'invoke') allowed.add(`lambda:InvokeFunction ${target}`);
    if (kind === 'send') allowed.add(`sqs:SendMessage ${target}`);
    if (kind === 'vectors') {
      for (const action of target === 'write' ? [...vectorReads, ...vectorWrites] : vectorReads) {
        allowed.add(`s3vectors:${action} ${vectorIndex.bucket}/${vectorIndex.index}`);
      }
    }
    if (kind === 'embeddings') allowed.add(`sagemaker:InvokeEndpoint ${embeddingsEndpoint}`);
    if (kind === 'secret') allowed.add(`secretsmanager:GetSecretValue ${target}`);
  }
  for (const trigger of config.triggers ?? []) {
    if (trigger.type !== 'sqs') continue;
    // The last one is for the function itself, to have a message that it could not work on back sooner.
    for (const action of ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes', 'ChangeMessageVisibility']) {
      allowed.add(`sqs:${action} ${trigger.queue}`);
    }
  }
  return allowed;
}
