import { endpointRoom } from './endpoint-quota.ts';
import type { Explanation } from './explanation.ts';

/** What there may be of a thing, how to make room, and where to ask for more. */
interface Quota {
  readonly when: RegExp;
  readonly says: string;
  readonly remedies: readonly string[];
}

export const CODE_STORAGE: Quota = {
  when: /CodeStorageExceeded/,
  says: "Lambda keeps 75 GB of functions' and layers' code in a region, with all their old versions; Alex keeps no old ones.",
  remedies: [
    'Delete functions and versions that nobody needs: console, Lambda, Dashboard says how much there is',
    'Or ask for more: console, Service Quotas, AWS Lambda, "Function and layer storage"',
  ],
};

/** AWS's own figures: https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html */
const QUOTAS: readonly Quota[] = [
  {
    when: /VpcLimitExceeded/,
    says: 'A region has room for five networks.',
    remedies: [
      'Delete one that nobody needs: console, VPC',
      'Or ask for more: console, Service Quotas, Amazon VPC, "VPCs per Region"',
    ],
  },
  {
    when: /WAFLimitsExceeded/,
    says: 'A region has room for a hundred web ACLs.',
    remedies: [
      'Delete what nobody needs: console, WAF & Shield, Web ACLs',
      'Or ask for more: console, Service Quotas, AWS WAF, "Maximum number of web ACLs"',
    ],
  },
  {
    when: /MaximumNumberOfTrailsExceeded/,
    says: 'A region has room for five trails, those of other regions that record this one too, and AWS gives nobody more.',
    remedies: [
      'Delete one that nobody needs: console, CloudTrail, Trails',
      'Or do without one: cloudtrail_data_events = false in terraform/terraform.tfvars',
    ],
  },
  CODE_STORAGE,
  {
    when: /limit on the number of vCPUs|vCPU limit/,
    says: 'Fargate, on which the container runs, may use so many processors at once in a region.',
    remedies: [
      'End what else runs there, if anything does: console, Elastic Container Service, Clusters',
      'Or ask for more, which takes a day or two: console, Service Quotas, AWS Fargate, "Fargate On-Demand vCPU resource count"',
    ],
  },
  // The doctor looks at the quotas of these two services alone.
  {
    when: /\boperation error (?:Lambda|SageMaker)\b|\b(?:creating|updating) (?:Lambda|SageMaker)\b/,
    says: 'Which: npm run doctor. More: console, Service Quotas',
    remedies: [],
  },
];

/** What a role, user or group may have in its own policies has an end that AWS moves for nobody. */
export const policyTooLong: Explanation = {
  when: /Maximum policy size of \d+ bytes exceeded for (?:role|user|group) (\S+)/i,
  says: ([, role = ''], _all, about) => [
    `The policy of ${role} is longer than AWS takes${about}, and it gives nobody more room.`,
    'A policy grows with the needs of its lambda.json or service.json, and with the models in model_settings',
    'Take needs out that it can do without, or make two functions of it, each with a part of them',
  ],
};

/** Requests in a moment are no quota of things, and pass. */
export const failedQuota: Explanation = {
  when: /\b(?!Request)[A-Za-z]*(?:Limits?Exceeded|QuotaExceeded|NumberOfTrailsExceeded|CodeStorageExceeded)[A-Za-z]*|TooManyBuckets|limit on the number of \w+|\bvCPU limit\b/,
  says: ([kind], all, about) => [`A quota of this AWS account is too low${about}.`, ...room(kind, all)],
};

function room(kind: string, all: string): readonly string[] {
  const endpoint = endpointRoom(all);
  if (endpoint !== undefined) return endpoint;
  const known = QUOTAS.find(({ when }) => when.test(kind)) ?? QUOTAS.find(({ when }) => when.test(all));
  if (known !== undefined) return [known.says, ...known.remedies];
  // IAM calls all of its quotas alike, and says which.
  const [, which = kind] = /Cannot exceed quota for (\w+)/.exec(all) ?? [];
  return [`AWS names it ${which}. Delete what nobody needs of it, or ask for more: console, Service Quotas`];
}
