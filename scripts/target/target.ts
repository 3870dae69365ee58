/** Where a fleet is: on this machine, or in an AWS account. */
export const targetNames = ['laptop', 'aws'] as const;
export type TargetName = (typeof targetNames)[number];

/** Variables by name. */
export type Variables = Readonly<Record<string, string>>;

/**
 * A fleet, as a script reaches it. What is not deployed yet is absent; `needFunction` and the like (needed.ts) say in a sentence what is
 * missing. Nothing in it is a secret but a laptop's credentials, which open nothing else.
 */
export interface Target {
  readonly name: TargetName;
  /** As it stands in a sentence: "this laptop", "AWS (us-east-1)". */
  readonly label: string;
  readonly region: string;
  /**
   * With these in `process.env` (`useTarget`) plain AWS SDK clients and shared/aws find the fleet: AWS_REGION, DATABASE_*, QUEUE_URL_*,
   * FUNCTION_NAME_*, VECTOR_*, …; on a laptop AWS_ENDPOINT_URL_* and credentials too.
   */
  readonly environment: Variables;
  /** Names of the functions for Lambda, by folder: `reporter` is `alex-reporter` on AWS. */
  readonly functions: Variables;
  /** By the queue's name in lambda.json. */
  readonly queueUrls: Variables;
  /** Names of the queues of what could not be done, by the queue they belong to. */
  readonly deadLetterQueues: Variables;
  /** Names of log groups, by function, service or API. */
  readonly logGroups: Variables;
  /** ARNs of the secrets, by name. */
  readonly secrets: Variables;
  /** Of people's routes. */
  readonly apiUrl: string | undefined;
  /** Of programs' routes: ingest, search; the key that they ask for. */
  readonly knowledgeUrl: string | undefined;
  readonly knowledgeKeyId: string | undefined;
  readonly researcherUrl: string | undefined;
  readonly database: { readonly clusterArn: string; readonly secretArn: string; readonly name: string } | undefined;
  readonly vectors: { readonly bucket: string; readonly index: string } | undefined;
  readonly embeddingsEndpoint: string | undefined;
}
