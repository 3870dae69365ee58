// What Terraform says when AWS refuses something, and what a student is told then.
import { expect, test } from '@jest/globals';
import { explainTerraformFailure } from '../../../scripts/terraform/explain-failure.ts';

/** Of a bucket with a lock file, its lines broken as Terraform breaks them. */
const S3_LOCK = `Error: Error acquiring the state lock

Error message: operation error S3: PutObject, https response error StatusCode:
412, RequestID: PZGN5R1Q4KTHE6FH, HostID:
6Ivx0zAn0ohqmAlqT4Z0lFbdVx0KzZ4h9uYwq4mD0cJ8xQ2o3pXwE7nB5mK1sR9tU4v=, api error
PreconditionFailed: At least one of the pre-conditions you specified did not
hold
Lock Info:
  ID:        6f1c0a3e-1111-2222-3333-444455556666
  Path:      my-states/alex/terraform.tfstate
  Operation: OperationTypeApply
  Who:       ada@laptop
  Version:   1.14.0
  Created:   2026-11-20 10:00:00.123456 +0000 UTC
  Info:      


Terraform acquires a state lock to protect the state from being written
by multiple users at the same time. Please resolve the issue above and try
again. For most commands, you can disable locking with the "-lock=false"
flag, but this is not recommended.`;

