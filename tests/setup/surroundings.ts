import type { Surroundings } from '../../local/environment.ts';
import { knowledgeNames, secretNamesOf } from '../../local/fleet-knowledge.ts';

/** What surrounds the functions of a small fleet, with one letter or word for each address. */
export function surroundings(changes: Partial<Surroundings> = {}): Surroundings {
  return {
    region: 'us-east-1',
    endpoints: {
      LAMBDA: 'l',
      SQS: 's',
      S3: 's3',
      RDS_DATA: 'd',
      CLOUDWATCH_LOGS: 'w',
      S3VECTORS: 'v',
      SAGEMAKER_RUNTIME: 'e',
      SECRETS_MANAGER: 'm',
    },
    queueUrl: (name) => `http://127.0.0.1/${name}`,
    functionNames: new Set(['api', 'planner', 'reporter']),
    database: { clusterArn: 'c', secretArn: 's', name: 'alex' },
    modelSettings: {},
    traceSettings: {},
    marketSettings: {},
    knowledge: knowledgeNames(
      'us-east-1',
      secretNamesOf([{ config: { needs: ['secret:market-keys', 'secret:researcher-key'] } }]),
    ),
    researcherUrl: undefined,
    ...changes,
  };
}
