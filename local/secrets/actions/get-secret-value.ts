import { ServiceException } from '../../wire/service-exception.ts';
import { checked, getSecretValueInput } from '../input.ts';
import type { SecretVersion } from '../secret.ts';
import type { ActionCall } from './action.ts';

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html */
export function getSecretValue({ store, input, allow }: ActionCall): object {
  const { SecretId, VersionId, VersionStage } = checked(getSecretValueInput, input);
  allow(SecretId);
  const { name, versions } = store.find(SecretId);
  const stage = VersionStage ?? (VersionId === undefined ? 'AWSCURRENT' : undefined);
  const isWanted = (one: SecretVersion): boolean =>
    (VersionId === undefined || one.id === VersionId) && (stage === undefined || one.stages.includes(stage));
  const version = versions.find(isWanted);
  if (version === undefined) {
    const which = VersionId === undefined ? `staging label: ${stage ?? ''}` : `VersionId: ${VersionId}`;
    const message = `Secrets Manager can't find the specified secret value for ${which}`;
    throw new ServiceException('ResourceNotFoundException', 400, message);
  }
  return {
    ARN: store.arn(name),
    Name: name,
    CreatedDate: version.createdAt / 1000,
    VersionId: version.id,
    VersionStages: version.stages,
    SecretString: version.string,
    SecretBinary: version.binary,
  };
}