const failures: readonly (readonly [what: string, command: string, says: string, told: string])[] = [
  [
    'no network for the provider',
    'init',
    'Error: Failed to query available provider packages\n\nCould not retrieve the list of available versions for provider hashicorp/aws: could not connect to registry.terraform.io',
    'Connect this machine to the internet',
  ],
  [
    'a setting that will not do',
    'plan',
    'Error: Invalid value for variable\n\n  on variables.tf line 24:\n  24: variable "stages" {\n\n6-agents needs 5-database, where jobs are kept, and 3-ingest, where agents\nlook up what is known.\n\nThis was checked by the validation rule at variables.tf:50,3-13.',
    '6-agents needs 5-database, where jobs are kept, and 3-ingest, where agents look up what is known.',
  ],
  [
    'a lock that was left behind',
    'plan',
    'Error: Error acquiring the state lock\n\nError message: resource temporarily unavailable\nLock Info:\n  ID:        1c2d-3e\n  Path:      terraform.tfstate',
    'terraform force-unlock 1c2d-3e',
  ],
  [
    'a lock that was left behind in a bucket, whose refusal has an ID of its own',
    'plan',
    S3_LOCK,
    'terraform force-unlock 6f1c0a3e-1111-2222-3333-444455556666',
  ],
  [
    'a lock in a bucket, whose holder can be asked',
    'plan',
    S3_LOCK,
    'Wait for the other one, of ada@laptop, since 2026-11-20 10:00 UTC.',
  ],
  [
    'a lock in a bucket that cannot be read',
    'plan',
    'Error: Error acquiring the state lock\n\nError message: operation error S3: PutObject, https response error StatusCode:\n412, RequestID: PZGN5R1Q4KTHE6FH, HostID: x/y+z=, api error\nPreconditionFailed: At least one of the pre-conditions you specified did not\nhold\nunexpected end of JSON input',
    'terraform force-unlock ID, with the ID that stands in the file of the lock',
  ],
  [
    'a bucket of the state that is not there',
    'init',
    'Error: Failed to get existing workspaces: S3 bucket "my-states" does not exist.\n\nThe referenced S3 bucket must have been previously created. If the S3 bucket\nwas created within the last minute, please wait for a minute or two and try\nagain.\n\nError: operation error S3: ListObjectsV2, https response error StatusCode: 404, RequestID: T5Z1QK, HostID: x/y+z=, NoSuchBucket: ',
    'There is no bucket my-states, in which terraform/backend.tf keeps the state.',
  ],
  [
    'a bucket of the state in another region',
    'init',
    'Error: Failed to get existing workspaces: Unable to list objects in S3 bucket "my-states" with prefix "env:/": operation error S3: ListObjectsV2, https response error StatusCode: 301, RequestID: T5Z1QK, HostID: x/y+z=, requested bucket from "us-east-1", actual location "eu-west-1"',
    'region = "eu-west-1"',
  ],
  [
    'a bucket of the state that may not be read',
    'plan',
    'Error: Unable to access object "alex/terraform.tfstate" in S3 bucket "my-states": operation error S3: HeadObject, https response error StatusCode: 403, RequestID: T5Z1QK, HostID: x/y+z=, api error Forbidden: Forbidden',
    'state_bucket = "..."',
  ],
  [
    'a lock in a bucket that may not be written, which nobody holds',
    'plan',
    'Error: Error acquiring the state lock\n\nError message: operation error S3: PutObject, https response error StatusCode:\n403, RequestID: PZGN5R1Q4KTHE6FH, HostID: x/y+z=, api error AccessDenied: User:\narn:aws:iam::1:user/ada is not authorized to perform: s3:PutObject on resource:\n"arn:aws:s3:::my-states/alex/terraform.tfstate.tflock"',
    'These credentials may not read or write the state in the bucket',
  ],
  [
    'a backend.tf to which the state was not moved',
    'init',
    'Error: input is disabled',
    'terraform -chdir=terraform init -migrate-state',
  ],
  [
    'a backend.tf that was changed',
    'init',
    'Error: Backend configuration changed\n\nA change in the backend configuration has been detected, which may require\nmigrating existing state.',
    'terraform -chdir=terraform init -migrate-state',
  ],
  [
    'a backend.tf of which Terraform is only asked',
    'read its state',
    'Error: Backend initialization required, please run "terraform init"\n\nReason: Unsetting the previously set backend "s3"',
    'terraform -chdir=terraform init -migrate-state',
  ],
  [
    'a key of the bucket that these credentials may not use',
    'plan',
    'Error: Error acquiring the state lock\n\nError message: operation error S3: PutObject, https response error StatusCode:\n403, RequestID: PZGN5R1Q4KTHE6FH, HostID: x/y+z=, api error AccessDenied: User:\narn:aws:iam::1:user/ada is not authorized to perform: kms:GenerateDataKey on\nresource: arn:aws:kms:us-east-1:1:key/k',
    'for which these credentials lack kms:GenerateDataKey.',
  ],
  [
    'a lock that the key of the bucket keeps from being taken, and nobody holds',
    'plan',
    'Error: Error acquiring the state lock\n\nError message: operation error S3: PutObject, https response error StatusCode:\n400, RequestID: PZGN5R1Q4KTHE6FH, HostID: x/y+z=, api error\nKMS.DisabledException: arn:aws:kms:us-east-1:1:key/k is disabled.',
    'The key that encrypts the bucket of terraform/backend.tf cannot be used (DisabledException).',
  ],
  [
    'a lock in a bucket that is gone',
    'plan',
    'Error: Error acquiring the state lock\n\nError message: operation error S3: PutObject, https response error StatusCode:\n404, RequestID: PZGN5R1Q4KTHE6FH, HostID: x/y+z=, NoSuchBucket: The specified\nbucket does not exist',
    'There is no bucket, in which terraform/backend.tf keeps the state.',
  ],
  [
    'a lock that no network leads to',
    'plan',
    'Error: Error acquiring the state lock\n\nError message: operation error S3: PutObject, exceeded maximum number of\nattempts, 5, https response error StatusCode: 0, request send failed, Put\n"https://my-states.s3.us-east-1.amazonaws.com/x": dial tcp: lookup x: no such host',
    'Connect this machine to the internet',
  ],
  [
    'a lock in a folder of somebody else',
    'plan',
    'Error: Error acquiring the state lock\n\nError message: open .terraform.tfstate.lock.info: permission denied',
    'This user may not read or write .terraform.tfstate.lock.info',
  ],
  [
    'a profile that is not there',
    'plan',
    'Error: failed to get shared config profile, nobody\n\n  with provider["registry.terraform.io/hashicorp/aws"],',
    'There is no AWS profile "nobody", which AWS_PROFILE names.',
  ],
  [
    'a token that expires on the way',
    'apply',
    'Error: creating Lambda Function (alex-api): operation error Lambda: CreateFunction, https response error StatusCode: 403, api error ExpiredTokenException: The security token included in the request is expired',
    'go on where it stopped: npm run deploy',
  ],
  [
    'a bucket whose name is taken',
    'apply',
    'Error: creating S3 Bucket (alex-trail): BucketAlreadyExists: The requested bucket name is not available.\n\n  with module.enterprise[0].aws_s3_bucket.trail["functions"],\n  on modules/enterprise/trail.tf line 9',
    'is taken (module.enterprise[0].aws_s3_bucket.trail["functions"])',
  ],
  [
    'a role whose name is taken',
    'apply',
    'Error: creating IAM Role (alex-api): EntityAlreadyExists: Role with name alex-api already exists.\n\n  with module.lambda["api"].aws_iam_role.this,',
    'project = "myalex"',
  ],
  [
    'a quota of Lambda that is too low',
    'apply',
    "Error: setting Lambda Function (alex-api) concurrency: InvalidParameterValueException: Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [10].",
    'Set reserved_concurrency = null',
  ],
  [
    'a quota of SageMaker that is too low',
    'apply',
    'Error: creating SageMaker Endpoint: ResourceLimitExceeded: The account-level service limit is 0.\n\n  with module.sagemaker_embeddings[0].aws_sagemaker_endpoint.this,',
    'A quota of this AWS account is too low (module.sagemaker_embeddings[0].aws_sagemaker_endpoint.this)',
  ],
  [
    'a permission that is missing',
    'apply',
    'Error: creating SQS Queue (alex-analysis-jobs): AccessDenied: User: arn:aws:iam::1:user/ada is not authorized to perform: sqs:createqueue on resource: x',
    'may not do sqs:createqueue',
  ],
  [
    'what an organisation forbids, in broken lines',
    'apply',
    'Error: creating SQS Queue (alex-analysis-jobs): operation error SQS: CreateQueue, api error AccessDenied: User: arn:aws:sts::1:assumed-role/Dev/ada\nis not authorized to perform: sqs:createqueue on resource: x with an explicit\ndeny in a service control policy',
    'AWS refuses sqs:createqueue, by a service control policy.\nYour organisation sets it, and no right in this account goes above it',
  ],
  [
    'what a boundary does not let through, of what only an administrator may do',
    'apply',
    'Error: creating IAM Group (alex-deployers): AccessDenied: User: arn:aws:iam::1:user/ada is not authorized to perform: iam:CreateGroup on resource: x because no permissions boundary allows the iam:CreateGroup action',
    'AWS refuses iam:CreateGroup, by a permissions boundary.\nWhoever made this user or role limited it',
  ],
  [
    'too many requests, which is no quota of things',
    'apply',
    'Error: reading EC2 VPC: operation error EC2: DescribeVpcs, exceeded maximum number of attempts, 25, https response error StatusCode: 503, api error RequestLimitExceeded: Request limit exceeded.\n\n  with module.aurora[0].aws_vpc.this[0],',
    'AWS was asked too much at once (module.aurora[0].aws_vpc.this[0]), as by others in this account, and nothing is wrong with it.\nWait a minute\nThen go on where it stopped: npm run deploy',
  ],
  [
    'too many requests of an API that says it otherwise',
    'apply',
    'Error: creating API Gateway Resource: TooManyRequestsException: Too Many Requests',
    'AWS was asked too much at once',
  ],
  [
    'a quota that is too low beside too many requests',
    'apply',
    'Error: reading EC2 VPC: api error RequestLimitExceeded: Request limit exceeded.\n\nError: creating EC2 VPC: api error VpcLimitExceeded: The maximum number of VPCs has been reached.',
    'A region has room for five networks.',
  ],
  [
    'a clock that is wrong, which keys are not to blame for',
    'apply',
    'Error: creating IAM Role (alex-api): operation error IAM: CreateRole, api error SignatureDoesNotMatch: Signature expired: 20261121T100000Z is now\nearlier than 20261121T101500Z (20261121T103000Z - 15 min.)',
    "This machine's clock is wrong, so AWS takes its requests for old ones.\nSet the time.",
  ],
  [
    'a clock that is wrong, by the state in a bucket',
    'init',
    'Error: error listing S3 objects: RequestTimeTooSkewed: The difference between the request time and the current time is too large.',
    "This machine's clock is wrong",
  ],
  [
    'a colleague outside the group, who may not even read stage 1',
    'apply',
    'Error: reading IAM Group (alex-deployers): operation error IAM: GetGroup, https response error StatusCode: 403, RequestID: 7d1b, api error AccessDenied: User: arn:aws:iam::1:user/bob is not authorized to perform: iam:GetGroup on resource: group alex-deployers because no identity-based policy allows the iam:GetGroup action',
    'may not do iam:GetGroup.\nPut your user into the group of those who may deploy',
  ],
  [
    'a colleague outside the group, who may not read the state of a role',
    'apply',
    'Error: reading IAM Role (alex-api): AccessDenied: User: arn:aws:iam::1:user/bob is not authorized to perform: iam:ListRolePolicies on resource: role alex-api',
    'Put your user into the group of those who may deploy',
  ],
  [
    'a role, which the group is there to make',
    'apply',
    'Error: creating IAM Role (alex-api): AccessDenied: User: arn:aws:iam::1:user/bob is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::1:role/alex/alex-api',
    'Put your user into the group of those who may deploy',
  ],
  [
    'what a role may do, which the group is there to write',
    'apply',
    'Error: putting IAM Role (alex-api) Policy (own): AccessDenied: User: arn:aws:iam::1:user/bob is not authorized to perform: iam:PutRolePolicy on resource: role alex-api',
    'Put your user into the group of those who may deploy',
  ],
  [
    'a policy of the group, which an administrator changes',
    'apply',
    'Error: updating IAM Policy (arn:aws:iam::1:policy/alex-deploy-data): AccessDenied: User: arn:aws:iam::1:user/bob is not authorized to perform: iam:CreatePolicyVersion on resource: policy alex-deploy-data',
    'Stage 1 is made, changed and destroyed by an administrator',
  ],
  [
    'a tag of the boundary, which an administrator changes',
    'apply',
    'Error: updating tags for IAM Policy: AccessDenied: User: arn:aws:iam::1:user/bob is not authorized to perform: iam:TagPolicy on resource: policy alex-boundary',
    'Stage 1 is made, changed and destroyed by an administrator',
  ],
  [
    'a permission that only an administrator has',
    'apply',
    'Error: creating IAM Group (alex-deployers): AccessDenied: User: arn:aws:iam::1:user/ada is not authorized to perform: iam:CreateGroup on resource: x',
    'Stage 1 is made, changed and destroyed by an administrator',
  ],
  [
    'a last snapshot whose name an earlier database has taken, for which no other project is needed',
    'destroy',
    'Error: deleting RDS Cluster (alex): operation error RDS: DeleteDBCluster, https response error StatusCode: 400, RequestID: 54d3e5a2-1b0b, DBClusterSnapshotAlreadyExistsFault: Cannot create the cluster snapshot because a snapshot with the identifier alex-final already exists.',
    'The database cannot leave its last snapshot: an earlier database has left one of that name.',
  ],
  [
    'a provider of another checksum, for which the internet is not to blame',
    'init',
    "Error: Failed to install provider\n\nError while installing hashicorp/aws v6.57.1: the current package for\nregistry.terraform.io/hashicorp/aws 6.57.1 doesn't match any of the checksums\npreviously recorded in the dependency lock file",
    'delete the folder terraform/.terraform',
  ],
  [
    'a state of a newer Terraform',
    'plan',
    'Error: state snapshot was created by Terraform v1.14.0, which is newer than current v1.11.4; upgrade to Terraform v1.14.0 or greater to work with this state',
    'Install 1.14.0 or later:',
  ],
  [
    'a wait that was too short',
    'apply',
    "Error: waiting for RDS Cluster (alex) create: timeout while waiting for state to become 'available' (last state: 'creating', timeout: 2h0m0s)\n\n  with module.aurora[0].aws_rds_cluster.this,",
    'AWS took longer than Terraform waits (module.aurora[0].aws_rds_cluster.this)',
  ],
  [
    'a network that is still used',
    'destroy',
    "Error: deleting EC2 Subnet (subnet-1): operation error EC2: DeleteSubnet, https response error StatusCode: 400, api error DependencyViolation: The subnet 'subnet-1' has dependencies and cannot be deleted.",
    'console, VPC, Network interfaces',
  ],
  [
    'a web ACL that comes too soon',
    'apply',
    'Error: creating WAFv2 WebACL Association: operation error WAFV2: AssociateWebACL, WAFUnavailableEntityException: AWS WAF couldn’t retrieve the resource that you requested. Retry your request.',
    'AWS WAF does not know yet what was just made for it. That passes by itself.\nWait a minute',
  ],
  [
    'a bucket that S3 is busy with',
    'apply',
    'Error: creating S3 Bucket (alex-trail): operation error S3: CreateBucket, https response error StatusCode: 409, OperationAborted: A conflicting conditional operation is currently in progress against this resource. Please try again.',
    'Wait some minutes',
  ],
  [
    'embeddings that do not come up',
    'apply',
    "Error: waiting for SageMaker AI Endpoint (alex-embeddings) create: unexpected state 'Failed', wanted target 'InService'. last error: The primary container for production variant main did not pass the ping health check. Please check CloudWatch logs for this endpoint.",
    'npm run logs -- embeddings',
  ],
  [
    'a secret that waits to be deleted',
    'apply',
    "Error: creating Secrets Manager Secret (alex/market-keys): InvalidRequestException: You can't create this secret because a secret with this name is already scheduled for deletion.",
    'force-delete-without-recovery',
  ],
  [
    'a database that AWS has brought to a later version',
    'apply',
    'Error: updating RDS Cluster (alex): operation error RDS: ModifyDBCluster, https response error StatusCode: 400, RequestID: 54d3e5a2-1b0b, api error InvalidParameterCombination: Cannot upgrade aurora-postgresql from 16.11 to 16.8\n\n  with module.aurora[0].aws_rds_cluster.this,',
    'Set database_engine_version = "16.11" in terraform/terraform.tfvars',
  ],
  [
    'a version of the database that no way leads to yet',
    'apply',
    'Error: updating RDS Cluster (alex): operation error RDS: ModifyDBCluster, api error InvalidParameterCombination: Cannot upgrade aurora-postgresql from 16.8 to 16.13',
    '--engine-version 16.8 --query "DBEngineVersions[].ValidUpgradeTarget[].EngineVersion"',
  ],
  [
    'a database that is busy',
    'apply',
    'Error: updating RDS Cluster (alex): operation error RDS: ModifyDBCluster, https response error StatusCode: 400, RequestID: 54d3e5a2-1b0b, InvalidDBClusterStateFault: DB cluster is not available for modification with status backing-up\n\n  with module.aurora[0].aws_rds_cluster.this,',
    'such as a backup, a change or its start (module.aurora[0].aws_rds_cluster.this). That passes by itself.',
  ],
  [
    'a role that Lambda does not know yet',
    'apply',
    'Error: creating Lambda Function (alex-api): operation error Lambda: CreateFunction, https response error StatusCode: 400, RequestID: 54d3e5a2-1b0b, InvalidParameterValueException: The role defined for the function cannot be assumed by Lambda.\n\n  with module.lambda["api"].aws_lambda_function.this,',
    'not everywhere in AWS yet (module.lambda["api"].aws_lambda_function.this). That passes by itself.\nWait a minute\nThen go on where it stopped: npm run deploy',
  ],
  [
    'a role that the scheduler does not know yet',
    'apply',
    'Error: creating Amazon EventBridge Scheduler Schedule (alex/sweeper): operation error Scheduler: CreateSchedule, ValidationException: The execution role you provide must allow AWS EventBridge Scheduler to assume the role.',
    'That passes by itself.\nWait a minute',
  ],
  [
    'rights that are not known yet to who reads a queue',
    'apply',
    'Error: creating Lambda Event Source Mapping (alex-analysis-jobs): operation error Lambda: CreateEventSourceMapping, InvalidParameterValueException: The function execution role does not have permissions to call ReceiveMessage on SQS',
    'That passes by itself.\nWait a minute',
  ],
  [
    'a boundary that is not known yet',
    'apply',
    'Error: creating IAM Role (alex-api): operation error IAM: CreateRole, https response error StatusCode: 404, RequestID: 54d3e5a2-1b0b, NoSuchEntity: Scope ARN: arn:aws:iam::123456789012:policy/alex/alex-boundary does not exist or is not attachable.',
    'That passes by itself.\nWait a minute\nThe same again? Then somebody deleted the policy by hand',
  ],
  [
    'an image that is not there',
    'apply',
    "Error: waiting for ECS Express Gateway Service (arn:aws:ecs:us-east-1:123456789012:service/default/alex-researcher) create: unexpected state 'INACTIVE', wanted target 'ACTIVE'. last error: CannotPullContainerError: pull image manifest has been retried 5 time(s)",
    "ECS could not fetch the container's image.\nIs an image of that tag there?",
  ],
  [
    'a container that does not come up',
    'apply',
    "Error: waiting for ECS Express Gateway Service (arn:aws:ecs:us-east-1:123456789012:service/default/alex-researcher) create: unexpected state 'INACTIVE', wanted target 'ACTIVE'",
    'npm run logs -- researcher',
  ],
  [
    'a provider that breaks off',
    'plan',
    'Error: Plugin did not respond\n\n  with module.aurora[0].aws_rds_cluster.this,\n  on modules/aurora/main.tf line 19, in resource "aws_rds_cluster" "this":\n\nThe plugin encountered an error, and failed to respond to the\nplugin.(*GRPCProvider).ReadResource call. The plugin logs may contain more\ndetails.',
    'no memory left for it',
  ],
  [
    'web ACLs that are too many',
    'apply',
    'Error: creating WAFv2 WebACL (alex): operation error WAFV2: CreateWebACL, https response error StatusCode: 400, RequestID: 54d3e5a2-1b0b, WAFLimitsExceededException: AWS WAF couldn’t perform the operation because you exceeded your resource limit.\n\n  with module.enterprise[0].aws_wafv2_web_acl.this["rest"],',
    'A quota of this AWS account is too low (module.enterprise[0].aws_wafv2_web_acl.this["rest"]).\nA region has room for a hundred web ACLs.',
  ],
  [
    'trails that are too many',
    'apply',
    'Error: creating CloudTrail Trail (alex-functions): operation error CloudTrail: CreateTrail, https response error StatusCode: 400, RequestID: 54d3e5a2-1b0b, MaximumNumberOfTrailsExceededException: User: 123456789012 already has 5 trails in us-east-1.',
    'cloudtrail_data_events = false',
  ],
  [
    'code that is too much',
    'apply',
    'Error: updating Lambda Function (alex-api) code: operation error Lambda: UpdateFunctionCode, https response error StatusCode: 400, RequestID: 54d3e5a2-1b0b, CodeStorageExceededException: Code storage limit exceeded.',
    '"Function and layer storage"',
  ],
  [
    'roles that are too many, which IAM calls as all of its quotas',
    'apply',
    'Error: creating IAM Role (alex-api): operation error IAM: CreateRole, https response error StatusCode: 409, RequestID: 54d3e5a2-1b0b, LimitExceeded: Cannot exceed quota for RolesPerAccount: 1000',
    'AWS names it RolesPerAccount.',
  ],
  [
    'the role of a function that is one too many, whose address is of Lambda',
    'apply',
    'Error: creating IAM Role (alex-api): operation error IAM: CreateRole, https response error StatusCode: 409, RequestID: 54d3e5a2-1b0b, LimitExceeded: Cannot exceed quota for RolesPerAccount: 1000\n  with module.lambda["api"].aws_iam_role.this,\n  on modules/lambda/main.tf line 20',
    'AWS names it RolesPerAccount.',
  ],
  [
    'a database too many, whose quota is told by its whole name',
    'apply',
    'Error: creating RDS Cluster (alex): operation error RDS: CreateDBCluster, https response error StatusCode: 400, RequestID: 54d3e5a2-1b0b, DBClusterQuotaExceededFault: Cannot create more than 40 DB clusters',
    'AWS names it DBClusterQuotaExceededFault.',
  ],
  [
    'a version of the database that is gone',
    'apply',
    'Error: creating RDS Cluster (alex): InvalidParameterCombination: Cannot find version 16.8 for aurora-postgresql',
    'Set database_engine_version',
  ],
  [
    'a model of a name that there is',
    'apply',
    'Error: creating SageMaker AI Model (alex-embeddings): operation error SageMaker: CreateModel, api error ValidationException: Cannot create already existing model "arn:aws:sagemaker:us-east-1:1:model/alex-embeddings".\n\n  with module.sagemaker_embeddings[0].aws_sagemaker_model.this,',
    'is taken (module.sagemaker_embeddings[0].aws_sagemaker_model.this)',
  ],
  [
    'an image that SageMaker does not have',
    'apply',
    'Error: creating SageMaker AI Model: api error ValidationException: Requested image 763104351884.dkr.ecr.eu-west-1.amazonaws.com/huggingface-pytorch-inference:9.9-cpu not found.',
    'Choose another: embeddings = { image_tag',
  ],
  [
    'an account that AWS has blocked',
    'apply',
    'Error: creating Lambda Function: AccessDeniedException: Your account is currently blocked and not recognized as a valid account. Please contact AWS Support.',
    'Nothing there? Ask AWS',
  ],
  [
    'no role for the logs of API Gateway',
    'apply',
    'Error: updating API Gateway Stage: BadRequestException: CloudWatch Logs role ARN must be set in account settings to enable logging',
    'manage_api_gateway_logging = true',
  ],
  [
    'no network for the container',
    'apply',
    'Error: creating ECS Express Gateway Service: InvalidParameterException: No default VPC found in this region.',
    'aws ec2 create-default-vpc',
  ],
  [
    "an account's first container, whose service-linked role is not known yet",
    'apply',
    'Error: creating ECS Express Gateway Service (alex-researcher): operation error ECS: CreateExpressGatewayService, InvalidParameterException: Unable to assume the service linked role. Please verify that the ECS service linked role exists.',
    'aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com',
  ],
  [
    'a Free plan, by what it asks for',
    'apply',
    'Error: creating RDS Cluster (alex): operation error RDS: CreateDBCluster, api error InvalidParameterCombination: Free Tier accounts must use Express Configuration',
    'aws freetier upgrade-account-plan --account-plan-type PAID',
  ],
  [
    'a Free plan, by the name of the error',
    'apply',
    'Error: creating RDS Cluster (alex): api error FreeTierRestrictionError: To use Aurora clusters with free plan accounts\nyou need to set WithExpressConfiguration.',
    'is on the Free plan',
  ],
  [
    'a Free plan, by its limit of backups',
    'apply',
    'Error: creating RDS Cluster (alex): The specified backup retention period exceeds the maximum available to free\ntier customers. To remove all limitations, upgrade your account plan.',
    'is on the Free plan',
  ],
  [
    'a provider that is older than the checkout asks for',
    'init',
    'Error: Failed to query available provider packages\n\nCould not retrieve the list of available versions for provider hashicorp/aws:\nlocked provider registry.terraform.io/hashicorp/aws 6.43.0 does not match\nconfigured version constraint >= 6.57.1, < 7.0.0; must use terraform init\n-upgrade to allow selection of new versions',
    'terraform -chdir=terraform init -upgrade',
  ],
  [
    'a container that was destroyed, by an old provider',
    'apply',
    'Error: Resource Already Exists\n\n  with module.researcher["researcher"].aws_ecs_express_gateway_service.this[0],\n\nExpress Gateway Service alex-researcher already exists in cluster default',
    'ECS has a service alex-researcher still, or',
  ],
  [
    "a container in subnets of one's own, by an old provider",
    'apply',
    'Error: Provider produced inconsistent result after apply\n\nWhen applying changes to\nmodule.researcher["researcher"].aws_ecs_express_gateway_service.this[0], provider\nproduced an unexpected new value: .network_configuration[0].security_groups: was null',
    'init -upgrade',
  ],
  [
    'too many networks',
    'apply',
    'Error: creating EC2 VPC: operation error EC2: CreateVpc, api error VpcLimitExceeded: The maximum number of VPCs has been reached.\n\n  with module.aurora[0].aws_vpc.this,',
    '"VPCs per Region"',
  ],
  [
    'too many versions of a policy',
    'apply',
    'Error: updating IAM Policy (alex-boundary): LimitExceeded: A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
    'delete the oldest',
  ],
];

