import { ListVectorBucketsCommand, S3VectorsClient } from '@aws-sdk/client-s3vectors';
import { ListServiceQuotasCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { awsLimits } from '../target/aws-limits.ts';
import { unknown } from './asking-aws.ts';
import type { Fleet } from '../terraform/fleet.ts';
import type { PulledState } from '../terraform/pull-state.ts';
import { mapEntries } from '../terraform/variables-file.ts';
import { lambdaConcurrency } from './concurrency.ts';
import { ok, problem, skipped, type Check } from './finding.ts';
import { modelAccess, modelsIn } from './models.ts';

export interface AccountSettings {
  region: string;
  /** Text of terraform.tfvars. */
  variables: string;
  project: string;
  fleet: Fleet;
  /** What the functions that are deployed reserve, by their names. */
  made: PulledState['functions'];
}

/** What an AWS account allows: quotas, regions and models. Each answers for itself. */
export const accountChecks = (settings: AccountSettings): Check[] => [
  { name: 'S3 Vectors', look: () => vectors(settings) },
  { name: 'Lambda concurrency', look: () => lambdaConcurrency(settings) },
  { name: 'SageMaker serverless', look: () => serverlessQuota(settings) },
  ...modelsIn(settings.variables, settings.region).map(({ id, region }): Check => ({
    name: `model ${id}`,
    look: () => modelAccess(id, region),
  })),
];

async function vectors({ region }: AccountSettings): Promise<ReturnType<typeof ok>> {
  try {
    await new S3VectorsClient({ region, ...awsLimits() }).send(new ListVectorBucketsCommand({ maxResults: 1 }));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTFOUND') {
      return problem(
        `${region} does not have S3 Vectors, in which the knowledge base (3-ingest) keeps its vectors.`,
        'Choose a region that has it, such as us-east-1, us-west-2 or eu-central-1: region in terraform/terraform.tfvars',
      );
    }
    return unknown(error, region, 's3vectors:ListVectorBuckets');
  }
  return ok(`${region} has S3 Vectors`);
}

/** By its name: AWS does not document the quota's code. */
async function serverlessQuota({ region, variables }: AccountSettings): Promise<ReturnType<typeof ok>> {
  const { max_concurrency: wanted = '5' } = mapEntries(variables, 'embeddings');
  try {
    const client = new ServiceQuotasClient({ region, ...awsLimits() });
    let page: string | undefined;
    do {
      const answer = await client.send(
        new ListServiceQuotasCommand({
          ServiceCode: 'sagemaker',
          MaxResults: 100,
          ...(page === undefined ? {} : { NextToken: page }),
        }),
      );
      const found = answer.Quotas?.find(
        ({ QuotaName = '' }) => /serverless/i.test(QuotaName) && /total concurrency/i.test(QuotaName),
      );
      if (found !== undefined) {
        const quota = found.Value ?? 0;
        if (quota >= Number(wanted)) return ok(`${quota} requests at once to serverless endpoints`);
        return problem(
          `The account may serve ${quota} requests at once from SageMaker serverless endpoints; the embeddings ask for ${wanted}.`,
          quota >= 1
            ? `Set embeddings = { max_concurrency = ${quota} } in terraform/terraform.tfvars`
            : `Ask for ${wanted}: console, Service Quotas, Amazon SageMaker, "${found.QuotaName ?? 'serverless'}"`,
        );
      }
      page = answer.NextToken;
    } while (page !== undefined);
    return skipped('Service Quotas names no quota of serverless endpoints here');
  } catch (error) {
    return unknown(error, region, 'servicequotas:ListServiceQuotas');
  }
}
