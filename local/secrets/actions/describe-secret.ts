import { checked, describeSecretInput } from '../input.ts';
import type { ActionCall } from './action.ts';

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html */
export function describeSecret({ store, input, allow }: ActionCall): object {
  const { SecretId } = checked(describeSecretInput, input);
  allow(SecretId);
  const { name, createdAt, changedAt, description, versions } = store.find(SecretId);
  return {
    ARN: store.arn(name),
    Name: name,
    Description: description,
    CreatedDate: createdAt / 1000,
    LastChangedDate: changedAt / 1000,
    VersionIdsToStages: Object.fromEntries(versions.map(({ id, stages }) => [id, stages])),
  };
}
