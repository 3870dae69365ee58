import { badParameter, checked, putSecretValueInput, valueOf } from '../input.ts';
import type { ActionCall } from './action.ts';

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html */
export function putSecretValue({ store, input, allow }: ActionCall): object {
  const request = checked(putSecretValueInput, input);
  allow(request.SecretId);
  const value = valueOf(request);
  if (value === undefined) throw badParameter('You must provide SecretString or SecretBinary.');
  const { ClientRequestToken: id, VersionStages: stages } = request;
  const { secret, version } = store.put(request.SecretId, { value, id, stages });
  return { ARN: store.arn(secret.name), Name: secret.name, VersionId: version.id, VersionStages: version.stages };
}
