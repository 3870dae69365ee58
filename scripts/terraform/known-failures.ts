import { quoted } from '../terminal/in-this-shell.ts';
import { accountFailures } from './account-failures.ts';
import { signIn } from '../target/aws-profiles.ts';
import { JOIN_DEPLOYERS, refusalIn } from '../target/denied-by.ts';
import { minorVersion } from './database-version.ts';
import type { Explanation } from './explanation.ts';
import { failedQuota, policyTooLong } from './failed-quotas.ts';
import { heldFailures } from './held-failures.ts';
import { networkFailures } from './network-failures.ts';
import { neededFailures } from './needed-failures.ts';
import { busyFailures, passingFailures } from './passing-failures.ts';
import { providerFailures, UPGRADE } from './provider-failures.ts';
import { stateFailures } from './state-failures.ts';
import { stillAttached } from './still-attached.ts';

/** What to run when the cause is gone; where something is being destroyed, that goes on. */
export const AGAIN = 'Then go on where it stopped: npm run deploy';
/** The same, where Terraform was only asked something. */
export const SAME = 'Then the same command again';
/**
 * What changes a group or a policy, which stage 1 is made of. The group of deployers may read these, and may make and change roles
 * (terraform/modules/permissions/deploy.tf): whoever is refused that is not in it.
 */
const STAGE_ONE = /^iam:(?!Get|List|CreateServiceLinked|\w*Role)/;
/** What ends a failure that nobody has foreseen; the doctor does not send to itself. */
export const ASK_DOCTOR = 'What is wrong with this machine or account, as far as can be seen: npm run doctor';

/** What AWS does to new accounts, and to those that it takes for stolen; rights and groups do not help. */
export const BLOCKED = [
  'AWS has not opened this account yet, or has blocked it.',
  'Look for a letter from AWS in your mail, and at Billing in the console: a card or a telephone number may wait to be confirmed',
  'Nothing there? Ask AWS, for nothing: console, Support, "Account and billing"',
] as const;

/** What AWS does to accounts on its Free plan, which new ones are on unless another is chosen; rights and groups do not help. */
export const FREE_PLAN = [
  "This AWS account is on the Free plan, which refuses Alex's database: there Aurora is made by express configuration alone, which Terraform's AWS provider cannot ask for.",
  'Change it to the Paid plan, as an administrator: aws freetier upgrade-account-plan --account-plan-type PAID --region us-east-1',
  "A new account's credits count on the Paid plan, too, and what goes beyond them is charged: npm run cost says what a day costs",
] as const;

/** A request is signed with the time, which may be a few minutes wrong. */
export const CLOCK = [
  "This machine's clock is wrong, so AWS takes its requests for old ones.",
  'Set the time. In WSL, whose clock stands still while a machine sleeps: wsl --shutdown, and open it again',
] as const;

/** The address that `about` has in its brackets. */
const addressIn = (about: string): string => (about === '' ? 'ADDRESS' : about.slice(2, -1));

