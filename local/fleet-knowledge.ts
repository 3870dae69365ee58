import { createHash } from 'node:crypto';

import { databaseRoles, secretOfRole } from '../shared/schemas/database-role.ts';
import { secretsNeeded } from '../shared/schemas/secret-need.ts';
import { accountId } from './account.ts';

/** The one vector index of a fleet. */
export const vectorIndex = {
  bucket: 'alex-vectors',
  index: 'knowledge',
  /** all-MiniLM-L6-v2's width, which the lexical embedding keeps to. */
  dimension: 384,
  /** What is only ever returned, never filtered by: filterable metadata may take 2 KB a vector. */
  nonFilterableMetadataKeys: ['text', 'title', 'url'],
} as const;

export const embeddingsEndpoint = 'alex-embeddings';

export { ownersSecret } from '../shared/schemas/database-role.ts';

/** The secrets that a fleet has: those that a folder needs, and of each role of the database. RDS makes and keeps its owner's itself. */
export const secretNamesOf = (folders: readonly { config: { needs: readonly string[] } }[]): string[] => [
  ...secretsNeeded(folders.flatMap(({ config }) => config.needs)),
  ...databaseRoles.map(secretOfRole),
];

/** What vectors, embeddings and secrets are called in AWS's words. */
export interface KnowledgeNames {
  readonly vectorBucket: string;
  readonly vectorIndex: string;
  readonly embeddingsEndpoint: string;
  /** ARN by name. */
  readonly secretArns: Readonly<Record<string, string>>;
}

export function knowledgeNames(region: string, secretNames: readonly string[]): KnowledgeNames {
  return {
    vectorBucket: vectorIndex.bucket,
    vectorIndex: vectorIndex.index,
    embeddingsEndpoint,
    secretArns: Object.fromEntries(secretNames.map((name) => [name, secretArn(region, name)])),
  };
}

/**
 * A secret's ARN ends in six characters, which AWS draws anew for each secret of that name; here they come from the name, so that
 * functions can be told the ARN before the secret is opened.
 */
export function secretArn(region: string, name: string): string {
  const suffix = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `arn:aws:secretsmanager:${region}:${accountId}:secret:${name}-${suffix}`;
}