test('a quota of another service is not answered with the embeddings', () => {
  const stderr = framed(
    'Error: creating EC2 EIP: AddressLimitExceeded: The maximum number of addresses has been reached.',
  );
  const { message, lines } = explainTerraformFailure({ code: 1, stdout: '', stderr }, 'apply');
  expect(message).toContain('A quota of this AWS account is too low');
  // The doctor looks at others.
  expect(lines[0]).toBe(
    'AWS names it AddressLimitExceeded. Delete what nobody needs of it, or ask for more: console, Service Quotas',
  );
  expect(lines.join('\n')).not.toContain('max_concurrency');
});

test('rights are not what a blocked account lacks', () => {
  const stderr = framed('Error: AccessDeniedException: Your account is currently blocked. Please contact AWS Support.');
  expect(explainTerraformFailure({ code: 1, stdout: '', stderr }, 'apply').lines.join('\n')).not.toContain('group');
});

/** In the frame in which Terraform draws its errors. */
const framed = (text: string): string => `\u001b[31m╷\u001b[0m\n${text.replaceAll(/^/gm, '│ ')}\n╵\n`;

test.each(failures)('%s', (_, command, says, told) => {
  const error = explainTerraformFailure({ code: 1, stdout: '', stderr: framed(says) }, command);
  expect([error.message, ...error.lines].join('\n')).toContain(told);
  expect(error.message).not.toBe(`Terraform could not ${command}.`);
  // Guide 1 says so of every failure.
  expect(error.lines.join('\n')).toMatch(/[Tt]hen(?: go on where it stopped)?: npm run (?:deploy|destroy)/);
});

