import { DescribeSecretCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { awsLimits } from '../target/aws-limits.ts';

/** Secrets as they are kept: written, and never read. */
export interface SecretKeeper {
  /** Whether it has a value, without looking at it. */
  hasValue: (arn: string) => Promise<boolean>;
  write: (arn: string, value: string) => Promise<void>;
}

/** On AWS or a laptop, by the endpoint in the environment. */
export function secretKeeper(region: string): SecretKeeper {
  const client = new SecretsManagerClient({ region, ...awsLimits() });
  return {
    hasValue: async (SecretId) => {
      const { VersionIdsToStages = {} } = await client.send(new DescribeSecretCommand({ SecretId }));
      return Object.values(VersionIdsToStages).some((stages) => stages.includes('AWSCURRENT'));
    },
    write: async (SecretId, SecretString) => {
      await client.send(new PutSecretValueCommand({ SecretId, SecretString }));
    },
  };
}
