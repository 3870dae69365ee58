import { checked, createSecretInput, valueOf } from '../input.ts';
import type { ActionCall } from './action.ts';

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html */
export function createSecret({ store, input, allow }: ActionCall): object {
  const request = checked(createSecretInput, input);
  allow(request.Name);
  const value = valueOf(request);
  const version = value === undefined ? undefined : { value, id: request.ClientRequestToken };
  const { name, versions } = store.create(request.Name, { description: request.Description, version });
  return { ARN: store.arn(name), Name: name, VersionId: versions[0]?.id };
}