test('the cause is told, where one failure brings others with it', () => {
  const stderr = framed(
    'Error: creating S3 Bucket: AccessDenied: x\n\nError: creating Queue: ExpiredToken: The security token included in the request is expired',
  );
  expect(explainTerraformFailure({ code: 1, stdout: '', stderr }, 'apply').message).toBe(
    'The AWS credentials expired.',
  );
});

test('what nobody has foreseen is quoted once: not where it was seen as it came', () => {
  const ended = { code: 1, stdout: '', stderr: framed('Error: creating Thing: Unheard: of') };
  expect(explainTerraformFailure(ended, 'plan').lines).toContain('  Error: creating Thing: Unheard: of');
  const { lines } = explainTerraformFailure(ended, 'finish', { quote: false });
  expect(lines.join('\n')).not.toContain('Unheard');
  expect(lines[0]).toBe('What Terraform said of it stands above');
});

test('several settings that will not do are told together', () => {
  const one = (text: string): string =>
    `Error: Invalid value for variable\n\n  on terraform.tfvars line 3:\n\n${text}\n\nThis was checked by x.`;
  const stderr = `${framed(one('project must be short.'))}\n${framed(one('stages may hold 1.'))}`;
  const { lines } = explainTerraformFailure({ code: 1, stdout: '', stderr }, 'plan');
  expect(lines).toEqual(expect.arrayContaining(['project must be short.', 'stages may hold 1.']));
});