/** The first that fits counts; what causes others comes first. */
export const knownFailures: readonly Explanation[] = [
  {
    when: /Interrupt received|operation (?:was )?cancell?ed/i,
    says: () => [
      'Stopped. What is there stays, and costs what it does.',
      AGAIN,
      'Or take all of it down: npm run destroy',
    ],
  },
  {
    // Said of a sign-in that runs out while Terraform is at work.
    when: /(?:refresh(?:ing)? cached (?:SSO|credentials)[\s\S]*?|SSO ?OIDC[\s\S]*?)(?:InvalidGrantException|UnauthorizedException|expired)/i,
    says: () => ['Your sign-in to AWS ran out.', signIn(), AGAIN],
  },
  {
    when: /No valid credential sources found|failed to refresh cached credentials, no EC2 IMDS role|NoCredentialProviders/,
    says: () => [
      'Terraform finds no AWS credentials on this machine.',
      signIn(),
      'With keys of your own: aws configure, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
      'How to make a user that may deploy: guides/1-permissions.md',
    ],
  },
  {
    when: /failed to get shared config profile,?\s+(\S+)/,
    says: ([, name = '']) => [
      `There is no AWS profile "${name}", which AWS_PROFILE names.`,
      'Which there are: aws configure list-profiles',
      signIn(),
    ],
  },
  {
    when: /Signature\s+(?:expired|not\s+yet\s+current)|RequestTimeTooSkewed/i,
    says: () => [...CLOCK, AGAIN],
  },
  {
    when: /ExpiredToken|RequestExpired|token has expired|SSO (?:session|token).*(?:expired|invalid)/i,
    says: () => [
      'The AWS credentials expired.',
      signIn(),
      'With temporary keys in the environment: set the new ones, AWS_SESSION_TOKEN too',
      AGAIN,
    ],
  },
  {
    when: /InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|AuthFailure/,
    says: () => [
      'AWS does not know these credentials: a key that is mistyped, deleted or of another partition.',
      'Which ones count: aws configure list',
      signIn(),
    ],
  },
  ...neededFailures,
  ...stateFailures,
  {
    when: /Saved plan (?:is stale|does not match)/,
    says: () => [
      'What is deployed has changed since that was shown, by another Terraform, so this one does nothing.',
      AGAIN,
    ],
  },
  ...providerFailures,
  {
    when: /(?:no longer|not) (?:available|open) to new customers|closed to new customers/i,
    says: (_, _all, about) => [
      `App Runner takes no new customers, and this account has not used it before${about}.`,
      'Set container_platform = "ecs_express" in terraform/terraform.tfvars, which runs the same container',
      AGAIN,
    ],
  },
  {
    when: /[Aa]ccount is (?:currently )?(?:blocked|suspended|not (?:yet )?(?:verified|activated))|OptInRequired|PendingVerification|SubscriptionRequired|needs a subscription for the service|not subscribed to (?:this|the) service/,
    says: () => BLOCKED,
  },
  {
    when: /FreeTierRestrictionError|Free\s+Tier\s+accounts\s+must\s+use|free\s+plan\s+accounts?\b|available\s+to\s+free\s+tier\s+customers/i,
    says: () => [...FREE_PLAN, AGAIN],
  },
  {
    when: /CloudWatch Logs role ARN must be set/,
    says: () => [
      'API Gateway has no role for logs in this account and region.',
      'Let this deployment give it one: manage_api_gateway_logging = true in terraform/terraform.tfvars (guides/3-ingest.md)',
      AGAIN,
    ],
  },
  {
    when: /[Uu]nable to assume the service linked role|verify that the ECS service linked role exists/,
    says: () => [
      'ECS has no role of its own in this account yet: the first cluster of an account makes it, and it takes a minute to be known.',
      'Wait a minute',
      AGAIN,
      'The same again? As an administrator make it: aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com',
    ],
  },
  {
    when: /[Nn]o default (?:VPC|subnet)|default VPC (?:was )?(?:not found|does not exist)|VPCIdNotSpecified|MissingDefaultVpc/,
    says: () => [
      'The container runs in the default network of the account, and this account has none in this region.',
      'As an administrator make one, which costs nothing: aws ec2 create-default-vpc',
      'Or name two public subnets of yours: container_subnet_ids = ["subnet-...", "subnet-..."] in terraform/terraform.tfvars',
      AGAIN,
    ],
  },
  {
    when: /Requested image (\S+) not found/,
    says: ([, image = 'of the embeddings']) => [
      `SageMaker does not have the image ${image} in this region (any more).`,
      'Choose another: embeddings = { image_tag = "..." } in terraform/terraform.tfvars, one with -cpu- in it',
      'There are: https://github.com/aws/deep-learning-containers, Hugging Face Inference Containers',
      AGAIN,
    ],
  },
  {
    when: /UnreservedConcurrentExecution below its minimum/,
    says: () => [
      "This account's Lambda quota is too low to reserve concurrency for a function: a new account may run 10 at once.",
      'Set reserved_concurrency = null in terraform/terraform.tfvars',
      'More: console, Service Quotas, AWS Lambda, "Concurrent executions"; a request takes a day or two',
      AGAIN,
    ],
  },
  {
    when: /managed policy can(?:not)? have (?:more than|up to) 5 versions|Cannot exceed quota for PolicyVersions|VersionsPerPolicy/i,
    says: (_, _all, about) => [
      `A policy has five versions already, and IAM keeps no more${about}.`,
      'As an administrator delete the oldest: console, IAM, Policies, its name, "Policy versions"',
      AGAIN,
    ],
  },
  ...accountFailures,
  policyTooLong,
  failedQuota,
  {
    when: /scheduled for deletion/,
    says: () => [
      'A secret of that name was deleted and keeps its name until its waiting time is over (30 days with deletion_protection).',
      'Have it back: aws secretsmanager restore-secret --secret-id NAME, then: cd terraform, terraform import ADDRESS ARN',
      'Or let it go for good: aws secretsmanager delete-secret --secret-id NAME --force-delete-without-recovery',
      'Or choose another project in terraform/terraform.tfvars',
      AGAIN,
    ],
  },
  {
    when: /Express Gateway Service\s+(\S+)\s+already\s+exists\s+in\s+cluster/,
    says: ([, name = '']) => [
      `ECS has a service ${name} still, or Terraform's AWS provider takes a deleted one for it, as old ones do.`,
      UPGRADE,
      `Is it still being deleted? That takes some minutes: aws ecs describe-services --services ${name}`,
      'Is it of another deployment in this account? Then choose another project in terraform/terraform.tfvars',
      AGAIN,
    ],
  },
  {
    when: /Provider produced inconsistent result after apply[\s\S]*aws_ecs_express_gateway_service/,
    says: () => [
      "The container's service was made, and Terraform's AWS provider did not understand what AWS said of it, as old ones do not.",
      UPGRADE,
      AGAIN,
      'Is the service then told to exist already? Delete it: console, Elastic Container Service, cluster default',
    ],
  },
  {
    when: /DBClusterSnapshotAlreadyExists(?:[\s\S]*?identifier (\S+) already)?/,
    says: ([, name = 'NAME']) => [
      'The database cannot leave its last snapshot: an earlier database has left one of that name.',
      `Is that one needed no more? aws rds delete-db-cluster-snapshot --db-cluster-snapshot-identifier ${name}`,
      `Else keep it by another name first: aws rds copy-db-cluster-snapshot --source-db-cluster-snapshot-identifier ${name} --target-db-cluster-snapshot-identifier ${name}-kept`,
      'Or let this database go without one: deletion_protection = false in terraform/terraform.tfvars, npm run deploy',
      AGAIN,
    ],
  },
  {
    when: /BucketAlreadyExists|BucketAlreadyOwnedByYou|EntityAlreadyExists|ResourceConflictException: Function already exist|RepositoryAlreadyExists|DBClusterAlreadyExists|ResourceAlreadyExists|ResourceExistsException|WAFDuplicateItem|already ha(?:s|ve) this name|already exist(?:s|ing)\b/i,
    says: (_, _all, about) => [
      `A name that Alex wants to use is taken${about}.`,
      'By another deployment in this account, of another folder or person? Then choose another project in terraform/terraform.tfvars: project = "myalex", letters and digits',
      `By an earlier deployment of yours whose state is lost? Then take it over: cd terraform, terraform import ${quoted(addressIn(about))} ID (what ID is, the provider's page of it says under Import), or delete it in the console`,
      AGAIN,
    ],
  },
  {
    // Terraform takes a route away before what answers it, where it has seen both in their old places.
    when: /Cannot delete Integration because it is referenced by the following Routes with Ids?:? *(?:\[([^\]]+)\])?/i,
    says: ([, routes = ''], _all, about) => [
      `Routes still lead to a function of an old name, so AWS does not let go of what joins them${about}.`,
      'Has a folder of lambdas/ another name, or does another folder answer its routes? Take that back, npm run deploy, and then do it again',
      `Are they routes that somebody made by hand? Delete them: console, API Gateway, its HTTP API, Routes${routes === '' ? '' : `; their ids are ${routes}`}`,
      AGAIN,
    ],
  },
  stillAttached,
  ...heldFailures,
  ...passingFailures,
  {
    when: /AccessDenied|is not authorized to perform|UnauthorizedOperation|NotAuthorized/,
    says: (_, all) => {
      const { says, action, denial } = refusalIn(all);
      if (denial !== undefined) return [says, ...denial.remedies, AGAIN];
      const isDestroyed = action !== undefined && STAGE_ONE.test(action) && /^iam:(?:Delete|Detach)/.test(action);
      return [
        says,
        ...(action !== undefined && STAGE_ONE.test(action)
          ? [
              'Stage 1 is made, changed and destroyed by an administrator: guides/1-permissions.md',
              ...(isDestroyed
                ? [
                    'Then: npm run destroy -- --keep-permissions. That takes down the rest, and tells whether anything is left that costs',
                  ]
                : []),
            ]
          : JOIN_DEPLOYERS),
        'Whether AWS knows you, and as whom: npm run doctor',
        // The same command would end in the same refusal.
        ...(isDestroyed ? [] : [AGAIN]),
      ];
    },
  },
  {
    when: /Cannot upgrade aurora-postgresql from ([\d.]+\d) to ([\d.]+\d)/,
    says: ([, is = '', asked = '']) =>
      minorVersion(is) > minorVersion(asked)
        ? [
            `The database is at version ${is} already, as AWS retires old ones, and no version goes back to ${asked}.`,
            `Set database_engine_version = "${is}" in terraform/terraform.tfvars`,
            AGAIN,
          ]
        : [
            `AWS does not take Aurora PostgreSQL from ${is} to ${asked} in one step.`,
            `See what it takes it to: aws rds describe-db-engine-versions --engine aurora-postgresql --engine-version ${is} --query "DBEngineVersions[].ValidUpgradeTarget[].EngineVersion"`,
            'Set database_engine_version in terraform/terraform.tfvars to a 16 of these',
            AGAIN,
          ],
  },
  {
    when: /InvalidParameterValue.*(?:engine version|EngineVersion)|Cannot find version [\d.]+ for aurora-postgresql/i,
    says: () => [
      'This region does not have that version of Aurora PostgreSQL (any more).',
      'See which it has: aws rds describe-db-engine-versions --engine aurora-postgresql --query "DBEngineVersions[].EngineVersion"',
      'Set database_engine_version in terraform/terraform.tfvars to a 16 of these',
      AGAIN,
    ],
  },
  ...busyFailures,
  ...networkFailures,
  {
    when: /no space left on device|not enough space on the disk/i,
    says: () => [
      'The disk is full.',
      'Free a gigabyte: Terraform keeps its AWS provider in terraform/.terraform',
      AGAIN,
    ],
  },
];