test('a route that a module refuses is not blamed on terraform.tfvars alone', () => {
  const text =
    'Error: Invalid value for variable\n\n  on functions.tf line 3, in module "http_api":\n   3:   routes = local.routes\n    ├────────────────\n    │ var.routes is map of object with 2 elements\n\nTwo routes are one.\n\nThis was checked by x.';
  const { message, lines } = explainTerraformFailure({ code: 1, stdout: '', stderr: framed(text) }, 'plan');
  expect(message).toBe('Something in a lambda.json or service.json, or in terraform/terraform.tfvars, will not do.');
  expect(lines).toContain('Two routes are one.');
});

test('what is quoted of a lock in a bucket does not end before its ID and its holder', () => {
  const { lines } = explainTerraformFailure({ code: 1, stdout: '', stderr: framed(S3_LOCK) }, 'plan');
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^ {2} {2}ID: +6f1c0a3e/),
      expect.stringMatching(/Who: +ada@laptop$/),
    ]),
  );
});

test('a failure is told of what it is of, and quoted, where others came before it', () => {
  const others = ['one', 'two', 'three'].map(
    (name) => `Error: creating Thing (${name}): Unheard: of\n\n  with module.other["${name}"].aws_thing.this,`,
  );
  const taken =
    'Error: creating IAM Role (alex-api): EntityAlreadyExists: Role with name alex-api already exists.\n\n  with module.lambda["api"].aws_iam_role.this,';
  const stderr = [...others, taken].map(framed).join('\n');
  const { message, lines } = explainTerraformFailure({ code: 1, stdout: '', stderr }, 'apply');
  expect(message).toBe('A name that Alex wants to use is taken (module.lambda["api"].aws_iam_role.this).');
  expect(lines.join('\n')).toMatch(/Terraform said:\n {2}Error: creating IAM Role/);
});

test('words that Terraform breaks into lines are known all the same', () => {
  const stderr = framed(
    'Error: creating SQS Queue\n\nThe provider said: You must wait, as the name alex-jobs was scheduled for\ndeletion a moment ago',
  );
  expect(explainTerraformFailure({ code: 1, stdout: '', stderr }, 'apply').message).toContain('A secret of that name');
});

test('a plan that was killed made nothing, and only of what was being made may something be there unknown', () => {
  const killed = { code: 1, stdout: '', stderr: '', killed: 'SIGINT' } as const;
  const unknown = 'may be there without its knowing';
  expect(explainTerraformFailure(killed, 'plan').lines.join()).not.toContain(unknown);
  expect(explainTerraformFailure(killed, 'deploy', { makes: true }).lines.join()).toContain(unknown);
});
